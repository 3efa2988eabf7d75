// The allocator of a program that `inject` is preloaded into: glibc's, whatever the program is
// linked with. No block may go back to another allocator than it came from, so that all functions
// are here but malloc_usable_size, which nobody calls.

#include <cerrno>
#include <cstddef>
#include <new>

#include "inject.hpp"
#include "libc_memory.hpp"

namespace {

using triptych::fault::memory_fails;

void* aligned(std::size_t alignment, std::size_t size) {
    return memory_fails() ? nullptr : __libc_memalign(alignment, size);
}

void* or_throw(void* block) {
    if (!block) throw std::bad_alloc();
    return block;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return memory_fails() ? nullptr : __libc_malloc(size); }

void* calloc(std::size_t count, std::size_t size) {
    return memory_fails() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* block, std::size_t size) {
    return memory_fails() ? nullptr : __libc_realloc(block, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) { return aligned(alignment, size); }
void* valloc(std::size_t size) { return aligned(4096, size); }
void* memalign(std::size_t alignment, std::size_t size) { return aligned(alignment, size); }

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
    *block = aligned(alignment, size);
    return *block ? 0 : ENOMEM;
}

void free(void* block) { __libc_free(block); }
}

void* operator new(std::size_t size) { return or_throw(malloc(size)); }
void* operator new[](std::size_t size) { return or_throw(malloc(size)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return malloc(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return malloc(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    return or_throw(aligned(static_cast<std::size_t>(alignment), size));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return or_throw(aligned(static_cast<std::size_t>(alignment), size));
}
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return aligned(static_cast<std::size_t>(alignment), size);
}
void* operator new[](std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return aligned(static_cast<std::size_t>(alignment), size);
}
void operator delete(void* block, std::align_val_t, const std::nothrow_t&) noexcept {
    __libc_free(block);
}
void operator delete[](void* block, std::align_val_t, const std::nothrow_t&) noexcept {
    __libc_free(block);
}
void operator delete(void* block) noexcept { __libc_free(block); }
void operator delete[](void* block) noexcept { __libc_free(block); }
void operator delete(void* block, std::size_t) noexcept { __libc_free(block); }
void operator delete[](void* block, std::size_t) noexcept { __libc_free(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { __libc_free(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { __libc_free(block); }
void operator delete(void* block, std::align_val_t) noexcept { __libc_free(block); }
void operator delete[](void* block, std::align_val_t) noexcept { __libc_free(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { __libc_free(block); }
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept { __libc_free(block); }
