#include "deck/digest/page_maker.hpp"
#include "deck/gist/claims.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "deck/digest/shown.hpp"
#include "deck/gist/specials.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t slides_of_chapter = 4, sections_beside_opener = 7, opener_points = 2;

/// "How to close the gate" under "Close the gate".
bool says_title_again(const doc::Inlines& heading, const doc::Inlines& title,
                      const Lexicon* lexicon) {
    static const Phrases asking = {"comment", "how to", "how do i", "how do you", "how do we"};
    const FlatText flat = flatten(heading);
    const auto words = words_in(flat.text, {0, flat.text.size()});
    const std::size_t front = asking.match_at(words, 0);
    if (lexicon == nullptr || front >= words.size()) return false;
    const auto said = slice(heading, {{words[front].range.begin, flat.text.size()}});
    return repeats_title(said, title, *lexicon) && repeats_title(title, said, *lexicon);
}

}  // namespace

std::size_t PageMaker::slides_in(const std::vector<Group>& groups) const {
    std::size_t slides = groups.size();
    for (const auto& group : groups)
        if (group.join == Join::alone && group.units.front().gist.has_special_apart()) ++slides;
    return slides;
}

void PageMaker::open(std::vector<Group>& groups) {
    const Gist& gist = intro_gist_;
    if (scope_.opens_deck) return open_deck();
    const std::size_t points = gist.main.points.size() + gist.columns.size() * 2;
    const bool says_much = points >= opener_points || gist.special;
    const bool opener = says_much && cut_.sections.size() < sections_beside_opener;
    if (groups.empty() || opener) return add_introduction();
    if (slides_in(groups) >= slides_of_chapter) return add_chapter();
    if (says_much) return add_introduction();
    warn_on(groups.front());
    if (gist.claim.empty()) return keep_introduction();
    fold_into(groups.front());
}

void PageMaker::open_deck() {
    Slide slide = page_slide(SlideKind::title);
    slide.kicker.clear();
    if (!is_blank(intro_gist_.claim)) slide.claim.push_back(intro_gist_.claim);
    auto& points = intro_gist_.main.points;
    const bool one_sentence =
        intro_gist_.kind == GistKind::points && points.size() == 1 && points.front().head.empty();
    if (one_sentence) {
        slide.claim.push_back(std::move(points.front().tail));
        intro_gist_.kind = GistKind::nothing;
    }
    made_.slides.push_back(std::move(slide));
    if (intro_gist_.kind == GistKind::nothing && !intro_gist_.special && !intro_gist_.alert) return;
    Slide introduction = page_slide(SlideKind::content);
    introduction.notes.clear();
    introduction.section += "-introduction";
    intro_gist_.claim.clear();
    show(std::move(introduction), intro_gist_);
}

void PageMaker::add_introduction() {
    Gist gist = intro_gist_;
    if (gist.empty()) gist.claim = last_resort(whole_, scope_.lexicon);
    if (gist.empty()) gist.claim = described_;
    Slide slide = page_slide(SlideKind::content);
    if (gist.empty()) {
        if (unshown_.empty()) return carry();
        list_unshown(slide);
    }
    show(std::move(slide), gist);
}

void PageMaker::carry() {
    made_.carried = intro_notes_;
    made_.carried.insert(made_.carried.begin(), paragraph_of(whole_.title, page_.span));
    made_.carried_anchors = anchors_in(intro_notes_);
    made_.carried_anchors.push_back(page_.id);
    made_.carried_anchors.insert(made_.carried_anchors.end(), cut_.enclosing.begin(),
                                 cut_.enclosing.end());
    add_links(page_.body, made_.links);
}

void PageMaker::list_unshown(Slide& slide) {
    names_sections_ = true;
    std::vector<Point> points;
    for (const Passage& section : unshown_) points.push_back(title_point(section));
    add_list(slide, std::move(points));
}

