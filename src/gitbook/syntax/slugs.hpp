#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

/// How titles become anchors.
namespace triptych::gitbook {

/// The anchor GitBook gives a heading with this visible text: accents dropped, lower case, `&` as
/// "and", apostrophes and other marks deleted, dots kept, spaces to single `-`, `id-` before a
/// digit, the whole word "ad" as "a-d". May be empty.
std::string gitbook_slug(std::string_view title);
/// The anchor GitHub gives it, which authors copy: lower case, accents kept, punctuation dropped,
/// every space a `-`.
std::string github_slug(std::string_view title);
/// What is left of an anchor when case, dots and runs of `-` don't count.
std::string lax_slug(std::string_view anchor);
/// `title` as part of an id: `[a-z0-9.-]*` without `--`; "section" when nothing is left.
std::string id_slug(std::string_view title);

/// Hands out each name once: a repeated `name` becomes `name-1`, `name-2` …
class UniqueNames {
public:
    std::string claim(const std::string& name);

private:
    std::unordered_map<std::string, unsigned> used_;
};

}  // namespace triptych::gitbook
