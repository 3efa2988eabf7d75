#include "gitbook/book/outline.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/book/folder_order.hpp"
#include "gitbook/book/summary.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

bool is_contents_file(std::string_view name) {
    const std::string lower = text::lower_case(name);
    return lower == "summary.md" || lower == "langs.md" || lower == "_sidebar.md" ||
           lower == "_navbar.md" || lower == "_footer.md" || lower == "_coverpage.md" ||
           lower == "_404.md";
}

class OutlineMaker {
public:
    OutlineMaker(const Files& files, const FileIndex& index, const Config& config,
                 const Options& options, Sources& sources, Diagnostics& diagnostics)
        : files_(files),
          index_(index),
          config_(config),
          options_(options),
          sources_(sources),
          diagnostics_(diagnostics) {}

    Outline make() {
        for (space_ = 0; space_ < config_.spaces.size(); ++space_) {
            const std::size_t first_part = outline_.parts.size();
            const std::string* path = index_.find(join(space().root, space().summary));
            const auto file =
                path ? add_source(files_, *path, sources_, diagnostics_) : std::nullopt;
            if (file) {
                listed_.insert(*path);
                summary_ = *path;
                add_summary(parse_summary(sources_.text(*file), *file, diagnostics_));
                add_first_pages(first_part, *file);
                add_glossary(*file);
                add_orphans(*file);
            } else if (space().nav) {
                add_summary(*space().nav);
                add_orphans(FileId::none);
            } else {
                add_first_pages(first_part, FileId::none);
                add_folder();
            }
            name_parts(first_part);
        }
        return std::move(outline_);
    }

private:
    const Space& space() const { return config_.spaces[space_]; }

    void add_summary(Summary summary) {
        drafts_left_out_ = summary.of_mdbook || space().dialect == Dialect::mdbook;
        outline_.of_mdbook = outline_.of_mdbook || summary.of_mdbook;
        if (outline_.title.empty()) outline_.title = std::move(summary.title);
        for (std::string& title : summary.generated) outline_.generated.push_back(std::move(title));
        for (SummaryPart& part : summary.parts) {
            outline_.parts.push_back({std::move(part.title), {}});
            for (std::size_t i = 0; i < part.items.size(); ++i) {
                const bool has_children =
                    i + 1 < part.items.size() && part.items[i + 1].depth > part.items[i].depth;
                add_item(std::move(part.items[i]), has_children);
            }
        }
    }

    void add_item(SummaryItem item, bool has_children) {
        if (item.draft && !has_children && drafts_left_out_) {
            diagnostics_.report(Kind::page_left_out, item.span,
                                say("chapter '{}' has no page yet; it is left out", item.title));
            return;
        }
        OutlineEntry entry{{}, {}, item.title, item.label, item.depth, item.span, space_};
        if (space().is_wiki) lead_into_wiki(item.destination);
        if (item.destination.find("://") != std::string::npos) {
            entry.address = item.destination;
        } else if (!item.destination.empty() &&
                   (!item.destination.starts_with('#') || item.destination.starts_with("#/"))) {
            const std::string* path = find_page(item.destination);
            if (path == nullptr || !is_markdown(*path)) {
                report_missing(item);
                if (!has_children) return;
            } else if (!listed_.insert(*path).second) {
                report_repeated(item);
                return;
            } else {
                entry.path = *path;
            }
        }
        outline_.parts.back().entries.push_back(std::move(entry));
    }

    /// A web address in the wiki that the book is becomes the name of its page.
    void lead_into_wiki(std::string& address) const {
        const std::size_t at = address.rfind("/wiki/");
        if (address.find("://") == std::string::npos || at == std::string::npos) return;
        if (find_page(std::string_view(address).substr(at + 6)) != nullptr)
            address.erase(0, at + 6);
    }

