#include "gitbook/convert/boxes.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/text.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/conditions.hpp"

namespace triptych::gitbook {
namespace {

bool is_known_style(std::string_view style) {
    return style.empty() || style == "info" || style == "tip" || style == "working" ||
           style == "primary" || style == "default" ||
           callout_kind(style) != doc::CalloutKind::info;
}

doc::Tab read_tab(Converter& converter, const Node& tab) {
    return {inlines_of_attribute(converter, tab, "title"), blocks_of(converter, tab.children), "",
            tab.span};
}

/// A step's title is its first line: a heading, or a paragraph that is short or bold.
doc::Step read_step(Converter& converter, const Node& node) {
    doc::Step step{{}, blocks_of(converter, node.children), "", node.span};
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

doc::Update read_update(Converter& converter, const Node& node) {
    doc::Update update{
        std::string(node.get("date")), {}, blocks_of(converter, node.children), "", node.span};
    for (const std::string_view tag : text::split(node.get("tags"), ','))
        if (!text::trim(tag).empty()) update.tags.emplace_back(text::trim(tag));
    return update;
}

}  // namespace

void convert_hint(Converter& converter, const Node& hint, Flow& out) {
    const std::string style(hint.get("style"));
    if (!is_known_style(style))
        converter.diagnostics.report(
            Kind::invalid_value, hint.place_of("style"),
            say("hint style '{}' is not known; it is shown as info", style),
            say("use info, success, warning or danger"));
    doc::Blocks body = blocks_of(converter, hint.children);
    doc::Inlines title = inlines_of_attribute(converter, hint, "title");
    if (!title.empty())
        body.insert(body.begin(),
                    paragraph({{doc::Strong{std::move(title)}, hint.opening}}, hint.opening));
    out.add(doc::Callout{callout_kind(style), std::move(body)}, hint.span);
}

void convert_code_tag(Converter& converter, const Node& listing, Flow& out) {
    bool first = true;
    for (doc::Block& block : blocks_of(converter, listing.children)) {
        if (auto* diagram = std::get_if<doc::Diagram>(&block.node))
            diagram->title = without_export_escapes(listing.get("title"));
        auto* code = std::get_if<doc::CodeBlock>(&block.node);
        if (code != nullptr && std::exchange(first, false)) {
            code->title = without_export_escapes(
                listing.get(listing.name == "prompt" ? "description" : "title"));
            code->line_numbers = listing.get("lineNumbers") == "true";
        }
        out.add(std::move(block));
    }
}

void convert_math_tag(Converter& converter, const Node& formula, Flow& out) {
    const Span inside{formula.span.file, formula.opening.end, formula.span.end};
    const std::string_view written = converter.written(inside);
    const std::size_t end = written.rfind("{%");
    if (!formula.closed || end == written.npos) return convert(converter, formula.children, out);
    out.add(doc::MathBlock{std::string(text::trim(written.substr(0, end)))}, formula.span);
}

void convert_conditional(Converter& converter, const Node& conditional, Flow& out) {
    const bool all = converter.options.conditions == Conditions::show_all;
    const auto& variables = converter.options.variables;
    bool decided = false, kept = false;
    bool shown = all || holds(conditional.text, variables);
    out.end_paragraph();
    for (const Node& child : conditional.children) {
        if (child.is_tag("else") || child.is_tag("elif")) {
            decided = decided || shown;
            shown = all || (!decided && (child.name == "else" || holds(child.text, variables)));
            continue;
        }
        if (!shown) continue;
        kept = true;
        convert(converter, child, out);
    }
    out.end_paragraph();
    if (!kept && !conditional.children.empty())
        report_left_out(converter.diagnostics, conditional.text, conditional.span);
}

void convert_file_name(Converter&, const Node& name, Flow& out) {
    out.add(paragraph({{doc::Code{name.text}, name.span}}, name.span));
}

void convert_content(Converter& converter, const Node& tag, Flow& out) {
    out.end_paragraph();
    convert(converter, tag.children, out);
    out.end_paragraph();
}

void convert_tabs(Converter& converter, const Node& node, Flow& out) {
    doc::Tabs tabs;
    const std::string_view member = node.name == "code-tabs" ? "code-tabs-item" : "tab";
    for_each_member(converter, node, member, out,
                    [&](const Node& tab) { tabs.tabs.push_back(read_tab(converter, tab)); });
    if (!tabs.tabs.empty()) out.add(std::move(tabs), node.span);
}

void convert_tab(Converter& converter, const Node& tab, Flow& out) {
    out.add(doc::Tabs{{read_tab(converter, tab)}}, tab.span);
}

void convert_stepper(Converter& converter, const Node& node, Flow& out) {
    doc::Steps steps;
    for_each_member(converter, node, "step", out,
                    [&](const Node& step) { steps.steps.push_back(read_step(converter, step)); });
    if (!steps.steps.empty()) out.add(std::move(steps), node.span);
}

void convert_step(Converter& converter, const Node& step, Flow& out) {
    out.add(doc::Steps{{read_step(converter, step)}}, step.span);
}

namespace {

/// GitBook leaves out the width of a column that takes what the others leave. Where they leave too
/// little, all are as wide.
void share_the_rest(doc::Columns& columns) {
    constexpr double least = 0.05;
    double taken = 0;
    std::size_t without = 0;
    for (const doc::SideColumn& column : columns.columns) {
        taken += column.width;
        without += column.width > 0 ? 0 : 1;
    }
    if (without == 0 || taken <= 0) return;
    const double rest = (1 - taken) / static_cast<double>(without);
    for (doc::SideColumn& column : columns.columns)
        if (rest < least)
            column.width = 0;
        else if (column.width <= 0)
            column.width = rest;
}

}  // namespace

void convert_columns(Converter& converter, const Node& node, Flow& out) {
    doc::Columns columns;
    for_each_member(converter, node, "column", out, [&](const Node& column) {
        columns.columns.push_back(
            {share_of_measure(column.get("width")), blocks_of(converter, column.children)});
    });
    share_the_rest(columns);
    if (!columns.columns.empty()) out.add(std::move(columns), node.span);
}

void convert_updates(Converter& converter, const Node& node, Flow& out) {
    doc::Updates updates;
    for_each_member(converter, node, "update", out, [&](const Node& update) {
        updates.updates.push_back(read_update(converter, update));
    });
    if (!updates.updates.empty()) out.add(std::move(updates), node.span);
}

void convert_update(Converter& converter, const Node& update, Flow& out) {
    out.add(doc::Updates{{read_update(converter, update)}}, update.span);
}

}  // namespace triptych::gitbook
