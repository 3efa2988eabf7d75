#include "doc/further.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "base/words.hpp"

namespace triptych::doc {
namespace {

/// Bytes of `words` at the beginning of `text`, in whatever case; zero when they are not there.
std::size_t length_of_words(std::string_view text, std::string_view words) {
    const auto lower = [](char32_t c) { return u_tolower(static_cast<UChar32>(c)); };
    std::size_t at = 0;
    for (std::size_t of_words = 0; of_words < words.size();) {
        if (at >= text.size()) return 0;
        const char32_t c = text::next_code_point(text, at);
        if (lower(c) != lower(text::next_code_point(words, of_words))) return 0;
    }
    return at;
}

/// Bytes of a colon with the spaces around it, at the beginning of `text`; zero when there is none.
std::size_t length_of_colon(std::string_view text) {
    std::size_t at = 0;
    bool found = false;
    const auto is_colon = [](char32_t c) { return c == ':' || c == U'：'; };
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        const bool is_space = c == ' ' || c == 0xA0 || c == 0x202F;
        if (!is_space && (found || !is_colon(c))) break;
        found = found || is_colon(c);
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
            line.push_back({Text{std::string(semicolon(language))}, item.span});
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
    static const std::vector<std::string_view> languages = languages_with_words();
    for (const std::string_view language : languages) {
        const std::size_t length = length_of_words(*text, word_in(language, Word::go_further));
        if (length == 0) continue;
        auto line = line_behind(text->substr(0, length), paragraph->body);
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
