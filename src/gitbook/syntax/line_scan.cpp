#include "gitbook/syntax/line_scan.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/syntax/conditions.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {

void put_formula(LineScan& scan, std::pair<std::size_t, std::size_t> place,
                 std::pair<std::size_t, std::size_t> tex) {
    std::string placeholder(formula_front);
    placeholder += std::to_string(scan.result.formulas.size());
    placeholder += formula_back;
    scan.result.text.insert(placeholder, scan.source.origin(place.first));
    const auto written = [&](std::pair<std::size_t, std::size_t> part) {
        return std::string(scan.source.text().substr(part.first, part.second - part.first));
    };
    scan.result.formulas.push_back({std::string(text::trim(written(tex))), written(place),
                                    scan.source.span(place.first, place.second)});
}

void put_strokes(LineScan& scan, std::size_t begin, std::size_t end) {
    ScannedText& result = scan.result;
    while (begin < end) {
        const std::size_t stroke = std::min(scan.source.text().find('|', begin + 1), end);
        if (scan.source.text()[begin] == '|') result.text.insert("\\", scan.source.origin(begin));
        result.text.append(scan.source, begin, stroke);
        begin = stroke;
    }
}

// `{% set x = "a" + b %}`; without a value it opens a block that holds it.
bool set_variable(const Tag& tag, LineScan& scan) {
    if (tag.name != "set" || tag.ends) return false;
    const std::string_view arguments = tag.arguments;
    const std::size_t sign = arguments.find('=');
    if (sign == std::string_view::npos) return false;
    const std::string name(text::trim(arguments.substr(0, sign)));
    const std::string_view written = text::trim(arguments.substr(sign + 1));
    auto value = evaluated(written, scan.variables, scan.options.expanded.left());
    if (!value) value = written;
    if (may_expand(scan.options.expanded, *value, tag.span, scan.diagnostics))
        scan.variables.set(name, std::move(*value));
    return true;
}

}  // namespace triptych::gitbook
