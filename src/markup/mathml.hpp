#pragma once

#include <cstdint>
#include <string>

#include <pugixml.hpp>

#include <triptych/diagnostics.hpp>

#include "doc/tex.hpp"
#include "markup/writer.hpp"

namespace triptych::markup {

/// The sign that is written for a mark over or under something: one that grows in the font that is
/// embedded.
std::string drawn_mark(const doc::tex::Accent& accent);
/// The same for an arrow with words at it.
std::string drawn_arrow(const doc::tex::Arrow& arrow);

/// A whole formula in MathML, for readers of other files than HTML; empty when it can't be read.
std::string mathml_of(std::string_view source, doc::tex::Place place, const std::string& language);

enum class MathDisplay : std::uint8_t { in_line, block };

/// A formula as presentation MathML (MathML 3 §3, as far as MathML Core goes); its source is its
/// alternative text. What can't be parsed is reported at `span` and stays as source.
void append_math(pugi::xml_node parent, const std::string& source, Span span, MathDisplay display,
                 Writer& writer);

}  // namespace triptych::markup