void PageMaker::add_list(Slide& slide, std::vector<Point> points) {
    PointColumn column;
    column.points = std::move(points);
    if (!column.points.empty()) slide.body.push_back(list_of(column, GistKind::points, slide.span));
}

Point PageMaker::title_point(const Passage& section) {
    Point point;
    point.span = section.span;
    doc::Inlines title = bare_title(section.title);
    if (!section.number.empty())
        title.insert(title.begin(), {doc::Text{section.number + " "}, section.span});
    point.head = std::move(title);
    point.id = section.id;
    return point;
}

void PageMaker::add_chapter() {
    names_sections_ = true;
    Slide slide = page_slide(SlideKind::content);
    slide.archetype = Archetype::chapter;
    if (!is_blank(intro_gist_.claim)) slide.claim.push_back(intro_gist_.claim);
    std::vector<Point> points;
    for (const Passage& section : cut_.sections)
        if (!leads_elsewhere(section, scope_.lexicon)) {
            Point point = title_point(section);
            if (!section.id.empty())
                point.head = {{doc::Link{doc::PageRef{{}, section.id}, point.head}, point.span}};
            points.push_back(std::move(point));
        }
    add_list(slide, std::move(points));
    if (intro_gist_.alert) slide.body.push_back({*intro_gist_.alert, page_.span});
    MoreSpecials more = all_specials(intro_gist_);
    if (intro_gist_.alert) --more.warnings;
    add_further(slide, more);
    made_.slides.push_back(std::move(slide));
}

void PageMaker::keep_introduction() {
    rest_.insert(rest_.begin(), intro_notes_.begin(), intro_notes_.end());
    rest_anchors_.insert(rest_anchors_.begin(), cut_.enclosing.begin(), cut_.enclosing.end());
    rest_anchors_.push_back(page_.id);
}

void PageMaker::warn_on(Group& first) {
    MoreSpecials more = intro_gist_.further;
    auto alert = std::exchange(intro_gist_.alert, std::nullopt);
    auto& own = first.units.front().gist;
    if (alert && first.join == Join::alone && !own.alert)
        own.alert = std::move(alert);
    else if (alert)
        ++more.warnings;
    own.further += more;
}

void PageMaker::fold_into(Group& first) {
    if (first.join != Join::alone) {
        first.claim = std::exchange(intro_gist_.claim, {});
        return keep_introduction();
    }
    Unit& unit = first.units.front();
    if (!can_open_page(unit)) {
        if (!unit.gist.claim.empty()) return add_introduction();
        unit.gist.claim = std::exchange(intro_gist_.claim, {});
        return keep_introduction();
    }
    // Its own claim is one more sentence below that of the page.
    if (unit.gist.points_are_sentences && !is_blank(unit.gist.claim)) {
        Point own;
        own.tail = std::move(unit.gist.claim);
        own.cuts = std::exchange(unit.gist.cuts, {});
        own.span = unit.section.span;
        unit.gist.main.points.insert(unit.gist.main.points.begin(), std::move(own));
    }
    unit.gist.claim = std::exchange(intro_gist_.claim, {});
    doc::Inlines label = bare_title(unit.section.title);
    const bool is_led = !unit.gist.main.label.empty();
    if (is_led && says_title_again(label, page_.title, scope_.lexicon)) label.clear();
    if (is_led && !label.empty()) label.push_back({doc::Text{" \xE2\x80\x94 "}, unit.section.span});
    std::move(unit.gist.main.label.begin(), unit.gist.main.label.end(), std::back_inserter(label));
    unit.gist.main.label = std::move(label);
    first.opens_page = true;
    keep_introduction();
}

bool PageMaker::can_open_page(const Unit& unit) {
    const bool listed = unit.gist.kind == GistKind::points || unit.gist.kind == GistKind::tasks;
    return listed && !unit.gist.special && unit.section.number.empty() &&
           !unit.gist.claim_has_condition;
}

}  // namespace triptych::deck
