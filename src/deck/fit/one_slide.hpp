#pragma once

#include <triptych/diagnostics.hpp>

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"

/// One slide that is not split: in which size it fits, and what it says of what does not.
namespace triptych::deck {

class OneSlide {
public:
    OneSlide(const Setting& setting, Diagnostics& diagnostics)
        : setting_(setting), diagnostics_(diagnostics) {}

    /// Sets the body in the largest size of the layout's scale that fits; large only few lines.
    /// False, at the least of them, where none fits.
    bool fits_in_scale(Slide& slide);
    /// Sets it in the smallest size that any slide has.
    bool fits_smallest(Slide& slide);
    /// A template has no place of its own for what is in the notes: it is the end of the text.
    void say_more(Slide& slide);
    /// Whether the end of the text says it; set by who takes the slide back to an earlier state.
    bool said_more() const { return said_more_; }
    void set_said_more(bool said) { said_more_ = said; }
    /// Cards give up their pictures, with a finding. False where there are none.
    bool drop_covers(Slide& slide);
    /// The last resort: as many words as fit, with a finding; the whole text is in the notes.
    void cut_short(Slide& slide);

private:
    bool has_few_lines(const Slide& slide) const;
    Length smallest() const;

    const Setting& setting_;
    Diagnostics& diagnostics_;
    bool said_more_ = false;
};

}  // namespace triptych::deck
