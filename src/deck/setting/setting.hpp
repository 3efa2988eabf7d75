#pragma once

#include <string>
#include <vector>

#include "deck/deck.hpp"
#include "deck/setting/zones.hpp"
#include "typeset/context.hpp"
#include "typeset/galley.hpp"

/// Setting the text of slides: the same calls measure in `fit` and draw in `compose`, so that what
/// was measured is what is drawn.
namespace triptych::deck {

/// What setting a slide needs and never changes.
struct Setting {
    const doc::Book& book;
    const typeset::Resources& resources;
    const std::string& language;

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

private:
    std::vector<typeset::Resources> resources_;  ///< by kind where there is a template
    std::vector<Setting> settings_;
};

/// The layout's look with the text of blocks scaled from its usual size to `body_size`; code and
/// tables never below their own limit, pictures never higher than `highest_picture`.
style::Medium medium_at(const style::Slides& look, Length body_size, Length highest_picture);

/// The look of blocks on pages of notes.
style::Medium medium_of_notes(const style::Slides& look);
/// The style at another size, its leading in proportion.
style::TextStyle resized(style::TextStyle style, Length size);

/// Size the slide's blocks are set at.
Length body_size_of(const Slide& slide, const style::Slides& look);

/// Sets one shape of the slide's body under `parent`; a figure is made to fit into `room`.
typeset::Galley set_shape(const Slide& slide, const Shape& shape, Length room,
                          pages::ElementId parent, typeset::Structure& structure,
                          Diagnostics& diagnostics, const Setting& setting);
/// Height that `set_shape` gives it.
Length shape_height(const Slide& slide, const Shape& shape, Length room, const Setting& setting);

/// The author's number as a large numeral: without the full stop or bracket behind it.
std::string numeral_of(const Slide& slide);
/// The text style of titles, claims and numerals as measured.
style::TextStyle title_style(const Slide& slide, const style::Slides& look);
style::TextStyle claim_style(const Slide& slide, const style::Slides& look);
style::TextStyle numeral_style(const Slide& slide, const style::Slides& look);
/// The title's words, with the author's number on covers and the suffix behind.
doc::Inlines title_words(const Slide& slide);
/// What stands above the title on one line: the publisher on the first and last slide, else the
/// heading above.
doc::Inlines kicker_words(const Slide& slide, const Deck& deck, Length room,
                          const Setting& setting);
/// Version and date, as they stand at the foot of the title slide.
std::string cover_meta(const Deck& deck);
/// Space between two paragraphs of a claim.
Length claim_spacing(const style::TextStyle& claim);

}  // namespace triptych::deck
