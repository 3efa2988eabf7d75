#include "pdf/structure/tag_rules.hpp"

#include <array>

namespace triptych::pdf {

namespace {

using pages::Tag;

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::math) + 1;

TagRule standing_in(Tag parent, std::vector<Tag> children = {}) {
    return {std::move(children), parent};
}

TagRule holding_text() { return {.children = {}, .holds_text = true}; }

TagRule make_rule(Tag tag) {
    switch (tag) {
        case Tag::list:
            return {{Tag::list, Tag::list_item, Tag::caption}};
        case Tag::list_item:
            return standing_in(Tag::list, {Tag::label, Tag::list_body});
        case Tag::list_body:
            return standing_in(Tag::list_item);
        case Tag::table:
            return {{Tag::table_row, Tag::caption}, {}, CaptionPlace::first_or_last};
        case Tag::table_row:
            return standing_in(Tag::table, {Tag::table_header, Tag::table_data});
        case Tag::table_header:
        case Tag::table_data:
            return standing_in(Tag::table_row);
        case Tag::toc:
            return {{Tag::toc, Tag::toc_item, Tag::caption}};
        case Tag::toc_item:
            return standing_in(Tag::toc);
        case Tag::ruby:
            return {{Tag::ruby_base, Tag::ruby_text}};
        case Tag::ruby_base:
            return {.children = {}, .parent = Tag::ruby, .holds_text = true};
        case Tag::ruby_text:
            return {.children = {}, .parent = Tag::ruby, .holds_text = true};
        case Tag::heading1:
        case Tag::heading2:
        case Tag::heading3:
        case Tag::heading4:
        case Tag::heading5:
        case Tag::heading6:
        case Tag::paragraph:
        case Tag::title:
        case Tag::emphasis:
        case Tag::strong:
        case Tag::label:
        case Tag::caption:
        case Tag::code:
        case Tag::reference:
        case Tag::link:
        case Tag::span:
            return holding_text();
        case Tag::document:
        case Tag::part:
        case Tag::section:
        case Tag::aside:
        case Tag::figure:
        case Tag::formula:
        case Tag::block_quote:
        case Tag::note:
        case Tag::division:
        case Tag::math:
            return {};
    }
    return {};
}

std::array<TagRule, tag_count> make_rules() {
    std::array<TagRule, tag_count> out;
    for (std::size_t i = 0; i < tag_count; ++i) out[i] = make_rule(static_cast<Tag>(i));
    return out;
}

}  // namespace

const TagRule& rule_of(Tag tag) {
    static const std::array<TagRule, tag_count> rules = make_rules();
    return rules[static_cast<std::size_t>(tag)];
}

}  // namespace triptych::pdf
