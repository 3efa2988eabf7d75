#include "deck/gist/gist.hpp"

#include <algorithm>
#include <utility>

#include "deck/gist/claims.hpp"
#include "deck/gist/columns.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "deck/gist/leads.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/gist/line_drawings.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/sides.hpp"
#include "deck/gist/specials.hpp"
#include "deck/gist/steps.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_label = 16, longest_bare_label = 5;  // words
constexpr std::size_t least_terms = 3;

using Blocks = std::span<const doc::Block>;

/// Whether most of the points are single words or paths.
bool are_names(const std::vector<Point>& points) {
    const auto names = std::count_if(points.begin(), points.end(),
                                     [](const Point& point) { return count_words(point) < 2; });
    return static_cast<std::size_t>(names) * 2 > points.size();
}

/// Works out what of one section is shown.
class GistMaker {
public:
    GistMaker(const Passage& section, const Lexicon* lexicon, LeadsTo led)
        : section_(section), lexicon_(lexicon), led_(led), blocks_(flat_blocks(section.own)) {}

    Gist make() {
        lists_ = lists_in(blocks_, lexicon_, LinkLists::left_out);
        for (LedList& led : lists_) led.forbidden = forbids(section_.title);
        terms_ = terms_in(blocks_);
        find_claim(Announcements::taken);
        find_points();
        if (promises_more()) {
            gist_ = {};
            claimed_.reset();
            find_claim(Announcements::refused);
            find_points();
        }
        find_links();
        check_antecedent();
        check_label();
        find_specials();
        weigh_drawing();
        weigh_special();
        lead_to_table();
        gist_.alert = alert_of(section_.whole, lexicon_);
        gist_.further.warnings = count_warnings(section_.whole) - (gist_.alert ? 1 : 0);
        if (gist_.claim.empty() && gist_.kind == GistKind::nothing)
            gist_.claim = claim_of_callouts(blocks_, section_.title, lexicon_);
        take_refused();
        return std::move(gist_);
    }

private:
    void find_claim(Announcements announcements) {
        const bool led = !lists_.empty() && !lists_.front().label.empty();
        const ClaimPlace place{led, terms_, announcements, false, holds_special(section_.whole)};
        auto found = opening_claim(section_, blocks_, place, lexicon_);
        claimed_ = found ? std::optional(found->last_block) : std::nullopt;
        label_lists(found ? found->extract.words : doc::Inlines());
        if (!found) return;
        gist_.claim = std::move(found->extract.words);
        gist_.claim_has_condition = found->extract.has_condition;
        gist_.cuts = std::move(found->extract.cuts);
    }
    /// What leads to a list without a colon is its lead-in where it is not the claim.
    void label_lists(const doc::Inlines& claim) {
        for (LedList& led : lists_) {
            if (is_blank(led.open_label)) continue;
            const bool claimed = claimed_ == led.open_block && is_from(claim, led.open_label);
            led.label = claimed ? doc::Inlines() : led.open_label;
        }
    }
    /// Whether the claim announces what is not shown.
    bool promises_more() const {
        const bool shown = gist_.kind != GistKind::nothing && !gist_.points_are_sentences;
        if (shown || !claimed_ || !lexicon_) return false;
        const FlatText flat = flatten(gist_.claim);
        // The sections are not what is counted, unless they are its ways.
        if (only_counts(flat, {0, flat.text.size()}, *lexicon_)) return true;
        if (led_ == LeadsTo::sections) return false;
        if (counts_ways(flat, {0, flat.text.size()}, *lexicon_) &&
            !holds_more_than_code(section_.whole))
            return true;
        return !holds_special(section_.whole) && announces(flat, {0, flat.text.size()}, *lexicon_);
    }
    void find_points() {
        if (tasks() || steps() || compared() || only_terms() || headings() || tabs() || lists() ||
            cards() || terms() || sentences())
            return;
        gist_.kind = GistKind::nothing;
    }
    /// Lists of links are further reading, those of attributes details, unless nothing else says
    /// what the section is about.
    void find_links() {
        if (gist_.kind != GistKind::nothing || !gist_.claim.empty() || !lists_.empty()) return;
        lists_ = lists_in(blocks_, lexicon_, LinkLists::taken);
        const bool all = std::none_of(blocks_.begin(), blocks_.end(), [](const doc::Block* block) {
            return words_of_paragraph(*block) != nullptr;
        });
        const bool told =
            !lists_.empty() && (!lists_.front().label.empty() ||
                                (all && holds_attributes(*lists_.front().list, lexicon_)));
        if (!told || lists_.size() != 1 || !lists()) lists_.clear();
    }
    bool take(PointColumn column, GistKind kind) {
        drop_empty(column);
        if (column.points.empty()) return false;
        gist_.main = std::move(column);
        gist_.kind = kind;
        if (counts_more(gist_.main, lexicon_)) return refuse(kind);
        if (count_words(gist_.main.label) > longest_label) {
            if (label_may_go()) return drop_label();
            if (leans(gist_.main.label, lexicon_)) {
                if (!restricts(gist_.main.label, lexicon_)) return drop_label();
                return refuse(kind);
            }
            gist_.claim = std::exchange(gist_.main.label, {});
            gist_.claim_has_condition = true;
        }
        return true;
    }
    /// A list that needs a lead-in which leans can't stand first, unless nothing else can.
    bool refuse(GistKind kind) {
        refused_ = std::exchange(gist_.main, {});
        refused_kind_ = kind;
        gist_.kind = GistKind::nothing;
        return false;
    }
    void take_refused() {
        if (!gist_.empty() || refused_.points.empty()) return;
        // What it leans on is nowhere.
        if (lexicon_ && leans_on_sentence(refused_.label, lexicon_)) return;
        gist_.main = std::move(refused_);
        gist_.kind = refused_kind_;
        gist_.claim = std::exchange(gist_.main.label, {});
        gist_.claim_has_condition = true;
    }
    /// Bare names say nothing without it.
    bool label_may_go() const {
        const bool says_what = count_words(gist_.main.label) > longest_bare_label;
        return may_go(gist_.main.label, lexicon_) && !(says_what && are_names(gist_.main.points)) &&
               std::none_of(gist_.main.points.begin(), gist_.main.points.end(), speaks_of_lead);
    }
    bool drop_label() {
        gist_.cuts.push_back({CutKind::clause, 1, doc::plain_text(gist_.main.label)});
        gist_.main.label.clear();
        return true;
    }
    /// What leads to the list must not speak of a claim that is not what it leans on.
    void check_antecedent() {
        const bool leads =
            gist_.kind == GistKind::points && !lists_.empty() &&
            doc::plain_text(gist_.main.label) == doc::plain_text(lists_.front().label);
        if (!leads) return;
        auto label = lead_under(gist_.claim, section_.title, lists_.front(), lexicon_);
        if (label && count_words(*label) == count_words(gist_.main.label)) return;
        if (label_may_go()) return void(drop_label());
        if (label) {
            gist_.main.label = *std::move(label);
            return;
        }
        if (!is_blank(gist_.claim)) count_as_cut(gist_.main);
        refuse(gist_.kind);
    }
    void count_as_cut(const PointColumn& column) {
        gist_.cuts.push_back({CutKind::points, column.points.size() + column.more, {}});
    }
    /// Where no claim stands above it, what leads to the points must not lean on one.
    void check_label() {
        if (gist_.kind != GistKind::columns && is_blank(gist_.claim) &&
            !is_blank(gist_.main.label) && label_may_go())
            drop_label();
    }
    bool tasks() { return take(tasks_of(lists_, lexicon_), GistKind::tasks); }
    bool steps() {
        auto found = steps_in(blocks_, lexicon_);
        if (!found) return false;
        told_as_steps_ = found->source;
        limit(found->steps);
        return take(std::move(found->steps), GistKind::steps);
    }
    bool compared() {
        if (!lists_.empty()) return false;
        auto sides = compared_in(blocks_, lexicon_);
        return sides && take(*std::move(sides));
    }
    bool headings() {
        std::vector<const Passage*> children;
        for (const Passage& child : section_.children)
            if (holds_content(child, lexicon_)) children.push_back(&child);
        const bool alone = !holds_details(blocks_);
        if (children.size() == 1 && alone) return content_of(*children.front());
        if (children.size() == 2 && alone)
            if (auto sides = sections_beside(*children[0], *children[1], lexicon_))
                return take(*std::move(sides));
        PointColumn column = points_of_headings(children, blocks_, lexicon_);
        if (column.points.size() < 2) return false;
        even_out_titles(column, lexicon_);
        if (labels_alone(column, children)) return false;
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    /// Headings such as "Synopsis" say nothing, but what is under one of them may. Whether no more
    /// than one other is left of them.
    bool labels_alone(PointColumn& column, const std::vector<const Passage*>& children) {
        const std::size_t all = column.points.size();
        drop_empty_labels(column, lexicon_);
        const bool one_left = column.points.size() == 1 && column.points.size() < all &&
                              column.points.front().tail.empty();
        if (!column.points.empty() && !one_left) return false;
        for (const Passage* child : children)
            if (gist_.claim.empty()) gist_.claim = claim_of(child->own, lexicon_, &child->title);
        if (gist_.claim.empty() && one_left) return false;
        count_as_cut(column);
        return true;
    }
    /// One heading under this one: what it holds stands under its title.
    bool content_of(const Passage& child) {
        if (!lists_.empty()) return false;
        Gist inner = GistMaker(child, lexicon_, LeadsTo::nothing).make();
        if (inner.kind == GistKind::nothing) return false;
        if (inner.kind == GistKind::columns) return content_of(child, std::move(inner));
        if (gist_.claim.empty()) {
            gist_.claim = std::move(inner.claim);
            gist_.claim_has_condition = inner.claim_has_condition;
        }
        // A lead-in that says more than the title has to stay with its list.
        if (inner.main.label.empty()) inner.main.label = bare_title(child.title);
        inner.main.id = child.id;
        return take(std::move(inner.main), inner.kind);
    }
    /// The same of two labelled lists, whose labels leave no room for its title.
    bool content_of(const Passage& child, Gist inner) {
        if (!gist_.claim.empty()) return false;
        gist_.claim = std::move(inner.claim);
        gist_.claim_has_condition = inner.claim_has_condition;
        if (gist_.claim.empty()) gist_.claim = bare_title(child.title);
        gist_.columns = std::move(inner.columns);
        gist_.compared = inner.compared;
        gist_.kind = GistKind::columns;
        for (const PointColumn& column : gist_.columns) shown_beside_ += column.shown.size();
        return true;
    }
    bool take(Sides sides) {
        gist_.compared = sides.compared;
        for (PointColumn* column : {&sides.left, &sides.right}) {
            shown_beside_ += column->shown.size();
            gist_.columns.push_back(std::move(*column));
        }
        gist_.kind = GistKind::columns;
        return true;
    }
    bool listed(PointColumn column) {
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    bool tabs() { return listed(tabs_in(blocks_, lexicon_)); }
    bool cards() { return listed(cards_in(blocks_, lexicon_)); }
    /// "Rationale" says nothing without what it is.
    PointColumn told_terms() const {
        PointColumn column = points_of_terms(blocks_, terms_, lexicon_);
        if (lexicon_)
            column.more += std::erase_if(column.points, [&](const Point& point) {
                return point.tail.empty() && lexicon_->run_in.hold(words_in(point.head));
            });
        return column;
    }
    bool terms() { return listed(told_terms()); }
    /// Enough of them to be what the section is made of, whatever headings stand under it.
    bool only_terms() {
        if (!lists_.empty() || terms_.size() < least_terms) return false;
        PointColumn column = told_terms();
        for (const Passage& child : section_.children)
            if (holds_content(child, lexicon_)) ++column.more;
        return listed(std::move(column));
    }
    bool sentences() {
        const doc::Inlines* page = section_.page_title;
        const bool examples = shows_examples(section_.title) || (page && shows_examples(*page));
        if (lexicon_ && examples) return false;
        PointColumn column = first_sentences(blocks_, claimed_, lexicon_);
        if (lexicon_)
            column.more += std::erase_if(column.points, [&](const Point& point) {
                return speaks_of_listing(point.tail, section_.title, *lexicon_);
            });
        // No claim and one sentence: that is the claim.
        if (gist_.claim.empty() && column.points.size() == 1) {
            claim_first(column);
            return false;
        }
        if (column.points.size() == 1 && lexicon_ &&
            (!names_subject(column.points.front().tail, section_.title, *lexicon_) ||
             !has_stop(column.points.front().tail))) {
            gist_.cuts.push_back({CutKind::points, 1, {}});
            return false;
        }
        gist_.points_are_sentences = true;
        return listed(std::move(column));
    }
    /// A detail from further on is none.
    void claim_first(PointColumn& column) {
        Point& first = column.points.front();
        if (lexicon_ && !names_subject(first.tail, section_.title, *lexicon_)) return;
        // Without a stop it leads to what is shown below it.
        if (lexicon_ && !has_stop(first.tail) && holds_special(section_.whole)) return;
        gist_.claim = std::move(first.tail);
        gist_.cuts = std::move(first.cuts);
        if (!lexicon_ || !denies_ability(gist_.claim, section_.title, *lexicon_)) return;
        auto said = last_resort(section_, lexicon_);
        if (!said.empty()) gist_.claim = std::move(said);
    }
    bool lists() {
        if (lists_.empty()) return false;
        auto shown = shown_of(lists_, lexicon_);
        if (auto* sides = std::get_if<Sides>(&shown)) return take(std::move(*sides));
        return take(std::get<PointColumn>(std::move(shown)), GistKind::points);
    }
    /// A table, listing or picture says more than the first sentences of what stands around it; of
    /// several under deeper headings none stands for the others.
    void weigh_special() {
        if (!gist_.special || gist_.kind != GistKind::points) return;
        if (gist_.points_are_sentences) {
            auto& points = gist_.main.points;
            if (gist_.claim.empty()) claim_first(gist_.main);
            if (points.front().tail.empty()) points.erase(points.begin());
            if (!points.empty()) gist_.cuts.push_back({CutKind::points, points.size(), {}});
            gist_.main = {};
            gist_.kind = GistKind::nothing;
        } else if (!holds_special(section_.own) && more_specials_ > 0) {
            leave_special(gist_);
        }
    }
    /// Of a drawing in characters half means nothing: all of it is shown, or none.
    void weigh_drawing() {
        const auto* code =
            gist_.special ? std::get_if<doc::CodeBlock>(&gist_.special->node) : nullptr;
        if (!code || !is_line_drawing(*code)) return;
        const bool has_foot = gist_.further.tables + gist_.further.listings > 0;
        if (!fits_whole(*code, 0, has_foot)) return leave_special(gist_);
        gist_.special_alone = !fits_whole(*code, doc::plain_text(gist_.claim).size(), has_foot);
    }
    /// Without a claim, a table keeps the sentence that leads to it: what its rows are for.
    void lead_to_table() {
        const bool bare = gist_.claim.empty() && gist_.kind == GistKind::nothing;
        if (!bare || !gist_.special || !std::holds_alternative<doc::Table>(gist_.special->node))
            return;
        const auto table = std::find(blocks_.begin(), blocks_.end(), gist_.special);
        if (table == blocks_.begin() || table == blocks_.end()) return;
        const auto* words = words_of_paragraph(**std::prev(table));
        auto lead = words ? lead_in(*words, lexicon_) : std::nullopt;
        if (lead && count_words(*lead) <= longest_label && !leans(*lead, lexicon_))
            gist_.claim = *std::move(lead);
    }
    void find_specials() {
        const auto found = specials_of(section_.whole, told_as_steps_, shown_beside_,
                                       gist_.kind == GistKind::columns);
        gist_.special = found.shown;
        more_specials_ = found.more;
        gist_.further = found.further;
        gist_.special_tab = found.tab;
    }
    const Passage& section_;
    const Lexicon* lexicon_;
    LeadsTo led_;
    std::vector<const doc::Block*> blocks_;
    std::vector<LedList> lists_;
    std::vector<std::size_t> terms_;  ///< paragraphs that are one each
    std::optional<std::size_t> claimed_;
    const doc::Block* told_as_steps_ = nullptr;  ///< a table that is shown as steps
    std::size_t shown_beside_ = 0;               ///< specials that stand in two columns
    std::size_t more_specials_ = 0;              ///< those beside the one to be shown
    PointColumn refused_;                        ///< with a lead-in that can't stand first
    GistKind refused_kind_{};
    Gist gist_;
};

}  // namespace

Gist gist_of(const Passage& section, const Lexicon* lexicon, LeadsTo led) {
    return GistMaker(section, lexicon, led).make();
}

}  // namespace triptych::deck
