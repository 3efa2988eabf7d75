#include "markup/table_css.hpp"

#include <fmt/format.h>

namespace triptych::markup {

std::string stacked_tables_css(std::string_view selector, std::string_view screens) {
    constexpr std::string_view rules = R"(@media {1} {{
{0} table, {0} tbody, {0} tr, {0} td, {0} th, {0} caption {{ display: block; width: auto; }}
{0} colgroup {{ display: none; }}
{0} thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; }}
{0} tr {{ padding: 0.5em 0; border-bottom: 1px solid rgba(128, 128, 128, 0.45); }}
{0} td, {0} th {{ padding: 0.15em 0; border: 0; text-align: start; }}
{0} td:first-child, {0} tbody th {{ font-weight: bold; }}
{0} td:empty {{ display: none; }}
{0} td[data-label]::before {{
  content: attr(data-label); margin-inline-end: 0.6em; font-size: 0.85em; opacity: 0.75;
}}
{0} td[data-label]::before {{ content: attr(data-label) / ""; }}
}}
)";
    return fmt::format(rules, selector, screens);
}

}  // namespace triptych::markup
