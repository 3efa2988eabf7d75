#pragma once

#include <string>
#include <vector>

#include "gitbook/convert/containers.hpp"

/// HTML blocks of CommonMark, put together and taken apart so that each is whole in itself.
namespace triptych::gitbook {

/// Puts back together what CommonMark cut at a blank line: a table, a list … whose end stands in a
/// later HTML block.
class IslandJoiner {
public:
    explicit IslandJoiner(Reader& reader) : reader_(reader) {}
    /// The HTML of `node` and of the siblings that belong to it; moves `node` to the last of them.
    MappedText join(cmark_node*& node);

private:
    cmark_node* last_sibling(cmark_node* node, const std::string& name);

    Reader& reader_;
    std::vector<std::string> without_end_;  ///< elements that no later sibling closes
};

/// Adds `html` to `builder`; elements that hold Markdown (`details`, `summary`, `div`) and HonKit
/// sections without their partner open or close a container.
void add_island(ContainerBuilder& builder, MappedText html);

}  // namespace triptych::gitbook
