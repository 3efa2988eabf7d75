#include "gitbook/book/metadata.hpp"

#include <optional>
#include <utility>

#include "base/iso_date.hpp"
#include "base/text.hpp"
#include "gitbook/book/book_keys.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/judgement.hpp"
#include "gitbook/book/pronunciations.hpp"
#include "gitbook/syntax/source_text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

const std::string alternatives_name = "alt.yaml", book_file_name = "triptych.yaml";

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
    auto root = yaml::parse(source, diagnostics);
    if (!root || root->IsNull()) return std::nullopt;
    if (!root->IsMap()) {
        diagnostics.report(Kind::invalid_value, span_of(*root, source), say("{} has no keys", path),
                           say("write lines such as 'title: …'"));
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
    std::string url = one_value(yaml.root, "site_url", yaml.source, diagnostics);
    while (url.ends_with('/')) url.pop_back();
    if (url.empty() || url.starts_with("https://") || url.starts_with("http://")) return url;
    diagnostics.report(Kind::invalid_value, span_of(node, yaml.source),
                       say("'{}' is no address of a site", url), say("begin it with https://"));
    return {};
}

/// A date as it is written. Only ISO 8601 says which number is the month.
std::string date(const YamlFile& yaml, Diagnostics& diagnostics) {
    std::string written = one_value(yaml.root, "date", yaml.source, diagnostics);
    if (!written.empty() && !parse_date(written))
        diagnostics.report(Kind::invalid_value, span_of(child(yaml.root, "date"), yaml.source),
                           say("'{}' is no date; outputs are not dated by it", written),
                           say("write year, month and day: 2026-11-23"));
    return written;
}

doc::NamedFile named_file(const YamlFile& yaml, const char* key, Diagnostics& diagnostics) {
    return {one_value(yaml.root, key, yaml.source, diagnostics),
            span_of(child(yaml.root, key), yaml.source)};
}

/// Keys whose values are passed over where they have another form.
void report_forms(const YamlFile& yaml, Diagnostics& diagnostics) {
    const auto report = [&](const YAML::Node& node, Message message, Message hint) {
        diagnostics.report(Kind::invalid_value, span_of(node, yaml.source), std::move(message),
                           std::move(hint));
    };
    for (const char* key : {"authors", "author", "subjects", "subject", "lists"}) {
        const YAML::Node node = child(yaml.root, key);
        const bool fits = node.IsNull() || node.IsScalar() ||
                          (node.IsSequence() && scalars(node).size() == node.size());
        if (!fits)
            report(node, say("'{}' takes one value or a list of them", key),
                   say("write '{}: [one, another]'", key));
    }
    for (const char* key : {"variables", "diagrams", "build"}) {
        const YAML::Node node = child(yaml.root, key);
        if (!node.IsNull() && !node.IsMap())
            report(node, say("'{}' takes names with values", key),
                   say("write '{}: {{name: value}}'", key));
    }
}

doc::Metadata metadata_of(const YamlFile& yaml, Diagnostics& diagnostics) {
    const YAML::Node& root = yaml.root;
    const auto value = [&](const char* key) {
        return one_value(root, key, yaml.source, diagnostics);
    };
    doc::Metadata metadata;
    metadata.title = value("title");
    if (text::count_visible(metadata.title) == 0) metadata.title.clear();
    metadata.subtitle = value("subtitle");
    metadata.description = value("description");
    metadata.publisher = value("publisher");
    metadata.language.clear();
    metadata.date = date(yaml, diagnostics);
    metadata.version = value("version");
    metadata.rights = value("rights");
    metadata.licence = value(child(root, "licence").IsNull() ? "license" : "licence");
    metadata.identifier = value("identifier");
    metadata.site_url = site_url(yaml, diagnostics);
    metadata.authors = scalars(either(root, "authors", "author"));
    metadata.subjects = scalars(either(root, "subjects", "subject"));
    metadata.series = value("series");
    return metadata;
}

/// What `more` has comes instead of what `own` has.
void add_metadata(doc::Metadata more, doc::Metadata& own) {
    using doc::Metadata;
    for (auto member :
         {&Metadata::title, &Metadata::subtitle, &Metadata::description, &Metadata::publisher,
          &Metadata::date, &Metadata::version, &Metadata::rights, &Metadata::licence,
          &Metadata::identifier, &Metadata::site_url, &Metadata::series})
        if (!(more.*member).empty()) own.*member = std::move(more.*member);
    for (auto member : {&Metadata::authors, &Metadata::subjects})
        if (!(more.*member).empty()) own.*member = std::move(more.*member);
}

