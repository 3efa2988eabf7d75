#include "booklet/outline.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

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

void add_headings(const doc::Blocks& blocks, PageLevel page, std::vector<Entry>& entries);

void add_headings(const doc::Block& block, PageLevel page, std::vector<Entry>& entries) {
    if (const auto* heading = std::get_if<doc::Heading>(&block.node)) {
        Entry entry = entry_at(EntryKind::heading, {page.base, page.depth + heading->level - 1});
        entry.number = heading->number;
        entry.title = doc::plain_text(heading->body);
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

std::string title_of(const doc::Page& page) {
    std::string title = doc::plain_text(page.title);
    return title.empty() ? page.short_title : title;
}

Entry part_entry(const doc::Book& book, std::size_t part) {
    Entry entry;
    entry.kind = EntryKind::part;
    entry.title = doc::plain_text(book.parts[part].title);
    entry.destination = part_destination(book, part);
    return entry;
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

std::vector<ChapterPages> chapters_of(const doc::Book& book) {
    std::vector<ChapterPages> chapters;
    for (std::size_t part = 0; part < book.parts.size(); ++part) {
        bool is_first = true;
        for (const PageId id : book.parts[part].pages) {
            const bool starts = is_first || book.pages[index(id)].depth == 0;
            if (starts) chapters.push_back({part, {}});
            chapters.back().pages.push_back(id);
            is_first = false;
        }
    }
    return chapters;
}

std::vector<Entry> outline(const doc::Book& book) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < book.parts.size(); ++i) {
        const doc::Part& part = book.parts[i];
        if (!part.title.empty()) entries.push_back(part_entry(book, i));
        for (const PageId id : part.pages) {
            const doc::Page& page = book.pages[index(id)];
            const PageLevel level{part.title.empty() ? 1 : 2, page.depth};
            Entry entry = entry_at(EntryKind::page, level);
            entry.title = title_of(page);
            entry.destination = page.id;
            entries.push_back(std::move(entry));
            add_headings(page.body, level, entries);
        }
    }
    close_jumps(entries);
    return entries;
}

}  // namespace triptych::booklet
