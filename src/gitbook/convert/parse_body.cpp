#include "gitbook/convert/parse_body.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/convert/includes.hpp"
#include "gitbook/convert/meanings.hpp"
#include "gitbook/convert/scheme_pairs.hpp"

namespace triptych::gitbook {
namespace {

bool holds_only_anchors(const doc::Block& block) {
    const auto* text = std::get_if<doc::Paragraph>(&block.node);
    return text != nullptr &&
           std::all_of(text->body.begin(), text->body.end(), [](const doc::Inline& node) {
               return std::holds_alternative<doc::Anchor>(node.node);
           });
}

bool holds_only_pictures(const doc::Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const doc::Inline& node) {
        if (const auto* link = std::get_if<doc::Link>(&node.node))
            return holds_only_pictures(link->body);
        if (const auto* words = std::get_if<doc::Text>(&node.node))
            return text::trim(words->text).empty();
        return std::holds_alternative<doc::InlineImage>(node.node) ||
               std::holds_alternative<doc::Anchor>(node.node) ||
               std::holds_alternative<doc::LineBreak>(node.node);
    });
}

/// Logos and badges stand above the title of many a README.
bool may_precede_title(const doc::Block& block) {
    const auto* text = std::get_if<doc::Paragraph>(&block.node);
    return text == nullptr ? std::holds_alternative<doc::Figure>(block.node)
                           : holds_only_pictures(text->body);
}

/// Moves the anchors among `inlines` to `ids`.
doc::Inlines without_anchors(doc::Inlines inlines, std::vector<std::string>& ids) {
    doc::Inlines rest;
    for (doc::Inline& node : inlines)
        if (const auto* anchor = std::get_if<doc::Anchor>(&node.node))
            ids.push_back(anchor->id);
        else
            rest.push_back(std::move(node));
    return rest;
}

/// Takes the H1 that opens the page, with the anchors before it, out of the blocks.
void take_title(Body& body) {
    const auto first = std::find_if_not(body.blocks.begin(), body.blocks.end(), may_precede_title);
    if (first == body.blocks.end()) return;
    auto* heading = std::get_if<doc::Heading>(&first->node);
    if (heading == nullptr || heading->written_level != 1) return;
    if (!heading->id.empty()) body.title_ids.push_back(std::move(heading->id));
    body.title = without_anchors(std::move(heading->body), body.title_ids);
    body.title_span = first->span;
    auto before = body.blocks.begin();
    for (; before != first && holds_only_anchors(*before); ++before)
        without_anchors(std::move(std::get<doc::Paragraph>(before->node).body), body.title_ids);
    body.blocks.erase(first);
    body.blocks.erase(body.blocks.begin(), before);
}

}  // namespace

Body parse_body(std::string_view text, FileId file, std::uint32_t offset,
                const BodyOptions& options, Diagnostics& diagnostics) {
    Body body;
    Converter converter{options, meaning_of, body, diagnostics};
    body.blocks = blocks_of_file(converter, {text, file, offset});
    take_title(body);
    pair_schemes(body.media);
    return body;
}

}  // namespace triptych::gitbook
