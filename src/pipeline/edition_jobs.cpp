#include "pipeline/edition_jobs.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/file_title.hpp"
#include "doc/page_choice.hpp"
#include "pipeline/plan_findings.hpp"

namespace triptych::pipeline {
namespace {

/// An edition without a name in the book: its files are called after the pages.
doc::EditionPlan plan_of_pages(const Request& request) {
    doc::EditionPlan plan;
    std::string name;
    for (const auto& pattern : request.editions.pages) {
        plan.deck.pages.push_back({pattern, {}});
        name += (name.empty() ? "" : " ") + pattern;
    }
    plan.deck.name = file_title(name);
    return plan;
}

/// The panels that both the request and the edition want.
std::vector<Panel> panels_of(const doc::EditionPlan& plan, const Request& request) {
    static const std::vector<Panel> of_session = {Panel::booklet, Panel::slides, Panel::pptx};
    std::vector<Panel> panels = request.panels;
    const auto* own = plan.panels ? &*plan.panels : plan.session ? &of_session : nullptr;
    if (own != nullptr)
        std::erase_if(panels, [&](Panel panel) {
            return std::find(own->begin(), own->end(), panel) == own->end();
        });
    return panels;
}

template <typename Value>
void set_if_given(const std::optional<Value>& given, std::optional<Value>& value) {
    if (given) value = given;
}

Request request_of(const doc::EditionPlan& plan, const Request& request, const std::string& stem) {
    Request own = request;
    const bool is_named_by_hand = !request.name.empty() && !request.editions.pages.empty();
    own.name = is_named_by_hand ? request.name : stem + '-' + plan.deck.name;
    own.panels = panels_of(plan, request);
    own.deck.decks.clear();
    own.deck.detail = plan.deck.detail.value_or(request.deck.detail);
    set_if_given(plan.deck.slides, own.deck.slides);
    set_if_given(plan.deck.minutes, own.deck.minutes);
    set_if_given(plan.depth, own.deck.depth);
    set_if_given(plan.imposition, own.imposition);
    set_if_given(plan.handout, own.handout);
    if (plan.session && !own.handout) own.handout = Handout::six;
    if (own.purpose == Purpose::print) own.imposition.reset();
    return own;
}

/// Decks and editions name files alike.
bool shares_name_with_deck(const doc::EditionPlan& plan, const doc::Plans& plans,
                           Diagnostics& diagnostics) {
    const auto deck =
        std::find_if(plans.decks.begin(), plans.decks.end(),
                     [&](const doc::DeckPlan& each) { return each.name == plan.deck.name; });
    if (deck == plans.decks.end()) return false;
    diagnostics.report(Kind::invalid_value, plan.deck.span,
                       say("a deck is called '{}', too, and so are its files", plan.deck.name),
                       say("give the edition a name of its own"));
    return true;
}

}  // namespace

bool wants_whole_book(const Request& request) {
    return request.editions.pages.empty() && request.editions.names.empty();
}

bool is_wanted(const doc::EditionPlan& plan, const Request& request) {
    if (!request.editions.pages.empty()) return false;
    if (!request.editions.names.empty())
        return is_asked_for(plan.deck.name, request.editions.names);
    return request.page.empty() && request.deck.decks.empty();
}

std::vector<doc::EditionPlan> wanted_editions(const Request& request, const doc::Plans& plans,
                                              Diagnostics& diagnostics) {
    std::vector<doc::EditionPlan> wanted;
    for (const doc::EditionPlan& plan : plans.editions)
        if (is_wanted(plan, request) && !shares_name_with_deck(plan, plans, diagnostics))
            wanted.push_back(plan);
    if (!request.editions.pages.empty()) wanted.push_back(plan_of_pages(request));
    if (request.editions.session)
        for (auto& plan : wanted) plan.session = true;
    return wanted;
}

bool prepare(EditionJob& job, const Request& request, const std::string& stem,
             Diagnostics& diagnostics) {
    const doc::DeckPlan& plan = job.plan.deck;
    job.pages = doc::chosen_pages(*job.book, plan.pages, diagnostics);
    job.request = request_of(job.plan, request, stem);
    if (std::none_of(job.pages.begin(), job.pages.end(), [](bool chosen) { return chosen; }))
        return false;
    report_left_out(say("edition '{}'", plan.name), job.pages, plan.span, diagnostics);
    if (!job.request.panels.empty()) return true;
    if (is_asked_for(plan.name, request.editions.names))
        diagnostics.report(Kind::unused_option, plan.span,
                           say("edition '{}' makes nothing of what is asked for", plan.name),
                           say("name other outputs in its 'panels' or with --to"));
    return false;
}

}  // namespace triptych::pipeline
