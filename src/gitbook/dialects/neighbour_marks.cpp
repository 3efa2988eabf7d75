#include "gitbook/dialects/neighbour_marks.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/dialects/script_value.hpp"
#include "gitbook/syntax/html_tokens.hpp"
#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {
namespace {

/// Blocks of MkDocs that end at slashes count them beyond any number of colons.
constexpr std::size_t slashes = 1000;
constexpr std::size_t longest_tab_tag = 4000, longest_icon = 100;

bool is_name_letter(char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '_' || (c & 0x80) != 0;
}

std::string_view name_at(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_letter);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// The text between the first pair of `"`; nothing when there is none.
std::optional<std::string> quoted(std::string_view text) {
    const std::size_t open = text.find('"');
    const std::size_t close = text.rfind('"');
    if (open == text.npos || close == open) return std::nullopt;
    return std::string(text.substr(open + 1, close - open - 1));
}

/// A title as it is printed.
std::string without_icons(std::string_view title) {
    std::string words;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t icon = title[at] == ':' ? icon_at(title.substr(at)) : 0;
        if (icon == 0) words += title[at];
        at += std::max<std::size_t>(icon, 1);
    }
    return words.size() == title.size() ? words : std::string(text::trim(words));
}

/// `!!! note inline end "Title"`, `??? tip`, `???+ tip "Title"`.
std::optional<BlockMark> mkdocs_admonition(std::string_view line) {
    const bool folds = line.starts_with("???");
    if (!folds && !line.starts_with("!!!")) return std::nullopt;
    std::string_view rest = line.substr(3);
    if (folds && rest.starts_with('+')) rest.remove_prefix(1);
    if (!rest.starts_with(' ')) return std::nullopt;
    const std::string_view name = name_at(text::trim(rest));
    const auto title = quoted(rest);
    if (name.empty() && !title) return std::nullopt;
    const std::string_view words = text::trim(rest.substr(0, rest.find('"')));
    if (!std::all_of(words.begin(), words.end(),
                     [](char c) { return is_name_letter(c) || c == ' '; }))
        return std::nullopt;
    BlockMark mark{BlockForm::indented, folds ? "collapse" : "hint", style_of(name),
                   title ? without_icons(*title) : own_title(name), line.size()};
    if (folds && mark.title.empty()) mark.title = capitalised(name);
    return mark;
}

std::optional<BlockMark> mkdocs_tab(std::string_view line) {
    if (!opens_tab(line)) return std::nullopt;
    return BlockMark{BlockForm::indented, "tab", {}, without_icons(*quoted(line)), line.size()};
}

/// The name and title behind `:::`: `note[Title]`, ` tip Title`, `{.note}`, `{note} Title`.
struct NameAndTitle {
    std::string_view name, title;
};
NameAndTitle name_and_title(std::string_view text) {
    text = text::trim(text);
    if (text.starts_with('{')) {
        text.remove_prefix(text.starts_with("{.") ? 2 : 1);
        const std::size_t close = text.find('}');
        const std::string_view name = name_at(text);
        return {name, close == text.npos ? "" : text::trim(text.substr(close + 1))};
    }
    const std::string_view name = name_at(text);
    std::string_view title = text::trim(text.substr(name.size()));
    if (title.starts_with('[')) {
        const std::size_t close = title.rfind(']');
        if (close != title.npos) return {name, title.substr(1, close - 1)};
    }
    // `{open}` and other attributes are no part of a title.
    return {name, title.starts_with('{') ? "" : title};
}

