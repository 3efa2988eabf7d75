#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/allowance.hpp"
#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/tag.hpp"
#include "gitbook/syntax/variables.hpp"

namespace triptych::gitbook {

struct Formula {
    std::string tex;
    std::string source;  ///< as written, with its dollar signs
    Span span;
};

struct ScannedText {
    // As an aggregate within another one, GCC 12 frees the text twice when memory runs out.
    explicit ScannedText(FileId file) : text(file) {}

    MappedText text;
    std::vector<Tag> tags;
    std::vector<Formula> formulas;
};

struct ScanOptions {
    const Variables& variables;        ///< `set` tags of the text add to them
    Allowance& expanded;               ///< bytes that variables may put in
    bool dollar_formulas = false;      ///< `$x$` is a formula, as GitHub reads it
    bool names_are_variables = false;  ///< so is any name in `{{ }}`, as HonKit reads it
    bool spaces_in_bold = false;       ///< `**Note **As` is bold, as the editor of GitBook shows it
    bool all_conditions = false;  ///< what conditions within lines hold is shown, whether they hold
};

}  // namespace triptych::gitbook
