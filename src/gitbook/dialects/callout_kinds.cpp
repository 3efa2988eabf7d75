#include "gitbook/dialects/callout_kinds.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

struct MarkKind {
    std::string_view name, style;
    bool says_itself = true;  ///< the callout's own label says as much as its name
};
/// The kinds of callouts in all dialects, and the styles of GitBook they come nearest to.
constexpr std::array kinds{
    MarkKind{"note", "info"},
    MarkKind{"info", "info"},
    MarkKind{"tip", "success"},
    MarkKind{"hint", "success"},
    MarkKind{"important", "info"},
    MarkKind{"success", "success"},
    MarkKind{"check", "success"},
    MarkKind{"done", "success"},
    MarkKind{"warning", "warning"},
    MarkKind{"caution", "warning"},
    MarkKind{"attention", "warning"},
    MarkKind{"danger", "danger"},
    MarkKind{"error", "danger"},
    MarkKind{"secondary", "info"},
    MarkKind{"abstract", "info", false},
    MarkKind{"summary", "info", false},
    MarkKind{"tldr", "info", false},
    MarkKind{"todo", "info", false},
    MarkKind{"question", "info", false},
    MarkKind{"help", "info", false},
    MarkKind{"faq", "info", false},
    MarkKind{"failure", "danger", false},
    MarkKind{"fail", "danger", false},
    MarkKind{"missing", "danger", false},
    MarkKind{"bug", "danger", false},
    MarkKind{"example", "info", false},
    MarkKind{"quote", "info", false},
    MarkKind{"cite", "info", false},
    MarkKind{"seealso", "info", false},
    MarkKind{"admonition", "info"},
};

const MarkKind* kind_named(std::string_view name) {
    const std::string lower = text::lower_case(name);
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const MarkKind& kind) { return kind.name == lower; });
    return found == kinds.end() ? nullptr : &*found;
}

}  // namespace

bool is_callout_kind(std::string_view name) { return kind_named(name) != nullptr; }

std::string capitalised(std::string_view word) {
    std::string result = text::lower_case(word);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

std::string own_title(std::string_view name) {
    const MarkKind* kind = kind_named(name);
    return kind != nullptr && kind->says_itself ? std::string() : capitalised(name);
}

std::string_view style_of(std::string_view name) {
    const MarkKind* kind = kind_named(name);
    return kind == nullptr ? "info" : kind->style;
}

}  // namespace triptych::gitbook
