#include "gitbook/convert/containers.hpp"

#include <algorithm>

#include "gitbook/convert/islands.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {

std::string shown(const Container& container) {
    switch (container.syntax) {
        case Syntax::tag:
            return "{% " + container.name + " %}";
        case Syntax::html:
            return "<" + container.name + ">";
        case Syntax::section_comment:
            return "<!--sec-->";
    }
    return container.name;
}

ContainerBuilder::ContainerBuilder(Reader& reader) : reader_(reader), stack_(1) {}

void ContainerBuilder::open(Container container, EndTag end) {
    if (end != EndTag::required) {
        if (end == EndTag::optional) stack_.back().awaiting.push_back(stack_.back().parts.size());
        const Span span = container.opening;
        add(std::move(container), span);
        return;
    }
    if (stack_.size() + reader_.depth > deepest_nesting) {
        reader_.diagnostics.report(
            Kind::nesting_too_deep, container.opening,
            "'" + shown(container) + "' is nested deeper than 100 levels and is left out");
        ignored_.push_back(container.name);
        return;
    }
    Level level;
    static_cast<Container&>(level) = std::move(container);
    stack_.push_back(std::move(level));
}

bool ContainerBuilder::is_open(Syntax syntax, std::string_view name) const {
    return std::any_of(stack_.begin() + 1, stack_.end(), [&](const Level& level) {
        return level.syntax == syntax && level.name == name;
    });
}

void ContainerBuilder::pop(Span end) {
    Container container = std::move(static_cast<Container&>(stack_.back()));
    stack_.pop_back();
    Span span = container.opening;
    if (!container.parts.empty()) span.end = container.parts.back().span.end;
    if (end.file != FileId::none) span.end = std::max(span.end, end.end);
    add(std::move(container), span);
}

void ContainerBuilder::report_unclosed(const Container& container) {
    reader_.diagnostics.report(Kind::unclosed_tag, container.opening,
                               "'" + shown(container) + "' is never closed",
                               "it ends here with what holds it; add its end");
}

// What stands between a tag whose end is optional and that end belongs to the tag; the nearest of
// its name counts, and those between stay open within it.
bool ContainerBuilder::close_optional(Syntax syntax, const std::string& name, Span span) {
    Level& level = stack_.back();
    const std::size_t looked_at = std::min<std::size_t>(level.awaiting.size(), deepest_nesting);
    for (std::size_t i = 0; i < looked_at; ++i) {
        const std::size_t at = level.awaiting[level.awaiting.size() - 1 - i];
        auto* open = std::get_if<Container>(&level.parts[at].node);
        if (open == nullptr || open->syntax != syntax || open->name != name) continue;
        const auto first = level.parts.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        Parts inside(std::make_move_iterator(first), std::make_move_iterator(level.parts.end()));
        level.parts.erase(first, level.parts.end());
        open->parts = std::move(inside);
        open->closed = true;
        level.parts.back().span.end = span.end;
        level.awaiting.resize(level.awaiting.size() - 1 - i);
        return true;
    }
    return false;
}

void ContainerBuilder::close(Syntax syntax, const std::string& name, Span span) {
    if (!ignored_.empty() && ignored_.back() == name) {
        ignored_.pop_back();
        return;
    }
    if (close_optional(syntax, name, span)) return;
    if (!is_open(syntax, name)) {
        Container stray;
        stray.syntax = syntax;
        stray.name = name;
        reader_.diagnostics.report(Kind::stray_end_tag, span,
                                   "end of '" + shown(stray) + "' without its beginning");
        return;
    }
    while (stack_.back().syntax != syntax || stack_.back().name != name) {
        report_unclosed(stack_.back());
        pop({});
    }
    stack_.back().closed = true;
    pop(span);
}

Parts ContainerBuilder::finish() {
    while (stack_.size() > 1) {
        report_unclosed(stack_.back());
        pop({});
    }
    return std::move(stack_.front().parts);
}

namespace {

void add_tag(ContainerBuilder& builder, const Tag& tag) {
    if (tag.ends) return builder.close(Syntax::tag, tag.name, tag.span);
    Container container;
    container.name = tag.name;
    container.arguments = tag.arguments;
    container.attributes = tag.attributes;
    container.opening = tag.span;
    builder.open(std::move(container), end_tag_of(tag.name));
}

}  // namespace

Parts build_parts(Reader& reader, cmark_node* first) {
    ContainerBuilder builder(reader);
    IslandJoiner joiner(reader);
    for (cmark_node* node = first; node != nullptr; node = cmark_node_next(node)) {
        const Span span = span_of(reader, node);
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) {
            builder.add(node, span);
            continue;
        }
        const auto tag = tag_placeholder(cmark_node_get_literal(node));
        if (tag && *tag < reader.source.tags.size()) {
            add_tag(builder, reader.source.tags[*tag]);
            continue;
        }
        add_island(builder, joiner.join(node));
    }
    return builder.finish();
}

}  // namespace triptych::gitbook
