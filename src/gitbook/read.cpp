#include "gitbook/read.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/meant_language.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/structure.hpp"
#include "doc/structure_changes.hpp"
#include "doc/typography.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/child_links.hpp"
#include "gitbook/book/config.hpp"
#include "gitbook/book/dialects.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/included_files.hpp"
#include "gitbook/book/language.hpp"
#include "gitbook/book/links.hpp"
#include "gitbook/book/metadata.hpp"
#include "gitbook/book/outline.hpp"
#include "gitbook/book/page_names.hpp"
#include "gitbook/book/page_source.hpp"
#include "gitbook/book/resolve.hpp"
#include "gitbook/book/title.hpp"
#include "gitbook/convert/parse_body.hpp"
#include "gitbook/syntax/slugs.hpp"

namespace triptych::gitbook {
namespace {

/// Names that outputs give to files of their own.
constexpr std::array reserved_ids = {"nav", "cover", "toc", "package", "contents", "notes"};

doc::Inlines plain_inlines(std::string text, Span span) {
    if (text.empty()) return {};
    return {{doc::Text{std::move(text)}, span}};
}

// Long because the way from a folder to a book is told here once, step by step.
class BookReader {
public:
    BookReader(const Files& files, const Options& options, Sources& sources,
               Diagnostics& diagnostics)
        : files_(files),
          options_(options),
          sources_(sources),
          diagnostics_(diagnostics),
          index_(files.list("")) {}

    std::optional<doc::Book> read(Changes* changes) {
        book_file_ = read_book_file(files_, sources_, diagnostics_);
        alternatives_ = read_alternatives(files_, index_, sources_, diagnostics_);
        config_ = read_config(files_, index_,
                              {meant_language(book_file_.language.text), options_.selection.hidden},
                              sources_, diagnostics_);
        outline_ = make_outline(files_, index_, config_, options_, sources_, diagnostics_);
        pages_ = load_pages(files_, outline_, options_, sources_, diagnostics_);
        if (pages_.empty()) {
            if (!diagnostics_.has_errors())
                diagnostics_.report(Kind::unreadable_source, {}, "no Markdown page in the book");
            return std::nullopt;
        }
        tell_dialects(config_, outline_.of_mdbook, pages_, sources_, diagnostics_);
        book_.metadata = book_file_.metadata;
        book_.metadata.language = language();
        parse_bodies();
        make_pages();
        make_parts();
        resolve();
        for (PageSource& page : pages_) diagnostics_.append(std::move(page.diagnostics));
        finish_metadata();
        add_child_links(book_);
        doc::compress_heading_levels(book_, diagnostics_);
        doc::mark_paragraph_roles(book_);
        if (changes != nullptr) list_changes(*changes);
        doc::apply_typography(book_, changes != nullptr ? &changes->typography : nullptr);
        return std::move(book_);
    }

private:
    std::string language() {
        const auto guess = [&] {
            LanguageGuess of_pages;
            for (const PageSource& page : pages_)
                if (page.file != FileId::none)
                    of_pages.add(sources_.text(page.file).substr(page.front.body_begin));
            return of_pages;
        };
        return choose_language({book_file_.language, config_.language}, guess, diagnostics_);
    }

    // ---- bodies

    std::map<std::string, std::string> variables_of(const PageSource& page) const {
        std::map<std::string, std::string> variables = options_.selection.variables;
        for (const auto& [name, value] : book_file_.variables) {
            variables.try_emplace("book." + name, value);
            variables.try_emplace("space.vars." + name, value);
        }
        for (const auto& [name, value] : page.front.variables)
            variables.try_emplace("page.vars." + name, value);
        const auto& of_space = config_.spaces[page.entry.space].variables;
        variables.insert(of_space.begin(), of_space.end());
        return variables;
    }

    /// Pages with listings come first: what `Options::page_read` does with them takes longest.
    std::vector<std::size_t> those_with_listings_first() const {
        std::vector<std::size_t> order(pages_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
            const PageSource& page = pages_[i];
            return page.file != FileId::none &&
                   sources_.text(page.file).find("```") != std::string_view::npos;
        });
        return order;
    }

    void parse_bodies() {
        IncludedFiles includes(files_, index_, config_.spaces);
        for (const PageSource& page : pages_)
            if (page.file != FileId::none)
                includes.add_page(page.entry.path, page.file, page.front.body_begin);
        for (PageSource& page : pages_)
            if (page.file != FileId::none)
                includes.collect(page.file, page.entry.space, sources_, page.diagnostics);
        report_unlisted(includes);
        const auto order = those_with_listings_first();
        const PageNames names(index_);
        const PageFinder find_page = [&](std::string_view name) { return names.find(name); };
        for_each_index(pages_.size(), options_.threads, [&](std::size_t i) {
            PageSource& page = pages_[order[i]];
            if (page.file == FileId::none) return;
            const auto load = [&](std::string_view path, FileId from) {
                return includes.find(path, sources_.name(from), page.entry.space, sources_);
            };
            const Dialect dialect = config_.spaces[page.entry.space].dialect;
            const bool all = options_.selection.conditional == ConditionalBlocks::show_all;
            const BodyOptions options{variables_of(page),
                                      all ? Conditions::show_all : Conditions::evaluate,
                                      has_dollar_formulas(dialect),
                                      load,
                                      dialect,
                                      has_page_names(dialect) ? find_page : PageFinder()};
            page.body = parse_body(sources_.text(page.file), page.file, page.front.body_begin,
                                   options, page.diagnostics);
            if (!options_.page_read) return;
            options_.page_read(page.body.blocks);
            for (doc::Note& note : page.body.notes) options_.page_read(note.body);
        });
    }

