#include "deck/digest/gist.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/digest/flat_blocks.hpp"
#include "deck/digest/lists.hpp"
#include "deck/digest/sentences.hpp"
#include "deck/digest/sides.hpp"
#include "deck/digest/stance.hpp"
#include "deck/digest/standing.hpp"
#include "deck/digest/steps.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_label = 16, longest_column_label = 12;  // words
constexpr std::size_t longest_term = 32;

using Blocks = std::span<const doc::Block>;

const doc::Callout* first_warning(Blocks blocks) {
    for (const auto& block : blocks)
        if (const auto* callout = std::get_if<doc::Callout>(&block.node))
            if (callout->kind == doc::CalloutKind::warning ||
                callout->kind == doc::CalloutKind::danger)
                return callout;
    return nullptr;
}

/// The paragraphs that open with a term in bold; one alone is none.
std::vector<std::size_t> terms_in(const std::vector<const doc::Block*>& blocks) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* words = words_of_paragraph(*blocks[i]);
        if (words && opens_with_term(*words)) found.push_back(i);
    }
    if (found.size() < 2) found.clear();
    return found;
}

/// Works out what of one section is shown.
class GistMaker {
public:
    GistMaker(const Passage& section, const Lexicon* lexicon)
        : section_(section), lexicon_(lexicon), blocks_(flat_blocks(section.own)) {}

