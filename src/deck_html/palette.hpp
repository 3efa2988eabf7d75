#pragma once

#include <map>
#include <string>

#include "base/colour.hpp"
#include "style/sheet.hpp"

/// The layout's colours for a light and a dark ground. Text keeps a contrast of 4.5:1 or more on
/// the slide's ground and on those of its boxes (WCAG 2.2, 1.4.3).
namespace triptych::deck_html {

/// Hands out CSS variables for colours and remembers what each stands for.
class Palette {
public:
    explicit Palette(const style::Slides& look);

    /// `var(--…)` for letters, for grounds of boxes, and for rules and ornaments.
    std::string text(Colour colour);
    std::string ground(Colour colour);
    std::string rule(Colour colour);
    /// Ground of a box whose rule has this colour.
    std::string tint(Colour ground, Colour rule);
    /// A variable with this name.
    void set(const std::string& name, Colour light, Colour dark);

    Colour dark_ground() const { return dark_ground_; }
    Colour dark_box() const { return dark_box_; }
    Colour dark_text(Colour colour) const;
    Colour dark_rule(Colour colour) const;
    /// Ground of a box whose rule has this colour.
    Colour dark_tint(Colour rule) const;
    /// The declarations: light, dark where the reader's system asks for it, and dark by choice.
    std::string rules() const;

private:
    struct Pair {
        Colour light, dark;
    };
    std::string variable(char kind, Colour colour, Pair pair);

    Colour light_ground_, dark_ground_, dark_box_;
    std::map<std::string, Pair> variables_;
};

}  // namespace triptych::deck_html
