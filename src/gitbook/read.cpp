#include "gitbook/read.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "base/meant_language.hpp"
#include "base/parallel.hpp"
#include "base/permission_hint.hpp"
#include "base/text.hpp"
#include "doc/equations.hpp"
#include "doc/lone_anchors.hpp"
#include "doc/number_columns.hpp"
#include "doc/part_titles.hpp"
#include "doc/structure.hpp"
#include "doc/structure_changes.hpp"
#include "doc/typography.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/child_links.hpp"
#include "gitbook/book/config.hpp"
#include "gitbook/book/dialects.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/language.hpp"
#include "gitbook/book/links.hpp"
#include "gitbook/book/make_pages.hpp"
#include "gitbook/book/metadata.hpp"
#include "gitbook/book/missing_files.hpp"
#include "gitbook/book/outline.hpp"
#include "gitbook/book/page_bodies.hpp"
#include "gitbook/book/page_source.hpp"
#include "gitbook/book/resolve.hpp"
#include "gitbook/book/title.hpp"
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
          listing_(files.listing("")),
          index_(std::move(listing_.files)) {}

    std::optional<doc::Book> read(Changes* changes) {
        book_file_ = read_book_file(files_, sources_, diagnostics_);
        const bool is_one_chosen = options_.language.empty() && !book_file_.language.text.empty();
        if (!options_.language.empty()) book_file_.language.text = options_.language;
        alternatives_ = read_alternatives(files_, index_, sources_, diagnostics_);
        config_ = read_config(files_, index_,
                              {meant_language(book_file_.language.text), options_.selection.hidden,
                               options_.others_are_made && !is_one_chosen},
                              sources_, diagnostics_);
        if (is_one_chosen) config_.languages.clear();
        if (!config_.language_folder.empty())
            add_book_file(config_.language_folder, files_, book_file_, sources_, diagnostics_);
        outline_ = make_outline(files_, index_, config_, options_, sources_, diagnostics_);
        report_closed_folders();
        pages_ = load_pages(files_, outline_, options_, sources_, diagnostics_);
        if (pages_.empty()) {
            if (!diagnostics_.has_errors())
                diagnostics_.report(Kind::unreadable_source, {},
                                    say("no Markdown page in the book"),
                                    say("'triptych init' begins a book"));
            return std::nullopt;
        }
        tell_dialects(config_, outline_.of_mdbook, pages_, sources_, diagnostics_);
        book_.metadata = book_file_.metadata;
        book_.metadata.language = language();
        read_bodies(pages_, {files_, index_, config_, book_file_, outline_, options_, sources_},
                    diagnostics_);
        for (const char* id : reserved_ids) ids_.claim(id);
        book_.pages = make_pages(pages_, sources_, book_.metadata.language, ids_);
        make_parts();
        book_.generated = std::move(outline_.generated);
        resolve();
        for (PageSource& page : pages_) diagnostics_.append(std::move(page.diagnostics));
        finish_metadata();
        add_child_links(book_);
        doc::join_lone_anchors(book_);
        doc::compress_heading_levels(book_, diagnostics_);
        doc::number_equations(book_);
        doc::align_number_columns(book_);
        doc::mark_paragraph_roles(book_);
        plan_slides();
        doc::calm_part_titles(book_);
        if (changes != nullptr) list_changes(*changes);
        doc::apply_typography(book_, changes != nullptr ? &changes->typography : nullptr,
                              options_.threads);
        return std::move(book_);
    }

