#include "pipeline/deck_jobs.hpp"

#include <algorithm>
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

bool is_wanted(const doc::DeckPlan& plan, const std::vector<std::string>& names) {
    return names.empty() || std::find(names.begin(), names.end(), plan.name) != names.end();
}

}  // namespace

std::vector<DeckJob> deck_jobs(const Request& request, const doc::Book& book,
                               const doc::Plans& plans, Diagnostics& diagnostics) {
    std::vector<std::string> planned;
    for (const doc::DeckPlan& plan : plans.decks) planned.push_back(plan.name);
    report_unplanned(
        request.deck.decks, planned,
        {"decks", [](const std::string& name) { return say("the book plans no deck '{}'", name); }},
        diagnostics);
    std::vector<DeckJob> jobs;
    if (!asks_for_one(request.deck))
        for (const doc::DeckPlan& plan : plans.decks)
            if (is_wanted(plan, request.deck.decks))
                jobs.push_back(planned_job(plan, request, book, diagnostics));
    if (jobs.empty()) jobs.push_back(job_asked_for(request, book));
    return jobs;
}

}  // namespace triptych::pipeline
