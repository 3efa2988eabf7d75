#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "deck/content.hpp"
#include "deck/digest/page_maker.hpp"
#include "deck/digest/shown.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/specials.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_page_claim = 26, longest_line = 12, most_page_words = 75;
constexpr std::size_t telling_title = 4, often = 3;  // words, times in the book
constexpr std::size_t told_in_ten = 8, lines_in_ten = 6;
constexpr int most_counted_points = 5;

/// How much a section shows by itself.
int richness(const Gist& gist) {
    int score = std::min(static_cast<int>(gist.main.points.size()), most_counted_points);
    for (const PointColumn& column : gist.columns)
        score += static_cast<int>(column.points.size() + column.shown.size());
    if (!is_blank(gist.claim)) score += 1;
    const bool whole = gist.kind == GistKind::steps || gist.compared ||
                       (gist.special && std::holds_alternative<doc::Table>(gist.special->node));
    if (whole) score += 2;
    if (gist.main.more > 0) score -= 2;
    const bool drawn = gist.special && (doc::traits_of(*gist.special).is_figure ||
                                        std::holds_alternative<doc::CodeBlock>(gist.special->node));
    return drawn && gist.kind == GistKind::nothing ? score - 3 : score;
}

/// What a section says in a line: its claim, or its points in a row.
doc::Inlines line_of(const Unit& unit) {
    if (!is_blank(unit.gist.claim) && count_words(unit.gist.claim) <= longest_line)
        return unit.gist.claim;
    doc::Inlines row;
    for (const Point& point : unit.gist.main.points) {
        const auto& words = point.head.empty() ? point.tail : point.head;
        if (!row.empty()) row.push_back({doc::Text{" \xC2\xB7 "}, point.span});
        row.insert(row.end(), words.begin(), words.end());
    }
    const bool whole = unit.gist.main.more == 0 && unit.gist.main.label.empty();
    return whole && count_words(row) <= longest_line ? row : doc::Inlines();
}

}  // namespace

PageDigest PageMaker::make_overview(bool with_richest) {
    make_introduction();
    std::vector<Unit> units;
    for (const Passage& section : cut_.sections) add(section, units);
    const bool says_nothing = units.empty() && unshown_.empty() && intro_gist_.empty() &&
                              last_resort(whole_, scope_.lexicon).empty();
    if (says_nothing) {
        carry();
        close();
        return std::move(made_);
    }
    rest_.clear();
    rest_anchors_.clear();
    made_.links.clear();
    Slide slide = page_slide(SlideKind::content);
    slide.notes.clear();
    if (!page_.slides.notes.empty())
        slide.notes.push_back(paragraph_of(inlines_of(page_.slides.notes, page_.span), page_.span));
    doc::Inlines claim = page_claim(units);
    made_.says_what = !claim.empty();
    const Unit* shown = show_overview(slide, units, std::move(claim));
    std::vector<const Unit*> apart;
    for (const Unit& unit : units)
        if (is_wished(unit.section) && &unit != shown) apart.push_back(&unit);
    const Unit* best = with_richest && apart.empty() ? richest(units, shown) : nullptr;
    if (best) apart.push_back(best);
    count_unshown(slide, units, shown, apart);
    add_body_notes(slide, apart);
    made_.slides.push_back(std::move(slide));
    for (const Unit* unit : apart) {
        Group group{Join::alone, {*unit}};
        // One slide is what there is room for.
        if (group.units.front().gist.has_special_apart()) leave_special(group.units.front().gist);
        add(group);
    }
    return std::move(made_);
}

doc::Inlines PageMaker::claim() {
    make_introduction();
    if (!is_blank(intro_gist_.claim))
        return count_words(intro_gist_.claim) <= longest_page_claim ? intro_gist_.claim
                                                                    : doc::Inlines();
    for (const Passage& section : cut_.sections) {
        if (leads_elsewhere(section, scope_.lexicon)) continue;
        auto claim = claim_of(section.own, scope_.lexicon);
        if (is_blank(claim)) break;
        return count_words(claim) <= longest_page_claim ? claim : doc::Inlines();
    }
    return described_;
}

doc::Inlines PageMaker::page_claim(const std::vector<Unit>& units) const {
    if (!is_blank(intro_gist_.claim)) return intro_gist_.claim;
    if (!units.empty() && opens_for_page(units.front())) return units.front().gist.claim;
    return described_;
}

/// Whether what its first section says is said of the page: not where that is one of several things
/// that are counted, or speaks of something else.
bool PageMaker::opens_for_page(const Unit& first) const {
    return first.section.number.empty() && count_words(first.gist.claim) <= longest_page_claim &&
           (!scope_.lexicon || names_subject(first.gist.claim, whole_.title, *scope_.lexicon) ||
            names_subject(first.gist.claim, first.section.title, *scope_.lexicon));
}

/// Counts the specials of sections that are only named, or not at all.
void PageMaker::count_unshown(Slide& slide, const std::vector<Unit>& units, const Unit* shown,
                              const std::vector<const Unit*>& apart) const {
    MoreSpecials more;
    for (const Unit& unit : units)
        if (&unit != shown && std::find(apart.begin(), apart.end(), &unit) == apart.end())
            more += all_specials(unit.gist);
    if (!units.empty()) more += all_specials(intro_gist_);
    add_further(slide, more);
}

