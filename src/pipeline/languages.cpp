#include "pipeline/languages.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/iso_date.hpp"
#include "base/language_tag.hpp"
#include "base/meant_language.hpp"
#include "pipeline/edition_jobs.hpp"
#include "pipeline/editions.hpp"
#include "pipeline/output_name.hpp"
#include "pipeline/run_findings.hpp"
#include "style/script_leading.hpp"

namespace triptych::pipeline {

bool makes_all_languages(const Request& request) {
    return request.languages == Languages::all && request.language.empty() &&
           request.page.empty() && request.deck.decks.empty() && wants_whole_book(request);
}

std::vector<std::string> other_languages(const Request& request, const doc::Plans& plans,
                                         const std::string& own) {
    std::vector<std::string> others;
    if (!makes_all_languages(request)) return others;
    // An edition of that name has files of the same names.
    const auto is_edition = [&](const std::string& tag) {
        return std::any_of(plans.editions.begin(), plans.editions.end(),
                           [&](const auto& plan) { return plan.deck.name == tag; });
    };
    for (const std::string& tag : plans.languages)
        if (tag != own && !is_edition(tag)) others.push_back(tag);
    return others;
}

std::string language_stem(const Request& request, const doc::Plans& plans, const doc::Book& book) {
    const std::string stem = output_stem(request, book);
    const bool is_named_for_one = !request.name.empty() && !makes_all_languages(request);
    const bool is_alone = plans.languages.empty() || !request.page.empty();
    return is_alone || is_named_for_one ? stem : stem + '-' + book.metadata.language;
}

Work work_of_language(const std::string& tag, const Request& request, const Loaded& whole,
                      Result& result) {
    const Reading& reading = *whole.translations.at(tag);
    Work work{tag, request, sharing(whole)};
    Loaded& loaded = work.loaded;
    loaded.book = reading.book;
    loaded.plans = reading.plans;
    loaded.findings = reading.findings;
    loaded.sheet = *whole.layout_sheet;
    style::fit_to_script(loaded.sheet, tag);
    if (const auto date = parse_date(loaded.book.metadata.date); date && !request.source_date)
        loaded.date = date;
    work.request.name = language_stem(request, loaded.plans, loaded.book);
    lift_high_pictures(loaded.book, *loaded.images);
    report_language(request, loaded.book, result.diagnostics);
    finish_books(work.request, loaded);
    loaded.decks = deck_jobs(work.request, loaded.book, loaded.plans, result.diagnostics);
    read_decks(work.request, loaded, result);
    return work;
}

void report_unknown_language(const Request& request, const doc::Plans& plans,
                             Diagnostics& diagnostics) {
    const auto is_asked = [&](const std::string& tag) {
        return primary_language(tag) == primary_language(meant_language(request.language));
    };
    if (request.language.empty() || plans.languages.empty() ||
        std::any_of(plans.languages.begin(), plans.languages.end(), is_asked))
        return;
    std::string all;
    for (const std::string& tag : plans.languages) all += (all.empty() ? "" : ", ") + tag;
    diagnostics.report(Kind::invalid_value, {},
                       say("the book is not told in '{}'", request.language),
                       say("--language takes one of {}", all));
}

}  // namespace triptych::pipeline
