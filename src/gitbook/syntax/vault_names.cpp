#include "gitbook/syntax/vault_names.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace triptych::gitbook {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789x") == text.npos;
}

bool is_picture_name(std::string_view path) {
    const std::string lower = text::lower_case(path);
    constexpr std::array endings{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

std::string as_label(std::string_view text) {
    return text::replace_all(text::replace_all(std::string(text), "[", "\\["), "]", "\\]");
}

PageName parts_of(std::string_view inside) {
    PageName name;
    // In a table the stroke is written with a backslash.
    const std::size_t stroke = inside.find('|');
    if (stroke != inside.npos) name.label = text::trim(inside.substr(stroke + 1));
    std::string_view target = inside.substr(0, stroke);
    if (target.ends_with('\\')) target.remove_suffix(1);
    const std::size_t hash = target.find('#');
    if (hash != target.npos) name.heading = text::trim(target.substr(hash + 1));
    name.page = text::trim(target.substr(0, hash));
    return name;
}

std::string shown_name(const PageName& name) {
    if (!name.label.empty()) return std::string(name.label);
    if (name.heading.empty()) return std::string(name.page);
    const std::string heading = text::replace_all(std::string(name.heading), "#", " > ");
    return name.page.empty() ? heading : std::string(name.page) + " > " + heading;
}

}  // namespace triptych::gitbook
