// One page through the marks of neighbouring dialects and the scanner of tags, formulas, variables.

#include <optional>
#include <string>

#include "bytes.hpp"
#include "gitbook/dialects/neighbours.hpp"
#include "gitbook/syntax/scan_tags.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics diagnostics;
    const gitbook::Variables variables{{"page.vars.x", "{{ page.vars.x }}"}, {"book.version", "2"}};
    gitbook::MappedText source(FileId{0});
    source.copy(fuzz::text_of(data, size), 0);
    const gitbook::IncludeLoader load = [](std::string_view path, FileId) {
        return path.size() % 2 == 0
                   ? std::optional(gitbook::Inclusion{"{{#include a}}\n# b\n", FileId{1}, 0})
                   : std::nullopt;
    };
    const gitbook::PageFinder find_page = [](std::string_view name) {
        return std::optional("/" + std::string(name));
    };
    for (const auto dialect :
         {gitbook::Dialect::gitbook, gitbook::Dialect::mdbook, gitbook::Dialect::mkdocs,
          gitbook::Dialect::docusaurus, gitbook::Dialect::docsify, gitbook::Dialect::obsidian}) {
        gitbook::Allowance included(1U << 20U), expanded(1000);
        const auto marked =
            gitbook::in_gitbook_marks(source, {dialect, load, find_page, included}, diagnostics);
        gitbook::scan_tags(marked, {variables, expanded, true}, diagnostics);
    }
    return 0;
}
