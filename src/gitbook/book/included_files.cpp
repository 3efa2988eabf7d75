#include "gitbook/book/included_files.hpp"

#include <algorithm>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/book/front_matter.hpp"
#include "gitbook/book/missing_files.hpp"
#include "gitbook/dialects/imported_parts.hpp"
#include "gitbook/dialects/neighbour_includes.hpp"
#include "gitbook/dialects/shortcode.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_line = 1000;

/// The quoted text at the front of `text`, or "".
std::string_view quoted(std::string_view text) {
    text = text::trim(text.substr(0, std::min(text.find('\n'), text.size())));
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) return {};
    const std::size_t end = text.find(text[0], 1);
    return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
}

void add_tag_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("{%"); at != text.npos; at = text.find("{%", at + 2)) {
        std::string_view tag = text.substr(at + 2, 2000);
        if (tag.starts_with('-')) tag.remove_prefix(1);
        tag.remove_prefix(std::min(tag.find_first_not_of(" \t"), tag.size()));
        if (!tag.starts_with("include")) continue;
        tag.remove_prefix(7);
        constexpr std::string_view of_mkdocs = "-markdown", of_jekyll = "_relative";
        if (tag.starts_with(of_mkdocs)) tag.remove_prefix(of_mkdocs.size());
        const bool bare = tag.starts_with(of_jekyll);
        if (bare) tag = text::trim(tag.substr(of_jekyll.size()));
        const auto path = bare ? tag.substr(0, tag.find_first_of(" \t\n%")) : quoted(tag);
        if (!path.empty()) paths.emplace_back(path);
    }
}

void add_import_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("[import"); at != text.npos;
         at = text.find("[import", at + 7)) {
        const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
        const std::size_t open = line.find("](");
        const std::size_t close = open == line.npos ? line.npos : line.find(')', open);
        if (close != line.npos) paths.emplace_back(line.substr(open + 2, close - open - 2));
    }
}

/// Paths in mdBook's directives, the parts of files included, and in shortcodes of Hugo and Quarto.
void add_directive_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("{{"); at != text.npos; at = text.find("{{", at + 2)) {
        const auto code = shortcode_at(text.substr(at));
        if (code && is_one_of(code->name, {"include", "readfile"}))
            paths.push_back(code->value({"file"}, 0));
        const auto directive = directive_at(text.substr(at));
        if (!directive) continue;
        const std::string_view name = directive->name, argument = directive->argument;
        if (name == "playground" || name == "playpen")
            paths.emplace_back(argument.substr(0, argument.find_first_of(" \t")));
        else if (name == "include" || name == "rustdoc_include")
            paths.emplace_back(argument);
    }
}

/// Paths on lines that include a file as MkDocs, VitePress and docsify write them.
void add_snippet_paths(std::string_view text, std::vector<std::string>& paths) {
    for (const std::string_view mark : {"8<--", "<<< ", ":include", "{!"})
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
            const std::size_t front = at - std::min(at, longest_line);
            const std::string_view around = text.substr(front, 2 * longest_line);
            const std::size_t begin = around.rfind('\n', at - front) + 1;
            const auto line = around.substr(
                begin, std::min(around.find('\n', at - front), around.size()) - begin);
            for (const std::string_view path : {snippet_path(line), docsify_path(line)})
                if (!path.empty()) paths.emplace_back(path);
        }
}

/// Paths of Markdown that pages of Docusaurus import.
void add_component_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("import "); at != text.npos;
         at = text.find("import ", at + 7)) {
        if (at > 0 && text[at - 1] != '\n') continue;
        const auto part =
            imported_part(text.substr(at, std::min(text.find('\n', at), text.size()) - at));
        if (part) paths.emplace_back(part->path);
    }
}

/// The part of a file behind its path, as in `listing.rs:2:10`; "" when there is none.
std::string_view part_behind(std::string_view& written) {
    const std::size_t colon = written.find(':', 1);
    if (colon == written.npos) return {};
    const std::string_view part = written.substr(colon + 1);
    written = written.substr(0, colon);
    return part;
}

/// Paths named by `{% include "path" %}`, by HonKit's `[import …](path)` and by what neighbouring
/// dialects include files with in `text`.
std::vector<std::string> included_paths(std::string_view text, Dialect dialect) {
    std::vector<std::string> paths;
    add_tag_paths(text, paths);
    add_import_paths(text, paths);
    add_directive_paths(text, paths);
    add_snippet_paths(text, paths);
    if (dialect == Dialect::docusaurus) add_component_paths(text, paths);
    return paths;
}

}  // namespace

