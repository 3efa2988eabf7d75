#include "booklet/chapter.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "booklet/link_notes.hpp"
#include "booklet/move_elements.hpp"
#include "booklet/signs.hpp"
#include "typeset/flow/notes.hpp"
#include "typeset/pages/fit_pages.hpp"
#include "typeset/pages/full_pages.hpp"
#include "typeset/pages/pair_breaks.hpp"

namespace triptych::booklet {
namespace {

/// Cost of a page break in front of a page that could follow on; below zero, it is a good place.
constexpr std::int32_t rather_new_page = -10;
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

/// A note stands on the page of its reference, and behind it those that it refers to in turn.
void add_notes_of_notes(SetSource& set, std::uint32_t first) {
    std::set<std::uint32_t> seen;
    for (typeset::Row& row : set.text.rows) {
        std::vector<std::uint32_t> all;
        const auto add = [&](std::uint32_t note) {
            if (note - first < set.notes.size() && seen.insert(note).second) all.push_back(note);
        };
        for (const std::uint32_t note : row.notes) {
            std::size_t next = all.size();
            add(note);
            for (; next < all.size(); ++next)
                for (const typeset::Row& inner : set.notes[all[next] - first].rows)
                    for (const std::uint32_t deeper : inner.notes) add(deeper);
        }
        row.notes = std::move(all);
    }
}

/// The chapter says where it stands; pages under it are less.
typeset::PageOpening opening_of(const Setting& setting, const ChapterPages& chapter, PageId id) {
    typeset::PageOpening opening;
    const bool is_first = id == chapter.pages.front();
    if (is_first) opening.anchors = chapter.stands_for;
    if (!is_first && setting.book.pages[index(id)].depth > 0) {
        opening.title = style::Role::subpage_title;
        return opening;
    }
    const doc::Name& part = setting.names.parts[chapter.part];
    const std::string& number = setting.names.pages[index(id)].number;
    opening.eyebrow = part.title;
    if (!part.title.empty() && !number.empty()) opening.eyebrow += " · " + number;
    return opening;
}

/// A page that follows on: set off from the text above it, and rather begun on a new printed page.
void set_apart(const style::Booklet& style, typeset::Galley& galley) {
    if (galley.rows.empty()) return;
    galley.rows.front().space_before = style.medium[style::Role::body].text.leading * 5 / 2;
    galley.rows.front().break_penalty = rather_new_page;
}

/// Rows of `from` behind those of `to`, their frames and elements renumbered.
void append_galley(typeset::Galley from, std::uint32_t elements, typeset::Galley& to) {
    const auto frames = static_cast<std::int32_t>(to.frames.size());
    to.grid = from.grid;
    for (typeset::Frame& frame : from.frames) {
        if (frame.outer >= 0) frame.outer += frames;
        to.frames.push_back(frame);
    }
    for (typeset::Row& row : from.rows) {
        if (row.frame >= 0) row.frame += frames;
        move_elements(elements, row.items);
        row.items.shrink_to_fit();
        to.rows.push_back(std::move(row));
    }
}

/// The tree behind that of the chapter; its root hangs under the chapter's section.
std::uint32_t append_elements(std::vector<pages::Element> from, std::vector<pages::Element>& to) {
    const auto offset = static_cast<std::uint32_t>(to.size());
    for (pages::Element& element : from) {
        const bool is_root = to.size() == offset;
        const auto own = static_cast<std::uint32_t>(element.parent);
        if (!is_root) element.parent = static_cast<pages::ElementId>(own + offset);
        to.push_back(std::move(element));
    }
    return offset;
}

void append(SetSource source, Chapter& chapter) {
    const std::uint32_t offset = append_elements(std::move(source.elements), chapter.elements);
    append_galley(std::move(source.text), offset, chapter.text);
    for (typeset::Galley& note : source.notes) {
        append_galley(std::move(note), offset, chapter.notes.emplace_back());
    }
    std::move(source.references.begin(), source.references.end(),
              std::back_inserter(chapter.references));
    chapter.diagnostics.append(std::move(source.diagnostics));
}

/// Characters of the text of a row that are not white space.
std::size_t characters_in(const typeset::Row& row) {
    std::size_t count = 0;
    for (const pages::Item& item : row.items)
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            run && !pages::is_artifact(item.element))
            count += text::count_visible(run->text);
    return count;
}

/// One for each page: the first block that starts on it, or the one that goes on from the page
/// before.
std::vector<Beginning> beginnings_of(const Chapter& chapter) {
    const auto& rows = chapter.text.rows;
    std::vector<Beginning> out;
    Beginning open;
    std::size_t row = 0;
    for (const typeset::PageRange& range : chapter.ranges) {
        for (; row < range.begin && row < rows.size(); ++row) {
            if (rows[row].source.file != FileId::none) open = {rows[row].source, 0};
            open.offset += characters_in(rows[row]);
        }
        const bool starts = row < rows.size() && rows[row].source.file != FileId::none;
        out.push_back(starts ? Beginning{rows[row].source, 0} : open);
    }
    return out;
}

/// Breaks the chapter into pages, its rows in the order in which they are printed.
void break_chapter(const style::Booklet& style, Chapter& chapter) {
    const Length height = text_height(style.page);
    const Length leading = style.medium[style::Role::body].text.leading;
    typeset::BrokenGalley broken = typeset::break_around_full_pages(
        chapter.text, {height, height, note_separation(style), leading}, chapter.notes);
    chapter.ranges = std::move(broken.pages);
    chapter.room = broken.room;
    if (chapter.ranges.empty()) chapter.ranges.emplace_back();
    for (auto& [row, page] : chapter.starts) row = broken.moved[row];
}

typeset::FirstPage facing(Side side) {
    return side == Side::verso ? typeset::FirstPage::left : typeset::FirstPage::right;
}

}  // namespace

