#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Names of pages and pictures in links by name, as in Obsidian.
namespace triptych::gitbook {

/// The parts of `Page#Heading|label`.
struct PageName {
    std::string_view page, heading, label;
};
PageName parts_of(std::string_view inside);
/// What a link by name shows when it has no label: `Page > Heading`, as Obsidian does.
std::string shown_name(const PageName& name);
/// `[[picture.png|alt=Words]]` and `[[Words|https://address]]` of GitHub's wikis, in Markdown, by
/// what stands between the brackets; nothing when that is a link by name.
std::optional<std::string> wiki_link(std::string_view inside);
/// `text` as the label of a link.
std::string as_label(std::string_view text);
bool is_picture_name(std::string_view path);
/// Whether it is a size, `300` or `300x200`.
bool is_digits(std::string_view text);

}  // namespace triptych::gitbook
