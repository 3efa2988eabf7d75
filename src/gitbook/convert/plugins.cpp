#include "gitbook/convert/plugins.hpp"

#include <string>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/link_cards.hpp"
#include "gitbook/syntax/address.hpp"

namespace triptych::gitbook {
namespace {

/// The last part of a name such as `@mermaid/diagram`, and its first.
std::string maker_of(std::string_view name) {
    name.remove_prefix(1);
    return std::string(name.substr(0, name.find('/')));
}

/// What stands between the two tags, as written; without its lines' ends.
std::string_view source_inside(const Converter& converter, const Node& tag) {
    const std::string_view written =
        converter.written({tag.span.file, tag.opening.end, tag.span.end});
    const std::size_t end = tag.closed ? written.rfind("{%") : written.npos;
    return text::trim(written.substr(0, end));
}

}  // namespace

void convert_integration(Converter& converter, const Node& block, Flow& out) {
    const std::string content = without_escapes(text::trim(block.get("content")));
    const std::string maker = maker_of(block.name);
    if (!content.empty() && is_diagram_language(maker))
        return out.add(doc::Diagram{maker, content}, block.span);
    if (!content.empty()) {
        out.add(doc::CodeBlock{{}, {}, content, false, {}}, block.span);
        return convert(converter, block.children, out);
    }
    if (block.has("url")) return convert_embed(converter, block, out);
    converter.diagnostics.report(Kind::unknown_tag, block.opening,
                                 say("block of the integration '{}' is left out", block.name),
                                 say("put a picture or a link beside it for readers of the book"));
    convert(converter, block.children, out);
}

void convert_diagram(Converter& converter, const Node& diagram, Flow& out) {
    const std::string language = diagram.name == "uml" ? "plantuml" : diagram.name;
    const std::string source(source_inside(converter, diagram));
    if (!diagram.closed || source.empty()) return convert(converter, diagram.children, out);
    out.add(doc::Diagram{language, source}, diagram.span);
}

void convert_video(Converter& converter, const Node& video, Flow& out) {
    std::string address(video.get("src"));
    if (address.empty()) address = video.get("");
    if (address.empty() && video.closed) address = source_inside(converter, video);
    if (address.empty()) return convert(converter, video.children, out);
    const bool known_by_id = address.find_first_of("/.:") == std::string::npos;
    if (known_by_id) address.insert(0, "https://www.youtube.com/watch?v=");
    out.add(embedded(std::move(address), {}, video.span));
}

}  // namespace triptych::gitbook
