#include "cli/paint.hpp"

#include <cstdlib>

#include <fmt/color.h>

namespace triptych::cli {
namespace {

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);
    return value && *value != '\0';
}

const fmt::text_style strong = fmt::emphasis::bold;
const fmt::text_style quiet = fmt::emphasis::faint;

fmt::text_style style_of(std::string_view severity) {
    if (severity == "error") return fmt::fg(fmt::terminal_color::red) | strong;
    if (severity == "warning") return fmt::fg(fmt::terminal_color::yellow) | strong;
    return fmt::fg(fmt::terminal_color::cyan) | strong;
}

std::string styled(fmt::text_style style, std::string_view text) {
    return text.empty() ? std::string() : fmt::format(style, "{}", text);
}

/// A line `PLACE: severity[kind]: message`, or `triptych: error: message`, which is that of the
/// program; "" for any other.
std::string painted_head(std::string_view line) {
    for (const std::string_view severity : {"error", "warning", "note"}) {
        for (const std::string_view after : {"[", ": "}) {
            const std::string mark = std::string(severity) + std::string(after);
            const std::size_t at = line.starts_with(mark) ? 0 : line.find(": " + mark);
            if (at == std::string_view::npos || (after == ": " && !line.starts_with("triptych: ")))
                continue;
            const std::size_t word = at == 0 && line.starts_with(mark) ? 0 : at + 2;
            const std::size_t end = line.find(": ", word);
            if (end == std::string_view::npos) continue;
            return styled(strong, line.substr(0, word)) +
                   styled(style_of(severity), line.substr(word, end - word)) +
                   std::string(line.substr(end));
        }
    }
    return {};
}

/// A line of an excerpt that has nothing but the mark under it.
bool is_mark(std::string_view line) {
    return line.find('^') != std::string_view::npos &&
           line.find_first_not_of(" |^~") == std::string_view::npos;
}

std::string painted_line(std::string_view line) {
    if (line.starts_with(' ')) {
        const std::size_t word = line.find_first_not_of(' ');
        if (is_mark(line)) return styled(fmt::fg(fmt::terminal_color::green) | strong, line);
        if (line.substr(word).starts_with("hint: ") || line.substr(word).starts_with("also at "))
            return styled(quiet, line);
        return std::string(line);
    }
    if (line.starts_with("hint: ") || line.starts_with("next: ")) return styled(quiet, line);
    const std::string head = painted_head(line);
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

std::string painted(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        out += painted_line(text.substr(0, end));
        if (end == std::string_view::npos) break;
        out += '\n';
        text.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace triptych::cli
