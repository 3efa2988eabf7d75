#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/model.hpp"

namespace triptych::syntax {

/// The parts of listings, for the next build of the same book. What neither of the last two builds
/// had is forgotten, so that it takes no more room than the book's listings do. Not safe to use
/// from several threads.
class MarkedListings {
public:
    using Parts = std::vector<doc::CodeSpan>;

    void begin_build();
    /// Null when they are not known. `language` is a name of `languages()`.
    const Parts* find(std::string_view language, std::string_view text);
    void keep(std::string_view language, std::string_view text, Parts parts);

private:
    static std::string key(std::string_view language, std::string_view text);

    std::unordered_map<std::string, Parts> now_, before_;
};

}  // namespace triptych::syntax
