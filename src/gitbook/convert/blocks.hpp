#pragma once

#include "gitbook/convert/flow.hpp"

/// Elements that stand apart.
namespace triptych::gitbook {

void convert_paragraph(Converter& converter, const Node& node, Flow& out);
void convert_heading(Converter& converter, const Node& node, Flow& out);
void convert_quote(Converter& converter, const Node& node, Flow& out);
void convert_rule(Converter& converter, const Node& node, Flow& out);
/// `<dt>` and a `<summary>` that stands alone: bold lines.
void convert_term(Converter& converter, const Node& node, Flow& out);
/// What a `<div>` is: a callout, a gallery, or nothing of its own.
void convert_division(Converter& converter, const Node& node, Flow& out);
/// Elements that only group others (`center`, `section`, `dd`, `li` without a list).
void convert_group(Converter& converter, const Node& node, Flow& out);
/// The same of those that mean something no output shows (`form`, `dialog` …): reported.
void convert_unshown_group(Converter& converter, const Node& node, Flow& out);
void convert_details(Converter& converter, const Node& node, Flow& out);
/// `<pre>` and listings: what is strong in it are the highlighted lines.
void convert_listing(Converter& converter, const Node& node, Flow& out);
/// A drawing written into the page.
void convert_drawing(Converter& converter, const Node& node, Flow& out);
/// What was nested too deep.
void convert_too_deep(Converter& converter, const Node& node, Flow& out);

/// Whether a listing in `language` is the source of a diagram.
bool is_diagram_language(std::string_view language);
doc::CalloutKind callout_kind(std::string_view style);

}  // namespace triptych::gitbook