    /// Files that pages include are in the book though no SUMMARY lists them.
    void report_unlisted(const IncludedFiles& includes) {
        for (const UnlistedPage& page : outline_.unlisted)
            if (!includes.contains(page.path))
                diagnostics_.report(Kind::page_left_out, page.summary,
                                    "page '" + page.path + "' is not listed and left out",
                                    "list it in the SUMMARY, or read it with --orphans append");
    }

    // ---- pages and parts

    void make_pages() {
        for (const char* id : reserved_ids) ids_.claim(id);
        book_.pages.reserve(pages_.size());
        for (PageSource& source : pages_) book_.pages.push_back(make_page(source));
    }

    doc::Page make_page(PageSource& source) {
        const OutlineEntry& entry = source.entry;
        doc::Page page;
        page.path = entry.path;
        page.span = source.file == FileId::none
                        ? entry.span
                        : Span{source.file, 0,
                               static_cast<std::uint32_t>(sources_.text(source.file).size())};
        page.title = title_of(source);
        page.short_title = short_title_of(source, page.title);
        page.id = page_id(entry);
        page.description = source.front.description;
        page.depth = entry.depth;
        page.hidden = source.front.hidden;
        page.shows_title = source.front.shows_title;
        page.slides = source.front.slides;
        page.body = std::move(source.body.blocks);
        page.notes = std::move(source.body.notes);
        if (!source.front.cover.empty()) {
            page.cover = MediaId{static_cast<std::uint32_t>(source.body.media.size())};
            source.body.media.push_back({source.front.cover, source.front.cover_span});
        }
        if (!page.description.empty() && source.front.shows_description)
            page.body.insert(page.body.begin(), lede(source.front));
        if (!entry.address.empty()) page.body.push_back(web_entry(entry));
        return page;
    }

    /// The page's own heading, else what its front matter or the SUMMARY calls it.
    doc::Inlines title_of(const PageSource& source) const {
        if (source.body.title && !text::trim(doc::plain_text(*source.body.title)).empty())
            return *source.body.title;
        const OutlineEntry& entry = source.entry;
        // Some editors call a page by its file.
        if (!source.front.title.empty() && !is_markdown(source.front.title))
            return plain_inlines(source.front.title, {source.file, 0, 0});
        if (!entry.title.empty()) return plain_inlines(entry.title, entry.span);
        const std::string name = text::lower_case(name_of(entry.path)) == "glossary.md"
                                     ? std::string(word_in(book_.metadata.language, Word::glossary))
                                     : title_from_path(entry.path);
        return plain_inlines(name, {source.file, 0, 0});
    }

    std::string short_title_of(const PageSource& source, const doc::Inlines& title) const {
        const OutlineEntry& entry = source.entry;
        if (!entry.label.empty()) return entry.label;
        if (!entry.title.empty()) return entry.title;
        return text::collapse_spaces(doc::plain_text(title));
    }

    /// The last part of the path that says something; with its folder where pages share a name.
    std::string page_id(const OutlineEntry& entry) {
        if (entry.path.empty()) return claim_page_id(id_slug(entry.title));
        std::string_view path = entry.path;
        if (is_readme(path) && !folder_of(path).empty()) path = folder_of(path);
        std::string_view name = name_of(path);
        if (is_markdown(name)) name = name.substr(0, name.rfind('.'));
        const std::string id = id_slug(name);
        const std::string_view parent = name_of(folder_of(path));
        if (parent.empty() || !taken_.contains(id)) return claim_page_id(id);
        return claim_page_id(id_slug(std::string(parent) + '-' + id));
    }

    std::string claim_page_id(const std::string& id) {
        taken_.insert(id);
        return ids_.claim(id);
    }

    static doc::Block lede(const FrontMatter& front) {
        return {doc::Paragraph{plain_inlines(front.description, front.description_span),
                               doc::ParagraphRole::lede},
                front.description_span};
    }

    static doc::Block web_entry(const OutlineEntry& entry) {
        return {doc::LinkCard{doc::LinkCardKind::page,
                              doc::DeadLink{entry.address},
                              plain_inlines(entry.title, entry.span),
                              {},
                              {}},
                entry.span};
    }

