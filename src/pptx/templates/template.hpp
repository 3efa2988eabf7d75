#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/length.hpp"
#include "pptx/drawing/palette.hpp"
#include "pptx/opc/package.hpp"
#include "pptx/templates/choose.hpp"
#include "pptx/templates/layouts.hpp"
#include "pptx/write.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::pptx {

/// A presentation whose masters, layouts and theme slides are made on. Its own slides, notes,
/// comments, macros, embedded fonts and data of other programs are not part of it.
struct Template {
    struct Master {
        std::string part;
        std::uint32_t id = 0;
    };
    pptx::Package package;        ///< the parts taken over, closed
    std::vector<Master> masters;  ///< in order
    std::string notes_master;     ///< its part; empty when the template has none that can be used
    std::vector<std::string> notes_placeholders;               ///< types of those on it
    Size size, notes_size;                                     ///< of slides and of notes pages
    std::string size_type;                                     ///< `ST_SlideSizeType`, or empty
    std::shared_ptr<const pugi::xml_document> default_text{};  ///< of text boxes; or null
    std::vector<templates::Layout> layouts;                    ///< of the master that is used
    templates::Choice choice;                                  ///< which of `layouts` for what
    /// Zones, sizes and colours of slides made on it, by what stands on them.
    deck::TemplateSheets sheets;
    pptx::Palette palette;
};

}  // namespace triptych::pptx
