#include "gitbook/book/dialects.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace triptych::gitbook {
namespace {

/// Whether a page of `space` holds one of `marks`.
bool holds(const std::vector<PageSource>& pages, std::size_t space, const Sources& sources,
           std::initializer_list<std::string_view> marks) {
    return std::any_of(pages.begin(), pages.end(), [&](const PageSource& page) {
        if (page.file == FileId::none || page.entry.space != space) return false;
        return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
            return sources.text(page.file).find(mark) != std::string_view::npos;
        });
    });
}

}  // namespace

void tell_dialects(Config& config, bool of_mdbook, const std::vector<PageSource>& pages,
                   const Sources& sources, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < config.spaces.size(); ++i) {
        Dialect& dialect = config.spaces[i].dialect;
        if (dialect != Dialect::gitbook && dialect != Dialect::plain) continue;
        if (of_mdbook ||
            holds(pages, i, sources, {"{{#include ", "{{#rustdoc_include ", "{{#playground "})) {
            dialect = Dialect::mdbook;
            diagnostics.report(Kind::dialect, {},
                               of_mdbook ? "read as mdBook (SUMMARY.md has chapters outside lists)"
                                         : "read as mdBook ({{#include}} in its pages)");
        } else if (dialect == Dialect::plain && holds(pages, i, sources, {"{% hint", "{% end"})) {
            dialect = Dialect::gitbook;
        }
    }
}

}  // namespace triptych::gitbook
