#include <string>
#include <type_traits>
#include <variant>

#include "base/text.hpp"
#include "style/keys.hpp"
#include "style/roles.hpp"
#include "style/scalars.hpp"

namespace triptych::style {
namespace {

constexpr const char* introduction =
    R"(# The keys of the layout files

A layout is a folder here with `theme.yaml` (colours, fonts, and what all outputs share),
`booklet.yaml`, `epub.yaml` and `slides.yaml`. To make one of your own, write a `theme.yaml` that
says `extends: default` and add only what differs; the other files may be absent. Colours are best
named in the theme and used by name everywhere else. A key that is misspelt is reported with its
line and the name that was probably meant.

A layout of your own lies in `layouts/` of the book, or anywhere: `--layout ./my-layout`. Paths of
fonts are those of this project, or of the book, or begin with `layouts/my-layout/`. A `brand.yaml`
in the book changes every layout and output at once; it holds `colours` (with the names of
`theme.yaml`), `fonts`, `logo`, a picture of the book, and `template`, a presentation (.pptx) on
which its PowerPoint slides are made. Colours that can't be read on their ground are reported with
their contrast.

This page is made from the table that reads the files; a test fails when the two differ, and
`TRIPTYCH_UPDATE=1 test_style` writes it anew.

In a name below, a dot stands for a level of the file: `page.inner` is `inner` under `page`. Lengths
have a unit: `pt`, `mm`, `cm`, `in`, `em` (the size of the type around) or `line` (the leading of
`body`, so that `0.5line` and `2line` keep to the base line grid).
)";

constexpr const char* theme_keys =
    R"(| `extends` | name of a layout | The layout this one changes |
| `colours` | a name and `"#rrggbb"` each | The palette |
)"
    "| `fonts.text`, `fonts.head`, `fonts.mono`, `fonts.math` | the keys below "
    "| Families of running text, headings, code and formulas |\n";

template <typename Target>
std::string_view form(const Key<Target>& key) {
    return std::visit(
        [](auto access) -> std::string_view {
            using Member = std::remove_reference_t<std::invoke_result_t<decltype(access), Target&>>;
            return Form<Member>::name;
        },
        key.field);
}

std::string row(std::string_view name, std::string_view form, std::string_view about) {
    std::string line = "| `";
    line.append(name).append("` | ").append(form).append(" | ").append(about).append(" |\n");
    return line;
}

std::string section(std::string_view title, std::string_view text) {
    return "\n## " + std::string(title) + "\n\n" + std::string(text) +
           "\n\n| key | value | meaning |\n|---|---|---|\n";
}

template <typename Target>
std::string rows(Keys<Target> keys, const std::string& prefix = {}) {
    std::string lines;
    for (const Key<Target>& key : keys)
        lines += row(prefix + std::string(key.name), form(key), key.about);
    return lines;
}

template <typename T>
std::string value_row() {
    std::string line = "| ";
    const std::string about = text::replace_all(std::string(Form<T>::about), "'", "`");
    return line.append(Form<T>::name).append(" | ").append(about).append(" |\n");
}

std::string value_list() {
    return "\n| value | how to write it |\n|---|---|\n" + value_row<Length>() +
           value_row<Colour>() + value_row<Size>() + value_row<Rect>() + value_row<FontFile>();
}

std::string theme_section() {
    return section("theme.yaml", "And all keys of the next two sections, for every output.") +
           theme_keys + rows(family_keys(), "fonts.….") +
           row("fonts.….files", "list of font files", "Weights and postures of the family") +
           row("fonts.fallback", "list of font files", "Tried in order for missing characters") +
           row("fonts.emoji", "list of font files",
               "With pictures of emoji (`CBDT`), drawn over those of the fallback where `emoji` is "
               "`colour`") +
           row("link-schemes", "list of words",
               "Kinds of addresses that links lead to beside http, https, mailto, tel and sms: "
               "`[geo, xmpp]`; all others are printed. Those that can do harm (javascript, data, "
               "file, ms-… and the like) can't be added");
}

std::string style_list() {
    std::string lines = "\n| style | for |\n|---|---|\n";
    for (std::size_t i = 0; i < static_cast<std::size_t>(Role::count_); ++i) {
        const auto role = static_cast<Role>(i);
        lines.append("| `").append(name(role)).append("` | ").append(about(role)).append(" |\n");
    }
    return lines;
}

std::string part_list() {
    std::string lines = "\n| part | for |\n|---|---|\n";
    for (const CodePart part : code_parts)
        lines.append("| `")
            .append(triptych::name(part))
            .append("` | ")
            .append(about(part))
            .append(" |\n");
    return lines;
}

}  // namespace

std::string reference() {
    return introduction + value_list() + theme_section() +
           section("Every output", "In `theme.yaml` for all, or in the file of one output.") +
           rows(medium_keys()) +
           section(
               "Parts of code",
               "Under `syntax`, by the names below: `syntax: {comment: {italic: yes}}`. They hold "
               "for listings in a language that is known by its name.") +
           rows(code_style_keys()) + part_list() +
           section("Styles",
                   "Under `styles`, by the names below. A style has what `body` has, but for what "
                   "it says itself.") +
           row("like", "name of a style", "Inherit from that style instead of `body`") +
           rows(block_keys()) + style_list() + section("booklet.yaml", "The printed booklet.") +
           rows(booklet_keys()) +
           section("epub.yaml", "The e-book. Lengths are written relative to the size of `body`.") +
           rows(ebook_keys()) +
           section("slides.yaml", "The deck. Zones are given by the columns of the grid.") +
           rows(slide_keys()) + rows(zone_keys());
}

}  // namespace triptych::style
