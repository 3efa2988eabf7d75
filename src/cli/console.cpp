#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "cli/output_files.hpp"

namespace triptych::cli {
namespace {

std::string unit(Panel panel, bool on_paper, std::size_t count) {
    const std::string plural = count == 1 ? "" : "s";
    if (on_paper) return "page" + plural;
    switch (panel) {
        case Panel::booklet:
            return "page" + plural;
        case Panel::epub:
            return "document" + plural;
        case Panel::slides:
        case Panel::pptx:
        case Panel::html:
            return "slide" + plural;
    }
    return {};
}

}  // namespace

Console::Console() : terminal_(::isatty(STDERR_FILENO) == 1) {
    behave(ColourWish::automatic, false);
}

void Console::behave(ColourWish colour, bool quiet) {
    colour_ = wants_colour(colour, terminal_);
    quiet_ = quiet;
}

void Console::say(const std::string& text) const {
    write_fully(STDERR_FILENO, colour_ ? painted(text) : text);
}

void Console::progress(std::string_view stage) {
    if (terminal_ && !quiet_)
        write_fully(STDERR_FILENO, fmt::format("\r\x1b[Ktriptych: {} …", stage));
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
        say(told);
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
                         unit(output.panel, output.on_paper, output.pages)});
        longest = std::max(longest, of_folder.size());
    }
    if (quiet_) return;
    std::string all;
    for (const auto& file : files)
        all += fmt::format("{}/{:<{}}  {:>8.1f} kB  {:>4} {}\n", folder, file.name, longest,
                           static_cast<double>(file.bytes) / 1000.0, file.pages, file.unit);
    text(all);
}

void Console::error(std::string_view message, std::string_view hint) {
    end_progress();
    say(fmt::format("triptych: error: {}\n", message));
    if (!hint.empty()) say(fmt::format("hint: {}\n", hint));
}

const char* Console::state_of_files() {
    return files_in_place ? "the new files are whole and in place"
                          : "the files from before are as they were";
}

void Console::out_of_memory() {
    write_fully(STDERR_FILENO, "triptych: error: out of memory\nhint: ");
    write_fully(STDERR_FILENO, state_of_files());
    write_fully(STDERR_FILENO, "\n");
}

void Console::note(std::string_view text) {
    if (quiet_) return;
    end_progress();
    say(std::string(text));
}

void Console::advise(std::string_view command, std::string_view purpose) {
    if (terminal_) note(fmt::format("next: {}  ({})\n", command, purpose));
}

bool Console::text(std::string_view text) { return write_fully(STDOUT_FILENO, text); }

}  // namespace triptych::cli
