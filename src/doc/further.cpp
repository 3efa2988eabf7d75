#include "doc/further.hpp"

#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/words.hpp"

namespace triptych::doc {
namespace {

bool begins_with_words(std::string_view text, std::string_view words) {
    return text.size() >= words.size() &&
           text::lower_case(text.substr(0, words.size())) == text::lower_case(words);
}

/// Bytes of a colon with the spaces around it, at the beginning of `text`; zero when there is none.
std::size_t length_of_colon(std::string_view text) {
    std::size_t at = 0;
    bool found = false;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        const bool is_space = c == ' ' || c == 0xA0 || c == 0x202F;
        if (!is_space && (found || c != ':')) break;
        found = found || c == ':';
        at = next;
    }
    return found ? at : 0;
}

}  // namespace

std::optional<FurtherLine> further_line(const Callout& callout) {
    if (callout.body.size() != 1) return std::nullopt;
    const auto* paragraph = std::get_if<Paragraph>(&callout.body.front().node);
    if (paragraph == nullptr || paragraph->body.empty()) return std::nullopt;
    const auto* first = std::get_if<Text>(&paragraph->body.front().node);
    if (first == nullptr) return std::nullopt;
    for (const char* language : {"fr", "en"}) {
        const std::string_view words = word_in(language, Word::go_further);
        if (!begins_with_words(first->text, words)) continue;
        const std::string_view behind = std::string_view(first->text).substr(words.size());
        const std::size_t colon = length_of_colon(behind);
        if (colon == 0) continue;
        FurtherLine line{first->text.substr(0, words.size()), std::string(behind.substr(0, colon)),
                         paragraph->body};
        std::get<Text>(line.rest.front().node).text = behind.substr(colon);
        if (behind.size() == colon) line.rest.erase(line.rest.begin());
        if (line.rest.empty()) return std::nullopt;
        return line;
    }
    return std::nullopt;
}

}  // namespace triptych::doc
