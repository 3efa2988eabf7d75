#include "pipeline/plan_findings.hpp"

#include <algorithm>
#include <string_view>

#include <triptych/spelling.hpp>

#include "base/is_one_of.hpp"

namespace triptych::pipeline {
namespace {

Message hint_of(const std::string& name, const std::vector<std::string>& planned,
                std::string_view all) {
    const auto near = spelling::nearest(name, {planned.begin(), planned.end()});
    return spelling::suggestion(near, say("name one of '{}' in its triptych.yaml", all));
}

}  // namespace

void report_left_out(const Message& what, const std::vector<bool>& pages, Span span,
                     Diagnostics& diagnostics) {
    const auto shown = std::count(pages.begin(), pages.end(), true);
    if (static_cast<std::size_t>(shown) == pages.size()) return;
    diagnostics.report(Kind::page_left_out, span,
                       say("{} shows {} of {} pages, as asked for", what, shown, pages.size()));
}

void report_unplanned(const std::vector<std::string>& asked,
                      const std::vector<std::string>& planned, PlanWords words,
                      Diagnostics& diagnostics) {
    for (const std::string& name : asked)
        if (!is_one_of(name, planned))
            diagnostics.report(Kind::invalid_value, {}, words.none(name),
                               hint_of(name, planned, words.all));
}

}  // namespace triptych::pipeline
