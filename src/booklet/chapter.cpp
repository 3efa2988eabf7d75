#include "booklet/chapter.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/words.hpp"
#include "booklet/link_notes.hpp"
#include "typeset/flow/notes.hpp"

namespace triptych::booklet {
namespace {

/// Stands for numbers that are not known yet; as wide as most will be.
constexpr std::string_view unknown_number = "00";

std::string_view label_of(const Labels& labels, std::string_view destination) {
    if (labels.empty()) return unknown_number;
    const auto known = labels.find(destination);
    return known == labels.end() ? std::string_view{} : known->second;
}

std::string destination_of(const doc::PageRef& ref, const doc::Book& book) {
    return ref.element.empty() ? book.pages[index(ref.page)].id : ref.element;
}

/// " (p. 12)" without a place to break inside.
std::string printed(std::string_view label, std::string_view language) {
    if (label.empty()) return {};
    return fmt::format(" ({}\u00A0{})", word_in(language, Word::page_abbreviation), label);
}

doc::Page page_to_print(const Setting& setting, PageId id) {
    doc::Page page = setting.book.pages[index(id)];
    const bool noted = setting.resources.sheet.booklet.links == style::LinksOnPaper::notes;
    return noted ? with_link_notes(std::move(page)) : with_sorted_notes(std::move(page));
}

/// A note stands where it is first referred to.
void keep_first_references(typeset::Galley& galley) {
    std::set<std::uint32_t> seen;
    for (typeset::Row& row : galley.rows) {
        std::vector<std::uint32_t> first;
        for (const std::uint32_t note : row.notes) {
            if (seen.insert(note).second) first.push_back(note);
        }
        row.notes = std::move(first);
    }
}

std::vector<Length> heights(const std::vector<typeset::Galley>& notes) {
    std::vector<Length> result;
    for (const typeset::Galley& note : notes) result.push_back(note.height());
    return result;
}

std::vector<typeset::PageRange> break_chapter(const Chapter& chapter, const style::Booklet& style) {
    const Length height = text_height(style.page);
    std::vector<typeset::PageRange> ranges = typeset::break_pages(
        chapter.text, {height, height, note_separation(style)}, heights(chapter.notes));
    if (ranges.empty()) ranges.emplace_back();
    return ranges;
}

}  // namespace

Length note_separation(const style::Booklet& style) {
    return style.medium[style::Role::footnote].text.leading;
}

Length text_height(const style::PageGeometry& page) {
    const Length height = page.text_height();
    if (page.baseline.units <= 0) return height;
    return {height.units / page.baseline.units * page.baseline.units};
}

typeset::Context make_context(const Setting& setting, typeset::Structure& structure,
                              Diagnostics& diagnostics) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    return {.resources = setting.resources,
            .book = setting.book,
            .medium = style.medium,
            .structure = structure,
            .diagnostics = diagnostics,
            .language = setting.book.metadata.language,
            .grid = style.page.baseline,
            .page_height = text_height(style.page)};
}

Chapter set_chapter(const Setting& setting, PageId id, const Labels& labels) {
    Chapter chapter;
    const style::Booklet& style = setting.resources.sheet.booklet;
    const doc::Page page = page_to_print(setting, id);
    typeset::Structure structure(pages::Tag::section);
    typeset::Context context = make_context(setting, structure, chapter.diagnostics);
    context.note_prefix = page.id + ".note-";
    context.page_reference = [&](const doc::PageRef& ref) {
        const std::string destination = destination_of(ref, setting.book);
        const std::string_view label = label_of(labels, destination);
        chapter.references.push_back({destination, std::string(label)});
        return printed(label, setting.book.metadata.language);
    };
    const Length measure = style.page.measure();
    chapter.text = typeset::set_page(page, measure, structure.root(), context);
    keep_first_references(chapter.text);
    for (std::uint32_t i = 0; i < page.notes.size(); ++i) {
        chapter.notes.push_back(
            typeset::set_note(page.notes[i], i, measure, structure.root(), context));
    }
    chapter.ranges = break_chapter(chapter, style);
    chapter.elements = structure.take();
    return chapter;
}

bool is_stale(const Chapter& chapter, const Labels& labels) {
    return std::any_of(chapter.references.begin(), chapter.references.end(),
                       [&](const PrintedReference& reference) {
                           return label_of(labels, reference.destination) != reference.label;
                       });
}

}  // namespace triptych::booklet
