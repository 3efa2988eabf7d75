#include "pipeline/parity.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

#include <triptych/findings.hpp>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::pipeline {
namespace {

/// What a finding says of the author's content; nothing where all of it is shown. `of_dropped` is
/// the fate of what the finding calls dropped.
// Long because every kind of finding is judged here.
std::optional<Fate> fate_of(Kind kind, Fate of_dropped) {
    switch (kind) {
        case Kind::content_dropped:
        case Kind::slides_joined:
            return of_dropped;
        case Kind::unreadable_source:
        case Kind::path_outside_book:
        case Kind::summary_entry:
        case Kind::page_left_out:
        case Kind::missing_include:
        case Kind::include_cycle:
        case Kind::empty_heading:
        case Kind::picture_text_lost:
        case Kind::unsafe_picture:
            return Fate::left_out;
        case Kind::invalid_utf8:
        case Kind::link_scheme:
        case Kind::costly_picture:
        case Kind::nesting_too_deep:
        case Kind::unsupported_html:
        case Kind::link_out_of_book:
        case Kind::broken_link:
        case Kind::broken_anchor:
        case Kind::missing_image:
        case Kind::unreadable_image:
        case Kind::missing_glyph:
        case Kind::unsupported_math:
            return Fate::replaced;
        // The words are there, or there are none: tags, keys, the looks of things, whole outputs.
        case Kind::invalid_yaml:
        case Kind::unknown_key:
        case Kind::invalid_value:
        case Kind::title_assumed:
        case Kind::dialect:
        case Kind::language_assumed:
        case Kind::local_link:
        case Kind::unknown_tag:
        case Kind::unclosed_tag:
        case Kind::stray_end_tag:
        case Kind::escaped_tag:
        case Kind::unknown_variable:
        case Kind::failed_emphasis:
        case Kind::unknown_emoji:
        case Kind::space_in_link:
        case Kind::missing_alternative:
        case Kind::unused_note:
        case Kind::heading_jump:
        case Kind::system_font:
        case Kind::unreadable_font:
        case Kind::low_contrast:
        case Kind::no_hyphenation:
        case Kind::formula_language:
        case Kind::unused_option:
        case Kind::unknown_choice:
        case Kind::slide_shrunk:
        case Kind::slide_split:
        case Kind::many_slides:
        case Kind::page_without_claim:
        case Kind::unusable_template:
        case Kind::unknown_layout:
        case Kind::not_pdf_x:
        case Kind::unwritable_output:
        case Kind::undrawn_diagram:  // told of the diagram itself
            return std::nullopt;
    }
    return std::nullopt;
}

bool has_slides(Panel panel) {
    return panel == Panel::slides || panel == Panel::pptx || panel == Panel::html;
}

std::string file_name(const doc::Book& book, MediaId media) {
    return std::string(text::file_name(book.media[index(media)].path));
}

/// Words between the tags of `<text>` elements; nothing is understood of the drawing.
std::size_t words_of_svg(std::string_view svg) {
    std::size_t count = 0;
    for (std::size_t at = svg.find("<text"); at != std::string_view::npos;) {
        const std::size_t end = std::min(svg.find("</text", at), svg.size());
        bool in_tag = false, in_word = false;
        for (const char c : svg.substr(at, end - at)) {
            in_tag = c == '<' || (in_tag && c != '>');
            const bool letter = !in_tag && c != '>' && static_cast<unsigned char>(c) > ' ';
            count += letter && !in_word;
            in_word = letter;
        }
        at = svg.find("<text", end);
    }
    return count;
}

/// Walks a book for what one panel can't show.
class ModelAccount {
public:
    ModelAccount(Panel panel, const doc::Book& book, const image::Store& images,
                 const std::vector<bool>* shown)
        : panel_(panel),
          book_(book),
          images_(images),
          shown_(shown),
          parity_(std::string(name(panel))) {}

