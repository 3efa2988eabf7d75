#include "gitbook/book/slide_wishes.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "doc/page_choice.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/slide_values.hpp"

namespace triptych::gitbook {
namespace {

/// A wish in one word: 'skip', or yes and no.
ReadWishes read_word(const YAML::Node& node, const SlideValues& values) {
    ReadWishes wishes;
    const std::string value = scalar(node);
    wishes.page.skip = value == "skip" || is_false(node);
    if (!wishes.page.skip && !is_true(node))
        values.report(node,
                      node.IsScalar() ? say("'{}' is no wish for slides", value)
                                      : say("a list is no wish for slides"),
                      say("write 'skip', or keys such as 'level' and 'title'"));
    return wishes;
}

/// What a page leaves open is as the book wishes.
void fill_in(doc::SlideWishes& page, const doc::SlideWishes& book) {
    page.skip = page.skip || book.skip;
    if (!page.level) page.level = book.level;
    if (page.picture == doc::SlidePicture::automatic) page.picture = book.picture;
}

void fill_in(doc::DigestWishes& page, const doc::DigestWishes& book) {
    if (!page.detail) page.detail = book.detail;
    if (page.layout.name.empty()) page.layout = book.layout;
    if (!page.steps) page.steps = book.steps;
    page.keep.insert(page.keep.end(), book.keep.begin(), book.keep.end());
}

std::string folded(std::string_view title) {
    return text::lower_case(text::collapse_spaces(title));
}

/// The titles of the page's sections, with and without the author's numbers.
std::set<std::string> titles_in(const doc::Page& page) {
    std::set<std::string> titles;
    for (const auto& block : page.body)
        if (const auto* heading = std::get_if<doc::Heading>(&block.node)) {
            titles.insert(folded(doc::plain_text(heading->body)));
            titles.insert(folded(heading->number + " " + doc::plain_text(heading->body)));
        }
    return titles;
}

void report_unknown_sections(const doc::Book& book, const std::vector<doc::DigestWishes>& digests,
                             Diagnostics& diagnostics) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> known;
    std::vector<const doc::NamedSection*> named;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        if (digests[i].keep.empty()) continue;
        const auto titles = titles_in(book.pages[i]);
        for (const auto& section : digests[i].keep) {
            named.push_back(&section);
            if (titles.contains(folded(section.title)))
                known.insert({static_cast<std::uint32_t>(section.span.file), section.span.begin});
        }
    }
    for (const auto* section : named)
        if (!known.contains({static_cast<std::uint32_t>(section->span.file), section->span.begin}))
            diagnostics.report(Kind::invalid_value, section->span,
                               say("no section is called '{}'", section->title),
                               say("write the heading as it stands on the page"));
}

}  // namespace

ReadWishes read_slide_wishes(const YAML::Node& node, const YamlSource& source,
                             Diagnostics& diagnostics) {
    const SlideValues values(node, source, diagnostics);
    if (!node.IsMap()) return read_word(node, values);
    report_unknown_keys(
        node, {"skip", "level", "title", "notes", "picture", "detail", "keep", "layout", "steps"},
        source, diagnostics);
    ReadWishes wishes;
    wishes.page.skip = values.yes_or_no("skip").value_or(false);
    if (const auto level = values.number("level", 1, 6, say("a heading level")))
        wishes.page.level = static_cast<std::uint8_t>(*level);
    wishes.page.title = values.text("title");
    wishes.page.notes = values.text("notes");
    wishes.page.picture = values.picture();
    wishes.digest.detail = values.detail();
    wishes.digest.keep = values.sections("keep");
    wishes.digest.layout = {values.text("layout"), values.span_of_value("layout")};
    wishes.digest.steps = values.yes_or_no("steps");
    return wishes;
}

std::vector<WishesOfPages> read_wishes_of_pages(const YAML::Node& node, const YamlSource& source,
                                                Diagnostics& diagnostics) {
    std::vector<WishesOfPages> found;
    if (node.IsNull()) return found;
    if (!node.IsMap()) {
        diagnostics.report(Kind::invalid_value, span_of(node, source),
                           say("'slides' names pages and what is wished for their slides"),
                           say("write lines such as 'guide/*: {{detail: outline}}'"));
        return found;
    }
    for (const auto& entry : node)
        found.push_back({{scalar(entry.first), span_of(entry.first, source)},
                         read_slide_wishes(entry.second, source, diagnostics)});
    return found;
}

void grant_wishes(doc::Book& book, std::vector<doc::DigestWishes>& digests,
                  const std::vector<WishesOfPages>& wishes, Diagnostics& diagnostics) {
    for (auto each = wishes.rbegin(); each != wishes.rend(); ++each) {
        const auto chosen = doc::chosen_pages(book, {each->pages}, diagnostics);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (!chosen[i]) continue;
            fill_in(book.pages[i].slides, each->wishes.page);
            fill_in(digests[i], each->wishes.digest);
        }
    }
    report_unknown_sections(book, digests, diagnostics);
}

}  // namespace triptych::gitbook
