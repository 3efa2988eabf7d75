#pragma once

#include <initializer_list>
#include <memory>
#include <memory_resource>
#include <string_view>

#include <cmark-gfm.h>

/// What cmark-gfm makes of a text, and the memory for it.
namespace triptych::gitbook {

/// Memory of parsers written in C. They don't expect an allocation to fail, so the failure is
/// thrown through them as `std::bad_alloc` (Debian builds C with unwind tables), and what they had
/// is freed from here and never by them.
class ParserMemory {
public:
    void* allocate(std::size_t size) { return blocks_.allocate(size); }

private:
    std::pmr::monotonic_buffer_resource blocks_;
};

/// For what cmark-gfm allocates outside a tree: throws `std::bad_alloc` where its own would abort.
cmark_mem* cmark_memory();

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
/// A node that was unlinked from its tree, which must outlive it.
using LooseNode = std::unique_ptr<cmark_node, NodeDeleter>;

/// A parsed text.
class MarkdownTree {
public:
    /// `extensions` by their names in cmark-gfm.
    MarkdownTree(std::string_view text, int options,
                 std::initializer_list<const char*> extensions = {});
    MarkdownTree(const MarkdownTree&) = delete;
    MarkdownTree& operator=(const MarkdownTree&) = delete;

    cmark_node* root() const { return root_.get(); }

private:
    ParserMemory memory_;
    LooseNode root_;  ///< freed too: nodes copy texts that are asked for
};

}  // namespace triptych::gitbook