std::optional<BlockMark> colon_block(std::string_view line) {
    const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
    if (colons < 3 || colons == line.size()) return std::nullopt;
    const auto [name, title] = name_and_title(line.substr(colons));
    // Those of Pandoc have attributes alone: how they look on the web.
    const std::string_view attributes = text::trim(line.substr(colons));
    const bool division = attributes.starts_with("{.") || attributes.starts_with("{#") ||
                          (attributes.starts_with('{') && attributes.find('=') != attributes.npos);
    if (name.empty() && !division) return std::nullopt;
    BlockMark mark{BlockForm::colons,  "hint",      style_of(name),
                   std::string(title), line.size(), colons};
    if (name == "details" || name == "spoiler" || name == "collapse") {
        mark.tag = "collapse";
        if (title.empty()) mark.title = capitalised(name);
    } else if (name == "tabs" || name == "code-group" || name == "code-tabs") {
        mark.tag = "tabs";
    } else if (name == "code-group-item") {
        mark.tag = "tab";
    } else if (!is_callout_kind(name)) {
        mark.tag = {};
        mark.shows_nothing =
            division || is_one_of(name, {"v-pre", "raw", "columns", "column", "cell"});
    } else if (title.empty()) {
        mark.title = own_title(name);
    }
    return mark;
}

/// `/// note | Title` of MkDocs; captions and other blocks show what is in them.
std::optional<BlockMark> slash_block(std::string_view line) {
    const std::size_t count = std::min(line.find_first_not_of('/'), line.size());
    if (count < 3 || count > slashes || count == line.size() || line[count] != ' ')
        return std::nullopt;
    const std::string_view said = text::trim(line.substr(count));
    const std::string_view name = name_at(said);
    if (name.empty()) return std::nullopt;
    const std::size_t stroke = said.find('|');
    const std::string_view title =
        stroke == said.npos ? std::string_view() : text::trim(said.substr(stroke + 1));
    BlockMark mark{BlockForm::colons,  "hint",      style_of(name),
                   std::string(title), line.size(), slashes + count};
    if (name == "details" || name == "tab") {
        mark.tag = "collapse";
        if (title.empty()) mark.title = capitalised(name);
    } else if (!is_callout_kind(name)) {
        mark.tag = {};
        mark.shows_nothing = name.ends_with("caption") || name == "html" || name == "define";
        // Which element it is, or where it stands.
        if (mark.shows_nothing) mark.title.clear();
    } else if (title.empty()) {
        mark.title = own_title(name);
    }
    return mark;
}

/// `**[info] Title**` at the front of a quote, as plugins of HonKit read it.
std::optional<BlockMark> bold_callout(std::string_view inside) {
    inside = text::trim(inside);
    const std::size_t close = inside.find(']');
    if (!inside.starts_with("**[") || !inside.ends_with("**") || close == inside.npos ||
        inside.size() < 6)
        return std::nullopt;
    const std::string_view name = inside.substr(3, close - 3);
    const std::string_view rest = inside.substr(close + 1);
    constexpr std::array kinds{"info", "success", "danger", "warning", "note", "tip"};
    if (std::find(kinds.begin(), kinds.end(), name) == kinds.end() ||
        rest.find("**") != rest.size() - 2)
        return std::nullopt;
    return BlockMark{BlockForm::quoted, "hint", style_of(name),
                     std::string(text::trim(rest.substr(0, rest.size() - 2))), 0};
}

/// `[!NOTE]` as on GitHub, alone on its line; `[!info]- Title` as in Obsidian, but not in GitBook,
/// which shows such a line as it is.
std::optional<BlockMark> quoted_callout(std::string_view line, Dialect dialect) {
    std::size_t at = line.starts_with("> ") ? 2 : 1;
    if (!line.starts_with('>')) return std::nullopt;
    while (at < line.size() && line[at] == ' ') ++at;
    const std::string_view inside = line.substr(at);
    if (auto mark = bold_callout(inside)) {
        mark->length = line.size();
        return mark;
    }
    const std::size_t close = inside.find(']');
    if (!inside.starts_with("[!") || close == inside.npos) return std::nullopt;
    const std::string_view name = inside.substr(2, std::min(inside.find('|'), close) - 2);
    std::string_view title = inside.substr(close + 1);
    const bool folds = title.starts_with('-') || title.starts_with('+');
    if (folds) title.remove_prefix(1);
    title = text::trim(title);
    constexpr std::array github{"note", "tip", "important", "warning", "caution"};
    const bool of_github = is_one_of(text::lower_case(name), github);
    // GitHub, too, shows its own marks with a title as they are.
    const bool capitals =
        dialect == Dialect::plain &&
        std::none_of(name.begin(), name.end(), [](char c) { return ascii::is_lower(c); });
    const bool foreign = dialect == Dialect::gitbook || dialect == Dialect::honkit || capitals;
    if (name_at(name) != name || name.empty()) return std::nullopt;
    if (foreign && (!of_github || folds || !title.empty())) return std::nullopt;
    const bool danger = text::lower_case(name) == "caution" && dialect != Dialect::obsidian;
    return BlockMark{BlockForm::quoted, "hint", danger ? "danger" : style_of(name),
                     title.empty() && !of_github ? own_title(name) : std::string(title),
                     line.size()};
}

