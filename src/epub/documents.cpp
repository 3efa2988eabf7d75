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

/// Calls for the ids of blocks, in the order they are met, and of the notes they refer to.
class IdWalk {
public:
    using TakeId = std::function<void(const std::string&)>;
    IdWalk(const doc::Page& page, TakeId take)
        : page_(page), take_(std::move(take)), met_(page.notes.size()) {}

    void walk(const doc::Block& block) {
        walk_one(block);
        while (!pending_.empty()) {
            const auto note = pending_.back();
            pending_.pop_back();
            walk(page_.notes[note].body);
        }
    }

private:
    void walk_one(const doc::Block& block) {
        doc::for_each_id(block, take_);
        doc::for_each_child(
            block, [&](const doc::Inlines& body) { walk(body); },
            [&](const doc::Blocks& body) { walk(body); });
    }
    void walk(const doc::Blocks& blocks) {
        for (const auto& block : blocks) walk_one(block);
    }
    void walk(const doc::Inlines& inlines) {
        for (const auto& node : inlines) {
            const doc::InlineFacts facts = doc::facts_of(node);
            if (facts.id != nullptr) take_(*facts.id);
            if (facts.note && *facts.note < met_.size() && !met_[*facts.note]) meet(*facts.note);
            doc::for_each_child(node, [&](const doc::Inlines& body) { walk(body); });
        }
    }
    /// A note stands in the file of its first reference, with what it refers to itself.
    void meet(std::uint32_t note) {
        met_[note] = true;
        take_(note_id(page_, note));
        take_(note_reference_id(page_, note));
        pending_.push_back(note);
    }

    const doc::Page& page_;
    TakeId take_;
    std::vector<bool> met_;
    std::vector<std::uint32_t> pending_;  ///< notes met, but not walked yet
};

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
    // An element counts where it comes first: the second reference to a note has no id.
    IdWalk ids(page, [&](const std::string& element) { places.emplace(element, all_.size() - 1); });
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const auto end = i + 1 < begins.size() ? begins[i + 1] : page.body.size();
        const auto suffix = i == 0 ? std::string() : fmt::format("_{}", i + 1);
        all_.push_back({id, begins[i], end, page.id + suffix + ".xhtml", i == 0});
        if (begins.size() == 1) continue;
        for (auto at = begins[i]; at < end; ++at) ids.walk(page.body[at]);
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