void IncludedFiles::collect(FileId file, std::size_t space, Sources& sources,
                            Diagnostics& diagnostics) {
    std::vector<FileId> waiting{file};
    while (!waiting.empty()) {
        const FileId from = waiting.back();
        waiting.pop_back();
        std::vector<FileId>& inclusions = inclusions_[from];
        for (const std::string& written :
             included_paths(sources.text(from), spaces_[space].dialect)) {
            const std::string* path = locate(written, sources.name(from), space);
            std::string_view name = written;
            const bool in_parts = path == nullptr && !part_behind(name).empty();
            if (in_parts) path = locate(name, sources.name(from), space);
            if (in_parts && path != nullptr) index_parts(*path, sources);
            if (path == nullptr) {
                note_refused(candidates(written, sources.name(from), space));
                continue;
            }
            if (!by_path_.contains(*path)) {
                auto bytes = files_.read(*path);
                if (!bytes) {
                    refused_.emplace(*path, files_.obstacle(*path));
                    continue;
                }
                const FileId added =
                    add_source(*path, source_text(*std::move(bytes)), sources, diagnostics);
                Included included{added};
                if (is_markdown(*path)) {
                    const auto front = parse_front_matter(sources.text(added), added, diagnostics);
                    included.begin = front.body_begin;
                }
                by_path_.emplace(*path, included);
                if (in_parts) index_parts(*path, sources);
                waiting.push_back(added);
            }
            inclusions.push_back(by_path_.find(*path)->second.file);
        }
    }
}

std::size_t IncludedFiles::cost_of(FileId page, std::size_t most, const Sources& sources) const {
    std::size_t cost = 0;
    std::vector<FileId> way{page};
    add_cost(way, most, sources, cost);
    return std::min(cost, most);
}

// As the converter goes, so that it takes no more steps; `way` leads from the page to the file.
void IncludedFiles::add_cost(std::vector<FileId>& way, std::size_t most, const Sources& sources,
                             std::size_t& cost) const {
    const auto included = inclusions_.find(way.back());
    if (included == inclusions_.end()) return;
    for (const FileId file : included->second) {
        const bool refused = way.size() > deepest_inclusion || is_one_of(file, way);
        cost += cost_of_inclusion(refused ? 0 : sources.text(file).size());
        if (cost > most) return;
        if (refused) continue;
        way.push_back(file);
        add_cost(way, most, sources, cost);
        way.pop_back();
    }
}

void IncludedFiles::index_parts(const std::string& path, const Sources& sources) {
    const auto found = by_path_.find(path);
    if (found == by_path_.end() || found->second.has_parts) return;
    found->second.has_parts = true;
    found->second.parts = FileParts(sources.text(found->second.file));
}

void IncludedFiles::note_refused(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (const auto obstacle = obstacle_at({path}, files_)) refused_.emplace(path, *obstacle);
}

std::optional<Obstacle> IncludedFiles::obstacle(std::string_view written, std::string_view from,
                                                std::size_t space) const {
    std::vector<std::string> paths = candidates(written, from, space);
    if (const std::string* listed = locate(written, from, space)) paths.push_back(*listed);
    for (const std::string& path : paths)
        if (const auto found = refused_.find(path); found != refused_.end()) return found->second;
    return std::nullopt;
}

std::vector<std::string> IncludedFiles::candidates(std::string_view written, std::string_view from,
                                                   std::size_t space) const {
    const std::string& root = spaces_[space].root;
    const std::string decoded = text::percent_decode(written);
    std::string_view below = decoded;
    // VitePress writes `@` for the root.
    if (below.starts_with("@/")) below.remove_prefix(1);
    if (below.starts_with("@site/")) below.remove_prefix(6);
    while (below.starts_with('/') || below.starts_with("../"))
        below.remove_prefix(below.front() == '/' ? 1 : 3);
    const bool absolute = decoded.starts_with('/') || decoded.starts_with("@/");
    std::vector<std::string> paths;
    for (const std::string& candidate :
         {absolute ? join(root, below) : join(folder_of(from), decoded), join(root, below),
          std::string(below)})
        if (auto normal = normal_path(candidate)) paths.push_back(*std::move(normal));
    return paths;
}

const std::string* IncludedFiles::locate(std::string_view written, std::string_view from,
                                         std::size_t space) const {
    for (const std::string& candidate : candidates(written, from, space))
        if (const std::string* path = index_.find(candidate)) return path;
    return nullptr;
}

std::optional<Inclusion> IncludedFiles::find(std::string_view written, std::string_view from,
                                             std::size_t space, const Sources& sources) const {
    std::string_view name = written, part;
    const std::string* path = locate(name, from, space);
    if (path == nullptr) {
        part = part_behind(name);
        path = locate(name, from, space);
    }
    const auto found = path == nullptr ? by_path_.end() : by_path_.find(*path);
    if (found == by_path_.end()) return std::nullopt;
    const auto& [file, begin, parts, has_parts] = found->second;
    const std::string_view text = sources.text(file);
    if (part.empty()) return Inclusion{text, file, begin};
    const auto piece = parts.find(text, part);
    if (!piece) return std::nullopt;
    const auto front = static_cast<std::size_t>(piece->data() - text.data());
    return Inclusion{text.substr(0, front + piece->size()), file,
                     static_cast<std::uint32_t>(front)};
}

}  // namespace triptych::gitbook
