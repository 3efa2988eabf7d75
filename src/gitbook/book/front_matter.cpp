#include "gitbook/book/front_matter.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "gitbook/book/slide_wishes.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

struct Fence {
    std::string_view yaml;
    std::uint32_t yaml_begin = 0, body_begin = 0;
    bool toml = false;  ///< what stands there is TOML
};

/// The text between a first line `---` and the next line `---` (or `...`), or between lines `+++`,
/// where it is TOML.
std::optional<Fence> find_fence(std::string_view text) {
    const std::size_t first_end = text.find('\n');
    const bool toml = text.starts_with("+++");
    if (first_end == std::string_view::npos || (!toml && !text.starts_with("---")) ||
        !text::trim(text.substr(3, first_end - 3)).empty())
        return std::nullopt;
    const std::size_t begin = first_end + 1;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto next = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
        const bool ends =
            toml ? line.starts_with("+++") : line.starts_with("---") || line.starts_with("...");
        if (ends && text::trim(line.substr(3)).empty())
            return Fence{text.substr(begin, at - begin), static_cast<std::uint32_t>(begin), next,
                         toml};
        at = end + 1;
    }
    return std::nullopt;
}

/// What `toml` says in front of its tables in texts of one line, numbers and truth values, as YAML;
/// what stands between is blank.
std::string as_yaml(std::string_view toml) {
    std::string yaml;
    bool in_table = false;
    for (const std::string_view line : text::split(toml, '\n')) {
        in_table = in_table || line.starts_with('[');
        const std::size_t equal = std::min(line.find('='), line.size());
        const std::string_view key = text::trim(line.substr(0, equal));
        const std::string_view value = text::trim(line.substr(std::min(equal + 1, line.size())));
        const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') &&
                            value.find(value[0], 1) == value.size() - 1;
        const bool taken = !in_table && !key.empty() && key.find_first_of(" .\"'#") == key.npos &&
                           (quoted || value == "true" || value == "false" ||
                            value.find_first_not_of("0123456789.-") == value.npos);
        yaml += taken ? std::string(line.substr(0, equal)) + ": " +
                            std::string(text::trim(line.substr(equal + 1)))
                      : std::string(line.size(), ' ');
        yaml += '\n';
    }
    return yaml;
}

std::map<std::string, std::string> variables(const YAML::Node& node) {
    std::map<std::string, std::string> result;
    if (!node.IsMap()) return result;
    for (const auto& entry : node) result[scalar(entry.first)] = scalar(entry.second);
    return result;
}

/// The place of a page in its folder, as Docusaurus, Hugo, Just the Docs and Nuxt call it.
std::optional<double> position_of(const YAML::Node& root) {
    for (const char* key : {"sidebar_position", "weight", "nav_order", "order"}) {
        const std::string written = scalar(child(root, key));
        double position = 0;
        const auto read =
            std::from_chars(written.data(), written.data() + written.size(), position);
        if (!written.empty() && read.ec == std::errc()) return position;
    }
    return std::nullopt;
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text, FileId file, Diagnostics& diagnostics) {
    FrontMatter result;
    const auto fence = find_fence(text);
    if (!fence) return result;
    const std::string from_toml = fence->toml ? as_yaml(fence->yaml) : std::string();
    const YamlSource source{fence->toml ? from_toml : fence->yaml, file, fence->yaml_begin};
    const auto yaml = yaml::parse(source, diagnostics);
    if (yaml && !yaml->IsMap() && !text::trim(fence->yaml).empty()) return result;
    result.body_begin = fence->body_begin;
    if (!yaml) return result;

    const YAML::Node description = child(*yaml, "description");
    const YAML::Node cover = child(*yaml, "cover");
    result.title = one_value(*yaml, "title", source, diagnostics);
    result.home = read_home_page(*yaml, source);
    if (result.title.empty()) result.title = result.home.title;
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
    if (!slides.IsNull()) {
        auto wishes = read_slide_wishes(slides, source, diagnostics);
        result.slides = std::move(wishes.page);
        result.digest = std::move(wishes.digest);
    }
    return result;
}

}  // namespace triptych::gitbook
