#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/address.hpp"

/// Blocks of GitBook's integrations (`@maker/block`) and of HonKit's best known plugins.
namespace triptych::gitbook {
namespace {

/// The last part of a name such as `@mermaid/diagram`, and its first.
std::string maker_of(std::string_view name) {
    name.remove_prefix(1);
    return std::string(name.substr(0, name.find('/')));
}

/// What stands between the two tags, as written; without its lines' ends.
std::string_view source_inside(const Reader& reader, const Container& container, Span span) {
    const std::string_view written = reader.written({span.file, container.opening.end, span.end});
    const std::size_t end = container.closed ? written.rfind("{%") : written.npos;
    return text::trim(written.substr(0, end));
}

}  // namespace

void append_integration(Reader& reader, const Container& block, Span span, doc::Blocks& out) {
    const std::string content = without_escapes(text::trim(attribute(block.attributes, "content")));
    const std::string maker = maker_of(block.name);
    if (!content.empty() && is_diagram_language(maker))
        return out.push_back({doc::Diagram{maker, content}, span});
    if (!content.empty()) {
        out.push_back({doc::CodeBlock{{}, {}, content, false, {}}, span});
        return append_content(reader, block, span, out);
    }
    if (!attribute(block.attributes, "url").empty()) return append_embed(reader, block, span, out);
    reader.diagnostics.report(Kind::unknown_tag, block.opening,
                              "block of the integration '" + block.name + "' is left out",
                              "put a picture or a link beside it for readers of the book");
    append_content(reader, block, span, out);
}

void append_diagram(Reader& reader, const Container& diagram, Span span, doc::Blocks& out) {
    const std::string language = diagram.name == "uml" ? "plantuml" : diagram.name;
    const std::string source(source_inside(reader, diagram, span));
    if (!diagram.closed || source.empty()) return append_content(reader, diagram, span, out);
    out.push_back({doc::Diagram{language, source}, span});
}

void append_video(Reader& reader, const Container& video, Span span, doc::Blocks& out) {
    std::string address(attribute(video.attributes, "src"));
    if (address.empty()) address = attribute(video.attributes, "");
    if (address.empty() && video.closed) address = source_inside(reader, video, span);
    if (address.empty()) return append_content(reader, video, span, out);
    const bool known_by_id = address.find_first_of("/.:") == std::string::npos;
    if (known_by_id) address.insert(0, "https://www.youtube.com/watch?v=");
    append_embedded(reader, std::move(address), {}, span, out);
}

void append_panel(Reader& reader, const Container& panel, Span span, doc::Blocks& out) {
    append_hint(reader, panel, span, out);
    doc::Inlines title = inlines_of_attribute(reader, panel, "title");
    if (title.empty()) return;
    auto& body = std::get<doc::Callout>(out.back().node).body;
    body.insert(body.begin(), paragraph({{doc::Strong{std::move(title)}, span}}, span));
}

}  // namespace triptych::gitbook
