#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/allowance.hpp"
#include "gitbook/syntax/variables.hpp"

namespace triptych::gitbook {

/// Whether a conditional block's expression holds: names, strings, `true`, `false`, `!`, `==`,
/// `===`, `!=`, `!==`, `&&`, `||`. A name without a value, and what can't be read, is false; a name
/// alone holds unless its value is empty, `false` or `0`.
bool holds(std::string_view expression, const Variables& variables);

/// Says that the text at `place` is left out because the expression does not hold.
void report_left_out(Diagnostics& diagnostics, std::string_view expression, Span place);

/// The text that an expression stands for: a name's value (`a["b"]` is `a.b`), or such and quoted
/// strings joined with `+`. Nothing when a name has no value. Of more than `most` bytes, not all
/// are there.
std::optional<std::string> evaluated(std::string_view expression, const Variables& variables,
                                     std::size_t most);
/// `version`, `book.version`: letters, digits, `_` and `.`, a letter first.
bool is_variable_name(std::string_view expression);
/// Whether a page may take in the value of a variable; says so the first time when it may not.
bool may_expand(Allowance& expanded, std::string_view value, Span place, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
