#pragma once

#include <string>

namespace triptych::verify {

/// Where an operator may stand (ISO 32000-1 figure 9).
enum class Context { anywhere, in_text, outside_text };

/// What is known of an operator of content streams (ISO 32000-1 Annex A).
struct Operator {
    int operands = 0;  ///< `any_number`: depends on what comes before
    Context context{};
    bool paints = false;
    bool shows_text = false;
};

inline constexpr int any_number = -1;

/// Nothing for a name that is no operator.
const Operator* find_operator(const std::string& name);

}  // namespace triptych::verify
