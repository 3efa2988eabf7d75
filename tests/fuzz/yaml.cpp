// One of the files in YAML (or JSON) that a book may have, or its SUMMARY; the first byte says
// which.

#include <array>

#include <triptych/files.hpp>

#include "bytes.hpp"
#include "gitbook/read.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names = {"triptych.yaml", ".gitbook.yaml", "docs.yaml", "book.json",
                                  "SUMMARY.md",    "LANGS.md",      "alt.yaml",  "a.md"};
    std::string_view text = fuzz::text_of(data, size);
    const char* name = names[fuzz::take_choice(text, names.size())];
    std::map<std::string, std::string> files = {{"README.md", "# A\n"},
                                                {"a.md", "# B\n\n{{ x }}\n"}};
    files[name] = text;
    const auto book = memory_files(std::move(files));
    Sources sources;
    Diagnostics diagnostics;
    gitbook::read(*book, {}, sources, diagnostics);
    return 0;
}
