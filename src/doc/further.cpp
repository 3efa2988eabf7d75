#include "doc/further.hpp"

#include <string>
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

/// The text that a line begins with, plain or in bold; null when there is none.
const std::string* first_text(const Inlines& body) {
    if (body.empty()) return nullptr;
    if (const auto* text = std::get_if<Text>(&body.front().node)) return &text->text;
    const auto* strong = std::get_if<Strong>(&body.front().node);
    if (strong == nullptr || strong->body.size() != 1) return nullptr;
    const auto* text = std::get_if<Text>(&strong->body.front().node);
    return text == nullptr ? nullptr : &text->text;
}

/// Takes a colon with its spaces off the text that `body` begins with.
std::string take_colon(Inlines& body) {
    auto* text = body.empty() ? nullptr : std::get_if<Text>(&body.front().node);
    if (text == nullptr) return {};
    std::string colon = text->text.substr(0, length_of_colon(text->text));
    text->text.erase(0, colon.size());
    if (text->text.empty()) body.erase(body.begin());
    return colon;
}

/// `body` without the words it begins with, which are `lead`.
std::optional<FurtherLine> line_behind(const std::string& lead, const Inlines& body) {
    FurtherLine line{lead, {}, body};
    const std::string behind = first_text(body)->substr(lead.size());
    const bool is_bold = !std::holds_alternative<Text>(body.front().node);
    if (is_bold && !behind.empty() && length_of_colon(behind) != behind.size()) return std::nullopt;
    line.rest.erase(line.rest.begin());
    if (!behind.empty()) line.rest.insert(line.rest.begin(), {Text{behind}, body.front().span});
    line.colon = take_colon(line.rest);
    if (line.colon.empty()) return std::nullopt;
    // Whatever the author has put behind the bold colon.
    if (line.colon.back() == ':') line.colon += ' ';
    return line;
}

/// More links are a list.
constexpr std::size_t most_items = 4;

/// Adds the items of `list` to `line`, parted by semicolons, if they are lines without end marks.
bool add_items(const List& list, std::string_view language, Inlines& line) {
    if (list.ordered || list.items.empty() || list.items.size() > most_items) return false;
    for (const ListItem& item : list.items) {
        if (item.body.size() != 1 || item.task != TaskState::none) return false;
        const auto* paragraph = std::get_if<Paragraph>(&item.body.front().node);
        if (paragraph == nullptr) return false;
        if (&item != &list.items.front())
            line.push_back({Text{language == "fr" ? "\u202F; " : "; "}, item.span});
        line.insert(line.end(), paragraph->body.begin(), paragraph->body.end());
    }
    return true;
}

}  // namespace

std::optional<FurtherLine> further_line(const Callout& callout) {
    if (callout.body.empty() || callout.body.size() > 2) return std::nullopt;
    const auto* paragraph = std::get_if<Paragraph>(&callout.body.front().node);
    const std::string* text = paragraph == nullptr ? nullptr : first_text(paragraph->body);
    if (text == nullptr) return std::nullopt;
    for (const char* language : {"fr", "en"}) {
        const std::string_view words = word_in(language, Word::go_further);
        if (!begins_with_words(*text, words)) continue;
        auto line = line_behind(text->substr(0, words.size()), paragraph->body);
        if (!line) continue;
        if (callout.body.size() == 2) {
            const auto* list = std::get_if<List>(&callout.body.back().node);
            if (list == nullptr || !line->rest.empty() || !add_items(*list, language, line->rest))
                return std::nullopt;
        }
        if (line->rest.empty()) return std::nullopt;
        return line;
    }
    return std::nullopt;
}

}  // namespace triptych::doc
