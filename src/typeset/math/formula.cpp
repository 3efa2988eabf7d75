#include "typeset/math/formula.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "doc/speech.hpp"
#include "doc/tex.hpp"
#include "typeset/math/layout.hpp"

namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;

/// The TeXbook, \relpenalty and \binoppenalty.
constexpr std::int32_t behind_relation = 500, behind_binary = 700;
/// A displayed formula that is too wide is made smaller down to this share, in hundredths, before
/// it is broken.
constexpr std::int64_t least_share = 85;

/// The letters of formulas are as high as those of the text, within these shares, in hundredths.
constexpr std::int64_t smallest_match = 85, largest_match = 115;

FaceId face_of(style::FamilyRole role, int weight, bool italic, const Context& context) {
    const auto& family = context.resources.sheet.fonts.families[static_cast<std::size_t>(role)];
    return context.resources.fonts.find(family.name, weight, italic);
}

Length matched_size(Length size, const font::Metrics& words, const font::Metrics& math) {
    const std::int64_t wanted = std::int64_t{words.x_height} * math.units_per_em;
    const std::int64_t own = std::int64_t{math.x_height} * words.units_per_em;
    if (wanted <= 0 || own <= 0) return size;
    const Length matched = size.scaled(wanted, own);
    return std::clamp(matched, size.scaled(smallest_match, 100), size.scaled(largest_match, 100));
}

/// Nothing when the layout has no font for formulas.
std::optional<Setting> setting_for(const FormulaRequest& request, Context& context) {
    const Resources& resources = context.resources;
    const auto role = style::FamilyRole::math;
    if (resources.sheet.fonts.families[static_cast<std::size_t>(role)].files.empty())
        return std::nullopt;
    const FaceId face = face_of(role, 400, false, context);
    const auto table = resources.fonts.math(face);
    if (!table) return std::nullopt;
    const style::TextStyle& style = request.style;
    const auto words = [&](int weight, bool italic) {
        return face_of(style.family, weight, italic, context);
    };
    const Length size = matched_size(style.size, resources.fonts.metrics(words(400, false)),
                                     resources.fonts.metrics(face));
    const Span span = request.span;
    return Setting{resources.fonts,
                   *table,
                   face,
                   {words(style.weight, false), words(700, false), words(style.weight, true),
                    words(700, true)},
                   face_of(style::FamilyRole::mono, 400, false, context),
                   std::max(size, Length{1}),
                   style.size,
                   context.language,
                   [&context, face, span](std::string_view characters) {
                       report_missing(characters, face, span, context);
                   }};
}

std::optional<tex::Nodes> read(const FormulaRequest& request, tex::Place place, Context& context) {
    tex::Parsed parsed = tex::parse(request.tex, place);
    tex::report_unread(parsed, request.tex, request.span, context.diagnostics);
    return std::move(parsed.formula);
}

Length width_of(const Atoms& atoms, std::size_t begin, std::size_t end) {
    Length width;
    for (std::size_t i = begin; i < end; ++i)
        width += atoms[i].box.width + (i > begin ? atoms[i].space_before : Length{});
    return width;
}

/// Breaks a row of atoms in front of relations, then of binary signs, into lines that fit.
class DisplayBreaker {
public:
    DisplayBreaker(const Atoms& atoms, Length measure, Length indent)
        : atoms_(atoms), measure_(measure), indent_(indent) {}

    /// Where lines start, the first at 0.
    std::vector<std::size_t> starts() {
        std::vector<std::size_t> starts = {0};
        std::size_t relation = 0, binary = 0;
        Length width;
        for (std::size_t i = 0; i < atoms_.size(); ++i) {
            if (i > starts.back()) note(i, starts.size() == 1, relation, binary);
            width += (i > starts.back() ? atoms_[i].space_before : Length{}) + atoms_[i].box.width;
            const Length room = starts.size() == 1 ? measure_ : measure_ - indent_;
            const std::size_t at = relation > starts.back() ? relation : binary;
            if (width <= room || at <= starts.back()) continue;
            starts.push_back(at);
            width = width_of(atoms_, at, i + 1);
        }
        return starts;
    }

private:
    /// The first relation of a formula stays with its left side.
    void note(std::size_t at, bool first_line, std::size_t& relation, std::size_t& binary) {
        if (atoms_[at].kind == Class::relation) {
            if (!first_line || seen_relation_) relation = at;
            seen_relation_ = true;
        }
        if (atoms_[at].kind == Class::binary) binary = at;
    }

    const Atoms& atoms_;
    Length measure_, indent_;
    bool seen_relation_ = false;
};

