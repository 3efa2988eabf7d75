#include "gitbook/book/metadata.hpp"

#include <cctype>
#include <optional>
#include <utility>

#include "gitbook/book/file_index.hpp"
#include "gitbook/syntax/source_text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

struct YamlFile {
    YAML::Node root;
    YamlSource source;
};

/// The YAML file at `path`; nothing when there is none or it is damaged.
std::optional<YamlFile> read_yaml_file(const Files& files, const std::string& path,
                                       Sources& sources, Diagnostics& diagnostics) {
    const auto file = add_source(files, path, sources, diagnostics);
    if (!file) return std::nullopt;
    const YamlSource source{sources.text(*file), *file};
    auto root = parse_yaml(source, diagnostics);
    if (!root || root->IsNull()) return std::nullopt;
    if (!root->IsMap()) {
        diagnostics.report(Kind::invalid_value, span_of(*root, source), path + " has no keys",
                           "write lines such as 'title: …'");
        return std::nullopt;
    }
    return YamlFile{*root, source};
}

/// The value of the first of two spellings that is there.
YAML::Node either(const YAML::Node& map, const char* key, const char* other) {
    const YAML::Node node = child(map, key);
    return node.IsNull() ? child(map, other) : node;
}

std::string site_url(const YamlFile& yaml, Diagnostics& diagnostics) {
    const YAML::Node node = child(yaml.root, "site_url");
    std::string url = scalar(node);
    while (url.ends_with('/')) url.pop_back();
    if (url.empty() || url.starts_with("https://") || url.starts_with("http://")) return url;
    diagnostics.report(Kind::invalid_value, span_of(node, yaml.source),
                       "'" + url + "' is no address of a site", "begin it with https://");
    return {};
}

/// A language tag as far as its form goes (BCP 47): letters, then parts after `-`.
std::string language(const YamlFile& yaml, Diagnostics& diagnostics) {
    const YAML::Node node = child(yaml.root, "language");
    std::string tag = scalar(node);
    bool well_formed = tag.empty() || std::isalpha(static_cast<unsigned char>(tag[0]));
    for (const char c : tag)
        well_formed = well_formed && (std::isalnum(static_cast<unsigned char>(c)) || c == '-');
    if (well_formed) return tag;
    diagnostics.report(Kind::invalid_value, span_of(node, yaml.source),
                       "'" + tag + "' is no language tag", "write 'fr', 'en' or 'fr-CA'");
    return {};
}

doc::NamedFile named_file(const YamlFile& yaml, const char* key) {
    const YAML::Node node = child(yaml.root, key);
    return {scalar(node), span_of(node, yaml.source)};
}

doc::Metadata metadata_of(const YamlFile& yaml, Diagnostics& diagnostics) {
    const YAML::Node& root = yaml.root;
    doc::Metadata metadata;
    metadata.title = scalar(child(root, "title"));
    metadata.subtitle = scalar(child(root, "subtitle"));
    metadata.description = scalar(child(root, "description"));
    metadata.publisher = scalar(child(root, "publisher"));
    metadata.language = language(yaml, diagnostics);
    metadata.date = scalar(child(root, "date"));
    metadata.version = scalar(child(root, "version"));
    metadata.rights = scalar(child(root, "rights"));
    metadata.licence = scalar(either(root, "licence", "license"));
    metadata.identifier = scalar(child(root, "identifier"));
    metadata.site_url = site_url(yaml, diagnostics);
    metadata.authors = scalars(either(root, "authors", "author"));
    metadata.subjects = scalars(either(root, "subjects", "subject"));
    metadata.series = scalar(child(root, "series"));
    return metadata;
}

}  // namespace

BookFile read_book_file(const Files& files, Sources& sources, Diagnostics& diagnostics) {
    BookFile result;
    result.metadata.language.clear();
    // What else a brand says is the business of layouts.
    if (const auto brand = read_yaml_file(files, "brand.yaml", sources, diagnostics)) {
        result.logo = named_file(*brand, "logo");
        result.metadata.slides_template = named_file(*brand, "template");
    }
    const auto yaml = read_yaml_file(files, "triptych.yaml", sources, diagnostics);
    if (!yaml) return result;
    report_unknown_keys(
        yaml->root,
        {"title",    "subtitle", "description", "publisher",  "language", "date",     "version",
         "rights",   "licence",  "license",     "identifier", "site_url", "authors",  "author",
         "subjects", "subject",  "series",      "cover",      "logo",     "template", "variables"},
        yaml->source, diagnostics);
    const doc::NamedFile of_brand =
        std::exchange(result.metadata, metadata_of(*yaml, diagnostics)).slides_template;
    const bool own_template = !child(yaml->root, "template").IsNull();
    result.metadata.slides_template = own_template ? named_file(*yaml, "template") : of_brand;
    result.cover = named_file(*yaml, "cover");
    if (!child(yaml->root, "logo").IsNull()) result.logo = named_file(*yaml, "logo");
    const YAML::Node variables = child(yaml->root, "variables");
    if (variables.IsMap())
        for (const auto& entry : variables)
            result.variables[scalar(entry.first)] = scalar(entry.second);
    return result;
}

std::map<std::string, Alternative> read_alternatives(const Files& files, const FileIndex& index,
                                                     Sources& sources, Diagnostics& diagnostics) {
    std::map<std::string, Alternative> result;
    const auto yaml = read_yaml_file(files, "alt.yaml", sources, diagnostics);
    if (!yaml) return result;
    for (const auto& entry : yaml->root) {
        const std::string written = scalar(entry.first);
        const auto normal = normal_path(written);
        const std::string* path = normal ? index.find(*normal) : nullptr;
        if (path == nullptr && written.find('/') == std::string::npos)
            path = index.find_asset(written);
        if (path == nullptr) {
            diagnostics.report(Kind::unknown_key, span_of(entry.first, yaml->source),
                               "no picture '" + written + "' in the book",
                               "write its path from the root of the book");
            continue;
        }
        std::string text = scalar(entry.second);
        const bool decorative = text == "decorative";
        if (decorative) text.clear();
        result[*path] = {std::move(text), decorative};
    }
    return result;
}

}  // namespace triptych::gitbook
