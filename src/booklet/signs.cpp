#include "booklet/signs.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "doc/pictographs.hpp"
#include "doc/title_signs.hpp"
#include "doc/walk.hpp"

namespace triptych::booklet {
namespace {

constexpr char32_t tick = 0x2705, cross = 0x274C, emoji_selector = 0xFE0F;

/// The text in parts, its ticks and crosses as signs in their colours.
doc::Inlines parts_of(const doc::Text& text, Span span) {
    doc::Inlines parts;
    std::string plain;
    const auto finish = [&] {
        if (!plain.empty()) parts.push_back({doc::Text{std::exchange(plain, {})}, span});
    };
    for (std::size_t at = 0; at < text.text.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text.text, at);
        if (c != tick && c != cross) {
            plain.append(text.text, begin, at - begin);
            continue;
        }
        std::size_t behind = at;
        if (at < text.text.size() && text::next_code_point(text.text, behind) == emoji_selector)
            at = behind;
        finish();
        doc::Mark mark;
        mark.text = c == tick ? doc::MarkColour::green : doc::MarkColour::red;
        mark.body.push_back({doc::Text{c == tick ? "✔" : "✘"}, span});
        parts.push_back({std::move(mark), span});
    }
    finish();
    return parts;
}

bool has_signs(const std::string& text) {
    return text.find("✅") != std::string::npos || text.find("❌") != std::string::npos;
}

void colour_signs(doc::Inlines& body) {
    doc::Inlines result;
    result.reserve(body.size());
    for (doc::Inline& node : body) {
        const auto* text = std::get_if<doc::Text>(&node.node);
        if (text != nullptr && has_signs(text->text)) {
            for (doc::Inline& part : parts_of(*text, node.span)) result.push_back(std::move(part));
            continue;
        }
        doc::for_each_child(node, [](doc::Inlines& inner) { colour_signs(inner); });
        result.push_back(std::move(node));
    }
    body = std::move(result);
}

void colour_signs(doc::Blocks& blocks) {
    for (doc::Block& block : blocks)
        doc::for_each_child(
            block, [](doc::Inlines& body) { colour_signs(body); },
            [](doc::Blocks& inner) { colour_signs(inner); });
}

}  // namespace

void set_signs(doc::Page& page, style::Emoji emoji) {
    doc::drop_leading_signs(page);
    switch (emoji) {
        case style::Emoji::colour:
            colour_signs(page.body);
            for (doc::Note& note : page.notes) colour_signs(note.body);
            return;
        case style::Emoji::mono:
            return;
        case style::Emoji::none:
            return doc::drop_pictographs(page);
    }
}

}  // namespace triptych::booklet
