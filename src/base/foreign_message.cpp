#include <triptych/foreign_message.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/catalogue.hpp"

namespace triptych {
namespace {

/// The next literal part of a key, its braces undone, and whether a gap is behind it.
std::pair<std::string, bool> take_part(std::string_view& id) {
    std::string part;
    while (!id.empty()) {
        if (id.starts_with("{}")) {
            id.remove_prefix(2);
            return {part, true};
        }
        const bool doubled = id.starts_with("{{") || id.starts_with("}}");
        part += id.front();
        id.remove_prefix(doubled ? 2 : 1);
    }
    return {part, false};
}

/// What stands in the gaps of a key; nothing when `text` does not fit it.
std::optional<std::vector<MessageArgument>> gaps_of(std::string_view text, std::string_view id) {
    std::vector<MessageArgument> gaps;
    auto [part, gap] = take_part(id);
    if (!text.starts_with(part)) return std::nullopt;
    text.remove_prefix(part.size());
    while (gap) {
        std::tie(part, gap) = take_part(id);
        // What ends the key ends the text.
        const std::size_t end = part.empty() ? text.size()
                                : id.empty() && !gap && text.ends_with(part)
                                    ? text.size() - part.size()
                                    : text.find(part);
        if (end == std::string_view::npos) return std::nullopt;
        gaps.emplace_back(text.substr(0, end));
        text.remove_prefix(end + part.size());
    }
    return text.empty() ? std::optional(std::move(gaps)) : std::nullopt;
}

}  // namespace

Message said_by_library(std::string_view text, std::span<const char* const> ids) {
    for (const char* id : ids)
        if (auto gaps = gaps_of(text, without_context(id)))
            return make_message(id, nullptr, std::nullopt, *std::move(gaps));
    return Message::verbatim(std::string(text));
}

}  // namespace triptych
