#include "gitbook/syntax/inline_conditions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/syntax/conditions.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_condition = 2000, longest_tag = 500;  // bytes

/// The name in the tag at the front of `text`.
std::string_view tag_name(std::string_view text) {
    text = text::trim(text.substr(2, 40));
    return text.substr(0, std::min(text.find_first_of(" \t%"), text.size()));
}

}  // namespace

std::optional<InlineCondition> inline_condition(const MappedText& source, const Tag& opening,
                                                std::size_t begin, std::size_t end,
                                                const Variables& variables, bool all) {
    if (opening.name != "if" || opening.ends) return std::nullopt;
    end = std::min(end, begin + longest_condition);
    const std::string_view text = source.text().substr(0, end);
    InlineCondition found{{}, 0, true};
    bool decided = false, shown = all || holds(opening.arguments, variables);
    std::size_t behind = begin + opening.source.size(), left_out_from = begin;
    if (shown) found.left_out.push_back({begin, behind});
    int depth = 1;
    for (std::size_t at = text.find("{%", behind); at != text.npos; at = text.find("{%", at + 2)) {
        const std::string_view name = tag_name(text.substr(at));
        if (name == "if") ++depth;
        if (name == "endif") --depth;
        const bool branch = depth == 1 && (name == "else" || name == "elif");
        if (!branch && depth > 0) continue;
        const auto tag = placed_tag(source, at, std::min(end, at + longest_tag));
        if (!tag) return std::nullopt;
        if (shown) {
            found.shows_nothing = found.shows_nothing && at == behind;
            left_out_from = at;
        }
        behind = at + tag->source.size();
        decided = decided || shown;
        shown =
            depth == 0 || all || (!decided && (name == "else" || holds(tag->arguments, variables)));
        if (shown) found.left_out.push_back({left_out_from, behind});
        if (depth > 0) continue;
        found.end = behind;
        return found;
    }
    return std::nullopt;
}

bool ends_inline_condition(std::string_view line) {
    if (line.size() > longest_condition) line.remove_prefix(line.size() - longest_condition);
    int open = 0;
    for (std::size_t at = line.find("{%"); at != line.npos; at = line.find("{%", at + 2)) {
        const std::string_view name = tag_name(line.substr(at));
        if (name == "if") ++open;
        if (name == "endif" && open > 0) --open;
    }
    return open > 0;
}

}  // namespace triptych::gitbook
