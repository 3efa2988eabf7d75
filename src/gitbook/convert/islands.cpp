#include "gitbook/convert/islands.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "gitbook/convert/html.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/gumbo_tree.hpp"
#include "gitbook/syntax/html_scan.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t deepest_search = 64;

bool holds_markdown(std::string_view name) {
    return name == "details" || name == "summary" || name == "div";
}
bool must_be_whole(std::string_view name) {
    return name == "table" || name == "figure" || name == "ul" || name == "ol" || name == "dl" ||
           name == "blockquote" || name == "picture" || name == "svg";
}

/// The tags of `html` that have no partner and stand in no element that has one; of `summary`, both
/// tags.
std::vector<HtmlTagPlace> loose_tags(std::string_view html) {
    std::vector<HtmlTagPlace> tags;
    std::vector<std::size_t> open;
    std::size_t at = 0;
    while (auto tag = next_html_tag(html, at)) {
        if (tag->mark == HtmlMark::closing && tag->name != "summary") {
            std::size_t depth = open.size();
            const std::size_t floor =
                open.size() > deepest_search ? open.size() - deepest_search : 0;
            while (depth > floor && tags[open[depth - 1]].name != tag->name) --depth;
            if (depth > floor) {
                tags.resize(open[depth - 1]);
                open.resize(depth - 1);
                continue;
            }
        }
        const bool opens = tag->mark == HtmlMark::opening && !is_void_element(tag->name);
        if (opens && tag->name != "summary") open.push_back(tags.size());
        tags.push_back(std::move(*tag));
    }
    return tags;
}

bool is_section_comment(std::string_view comment) {
    return comment.starts_with("<!--sec ") || comment.starts_with("<!--sec\n") ||
           comment.starts_with("<!-- sec ");
}
bool is_section_end(std::string_view comment) {
    return comment.starts_with("<!--endsec") || comment.starts_with("<!-- endsec");
}

/// The lines of a block, without what stands left of its first column in lists and quotes.
MappedText block_lines(const Reader& reader, cmark_node* first, cmark_node* last) {
    const MappedText& source = reader.source.text;
    MappedText html(source.file());
    const auto indent = static_cast<std::size_t>(cmark_node_get_start_column(first) - 1);
    const auto begin = static_cast<std::size_t>(cmark_node_get_start_line(first));
    const std::size_t end = last_line_of(last);
    for (std::size_t line = begin; line <= end; ++line) {
        const std::string_view text = source.line(line);
        std::size_t skip = line == begin ? indent : 0;
        while (skip < std::min(indent, text.size()) &&
               (text[skip] == ' ' || text[skip] == '>' || text[skip] == '\t'))
            ++skip;
        const std::size_t front = source.line_begin(line);
        html.append(source, front + skip, front + text.size() + 1);
    }
    return html;
}

Container html_container(const MappedText& html, const HtmlTagPlace& tag) {
    Container container;
    container.syntax = tag.mark == HtmlMark::comment ? Syntax::section_comment : Syntax::html;
    container.name = tag.mark == HtmlMark::comment ? "sec" : tag.name;
    container.opening = html.span(tag.begin, tag.end);
    const std::string_view source = html.text().substr(tag.begin, tag.end - tag.begin);
    if (tag.mark == HtmlMark::comment) {
        const std::size_t front = source.find("sec") + 3;
        container.attributes =
            parse_attributes(source.substr(front, source.size() - front - 3), html.file(),
                             container.opening.begin + static_cast<std::uint32_t>(front));
    } else {
        for (auto& [name, value] : parse_element(source).attributes)
            container.attributes.push_back({name, value, container.opening});
    }
    return container;
}

void add_html(ContainerBuilder& builder, const MappedText& html, std::size_t begin,
              std::size_t end) {
    if (text::trim(html.text().substr(begin, end - begin)).empty()) return;
    MappedText piece(html.file());
    piece.append(html, begin, end);
    builder.add(HtmlIsland{std::move(piece)}, html.span(begin, end));
}

}  // namespace

cmark_node* IslandJoiner::last_sibling(cmark_node* node, const std::string& name) {
    if (std::find(without_end_.begin(), without_end_.end(), name) != without_end_.end())
        return nullptr;
    const std::string end = "</" + name;
    for (node = cmark_node_next(node); node != nullptr; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
            std::strstr(cmark_node_get_literal(node), end.c_str()) != nullptr)
            return node;
    without_end_.push_back(name);
    return nullptr;
}

MappedText IslandJoiner::join(cmark_node*& node) {
    MappedText html = block_lines(reader_, node, node);
    for (const HtmlTagPlace& tag : loose_tags(html.text())) {
        if (tag.mark != HtmlMark::opening || !must_be_whole(tag.name)) continue;
        cmark_node* last = last_sibling(node, tag.name);
        if (last == nullptr) continue;
        html = block_lines(reader_, node, last);
        node = last;
        break;
    }
    return html;
}

void add_island(ContainerBuilder& builder, MappedText html) {
    std::size_t done = 0;
    for (const HtmlTagPlace& tag : loose_tags(html.text())) {
        const std::string_view source = html.text().substr(tag.begin, tag.end - tag.begin);
        const bool comment = tag.mark == HtmlMark::comment;
        const bool opens = comment ? is_section_comment(source)
                                   : tag.mark == HtmlMark::opening && holds_markdown(tag.name);
        const bool closes = comment ? is_section_end(source)
                                    : tag.mark == HtmlMark::closing && holds_markdown(tag.name);
        if (!opens && !closes) continue;
        add_html(builder, html, done, tag.begin);
        done = tag.end;
        if (opens)
            builder.open(html_container(html, tag), EndTag::required);
        else
            builder.close(comment ? Syntax::section_comment : Syntax::html,
                          comment ? "sec" : tag.name, html.span(tag.begin, tag.end));
    }
    add_html(builder, html, done, html.text().size());
}

}  // namespace triptych::gitbook
