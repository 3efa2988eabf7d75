#include "pipeline/plan_findings.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <triptych/spelling.hpp>

#include "base/file_title.hpp"
#include "base/is_one_of.hpp"
#include "doc/page_choice.hpp"

namespace triptych::pipeline {
namespace {

Message hint_of(const std::string& name, const std::vector<std::string>& planned,
                std::string_view all) {
    const auto near = spelling::nearest(name, {planned.begin(), planned.end()});
    return spelling::suggestion(near, planned.empty()
                                          ? say("write it under '{}' in its triptych.yaml", all)
                                          : say("name one of '{}' in its triptych.yaml", all));
}

/// What the author plans several of: the key, "decks", and what is said of one that is not there.
struct PlanWords {
    std::string_view all;
    Message (*none)(const std::string& name);
};

void report_unplanned(const std::vector<std::string>& asked,
                      const std::vector<std::string>& planned, PlanWords words,
                      Diagnostics& diagnostics) {
    for (const std::string& name : asked)
        if (!is_one_of(name, planned) && !is_one_of(file_title(name), planned))
            diagnostics.report(Kind::unknown_choice, {}, words.none(name),
                               hint_of(name, planned, words.all));
}

}  // namespace

void report_left_out(const Message& what, const std::vector<bool>& pages, Span span,
                     Diagnostics& diagnostics) {
    const auto shown = std::count(pages.begin(), pages.end(), true);
    if (static_cast<std::size_t>(shown) == pages.size()) return;
    diagnostics.report(Kind::page_left_out, span,
                       say("{} shows {} of {} pages, as asked for", what, shown, pages.size()));
}

bool is_asked_for(const std::string& plan, const std::vector<std::string>& asked) {
    return std::any_of(asked.begin(), asked.end(), [&](const std::string& name) {
        return name == plan || file_title(name) == plan;
    });
}

bool has_all_named(const Request& request, const doc::Book& book, const doc::Plans& plans,
                   Diagnostics& diagnostics) {
    Diagnostics findings;
    std::vector<std::string> decks, editions;
    for (const doc::DeckPlan& plan : plans.decks) decks.push_back(plan.name);
    for (const doc::EditionPlan& plan : plans.editions) editions.push_back(plan.deck.name);
    report_unplanned(
        request.deck.decks, decks,
        {"decks", [](const std::string& name) { return say("the book plans no deck '{}'", name); }},
        findings);
    report_unplanned(
        request.editions.names, editions,
        {"editions",
         [](const std::string& name) { return say("the book plans no edition '{}'", name); }},
        findings);
    for (const std::string& pattern : request.editions.pages)
        doc::chosen_pages(book, {{pattern, {}}}, findings, Kind::unknown_choice);
    const bool has_all = findings.all().empty();
    diagnostics.append(std::move(findings));
    return has_all;
}

}  // namespace triptych::pipeline
