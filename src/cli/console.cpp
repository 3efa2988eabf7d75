#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "cli/foreign_words.hpp"
#include "cli/output_files.hpp"

namespace triptych::cli {
namespace {

Message unit(Panel panel, bool on_paper, std::size_t count) {
    if (on_paper) return say_count(count, "page", "pages");
    switch (panel) {
        case Panel::booklet:
            return say_count(count, "page", "pages");
        case Panel::epub:
            return say_count(count, "document", "documents");
        case Panel::slides:
        case Panel::pptx:
        case Panel::html:
            return say_count(count, "slide", "slides");
    }
    return {};
}

}  // namespace

Console::Console(MessageLanguage language)
    : language_(language), terminal_(::isatty(STDERR_FILENO) == 1) {
    const auto hint = [&](bool in_place) {
        files_in_place = in_place;
        return say("hint: {}", state_of_files()).in(language) + '\n';
    };
    last_words_ = {say("triptych: error: {}", say("out of memory")).in(language) + '\n', hint(true),
                   hint(false)};
    behave(ColourWish::automatic, false);
}

void Console::behave(ColourWish colour, bool quiet) {
    colour_ = wants_colour(colour, terminal_);
    quiet_ = quiet;
}

void Console::say_painted(const std::string& text) const {
    write_fully(STDERR_FILENO, colour_ ? painted(text, language_) : text);
}

void Console::progress(std::string_view stage) {
    if (terminal_ && !quiet_)
        write_fully(STDERR_FILENO,
                    fmt::format("\r\x1b[Ktriptych: {} …", translated(stage, language_)));
}

void Console::end_progress() {
    if (terminal_ && !quiet_) write_fully(STDERR_FILENO, "\r\x1b[K");
}

void Console::findings(const Findings& findings, const Sources& sources, const Telling& telling) {
    end_progress();
    Findings shown = findings;
    if (quiet_ && telling.format == FindingsFormat::text)
        std::erase_if(shown.all,
                      [](const Finding& each) { return each.severity == Severity::note; });
    const std::string told = tell(shown, sources, telling);
    if (telling.format == FindingsFormat::text)
        say_painted(told);
    else
        text(told);
}

void Console::files(const Result& result, std::string_view folder) {
    struct File {
        std::string_view name;
        std::size_t bytes, pages;
        std::string unit;
    };
    std::vector<File> files;
    std::size_t longest = 0;
    for (const auto& output : result.outputs) {
        // The pictures of a folder are told with its page.
        const auto slash = output.name.find('/');
        const auto of_folder = std::string_view(output.name).substr(0, slash);
        if (slash != std::string::npos && !files.empty() && files.back().name == of_folder) {
            files.back().bytes += output.bytes.size();
            continue;
        }
        files.push_back({of_folder, output.bytes.size(), output.pages,
                         unit(output.panel, output.on_paper, output.pages).in(language_)});
        longest = std::max(longest, of_folder.size());
    }
    if (quiet_) return;
    std::string all;
    for (const auto& file : files)
        all +=
            fmt::format("{}/{:<{}}  {}  {:>4} {}\n", folder, file.name, longest,
                        say("{:>8.1f} kB", static_cast<double>(file.bytes) / 1000.0).in(language_),
                        file.pages, file.unit);
    text(all);
}

void Console::error(const Message& message, const Message& hint) {
    end_progress();
    say_painted(say("triptych: error: {}", message).in(language_) + '\n');
    if (!hint.empty()) say_painted(say("hint: {}", hint).in(language_) + '\n');
}

Message Console::state_of_files() {
    return files_in_place ? say("the new files are whole and in place")
                          : say("the files from before are as they were");
}

void Console::out_of_memory() {
    // There may have been too little to choose words of any language.
    const bool chosen = !last_words_.files_from_before.empty();
    const std::string_view known = last_words_.out_of_memory;
    write_fully(STDERR_FILENO, chosen ? known : "triptych: error: out of memory\n");
    write_fully(STDERR_FILENO,
                files_in_place ? last_words_.files_in_place : last_words_.files_from_before);
}

void Console::note(const Message& message) { print(message.in(language_) + '\n'); }

void Console::print(std::string_view text) {
    if (quiet_) return;
    end_progress();
    say_painted(std::string(text));
}

void Console::advise(const Message& command, const Message& purpose) {
    if (terminal_) note(say("next: {}  ({})", command, purpose));
}

bool Console::text(std::string_view text) {
    if (write_fully(STDOUT_FILENO, text)) return true;
    const int why = errno;
    const bool is_told = std::exchange(lost_output_, true);
    // Who closes a pipe has read enough, and needs no message.
    if (!is_told && why != EPIPE)
        error(say("can't write to standard output: {}", said_by_system(why)));
    return false;
}

}  // namespace triptych::cli
