#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "deck/line_pictures.hpp"
#include "doc/walk.hpp"
#include "pipeline/parity.hpp"

namespace triptych::pipeline {
namespace {

constexpr std::size_t longest_quote = 40;  // bytes of the text that is not shown

/// Words by how often they stand somewhere.
using Bag = std::map<std::string, std::size_t, std::less<>>;

/// Calls `use` for every word between white space.
template <typename Use>
void for_each_word(std::string_view words, const Use& use) {
    constexpr std::string_view white = " \t\n\r";
    for (std::size_t begin = words.find_first_not_of(white); begin < words.size();) {
        const std::size_t end = std::min(words.find_first_of(white, begin), words.size());
        use(words.substr(begin, end - begin));
        begin = words.find_first_not_of(white, end);
    }
}

void add_words(Bag& bag, std::string_view words) {
    for_each_word(words, [&](std::string_view word) { ++bag[std::string(word)]; });
}

/// All that the slides of each page show.
std::vector<Bag> shown_words(const doc::Book& book, const deck::Deck& deck) {
    std::vector<Bag> shown(book.pages.size());
    for (const deck::Slide& slide : deck.slides) {
        if (index(slide.page) >= shown.size()) continue;
        Bag& bag = shown[index(slide.page)];
        if (!slide.kicker_cut) add_words(bag, doc::plain_text(slide.kicker));
        add_words(bag, doc::plain_text(slide.title));
        add_words(bag, slide.number);
        for (const auto& claim : slide.claim) add_words(bag, doc::plain_text(claim));
        for (const auto& line : slide.links) add_words(bag, doc::plain_text(line));
        add_words(bag, doc::plain_text(slide.body));
    }
    return shown;
}

/// How often the slides of each page show each picture in a line.
using PictureCounts = std::map<MediaId, std::size_t>;
std::vector<PictureCounts> shown_pictures(const doc::Book& book, const deck::Deck& deck) {
    std::vector<PictureCounts> shown(book.pages.size());
    for (const deck::Slide& slide : deck.slides)
        if (index(slide.page) < shown.size())
            deck::for_each_line_picture(slide, [&](const doc::InlineImage& picture) {
                ++shown[index(slide.page)][picture.media];
            });
    return shown;
}

/// Notes in PowerPoint have no pictures in their lines.
class LinePictureAccount {
public:
    LinePictureAccount(const doc::Book& book, PictureCounts shown, Parity& parity)
        : book_(book), shown_(std::move(shown)), parity_(parity) {}

    void blocks(const doc::Blocks& list) {
        for (const doc::Block& block : list)
            doc::for_each_child(
                block, [&](const doc::Inlines& body) { inlines(body, block.span); },
                [&](const doc::Blocks& body) { blocks(body); });
    }

private:
    void inlines(const doc::Inlines& list, Span span) {
        deck::for_each_line_picture(list, [&](const doc::InlineImage& picture) {
            if (const auto found = shown_.find(picture.media);
                found != shown_.end() && found->second > 0) {
                --found->second;
                return;
            }
            const auto file = text::file_name(book_.media[index(picture.media)].path);
            if (picture.alternative.empty())
                parity_.note(span, Fate::left_out, say("picture '{}' in a line", file));
            else
                parity_.note(span, Fate::moved_to_notes,
                             say("picture '{}' in a line, as its alternative text", file));
        });
    }

    const doc::Book& book_;
    PictureCounts shown_;
    Parity& parity_;
};

std::string quoted_start(std::string_view words) {
    if (words.size() <= longest_quote) return fmt::format("'{}'", words);
    const std::size_t space = words.substr(0, longest_quote).rfind(' ');
    const std::size_t end = space == std::string_view::npos ? words.find(' ') : space;
    return fmt::format("'{} …'", words.substr(0, end));
}

/// Removes the words of a page's text from those that its slides show, and notes text whose words
/// are not there.
class PageAccount {
public:
    PageAccount(Bag shown, Fate fate, Parity& parity)
        : shown_(std::move(shown)), fate_(fate), parity_(parity) {}

    void blocks(const doc::Blocks& list) {
        for (const doc::Block& block : list)
            doc::for_each_child(
                block, [&](const doc::Inlines& body) { words(doc::plain_text(body), block.span); },
                [&](const doc::Blocks& body) { blocks(body); });
    }

private:
    void words(const std::string& written, Span span) {
        std::size_t lost = 0;
        for_each_word(written, [&](std::string_view word) {
            const auto found = shown_.find(word);
            if (found == shown_.end() || found->second == 0)
                ++lost;
            else
                --found->second;
        });
        if (lost > 0)
            parity_.note(span, fate_,
                         say_count(lost, "{} word of {}", "{} words of {}", lost,
                                   quoted_start(text::trim(written))));
    }

    Bag shown_;
    Fate fate_;
    Parity& parity_;
};

}  // namespace

Parity parity_of_deck(Panel panel, const doc::Book& book, const deck::Deck& deck,
                      SpeakerNotes notes) {
    Parity parity{std::string(name(panel))};
    const bool printed = panel != Panel::slides || notes == SpeakerNotes::behind_slides;
    const Fate fate = printed ? Fate::moved_to_notes : Fate::left_out;
    auto shown = shown_words(book, deck);
    auto pictures = shown_pictures(book, deck);
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        const doc::Page& page = book.pages[i];
        if (!deck.pages[i]) continue;
        PageAccount account(std::move(shown[i]), fate, parity);
        account.blocks(page.body);
        for (const doc::Note& note : page.notes) account.blocks(note.body);
        if (panel != Panel::pptx) continue;
        LinePictureAccount in_lines(book, std::move(pictures[i]), parity);
        in_lines.blocks(page.body);
        for (const doc::Note& note : page.notes) in_lines.blocks(note.body);
    }
    for (const deck::Slide& slide : deck.slides)
        if (slide.kicker_cut)
            parity.note(slide.span, fate,
                        say("end of the heading above, {}",
                            quoted_start(text::trim(doc::plain_text(slide.kicker)))));
    return parity;
}

}  // namespace triptych::pipeline