/// The values of all keys but those that hold for the book in all its languages.
void add_values(const YamlFile& yaml, BookFile& book, Diagnostics& diagnostics) {
    const auto has = [&](const char* key) { return !child(yaml.root, key).IsNull(); };
    report_unknown_keys(yaml.root, names_of_book_keys(), yaml.source, diagnostics);
    report_forms(yaml, diagnostics);
    add_metadata(metadata_of(yaml, diagnostics), book.metadata);
    if (has("template")) book.metadata.slides_template = named_file(yaml, "template", diagnostics);
    if (has("pronunciation"))
        book.metadata.pronunciations =
            read_pronunciations(child(yaml.root, "pronunciation"), yaml.source, diagnostics);
    if (has("cover")) book.cover = named_file(yaml, "cover", diagnostics);
    if (has("logo")) book.logo = named_file(yaml, "logo", diagnostics);
    if (has("slides"))
        book.slides = read_wishes_of_pages(child(yaml.root, "slides"), yaml.source, diagnostics);
    if (has("decks"))
        book.decks = read_deck_plans(child(yaml.root, "decks"), yaml.source, diagnostics);
    if (has("figures") || has("index") || has("lists"))
        book.lists = read_lists(yaml.root, yaml.source, diagnostics);
    const YAML::Node variables = child(yaml.root, "variables");
    if (variables.IsMap())
        for (const auto& entry : variables)
            book.variables[scalar(entry.first)] = scalar(entry.second);
}

/// The picture that a key of `alt.yaml` means; null when there is none.
const std::string* find_picture(const std::string& written, const FileIndex& index) {
    const auto normal = normal_path(written);
    const std::string* path = normal ? index.find(*normal) : nullptr;
    const bool bare = written.find('/') == std::string::npos;
    return path == nullptr && bare ? index.find_asset(written) : path;
}

}  // namespace

BookFile read_book_file(const Files& files, Sources& sources, Diagnostics& diagnostics) {
    BookFile result;
    result.metadata.language.clear();
    // What else a brand says is the business of layouts.
    if (const auto brand = read_yaml_file(files, "brand.yaml", sources, diagnostics)) {
        result.logo = named_file(*brand, "logo", diagnostics);
        result.metadata.slides_template = named_file(*brand, "template", diagnostics);
    }
    const auto yaml = read_yaml_file(files, book_file_name, sources, diagnostics);
    if (!yaml) return result;
    result.language = {one_value(yaml->root, "language", yaml->source, diagnostics),
                       span_of(child(yaml->root, "language"), yaml->source)};
    result.metadata.judgement =
        read_judgement(child(yaml->root, "findings"), yaml->source, diagnostics);
    result.editions = read_edition_plans(child(yaml->root, "editions"), yaml->source, diagnostics);
    const YAML::Node diagrams = child(yaml->root, "diagrams");
    if (diagrams.IsMap())
        for (const auto& entry : diagrams)
            result.diagrams[scalar(entry.first)] = {scalar(entry.second),
                                                    span_of(entry.first, yaml->source)};
    add_values(*yaml, result, diagnostics);
    return result;
}

void add_book_file(const std::string& folder, const Files& files, BookFile& book, Sources& sources,
                   Diagnostics& diagnostics) {
    const auto yaml = read_yaml_file(files, join(folder, book_file_name), sources, diagnostics);
    if (!yaml) return;
    add_values(*yaml, book, diagnostics);
    book.decks_of_language = !child(yaml->root, "decks").IsNull();
}

std::map<std::string, Alternative> read_alternatives(const Files& files, const FileIndex& index,
                                                     Sources& sources, Diagnostics& diagnostics) {
    std::map<std::string, Alternative> result;
    const auto yaml = read_yaml_file(files, alternatives_name, sources, diagnostics);
    if (!yaml) return result;
    for (const auto& entry : yaml->root) {
        const std::string written = scalar(entry.first);
        const std::string* path = find_picture(written, index);
        if (path == nullptr) {
            diagnostics.report(Kind::unknown_key, span_of(entry.first, yaml->source),
                               say("no picture '{}' in the book", written),
                               say("write its path from the root of the book"));
            continue;
        }
        std::string text = scalar(entry.second);
        const bool decorative = text == "decorative";
        if (decorative) text.clear();
        result[*path] = {std::move(text), decorative};
    }
    return result;
}

std::optional<AlternativesFile> read_alternatives_file(const Files& files) {
    const FileIndex index(files.list(""));
    Sources sources;
    Diagnostics diagnostics;
    AlternativesFile result;
    result.text = files.read(alternatives_name).value_or(std::string());
    const auto yaml = read_yaml_file(files, alternatives_name, sources, diagnostics);
    if (!diagnostics.all().empty()) return std::nullopt;
    if (!yaml) return result;
    for (const auto& entry : yaml->root)
        if (const std::string* path = find_picture(scalar(entry.first), index))
            result.pictures.insert(*path);
    return result;
}

}  // namespace triptych::gitbook
