#include "gitbook/dialects/vault_names.hpp"

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

std::optional<std::string> wiki_link(std::string_view inside) {
    const std::vector<std::string_view> parts = text::split(inside, '|');
    const std::string_view first = text::trim(parts.front());
    if (inside.find_first_of("<>\n") != inside.npos) return std::nullopt;
    if (is_picture_name(first)) {
        std::string_view words;
        for (const std::string_view part : parts)
            if (text::trim(part).starts_with("alt=")) words = text::trim(part).substr(4);
        return "![" + as_label(words) + "](<" + std::string(first) + ">)";
    }
    const std::string_view last = text::trim(parts.back());
    const bool address = last.starts_with("https://") || last.starts_with("http://");
    if (parts.size() != 2 || !address) return std::nullopt;
    return "[" + as_label(first) + "](<" + std::string(last) + ">)";
}

}  // namespace triptych::gitbook