    void report_missing(const SummaryItem& item) {
        // In a folder that can't be opened, it is in no index.
        const auto path = normal_path(join(space().root, item.destination));
        const Obstacle obstacle = path ? files_.obstacle(*path) : Obstacle::absent;
        if (obstacle == Obstacle::no_permission)
            return diagnostics_.report(
                Kind::unreadable_source, item.span,
                say("page '{}' can't be read: {}", item.destination, reason(obstacle)));
        diagnostics_.report(Kind::summary_entry, item.span,
                            say("no page '{}' in the book", item.destination),
                            say("correct the path, or take the entry out"));
    }

    /// Entries for a place within a page are no pages of their own.
    void report_repeated(const SummaryItem& item) {
        if (item.destination.find('#') != std::string::npos) return;
        if (const std::string* path = find_page(item.destination); *path == summary_)
            return diagnostics_.report(Kind::summary_entry, item.span,
                                       say("'{}' lists itself", item.destination),
                                       say("take the entry out"));
        diagnostics_.report(Kind::summary_entry, item.span,
                            say("page '{}' is listed twice", item.destination),
                            say("the first entry counts"));
    }

    const std::string* find_page(std::string_view destination) const {
        if (destination.starts_with("#/")) destination.remove_prefix(1);
        const auto path =
            destination.substr(0, std::min(destination.find('#'), destination.size()));
        if (const std::string* found = find_decoded(path)) return found;
        return find_decoded(text::percent_decode(path));
    }

    const std::string* find_decoded(std::string_view written) const {
        const std::string forward = with_slashes(written);
        std::string_view path = forward;
        while (path.starts_with('/')) path.remove_prefix(1);
        if (const std::string* found = find_below(space().root, path)) return found;
        return find_below(folder_of(join(space().root, space().summary)), path);
    }

    const std::string* find_below(std::string_view folder, std::string_view path) const {
        const auto normal = normal_path(join(folder, path));
        if (!normal) return nullptr;
        if (const std::string* found = index_.find(*normal)) return found;
        if (const std::string* found = index_.find_readme(*normal)) return found;
        for (const char* ending : {".md", ".mdx", ".markdown"})
            if (const std::string* found = index_.find(*normal + ending)) return found;
        return nullptr;
    }

    /// Whether a folder below this space's own is that of another, or of one that was left out.
    bool is_elsewhere(std::string_view path) const {
        const auto holds = [&](const std::string& root) {
            return root.size() > space().root.size() && path.starts_with(join(root, ""));
        };
        return std::any_of(config_.left_out.begin(), config_.left_out.end(), holds) ||
               std::any_of(config_.spaces.begin(), config_.spaces.end(),
                           [&](const Space& other) { return holds(other.root); });
    }

    /// Whether Docusaurus makes no page of a file, but puts it into others.
    bool is_part(std::string_view path) const {
        return space().dialect == Dialect::docusaurus &&
               (path.starts_with('_') || path.find("/_") != path.npos);
    }

    /// The Markdown files below the space's folder, in natural order.
    std::vector<std::string> pages_of_folder() const {
        std::vector<std::string> pages;
        const std::string prefix = join(space().root, "");
        for (const std::string& path : index_.paths())
            if (path.starts_with(prefix) && is_markdown(path) && !is_contents_file(name_of(path)) &&
                !is_hidden(std::string_view(path).substr(prefix.size())) &&
                !is_part(std::string_view(path).substr(prefix.size())) && !is_elsewhere(path))
                pages.push_back(path);
        std::sort(pages.begin(), pages.end(),
                  [](const auto& a, const auto& b) { return natural_less(a, b); });
        return pages;
    }

    /// HonKit shows the glossary, though no SUMMARY lists it.
    void add_glossary(FileId summary) {
        if (space().glossary.empty()) return;
        const std::string* path = index_.find(join(space().root, space().glossary));
        if (path == nullptr || !listed_.insert(*path).second) return;
        outline_.parts.push_back({{}, {{*path, {}, {}, {}, 0, {summary, 0, 0}, space_}}});
    }

    bool appends_orphans() const {
        return options_.selection.orphans == Orphans::append || space().is_wiki;
    }

