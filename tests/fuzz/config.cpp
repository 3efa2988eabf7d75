// One file that says what a book is, of GitBook or of a neighbouring program, around two pages.

#include <array>

#include <triptych/files.hpp>

#include "bytes.hpp"
#include "gitbook/read.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names{
        "SUMMARY.md",  "book.toml",     "mkdocs.yml",  "_sidebar.md",
        "book.json",   ".gitbook.yaml", "docs.yaml",   "triptych.yaml",
        "LANGS.md",    "package.json",  "sidebars.js", "docs/_category_.json",
        "docs/.pages", "GLOSSARY.md",   "README.md",   ".vuepress/config.js"};
    std::string_view text = fuzz::text_of(data, size);
    const std::string name = names[fuzz::take_choice(text, names.size())];
    std::map<std::string, std::string> pages{{"docs/index.md", "# A\n"}, {"b.md", "# B\n"}};
    if (name == "docs/_category_.json" || name == "sidebars.js") pages["docusaurus.config.js"] = "";
    if (name == "docs/.pages") pages["mkdocs.yml"] = "site_name: x\n";
    pages[name] = text;
    const auto files = memory_files(std::move(pages));
    Sources sources;
    Diagnostics diagnostics;
    gitbook::read(*files, {}, sources, diagnostics);
    return 0;
}
