#include "pipeline/deck_jobs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "doc/page_choice.hpp"

namespace triptych::pipeline {
namespace {

bool asks_for_one(const DeckScope& scope) { return scope.depth || scope.slides || scope.minutes; }

void report_left_out(const DeckJob& job, Diagnostics& diagnostics, Span span) {
    const auto shown = std::count(job.pages.begin(), job.pages.end(), true);
    if (static_cast<std::size_t>(shown) == job.pages.size()) return;
    diagnostics.report(Kind::page_left_out, span,
                       fmt::format("deck '{}' shows {} of {} pages, as asked for", job.name, shown,
                                   job.pages.size()));
}

DeckJob job_asked_for(const Request& request, const doc::Book& book) {
    return {
        {}, request.deck, std::vector(book.pages.size(), true), {}, book.metadata.slides_template};
}

DeckJob planned_job(const doc::DeckPlan& plan, const Request& request, const doc::Book& book,
                    Diagnostics& diagnostics) {
    DeckJob job{plan.name, request.deck, {}, plan.layout, plan.slides_template};
    if (plan.slides_template.path.empty()) job.slides_template = book.metadata.slides_template;
    job.scope.title = plan.title;
    job.scope.detail = plan.detail.value_or(request.deck.detail);
    job.scope.minutes = plan.minutes;
    job.scope.slides = plan.slides;
    job.pages = doc::chosen_pages(book, plan.pages, diagnostics);
    report_left_out(job, diagnostics, plan.span);
    return job;
}

bool is_wanted(const doc::DeckPlan& plan, const std::vector<std::string>& names) {
    return names.empty() || std::find(names.begin(), names.end(), plan.name) != names.end();
}

void report_unknown_names(const std::vector<std::string>& names,
                          const std::vector<doc::DeckPlan>& plans, Diagnostics& diagnostics) {
    for (const auto& name : names)
        if (std::none_of(plans.begin(), plans.end(),
                         [&](const doc::DeckPlan& plan) { return plan.name == name; }))
            diagnostics.report(Kind::invalid_value, {},
                               fmt::format("the book plans no deck '{}'", name),
                               "name one of 'decks' in its triptych.yaml");
}

}  // namespace

std::vector<DeckJob> deck_jobs(const Request& request, const doc::Book& book,
                               const doc::Plans& plans, Diagnostics& diagnostics) {
    report_unknown_names(request.deck.decks, plans.decks, diagnostics);
    std::vector<DeckJob> jobs;
    if (!asks_for_one(request.deck))
        for (const doc::DeckPlan& plan : plans.decks)
            if (is_wanted(plan, request.deck.decks))
                jobs.push_back(planned_job(plan, request, book, diagnostics));
    if (jobs.empty()) jobs.push_back(job_asked_for(request, book));
    return jobs;
}

}  // namespace triptych::pipeline
