#include "gitbook/dialects/liquid.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/html_marks.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_mark = 2000;

/// What stands for some bytes.
struct Read {
    std::size_t length = 0;
    std::string text;
};

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\n"));
}

/// `{{ '/a.html' | relative_url }}`, and `{{ site.baseurl }}` before an address.
std::optional<Read> output_at(std::string_view text) {
    const std::size_t close = text.substr(0, longest_mark).find("}}");
    if (close == text.npos) return std::nullopt;
    const std::string_view inside = text::trim(text.substr(2, close - 2));
    if (is_one_of(inside, {"site.baseurl", "site.url", "site.github.url"}))
        return Read{close + 2, ""};
    if (inside.ends_with("markdownify") && inside.find('|') != inside.npos)
        return Read{close + 2, ""};
    const bool address = inside.ends_with("relative_url") || inside.ends_with("absolute_url");
    if (!address || inside.empty() || !is_one_of(inside[0], {'\'', '"'})) return std::nullopt;
    const std::size_t end = inside.find(inside[0], 1);
    if (end == inside.npos) return std::nullopt;
    return Read{close + 2, std::string(inside.substr(1, end - 1))};
}

/// `{% include figure.html path="…" caption="…" %}` of many themes: a picture.
std::optional<std::string> picture_of(std::string_view arguments) {
    const std::string_view file = first_word(arguments);
    if (!is_one_of(file, {"figure.html", "figure.liquid", "image.html", "img.html", "figure",
                          "image", "picture.html"}))
        return std::nullopt;
    const std::string values =
        text::replace_all(std::string(arguments.substr(file.size())), "\n", " ");
    const auto tag = parse_tag("{% figure " + values + " %}", FileId::none, 0);
    if (!tag) return std::nullopt;
    const auto value = [&](std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names)
            if (const auto found = attribute(tag->attributes, name); !found.empty()) return found;
        return std::string_view();
    };
    const std::string_view path =
        value({"path", "src", "url", "image_path", "image", "img", "file"});
    if (path.empty() || path.find_first_of("\"<") != path.npos) return std::nullopt;
    const std::string_view caption = value({"caption", "description"});
    return picture_element(path, value({"alt", "title"}), caption);
}

std::optional<Read> tag_at(std::string_view text) {
    const std::size_t close = text.substr(0, longest_mark).find("%}");
    if (close == text.npos || text.substr(0, close).find("{{") != text.npos) return std::nullopt;
    std::string_view inside = text.substr(2, close - 2);
    if (inside.starts_with('-')) inside.remove_prefix(1);
    if (inside.ends_with('-')) inside.remove_suffix(1);
    inside = text::trim(inside);
    const std::string_view name = first_word(inside);
    const std::string_view rest = text::trim(inside.substr(name.size()));
    // What is captured is shown where it stands.
    if (name == "capture" || name == "endcapture") return Read{close + 2, ""};
    if (name == "link" && !rest.empty()) return Read{close + 2, std::string(rest)};
    if (name == "include_relative" && !rest.empty())
        return Read{close + 2, "{% include \"" + as_value(first_word(rest)) + "\" %}"};
    if (name == "highlight") return Read{close + 2, "```" + std::string(first_word(rest))};
    if (name == "endhighlight") return Read{close + 2, "```"};
    if (name == "include")
        if (auto picture = picture_of(rest)) return Read{close + 2, *std::move(picture)};
    return std::nullopt;
}

}  // namespace

std::optional<MappedText> without_liquid(const MappedText& source) {
    const std::string_view text = source.text();
    if (text.find("{%") == text.npos && text.find("{{") == text.npos) return std::nullopt;
    MappedText out(source.file());
    bool any = false;
    std::optional<Fence> fence;
    bool in_listing = false;
    std::size_t done = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = end_of_line(text, begin);
        const std::string_view line = line_at(text, begin);
        const bool was_code = fence.has_value();
        if (!was_code && !in_listing) fence = opened_fence(line);
        const std::string_view indent = line.substr(0, skip_spaces(line, 0));
        bool in_code = false;
        for (std::size_t at = begin; at < end && !was_code && !fence;) {
            const std::string_view rest = text.substr(at);
            if (rest[0] == '`') in_code = !in_code;
            const bool ends_listing =
                rest.starts_with("{%") && rest.substr(0, 18).find("endhighlight") != rest.npos;
            const auto read = in_code || (in_listing && !ends_listing) ? std::optional<Read>()
                              : rest.starts_with("{{")                 ? output_at(rest)
                              : rest.starts_with("{%")                 ? tag_at(rest)
                                                                       : std::nullopt;
            if (!read) {
                ++at;
                continue;
            }
            out.append(source, done, at);
            in_listing = !ends_listing && read->text.starts_with("```");
            const bool alone = text::trim(text.substr(begin, at - begin)).empty();
            // A blank line ends an element of HTML, in which no listing is read.
            const std::string apart = "\n" + std::string(indent);
            if (in_listing || (ends_listing && !alone)) out.insert(apart, source.origin(at));
            out.insert(read->text + (ends_listing ? "\n" : ""), source.origin(at));
            done = at += read->length;
            any = true;
        }
        if (was_code && closes(line, *fence)) fence.reset();
        begin = std::max(end, done) + 1;
        if (done > end) begin = done;
    }
    if (!any) return std::nullopt;
    out.append(source, std::min(done, text.size()), text.size());
    return out;
}

}  // namespace triptych::gitbook