    void add_orphans(FileId summary) {
        outline_.of_folders = outline_.of_folders || appends_orphans();
        std::vector<OutlineEntry> orphans;
        for (const std::string& path : pages_of_folder()) {
            if (!listed_.insert(path).second) continue;
            if (appends_orphans()) {
                orphans.push_back({path, {}, {}, {}, 0, {summary, 0, 0}, space_});
            } else {
                outline_.unlisted.push_back({path, {summary, 0, 0}});
            }
        }
        if (!orphans.empty()) outline_.parts.push_back({{}, std::move(orphans)});
    }

    /// docsify's cover, and the README that it, HonKit and GitBook show first though the SUMMARY
    /// does not list it. A folder without a SUMMARY is read with its README.
    void add_first_pages(std::size_t part, FileId summary) {
        std::vector<OutlineEntry> first;
        const auto add = [&](const std::string* path) {
            if (path != nullptr && listed_.insert(*path).second)
                first.push_back({*path, {}, {}, {}, 0, {summary, 0, 0}, space_});
        };
        if (space().dialect == Dialect::docsify)
            add(index_.find(join(space().root, "_coverpage.md")));
        if (space().is_wiki) add(index_.find(join(space().root, "Home.md")));
        if (is_one_of(space().dialect, {Dialect::docsify, Dialect::honkit}) ||
            (space().dialect == Dialect::gitbook && summary != FileId::none))
            add(index_.find(join(space().root, space().readme)));
        if (first.empty()) return;
        const auto before = outline_.parts.begin() + static_cast<std::ptrdiff_t>(part);
        if (before != outline_.parts.end() && before->title.empty())
            before->entries.insert(before->entries.begin(), first.begin(), first.end());
        else
            outline_.parts.insert(before, OutlinePart{{}, std::move(first)});
    }

    void add_folder() {
        outline_.of_folders = true;
        outline_.parts.push_back({});
        for (FolderEntry& entry :
             in_reading_order(pages_of_folder(), space(), files_, index_, diagnostics_)) {
            if (!entry.path.empty() && !listed_.insert(entry.path).second) continue;
            outline_.parts.back().entries.push_back({std::move(entry.path),
                                                     {},
                                                     std::move(entry.title),
                                                     {},
                                                     entry.depth,
                                                     {},
                                                     space_,
                                                     std::move(entry.description)});
        }
    }

    /// In a book of several spaces each is a part; parts within one bear its title, too.
    void name_parts(std::size_t first) {
        for (std::size_t i = first; i < outline_.parts.size() && !space().title.empty(); ++i) {
            std::string& title = outline_.parts[i].title;
            title = title.empty() ? space().title : space().title + " – " + title;
        }
    }

    const Files& files_;
    const FileIndex& index_;
    const Config& config_;
    const Options& options_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Outline outline_;
    std::set<std::string> listed_;
    std::string summary_;  ///< of the space
    std::size_t space_ = 0;
    bool drafts_left_out_ = false;
};

/// The space that the page at `path` belongs to.
std::size_t space_of(const Config& config, std::string_view path) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < config.spaces.size(); ++i) {
        const std::string& root = config.spaces[i].root;
        if (path.starts_with(join(root, "")) && root.size() > config.spaces[best].root.size())
            best = i;
    }
    return best;
}

Outline single_page(const FileIndex& index, const Config& config, const std::string& written,
                    Diagnostics& diagnostics) {
    const auto normal = normal_path(written);
    const std::string* path = normal ? index.find(*normal) : nullptr;
    if (path == nullptr) {
        diagnostics.report(Kind::unreadable_source, {}, say("no page '{}' in the book", written));
        return {};
    }
    return {{}, {{{}, {{*path, {}, {}, {}, 0, {}, space_of(config, *path)}}}}, {}};
}

}  // namespace

Outline make_outline(const Files& files, const FileIndex& index, const Config& config,
                     const Options& options, Sources& sources, Diagnostics& diagnostics) {
    if (!options.page.empty()) return single_page(index, config, options.page, diagnostics);
    return OutlineMaker(files, index, config, options, sources, diagnostics).make();
}

}  // namespace triptych::gitbook
