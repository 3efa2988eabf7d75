#include "base/code_parts.hpp"

namespace triptych {
namespace {

struct Names {
    std::string_view name, css_class;
};

// In the order of the enumeration.
constexpr std::array<Names, code_parts.size()> names{{{"keyword", "k"},
                                                      {"type", "t"},
                                                      {"name", "f"},
                                                      {"string", "s"},
                                                      {"number", "n"},
                                                      {"comment", "c"},
                                                      {"tag", "g"},
                                                      {"key", "a"},
                                                      {"inserted", "i"},
                                                      {"deleted", "d"}}};

}  // namespace

std::string_view name(CodePart part) { return names[static_cast<std::size_t>(part)].name; }
std::string_view css_class(CodePart part) {
    return names[static_cast<std::size_t>(part)].css_class;
}

}  // namespace triptych
