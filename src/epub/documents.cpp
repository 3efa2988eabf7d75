#include "epub/documents.hpp"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::epub {
namespace {

/// Bytes of markup that a node brings, about.
constexpr std::size_t markup = 30;

std::size_t weight(const doc::Blocks& blocks);

std::size_t weight(const doc::Block& block) {
    std::size_t sum = markup;
    doc::for_each_own_text(block, [&](std::string_view text) { sum += text.size(); });
    doc::for_each_child(
        block,
        [&](const doc::Inlines& body) {
            sum += doc::plain_text(body).size() + body.size() * markup;
        },
        [&](const doc::Blocks& body) { sum += weight(body); });
    return sum;
}

std::size_t weight(const doc::Blocks& blocks) {
    std::size_t sum = 0;
    for (const auto& block : blocks) sum += weight(block);
    return sum;
}

/// Where files begin: at headings, as many sections together as fit.
std::vector<std::size_t> beginnings(const doc::Blocks& body) {
    std::vector<std::size_t> begins = {0};
    std::size_t file = 0, section = 0, section_begin = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (doc::traits_of(body[i]).is_heading) {
            file += std::exchange(section, 0);
            section_begin = i;
        }
        section += weight(body[i]);
        if (file > 0 && file + section > longest_document && section_begin > begins.back()) {
            begins.push_back(section_begin);
            file = 0;
        }
    }
    return begins;
}

using TakeId = std::function<void(const std::string&)>;

void take_ids(const doc::Inlines& inlines, const doc::Page& page, const TakeId& take) {
    for (const auto& node : inlines) {
        const doc::InlineFacts facts = doc::facts_of(node);
        if (facts.id != nullptr) take(*facts.id);
        if (facts.note) {
            take(note_id(page, *facts.note));
            take(note_reference_id(page, *facts.note));
        }
        doc::for_each_child(node, [&](const doc::Inlines& body) { take_ids(body, page, take); });
    }
}

void take_ids(const doc::Block& block, const doc::Page& page, const TakeId& take) {
    doc::for_each_id(block, take);
    doc::for_each_child(
        block, [&](const doc::Inlines& body) { take_ids(body, page, take); },
        [&](const doc::Blocks& body) {
            for (const auto& inner : body) take_ids(inner, page, take);
        });
}

}  // namespace

Documents::Documents(const doc::Book& book) {
    std::map<PageId, std::size_t> begins;  // first page of each part
    for (std::size_t i = 0; i < book.parts.size(); ++i)
        if (!book.parts[i].pages.empty()) begins.emplace(book.parts[i].pages.front(), i);
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        const PageId page{static_cast<std::uint32_t>(i)};
        if (const auto part = begins.find(page); part != begins.end())
            if (auto name = name_of_part(book, part->second); !name.empty())
                all_.push_back({page, 0, 0, std::move(name), false, part->second});
        split(book.pages[i], page);
    }
}

std::string Documents::name_of_part(const doc::Book& book, std::size_t part) {
    const auto& named = book.parts[part];
    return named.title.empty() || named.pages.empty() ? std::string() : named.id + ".xhtml";
}

void Documents::split(const doc::Page& page, PageId id) {
    first_.push_back(all_.size());
    const auto begins = beginnings(page.body);
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const auto end = i + 1 < begins.size() ? begins[i + 1] : page.body.size();
        const auto suffix = i == 0 ? std::string() : fmt::format("_{}", i + 1);
        all_.push_back({id, begins[i], end, page.id + suffix + ".xhtml", i == 0});
        if (begins.size() == 1) continue;
        // An element counts where it comes first: the second reference to a note has no id.
        for (auto at = begins[i]; at < end; ++at)
            take_ids(page.body[at], page,
                     [&](const std::string& element) { places.emplace(element, all_.size() - 1); });
    }
    for (const auto& [element, place] : places)
        if (place != first_.back()) moved_.emplace(element, place);
}

const std::string& Documents::name_of(PageId page, std::string_view id) const {
    const auto moved = id.empty() ? moved_.end() : moved_.find(id);
    return all_[moved == moved_.end() ? first_[index(page)] : moved->second].name;
}

std::string note_id(const doc::Page& page, std::uint32_t note) {
    return fmt::format("{}_note-{}", page.id, note + 1);
}

std::string note_reference_id(const doc::Page& page, std::uint32_t note) {
    return fmt::format("{}_ref-{}", page.id, note + 1);
}

std::string title_id(const std::string& id) { return id + "_title"; }

}  // namespace triptych::epub
