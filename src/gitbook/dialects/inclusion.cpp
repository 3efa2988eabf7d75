#include "gitbook/dialects/inclusion.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/permission_hint.hpp"

namespace triptych::gitbook {

std::size_t cost_of_inclusion(std::size_t size) { return std::max<std::size_t>(size, 2048); }

bool may_include(Allowance& included, std::size_t size, Span place, Diagnostics& diagnostics) {
    const Allowance::Answer answer = included.take(cost_of_inclusion(size));
    if (answer == Allowance::Answer::used_up)
        diagnostics.report(Kind::include_cycle, place,
                           say("the files included in this page add up to more than {} kB; from "
                               "here on they are left out",
                               included.most() / 1024),
                           say("look for files that include each other again and again"));
    return answer == Allowance::Answer::granted;
}

bool report_unreadable_include(const IncludeObstacle& obstacle, std::string_view path, FileId from,
                               Span span, Diagnostics& diagnostics) {
    const auto found = obstacle ? obstacle(path, from) : std::nullopt;
    if (!found) return false;
    diagnostics.report(Kind::missing_include, span,
                       say("included file '{}' can't be read: {}", path, reason(*found)),
                       *found == Obstacle::no_permission ? permission_hint() : Message());
    return true;
}

}  // namespace triptych::gitbook