    void make_parts() {
        std::vector<doc::Part> parts(outline_.parts.size());
        for (std::uint32_t i = 0; i < pages_.size(); ++i)
            parts[pages_[i].part].pages.push_back(PageId{i});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].pages.empty()) continue;
            const Span span = pages_[index(parts[i].pages.front())].entry.span;
            parts[i].title = plain_inlines(outline_.parts[i].title, span);
            parts[i].id = ids_.claim("part-" + std::to_string(book_.parts.size() + 1));
            book_.parts.push_back(std::move(parts[i]));
        }
    }

    // ---- links and media

    void resolve() {
        std::vector<LinkedPage> linked(pages_.size());
        for_each_index(pages_.size(), options_.threads, [&](std::size_t i) {
            doc::Page& page = book_.pages[i];
            linked[i] = {page.path, text::collapse_spaces(doc::plain_text(page.title)),
                         identify_elements(page, pages_[i].body.title_ids, pages_[i].diagnostics)};
        });
        const LinkResolver links(index_, config_.spaces, linked, book_.metadata.site_url,
                                 options_.schemes);
        const ResolveContext context{links,    alternatives_,           files_,
                                     sources_, book_.metadata.language, options_.picture_found};
        std::vector<std::vector<doc::Media>> media(pages_.size());
        for_each_index(pages_.size(), options_.threads, [&](std::size_t i) {
            const Origin origin{pages_[i].entry.path, pages_[i].entry.space,
                                PageId{static_cast<std::uint32_t>(i)}};
            media[i] = resolve_page(book_.pages[i], pages_[i].body.media, origin, context,
                                    pages_[i].diagnostics);
        });
        number_media(media);
    }

    void number_media(const std::vector<std::vector<doc::Media>>& media) {
        std::vector<std::vector<MediaId>> numbers(media.size());
        for (std::size_t i = 0; i < media.size(); ++i)
            for (const doc::Media& file : media[i]) numbers[i].push_back(claim_media(file));
        for_each_index(media.size(), options_.threads,
                       [&](std::size_t i) { renumber_media(book_.pages[i], numbers[i]); });
    }

    MediaId claim_media(const doc::Media& file) {
        const auto next = MediaId{static_cast<std::uint32_t>(book_.media.size())};
        const auto [entry, is_new] = media_ids_.try_emplace(file.path, next);
        if (is_new) {
            book_.media.push_back(file);
        } else if (file.kind == doc::MediaKind::picture) {
            book_.media[index(entry->second)].kind = file.kind;
        }
        return entry->second;
    }

    /// Traces of the editor, then structure, page by page.
    void list_changes(Changes& changes) {
        changes.normalisation = doc::structure_changes(book_);
        for (PageSource& page : pages_)
            std::move(page.body.changes.begin(), page.body.changes.end(),
                      std::back_inserter(changes.normalisation));
        const auto place = [](const Change& change) {
            return std::pair(change.span.file, change.span.begin);
        };
        std::stable_sort(changes.normalisation.begin(), changes.normalisation.end(),
                         [&](const Change& a, const Change& b) { return place(a) < place(b); });
    }

    // ---- metadata

    void finish_metadata() {
        doc::Metadata& metadata = book_.metadata;
        if (metadata.description.empty()) metadata.description = config_.description;
        if (metadata.authors.empty()) metadata.authors = config_.authors;
        if (metadata.identifier.empty()) metadata.identifier = config_.isbn;
        if (metadata.title.empty()) metadata.title = title();
        metadata.cover = book_picture(book_file_.cover);
        metadata.logo = book_picture(book_file_.logo);
    }

    std::string title() {
        std::string of_page = text::collapse_spaces(doc::plain_text(book_.pages.front().title));
        if (!options_.page.empty()) return of_page;
        const std::string& address =
            book_.metadata.site_url.empty() ? config_.site_url : book_.metadata.site_url;
        return choose_title({{config_.title, config_.title_source},
                             outline_.title,
                             std::move(of_page),
                             names_from_outside(files_, index_, address, options_.folder)},
                            diagnostics_);
    }

    std::optional<MediaId> book_picture(const doc::NamedFile& written) {
        if (written.path.empty()) return std::nullopt;
        const auto normal = normal_path(written.path);
        const std::string* path = normal ? index_.find(*normal) : nullptr;
        if (path != nullptr) return claim_media({*path, doc::MediaKind::picture});
        diagnostics_.report(Kind::missing_image, written.span,
                            "no picture '" + written.path + "' in the book",
                            "write its path from the root of the book");
        return std::nullopt;
    }

    const Files& files_;
    const Options& options_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    FileIndex index_;
    BookFile book_file_;
    std::map<std::string, Alternative> alternatives_;
    Config config_;
    Outline outline_;
    std::vector<PageSource> pages_;
    doc::Book book_;
    UniqueNames ids_;
    std::set<std::string> taken_;
    std::unordered_map<std::string, MediaId> media_ids_;
};

}  // namespace

std::optional<doc::Book> read(const Files& files, const Options& options, Sources& sources,
                              Diagnostics& diagnostics, Changes* changes) {
    return BookReader(files, options, sources, diagnostics).read(changes);
}

}  // namespace triptych::gitbook
