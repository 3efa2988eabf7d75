#include "gitbook/syntax/html_nodes.hpp"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/markdown_tree.hpp"

namespace triptych::gitbook {
namespace {

// No other comments reach the parser, and it does not keep the noncharacters of other stand-ins.
constexpr std::string_view node_mark = "#";

/// Owns the tree of a fragment parsed as if in `<body>`. The text must outlive it.
class GumboTree {
public:
    explicit GumboTree(std::string_view html) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void* memory, std::size_t size) {
            return static_cast<ParserMemory*>(memory)->allocate(size);
        };
        options.deallocator = [](void*, void*) {};
        options.userdata = &memory_;
        options.fragment_context = GUMBO_TAG_BODY;
        options.max_errors = 0;
        output_ = gumbo_parse_with_options(&options, html.data(), html.size());
    }
    GumboTree(const GumboTree&) = delete;
    GumboTree& operator=(const GumboTree&) = delete;

    const GumboNode& root() const { return *output_->root; }

private:
    ParserMemory memory_;
    GumboOutput* output_;
};

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return text::lower_case({name.data, name.length});
}

std::size_t end_of(const GumboElement& element) {
    const std::size_t opening = element.start_pos.offset + element.original_tag.length;
    return std::max<std::size_t>(opening, element.end_pos.offset + element.original_end_tag.length);
}

/// GitBook exports blocks within HTML as divisions that name them, and their titles.
void name_block(Node& division) {
    const std::string_view name = division.get("data-tag");
    if (!division.is("div") ||
        !is_one_of(name, {"tabs", "tab", "stepper", "step", "columns", "column", "code"}))
        return;
    division.name = name;
    division.kind = Node::Kind::tag;
    for (TagAttribute& attribute : division.attributes)
        if (attribute.name == "data-linenumbers")
            attribute.name = "lineNumbers";
        else if (attribute.name.starts_with("data-"))
            attribute.name.erase(0, 5);
}

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

class NodeReader {
public:
    NodeReader(const MappedText& html, StandIns& stand_ins) : html_(html), stand_ins_(stand_ins) {}

    Nodes children_of(const GumboNode& parent) {
        Nodes out;
        const GumboVector& children = parent.v.element.children;
        for (unsigned i = 0; i < children.length; ++i)
            read(*static_cast<const GumboNode*>(children.data[i]), out);
        return out;
    }

private:
    void read(const GumboNode& node, Nodes& out);
    Node read_element(const GumboNode& node);
    Node* tag_of(const GumboElement& element);

    const MappedText& html_;
    StandIns& stand_ins_;
};

void NodeReader::read(const GumboNode& node, Nodes& out) {
    if (is_element(node)) return out.push_back(read_element(node));
    const std::string_view text = node.v.text.text;
    if (node.type != GUMBO_NODE_COMMENT) {
        const std::size_t begin = node.v.text.start_pos.offset;
        return out.push_back(text_node(
            std::string(text), html_.span(begin, begin + node.v.text.original_text.length)));
    }
    if (!text.starts_with(node_mark)) return;
    const auto number = number_in(text.substr(node_mark.size()));
    if (number && *number < stand_ins_.nodes.size())
        out.push_back(std::move(stand_ins_.nodes[*number]));
}

/// The tag that an element stands for, or null.
Node* NodeReader::tag_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_APPLET || element.attributes.length == 0) return nullptr;
    const auto* id = static_cast<const GumboAttribute*>(element.attributes.data[0]);
    const auto number = number_in(id->value);
    return number && *number < stand_ins_.tags.size() ? &stand_ins_.tags[*number] : nullptr;
}

Node NodeReader::read_element(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (const Node* tag = tag_of(element)) {
        Node copy = *tag;
        copy.children = children_of(node);
        if (!copy.closed && !copy.children.empty())
            copy.span.end = std::max(copy.span.end, copy.children.back().span.end);
        return copy;
    }
    const std::size_t begin = element.start_pos.offset;
    Node read = element_node(name_of(element), html_.span(begin, end_of(element)));
    if (read.name.starts_with(renamed)) read.name.erase(0, renamed.size());
    read.opening = html_.span(begin, begin + element.original_tag.length);
    read.closed = element.original_end_tag.length > 0;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        read.attributes.push_back({attribute.name, attribute.value, read.opening});
    }
    read.children = children_of(node);
    name_block(read);
    return read;
}

}  // namespace

std::string stand_in_for_node(std::size_t number) {
    return "<!--" + std::string(node_mark) + std::to_string(number) + "-->";
}

std::string stand_in_for_tag(std::size_t number) {
    return "<applet id=" + std::to_string(number) + ">";
}

Nodes read_html_nodes(const MappedText& html, StandIns stand_ins) {
    const GumboTree tree(html.text());
    return NodeReader(html, stand_ins).children_of(tree.root());
}

}  // namespace triptych::gitbook
