#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/tag.hpp"

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
    std::size_t expanded = 0;  ///< bytes that variables put in
};

using Variables = std::map<std::string, std::string>;

struct ScanOptions {
    const Variables& variables;            ///< `set` tags of the text add to them
    bool dollar_formulas = false;          ///< `$x$` is a formula, as GitHub reads it
    std::size_t most_expanded = 4U << 20;  ///< bytes that variables may put in
};

}  // namespace triptych::gitbook