/// The page's text but for the sections that have a slide of their own.
void PageMaker::add_body_notes(Slide& slide, const std::vector<const Unit*>& apart) const {
    const std::span<const doc::Block> body(page_.body);
    std::size_t from = 0;
    const auto add_to = [&](std::size_t end) {
        slide.notes.insert(slide.notes.end(), body.begin() + static_cast<std::ptrdiff_t>(from),
                           body.begin() + static_cast<std::ptrdiff_t>(end));
    };
    for (const Unit* unit : apart) {
        const auto begin = static_cast<std::size_t>(unit->section.whole.data() - body.data());
        add_to(begin > from ? begin - 1 : from);  // its heading is its slide's title
        from = begin + unit->section.whole.size();
    }
    add_to(body.size());
    slide.anchors = anchors_in(slide.notes);
}

const Unit* PageMaker::richest(const std::vector<Unit>& units, const Unit* but) {
    const Unit* best = nullptr;
    for (const Unit& unit : units)
        if (&unit != but && (!best || richness(unit.gist) > richness(best->gist))) best = &unit;
    return best;
}

/// Claim and points of the whole page. Returns the section that is shown in place of points.
const Unit* PageMaker::show_overview(Slide& slide, const std::vector<Unit>& units,
                                     doc::Inlines claim) {
    if (units.empty()) {
        Gist gist = intro_gist_;
        if (gist.empty()) gist.claim = last_resort(whole_, scope_.lexicon);
        if (gist.has_special_apart()) leave_special(gist);
        show_points(slide, gist, scope_.language);
        show_special(slide, gist, scope_.lexicon, scope_.language);
        if (gist.empty()) list_unshown(slide);
        return nullptr;
    }
    if (!claim.empty()) slide.claim.push_back(std::move(claim));
    if (titles_tell(units)) {
        show_titles(slide, units, true);
        return nullptr;
    }
    const auto lines = static_cast<std::size_t>(std::count_if(
        units.begin(), units.end(), [](const Unit& unit) { return !line_of(unit).empty(); }));
    if (units.size() > 1 && lines * 10 >= units.size() * lines_in_ten) {
        show_titles(slide, units, false);
        return nullptr;
    }
    const Unit* best = richest(units, nullptr);
    if (richness(best->gist) < 2) {
        show_titles(slide, units, false);
        return nullptr;
    }
    Gist gist = best->gist;
    if (!slide.claim.empty()) gist.claim.clear();
    if (gist.has_special_apart()) leave_special(gist);
    doc::Inlines label = bare_title(best->section.title);
    if (!gist.main.label.empty()) label.push_back({doc::Text{" \xE2\x80\x94 "}, slide.span});
    label.insert(label.end(), gist.main.label.begin(), gist.main.label.end());
    gist.main.label = std::move(label);
    made_.says_what = true;
    show_points(slide, gist, scope_.language);
    show_special(slide, gist, scope_.lexicon, scope_.language);
    return best;
}

bool PageMaker::is_common(const std::string& title) const {
    if (!scope_.titles) return false;
    const auto used = scope_.titles->find(title);
    return used != scope_.titles->end() && used->second >= often;
}

bool PageMaker::titles_tell(const std::vector<Unit>& units) const {
    if (units.size() < 2) return false;
    const auto telling =
        static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [&](const Unit& unit) {
            const auto title = bare_title(unit.section.title);
            const bool generic = scope_.lexicon && scope_.lexicon->generic.start(words_in(title));
            return count_words(title) >= telling_title && !asks(title) && !generic &&
                   !is_common(doc::plain_text(title));
        }));
    return telling * 10 >= units.size() * told_in_ten;
}

bool PageMaker::is_claimed(const Slide& slide, const doc::Inlines& words) {
    return !slide.claim.empty() && !words.empty() &&
           doc::plain_text(slide.claim.front()) == doc::plain_text(words);
}

/// Titles, each with a line where all have one, or as many as have one.
void PageMaker::show_titles(Slide& slide, const std::vector<Unit>& units, bool all_or_none) const {
    PointColumn column;
    bool all = true;
    std::size_t words = 0;
    for (const Unit& unit : units) {
        Point point = title_point(unit.section);
        point.tail = line_of(unit);
        const bool claimed = is_claimed(slide, point.tail);
        if (claimed) point.tail.clear();
        point.untold = !claimed && point.tail.empty() && !unit.gist.empty();
        all = all && !point.tail.empty();
        words += count_words(point);
        column.points.push_back(std::move(point));
    }
    const bool lines = (all || !all_or_none) && words <= most_page_words;
    for (Point& point : column.points)
        if (!lines) point.tail.clear();
    for (const Passage& section : unshown_) column.points.push_back(title_point(section));
    // Of one section whose line is the claim nothing is left to say.
    if (column.points.size() == 1 && column.points.front().tail.empty() && !slide.claim.empty())
        return;
    limit(column);
    const bool titles_alone = std::all_of(column.points.begin(), column.points.end(),
                                          [](const Point& point) { return point.tail.empty(); });
    if (titles_alone) slide.archetype = Archetype::chapter;
    slide.more = column.more;
    if (column.more > 0) slide.cuts.push_back({CutKind::points, column.more, {}});
    add_further(slide, MoreOf::explanations, count_untold(column.points));
    slide.body.push_back(list_of(column, GistKind::points, slide.span));
}

}  // namespace triptych::deck
