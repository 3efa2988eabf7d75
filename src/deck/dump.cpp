#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

std::string_view name(SlideKind kind) {
    switch (kind) {
        case SlideKind::title:
            return "title";
        case SlideKind::part:
            return "part";
        case SlideKind::divider:
            return "divider";
        case SlideKind::content:
            return "content";
        case SlideKind::picture:
            return "picture";
        case SlideKind::full_picture:
            return "full-picture";
        case SlideKind::closing:
            return "closing";
    }
    return "";
}

std::string_view name(Archetype archetype) {
    switch (archetype) {
        case Archetype::none:
            return "";
        case Archetype::cover:
            return "cover";
        case Archetype::part:
            return "part";
        case Archetype::chapter:
            return "chapter";
        case Archetype::pillar:
            return "pillar";
        case Archetype::plain_pillar:
            return "plain-pillar";
        case Archetype::siblings:
            return "siblings";
        case Archetype::terms:
            return "terms";
        case Archetype::compare:
            return "compare";
        case Archetype::pair:
            return "pair";
        case Archetype::process:
            return "process";
        case Archetype::checklist:
            return "checklist";
        case Archetype::table:
            return "table";
        case Archetype::picture:
            return "picture";
        case Archetype::full_picture:
            return "full-picture";
        case Archetype::code:
            return "code";
        case Archetype::number:
            return "number";
        case Archetype::statement:
            return "statement";
        case Archetype::bullets:
            return "bullets";
        case Archetype::see_also:
            return "see-also";
        case Archetype::closing:
            return "closing";
    }
    return "";
}

std::string_view name(Stance stance) {
    switch (stance) {
        case Stance::none:
            return "none";
        case Stance::wrong:
            return "wrong";
        case Stance::right:
            return "right";
        case Stance::before:
            return "before";
        case Stance::after:
            return "after";
    }
    return "";
}

std::string_view name(MoreOf unit) {
    switch (unit) {
        case MoreOf::points:
            return "points";
        case MoreOf::rows:
            return "rows";
        case MoreOf::lines:
            return "lines";
        case MoreOf::pictures:
            return "pictures";
        case MoreOf::columns:
            return "columns";
        case MoreOf::tables:
            return "tables";
        case MoreOf::listings:
            return "listings";
        case MoreOf::explanations:
            return "explanations";
        case MoreOf::warnings:
            return "warnings";
    }
    return "";
}

std::string_view name(CutKind kind) {
    switch (kind) {
        case CutKind::bracket:
            return "bracket";
        case CutKind::clause:
            return "clause";
        case CutKind::tail:
            return "tail";
        case CutKind::claim:
            return "claim";
        case CutKind::points:
            return "points";
        case CutKind::rows:
            return "rows";
        case CutKind::columns:
            return "columns";
        case CutKind::lines:
            return "lines";
        case CutKind::pictures:
            return "pictures";
        case CutKind::section:
            return "section";
    }
    return "";
}

void add_line(std::string& out, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out.append("  ").append(key).append(": ").append(value).append("\n");
}

void add_lines(std::string& out, std::string_view key, const std::vector<doc::Inlines>& lines) {
    for (const auto& line : lines) add_line(out, key, doc::plain_text(line));
}

/// What the slide leaves to its notes, a cut a line.
void add_cuts(std::string& out, const std::vector<Cut>& cuts) {
    for (const Cut& cut : cuts) {
        out.append("  cut ").append(name(cut.kind));
        out += cut.words.empty() ? " " + std::to_string(cut.count) : " \"" + cut.words + "\"";
        out += " -> notes\n";
    }
}

std::string points(Length length) {
    const auto hundredths = (length.units * 100 + Length::per_point / 2) / Length::per_point;
    const std::string fraction = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (fraction.size() < 2 ? ".0" : ".") + fraction;
}

void add(std::string& out, const Slide& slide, std::size_t number) {
    out += "slide " + std::to_string(number) + " " + std::string(name(slide.kind)) + " #" +
           slide.id + "\n";
    add_line(out, "archetype", name(slide.archetype));
    add_line(out, "kicker", doc::plain_text(slide.kicker));
    add_line(out, "title", full_title(slide));
    add_line(out, "numeral", slide.numeral);
    add_lines(out, "claim", slide.claim);
    if (slide.compared)
        add_line(out, "compared",
                 std::string(name(slide.compared->left)) + " | " +
                     std::string(name(slide.compared->right)));
    if (slide.measures.body_size.units > 0)
        add_line(out, "size", points(slide.measures.body_size) + " pt");
    if (!slide.body.empty()) out += "  body:\n" + doc::dump(slide.body, 2);
    add_lines(out, "link", slide.links);
    add_line(out, "address", slide.address);
    if (slide.more > 0)
        add_line(out, "more", std::to_string(slide.more) + " " + std::string(name(slide.more_of)));
    for (const MoreCount& each : slide.further)
        add_line(out, "more", std::to_string(each.count) + " " + std::string(name(each.of)));
    add_cuts(out, slide.cuts);
    add_line(out, "layout", slide.layout);
    if (slide.steps) add_line(out, "points", "one by one");
    add_line(out, "booklet", slide.booklet_page);
    if (slide.seconds > 0) add_line(out, "plan", std::to_string(slide.seconds) + " s");
    if (!slide.notes.empty())
        add_line(out, "notes", std::to_string(doc::count_words(slide.notes)) + " words");
}

}  // namespace

std::string dump(const Deck& deck) {
    std::string out = "deck \"" + deck.title + "\" " + deck.language + "\n";
    for (std::size_t i = 0; i < deck.slides.size(); ++i) add(out, deck.slides[i], i + 1);
    return out;
}

}  // namespace triptych::deck
