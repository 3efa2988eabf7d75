#include "gitbook/book/front_matter.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

struct Fence {
    std::string_view yaml;
    std::uint32_t yaml_begin = 0, body_begin = 0;
};

/// The text between a first line `---` and the next line `---` (or `...`).
std::optional<Fence> find_fence(std::string_view text) {
    const std::size_t first_end = text.find('\n');
    if (first_end == std::string_view::npos || !text.starts_with("---") ||
        !text::trim(text.substr(3, first_end - 3)).empty())
        return std::nullopt;
    const std::size_t begin = first_end + 1;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto next = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
        if (line.starts_with("---") && text::trim(line.substr(3)).empty())
            return Fence{text.substr(begin, at - begin), static_cast<std::uint32_t>(begin), next};
        at = end + 1;
    }
    return std::nullopt;
}

/// What a page's front matter wishes for its slides, value by value; what can't be is reported.
class SlideWishReader {
public:
    SlideWishReader(const YamlSource& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics) {}

    doc::SlideWishes read(const YAML::Node& node) const {
        doc::SlideWishes wishes;
        if (!node.IsMap()) {
            const std::string value = scalar(node);
            wishes.skip = value == "skip" || is_false(node);
            if (!wishes.skip && !is_true(node))
                report(node,
                       node.IsScalar() ? fmt::format("'{}' is no wish for slides", value)
                                       : "a list is no wish for slides",
                       "write 'skip', or keys such as 'level' and 'title'");
            return wishes;
        }
        report_unknown_keys(node, {"skip", "level", "title", "notes", "picture"}, source_,
                            diagnostics_);
        wishes.skip = yes(node);
        wishes.level = level(node);
        wishes.title = value(node, "title");
        wishes.notes = value(node, "notes");
        wishes.picture = picture(node);
        return wishes;
    }

private:
    void report(const YAML::Node& node, std::string message, std::string hint) const {
        diagnostics_.report(Kind::invalid_value, span_of(node, source_), std::move(message),
                            std::move(hint));
    }
    std::string value(const YAML::Node& map, const char* key) const {
        const YAML::Node node = child(map, key);
        if (!node.IsNull() && !node.IsScalar())
            report(node, fmt::format("'{}' takes one value", key), "write it behind the key");
        return scalar(node);
    }
    bool yes(const YAML::Node& map) const {
        const YAML::Node node = child(map, "skip");
        const std::string written = value(map, "skip");
        if (!written.empty() && !is_true(node) && !is_false(node))
            report(node, fmt::format("'{}' is neither yes nor no", written),
                   "write 'true' or 'false'");
        return is_true(node);
    }
    std::optional<std::uint8_t> level(const YAML::Node& map) const {
        const std::string written = value(map, "level");
        if (written.empty()) return std::nullopt;
        if (written.size() == 1 && written[0] >= '1' && written[0] <= '6')
            return static_cast<std::uint8_t>(written[0] - '0');
        report(child(map, "level"), fmt::format("'{}' is not a heading level", written),
               "use a number from 1 to 6");
        return std::nullopt;
    }
    doc::SlidePicture picture(const YAML::Node& map) const {
        const std::string written = value(map, "picture");
        if (written == "full") return doc::SlidePicture::full;
        if (written == "whole") return doc::SlidePicture::whole;
        if (!written.empty())
            report(child(map, "picture"), fmt::format("'{}' is no way to show a picture", written),
                   "write 'full' (it fills the slide) or 'whole'");
        return {};
    }

    const YamlSource& source_;
    Diagnostics& diagnostics_;
};

std::map<std::string, std::string> variables(const YAML::Node& node) {
    std::map<std::string, std::string> result;
    if (!node.IsMap()) return result;
    for (const auto& entry : node) result[scalar(entry.first)] = scalar(entry.second);
    return result;
}

/// Docusaurus' place of a page in its folder.
std::optional<double> position_of(const YAML::Node& root) {
    const std::string written = scalar(child(root, "sidebar_position"));
    double position = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), position);
    return written.empty() || read.ec != std::errc() ? std::nullopt : std::optional(position);
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text, FileId file, Diagnostics& diagnostics) {
    FrontMatter result;
    const auto fence = find_fence(text);
    if (!fence) return result;
    const YamlSource source{fence->yaml, file, fence->yaml_begin};
    const auto yaml = parse_yaml(source, diagnostics);
    if (yaml && !yaml->IsMap() && !text::trim(fence->yaml).empty()) return result;
    result.body_begin = fence->body_begin;
    if (!yaml) return result;

    const YAML::Node description = child(*yaml, "description");
    const YAML::Node cover = child(*yaml, "cover");
    result.title = one_value(*yaml, "title", source, diagnostics);
    result.label = scalar(child(*yaml, "sidebar_label"));
    result.position = position_of(*yaml);
    result.slug = scalar(child(*yaml, "slug"));
    if (result.slug.empty()) result.slug = scalar(child(*yaml, "permalink"));
    result.description =
        text::collapse_spaces(one_value(*yaml, "description", source, diagnostics));
    result.description_span = span_of(description, source);
    result.cover = one_value(*yaml, "cover", source, diagnostics);
    result.cover_span = span_of(cover, source);
    result.hidden = is_true(child(*yaml, "hidden")) || is_true(child(*yaml, "draft"));
    const YAML::Node layout = child(*yaml, "layout");
    result.shows_title = !is_false(child(child(layout, "title"), "visible"));
    result.shows_description = !is_false(child(child(layout, "description"), "visible"));
    if (is_false(child(child(layout, "cover"), "visible"))) result.cover.clear();
    result.variables = variables(child(*yaml, "vars"));
    const YAML::Node slides = child(*yaml, "slides");
    if (!slides.IsNull()) result.slides = SlideWishReader(source, diagnostics).read(slides);
    return result;
}

}  // namespace triptych::gitbook
