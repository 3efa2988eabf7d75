#include "doc/page_choice.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <string_view>

#include <triptych/spelling.hpp>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

bool matches(const std::string& pattern, const std::string& path) {
    return fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
}

/// Whether the pattern names the page, with or without `.md`, or a folder around it.
bool names_page(const std::string& pattern, const Page& page) {
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

std::string without_last_slashes(std::string pattern) {
    while (pattern.size() > 1 && pattern.back() == '/') pattern.pop_back();
    return pattern;
}

bool choose_paths(const Book& book, const std::string& pattern, std::vector<bool>& chosen) {
    bool found = false;
    for (std::size_t i = 0; i < book.pages.size(); ++i)
        if (names_page(pattern, book.pages[i])) chosen[i] = found = true;
    return found;
}

bool choose_parts(const Book& book, const std::string& pattern, std::vector<bool>& chosen) {
    const std::string wanted = text::lower_case(text::collapse_spaces(pattern));
    bool found = false;
    for (const Part& part : book.parts) {
        if (text::lower_case(text::collapse_spaces(plain_text(part.title))) != wanted) continue;
        found = true;
        for (const PageId page : part.pages) chosen[index(page)] = true;
    }
    return found;
}

/// The page, folder or part that was probably meant.
Message hint_of(const Book& book, const std::string& pattern) {
    std::vector<std::string> names;
    for (const Page& page : book.pages) {
        std::string path = page.path.substr(0, page.path.rfind('.'));
        for (std::size_t slash = path.size(); slash != std::string::npos; slash = path.rfind('/')) {
            path.resize(slash);
            names.push_back(path);
        }
    }
    for (const Part& part : book.parts) names.push_back(plain_text(part.title));
    const auto near = spelling::nearest(pattern, {names.begin(), names.end()});
    return spelling::suggestion(near, say("name a path or folder of the book, for example "
                                          "'guide/*', or the title of a part"));
}

}  // namespace

std::vector<bool> chosen_pages(const Book& book, const std::vector<PagePattern>& patterns,
                               Diagnostics& diagnostics, Kind unmatched) {
    std::vector<bool> chosen(book.pages.size(), patterns.empty());
    for (const PagePattern& written : patterns) {
        const std::string pattern = without_last_slashes(written.text);
        const bool found =
            choose_paths(book, pattern, chosen) || choose_parts(book, pattern, chosen);
        if (!found)
            diagnostics.report(unmatched, written.span, say("no page matches '{}'", pattern),
                               hint_of(book, pattern));
    }
    return chosen;
}

}  // namespace triptych::doc
