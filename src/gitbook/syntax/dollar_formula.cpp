#include "gitbook/syntax/dollar_formula.hpp"

#include "base/ascii.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_formula = 2000;  // bytes

bool is_glued(char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '$'; }

}  // namespace

std::optional<DollarFormula> dollar_formula(std::string_view text, std::size_t begin,
                                            std::size_t at) {
    if (at > begin && is_glued(text[at - 1])) return std::nullopt;
    const std::string_view rest = text.substr(at + 1, longest_formula);
    const bool ticked = rest.starts_with('`');
    const std::size_t close = ticked ? rest.find("`$", 1) : rest.find('$');
    if (close == std::string_view::npos || close == 0) return std::nullopt;
    const std::string_view tex = ticked ? rest.substr(1, close - 1) : rest.substr(0, close);
    const std::size_t behind = at + 1 + close + (ticked ? 2 : 1);
    if (tex.empty() || (behind < text.size() && is_glued(text[behind]))) return std::nullopt;
    if (!ticked && (ascii::is_space(tex.front()) || ascii::is_space(tex.back()) ||
                    tex.back() == '\\' || tex.find('`') != std::string_view::npos))
        return std::nullopt;
    const std::size_t front = at + (ticked ? 2 : 1);
    return DollarFormula{front, front + tex.size(), behind};
}

}  // namespace triptych::gitbook
