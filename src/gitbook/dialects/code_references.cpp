#include "gitbook/dialects/code_references.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_reference = 500;

}  // namespace

std::size_t language_in_code(std::string_view code, Dialect dialect) {
    if (dialect != Dialect::mkdocs || !code.starts_with("#!")) return 0;
    const std::size_t space = code.find(' ');
    const std::string_view name = code.substr(2, std::min(space, code.size()) - 2);
    const bool named = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '_' || c == '#';
    });
    return named && space != code.npos ? space + 1 : 0;
}

std::optional<CodeReference> CodeReferences::read(std::string_view text) {
    text = text.substr(0, longest_reference);
    const std::size_t parted = text.find("][");
    const std::size_t close = parted == text.npos ? text.npos : text.find(']', parted + 2);
    if (close == text.npos || text.find('[', 1) < parted) return std::nullopt;
    const std::string_view label = text.substr(1, parted - 1);
    const std::string_view written = text.substr(parted + 2, close - parted - 2);
    const bool in_code = label.size() > 2 && label.starts_with('`') && label.ends_with('`');
    if (written.empty() ? !in_code : written.find('.') == written.npos) return std::nullopt;
    const std::string_view name = written.empty() ? label.substr(1, label.size() - 2) : written;
    if (name.find(' ') != name.npos || is_defined(written.empty() ? label : written))
        return std::nullopt;
    return CodeReference{label, name, close + 1};
}

bool CodeReferences::is_defined(std::string_view name) {
    if (!definitions_) {
        definitions_.emplace();
        for (std::size_t at = page_.find("]:"); at != page_.npos; at = page_.find("]:", at + 2)) {
            const std::size_t front = at - std::min(at, longest_reference);
            const std::string_view before = page_.substr(front, at - front);
            const std::size_t open = before.rfind('[');
            if (open != before.npos)
                definitions_->insert(text::lower_case(before.substr(open + 1)));
        }
    }
    return definitions_->contains(text::lower_case(name));
}

}  // namespace triptych::gitbook
