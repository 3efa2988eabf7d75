#include "gitbook/book/dialects.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace triptych::gitbook {
namespace {

/// Whether `mark` stands in the text, and not only at the start of code that shows it, or in a mark
/// of Hugo.
bool holds(std::string_view text, std::string_view mark) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1))
        if (at == 0 || (text[at - 1] != '`' && text[at - 1] != '{')) return true;
    return false;
}

/// Whether a page of `space` holds one of `marks`.
bool holds(const std::vector<PageSource>& pages, std::size_t space, const Sources& sources,
           std::initializer_list<std::string_view> marks) {
    return std::any_of(pages.begin(), pages.end(), [&](const PageSource& page) {
        if (page.file == FileId::none || page.entry.space != space) return false;
        return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
            return holds(sources.text(page.file), mark);
        });
    });
}

}  // namespace

void tell_dialects(Config& config, bool of_mdbook, const std::vector<PageSource>& pages,
                   const Sources& sources, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < config.spaces.size(); ++i) {
        Dialect& dialect = config.spaces[i].dialect;
        if (dialect != Dialect::gitbook && dialect != Dialect::plain) continue;
        // Jekyll has tags of the same form, such as `endraw` and `endfor`.
        const bool of_gitbook = holds(
            pages, i, sources,
            {"{% hint",       "{% endhint", "{% tab",         "{% endtab",         "{% code ",
             "{% endcode",    "{% embed ",  "{% content-ref", "{% endcontent-ref", "{% file ",
             "{% step",       "{% endstep", "{% column",      "{% endcolumn",      "{% swagger",
             "{% api",        "{% openapi", "{% prompt",      "{% update",         "{% collapse",
             "{% endcollapse"});
        const bool has_directives =
            !of_gitbook &&
            holds(pages, i, sources, {"{{#include ", "{{#rustdoc_include ", "{{#playground "});
        if (of_mdbook || has_directives) {
            dialect = Dialect::mdbook;
            diagnostics.report(Kind::dialect, {},
                               of_mdbook
                                   ? say("read as mdBook (SUMMARY.md has chapters outside lists)")
                                   : say("read as mdBook ({{{{#include}}}} in its pages)"));
        } else if (dialect == Dialect::plain && of_gitbook) {
            dialect = Dialect::gitbook;
        }
    }
}

}  // namespace triptych::gitbook
