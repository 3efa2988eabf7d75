#pragma once

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "markup/writer.hpp"

/// Blocks that hold blocks under a label or title of their own.
namespace triptych::markup {

void append_callout(pugi::xml_node parent, const doc::Callout& callout, Writer& writer);
void append_tabs(pugi::xml_node parent, const doc::Tabs& tabs, Writer& writer);
void append_steps(pugi::xml_node parent, const doc::Steps& steps, Writer& writer);
void append_cards(pugi::xml_node parent, const doc::Cards& cards, Writer& writer);
/// Shown open: few readers know how to unfold.
void append_details(pugi::xml_node parent, const doc::Details& details, Writer& writer);
void append_columns(pugi::xml_node parent, const doc::Columns& columns, Writer& writer);
void append_updates(pugi::xml_node parent, const doc::Updates& updates, Writer& writer);
void append_link_card(pugi::xml_node parent, const doc::LinkCard& card, Writer& writer);

}  // namespace triptych::markup
