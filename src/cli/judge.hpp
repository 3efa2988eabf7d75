#pragma once

#include <optional>
#include <string>

#include <triptych/findings.hpp>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace triptych::cli {

/// Decides what of a run's findings is told, and what they make of its exit code.
class Judge {
public:
    /// Nothing when the baseline that is named can't be read, which is said.
    static std::optional<Judge> make(const FindingsWishes& wishes, Console& console);

    /// What is told of the findings of `result`; with `--write-baseline`, they are accepted first.
    Findings judge(const Result& result, Console& console);
    /// 0 or 1.
    int exit_code(const Findings& findings) const;

private:
    explicit Judge(const FindingsWishes& wishes) : wishes_(wishes) {}
    bool read_baseline(Console& console);
    bool write_baseline(const Result& result, Console& console);
    bool fails(const Finding& finding) const;

    const FindingsWishes& wishes_;
    std::string baseline_;
    bool written_ = true;  ///< the baseline, if it was to be
};

}  // namespace triptych::cli