private:
    /// What lies in folders that can't be opened is in no index, so nothing else would miss it.
    void report_closed_folders() {
        for (const std::string& folder : listing_.closed)
            if (outline_.of_folders && may_hold_pages(folder))
                diagnostics_.report(
                    Kind::unreadable_source, {},
                    say("the folder '{}' can't be opened: what lies in it is missing",
                        folder.empty() ? "." : folder),
                    permission_hint());
    }
    void plan_slides() {
        doc::Plans plans;
        plans.editions = std::move(book_file_.editions);
        // Those of the whole book are of pages in its first language.
        const bool has_decks =
            options_.language.empty() || config_.languages.empty() || book_file_.decks_of_language;
        if (has_decks) plans.decks = std::move(book_file_.decks);
        plans.languages = config_.languages;
        plans.lists = book_file_.lists.lists;
        plans.numbered_figures = book_file_.lists.numbered_figures;
        for (PageSource& page : pages_) plans.pages.push_back(std::move(page.front.digest));
        grant_wishes(book_, plans.pages, book_file_.slides, diagnostics_);
        plans.addresses = std::move(addresses_);
        plans.element_at = std::move(element_at_);
        if (options_.planned) options_.planned(std::move(plans));
    }
    std::string language() {
        const auto guess = [&] {
            LanguageGuess of_pages;
            for (const PageSource& page : pages_)
                if (page.file != FileId::none && !of_pages.is_full())
                    of_pages.add(sources_.text(page.file).substr(page.front.body_begin));
            return of_pages;
        };
        return choose_language({book_file_.language, config_.language}, guess, diagnostics_);
    }

    // ---- pages and parts

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
                         identify_elements(page, pages_[i].body.title_ids, pages_[i].diagnostics),
                         address_of_page(page.path, pages_[i].front.slug,
                                         config_.spaces[pages_[i].entry.space])};
        });
        if (!book_.metadata.site_url.empty())
            for (std::size_t i = 0; i < linked.size(); ++i)
                addresses_.push_back(published_address(book_.metadata.site_url, linked[i].path,
                                                       linked[i].address,
                                                       config_.spaces[pages_[i].entry.space]));
        const bool translated = options_.others_are_made && !config_.languages.empty();
        const LinkResolver links(index_, config_.spaces, linked, book_.metadata.site_url,
                                 options_.schemes,
                                 translated ? Translations::made : Translations::left_out);
        DiagramPictures diagrams(index_, files_, book_file_.diagrams, options_.draw_diagram);
        const ResolveContext context{links,    alternatives_,           files_,
                                     sources_, book_.metadata.language, options_.picture_found,
                                     diagrams};
        std::vector<std::vector<doc::Media>> media(pages_.size());
        for_each_index(pages_.size(), options_.threads, [&](std::size_t i) {
            const Origin origin{pages_[i].entry.path, pages_[i].entry.space,
                                PageId{static_cast<std::uint32_t>(i)}};
            media[i] = resolve_page(book_.pages[i], pages_[i].body.media, origin, context,
                                    pages_[i].diagnostics);
        });
        if (options_.page.empty()) diagrams.report_unused(diagnostics_);
        number_media(media);
        if (translated)
            element_at_ = [all = std::move(linked)](PageId page, std::string_view fragment) {
                return element_of(all[index(page)], fragment);
            };
    }

    void number_media(const std::vector<std::vector<doc::Media>>& media) {
        std::vector<std::vector<MediaId>> numbers(media.size());
        for (std::size_t i = 0; i < media.size(); ++i)
            for (const doc::Media& file : media[i]) numbers[i].push_back(claim_media(file));
        for (std::size_t i = 0; i < media.size(); ++i)
            for (std::size_t k = 0; k < media[i].size(); ++k)
                if (media[i][k].dark != no_media)
                    book_.media[index(numbers[i][k])].dark = numbers[i][index(media[i][k].dark)];
        for_each_index(media.size(), options_.threads,
                       [&](std::size_t i) { renumber_media(book_.pages[i], numbers[i]); });
    }

    MediaId claim_media(const doc::Media& file) {
        const auto next = MediaId{static_cast<std::uint32_t>(book_.media.size())};
        const auto [entry, is_new] = media_ids_.try_emplace(file.path, next);
        if (is_new) {
            book_.media.push_back({file.path, file.kind});
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
        return choose_title({{config_.title, Message::verbatim(config_.title_source)},
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
        report_missing_picture(written.path, {written.path}, files_, written.span,
                               say("write its path from the root of the book"), diagnostics_);
        return std::nullopt;
    }

    const Files& files_;
    const Options& options_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Listing listing_;
    FileIndex index_;
    BookFile book_file_;
    std::map<std::string, Alternative> alternatives_;
    Config config_;
    Outline outline_;
    std::vector<PageSource> pages_;
    doc::Book book_;
    std::vector<std::string> addresses_;  ///< where each page is published
    std::function<std::optional<std::string>(PageId, std::string_view)> element_at_;
    UniqueNames ids_;
    std::unordered_map<std::string, MediaId> media_ids_;
};

}  // namespace

std::optional<doc::Book> read(const Files& files, const Options& options, Sources& sources,
                              Diagnostics& diagnostics, Changes* changes) {
    return BookReader(files, options, sources, diagnostics).read(changes);
}

}  // namespace triptych::gitbook