    Gist make() {
        lists_ = lists_in(blocks_, lexicon_, LinkLists::left_out);
        terms_ = terms_in(blocks_);
        find_claim();
        find_points();
        find_links();
        find_specials();
        weigh_special();
        find_alert();
        if (gist_.claim.empty() && gist_.kind == GistKind::nothing) claim_of_callout();
        return std::move(gist_);
    }

private:
    /// Of the first paragraphs, before the first list, table or listing.
    void find_claim() {
        std::size_t paragraphs = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const auto* words = words_of_paragraph(*blocks_[i]);
            if (!words) {
                const bool led = !lists_.empty() && !lists_.front().label.empty();
                if (std::holds_alternative<doc::List>(blocks_[i]->node) && led) return;
                if (is_special(*blocks_[i])) return;
                continue;
            }
            if (++paragraphs > most_claim_paragraphs || is_term(i)) return;
            auto found = claim_in(*words, lexicon_);
            if (!found) continue;
            gist_.claim = std::move(found->words);
            gist_.claim_has_condition = found->has_condition;
            gist_.cuts = std::move(found->cuts);
            claimed_ = i;
            return;
        }
    }
    void find_points() {
        if (tasks() || steps() || compared() || headings() || tabs() || one_list() || two_lists() ||
            more_lists() || cards() || terms() || sentences())
            return;
        gist_.kind = GistKind::nothing;
    }
    /// Lists of links are further reading, unless nothing else says what the section is about.
    void find_links() {
        if (gist_.kind != GistKind::nothing || !gist_.claim.empty() || !lists_.empty()) return;
        lists_ = lists_in(blocks_, lexicon_, LinkLists::taken);
        if (lists_.empty() || lists_.front().label.empty() || !one_list()) lists_.clear();
    }
    bool take(PointColumn column, GistKind kind) {
        if (column.points.empty()) return false;
        gist_.main = std::move(column);
        gist_.kind = kind;
        if (count_words(gist_.main.label) > longest_label) {
            gist_.claim = std::exchange(gist_.main.label, {});
            gist_.claim_has_condition = true;
        }
        return true;
    }
    bool tasks() {
        PointColumn column;
        for (const LedList& led : lists_) {
            if (!holds_tasks(*led.list)) continue;
            auto points = points_of(*led.list, lexicon_);
            if (column.points.empty()) column.label = led.label;
            column.more += points.more;
            std::move(points.points.begin(), points.points.end(),
                      std::back_inserter(column.points));
        }
        limit(column);
        return take(std::move(column), GistKind::tasks);
    }
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
    Point titled(const doc::Inlines& title, Blocks body, const std::string& id, Span span) const {
        return titled_point(title, body, id, span, lexicon_);
    }
    bool headings() {
        std::vector<const Passage*> children;
        for (const Passage& child : section_.children)
            if (!leads_elsewhere(child, lexicon_)) children.push_back(&child);
        if (children.size() == 1 && details_count() == 0) return content_of(*children.front());
        if (children.size() == 2 && details_count() == 0)
            if (auto sides = sections_beside(*children[0], *children[1], lexicon_))
                return take(*std::move(sides));
        PointColumn column;
        for (const Passage* child : children)
            column.points.push_back(titled(child->title, child->own, child->id, child->span));
        for (const auto* block : blocks_)
            if (const auto* details = std::get_if<doc::Details>(&block->node))
                column.points.push_back(
                    titled(details->summary, Blocks(details->body), details->id, block->span));
        if (column.points.size() < 2) return false;
        even_out_titles(column.points, lexicon_);
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    std::size_t details_count() const {
        return static_cast<std::size_t>(
            std::count_if(blocks_.begin(), blocks_.end(), [](const doc::Block* block) {
                return std::holds_alternative<doc::Details>(block->node);
            }));
    }
    /// One heading under this one: what it holds stands under its title.
    bool content_of(const Passage& child) {
        if (!lists_.empty()) return false;
        Gist inner = GistMaker(child, lexicon_).make();
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
    bool tabs() {
        for (const auto* block : blocks_) {
            const auto* tabs = std::get_if<doc::Tabs>(&block->node);
            if (!tabs) continue;
            PointColumn column;
            for (const auto& tab : tabs->tabs)
                column.points.push_back(titled(tab.title, Blocks(tab.body), tab.id, tab.span));
            limit(column);
            return take(std::move(column), GistKind::points);
        }
        return false;
    }
    bool one_list() {
        if (lists_.size() != 1) return false;
        PointColumn column = points_of(*lists_.front().list, lexicon_);
        column.label = lists_.front().label;
        return take(std::move(column), GistKind::points);
    }
    bool two_lists() {
        if (lists_.size() != 2) return false;
        PointColumn columns[2];
        for (std::size_t i = 0; i < 2; ++i) {
            columns[i] = points_of(*lists_[i].list, lexicon_);
            columns[i].label = lists_[i].label;
            if (columns[i].label.empty() || columns[i].points.empty() ||
                count_words(columns[i].label) > longest_column_label)
                return first_list();
        }
        return take({std::move(columns[0]), std::move(columns[1]),
                     stances_of(lists_[0].label, lists_[1].label, lexicon_)});
    }
    /// The first of several lists, and how many points the others have.
    bool first_list() {
        PointColumn column = points_of(*lists_.front().list, lexicon_);
        column.label = lists_.front().label;
        for (std::size_t i = 1; i < lists_.size(); ++i) column.more += lists_[i].list->items.size();
        return take(std::move(column), GistKind::points);
    }
    bool more_lists() {
        if (lists_.size() < 3) return false;
        PointColumn column;
        column.points = rows_of(lists_);
        if (column.points.size() < lists_.size()) return first_list();
        even_out(column.points, lexicon_);
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    bool cards() {
        for (const auto* block : blocks_) {
            const auto* cards = std::get_if<doc::Cards>(&block->node);
            if (!cards) continue;
            PointColumn column;
            for (const auto& card : cards->cards) {
                Point point = titled(card.title, Blocks(card.body), {}, card.span);
                if (point.head.empty()) std::swap(point.head, point.tail);
                if (!point.head.empty()) column.points.push_back(std::move(point));
            }
            limit(column);
            return take(std::move(column), GistKind::points);
        }
        return false;
    }
    bool is_term(std::size_t block) const {
        return std::find(terms_.begin(), terms_.end(), block) != terms_.end();
    }
    /// Paragraphs that each open with a term in bold.
    bool terms() {
        PointColumn column;
        for (const std::size_t at : terms_) {
            auto point = point_of({{*blocks_[at]}, {}, blocks_[at]->span}, longest_term, lexicon_);
            if (point)
                column.points.push_back(*std::move(point));
            else
                ++column.more;
        }
        even_out(column.points, lexicon_);
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    /// First sentences of the paragraphs behind the one that has the claim.
    bool sentences() {
        PointColumn column;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (claimed_ && i <= *claimed_) continue;
            const auto* words = words_of_paragraph(*blocks_[i]);
            if (!words) continue;
            auto found = point_in(*words, lexicon_);
            if (!found) continue;
            Point point;
            point.tail = std::move(found->words);
            point.cuts = std::move(found->cuts);
            point.span = blocks_[i]->span;
            column.points.push_back(std::move(point));
        }
        // No claim and one sentence: that is the claim.
        if (gist_.claim.empty() && column.points.size() == 1) {
            gist_.claim = std::move(column.points.front().tail);
            gist_.cuts = std::move(column.points.front().cuts);
            return false;
        }
        limit(column);
        gist_.points_are_sentences = true;
        return take(std::move(column), GistKind::points);
    }
    /// A table, listing or picture says more than the first sentences of what stands around it; of
    /// several under deeper headings none stands for the others.
    void weigh_special() {
        if (!gist_.special || gist_.kind != GistKind::points) return;
        std::size_t own = 0;
        for_each_special(section_.own, [&](const doc::Block&) { ++own; });
        if (gist_.points_are_sentences) {
            auto& points = gist_.main.points;
            if (gist_.claim.empty()) {
                gist_.claim = std::move(points.front().tail);
                points.erase(points.begin());
            }
            if (!points.empty()) gist_.cuts.push_back({CutKind::points, points.size(), {}});
            gist_.main = {};
            gist_.kind = GistKind::nothing;
        } else if (own == 0 && gist_.more_specials > 0) {
            gist_.special = nullptr;
        }
    }
    void find_specials() {
        for_each_special(section_.whole, [&](const doc::Block& block) {
            if (&block == told_as_steps_) return;
            if (shown_beside_ > 0)
                --shown_beside_;
            else if (!gist_.special && gist_.kind != GistKind::columns)
                gist_.special = &block;
            else
                count_left_out(block);
        });
    }
    void count_left_out(const doc::Block& special) {
        ++gist_.more_specials;
        if (doc::traits_of(special).is_figure) ++gist_.more_pictures;
    }
    void find_alert() {
        const auto* warning = first_warning(section_.whole);
        if (!warning) return;
        auto words = claim_of(Blocks(warning->body), lexicon_);
        if (is_blank(words)) return;
        const Span span = warning->body.front().span;
        gist_.alert = doc::Callout{warning->kind, {paragraph_of(std::move(words), span)}};
    }
    void claim_of_callout() {
        for (const auto* block : blocks_) {
            const auto* callout = std::get_if<doc::Callout>(&block->node);
            const auto* quote = std::get_if<doc::Quote>(&block->node);
            if (callout && callout->kind != doc::CalloutKind::warning &&
                callout->kind != doc::CalloutKind::danger)
                gist_.claim = claim_of(Blocks(callout->body), lexicon_);
            if (quote) gist_.claim = claim_of(Blocks(quote->body), lexicon_);
            if (!gist_.claim.empty()) return;
        }
    }

    const Passage& section_;
    const Lexicon* lexicon_;
    std::vector<const doc::Block*> blocks_;
    std::vector<LedList> lists_;
    std::vector<std::size_t> terms_;  ///< paragraphs that are one each
    std::optional<std::size_t> claimed_;
    const doc::Block* told_as_steps_ = nullptr;  ///< a table that is shown as steps
    std::size_t shown_beside_ = 0;               ///< specials that stand in two columns
    Gist gist_;
};

}  // namespace

Gist gist_of(const Passage& section, const Lexicon* lexicon) {
    return GistMaker(section, lexicon).make();
}

}  // namespace triptych::deck
