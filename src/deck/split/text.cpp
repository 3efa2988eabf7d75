#include "deck/split/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

bool is_drawn(const doc::Inline& node) {
    const doc::InlineFacts facts = doc::facts_of(node);
    return facts.picture != nullptr || facts.formula != nullptr;
}

/// An address to write to or a number to call is what the reader is to know, no place to read on.
bool is_contact(const doc::Target& target) {
    const auto* url = std::get_if<doc::Url>(&target);
    return url && (url->address.starts_with("mailto:") || url->address.starts_with("tel:"));
}

std::size_t count_linked_words(const doc::Inlines& inlines) {
    std::size_t words = 0;
    for (const auto& node : inlines) {
        const doc::Target* target = doc::facts_of(node).target;
        if (target && is_contact(*target)) continue;
        if (target)
            words += count_words(doc::plain_text({node}));
        else
            doc::for_each_child(
                node, [&](const doc::Inlines& inner) { words += count_linked_words(inner); });
    }
    return words;
}

bool starts_as_pointer(std::string_view text) {
    static constexpr std::array<std::string_view, 8> starts = {
        "pour aller plus loin", "voir aussi", "en savoir plus",  "pour en savoir plus",
        "learn more",           "see also",   "further reading", "to go further"};
    const std::string folded = text::lower_case(text::trim(text));
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return folded.rfind(start, 0) == 0; });
}

/// Offset behind the next end of a sentence in `text` at or after `from`, or npos. A sentence ends
/// in a stop before a space and a character that does not go on in lower case.
std::size_t sentence_end(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at + 1 < text.size(); ++at) {
        const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (!stop || text[at + 1] != ' ') continue;
        const std::size_t next = text.find_first_not_of(' ', at + 1);
        if (next != std::string_view::npos && !std::islower(static_cast<unsigned char>(text[next])))
            return at + 1;
    }
    return std::string_view::npos;
}

class SentenceCutter {
public:
    void add(const doc::Inline& node) {
        if (const auto* text = std::get_if<doc::Text>(&node.node))
            add_text(text->text, node.span);
        else
            current_.push_back(node);
    }
    std::vector<doc::Inlines> take() {
        close();
        return std::move(done_);
    }

private:
    void add_text(std::string_view text, Span span) {
        std::size_t begin = 0;
        for (std::size_t end = sentence_end(text, 0); end != std::string_view::npos;
             end = sentence_end(text, begin)) {
            push(text.substr(begin, end - begin), span);
            close();
            begin = text.find_first_not_of(' ', end);
        }
        push(text.substr(begin), span);
    }
    void push(std::string_view text, Span span) {
        if (!text.empty()) current_.push_back({doc::Text{std::string(text)}, span});
    }
    void close() {
        if (!current_.empty()) done_.push_back(std::exchange(current_, {}));
    }

    doc::Inlines current_;
    std::vector<doc::Inlines> done_;
};

void collect_anchors(const doc::Inlines& inlines, std::vector<std::string>& ids) {
    for (const auto& node : inlines) {
        if (const std::string* id = doc::facts_of(node).id) ids.push_back(*id);
        doc::for_each_child(node, [&](const doc::Inlines& inner) { collect_anchors(inner, ids); });
    }
}

void collect_anchors(const doc::Blocks& blocks, std::vector<std::string>& ids) {
    for (const auto& block : blocks) {
        doc::for_each_id(block, [&](const std::string& id) { ids.push_back(id); });
        doc::for_each_child(
            block, [&](const doc::Inlines& inner) { collect_anchors(inner, ids); },
            [&](const doc::Blocks& inner) { collect_anchors(inner, ids); });
    }
}

}  // namespace

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        if (!inside && !ascii::is_space(c)) ++words;
        inside = !ascii::is_space(c);
    }
    return words;
}

std::size_t count_words(const doc::Inlines& inlines) {
    return count_words(doc::plain_text(inlines));
}

bool is_blank(const doc::Inlines& inlines) {
    return text::trim(doc::plain_text(inlines)).empty() &&
           std::none_of(inlines.begin(), inlines.end(), is_drawn);
}

bool points_elsewhere(const doc::Inlines& inlines) {
    const std::size_t linked = count_linked_words(inlines);
    return linked > 0 &&
           (linked * 2 > count_words(inlines) || starts_as_pointer(doc::plain_text(inlines)));
}

bool leads_on(const doc::Inlines& inlines) {
    return text::trim(doc::plain_text(inlines)).ends_with(':');
}

bool asks(const doc::Inlines& inlines) {
    return text::trim(doc::plain_text(inlines)).ends_with('?');
}

std::vector<doc::Inlines> sentences(const doc::Inlines& inlines) {
    SentenceCutter cutter;
    for (const auto& node : inlines) cutter.add(node);
    return cutter.take();
}

std::vector<std::string> anchors_in(const doc::Blocks& blocks) {
    std::vector<std::string> ids;
    collect_anchors(blocks, ids);
    return ids;
}

}  // namespace triptych::deck
