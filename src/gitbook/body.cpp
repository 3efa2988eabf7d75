#include "gitbook/body.hpp"

#include "gitbook/html_reader.hpp"
#include "gitbook/reader.hpp"

namespace triptych::gitbook {
namespace {

/// Takes the H1 that opens the page, anchors before it included, out of the blocks.
void take_title(Body& body) {
    if (body.blocks.empty()) return;
    auto* heading = std::get_if<doc::Heading>(&body.blocks.front().node);
    if (heading == nullptr || heading->look != 1) return;
    if (!heading->id.empty()) body.title_ids.push_back(std::move(heading->id));
    doc::Inlines title;
    for (doc::Inline& node : heading->body)
        if (const auto* anchor = std::get_if<doc::Anchor>(&node.node))
            body.title_ids.push_back(anchor->id);
        else
            title.push_back(std::move(node));
    body.title = std::move(title);
    body.title_span = body.blocks.front().span;
    body.blocks.erase(body.blocks.begin());
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

doc::Block too_deep(Reader& reader, Span span) {
    reader.diagnostics.report(Kind::nesting_too_deep, span,
                              "Nested deeper than 100 levels; kept as plain text");
    return unsupported("nesting", std::string(reader.written(span)), span);
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
