#include "deck/setting/wider_setting.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/is_one_of.hpp"
#include "base/title_text.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck {
namespace {

using namespace literals;

/// French and English as they are read.
constexpr std::string_view sample =
    "Le service est conçu avec les usagers, pas seulement pour eux : on teste, on apprend et on "
    "ajuste au fil de l’eau. The team builds what people need, measures its use every 3 months, "
    "and makes it better.";
/// Its width in Arial, and the height of Arial's lines, in thousandths of an em: those of
/// Liberation Sans (Debian's fonts-liberation 1.07.4), which are Arial's. Of the faces that stand
/// in for others it is the widest in common use; Calibri and Times New Roman are narrower than
/// ours.
constexpr std::int64_t arial = 90'163, bold_arial = 96'365, arial_line = 1'150;
constexpr int least_bold = 600;
constexpr Length sample_size = 100_pt;
constexpr int unchanged = 1000;

/// Substitutes with serifs, for which no program takes Arial.
constexpr std::array<std::string_view, 6> with_serifs = {
    "Georgia", "Cambria", "Times New Roman", "Garamond", "Palatino Linotype", "Constantia"};

/// Whether programs may take Arial for the family.
bool may_be_arial(style::FamilyRole role, const style::Family& family) {
    const bool letters = role == style::FamilyRole::text || role == style::FamilyRole::head;
    return letters && !is_one_of(family.substitute, with_serifs);
}

}  // namespace

WiderSetting::Difference WiderSetting::difference(const Face& face, const Setting& own) {
    const auto& fonts = own.resources.fonts;
    const auto& family = own.resources.sheet.fonts.families[static_cast<std::size_t>(face.family)];
    if (!may_be_arial(face.family, family)) return {{}, unchanged};
    style::TextStyle plain;
    plain.family = face.family;
    plain.weight = face.weight;
    plain.italic = face.italic;
    plain.size = sample_size;
    const Length width = typeset::line_width(sample, plain, "fr", own.resources);
    const Length wider = sample_size.scaled(face.weight >= least_bold ? bold_arial : arial, 1000);
    const auto& metrics = fonts.metrics(fonts.find(family.name, face.weight, face.italic));
    const auto letters = static_cast<std::int64_t>(text::count_characters(sample));
    const std::int64_t line = std::max(1, metrics.ascender - metrics.descender);
    return {std::max(Length{}, wider - width) / letters,
            static_cast<int>(arial_line * metrics.units_per_em / line)};
}

style::TextStyle WiderSetting::widened(style::TextStyle style) const {
    const Face face{style.family, style.weight, style.italic};
    const auto known = faces_.find(face);
    const Difference other = known != faces_.end() ? known->second : difference(face, setting_);
    style.tracking += other.letter.scaled(style.size.units, sample_size.units);
    style.leading = style.leading.scaled(other.line, unchanged);
    return style;
}

WiderSetting::WiderSetting(const Setting& own)
    : sheet_(own.resources.sheet),
      resources_{own.resources.fonts,       own.resources.images,  sheet_,
                 own.resources.hyphenation, own.resources.threads, own.resources.inline_cache},
      setting_{own.book, resources_, own.language} {
    for (auto& style : sheet_.slides.medium.styles) {
        const Face face{style.text.family, style.text.weight, style.text.italic};
        if (!faces_.contains(face)) faces_.emplace(face, difference(face, own));
        style.text = widened(style.text);
    }
}

}  // namespace triptych::deck
