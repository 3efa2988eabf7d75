#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// Listings side by side as a plugin of HonKit writes them, code and all that looks like Markdown
/// in it: `{% codetabs name="A", type="js" -%}`, `{%- language name="B" -%}`, `{%- endcodetabs %}`.
struct CodeTabs {
    struct Tab {
        std::string title, language;
        std::size_t begin, end;  ///< of its lines in the text
    };
    std::vector<Tab> tabs;
    std::size_t behind = 0;  ///< the line of its end
    std::string fence;       ///< longer than any run of back-ticks in the code
};

/// That whose first line begins at `begin` in `text`; nothing when none does, or none that ends.
std::optional<CodeTabs> code_tabs_at(std::string_view text, std::size_t begin);
/// Feeds them, which begin at `begin` in `source`, as tabs of GitBook, each with its listing.
void put_code_tabs(const CodeTabs& found, const MappedText& source, std::string_view indent,
                   std::size_t begin, MappedText& out);

}  // namespace triptych::gitbook
