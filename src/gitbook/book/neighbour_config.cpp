#include "gitbook/book/neighbour_config.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/text.hpp"
#include "gitbook/dialects/script_value.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_script = 200'000;

/// Every quoted text in `script` that may name a page, in order.
std::vector<std::string> names_in(std::string_view script) {
    std::vector<std::string> names;
    for (std::size_t at = script.find_first_of("'\""); at < script.size();
         at = script.find_first_of("'\"", at)) {
        const auto name = script_literal(script.substr(at));
        if (name && !name->empty() && name->find(' ') == name->npos) names.push_back(*name);
        const std::size_t end = script.find(script[at], at + 1);
        at = end == script.npos ? script.size() : end + 1;
    }
    return names;
}

class Finder {
public:
    Finder(const Files& files, const FileIndex& index, Sources& sources, Diagnostics& diagnostics)
        : files_(files), index_(index), sources_(sources), diagnostics_(diagnostics) {}

    std::optional<NeighbourConfig> find() {
        if (auto config = of_file({"book.toml"}, read_mdbook)) return config;
        if (auto config = mkdocs()) return config;
        if (auto config = docusaurus()) return config;
        if (auto config = vuepress()) return config;
        if (auto config = docsify()) return config;
        return obsidian();
    }

private:
    using Read = NeighbourConfig (*)(std::string_view, FileId, Diagnostics&);

    std::optional<NeighbourConfig> of_file(std::initializer_list<const char*> names, Read read) {
        for (const char* name : names) {
            const std::string* path = index_.find(name);
            if (path == nullptr) continue;
            const auto file = add_source(files_, *path, sources_, diagnostics_);
            if (!file) continue;
            NeighbourConfig config = read(sources_.text(*file), *file, diagnostics_);
            config.mark = *path;
            return config;
        }
        return std::nullopt;
    }

    std::optional<NeighbourConfig> mkdocs() {
        constexpr int most_files = 5;
        auto config = of_file({"mkdocs.yml", "mkdocs.yaml"}, read_mkdocs);
        if (!config) return config;
        std::string from = config->mark;
        for (int i = 0; i < most_files && !config->inherits.empty(); ++i) {
            const std::string written = std::exchange(config->inherits, {});
            const auto path = normal_path(join(folder_of(from), written));
            auto base = path ? of_file({path->c_str()}, read_mkdocs) : std::nullopt;
            if (!base) {
                diagnostics_.report(
                    Kind::missing_include, {},
                    say("no file '{}' in the book, on which {} stands", written, from),
                    say("what it says of the book is not known"));
                break;
            }
            from = base->mark;
            inherit(*config, std::move(*base));
        }
        if (config->root.empty()) config->root = "docs";
        return config;
    }

    /// What `config` does not say is as `base` says.
    static void inherit(NeighbourConfig& config, NeighbourConfig base) {
        for (std::string NeighbourConfig::*text :
             {&NeighbourConfig::title, &NeighbourConfig::description, &NeighbourConfig::site_url,
              &NeighbourConfig::root})
            if ((config.*text).empty()) config.*text = std::move(base.*text);
        if (config.language.text.empty()) config.language = std::move(base.language);
        if (config.authors.empty()) config.authors = std::move(base.authors);
        if (!config.nav) config.nav = std::move(base.nav);
        config.variables.merge(base.variables);
        config.names_are_variables = config.names_are_variables || base.names_are_variables;
        config.inherits = std::move(base.inherits);
    }

    bool has_folder(std::string_view folder) const {
        const std::string prefix = join(folder, "");
        const auto& paths = index_.paths();
        const auto first = std::lower_bound(paths.begin(), paths.end(), prefix);
        return first != paths.end() && first->starts_with(prefix);
    }

    std::string script_at(const std::string& path) const {
        return files_.read(path).value_or("").substr(0, longest_script);
    }

    /// The first of `folder/name` with an ending of JavaScript.
    const std::string* find_script(const std::string& folder, std::string_view name) const {
        for (const char* ending : {".js", ".ts", ".mjs", ".mts", ".cjs"})
            if (const std::string* path = index_.find(join(folder, name) + ending)) return path;
        return nullptr;
    }

