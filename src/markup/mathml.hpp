#pragma once

#include <cstdint>
#include <string>

#include <pugixml.hpp>

#include <triptych/diagnostics.hpp>

#include "markup/writer.hpp"

namespace triptych::markup {

enum class MathDisplay : std::uint8_t { in_line, block };

/// A formula as presentation MathML (MathML 3 §3, as far as MathML Core goes); its source is its
/// alternative text. What can't be parsed is reported at `span` and stays as source.
void append_math(pugi::xml_node parent, const std::string& source, Span span, MathDisplay display,
                 Writer& writer);

}  // namespace triptych::markup
