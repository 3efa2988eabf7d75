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

/// What writing the parts of one presentation shares. Only `package` and `diagnostics` change.
struct Writing {
    const deck::Deck& deck;
    const doc::Book& book;
    const typeset::Resources& resources;
    const Options& options;
    const Base& base;
    const SlideIndex& slide_of;
    Package& package;
    Diagnostics& diagnostics;

    /// The same for slides that are set with other resources.
    Writing with(const typeset::Resources& others) const {
        return {deck, book, others, options, base, slide_of, package, diagnostics};
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
