#include "pipeline/deck_scope.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::pipeline {
namespace {

bool matches(const std::string& pattern, const std::string& path) {
    return fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
}

/// Whether the pattern names the page, with or without `.md`, or a folder around it.
bool names_page(const std::string& pattern, const doc::Page& page) {
    constexpr std::string_view extension = ".md";
    std::string path = page.path;
    if (matches(pattern, path)) return true;
    if (path.ends_with(extension)) path.resize(path.size() - extension.size());
    while (!matches(pattern, path)) {
        const std::size_t slash = path.rfind('/');
        if (slash == std::string::npos) return false;
        path.resize(slash);
    }
    return true;
}

}  // namespace

void limit_slides(doc::Book& book, const DeckScope& scope, Diagnostics& diagnostics) {
    if (scope.pages.empty()) return;
    std::vector<bool> wanted(book.pages.size());
    for (std::string pattern : scope.pages) {
        while (pattern.size() > 1 && pattern.back() == '/') pattern.pop_back();
        bool found = false;
        for (std::size_t i = 0; i < book.pages.size(); ++i) {
            if (!names_page(pattern, book.pages[i])) continue;
            wanted[i] = found = true;
        }
        if (!found)
            diagnostics.report(Kind::invalid_value, {}, "no page matches '" + pattern + "'",
                               "name a path or folder of the book, for example 'guide/*'");
    }
    for (std::size_t i = 0; i < book.pages.size(); ++i)
        book.pages[i].slides.skip = book.pages[i].slides.skip || !wanted[i];
    const auto left_out = std::count(wanted.begin(), wanted.end(), false);
    if (left_out > 0)
        diagnostics.report(
            Kind::page_left_out, {},
            "the slides show " +
                std::to_string(static_cast<std::ptrdiff_t>(wanted.size()) - left_out) + " of " +
                std::to_string(wanted.size()) + " pages, as asked for");
}

}  // namespace triptych::pipeline
