#include "pipeline/deck_jobs.hpp"

#include <string>
#include <utility>

#include "doc/page_choice.hpp"
#include "pipeline/plan_findings.hpp"

namespace triptych::pipeline {
namespace {

bool asks_for_one(const DeckScope& scope) { return scope.depth || scope.slides || scope.minutes; }

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
    report_left_out(say("deck '{}'", plan.name), job.pages, plan.span, diagnostics);
    return job;
}

/// What is asked for of a deck holds against what it is planned as.
void overrule(DeckScope& planned, const DeckScope& asked) {
    if (asked.depth) planned.depth = asked.depth;
    if (!asked.slides && !asked.minutes) return;
    planned.slides = asked.slides;
    planned.minutes = asked.minutes;
}

}  // namespace

std::vector<DeckJob> deck_jobs(const Request& request, const doc::Book& book,
                               const doc::Plans& plans, Diagnostics& diagnostics) {
    const auto& names = request.deck.decks;
    if (names.empty() && (plans.decks.empty() || asks_for_one(request.deck)))
        return {job_asked_for(request, book)};
    std::vector<DeckJob> jobs;
    for (const doc::DeckPlan& plan : plans.decks) {
        if (!names.empty() && !is_asked_for(plan.name, names)) continue;
        jobs.push_back(planned_job(plan, request, book, diagnostics));
        overrule(jobs.back().scope, request.deck);
    }
    return jobs;
}

}  // namespace triptych::pipeline
