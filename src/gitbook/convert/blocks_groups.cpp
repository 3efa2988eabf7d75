#include <charconv>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/convert/inline_fixups.hpp"

namespace triptych::gitbook {
namespace {

const Container* tag_named(const Part& part, std::string_view name) {
    const auto* container = std::get_if<Container>(&part.node);
    const bool matches =
        container != nullptr && container->syntax == Syntax::tag && container->name == name;
    return matches ? container : nullptr;
}

/// Calls `member` for each child called `name`; all other content goes to `out`, before the group.
template <typename Member>
void for_each_member(Reader& reader, const Container& group, std::string_view name,
                     doc::Blocks& out, Member member) {
    Parts others;
    for (const Part& part : group.parts)
        if (const Container* found = tag_named(part, name))
            member(*found, part.span);
        else
            others.push_back(part);
    for (doc::Block& block : read_parts(reader, others)) out.push_back(std::move(block));
}

doc::Tab read_tab(Reader& reader, const Container& tab, Span span) {
    return {inlines_of_attribute(reader, tab, "title"), read_parts(reader, tab.parts), "", span};
}

/// A step's title is its first line: a heading, or a paragraph that is short or bold.
doc::Step read_step(Reader& reader, const Container& container, Span span) {
    doc::Step step{{}, read_parts(reader, container.parts), "", span};
    if (step.body.empty()) return step;
    if (auto* heading = std::get_if<doc::Heading>(&step.body.front().node)) {
        step.title = std::move(heading->body);
        step.id = std::move(heading->id);
    } else if (auto* text = std::get_if<doc::Paragraph>(&step.body.front().node)) {
        auto* strong =
            text->body.size() == 1 ? std::get_if<doc::Strong>(&text->body.front().node) : nullptr;
        doc::Inlines title = strong == nullptr ? std::move(text->body) : std::move(strong->body);
        step.title = std::move(title);
    } else {
        return step;
    }
    step.body.erase(step.body.begin());
    return step;
}

doc::Update read_update(Reader& reader, const Container& container, Span span) {
    doc::Update update{std::string(attribute(container.attributes, "date")),
                       {},
                       read_parts(reader, container.parts),
                       "",
                       span};
    for (const std::string_view tag : text::split(attribute(container.attributes, "tags"), ','))
        if (!text::trim(tag).empty()) update.tags.emplace_back(text::trim(tag));
    return update;
}

}  // namespace

void append_tabs(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    doc::Tabs tabs;
    const std::string_view member = container.name == "code-tabs" ? "code-tabs-item" : "tab";
    for_each_member(reader, container, member, out, [&](const Container& tab, Span place) {
        tabs.tabs.push_back(read_tab(reader, tab, place));
    });
    if (!tabs.tabs.empty()) out.push_back({std::move(tabs), span});
}

void append_tab(Reader& reader, const Container& tab, Span span, doc::Blocks& out) {
    out.push_back({doc::Tabs{{read_tab(reader, tab, span)}}, span});
}

void append_stepper(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    doc::Steps steps;
    for_each_member(reader, container, "step", out, [&](const Container& step, Span place) {
        steps.steps.push_back(read_step(reader, step, place));
    });
    if (!steps.steps.empty()) out.push_back({std::move(steps), span});
}

void append_step(Reader& reader, const Container& step, Span span, doc::Blocks& out) {
    out.push_back({doc::Steps{{read_step(reader, step, span)}}, span});
}

void append_columns(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    doc::Columns columns;
    for_each_member(reader, container, "column", out, [&](const Container& column, Span) {
        const double width = share_of_measure(attribute(column.attributes, "width"));
        columns.columns.push_back({width, read_parts(reader, column.parts)});
    });
    if (!columns.columns.empty()) out.push_back({std::move(columns), span});
}

void append_updates(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    doc::Updates updates;
    for_each_member(reader, container, "update", out, [&](const Container& update, Span place) {
        updates.updates.push_back(read_update(reader, update, place));
    });
    if (!updates.updates.empty()) out.push_back({std::move(updates), span});
}

void append_update(Reader& reader, const Container& update, Span span, doc::Blocks& out) {
    out.push_back({doc::Updates{{read_update(reader, update, span)}}, span});
}

}  // namespace triptych::gitbook
