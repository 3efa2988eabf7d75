#include "booklet/outline.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/title_text.hpp"
#include "doc/lists.hpp"
#include "doc/walk.hpp"

namespace triptych::booklet {
namespace {

/// Levels of a page: `base` is that of chapters in its part.
struct PageLevel {
    int base, depth;
};

Entry entry_at(EntryKind kind, PageLevel level) {
    Entry entry;
    entry.kind = kind;
    entry.level = static_cast<std::uint8_t>(level.base + level.depth);
    entry.depth = static_cast<std::uint8_t>(level.depth);
    return entry;
}

std::string without_stop(std::string number) {
    if (number.ends_with('.')) number.pop_back();
    return number;
}

void add_headings(const doc::Blocks& blocks, PageLevel page, std::vector<Entry>& entries);

void add_headings(const doc::Block& block, PageLevel page, std::vector<Entry>& entries) {
    if (const auto* heading = std::get_if<doc::Heading>(&block.node)) {
        Entry entry = entry_at(EntryKind::heading, {page.base, page.depth + heading->level - 1});
        entry.number = without_stop(heading->number);
        entry.title = text::without_leading_pictographs(doc::plain_text(heading->body));
        entry.destination = heading->id;
        if (!entry.title.empty() && !entry.destination.empty()) entries.push_back(entry);
        return;
    }
    doc::for_each_child(
        block, [](const doc::Inlines&) {},
        [&](const doc::Blocks& inner) { add_headings(inner, page, entries); });
}

void add_headings(const doc::Blocks& blocks, PageLevel page, std::vector<Entry>& entries) {
    for (const doc::Block& block : blocks) add_headings(block, page, entries);
}

Entry named(Entry entry, const doc::Name& name, std::string destination) {
    entry.number = name.number;
    entry.title = name.title;
    entry.destination = std::move(destination);
    return entry;
}

bool has_text(const doc::Page& page) {
    return !page.body.empty() || !page.notes.empty() || page.cover.has_value();
}

/// From the end, so that a page knows whether anything under it is printed.
void mark_printed(const doc::Book& book, const doc::Part& part, std::vector<bool>& printed) {
    std::size_t printed_depth = 0;  // that of the printed page behind; 0: none is under any
    for (std::size_t i = part.pages.size(); i-- > 0;) {
        const std::size_t at = index(part.pages[i]);
        const std::size_t depth = book.pages[at].depth;
        printed[at] = has_text(book.pages[at]) || printed_depth > depth;
        if (printed[at]) printed_depth = depth;
    }
}

/// Levels without jumps: an entry is at most one deeper than the one before.
void close_jumps(std::vector<Entry>& entries) {
    std::uint8_t before = 0;
    for (Entry& entry : entries) {
        entry.level = std::min(entry.level, static_cast<std::uint8_t>(before + 1));
        before = entry.level;
    }
}

}  // namespace

std::string part_destination(const doc::Book& book, std::size_t part) {
    const std::string& id = book.parts[part].id;
    return id.empty() ? fmt::format("part-{}", part + 1) : id;
}

std::vector<bool> printed_pages(const doc::Book& book) {
    std::vector<bool> printed(book.pages.size());
    for (const doc::Part& part : book.parts) mark_printed(book, part, printed);
    if (!is_one_of(true, printed)) printed.assign(printed.size(), true);
    return printed;
}

std::vector<ChapterPages> chapters_of(const doc::Book& book, ChapterFlow flow) {
    const std::vector<bool> printed = printed_pages(book);
    std::vector<ChapterPages> chapters;
    std::vector<std::string> left_out;
    for (std::size_t part = 0; part < book.parts.size(); ++part) {
        bool is_first = true;
        for (const PageId id : book.parts[part].pages) {
            const doc::Page& page = book.pages[index(id)];
            if (!printed[index(id)]) {
                left_out.push_back(page.id);
                continue;
            }
            // Lists behind the text are too short for pages of their own.
            const bool is_list = page.id.starts_with(doc::generated_page_prefix);
            const bool apart = flow == ChapterFlow::apart && page.depth == 0 && !is_list;
            if (is_first || apart) chapters.push_back({part, {}});
            chapters.back().pages.push_back(id);
            for (std::string& other : left_out) chapters.back().stands_for.push_back(other);
            left_out.clear();
            is_first = false;
        }
    }
    if (!chapters.empty())
        for (std::string& other : left_out) chapters.back().stands_for.push_back(other);
    return chapters;
}

std::vector<Entry> outline(const doc::Book& book, const doc::Names& names) {
    const std::vector<bool> printed = printed_pages(book);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < book.parts.size(); ++i) {
        const doc::Part& part = book.parts[i];
        const bool is_printed = std::any_of(part.pages.begin(), part.pages.end(), [&](PageId id) {
            return static_cast<bool>(printed[index(id)]);
        });
        if (!part.title.empty() && is_printed)
            entries.push_back(named(Entry{}, names.parts[i], part_destination(book, i)));
        for (const PageId id : part.pages) {
            if (!printed[index(id)]) continue;
            const doc::Page& page = book.pages[index(id)];
            // A list behind the text is of the whole book, also where it is printed in a chapter.
            const bool is_list = page.id.starts_with(doc::generated_page_prefix);
            const bool is_apart = is_list || part.title.empty();
            const PageLevel level{is_apart ? 1 : 2, is_list ? 0 : page.depth};
            entries.push_back(
                named(entry_at(EntryKind::page, level), names.pages[index(id)], page.id));
            add_headings(page.body, level, entries);
        }
    }
    close_jumps(entries);
    return entries;
}

}  // namespace triptych::booklet