    /// The pages that code lists; a program may also be told to list them by itself.
    static void read_order(const std::string& path, std::string_view script,
                           NeighbourConfig& config) {
        config.order = names_in(script);
        const auto automatic = [](const std::string& name) {
            return name == "autogenerated" || name == "auto";
        };
        if (std::none_of(config.order.begin(), config.order.end(), automatic))
            config.order_source = path;
    }

    std::optional<NeighbourConfig> docusaurus() {
        NeighbourConfig config;
        config.dialect = Dialect::docusaurus;
        config.program = "Docusaurus";
        if (const std::string* path = find_script("", "docusaurus.config")) {
            const std::string script = script_at(*path);
            config.mark = *path;
            config.title = script_value(script, "title");
            config.description = script_value(script, "tagline");
            config.site_url = script_value(script, "url");
            config.language.text = script_value(script, "defaultLocale");
            if (const std::string* sidebars = find_script("", "sidebars"))
                read_order(*sidebars, script_at(*sidebars), config);
            if (has_folder("docs")) config.root = "docs";
            return config;
        }
        const auto& paths = index_.paths();
        const auto category = std::find_if(paths.begin(), paths.end(), [](const std::string& path) {
            return name_of(path).starts_with("_category_.");
        });
        if (category == paths.end()) return std::nullopt;
        config.mark = *category;
        return config;
    }

    std::optional<NeighbourConfig> vuepress() {
        for (const char* folder : {"", "docs", "src"})
            for (const char* program : {".vuepress", ".vitepress"}) {
                const std::string* path = find_script(join(folder, program), "config");
                if (path == nullptr) continue;
                const std::string script = script_at(*path);
                NeighbourConfig config;
                config.dialect = Dialect::vuepress;
                config.program = program[2] == 'u' ? "VuePress" : "VitePress";
                config.mark = *path;
                config.title = script_value(script, "title");
                config.description = script_value(script, "description");
                config.language.text = script_value(script, "lang");
                config.root = folder;
                if (const std::size_t sidebar = script.find("sidebar"); sidebar != script.npos)
                    read_order(*path, std::string_view(script).substr(sidebar), config);
                return config;
            }
        return std::nullopt;
    }

    std::optional<NeighbourConfig> docsify() {
        for (const char* folder : {"", "docs"}) {
            const std::string* sidebar = index_.find(join(folder, "_sidebar.md"));
            const std::string* page = index_.find(join(folder, "index.html"));
            const std::string html = page == nullptr ? std::string() : script_at(*page);
            const bool names_docsify = html.find("docsify") != html.npos;
            if (sidebar == nullptr && !names_docsify) continue;
            NeighbourConfig config;
            // GitHub's wikis write its name with a capital.
            const bool wiki =
                !names_docsify && sidebar != nullptr && name_of(*sidebar) == "_Sidebar.md";
            config.dialect = wiki ? Dialect::plain : Dialect::docsify;
            config.program = wiki ? "GitHub" : "docsify";
            config.is_wiki = wiki;
            config.mark = sidebar != nullptr ? *sidebar : *page;
            if (names_docsify) config.title = script_value(html, "name");
            config.root = folder;
            if (sidebar != nullptr) config.summary = "_sidebar.md";
            return config;
        }
        return std::nullopt;
    }

    std::optional<NeighbourConfig> obsidian() {
        if (!has_folder(".obsidian")) return std::nullopt;
        NeighbourConfig config;
        config.dialect = Dialect::obsidian;
        config.program = "Obsidian";
        config.mark = ".obsidian/";
        return config;
    }

    const Files& files_;
    const FileIndex& index_;
    Sources& sources_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::optional<NeighbourConfig> read_neighbour(const Files& files, const FileIndex& index,
                                              Sources& sources, Diagnostics& diagnostics) {
    return Finder(files, index, sources, diagnostics).find();
}

}  // namespace triptych::gitbook
