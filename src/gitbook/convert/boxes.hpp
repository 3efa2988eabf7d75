#pragma once

#include "gitbook/convert/flow.hpp"

/// GitBook's tags around content.
namespace triptych::gitbook {

void convert_hint(Converter& converter, const Node& hint, Flow& out);
/// `code` and `prompt`: what their tag says is set on the listing inside.
void convert_code_tag(Converter& converter, const Node& listing, Flow& out);
void convert_conditional(Converter& converter, const Node& conditional, Flow& out);
/// A formula between `math` tags.
void convert_math_tag(Converter& converter, const Node& formula, Flow& out);
/// HonKit's `filename`, where no listing follows it.
void convert_file_name(Converter& converter, const Node& name, Flow& out);
/// Tags that are nothing but their content.
void convert_content(Converter& converter, const Node& tag, Flow& out);

void convert_tabs(Converter& converter, const Node& tabs, Flow& out);
void convert_tab(Converter& converter, const Node& tab, Flow& out);
void convert_stepper(Converter& converter, const Node& stepper, Flow& out);
void convert_step(Converter& converter, const Node& step, Flow& out);
void convert_columns(Converter& converter, const Node& columns, Flow& out);
void convert_updates(Converter& converter, const Node& updates, Flow& out);
void convert_update(Converter& converter, const Node& update, Flow& out);

}  // namespace triptych::gitbook
