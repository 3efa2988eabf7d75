#include "gitbook/convert/body.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/convert/reader.hpp"

namespace triptych::gitbook {
namespace {

bool holds_only_anchors(const doc::Block& block) {
    const auto* text = std::get_if<doc::Paragraph>(&block.node);
    return text != nullptr &&
           std::all_of(text->body.begin(), text->body.end(), [](const doc::Inline& node) {
               return std::holds_alternative<doc::Anchor>(node.node);
           });
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
    const auto first = std::find_if_not(body.blocks.begin(), body.blocks.end(), holds_only_anchors);
    if (first == body.blocks.end()) return;
    auto* heading = std::get_if<doc::Heading>(&first->node);
    if (heading == nullptr || heading->look != 1) return;
    if (!heading->id.empty()) body.title_ids.push_back(std::move(heading->id));
    body.title = without_anchors(std::move(heading->body), body.title_ids);
    body.title_span = first->span;
    for (auto before = body.blocks.begin(); before != first; ++before)
        without_anchors(std::move(std::get<doc::Paragraph>(before->node).body), body.title_ids);
    body.blocks.erase(body.blocks.begin(), first + 1);
}

}  // namespace

MediaId add_media(Reader& reader, std::string path, Span span, ImageLook look) {
    const auto id = static_cast<MediaId>(reader.body.media.size());
    reader.body.media.push_back({std::move(path), span});
    reader.looks.push_back(std::move(look));
    return id;
}

doc::Block unsupported(std::string name, std::string source, Span span) {
    return {doc::Unsupported{std::move(name), std::move(source)}, span};
}

// Without the indentation, which grows with the square of the levels.
doc::Block too_deep(Reader& reader, Span span) {
    reader.diagnostics.report(Kind::nesting_too_deep, span,
                              "nested deeper than 100 levels; kept as plain text");
    std::string lines;
    for (const std::string_view line : text::split(reader.written(span), '\n')) {
        if (!lines.empty()) lines += '\n';
        lines += text::trim(line);
    }
    return unsupported("nesting", std::move(lines), span);
}

doc::Inline text_inline(std::string text, Span span) { return {doc::Text{std::move(text)}, span}; }

doc::Block paragraph(doc::Inlines body, Span span) {
    return {doc::Paragraph{std::move(body), doc::ParagraphRole::body}, span};
}

Body parse_body(std::string_view text, FileId file, std::uint32_t offset,
                const BodyOptions& options, Diagnostics& diagnostics) {
    Body body;
    std::vector<ImageLook> looks;
    const ScannedText scanned = scan_tags(text, file, offset, options.variables, diagnostics);
    Reader reader{options, scanned, &scanned.text, text, body, looks, diagnostics, {file}};
    body.blocks = read_document(reader);
    take_title(body);
    return body;
}

}  // namespace triptych::gitbook
