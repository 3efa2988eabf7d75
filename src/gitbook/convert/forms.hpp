#pragma once

#include "gitbook/convert/converter.hpp"

/// Elements of forms, which paper can't answer: what is written in them is kept or reported.
namespace triptych::gitbook {

void convert_button(Converter& converter, const Node& node, Flow& out);
/// Fields of forms, of which what is written in them is reported.
void convert_input(Converter& converter, const Node& node, Flow& out);
/// Choices of a form. GitBook writes such without words into heads of tables.
void convert_select(Converter& converter, const Node& node, Flow& out);
/// One choice, or a group of them.
void convert_option(Converter& converter, const Node& node, Flow& out);

}  // namespace triptych::gitbook
