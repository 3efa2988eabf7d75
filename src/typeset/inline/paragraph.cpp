#include "typeset/inline/paragraph.hpp"

#include <algorithm>
#include <utility>

#include "base/language_tag.hpp"
#include "typeset/inline/fragments.hpp"
#include "typeset/inline/itemize.hpp"
#include "typeset/inline/material.hpp"
#include "typeset/inline/opportunities.hpp"
#include "typeset/inline/place.hpp"
#include "typeset/inline/rivers.hpp"

namespace triptych::typeset {

namespace {

using style::TextAlign;

// Greatest badness of a line in the three passes: without hyphens, with hyphens, whatever comes.
constexpr int first_tolerance = 12, second_tolerance = 400, last_tolerance = 1'000'000;
/// Greatest badness in the first pass of ragged text, where a loose line is only a short one.
constexpr int ragged_tolerance = 100;
/// The same in text of scripts that break between letters: the gaps that fill a line are many and
/// small.
constexpr int spaced_tolerance = 200;
/// As much as ten hyphens: rather a divided word than spaces that are seen.
constexpr int space_demerits = 100'000;
/// Three times as much as a hyphen: a last line is no end of a word while spaces can bear it.
constexpr int last_hyphen_demerits = 30'000;
/// Ragged text has rather a line that is half empty than a word alone at its end.
constexpr int ragged_runt_demerits = 1'000'000'000;
/// Ragged lines may be this much shorter than the measure before it costs, in ems.
constexpr std::int64_t ragged_ems = 3;

/// A paragraph broken into lines, with what the lines are made of.
struct Broken {
    Material material;
    BrokenParagraph paragraph;
};

bool has_hyphens(const BrokenParagraph& paragraph) {
    return std::any_of(paragraph.lines.begin(), paragraph.lines.end(),
                       [](const BrokenLine& line) { return line.hyphenated; });
}

BreakRules rules_for(const ParagraphRequest& request) {
    BreakRules rules;
    rules.measure = request.measure;
    rules.shortest_last_line = request.style.size * 2;
    rules.tolerance = first_tolerance;
    rules.space_demerits = space_demerits;
    rules.last_hyphen_demerits = last_hyphen_demerits;
    if (request.style.align != TextAlign::justify) {
        rules.line_stretch = request.style.size * ragged_ems;
        rules.tolerance = ragged_tolerance;
        rules.space_demerits = 0;
        rules.shortest_last_line = std::max(rules.shortest_last_line, request.measure / 4);
    }
    return rules;
}

MaterialRules material_rules(const ParagraphRequest& request) {
    MaterialRules rules;
    rules.measure = request.measure;
    rules.first_indent = request.first_indent;
    const TextAlign align = request.style.align;
    if (align == TextAlign::justify) rules.spread = Spread::justified;
    rules.free_last_line = align != TextAlign::centre;
    return rules;
}

bool has_runt(const BrokenParagraph& paragraph, const BreakRules& rules) {
    return paragraph.lines.size() > 1 && paragraph.lines.back().natural < rules.shortest_last_line;
}

/// Whether ragged text is rather set as `whole`, which has no divided words.
bool is_better(const BrokenParagraph& whole, const BrokenParagraph& other,
               const BreakRules& rules) {
    return whole.lines.size() <= other.lines.size() && !whole.overfull && !has_runt(whole, rules) &&
           (has_hyphens(other) || !has_hyphens(whole));
}

/// With lines as loose as they must be.
Broken break_loosely(Material material, BreakRules rules) {
    rules.tolerance = last_tolerance;
    Broken broken{std::move(material), {}};
    broken.paragraph = *break_lines(broken.material.items, rules, LastPass::yes);
    return broken;
}

/// First without hyphens, then with them, then with lines as loose as they must be. Ragged text
/// has hyphens only where they save a line, and a word alone at its end where none can be brought
/// to it.
Broken break_in_passes(const StyledText& text, const ParagraphRequest& request) {
    BreakRules rules = rules_for(request);
    // A line may end well before the margin, so that the next phrase stays whole.
    if (text.phrases) rules.line_stretch = std::max(rules.line_stretch, request.measure / 3);
    if (text.complex_breaks) rules.tolerance = std::max(rules.tolerance, spaced_tolerance);
    MaterialRules made_by = material_rules(request);
    Broken broken{build_material(text, made_by), {}};
    if (!broken.material.exploded) {
        if (auto found = break_lines(broken.material.items, rules, LastPass::no)) {
            broken.paragraph = std::move(*found);
            return broken;
        }
    }
    made_by.effort = BreakEffort::hyphens;
    Material material = build_material(text, made_by);
    rules.tolerance = second_tolerance;
    auto found = break_lines(material.items, rules, LastPass::no);
    Broken hyphenated = found ? Broken{std::move(material), std::move(*found)}
                              : break_loosely(std::move(material), rules);
    const bool is_ragged = request.style.align != TextAlign::justify;
    if (!is_ragged || broken.material.exploded) return hyphenated;
    if (!has_hyphens(hyphenated.paragraph) && !has_runt(hyphenated.paragraph, rules))
        return hyphenated;
    rules.runt_demerits = ragged_runt_demerits;
    Broken whole = break_loosely(std::move(broken.material), rules);
    return is_better(whole.paragraph, hyphenated.paragraph, rules) ? std::move(whole)
                                                                   : std::move(hyphenated);
}

Broken break_paragraph(const StyledText& text, const ParagraphRequest& request) {
    Broken broken = break_in_passes(text, request);
    if (request.style.align != TextAlign::justify) return broken;
    BreakRules rules = rules_for(request);
    rules.tolerance = second_tolerance;
    broken.paragraph = without_river(broken.material.items, rules, std::move(broken.paragraph));
    return broken;
}

std::vector<Line> place_lines(StyledText& text, const Broken& broken, const Filling& filling,
                              Context& context) {
    const std::vector<BrokenLine>& breaks = broken.paragraph.lines;
    std::vector<Line> lines;
    lines.reserve(breaks.size());
    LinePlacer placer(text, context);
    const auto size = static_cast<std::uint32_t>(text.text.size());
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const std::uint32_t end =
            i + 1 < breaks.size() ? broken.material.pieces[breaks[i + 1].begin].begin : size;
        lines.push_back(
            placer.place(place_fragments(text, broken.material, breaks[i], filling), end));
        lines.back().hyphenated = breaks[i].hyphenated;
    }
    return lines;
}

/// A paragraph of anchors only: a line without height that holds them.
std::vector<Line> lines_without_text(StyledText& text, Context& context) {
    Line line = LinePlacer(text, context).place({}, 0);
    std::vector<Line> lines;
    if (!line.anchors.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace

bool is_mirrored(const Context& context) {
    return is_right_to_left(context.book.metadata.language);
}

std::vector<Line> set_paragraph(const ParagraphRequest& request, Context& context) {
    StyledText text = itemize(request.body, request.style, request.element, context);
    if (text.text.empty()) return lines_without_text(text, context);
    text.phrases = request.style.align != TextAlign::justify && has_phrases(text);
    text.script_breaks = find_script_breaks(text);
    const Broken broken = break_paragraph(text, request);
    Filling filling{request.measure, request.style.align, false};
    // Lines that are not full stand on the side of the book, whatever their own direction.
    filling.right_to_left = text.to_left || is_mirrored(context);
    std::vector<Line> lines = place_lines(text, broken, filling, context);
    if (is_mirrored(context))
        for (Line& line : lines) pages::mirror(line.items, request.measure);
    return lines;
}

Line set_line(std::string_view plain, const style::TextStyle& style, pages::ElementId element,
              Context& context) {
    const TextRun run{plain, &style};
    return set_line({&run, 1}, element, context);
}

Line set_line(std::span<const TextRun> runs, pages::ElementId element, Context& context) {
    StyledText text = itemize(runs, element, context);
    MaterialRules made_by;
    made_by.explode = false;
    const Material material = build_material(text, made_by);
    BrokenLine all;
    all.end = material.items.size() - 1;
    all.stretch = line_fill;
    if (text.text.empty()) return {};
    Line line = LinePlacer(text, context)
                    .place(place_fragments(text, material, all, {}),
                           static_cast<std::uint32_t>(text.text.size()));
    if (is_mirrored(context)) pages::mirror(line.items, line.width);
    return line;
}

Length line_width(std::string_view text, const style::TextStyle& style, std::string_view language,
                  const Resources& resources) {
    const doc::Book no_book;
    Structure scratch(pages::Tag::document);
    Diagnostics unheard;
    Context context{{resources, no_book, scratch, unheard, std::string(language)},
                    resources.sheet.booklet.medium};
    context.measuring = true;
    return set_line(text, style, pages::ElementId::layout_artifact, context).width;
}

InlineWidths measure_inlines(const doc::Inlines& body, const style::TextStyle& style,
                             Context& context, Unbroken unbroken) {
    StyledText text = itemize(body, style, pages::ElementId::layout_artifact, context);
    text.phrases = unbroken == Unbroken::phrases && has_phrases(text);
    const std::int32_t too_much = text.phrases ? phrase_penalty : BreakItem::forbidden;
    MaterialRules made_by;
    made_by.explode = false;
    made_by.measure = Length::points(100'000);
    const Material material = build_material(text, made_by);
    InlineWidths widths;
    Length solid, line;
    for (const BreakItem& item : material.items) {
        const bool penalty = item.kind == BreakItem::Kind::penalty;
        const bool glue = item.kind == BreakItem::Kind::glue && item.breakable;
        if (glue || (penalty && item.penalty < too_much)) solid = {};
        if (penalty && item.penalty <= BreakItem::forced) line = {};
        if (penalty) continue;
        line += item.width;
        if (!glue) solid += item.width;
        widths.least = std::max(widths.least, solid);
        widths.most = std::max(widths.most, line);
    }
    return widths;
}

}  // namespace triptych::typeset
