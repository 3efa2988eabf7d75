#include "doc/tex/common_macros.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace triptych::doc::tex {

namespace {

struct Definition {
    std::string_view name;
    std::size_t arguments;
    std::string_view body;
};
constexpr Definition definitions[] = {
#include "doc/tex/common_macros.def"
};

bool before(const Macro& a, const Macro& b) { return a.name < b.name; }

std::vector<Macro> common_macros() {
    std::vector<Macro> macros;
    for (const auto& one : definitions)
        macros.push_back({std::string(one.name), one.arguments, std::string(one.body)});
    std::sort(macros.begin(), macros.end(), before);
    return macros;
}

}  // namespace

const Macro* find_common_macro(std::string_view name) {
    static const std::vector<Macro> macros = common_macros();
    const auto found = std::lower_bound(
        macros.begin(), macros.end(), name,
        [](const Macro& macro, std::string_view wanted) { return macro.name < wanted; });
    return found != macros.end() && found->name == name ? &*found : nullptr;
}

}  // namespace triptych::doc::tex
