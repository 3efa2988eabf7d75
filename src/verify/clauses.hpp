#pragma once

#include <string>

#include "verify/claims.hpp"

namespace triptych::verify {

/// Rules that stand in one clause of PDF/UA-1 and in several of PDF/A-2: there is no tree of
/// elements; a type is not standard, and not mapped to one.
inline constexpr const char* no_tree = "ISO 14289-1 7.1 tree";
inline constexpr const char* odd_type = "ISO 14289-1 7.1 types";

/// Which of the rules that are written down here hold for a file, and what they are called there.
class Clauses {
public:
    /// All of them, under their own names.
    Clauses() = default;
    /// Those of the standards that are claimed; all, where none is. For `modern` files, which are
    /// PDF 2.0, rules of PDF/UA-1 and PDF/A-2 have the names that they have in PDF/UA-2 and
    /// PDF/A-4.
    Clauses(const Claims& claims, bool modern);

    /// The name of a rule for this file; empty: it does not hold here.
    std::string name(const std::string& clause) const;

private:
    bool modern_ = false, accessible_ = true, archive_ = true;
    bool tagged_ = false;  ///< of the level of PDF/A that has tags
};

}  // namespace triptych::verify
