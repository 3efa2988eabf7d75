#pragma once

#include <string>

#include "gitbook/convert/flow.hpp"

/// Tags that stand for a link of their own.
namespace triptych::gitbook {

void convert_embed(Converter& converter, const Node& embed, Flow& out);
void convert_file(Converter& converter, const Node& file, Flow& out);
void convert_page_link(Converter& converter, const Node& link, Flow& out);
void convert_api(Converter& converter, const Node& api, Flow& out);

/// A card for embedded media at `address`.
doc::Block embedded(std::string address, doc::Blocks caption, Span span);

}  // namespace triptych::gitbook
