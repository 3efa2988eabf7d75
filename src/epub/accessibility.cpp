#include "epub/accessibility.hpp"

#include <algorithm>
#include <variant>

#include "doc/tex.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::epub {
namespace {

void look_at(const doc::Picture& picture, Accessibility& found) {
    found.has_pictures = true;
    if (picture.alternative.empty() && !picture.decorative) found.all_pictures_described = false;
}

void look_at_formula(const std::string& source, Accessibility& found) {
    const auto parsed = doc::tex::parse(source);
    if (!parsed.formula || !parsed.unread.empty()) found.all_formulas_parsed = false;
}

void look_at(const doc::Inlines& inlines, Accessibility& found) {
    for (const auto& node : inlines) {
        const doc::InlineFacts facts = doc::facts_of(node);
        if (const auto* image = facts.picture)
            look_at(doc::Picture{image->media, image->alternative, image->decorative, 0, {}},
                    found);
        if (facts.formula != nullptr) look_at_formula(*facts.formula, found);
        doc::for_each_child(node, [&](const doc::Inlines& body) { look_at(body, found); });
    }
}

bool heads_rows(const doc::Table& table) {
    return std::all_of(table.rows.begin(), table.rows.end(), [](const doc::Row& row) {
        return !row.cells.empty() && row.cells.front().heads_row;
    });
}

/// What a block says without what is in it.
void look_at_own(const doc::Block& block, Accessibility& found) {
    doc::for_each_picture(block, [&](const doc::Picture& picture) { look_at(picture, found); });
    doc::for_each_formula(block, [&](const std::string& tex) { look_at_formula(tex, found); });
    if (const auto* table = std::get_if<doc::Table>(&block.node))
        found.all_tables_headed =
            found.all_tables_headed && (!table->head.empty() || heads_rows(*table));
}

void look_at(const doc::Blocks& blocks, Accessibility& found) {
    for (const auto& block : blocks) {
        look_at_own(block, found);
        doc::for_each_child(
            block, [&](const doc::Inlines& body) { look_at(body, found); },
            [&](const doc::Blocks& body) { look_at(body, found); });
    }
}

void look_at_headings(const doc::Page& page, Accessibility& found) {
    int level = 1;
    for (const auto& block : page.body)
        if (const auto* heading = std::get_if<doc::Heading>(&block.node)) {
            if (heading->level > level + 1) found.headings_without_jumps = false;
            level = heading->level;
        }
}

}  // namespace

Accessibility assess(const doc::Book& book) {
    Accessibility found;
    found.has_language = !book.metadata.language.empty();
    for (const auto& page : book.pages) {
        if (doc::plain_text(page.title).empty()) found.all_pages_titled = false;
        look_at_headings(page, found);
        look_at(page.title, found);
        look_at(page.body, found);
        for (const auto& note : page.notes) look_at(note.body, found);
    }
    return found;
}

}  // namespace triptych::epub
