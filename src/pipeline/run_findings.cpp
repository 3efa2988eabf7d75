#include "pipeline/run_findings.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/hyphenation_package.hpp"
#include "base/language_tag.hpp"
#include "base/parallel.hpp"
#include "doc/speech.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "image/unreadable.hpp"
#include "pptx/templates/template.hpp"
#include "typeset/inline/hyphenate.hpp"

namespace triptych::pipeline {
namespace {

constexpr std::size_t many_slides = 40;  ///< of one page

bool wants_any(const Request& request, std::initializer_list<Panel> panels) {
    return std::any_of(panels.begin(), panels.end(),
                       [&](Panel panel) { return wants(request, panel); });
}

/// Titles in a row, the first few of many.
Message listed(const std::vector<std::string>& titles) {
    constexpr std::size_t most = 6;
    Message row;
    for (std::size_t i = 0; i < std::min(titles.size(), most); ++i)
        row = i == 0 ? say("'{}'", titles[i]) : say("{}, '{}'", row, titles[i]);
    if (titles.size() <= most) return row;
    const std::size_t more = titles.size() - most;
    return say_count(more, "{} and {} more", "{} and {} more", row, more);
}

}  // namespace

void report_unused_options(const Request& request, Diagnostics& diagnostics) {
    const auto report = [&](bool asked, std::string_view option, const Message& missing) {
        if (asked)
            diagnostics.report(Kind::unused_option, {},
                               say("{} changes nothing: {}", option, missing),
                               say("leave it out, or make that, too"));
    };
    const bool any_slides = wants_any(request, {Panel::slides, Panel::pptx, Panel::html});
    report(request.deck.slides && !any_slides, "--slides", say("no slides are made"));
    report(request.deck.minutes && !any_slides, "--minutes", say("no slides are made"));
    report(!request.deck.decks.empty() && !any_slides, "--deck", say("no slides are made"));
    report(request.deck.depth && !any_slides, "--depth", say("no slides are made"));
    report(request.deck.detail != Detail{} && !any_slides, "--detail", say("no slides are made"));
    const bool slides = wants(request, Panel::slides);
    report(request.notes == SpeakerNotes::behind_slides && !slides, "--notes",
           say("no slides are made as PDF"));
    report(request.handout && !slides, "--handout", say("no slides are made as PDF"));
    report(request.template_folder != nullptr && !wants(request, Panel::pptx), "--template",
           say("no PowerPoint slides are made"));
    report(request.html_folder && !wants(request, Panel::html), "--html-folder",
           say("no slides are made as HTML"));
    const bool booklet = wants(request, Panel::booklet);
    report(request.imposition && !booklet, "--impose", say("no booklet is made"));
    report(request.purpose == Purpose::print && !booklet, "--for print", say("no booklet is made"));
    report(request.readable_pdf && !booklet && !slides, "--pdf-readable", say("no PDF is made"));
    report(request.standard != PdfStandard{} && !booklet && !slides, "--standard",
           say("no PDF is made"));
    report(!request.attach.empty() && request.standard == PdfStandard::ua1, "--attach",
           say("PDF/A-2 holds no files; 'standard: ua2' does"));
}

void report_remarks(const deck::Deck& deck, const doc::Book& book, Diagnostics& diagnostics) {
    for (const deck::Remark& remark : deck.remarks) {
        const Span span = book.pages[index(remark.page)].span;
        switch (remark.kind) {
            case deck::RemarkKind::sections_joined:
                diagnostics.report(
                    Kind::slides_joined, span,
                    say("the {} slides of this page's sections are joined, as asked for: {}",
                        remark.count, listed(remark.titles)),
                    say("name sections in 'slides: {{keep: […]}}' that need a slide of their own"));
                break;
            case deck::RemarkKind::pages_joined:
                diagnostics.report(Kind::slides_joined, span,
                                   say("{} pages share a slide, as asked for: {}", remark.count,
                                       listed(remark.titles)),
                                   say("name fewer pages, or allow more slides"));
                break;
            case deck::RemarkKind::over_limit:
                diagnostics.report(
                    Kind::many_slides, {},
                    say("no more than {} slides were asked for, and {} are the least that can be "
                        "made: the cover, what opens and closes the deck, and a slide for each "
                        "part or a few pages",
                        remark.asked, remark.count),
                    say("name fewer pages, or allow more slides"));
                break;
            case deck::RemarkKind::without_claim:
                diagnostics.report(
                    Kind::page_without_claim, span,
                    say("no sentence says what this page is about: slides can only name its "
                        "sections"),
                    say("open it with one, or write a 'description' in its front matter"));
                break;
        }
    }
}

void report_slide_counts(const deck::Deck& deck, const doc::Book& book, Diagnostics& diagnostics) {
    std::vector<std::size_t> counts(book.pages.size());
    for (const deck::Slide& slide : deck.slides) {
        if (index(slide.page) < counts.size()) ++counts[index(slide.page)];
        if (slide.part == 1 && slide.parts > 1)
            diagnostics.report(
                Kind::slide_split, slide.span,
                say("slide '{}' was split in {}", doc::plain_text(slide.title), slide.parts),
                say("shorten it, or put a heading where it should break"));
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > many_slides)
            diagnostics.report(Kind::many_slides, book.pages[i].span,
                               say("this page makes {} slides", counts[i]),
                               say("set 'slides: {{level: 2}}' or 'slides: {{skip: true}}' in its "
                                   "front matter, or build with --depth 1"));
}

void report_unknown_layouts(const Loaded& loaded, Diagnostics& diagnostics) {
    const auto is_known = [&](const std::string& key) {
        return std::any_of(loaded.decks.begin(), loaded.decks.end(), [&](const DeckJob& job) {
            return job.base && job.base->sheets.named.contains(key);
        });
    };
    const bool on_template = std::any_of(loaded.decks.begin(), loaded.decks.end(),
                                         [](const DeckJob& job) { return job.base != nullptr; });
    std::set<std::pair<FileId, std::uint32_t>> told;  // a wish for a folder is one of many pages
    for (const doc::DigestWishes& wishes : loaded.plans.pages) {
        const doc::NamedLayout& layout = wishes.layout;
        const auto key = deck::layout_key(layout.name);
        if (key.empty() || is_known(key)) continue;
        if (!told.emplace(layout.span.file, layout.span.begin).second) continue;
        if (on_template)
            diagnostics.report(
                Kind::unknown_layout, layout.span,
                say("the template has no layout '{}' with a title and room for text", layout.name),
                say("write a layout's name as PowerPoint shows it"));
        else
            diagnostics.report(
                Kind::unknown_layout, layout.span,
                say("layout '{}' is one of a template, and there is none", layout.name),
                say("build with --template, or name one in triptych.yaml"));
    }
}

namespace {

void report_hyphenation(const Request& request, const doc::Book& book, Diagnostics& diagnostics) {
    const std::string& language = book.metadata.language;
    if (request.hyphenation == nullptr || language.empty() ||
        !wants_any(request, {Panel::booklet, Panel::slides}) ||
        typeset::can_hyphenate(*request.hyphenation, language))
        return;
    const std::string package = hyphenation_package(language);
    diagnostics.report(
        Kind::no_hyphenation, {},
        say("no hyphenation patterns for '{}' are installed: words are not divided", language),
        package.empty() ? say("Debian has none; those that TeX or LibreOffice has go into hyphen/ "
                              "of the data folder, as hyph_{}.dic",
                              primary_language(language))
                        : say("install them: apt-get install {}", package));
}

/// The place of the first formula there.
std::optional<Span> first_formula(const doc::Inlines& body) {
    std::optional<Span> first;
    for (const doc::Inline& node : body) {
        if (first) break;
        if (doc::facts_of(node).formula != nullptr) return node.span;
        doc::for_each_child(node, [&](const doc::Inlines& inside) {
            if (!first) first = first_formula(inside);
        });
    }
    return first;
}
std::optional<Span> first_formula(const doc::Blocks& blocks) {
    std::optional<Span> first;
    for (const doc::Block& block : blocks) {
        if (first) break;
        doc::for_each_formula(block, [&](const std::string&) { first = block.span; });
        const auto look = [&](const auto& inside) {
            if (!first) first = first_formula(inside);
        };
        doc::for_each_child(block, look, look);
    }
    return first;
}

void report_speech(const doc::Book& book, Diagnostics& diagnostics) {
    const std::string& language = book.metadata.language;
    if (language.empty() || doc::can_speak_formulas(language)) return;
    for (const doc::Page& page : book.pages)
        if (const auto formula = first_formula(page.body)) {
            diagnostics.report(
                Kind::formula_language, *formula,
                say("formulas are read out in English: no words for them are known in '{}'",
                    language),
                {});
            return;
        }
}

}  // namespace

void report_language(const Request& request, const doc::Book& book, Diagnostics& diagnostics) {
    report_hyphenation(request, book, diagnostics);
    report_speech(book, diagnostics);
}

void report_fonts(const Loaded& loaded, Diagnostics& diagnostics) {
    for (const auto& path : loaded.fonts->unreadable())
        diagnostics.report(Kind::unreadable_font, {}, say("font '{}' can't be read", path),
                           say("restore the file, or name another one in the layout's theme.yaml"));
}

void report_pictures(const Loaded& loaded, Diagnostics& diagnostics) {
    const auto& media = loaded.book.media;
    std::vector<char> unreadable(media.size());
    for_each_index(media.size(), loaded.threads, [&](std::size_t i) {
        const MediaId id{static_cast<std::uint32_t>(i)};
        const bool wanted =
            media[i].kind == doc::MediaKind::picture && loaded.images->same_as(id) == id;
        unreadable[i] = wanted && !loaded.images->rendition({id, {1, 1}});
    });
    for (std::size_t i = 0; i < media.size(); ++i)
        if (unreadable[i])
            image::report_unreadable(*loaded.images, MediaId{static_cast<std::uint32_t>(i)},
                                     diagnostics);
}

}  // namespace triptych::pipeline
