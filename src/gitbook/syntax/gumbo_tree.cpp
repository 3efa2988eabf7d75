#include "gitbook/syntax/gumbo_tree.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/syntax/html_scan.hpp"

namespace triptych::gitbook {

namespace {

void* allocate(void* memory, std::size_t size) {
    return static_cast<ParserMemory*>(memory)->allocate(size);
}
void keep(void*, void*) {}

}  // namespace

bool Element::has(std::string_view attribute) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& pair) { return pair.first == attribute; });
}

std::string_view Element::get(std::string_view attribute) const {
    for (const auto& [key, value] : attributes)
        if (key == attribute) return value;
    return {};
}

bool Element::has_class(std::string_view wanted) const {
    const auto classes = text::split(get("class"), ' ');
    return std::find(classes.begin(), classes.end(), wanted) != classes.end();
}

GumboTree::GumboTree(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = &memory_;
    options.fragment_context = GUMBO_TAG_BODY;
    options.max_errors = 0;
    output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string name_of(const GumboNode& element) {
    if (element.v.element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(element.v.element.tag);
    GumboStringPiece name = element.v.element.original_tag;
    gumbo_tag_from_original_text(&name);
    return text::lower_case({name.data, name.length});
}

Element element_of(const GumboNode& node) {
    Element element{name_of(node), {}};
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
        element.attributes.emplace_back(attribute.name, attribute.value);
    }
    return element;
}

const GumboVector& children_of(const GumboNode& element) { return element.v.element.children; }

const GumboNode& child_at(const GumboVector& children, unsigned index) {
    return *static_cast<const GumboNode*>(children.data[index]);
}

const GumboNode* first_element(const GumboNode& parent) {
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i)
        if (is_element(child_at(children, i))) return &child_at(children, i);
    return nullptr;
}

const GumboNode* child_named(const GumboNode& parent, std::string_view name) {
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i)
        if (is_element(child_at(children, i)) && name_of(child_at(children, i)) == name)
            return &child_at(children, i);
    return nullptr;
}

std::string_view text_of(const GumboNode& node) {
    const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
                      node.type == GUMBO_NODE_CDATA;
    return text ? std::string_view(node.v.text.text) : std::string_view();
}

std::string inner_text(const GumboNode& node) {
    if (!is_element(node)) return std::string(text_of(node));
    std::string text;
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) text += inner_text(child_at(children, i));
    return text;
}

std::size_t begin_of(const GumboNode& node) {
    return is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
}

std::size_t end_of(const GumboNode& node) {
    if (!is_element(node)) return node.v.text.start_pos.offset + node.v.text.original_text.length;
    const GumboElement& element = node.v.element;
    const std::size_t opening = element.start_pos.offset + element.original_tag.length;
    return std::max<std::size_t>(opening, element.end_pos.offset + element.original_end_tag.length);
}

Element parse_element(std::string_view source) {
    std::size_t at = 0;
    const auto tag = next_html_tag(source, at);
    Element element;
    if (tag) element.name = tag->name;
    if (source.find('=') == std::string_view::npos && source.find(' ') == std::string_view::npos)
        return element;
    const GumboTree tree(source);
    if (const GumboNode* node = first_element(tree.root())) return element_of(*node);
    return element;
}

}  // namespace triptych::gitbook
