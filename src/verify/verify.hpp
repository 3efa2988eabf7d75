#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Reads a finished PDF back with a reader of other people's making, and holds it against the rules
/// that a machine can check and our own output could break: of PDF/UA-1 and PDF/A-2a, of PDF/UA-2
/// and PDF/A-4 where it is PDF 2.0, or, where it is for paper, of PDF/A-2b or PDF/X-4; but only of
/// those that it claims, if it claims any.
namespace triptych::verify {

struct Violation {
    std::string clause;   ///< for example `ISO 14289-1 7.1`
    std::string message;  ///< what is wrong and where, one sentence without final stop

    friend bool operator==(const Violation& a, const Violation& b) {
        return a.clause == b.clause && a.message == b.message;
    }
};

/// All violations, in the order of the file; empty when none was found. Never throws: a file that
/// can't be read is a violation, too. At most `most_violations` are listed.
std::vector<Violation> verify(std::string_view file);

/// The same, and what the file claims: `PDF/UA-2, PDF/A-4f, WTPDF 1.0`.
struct Verdict {
    std::string claims;  ///< empty: it can't be read
    std::vector<Violation> violations;
};
Verdict verify_claims(std::string_view file);

inline constexpr std::size_t most_violations = 200;

}  // namespace triptych::verify
