#include "gitbook/book/config.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "gitbook/book/config_variables.hpp"
#include "gitbook/book/listed_languages.hpp"
#include "gitbook/book/neighbour_config.hpp"
#include "gitbook/book/summary.hpp"
#include "gitbook/syntax/json_comments.hpp"
#include "gitbook/syntax/source_text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

void trim_slashes(std::string& path) {
    while (path.starts_with('/')) path.erase(0, 1);
    while (path.ends_with('/')) path.pop_back();
}

class ConfigReader {
public:
    ConfigReader(const Files& files, const FileIndex& index, const EditionChoice& choice,
                 Sources& sources, Diagnostics& diagnostics)
        : files_(files),
          index_(index),
          choice_(choice),
          sources_(sources),
          diagnostics_(diagnostics) {}

    Config read() {
        for (Space& space : site_spaces()) {
            read_gitbook_yaml(space);
            read_book_json(space);
            recognise(space);
            choose_language_folder(space);
            read_variables(space);
            config_.spaces.push_back(std::move(space));
        }
        return std::move(config_);
    }

private:
    struct YamlFile {
        YAML::Node root;
        YamlSource source;
    };

    std::optional<FileId> open(const std::string& path) {
        const std::string* found = index_.find(path);
        auto bytes = found ? read_bytes(files_, *found, diagnostics_) : std::nullopt;
        if (!bytes) return std::nullopt;
        // Copied from a web page, keys and names come with signs that nobody sees.
        return add_source(*found, source_text(text::replace_all(std::move(*bytes), "\u200B", "")),
                          sources_, diagnostics_);
    }

    /// The mapping in the file at `path`; nothing when there is none.
    std::optional<YamlFile> open_yaml(const std::string& path) {
        const auto file = open(path);
        if (!file) return std::nullopt;
        const YamlSource source{sources_.text(*file), *file};
        return mapping(source.text, source);
    }

    /// The mapping that `text` is, of `source` or in its place.
    std::optional<YamlFile> mapping(std::string_view text, const YamlSource& source) {
        auto root = yaml::parse({text, source.file}, diagnostics_);
        if (!root || !root->IsMap()) return std::nullopt;
        return YamlFile{*root, source};
    }

    /// The same of a JSON file, in which people write comments though JSON has none.
    std::optional<YamlFile> open_json(const std::string& path) {
        const auto file = open(path);
        if (!file) return std::nullopt;
        const YamlSource source{sources_.text(*file), *file};
        const auto plain = without_comments(source.text);
        if (plain) {
            const auto begin = static_cast<std::uint32_t>(plain->begin);
            const auto end = static_cast<std::uint32_t>(plain->begin + plain->length);
            diagnostics_.report(Kind::content_dropped, {*file, begin, end},
                                say("JSON has no comments; they are passed over"));
        }
        return mapping(plain ? plain->text : source.text, source);
    }

    void name_book(std::string title, const std::string& source) {
        if (!config_.title.empty() || title.empty()) return;
        config_.title = std::move(title);
        config_.title_source = source;
    }

    /// Whose book it is that has no file of GitBook or HonKit.
    void recognise(Space& space) {
        if (space.dialect != Dialect::plain) return;
        if (space.root.empty())
            if (auto found = read_neighbour(files_, index_, sources_, diagnostics_))
                return read_as(std::move(*found), space);
        if (index_.find(join(space.root, space.summary)) != nullptr || has_folder(".gitbook"))
            space.dialect = Dialect::gitbook;
    }

    bool has_folder(std::string_view folder) const {
        const std::string prefix = join(folder, "");
        const auto& paths = index_.paths();
        const auto first = std::lower_bound(paths.begin(), paths.end(), prefix);
        return first != paths.end() && first->starts_with(prefix);
    }

    void read_as(NeighbourConfig found, Space& space) {
        diagnostics_.report(Kind::dialect, {}, say("read as {} ({})", found.program, found.mark));
        space.dialect = found.dialect;
        space.nav = std::move(found.nav);
        space.order = std::move(found.order);
        space.order_source = std::move(found.order_source);
        space.variables = std::move(found.variables);
        space.names_are_variables = found.names_are_variables;
        space.is_wiki = found.is_wiki;
        name_book(std::move(found.title), found.mark);
        config_.language = std::move(found.language);
        config_.description = std::move(found.description);
        config_.authors = std::move(found.authors);
        config_.site_url = std::move(found.site_url);
        if (!found.summary.empty()) space.summary = found.summary;
        trim_slashes(found.root);
        auto root = normal_path(found.root);
        if (!root)
            diagnostics_.report(
                Kind::path_outside_book, {},
                say("folder '{}' of {} is outside the book", found.root, found.mark));
        if (!root) return;
        trim_slashes(*root);
        if (root->empty() || has_folder(*root)) space.root = std::move(*root);
    }

    std::vector<Space> site_spaces() {
        std::vector<Space> spaces;
        if (const auto file = open("docs.yaml")) {
            Site site = parse_site(sources_.text(*file), *file, choice_, diagnostics_);
            name_book(site.title, "docs.yaml");
            config_.left_out = std::move(site.left_out);
            if (site.languages.size() > 1) config_.languages = std::move(site.languages);
            for (SiteSpace& entry : site.spaces) {
                if (config_.language.text.empty()) config_.language = {entry.language, {}};
                Space space;
                space.dialect = Dialect::gitbook;
                space.title = std::move(entry.title);
                space.root = std::move(entry.root);
                spaces.push_back(std::move(space));
            }
        }
        if (spaces.empty()) spaces.emplace_back();
        return spaces;
    }