void face_pages(Side first, Chapter& chapter) {
    if (chapter.begins == first) return;
    chapter.begins = first;
    typeset::break_level(chapter.room, {chapter.ranges, chapter.notes}, facing(first),
                         chapter.text);
}

void level_pages(Side first, Chapter& chapter) {
    typeset::fit_pages(chapter.room, {chapter.ranges, chapter.notes}, facing(first), chapter.text);
    chapter.beginnings = beginnings_of(chapter);
}

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
    return {{.resources = setting.resources,
             .book = setting.book,
             .structure = structure,
             .diagnostics = diagnostics,
             .language = setting.book.metadata.language,
             .grid = style.page.baseline,
             .page_height = text_height(style.page),
             .link_codes = style.link_codes || style.links == style::LinksOnPaper::qr},
            style.medium};
}

std::vector<Source> prepare(const Setting& setting, const ChapterPages& chapter) {
    const style::LinksOnPaper on_paper = setting.resources.sheet.booklet.links;
    const bool noted =
        on_paper == style::LinksOnPaper::notes || on_paper == style::LinksOnPaper::qr;
    const LinkNotes links = noted ? LinkNotes::addresses : LinkNotes::none;
    const std::string prefix = setting.book.pages[index(chapter.pages.front())].id + ".note-";
    std::vector<Source> sources;
    std::uint32_t notes = 0;
    for (const PageId id : chapter.pages) {
        Source source{id, with_printed_notes(setting.book.pages[index(id)], links), notes, prefix,
                      opening_of(setting, chapter, id)};
        set_signs(source.page, setting.resources.sheet.booklet.medium.emoji);
        shift_references(source.page, notes);
        notes += static_cast<std::uint32_t>(source.page.notes.size());
        sources.push_back(std::move(source));
    }
    return sources;
}

SetSource set_source(const Setting& setting, const Source& source, const Labels& labels) {
    SetSource set;
    typeset::Structure structure(pages::Tag::section);
    typeset::Context context = make_context(setting, structure, set.diagnostics);
    context.note_prefix = source.note_prefix;
    context.page_reference = [&](const doc::PageRef& ref) {
        const std::string destination = destination_of(ref, setting.book);
        const std::string_view label = label_of(labels, destination);
        set.references.push_back({destination, std::string(label)});
        return std::string(label);
    };
    const Length measure = setting.resources.sheet.booklet.page.measure();
    set.text = typeset::set_page(source.page, source.opening, measure, structure.root(), context);
    std::uint32_t number = source.first_note;
    for (const doc::Note& note : source.page.notes) {
        set.notes.push_back(typeset::set_note(note, number++, measure, structure.root(), context));
    }
    add_notes_of_notes(set, source.first_note);
    set.elements = structure.take();
    return set;
}

Chapter join_chapter(const Setting& setting, const ChapterPages& pages,
                     std::vector<SetSource> sources) {
    Chapter chapter;
    chapter.part = pages.part;
    const style::Booklet& style = setting.resources.sheet.booklet;
    std::size_t rows = 0, elements = 0;
    for (const SetSource& source : sources) {
        rows += source.text.rows.size();
        elements += source.elements.size();
    }
    chapter.text.rows.reserve(rows);
    chapter.elements.reserve(elements);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        chapter.starts.emplace_back(chapter.text.rows.size(), pages.pages[i]);
        if (i > 0) set_apart(style, sources[i].text);
        append(std::move(sources[i]), chapter);
    }
    keep_first_references(chapter.text);
    break_chapter(style, chapter);
    return chapter;
}

PageId chapter_on_top(const Setting& setting, const Chapter& chapter, std::size_t range) {
    PageId current = chapter.starts.front().second;
    for (const auto& [row, page] : chapter.starts) {
        const bool is_chapter = setting.book.pages[index(page)].depth == 0;
        if (is_chapter && row <= chapter.ranges[range].begin) current = page;
    }
    return current;
}

bool opens_chapter(const Setting& setting, const Chapter& chapter, std::size_t range) {
    const std::size_t top = chapter.ranges[range].begin;
    return range == 0 ||
           std::any_of(chapter.starts.begin(), chapter.starts.end(), [&](const auto& start) {
               return start.first == top && setting.book.pages[index(start.second)].depth == 0;
           });
}

bool is_stale(const Chapter& chapter, const Labels& labels) {
    return std::any_of(chapter.references.begin(), chapter.references.end(),
                       [&](const PrintedReference& reference) {
                           return label_of(labels, reference.destination) != reference.label;
                       });
}

}  // namespace triptych::booklet