    Parity take() {
        for (std::size_t i = 0; i < book_.pages.size(); ++i)
            page(book_.pages[i], PageId{static_cast<std::uint32_t>(i)});
        return std::move(parity_);
    }

private:
    bool lacks_slides(PageId page) const { return shown_ && !(*shown_)[index(page)]; }
    void page(const doc::Page& page, PageId id) {
        const Span start{page.span.file, page.span.begin, page.span.begin};
        if (lacks_slides(id))
            return parity_.note(start, Fate::left_out,
                                say("page '{}', for which no slides are wished", page.short_title));
        if (page.cover && has_slides(panel_))
            parity_.note(start, Fate::left_out,
                         say("picture over the title, '{}'", file_name(book_, *page.cover)));
        inlines(page.title);
        blocks(page.body);
        for (const doc::Note& note : page.notes) blocks(note.body);
    }
    void blocks(const doc::Blocks& list) {
        for (const doc::Block& block : list) {
            this->block(block);
            doc::for_each_child(
                block, [this](const doc::Inlines& body) { inlines(body); },
                [this](const doc::Blocks& body) { blocks(body); });
        }
    }
    // Long because it says for every kind of block what becomes of it.
    void block(const doc::Block& block) {
        const auto replaced = [&](Message what) {
            parity_.note(block.span, Fate::replaced, std::move(what));
        };
        std::visit(Match{
                       [](const doc::Paragraph&) {},
                       [](const doc::Heading&) {},
                       [](const doc::List&) {},
                       [](const doc::Callout&) {},
                       [](const doc::Quote&) {},
                       [](const doc::CodeBlock&) {},
                       [&](const doc::Diagram& diagram) {
                           replaced(say("diagram ({}): its source is shown", diagram.language));
                       },
                       [&](const doc::MathBlock&) { formula(block.span); },
                       [](const doc::Table&) {},
                       [&](const doc::Figure& figure) { pictures(figure); },
                       [](const doc::MissingPicture&) {},
                       [](const doc::Tabs&) {},
                       [](const doc::Steps&) {},
                       [&](const doc::Cards& cards) {
                           for (const doc::Card& card : cards.cards)
                               if (card.target) target(*card.target, card.span);
                       },
                       [](const doc::Details&) {},
                       [](const doc::Columns&) {},
                       [&](const doc::Updates& updates) { tags(updates); },
                       [&](const doc::LinkCard& card) { this->card(card, block.span); },
                       [](const doc::ThematicBreak&) {},
                       [&](const doc::Unsupported& unknown) {
                           replaced(say("'{}': its source is shown", unknown.name));
                       },
                   },
                   block.node);
    }
    /// The slide of an update is named by its date alone.
    void tags(const doc::Updates& updates) {
        if (!has_slides(panel_)) return;
        for (const doc::Update& update : updates.updates)
            if (!update.tags.empty())
                parity_.note(update.span, Fate::left_out,
                             say("tags of the update of {}", update.date));
    }
    void pictures(const doc::Figure& figure) {
        for (const doc::Picture& picture : figure.pictures) {
            words_in(picture.media, picture.span);
            if (!picture.target) continue;
            target(*picture.target, picture.span);
            if (panel_ == Panel::pptx)
                parity_.note(picture.span, Fate::left_out, say("the link of a picture"));
        }
    }
    /// Text of a drawing is drawn with it: it can't be searched, nor read aloud.
    void words_in(MediaId media, Span span) {
        const auto info = images_.info(media);
        if (panel_ == Panel::epub || !info || info->format != image::Format::svg) return;
        if (const std::size_t count = words_of_svg(images_.bytes(media).value_or("")); count > 0)
            parity_.note(span, Fate::replaced,
                         say_count(count, "{} word of text in picture '{}': drawn with it",
                                   "{} words of text in picture '{}': drawn with it", count,
                                   file_name(book_, media)));
    }
    void card(const doc::LinkCard& card, Span span) {
        target(card.target, span);
        const bool media = card.kind == doc::LinkCardKind::video ||
                           card.kind == doc::LinkCardKind::web ||
                           card.kind == doc::LinkCardKind::api;
        const auto* url = std::get_if<doc::Url>(&card.target);
        if (media && url != nullptr)
            parity_.note(span, Fate::replaced,
                         say("embedded '{}': a card with its link is shown", url->address));
    }
    /// What can't be set in the other outputs is reported when they are made.
    void formula(Span span) {
        if (panel_ == Panel::pptx)
            parity_.note(span, Fate::replaced,
                         say("formula: programs other than PowerPoint show a line of text"));
    }
    void target(const doc::Target& target, Span span) {
        if (const auto* file = std::get_if<doc::FileRef>(&target))
            parity_.note(span, Fate::replaced,
                         say("file '{}': named, not contained", file_name(book_, file->media)));
        const auto* page = std::get_if<doc::PageRef>(&target);
        if (page != nullptr && lacks_slides(page->page))
            parity_.note(span, Fate::replaced, say("link to a page without slides: plain text"));
    }
    void inlines(const doc::Inlines& list) {
        for (const doc::Inline& node : list) {
            const doc::InlineFacts facts = doc::facts_of(node);
            if (facts.target != nullptr) target(*facts.target, node.span);
            if (facts.formula != nullptr) formula(node.span);
            if (facts.picture != nullptr) words_in(facts.picture->media, node.span);
            doc::for_each_child(node, [this](const doc::Inlines& body) { inlines(body); });
        }
    }

    Panel panel_;
    const doc::Book& book_;
    const image::Store& images_;
    const std::vector<bool>* shown_;
    Parity parity_;
};

}  // namespace

std::string_view name(Panel panel) {
    switch (panel) {
        case Panel::booklet:
            return "booklet";
        case Panel::epub:
            return "epub";
        case Panel::slides:
            return "slides";
        case Panel::pptx:
            return "pptx";
        case Panel::html:
            break;
    }
    return "html";
}

Parity parity_of_findings(Panel panel, const Diagnostics& reading, const Diagnostics& making) {
    Parity parity{std::string(name(panel))};
    const auto note = [&](const Diagnostics& findings, Fate of_dropped) {
        for (const Finding& finding : fold(findings, {}).all) {
            const auto fate = fate_of(finding.kind, of_dropped);
            if (!fate) continue;
            // What a cause stands for is told once.
            const std::size_t places = finding.particulars.empty() ? finding.places.size() : 1;
            for (std::size_t i = 0; i < places; ++i)
                parity.note(finding.places[i], *fate, finding.message);
        }
    };
    note(reading, Fate::left_out);
    note(making, Fate::shortened);
    return parity;
}

Parity parity_of_model(Panel panel, const doc::Book& book, const image::Store& images,
                       const std::vector<bool>* shown) {
    return ModelAccount(panel, book, images, shown).take();
}

}  // namespace triptych::pipeline