    void move_root(Space& space, const YAML::Node& node, const YamlSource& source) {
        std::string written = scalar(node);
        trim_slashes(written);
        if (written.empty()) return;
        auto root = normal_path(join(space.root, written));
        if (!root) {
            diagnostics_.report(Kind::path_outside_book, span_of(node, source),
                                say("root '{}' is outside the book", written));
            return;
        }
        trim_slashes(*root);
        space.root = std::move(*root);
    }

    void read_structure(Space& space, const YAML::Node& structure) {
        std::string readme = scalar(child(structure, "readme"));
        std::string summary = scalar(child(structure, "summary"));
        trim_slashes(readme);
        trim_slashes(summary);
        std::string glossary = scalar(child(structure, "glossary"));
        trim_slashes(glossary);
        if (!glossary.empty()) space.glossary = normal_path(glossary).value_or(space.glossary);
        if (!readme.empty()) space.readme = normal_path(readme).value_or(space.readme);
        if (!summary.empty()) space.summary = normal_path(summary).value_or(space.summary);
    }

    void read_gitbook_yaml(Space& space) {
        const auto yaml = open_yaml(join(space.root, ".gitbook.yaml"));
        if (!yaml) return;
        space.dialect = Dialect::gitbook;
        report_unknown_keys(yaml->root, {"root", "structure", "redirects", "title"}, yaml->source,
                            diagnostics_);
        name_book(scalar(child(yaml->root, "title")), ".gitbook.yaml");
        move_root(space, child(yaml->root, "root"), yaml->source);
        read_structure(space, child(yaml->root, "structure"));
        read_redirects(space, child(yaml->root, "redirects"));
        read_redirects(space, child(yaml->root, "redirect"));
    }

    static void read_redirects(Space& space, const YAML::Node& redirects) {
        if (!redirects.IsMap()) return;
        for (const auto& entry : redirects) {
            std::string from = scalar(entry.first), to = scalar(entry.second);
            trim_slashes(from);
            trim_slashes(to);
            if (!from.empty() && !to.empty()) space.redirects.try_emplace(from, to);
        }
    }

    void read_book_json(Space& space) {
        const auto json = open_json(join(space.root, "book.json"));
        if (!json) return;
        const YAML::Node variables = child(json->root, "variables");
        space.glossary = "GLOSSARY.md";
        space.dialect = Dialect::honkit;
        name_book(one_value(json->root, "title", json->source, diagnostics_), "book.json");
        if (config_.language.text.empty())
            config_.language = {scalar(child(json->root, "language")),
                                span_of(child(json->root, "language"), json->source)};
        if (config_.description.empty())
            config_.description = scalar(child(json->root, "description"));
        if (config_.isbn.empty()) config_.isbn = scalar(child(json->root, "isbn"));
        if (config_.authors.empty()) config_.authors = scalars(child(json->root, "author"));
        move_root(space, child(json->root, "root"), json->source);
        read_structure(space, child(json->root, "structure"));
        add_variables(variables, "book", space.variables);
    }

    void read_variables(Space& space) {
        const auto yaml = open_yaml(join(space.root, ".gitbook/vars.yaml"));
        if (!yaml) return;
        add_variables(yaml->root, "space.vars", space.variables);
    }

    /// `LANGS.md` lists one folder a language: the wanted one, else the first is read.
    void choose_language_folder(Space& space) {
        const auto file = open(join(space.root, "LANGS.md"));
        if (!file) return;
        const auto languages =
            listed_languages(parse_summary(sources_.text(*file), *file, diagnostics_));
        if (languages.empty()) return;
        const ListedLanguage& chosen = choose(languages, choice_.language);
        if (languages.size() > 1 && !choice_.others_are_made && choice_.language.empty())
            diagnostics_.report(Kind::language_assumed, chosen.span,
                                say("of the languages of the book, '{}' is read", chosen.folder),
                                say("choose with --language or 'language' in triptych.yaml"));
        if (languages.size() > 1) note_languages(languages, chosen);
        config_.language = {chosen.tag, {}};
        space.root = join(space.root, chosen.folder);
        config_.language_folder = space.root;
        read_language_folder(space);
    }

    void note_languages(const std::vector<ListedLanguage>& languages,
                        const ListedLanguage& chosen) {
        for (const ListedLanguage& each : languages) {
            add_language(each.tag, config_.languages);
            if (each.tag.empty() && &each != &chosen)
                diagnostics_.report(
                    Kind::page_left_out, each.span,
                    say("no language is known by '{}', which is left out", each.folder),
                    say("call the folder by its tag, such as 'fr'"));
        }
    }

    /// The folder of a language may have files of configuration of its own; what they say wins.
    void read_language_folder(Space& space) {
        Config shared = std::exchange(config_, {});
        auto variables = std::exchange(space.variables, {});
        read_gitbook_yaml(space);
        read_book_json(space);
        space.variables.merge(variables);
        for (auto member : {&Config::title, &Config::description, &Config::isbn})
            if (!(config_.*member).empty()) shared.*member = config_.*member;
        if (!config_.title.empty()) shared.title_source = config_.title_source;
        if (!config_.authors.empty()) shared.authors = config_.authors;
        config_ = std::move(shared);
    }

    const Files& files_;
    const FileIndex& index_;
    const EditionChoice& choice_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Config config_;
};

}  // namespace

Config read_config(const Files& files, const FileIndex& index, const EditionChoice& choice,
                   Sources& sources, Diagnostics& diagnostics) {
    return ConfigReader(files, index, choice, sources, diagnostics).read();
}

}  // namespace triptych::gitbook