std::optional<BlockMark> docsify_paragraph(std::string_view line) {
    if (!line.starts_with("!> ") && !line.starts_with("?> ")) return std::nullopt;
    return BlockMark{BlockForm::paragraph, "hint", line[0] == '!' ? "warning" : "info", {}, 3};
}

/// Bytes of the tag of tabs at the front of `line`; 0 when none is there, or none that ends there.
std::size_t end_of_tab_tag(std::string_view line) {
    // Longer ones are not sought: one that does not end would be, at every sign that may begin one.
    line = line.substr(0, longest_tab_tag);
    constexpr std::array fronts{"</TabItem>", "</Tabs>", "<TabItem", "<Tabs"};
    const auto front = std::find_if(fronts.begin(), fronts.end(),
                                    [&](std::string_view tag) { return line.starts_with(tag); });
    if (front == fronts.end()) return 0;
    const std::string_view name(*front);
    if (name.ends_with('>')) return name.size();
    if (line.size() == name.size() || (line[name.size()] != ' ' && line[name.size()] != '>'))
        return 0;
    return end_of_component_tag(line, name.size());
}

/// Where the first tag of tabs behind `front` stands that is not in code; 0 when there is none.
std::size_t tab_tag_behind(std::string_view line, std::size_t front) {
    bool in_code = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '`') in_code = !in_code;
        if (line[at] == '<' && at > front && !in_code && end_of_tab_tag(line.substr(at)) != 0)
            return at;
    }
    return 0;
}

/// `<Tabs …>` or `<TabItem value="a" label="A">` alone on its line.
std::optional<BlockMark> tab_element(std::string_view line) {
    const bool item = line.starts_with("<TabItem");
    const std::size_t name = item ? 8 : 5;
    if (!item && !line.starts_with("<Tabs")) return std::nullopt;
    if (end_of_tab_tag(line) != line.size()) return std::nullopt;
    BlockMark mark{BlockForm::element, item ? "tab" : "tabs", {}, {}, line.size()};
    if (!item) mark.title = line;
    const std::string as_tag =
        "{% tab " + std::string(line.substr(name, line.size() - name - 1)) + " %}";
    const auto tag = parse_tag(as_tag, FileId::none, 0);
    if (item && tag) mark.title = attribute(tag->attributes, "label");
    if (item && tag && mark.title.empty()) mark.title = attribute(tag->attributes, "value");
    return mark;
}

}  // namespace

std::string label_of_tab(std::string_view tag, std::string_view value) {
    for (std::size_t open = tag.find("label"); open != tag.npos;
         open = tag.find("label", open + 1)) {
        const std::size_t front = tag.rfind('{', open);
        const std::size_t back = tag.find('}', open);
        if (front == tag.npos || back == tag.npos) break;
        const std::string_view object = tag.substr(front, back - front);
        if (script_value(object, "value") == value) return script_value(object, "label");
    }
    return std::string(value);
}

