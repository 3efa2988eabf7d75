#include "gitbook/syntax/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>

namespace triptych::gitbook {
namespace {

/// The tree that this thread is parsing; cmark-gfm's allocator is not told.
thread_local ParserMemory* parsing = nullptr;

class Parsing {
public:
    explicit Parsing(ParserMemory& memory) { parsing = &memory; }
    ~Parsing() { parsing = nullptr; }
    Parsing(const Parsing&) = delete;
    Parsing& operator=(const Parsing&) = delete;
};

/// Stands before every block handed to cmark-gfm.
struct alignas(std::max_align_t) Header {
    std::size_t size;
    bool in_tree;
};

Header* header_of(void* block) { return static_cast<Header*>(block) - 1; }

void* allocate(std::size_t size) {
    if (size > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
    const bool in_tree = parsing != nullptr;
    const std::size_t whole = sizeof(Header) + size;
    void* start = in_tree ? parsing->allocate(whole) : std::malloc(whole);
    if (start == nullptr) throw std::bad_alloc();
    return new (start) Header{size, in_tree} + 1;
}

void release(void* block) {
    if (block != nullptr && !header_of(block)->in_tree) std::free(header_of(block));
}

void* allocate_zeros(std::size_t count, std::size_t size) {
    if (size != 0 && count > std::numeric_limits<std::size_t>::max() / size) throw std::bad_alloc();
    return std::memset(allocate(count * size), 0, count * size);
}

void* reallocate(void* block, std::size_t size) {
    void* larger = allocate(size);
    if (block != nullptr) std::memcpy(larger, block, std::min(size, header_of(block)->size));
    release(block);
    return larger;
}

void register_extensions() {
    static const bool registered = [] {
        *cmark_get_default_mem_allocator() = *cmark_memory();
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    (void)registered;
}

}  // namespace

cmark_mem* cmark_memory() {
    static cmark_mem memory = {allocate_zeros, reallocate, release};
    return &memory;
}

MarkdownTree::MarkdownTree(std::string_view text, int options,
                           std::initializer_list<const char*> extensions) {
    register_extensions();
    const Parsing use(memory_);
    cmark_parser* parser = cmark_parser_new_with_mem(options, cmark_memory());
    for (const char* name : extensions)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    // While it parses inlines, cmark-gfm enters the characters of its extensions into a table that
    // all parsers share, and takes them out again: two at a time lose each other's links.
    static std::mutex inline_phase;
    const std::lock_guard lock(inline_phase);
    root_.reset(cmark_parser_finish(parser));
}

}  // namespace triptych::gitbook
