#pragma once

#include "gitbook/convert/flow.hpp"

/// Elements in the line.
namespace triptych::gitbook {

void convert_strong(Converter& converter, const Node& node, Flow& out);
void convert_emphasis(Converter& converter, const Node& node, Flow& out);
void convert_icon_or_emphasis(Converter& converter, const Node& node, Flow& out);
void convert_strikethrough(Converter& converter, const Node& node, Flow& out);
void convert_superscript(Converter& converter, const Node& node, Flow& out);
void convert_subscript(Converter& converter, const Node& node, Flow& out);
void convert_mark(Converter& converter, const Node& node, Flow& out);
void convert_font(Converter& converter, const Node& node, Flow& out);
void convert_quotation(Converter& converter, const Node& node, Flow& out);
void convert_reading(Converter& converter, const Node& node, Flow& out);
void convert_code(Converter& converter, const Node& node, Flow& out);
void convert_key(Converter& converter, const Node& node, Flow& out);
void convert_link(Converter& converter, const Node& node, Flow& out);
/// A place in a picture that leads elsewhere.
void convert_area(Converter& converter, const Node& node, Flow& out);
void convert_line_break(Converter& converter, const Node& node, Flow& out);
void convert_image(Converter& converter, const Node& node, Flow& out);
void convert_picture(Converter& converter, const Node& node, Flow& out);
void convert_formula(Converter& converter, const Node& node, Flow& out);
/// MathML, of which the words stay.
void convert_formula_markup(Converter& converter, const Node& node, Flow& out);
void convert_note(Converter& converter, const Node& node, Flow& out);
/// Elements without a look of their own: their content.
void convert_span(Converter& converter, const Node& node, Flow& out);
/// Elements that are never shown.
void convert_nothing(Converter& converter, const Node& node, Flow& out);
/// Programs and sheets of styles, which are reported.
void convert_program(Converter& converter, const Node& node, Flow& out);

/// Adds the content of `node`, in the language that it names.
void add_content(Converter& converter, const Node& node, Flow& out);
/// Adds the place that links may point to, if the element has an id.
void add_anchor(const Node& node, Flow& out);
/// What `node` holds, the place that links may lead to by its name at the front.
doc::Blocks anchored_blocks_of(Converter& converter, const Node& node);
/// The picture of an `<img>`, registered, as a paragraph holds it.
doc::InlineImage image_of(Converter& converter, const Node& img);
/// A length in CSS pixels (`269.77`, `12px`) as a share of GitBook's column of 735 px, at most 1; a
/// percentage as it is; 0 when it is neither.
double share_of_measure(std::string_view width);

}  // namespace triptych::gitbook