std::size_t icon_at(std::string_view text) {
    const std::string_view rest =
        text.starts_with(':') ? text.substr(1, longest_icon) : std::string_view();
    constexpr std::array sets{"material-", "fontawesome-", "octicons-", "simple-"};
    const bool known = std::any_of(sets.begin(), sets.end(),
                                   [&](std::string_view set) { return rest.starts_with(set); });
    const std::size_t close = rest.find(':');
    return known && close != rest.npos && rest.find(' ') > close ? close + 2 : 0;
}

bool opens_tab(std::string_view line) {
    if (!line.starts_with("===")) return false;
    std::string_view rest = line.substr(3);
    while (rest.starts_with('!') || rest.starts_with('+')) rest.remove_prefix(1);
    rest = text::trim(rest);
    return rest.size() > 2 && rest.starts_with('"') && rest.ends_with('"');
}

std::size_t piece_of_tabs(std::string_view line, bool in_tabs) {
    const std::size_t front = std::min(line.find_first_not_of(" \t"), line.size());
    std::size_t end = end_of_tab_tag(line.substr(front));
    if (end == 0 && in_tabs)
        if (const std::size_t at = tab_tag_behind(line, front)) end = at - front;
    if (end == 0 || text::trim(line.substr(front + end)).empty()) return line.size();
    return front + end;
}

bool opens_definition(std::string_view line, Dialect dialect) {
    if (dialect != Dialect::mkdocs && dialect != Dialect::mdbook) return false;
    return line.size() > 2 && line[0] == ':' && (line[1] == ' ' || line[1] == '\t');
}

std::size_t closing_colons(std::string_view line) {
    line = text::trim(line);
    if (line.size() < 3 || line.size() > slashes) return 0;
    if (line.find_first_not_of(':') == line.npos) return line.size();
    return line.find_first_not_of('/') == line.npos ? slashes + line.size() : 0;
}

bool counts_slashes(std::size_t colons) { return colons > slashes; }

std::string_view closed_element(std::string_view line) {
    line = text::trim(line);
    return line == "</TabItem>" ? "tab"
           : line == "</Tabs>"  ? "tabs"
           : line == "</div>"   ? "hint"
                                : "";
}

std::optional<BlockMark> block_mark(std::string_view line, Dialect dialect) {
    line = text::trim(line);
    if (line.size() < 3) return std::nullopt;
    switch (line[0]) {
        case '!':
        case '?':
            if (dialect == Dialect::docsify)
                if (auto mark = docsify_paragraph(line)) return mark;
            return mkdocs_admonition(line);
        case '=':
            return mkdocs_tab(line);
        case ':':
            return colon_block(line);
        case '>':
            return quoted_callout(line, dialect);
        case '<':
            if (dialect == Dialect::mdbook && line == "<div class=\"warning\">")
                return BlockMark{BlockForm::element, "hint", "warning", {}, line.size()};
            return tab_element(line);
        case '/':
            return dialect == Dialect::mkdocs ? slash_block(line) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<BlockMark> listing_mark(std::string_view info) {
    info = text::trim(info);
    if (info.starts_with('{') && !info.starts_with("{.") && !info.starts_with("{{")) {
        const auto [name, title] = name_and_title(info);
        if (!is_callout_kind(name)) return std::nullopt;
        const bool titled = !title.empty() && name == "admonition";
        return BlockMark{BlockForm::group, "hint", style_of(name),
                         titled ? std::string(title) : own_title(name), 0};
    }
    if (!info.starts_with("admonish") || (info.size() > 8 && info[8] != ' ')) return std::nullopt;
    const std::string_view arguments =
        text::trim(info.substr(std::min<std::size_t>(8, info.size())));
    std::string_view name = name_at(arguments);
    if (arguments.substr(name.size()).starts_with('=') || name.empty()) name = "note";
    const auto title = quoted(arguments);
    const bool folds = arguments.find("collapsible") != arguments.npos && title;
    return BlockMark{BlockForm::group, folds ? "collapse" : "hint", style_of(name),
                     title.value_or(own_title(name)), 0};
}

}  // namespace triptych::gitbook
