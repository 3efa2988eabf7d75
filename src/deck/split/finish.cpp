#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "base/words.hpp"
#include "deck/split/section.hpp"
#include "doc/own_words.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

void number_parts(Deck& deck) {
    std::map<std::string_view, std::uint16_t> counts;
    for (auto& slide : deck.slides) slide.part = ++counts[slide.section];
    for (auto& slide : deck.slides) slide.parts = counts[slide.section];
}

void make_ids_unique(Deck& deck) {
    std::set<std::string, std::less<>> taken;
    for (auto& slide : deck.slides) {
        slide.id = slide.section;
        for (unsigned count = slide.part; !taken.insert(slide.id).second; ++count)
            slide.id = slide.section + "." + std::to_string(count);
    }
}

/// Slides by what their titles, as they are read out, have in common.
using ByTitle = std::map<std::string, std::vector<Slide*>>;

ByTitle by_title(Deck& deck) {
    ByTitle slides;
    for (auto& slide : deck.slides) slides[text::title_key(full_title(slide))].push_back(&slide);
    return slides;
}

std::string continued(std::string_view language) {
    return std::string(word_in(language, Word::continued));
}

/// `words` from the first letter or figure on: a picture in front of them says nothing in brackets.
std::string without_ornament(const std::string& words) {
    for (std::size_t at = 0, next = 0; at < words.size(); at = next) {
        const char32_t c = text::next_code_point(words, next);
        if (doc::typography::is_alphanumeric(c)) return words.substr(at);
    }
    return words;
}

/// What a kicker names last: the page, behind its part.
std::string page_in(const std::string& kicker) {
    static constexpr std::string_view between = " \xC2\xB7 ";
    const std::size_t at = kicker.rfind(between);
    return at == std::string::npos ? kicker : kicker.substr(at + between.size());
}

/// What a slide shows that stands behind the points of its section.
std::string_view kind_word(const Slide& slide, const std::string& language) {
    if (!slide.section.ends_with("-2")) return {};
    if (slide.archetype == Archetype::table) return word_in(language, Word::table);
    if (slide.archetype == Archetype::picture) return word_in(language, Word::image);
    if (slide.archetype == Archetype::code) return word_in(language, Word::code);
    return {};
}

/// The first slide of a title keeps it bare when it opens the page that the others belong to.
void qualify_by_kicker(std::vector<Slide*>& slides, const std::string& language) {
    for (std::size_t i = 1; i < slides.size(); ++i) {
        if (const auto kind = kind_word(*slides[i], language); !kind.empty()) {
            slides[i]->qualifier = text::lower_case(kind);
            slides[i]->is_own_qualifier = true;
            continue;
        }
        const std::string kicker = text::collapse_spaces(doc::plain_text(slides[i]->kicker));
        const std::string title = text::collapse_spaces(doc::plain_text(slides[i]->title));
        slides[i]->is_own_qualifier = kicker.empty() || kicker == title;
        slides[i]->qualifier =
            slides[i]->is_own_qualifier ? continued(language) : without_ornament(page_in(kicker));
    }
}

void qualify_by_count(std::vector<Slide*>& slides, const std::string& language) {
    for (std::size_t i = 1; i < slides.size(); ++i) {
        auto& qualifier = slides[i]->qualifier;
        qualifier += (qualifier.empty() ? "" : " ") + own_digits(i + 1, language);
    }
}

void tell_titles_apart(Deck& deck) {
    for (auto& slide : deck.slides) {
        slide.qualifier.clear();
        slide.is_own_qualifier = false;
    }
    for (auto& [title, slides] : by_title(deck)) qualify_by_kicker(slides, deck.language);
    for (auto& [title, slides] : by_title(deck)) qualify_by_count(slides, deck.language);
}

}  // namespace

void finish(Deck& deck) {
    for (auto& slide : deck.slides) slide.language = deck.language;
    number_parts(deck);
    make_ids_unique(deck);
    tell_titles_apart(deck);
}

std::string title_suffix(const Slide& slide) {
    std::string inside = slide.qualifier;
    if (slide.parts > 1) {
        if (!inside.empty()) inside += ", ";
        inside +=
            own_digits(slide.part, slide.language) + "/" + own_digits(slide.parts, slide.language);
    }
    return inside.empty() ? "" : " (" + inside + ")";
}

doc::Inlines title_suffix_words(const Slide& slide) {
    const std::string suffix = title_suffix(slide);
    if (suffix.empty()) return {};
    if (!slide.is_own_qualifier || language_of_words(slide.language).empty())
        return {{doc::Text{suffix}, slide.span}};
    constexpr std::size_t bracket = 2;  // " ("
    doc::Inlines words = {{doc::Text{suffix.substr(0, bracket)}, slide.span}};
    for (doc::Inline& own : doc::own_words(slide.qualifier, slide.language, slide.span))
        words.push_back(std::move(own));
    words.push_back({doc::Text{suffix.substr(bracket + slide.qualifier.size())}, slide.span});
    return words;
}

std::string full_title(const Slide& slide) {
    std::string title = text::collapse_spaces(doc::plain_text(slide.title)) + title_suffix(slide);
    return slide.number.empty() ? title : slide.number + " " + title;
}

doc::Inlines full_title_words(const Slide& slide) {
    std::string title = full_title(slide);
    doc::Inlines suffix = title_suffix_words(slide);
    if (suffix.size() < 2) return {{doc::Text{std::move(title)}, slide.span}};
    title.resize(title.size() - title_suffix(slide).size());
    doc::Inlines words = {{doc::Text{std::move(title)}, slide.span}};
    for (doc::Inline& part : suffix) words.push_back(std::move(part));
    return words;
}

}  // namespace triptych::deck
