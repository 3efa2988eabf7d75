#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "deck/deck.hpp"
#include "deck/setting/scale.hpp"
#include "deck/setting/zones.hpp"
#include "typeset/context.hpp"
#include "typeset/galley.hpp"

/// Setting the text of slides: the same calls measure in `fit` and draw in `compose`, so that what
/// was measured is what is drawn.
namespace triptych::deck {

class WiderSetting;

/// What setting a slide needs and never changes.
struct Setting {
    const doc::Book& book;
    const typeset::Resources& resources;
    const std::string& language;
    const WiderSetting* wider = nullptr;  ///< in which everything must fit, too; or null

    const style::Slides& look() const { return resources.sheet.slides; }
    const style::Medium& medium() const { return look().medium; }
    const style::TextStyle& text(style::Role role) const { return medium()[role].text; }
    typeset::Context context(const style::Medium& with, typeset::Structure& structure,
                             Diagnostics& diagnostics) const;
};

/// The settings of a deck: one for all slides, or, on a template, one for each kind of them.
class Settings {
public:
    /// `base` may be null; all of them must outlive this.
    Settings(const doc::Book& book, const typeset::Resources& resources,
             const std::string& language, const TemplateSheets* base);
    const Setting& of(SlideKind kind) const;
    /// On a template: of the layout that the slide wishes for, if that is there.
    const Setting& of(const Slide& slide) const;

private:
    std::vector<typeset::Resources> resources_;  ///< by kind where there is a template
    std::vector<Setting> settings_;
    std::map<std::string, std::size_t, std::less<>> named_;  ///< behind those of kinds
};

/// The look of blocks on pages of notes.
style::Medium medium_of_notes(const style::Slides& look);
/// The look of text beside cells.
style::Medium medium_of_asides(const style::Slides& look);

/// Sets one shape of the slide's body under `parent`; a figure is made to fit into `room`.
typeset::Galley set_shape(const Slide& slide, const Shape& shape, Length room,
                          pages::ElementId parent, typeset::Structure& structure,
                          Diagnostics& diagnostics, const Setting& setting);
/// Height that `set_shape` gives it.
Length shape_height(const Slide& slide, const Shape& shape, Length room, const Setting& setting);
/// Width that a shape of figures takes in `room` with its caption; the measure, where that is
/// longer than a line, and for several pictures.
Length figure_width(const Slide& slide, const Shape& shape, Length room, const Setting& setting);

/// One cell of a slide.
struct CellSetting {
    const Slide& slide;
    const Cells& cells;
    std::size_t number = 0;
    Length measure;
};
/// Sets its blocks under `parent`.
typeset::Galley set_cell(const CellSetting& cell, pages::ElementId parent,
                         typeset::Structure& structure, Diagnostics& diagnostics,
                         const Setting& setting);
/// Heights that `set_cell` gives the slide's cells, where `width` holds them all.
CellHeights cell_heights(const Slide& slide, Length width, const Setting& setting);

/// The text style of titles, claims and numerals as measured.
style::TextStyle title_style(const Slide& slide, const style::Slides& look);
style::TextStyle claim_style(const Slide& slide, const style::Slides& look);
style::TextStyle numeral_style(const Slide& slide, const style::Slides& look);
/// The title's words with the author's number, unless that stands large elsewhere. What tells two
/// slides of one title apart stands in the kicker and is hidden; on a template, which has no
/// kicker, it stands behind the title.
doc::Inlines title_words(const Slide& slide, const style::Slides& look);
/// What stands above the title on one line, shortened where it must be.
struct Kicker {
    std::string lead;  ///< the part, or what else stands out
    std::string rest;  ///< the chapter behind it, and the number of a part of a section
    bool is_cut = false;
};
/// The publisher on the first and last slide, else the heading above.
Kicker kicker_of(const Slide& slide, const Deck& deck, const Setting& setting);
/// Style of the rest of a kicker.
style::TextStyle kicker_rest_style(const style::Slides& look);
/// Version and date, as they stand at the foot of the title slide.
std::string cover_meta(const Deck& deck);
/// The deck's title, shortened where it must be, and the booklet's page behind it, if any.
std::string foot_line(const std::string& title, const std::string& booklet, Length room,
                      const Setting& setting);
/// Distance from the top of a line of `style` to its base line.
Length base_line(const style::TextStyle& style, const Setting& setting);
/// Space between two paragraphs of a claim.
Length claim_spacing(const style::TextStyle& claim);

}  // namespace triptych::deck
