#include "pdf/page_tree.hpp"

#include <algorithm>

namespace triptych::pdf {

namespace {

constexpr std::size_t kids_in_page_node = 64;

}  // namespace

PageTree::PageTree(object::Document& document, std::vector<object::Ref> pages)
    : pages_(std::move(pages)) {
    std::size_t below = pages_.size();
    do {
        const std::size_t nodes =
            std::max<std::size_t>(1, (below + kids_in_page_node - 1) / kids_in_page_node);
        levels_.push_back(document.reserve(nodes));
        below = nodes;
    } while (below > 1);
}

object::Ref PageTree::parent(std::size_t page) const {
    return levels_[0][page / kids_in_page_node];
}

void PageTree::write(object::Document& document) const {
    std::size_t pages_in_node = kids_in_page_node;
    for (std::size_t level = 0; level < levels_.size();
         ++level, pages_in_node *= kids_in_page_node) {
        const auto& below = level == 0 ? pages_ : levels_[level - 1];
        for (std::size_t node = 0; node < levels_[level].size(); ++node) {
            const std::size_t from = node * kids_in_page_node;
            const std::size_t to = std::min(below.size(), from + kids_in_page_node);
            const std::size_t first_page = node * pages_in_node;
            const std::size_t last_page = std::min(pages_.size(), first_page + pages_in_node);
            object::Dictionary out;
            out.name("Type", "Pages")
                .integer("Count", static_cast<std::int64_t>(last_page - first_page))
                .refs("Kids", {below.begin() + static_cast<std::ptrdiff_t>(from),
                               below.begin() + static_cast<std::ptrdiff_t>(to)});
            if (level + 1 < levels_.size())
                out.ref("Parent", levels_[level + 1][node / kids_in_page_node]);
            document.set(levels_[level][node], out);
        }
    }
}

}  // namespace triptych::pdf
