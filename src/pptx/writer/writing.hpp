#pragma once

#include <map>
#include <string>

#include "doc/model.hpp"
#include "pptx/opc/package.hpp"
#include "pptx/write.hpp"
#include "pptx/writer/base.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::pptx {

/// Number, from 0, of the slide that shows an element of the book.
using SlideIndex = std::map<std::string, std::size_t, std::less<>>;

struct LineRooms;  // pptx/writer/line_pictures.hpp

/// What writing the parts of one presentation shares. Only `package`, `diagnostics` and
/// `rooms` change.
struct Writing {
    const deck::Deck& deck;
    const doc::Book& book;
    const typeset::Resources& resources;
    const Options& options;
    const Base& base;
    const SlideIndex& slide_of;
    Package& package;
    Diagnostics& diagnostics;
    LineRooms* rooms = nullptr;  ///< of the slide being written; null: lines show no pictures

    /// The same for slides that are set with other resources.
    Writing with(const typeset::Resources& others) const {
        return {deck, book, others, options, base, slide_of, package, diagnostics, rooms};
    }
    /// The same for text whose lines may have pictures.
    Writing with(LineRooms& others) const {
        return {deck, book, resources, options, base, slide_of, package, diagnostics, &others};
    }
    const style::Slides& look() const { return resources.sheet.slides; }
    const style::TextStyle& text(style::Role role) const { return look().medium[role].text; }
    const std::string& family(style::FamilyRole role) const {
        return resources.sheet.fonts.families[static_cast<std::size_t>(role)].name;
    }
};

std::string slide_part(std::size_t slide);
inline constexpr const char* master_part = "ppt/slideMasters/slideMaster1.xml";
inline constexpr const char* notes_master_part = "ppt/notesMasters/notesMaster1.xml";

}  // namespace triptych::pptx
