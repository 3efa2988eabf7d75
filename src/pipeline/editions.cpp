#include "pipeline/editions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "base/uuid.hpp"
#include "doc/edition.hpp"
#include "doc/walk.hpp"
#include "pipeline/booklet_folios.hpp"
#include "pipeline/output_name.hpp"
#include "pipeline/run_findings.hpp"
#include "style/script_leading.hpp"

namespace triptych::pipeline {
namespace {

/// The address of a place that is published; empty when its page is not.
std::string address_of(const doc::PageRef& place, const EditionJob& job) {
    const auto& addresses = job.plans->addresses;
    if (index(place.page) >= addresses.size()) return {};
    // Ids of elements are those of sites behind the page's.
    const std::string within = job.book->pages[index(place.page)].id + "--";
    const bool is_element = place.element.starts_with(within);
    return addresses[index(place.page)] +
           (is_element ? '#' + text::percent_encode(place.element.substr(within.size())) : "");
}

std::string folio_of(const doc::PageRef& place, const EditionJob& job, const Folios& folios) {
    const auto& page = job.book->pages[index(place.page)].id;
    for (const std::string* name : {&place.element, &page})
        if (const auto found = folios.find(*name); found != folios.end()) return found->second;
    return {};
}

doc::EditionScope scope_of(const EditionJob& job, const Folios& folios, doc::LeftOutWords words) {
    return {job.plan.deck.name, job.pages, words, [&job, &folios](const doc::PageRef& place) {
                return doc::Elsewhere{address_of(place, job), folio_of(place, job, folios)};
            }};
}

std::string shown_title(const doc::Inlines& title) {
    return std::string(
        text::without_leading_pictographs(text::collapse_spaces(doc::plain_text(title))));
}

/// Whether all pages stand under the first.
bool is_one_chapter(const doc::Book& book) {
    return std::all_of(book.pages.begin() + 1, book.pages.end(),
                       [](const doc::Page& page) { return page.depth > 0; });
}

/// The title of the one chapter or the one part of several that the edition shows; else empty.
std::string title_of_pages(const doc::Book& book, const EditionJob& job) {
    if (book.pages.size() == job.pages.size()) return {};
    if (is_one_chapter(book)) return shown_title(book.pages.front().title);
    return book.parts.size() == 1 && job.book->parts.size() > 1
               ? shown_title(book.parts.front().title)
               : std::string();
}

/// What the edition is called. Under a title of its own stands that of the book it is taken from.
void name_edition(doc::Book& book, const EditionJob& job) {
    doc::Metadata& metadata = book.metadata;
    const std::string whole = metadata.title;
    const std::string written = job.plan.deck.title;
    const std::string title = written.empty() ? title_of_pages(book, job) : written;
    if (!title.empty() && title != whole) {
        metadata.title = title;
        metadata.subtitle = whole;
    }
    if (!job.plan.subtitle.empty()) metadata.subtitle = job.plan.subtitle;
    metadata.identifier = uuid_of(metadata.identifier + '\n' + whole + '\n' + metadata.publisher +
                                  '\n' + metadata.language + '\n' + job.plan.deck.name);
    if (!job.plan.deck.slides_template.path.empty())
        metadata.slides_template = job.plan.deck.slides_template;
    // The cover says it already.
    if (book.parts.size() == 1 && shown_title(book.parts.front().title) == metadata.title)
        book.parts.front().title.clear();
}

/// Findings of the reader about what the edition shows.
Diagnostics findings_of(const EditionJob& job, const Diagnostics& all) {
    std::set<FileId> shown, left_out;
    for (std::size_t i = 0; i < job.pages.size(); ++i)
        (job.pages[i] ? shown : left_out).insert(job.book->pages[i].span.file);
    Diagnostics findings;
    for (const auto& finding : all.all())
        if (shown.contains(finding.span.file) || !left_out.contains(finding.span.file))
            findings.report(finding);
    return findings;
}

doc::Plans plans_of(const EditionJob& job) {
    doc::Plans plans;
    plans.languages = job.plans->languages;
    plans.lists = job.plans->lists;
    for (std::size_t i = 0; i < job.pages.size() && i < job.plans->pages.size(); ++i)
        if (job.pages[i]) plans.pages.push_back(job.plans->pages[i]);
    return plans;
}

void take_look(const EditionJob& job, Loaded& edition, Result& result) {
    const std::string& layout = job.plan.deck.layout;
    const auto look =
        layout.empty() ? nullptr : edition.looks->look(layout, *edition.data, job.request, result);
    if (look) {
        edition.sheet = look->sheet;
        edition.fonts = look->fonts;
        edition.words = look->words;
    } else if (!job.plan.language.empty()) {
        edition.sheet = *edition.layout_sheet;
        style::fit_to_script(edition.sheet, job.plan.language);
    }
    if (job.plan.depth) edition.sheet.booklet.contents_depth = *job.plan.depth;
}

}  // namespace

Loaded sharing(const Loaded& whole) {
    return {.threads = whole.threads,
            .book = {},
            .data = whole.data,
            .layout_sheet = whole.layout_sheet,
            .sheet = whole.sheet,
            .fonts = whole.fonts,
            .written_pictures = whole.written_pictures,
            .pictures = whole.pictures,
            .images = whole.images,
            .findings = {},
            .date = whole.date,
            .looks = whole.looks,
            .words = whole.words};
}

std::vector<EditionJob> edition_jobs(const Request& request, const Loaded& whole,
                                     Diagnostics& diagnostics) {
    const std::string stem = output_stem(request, whole.book);
    std::vector<EditionJob> jobs;
    for (const auto& plan : wanted_editions(request, whole.plans, diagnostics)) {
        EditionJob job;
        job.plan = plan;
        job.book = &whole.book;
        job.plans = &whole.plans;
        if (const auto other = whole.translations.find(plan.language);
            other != whole.translations.end()) {
            job.book = &other->second->book;
            job.plans = &other->second->plans;
        }
        if (prepare(job, request, stem, diagnostics)) jobs.push_back(std::move(job));
    }
    return jobs;
}

Loaded load_edition(const EditionJob& job, const Loaded& whole, const pages::Pages* full,
                    Result& result) {
    const bool is_in_full = full != nullptr && job.book == &whole.book;
    const Folios folios = is_in_full ? folios_of(*full) : Folios();
    Diagnostics already_said;
    Loaded edition = sharing(whole);
    edition.book = doc::edition_of(*job.book, scope_of(job, folios, doc::LeftOutWords::none),
                                   result.diagnostics);
    doc::Book printed = doc::edition_of(
        *job.book, scope_of(job, folios, doc::LeftOutWords::in_brackets), already_said);
    for (doc::Book* book : {&edition.book, &printed}) {
        name_edition(*book, job);
        lift_high_pictures(*book, *whole.images);
    }
    edition.printed = std::make_shared<const doc::Book>(std::move(printed));
    edition.plans = plans_of(job);
    finish_books(job.request, edition);
    edition.findings = findings_of(job, whole.findings);
    if (!job.plan.language.empty()) report_language(job.request, edition.book, result.diagnostics);
    take_look(job, edition, result);
    edition.decks = deck_jobs(job.request, edition.book, edition.plans, result.diagnostics);
    read_decks(job.request, edition, result);
    return edition;
}

}  // namespace triptych::pipeline
