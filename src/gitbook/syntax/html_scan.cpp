#include "gitbook/syntax/html_scan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ends_name(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '/' || c == '>'; }

constexpr std::array void_elements{
    std::string_view("area"),  std::string_view("base"),  std::string_view("br"),
    std::string_view("col"),   std::string_view("embed"), std::string_view("hr"),
    std::string_view("img"),   std::string_view("input"), std::string_view("link"),
    std::string_view("meta"),  std::string_view("param"), std::string_view("source"),
    std::string_view("track"), std::string_view("wbr")};

// In byte order, for binary search.
constexpr std::string_view elements[] = {
    "a",        "abbr",     "address",    "article",    "aside",    "audio",   "b",
    "bdi",      "bdo",      "big",        "blockquote", "body",     "br",      "button",
    "canvas",   "caption",  "center",     "circle",     "cite",     "code",    "col",
    "colgroup", "data",     "datalist",   "dd",         "defs",     "del",     "details",
    "dfn",      "dialog",   "div",        "dl",         "dt",       "ellipse", "em",
    "embed",    "fieldset", "figcaption", "figure",     "font",     "footer",  "form",
    "g",        "h1",       "h2",         "h3",         "h4",       "h5",      "h6",
    "head",     "header",   "hr",         "html",       "i",        "iframe",  "img",
    "input",    "ins",      "kbd",        "label",      "legend",   "li",      "line",
    "link",     "main",     "map",        "mark",       "math",     "meta",    "nav",
    "noscript", "object",   "ol",         "optgroup",   "option",   "p",       "param",
    "path",     "picture",  "polygon",    "pre",        "progress", "q",       "rect",
    "rp",       "rt",       "ruby",       "s",          "samp",     "script",  "section",
    "select",   "small",    "source",     "span",       "strike",   "strong",  "style",
    "sub",      "summary",  "sup",        "svg",        "table",    "tbody",   "td",
    "template", "text",     "textarea",   "tfoot",      "th",       "thead",   "time",
    "title",    "tr",       "track",      "tspan",      "tt",       "u",       "ul",
    "use",      "var",      "video",      "wbr"};

std::size_t end_of_tag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        if (quote != 0) {
            if (text[at] == quote) quote = 0;
        } else if (text[at] == '"' || text[at] == '\'') {
            quote = text[at];
        } else if (text[at] == '>') {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

std::string lower_ascii(std::string_view name) {
    std::string lower(name);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// Elements that the next of their kind ends, so that none nests for want of an end tag.
bool ends_itself(std::string_view name) {
    return name == "p" || name == "li" || name == "td" || name == "th" || name == "tr" ||
           name == "dt" || name == "dd" || name == "option";
}

}  // namespace

std::optional<HtmlTagPlace> next_html_tag(std::string_view text, std::size_t& at) {
    while ((at = text.find('<', at)) != std::string_view::npos) {
        const std::size_t begin = at;
        if (text.substr(begin, 4) == "<!--") {
            const std::size_t close = text.find("-->", begin + 4);
            at = close == std::string_view::npos ? text.size() : close + 3;
            return HtmlTagPlace{HtmlMark::comment, "", begin, at};
        }
        const bool closing = begin + 1 < text.size() && text[begin + 1] == '/';
        const std::size_t name = begin + (closing ? 2 : 1);
        std::size_t name_end = name;
        while (name_end < text.size() && !ends_name(text[name_end])) ++name_end;
        if (name >= text.size() || !is_letter(text[name])) {
            at = begin + 1;
            continue;
        }
        const std::size_t end = end_of_tag(text, name_end);
        if (end == std::string_view::npos) break;
        at = end;
        return HtmlTagPlace{closing ? HtmlMark::closing : HtmlMark::opening,
                            lower_ascii(text.substr(name, name_end - name)), begin, end};
    }
    at = text.size();
    return std::nullopt;
}

bool is_void_element(std::string_view name) {
    return std::find(void_elements.begin(), void_elements.end(), name) != void_elements.end();
}

bool is_html_element(std::string_view name) {
    return is_void_element(name) ||
           std::binary_search(std::begin(elements), std::end(elements), name);
}

std::size_t html_depth(std::string_view html) {
    std::map<std::string, std::size_t> open;
    std::size_t at = 0;
    std::size_t depth = 0;
    std::size_t deepest = 0;
    while (const auto tag = next_html_tag(html, at)) {
        if (tag->mark == HtmlMark::comment || is_void_element(tag->name) || ends_itself(tag->name))
            continue;
        std::size_t& count = open[tag->name];
        if (tag->mark == HtmlMark::opening) {
            ++count;
            deepest = std::max(deepest, ++depth);
        } else if (count > 0) {
            --count;
            --depth;
        }
    }
    return deepest;
}

}  // namespace triptych::gitbook
