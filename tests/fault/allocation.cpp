// Fails every single allocation of the reader in turn, within one process: whatever is read then,
// nothing crashes, only `std::bad_alloc` gets out, and nothing is left behind.

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <iostream>
#include <new>
#include <string>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/read.hpp"
#include "libc_memory.hpp"

namespace {

/// Counted down by every allocation; at 0 it fails.
std::atomic<long> until_failure{-1};
/// Blocks that were allocated and not yet freed.
std::atomic<long> alive{0};

bool fails() { return until_failure >= 0 && until_failure-- == 0; }

void* counted(void* block) {
    if (block != nullptr) ++alive;
    return block;
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) { return fails() ? nullptr : counted(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) {
    return fails() ? nullptr : counted(__libc_calloc(count, size));
}
void* realloc(void* block, std::size_t size) {
    if (fails()) return nullptr;
    void* larger = __libc_realloc(block, size);
    if (block == nullptr) counted(larger);
    return larger;
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return fails() ? nullptr : counted(__libc_memalign(alignment, size));
}
int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
    *block = aligned_alloc(alignment, size);
    return *block != nullptr ? 0 : ENOMEM;
}
void free(void* block) {
    if (block != nullptr) --alive;
    __libc_free(block);
}
}

namespace {

using namespace triptych;

constexpr const char* page = R"(---
description: &d Une page
vars: {x: *d}
---

# Page {#id}

Un *mot* [ici](autre.md#fin), une note[^1], <b>gras</b> &eacute; et $$a^2$$ {{ page.vars.x }}.

{% hint style="info" %}
* [ ] a
  1. b
{% endhint %}

<table data-view="cards"><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>

| a | b |
| - | - |
| 1 | ~~2~~ |

{% tabs %}
{% tab title="T" %}
![une image](a.png)
{% endtab %}
{% endtabs %}

{% include "autre.md" %}

{% nothing %}

[^1]: Note.
)";

/// One reading whose allocation `number` fails; true when that one was not reached.
bool read_with_failure(const Files& book, long number) {
    until_failure = number;
    try {
        Sources sources;
        Diagnostics diagnostics;
        gitbook::read(book, {}, sources, diagnostics);
    } catch (const std::bad_alloc&) {
    }
    const bool reached = until_failure < 0;
    until_failure = -1;
    return !reached;
}

}  // namespace

int main() {
    const auto book = memory_files({{"README.md", page},
                                    {"autre.md", "# Autre\n\n## Fin\n\nMot.\n"},
                                    {"triptych.yaml", "title: Livre\nauthors: [A, B]\n"},
                                    {".gitbook.yaml", "redirects:\n  x: autre.md\n"},
                                    {"SUMMARY.md", "# S\n\n* [P](README.md)\n* [A](autre.md)\n"}});
    // What is made once and kept is made here.
    read_with_failure(*book, 1'000'000'000);
    read_with_failure(*book, 1'000'000'000);
    long number = 0, leaks = 0;
    for (bool done = false; !done; ++number) {
        const long before = alive;
        done = read_with_failure(*book, number);
        if (alive == before) continue;
        std::cout << "allocation " << number << " leaves " << alive - before << " blocks\n";
        ++leaks;
    }
    std::cout << number << " allocations failed in turn, " << leaks << " left something behind\n";
    return leaks == 0 && number > 500 ? 0 : 1;
}
