#include "cli/paint.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/color.h>
#include <triptych/diagnostics.hpp>

namespace triptych::cli {
namespace {

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);
    return value && *value != '\0';
}

const fmt::text_style strong = fmt::emphasis::bold;
const fmt::text_style quiet = fmt::emphasis::faint;

fmt::text_style style_of(Severity severity) {
    if (severity == Severity::error) return fmt::fg(fmt::terminal_color::red) | strong;
    if (severity == Severity::warning) return fmt::fg(fmt::terminal_color::yellow) | strong;
    return fmt::fg(fmt::terminal_color::cyan) | strong;
}

std::string styled(fmt::text_style style, std::string_view text) {
    return text.empty() ? std::string() : fmt::format(style, "{}", text);
}

/// `line` with the part of it from `begin` to `end` in the style of a severity.
std::string with_severity(std::string_view line, std::size_t begin, std::size_t end,
                          Severity severity) {
    return styled(strong, line.substr(0, begin)) +
           styled(style_of(severity), line.substr(begin, end - begin)) +
           std::string(line.substr(end));
}

/// What begins lines that have a style, in the language of the messages.
class LineStyles {
public:
    explicit LineStyles(MessageLanguage language) {
        for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
            severities_.emplace_back(severity, word_for(severity, language));
        const auto before_gap = [&](const Message& message) { return message.in(language); };
        own_error_ = before_gap(say("triptych: error: {}", ""));
        quiet_ = {before_gap(say("hint: {}", "")), before_gap(say("  hint: {}", "")),
                  before_gap(say("  also at "))};
        const std::string next = before_gap(say("next: {}  ({})", "", ""));
        quiet_.push_back(next.substr(0, next.find("  (")));
    }

    bool is_quiet(std::string_view line) const {
        return std::any_of(quiet_.begin(), quiet_.end(),
                           [&](const std::string& front) { return line.starts_with(front); });
    }
    /// A line `PLACE: severity[kind]: message`, or `triptych: error: message`, which is that of the
    /// program; "" for any other.
    std::string head(std::string_view line) const {
        const std::string& error = severities_.front().second;
        if (line.starts_with(own_error_)) {
            const std::size_t word = own_error_.find(error);
            return with_severity(line, word, word + error.size(), Severity::error);
        }
        for (const auto& [severity, called] : severities_) {
            const std::string mark = called + '[';
            const std::size_t at = line.starts_with(mark) ? 0 : line.find(": " + mark);
            if (at == std::string_view::npos) continue;
            const std::size_t word = line.starts_with(mark) ? 0 : at + 2;
            const std::size_t end = line.find(": ", word);
            if (end != std::string_view::npos) return with_severity(line, word, end, severity);
        }
        return {};
    }

private:
    std::vector<std::pair<Severity, std::string>> severities_;
    std::string own_error_;
    std::vector<std::string> quiet_;
};

/// A line of an excerpt that has nothing but the mark under it.
bool is_mark(std::string_view line) {
    return line.starts_with(' ') && line.find('^') != std::string_view::npos &&
           line.find_first_not_of(" |^~") == std::string_view::npos;
}

std::string painted_line(std::string_view line, const LineStyles& styles) {
    if (is_mark(line)) return styled(fmt::fg(fmt::terminal_color::green) | strong, line);
    if (styles.is_quiet(line)) return styled(quiet, line);
    const std::string head = line.starts_with(' ') ? std::string() : styles.head(line);
    return head.empty() ? std::string(line) : head;
}

}  // namespace

bool wants_colour(ColourWish wish, bool terminal) {
    if (wish != ColourWish::automatic) return wish == ColourWish::always;
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE")) return true;
    const char* const kind = std::getenv("TERM");
    return terminal && !(kind && std::string_view(kind) == "dumb");
}

std::string painted(std::string_view text, MessageLanguage language) {
    const LineStyles styles(language);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        out += painted_line(text.substr(0, end), styles);
        if (end == std::string_view::npos) break;
        out += '\n';
        text.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace triptych::cli
