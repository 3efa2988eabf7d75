#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "gitbook/book/config_variables.hpp"
#include "gitbook/book/neighbour_config.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::uint8_t deepest_section = 50;
constexpr std::size_t most_entries = 20'000;

/// `nav` of `mkdocs.yml`: sections on its first level are parts, deeper ones entries without a
/// page.
class NavReader {
public:
    explicit NavReader(const YamlSource& source) : source_(source) {}

    Summary read(const YAML::Node& nav) {
        for (const auto& entry : nav) add(entry, 0);
        return std::move(summary_);
    }

private:
    void add(const YAML::Node& entry, std::uint8_t depth) {
        if (entry.IsScalar()) return add_item({}, entry, depth);
        if (!entry.IsMap() || depth > deepest_section) return;
        for (const auto& named : entry) {
            const std::string title = scalar(named.first);
            if (named.second.IsScalar() || named.second.IsNull()) {
                add_item(title, named.second, depth);
            } else if (named.second.IsSequence()) {
                add_section(title, named.first, named.second, depth);
            }
        }
    }

    void add_section(const std::string& title, const YAML::Node& name, const YAML::Node& children,
                     std::uint8_t depth) {
        const bool part = depth == 0;
        if (part)
            summary_.parts.push_back({title, span_of(name, source_), {}});
        else
            push({title, {}, {}, static_cast<std::uint8_t>(depth - 1), span_of(name, source_)});
        for (const auto& child : children) add(child, static_cast<std::uint8_t>(depth + 1));
        if (part) summary_.parts.push_back({{}, span_of(name, source_), {}});
    }

    void add_item(const std::string& title, const YAML::Node& page, std::uint8_t depth) {
        std::string path = scalar(page);
        if (path.empty() && title.empty()) return;
        push({title,
              {},
              std::move(path),
              static_cast<std::uint8_t>(depth == 0 ? 0 : depth - 1),
              span_of(page, source_)});
    }

    void push(SummaryItem item) {
        if (entries_++ > most_entries) return;
        if (summary_.parts.empty()) summary_.parts.emplace_back();
        summary_.parts.back().items.push_back(std::move(item));
    }

    const YamlSource& source_;
    Summary summary_;
    std::size_t entries_ = 0;
};

/// Whether `plugins` name `wanted`: a mapping by its keys, a list by names and mappings of one.
bool names_plugin(const YAML::Node& plugins, std::string_view wanted) {
    if (plugins.IsMap())
        return std::any_of(plugins.begin(), plugins.end(),
                           [&](const auto& pair) { return scalar(pair.first) == wanted; });
    return std::any_of(plugins.begin(), plugins.end(), [&](const YAML::Node& entry) {
        return entry.IsMap() ? names_plugin(entry, wanted) : scalar(entry) == wanted;
    });
}

/// The plugin of macros gives names in `{{ }}` what stands under `extra`.
void read_macros(const YAML::Node& yaml, NeighbourConfig& config) {
    config.names_are_variables = names_plugin(child(yaml, "plugins"), "macros");
    if (!config.names_are_variables) return;
    add_variables(child(yaml, "extra"), "", config.variables);
    config.variables.try_emplace("config.site_name", config.title);
    config.variables.try_emplace("config.site_url", config.site_url);
}

}  // namespace

NeighbourConfig read_mkdocs(std::string_view text, FileId file, Diagnostics& diagnostics) {
    NeighbourConfig config;
    config.dialect = Dialect::mkdocs;
    config.program = "MkDocs";
    const YamlSource source{text, file};
    const auto yaml = yaml::parse(source, diagnostics);
    if (!yaml) return config;
    config.title = one_value(*yaml, "site_name", source, diagnostics);
    config.description = one_value(*yaml, "site_description", source, diagnostics);
    config.site_url = one_value(*yaml, "site_url", source, diagnostics);
    config.authors = scalars(child(*yaml, "site_author"));
    const YAML::Node language = child(child(*yaml, "theme"), "language");
    if (language.IsScalar()) config.language = {scalar(language), span_of(language, source)};
    const std::string folder = one_value(*yaml, "docs_dir", source, diagnostics);
    config.root = folder;
    config.inherits = one_value(*yaml, "INHERIT", source, diagnostics);
    read_macros(*yaml, config);
    const YAML::Node nav = child(*yaml, "nav");
    if (nav.IsSequence()) {
        Summary summary = NavReader(source).read(nav);
        std::erase_if(summary.parts, [](const SummaryPart& part) {
            return part.title.empty() && part.items.empty();
        });
        if (!summary.parts.empty()) config.nav = std::move(summary);
    }
    return config;
}

}  // namespace triptych::gitbook
