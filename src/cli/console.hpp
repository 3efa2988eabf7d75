#pragma once

#include <string_view>

#include <triptych/build.hpp>

#include "cli/arguments.hpp"
#include "cli/paint.hpp"

namespace triptych::cli {

/// All that is printed: progress and findings to standard error, results to standard output.
class Console {
public:
    Console();
    /// How the user wants it; before that, as it is without a wish.
    void behave(ColourWish colour, bool quiet);
    /// On a terminal one line that is written over; in a pipe nothing.
    void progress(std::string_view stage);
    void end_progress();
    /// Text to standard error, other forms to standard output.
    void findings(const Findings& findings, const Sources& sources, const Telling& telling);
    void files(const Result& result, std::string_view folder);
    /// To standard error; nothing when it is to be quiet.
    void note(std::string_view text);
    /// What to do next, to a person at a terminal.
    void advise(std::string_view command, std::string_view purpose);
    void error(std::string_view message, std::string_view hint = {});
    /// Without allocating anything.
    static void out_of_memory();
    /// A hint that says what is on disk when the program ends early.
    static const char* state_of_files();
    static inline bool files_in_place = false;  ///< the build's files have replaced those before
    /// False when standard output could not take all of it.
    bool text(std::string_view text);

private:
    /// To standard error, in colour where that is wanted.
    void say(const std::string& text) const;

    bool terminal_ = false, colour_ = false, quiet_ = false;
};

}  // namespace triptych::cli
