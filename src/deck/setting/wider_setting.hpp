#pragma once

#include <compare>
#include <map>

#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// The same slides in the face that programs take where the layout's are not installed: what fits
/// in both fits everywhere. Needs no font of the machine.
class WiderSetting {
public:
    /// `own` must outlive this.
    explicit WiderSetting(const Setting& own);
    WiderSetting(const WiderSetting&) = delete;
    WiderSetting& operator=(const WiderSetting&) = delete;

    const Setting& setting() const { return setting_; }
    /// A style with letters as far apart as those are wider, and lines as high as it gets in
    /// PowerPoint, where their height is a share of what the face wants.
    style::TextStyle widened(style::TextStyle style) const;

private:
    struct Face {
        style::FamilyRole family{};
        int weight = 0;
        bool italic = false;
        friend auto operator<=>(const Face&, const Face&) = default;
    };
    struct Difference {
        Length letter;  ///< by which one is wider in the middle, at 100 points
        int line = 0;   ///< height of a line, in thousandths of that of the own face
    };
    static Difference difference(const Face& face, const Setting& own);

    std::map<Face, Difference> faces_;  ///< of the sheet
    style::Sheet sheet_;
    typeset::Resources resources_;
    Setting setting_;
};

}  // namespace triptych::deck
