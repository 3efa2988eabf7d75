#pragma once

#include <pugixml.hpp>

#include "pptx/writer/writing.hpp"

namespace triptych::pptx {

/// What stands on a part, for one that is to be seen in a mirror.
enum class Shapes : std::uint8_t { of_slides, of_notes };

/// In a deck that reads from right to left, gives the paragraphs of a finished part their direction
/// and moves its shapes to the other side; those of a template stay where it has them.
void set_direction(pugi::xml_document& part, Shapes shapes, const Writing& writing);

/// The faces that programs are to take for East Asian and for other letters of the deck's language;
/// "" where its letters are Latin, Greek or Cyrillic.
struct ScriptFaces {
    std::string east_asian, complex;
};
ScriptFaces faces_for(std::string_view language);

/// Whether text in a language is mostly East Asian: programs also want to be told of what language
/// the Latin letters in it are.
bool is_east_asian(std::string_view language);

/// The language with a region, which office programs want before they check spelling.
std::string with_region(const std::string& language);

}  // namespace triptych::pptx
