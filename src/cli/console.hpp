#pragma once

#include <string>
#include <string_view>

#include <triptych/build.hpp>

#include "cli/arguments.hpp"
#include "cli/paint.hpp"

namespace triptych::cli {

/// All that is printed: progress and findings to standard error, results to standard output.
class Console {
public:
    explicit Console(MessageLanguage language);
    MessageLanguage language() const { return language_; }
    /// How the user wants it; before that, as it is without a wish.
    void behave(ColourWish colour, bool quiet);
    /// On a terminal one line that is written over; in a pipe nothing.
    void progress(std::string_view stage);
    void end_progress();
    /// Text to standard error, other forms to standard output.
    void findings(const Findings& findings, const Sources& sources, const Telling& telling);
    void files(const Result& result, std::string_view folder);
    /// To standard error; nothing when it is to be quiet.
    void note(const Message& message);
    /// The same of text that is ready.
    void print(std::string_view text);
    /// What to do next, to a person at a terminal.
    void advise(const Message& command, const Message& purpose);
    void error(const Message& message, const Message& hint = {});
    /// Without allocating anything.
    static void out_of_memory();
    /// A hint that says what is on disk when the program ends early.
    static Message state_of_files();
    static inline bool files_in_place = false;  ///< the build's files have replaced those before
    /// False when standard output could not take all of it, which is said once.
    bool text(std::string_view text);
    /// Whether standard output could not take something.
    bool has_lost_output() const { return lost_output_; }

private:
    /// To standard error, in colour where that is wanted.
    void say_painted(const std::string& text) const;

    /// What is said when there is no memory left to say it with.
    struct LastWords {
        std::string out_of_memory, files_in_place, files_from_before;
    };
    static inline LastWords last_words_;

    MessageLanguage language_;
    bool terminal_ = false, colour_ = false, quiet_ = false, lost_output_ = false;
};

}  // namespace triptych::cli
