#include "gitbook/syntax/repeated_attributes.hpp"

#include <map>

namespace triptych::gitbook {
namespace {

constexpr int most_repeated = 10;  ///< of one tag

}  // namespace

void report_repeated_attributes(const Tag& tag, Diagnostics& diagnostics) {
    if (tag.ends || !has_attributes(tag.name)) return;
    std::map<std::string_view, std::string_view> first;
    int left = most_repeated;
    for (const TagAttribute& attribute : tag.attributes) {
        if (attribute.name.empty()) continue;
        const auto [held, is_first] = first.try_emplace(attribute.name, attribute.value);
        if (is_first || held->second == attribute.value) continue;
        if (left-- == 0) return;
        diagnostics.report(Kind::content_dropped, attribute.span,
                           say("'{}' is given twice in '{{% {} %}}'; '{}' is left out",
                               attribute.name, tag.name, attribute.value),
                           say("the first value holds; take the other out"));
    }
}

}  // namespace triptych::gitbook