std::vector<DisplayLine> one_line(Atoms& atoms, Length measure) {
    Box box = joined(atoms, 0, atoms.size());
    if (box.width > measure && box.width > Length{}) {
        const std::int64_t width = box.width.units;
        box = scaled(std::move(box), measure.units, width);
    }
    const Length left = (measure - box.width) / 2;
    std::vector<DisplayLine> lines;
    lines.push_back({std::move(box), left});
    return lines;
}

/// Equations in the middle, their tags flush right on the base lines of their rows.
std::vector<DisplayLine> tagged(Atom equations, Length measure, const Setting& setting) {
    Length room;
    for (const auto& [tag, y] : equations.tags) room = std::max(room, tag.width);
    room += setting.size;
    Box box = std::move(equations.box);
    const Length most = std::max(measure - room, measure / 2);
    std::int64_t numerator = 1, denominator = 1;
    if (box.width > most) {
        numerator = most.units;
        denominator = box.width.units;
        box = scaled(std::move(box), numerator, denominator);
    }
    const Length left = std::min((measure - box.width) / 2, measure - room - box.width);
    Box whole;
    whole.width = measure;
    put(whole, std::move(box), {std::max(left, Length{}), {}});
    for (auto& [tag, y] : equations.tags) {
        const Length x = measure - tag.width;
        put(whole, std::move(tag), {x, y.scaled(numerator, denominator)});
    }
    std::vector<DisplayLine> lines;
    lines.push_back({std::move(whole), {}});
    return lines;
}

/// The first line flush left of the block, the others indented, the block in the middle.
std::vector<DisplayLine> broken(Atoms& atoms, Length measure, Length indent) {
    std::vector<std::size_t> starts = DisplayBreaker(atoms, measure, indent).starts();
    if (starts.size() == 1) return one_line(atoms, measure);
    starts.push_back(atoms.size());
    std::vector<DisplayLine> lines;
    Length widest;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const Length left = i == 0 ? Length{} : indent;
        lines.push_back({joined(atoms, starts[i], starts[i + 1]), left});
        widest = std::max(widest, left + lines.back().box.width);
    }
    const bool smaller = widest > measure;
    const Length rest = smaller ? Length{} : (measure - widest) / 2;
    for (DisplayLine& line : lines) {
        if (smaller) {
            line.box = scaled(std::move(line.box), measure.units, widest.units);
            line.left = line.left.scaled(measure.units, widest.units);
        }
        line.left += rest;
    }
    return lines;
}

std::vector<DisplayLine> lines_of(Atoms& atoms, Length measure, const Setting& setting) {
    if (atoms.size() == 1 && !atoms.front().tags.empty())
        return tagged(std::move(atoms.front()), measure, setting);
    const Length width = width_of(atoms, 0, atoms.size());
    if (width.scaled(least_share, 100) <= measure) return one_line(atoms, measure);
    return broken(atoms, measure, setting.size * 2);
}

}  // namespace

std::optional<TextFormula> set_in_text(const FormulaRequest& request, Context& context) {
    const auto setting = setting_for(request, context);
    if (!setting) return std::nullopt;
    const auto formula = read(request, tex::Place::in_line, context);
    if (!formula) return std::nullopt;
    Atoms atoms = atoms_of(*formula, {StyleLevel::text, false}, *setting);
    set_spaces(atoms, *setting);
    std::vector<LinePart> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const bool relation = atoms[i].kind == Class::relation;
        const bool ends = i + 1 == atoms.size();
        if (!ends && !relation && atoms[i].kind != Class::binary) continue;
        // Two relations running belong together, as in `:=`.
        if (!ends && relation && atoms[i + 1].kind == Class::relation) continue;
        const Length space = ends ? Length{} : atoms[i + 1].space_before;
        parts.push_back(
            {joined(atoms, begin, i + 1), space, relation ? behind_relation : behind_binary});
        begin = i + 1;
    }
    return TextFormula{std::move(parts), doc::spoken(*formula, request.tex, context.language)};
}

std::optional<DisplayFormula> set_displayed(const FormulaRequest& request, Length measure,
                                            Context& context) {
    const auto setting = setting_for(request, context);
    if (!setting) return std::nullopt;
    const auto formula = read(request, tex::Place::own_line, context);
    if (!formula) return std::nullopt;
    Atoms atoms = atoms_of(*formula, {StyleLevel::display, false}, *setting);
    set_spaces(atoms, *setting);
    return DisplayFormula{lines_of(atoms, measure, *setting),
                          doc::spoken(*formula, request.tex, context.language)};
}

}  // namespace triptych::typeset::math
