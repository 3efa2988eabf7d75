#include "gitbook/syntax/attribute_faults.hpp"

#include <map>

namespace triptych::gitbook {
namespace {

constexpr int most_reported = 10;  ///< of one tag

}  // namespace

void report_attribute_faults(const Tag& tag, Diagnostics& diagnostics) {
    if (tag.ends || !has_attributes(tag.name)) return;
    std::map<std::string_view, std::string_view> first;
    int left = most_reported;
    for (const TagAttribute& attribute : tag.attributes) {
        if (attribute.name.empty()) continue;
        const auto [held, is_first] = first.try_emplace(attribute.name, attribute.value);
        const bool repeated = !is_first && held->second != attribute.value;
        if (!repeated && !attribute.lacks_marks) continue;
        if (left-- == 0) return;
        if (repeated)
            diagnostics.report(Kind::content_dropped, attribute.span,
                               say("'{}' is given twice in '{{% {} %}}'; '{}' is left out",
                                   attribute.name, tag.name, attribute.value),
                               say("the first value holds; take the other out"));
        else
            diagnostics.report(Kind::unclosed_tag, attribute.span,
                               say("'{}' has no quotation marks in '{{% {} %}}'; '{}' is taken "
                                   "for its value",
                                   attribute.name, tag.name, attribute.value),
                               say("put it between quotation marks: {}=\"…\"", attribute.name));
    }
}

}  // namespace triptych::gitbook
