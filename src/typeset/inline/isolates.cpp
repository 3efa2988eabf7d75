#include "typeset/inline/isolates.hpp"

#include <optional>
#include <string_view>

namespace triptych::typeset {
namespace {

using Direction = Isolate::Direction;

std::optional<Direction> direction_of(const Look& look, const StyledText& text) {
    if (text.code) return Direction::first_strong;
    if (look.technical) return Direction::to_right;
    if (look.link >= 0 || look.language != text.language) return Direction::first_strong;
    return std::nullopt;
}

/// Whether two passages are parts of one thing that is read by itself.
bool go_together(const Look& a, const Look& b) {
    return a.technical == b.technical && a.link == b.link && a.language == b.language;
}

}  // namespace

std::vector<Isolate> isolates_of(const StyledText& text) {
    std::vector<Isolate> found;
    const Look* before = nullptr;
    for (const Passage& passage : text.passages) {
        const Look& look = text.looks[passage.look];
        const auto direction = direction_of(look, text);
        if (direction) {
            const bool goes_on = before != nullptr && !text.code && go_together(*before, look) &&
                                 !found.empty() && found.back().end == passage.begin;
            if (goes_on)
                found.back().end = passage.end;
            else
                found.push_back({passage.begin, passage.end, *direction});
            before = &look;
            continue;
        }
        before = nullptr;
        const auto words = technical_words(
            std::string_view(text.text).substr(passage.begin, passage.end - passage.begin));
        for (const TextRange& word : words)
            found.push_back(
                {passage.begin + word.begin, passage.begin + word.end, Direction::to_right});
    }
    return found;
}

}  // namespace triptych::typeset
