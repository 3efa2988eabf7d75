#include "deck/digest/gist.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/digest/lists.hpp"
#include "deck/digest/sentences.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_label = 16, longest_column_label = 12;  // words
constexpr std::size_t longest_child_claim = 12, most_claim_paragraphs = 3;
constexpr std::size_t longest_resort = 45, shown_code_lines = 2;

using Blocks = std::span<const doc::Block>;

/// Calls `visit` for each block, going into containers that only arrange or fold.
template <typename Visit>
void for_each_flat(Blocks blocks, const Visit& visit) {
    for (const auto& block : blocks) {
        if (const auto* columns = std::get_if<doc::Columns>(&block.node)) {
            for (const auto& column : columns->columns) for_each_flat(Blocks(column.body), visit);
        } else if (const auto* tabs = std::get_if<doc::Tabs>(&block.node);
                   tabs && tabs->tabs.size() == 1) {
            for_each_flat(Blocks(tabs->tabs.front().body), visit);
        } else {
            visit(block);
        }
    }
}

std::vector<const doc::Block*> flat_blocks(Blocks blocks) {
    std::vector<const doc::Block*> flat;
    for_each_flat(blocks, [&](const doc::Block& block) { flat.push_back(&block); });
    return flat;
}

bool is_opposite(const doc::Inlines& label, const Lexicon* lexicon) {
    const std::string text = doc::plain_text(label);
    if (text.find("\xE2\x9D\x8C") != std::string::npos ||
        text.find("\xE2\x9C\x85") != std::string::npos)
        return true;
    const auto words = words_in(text, {0, text.size()});
    return lexicon && !words.empty() && lexicon->opposites.match_at(words, 0) == words.size();
}

bool is_special(const doc::Block& block) {
    if (const auto* code = std::get_if<doc::CodeBlock>(&block.node))
        return static_cast<std::size_t>(std::count(code->text.begin(), code->text.end(), '\n')) >=
               shown_code_lines;
    if (const auto* figure = std::get_if<doc::Figure>(&block.node))
        return !figure->pictures.empty();
    return std::holds_alternative<doc::Table>(block.node) ||
           std::holds_alternative<doc::Diagram>(block.node) ||
           std::holds_alternative<doc::MathBlock>(block.node);
}

/// Calls `visit` for each special at any depth.
template <typename Visit>
void for_each_special(Blocks blocks, const Visit& visit) {
    for (const auto& block : blocks) {
        if (is_special(block)) {
            visit(block);
            continue;
        }
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) { for_each_special(Blocks(inner), visit); });
    }
}

const doc::Callout* first_warning(Blocks blocks) {
    for (const auto& block : blocks)
        if (const auto* callout = std::get_if<doc::Callout>(&block.node))
            if (callout->kind == doc::CalloutKind::warning ||
                callout->kind == doc::CalloutKind::danger)
                return callout;
    return nullptr;
}

/// Works out what of one section is shown.
class GistMaker {
public:
    GistMaker(const Passage& section, const Lexicon* lexicon)
        : section_(section), lexicon_(lexicon), blocks_(flat_blocks(section.own)) {}

    Gist make() {
        lists_ = lists_in(blocks_, lexicon_);
        find_claim();
        find_points();
        find_specials();
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
            if (++paragraphs > most_claim_paragraphs) return;
            auto found = claim_in(*words, lexicon_);
            if (!found) continue;
            gist_.claim = std::move(found->words);
            gist_.claim_has_condition = found->has_condition;
            claimed_ = i;
            return;
        }
    }
    void find_points() {
        if (tasks() || steps() || headings() || tabs() || one_list() || two_lists() ||
            more_lists() || cards() || sentences())
            return;
        gist_.kind = GistKind::nothing;
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
        for (const auto* block : blocks_) {
            const auto* steps = std::get_if<doc::Steps>(&block->node);
            if (!steps) continue;
            PointColumn column;
            for (const auto& step : steps->steps)
                column.points.push_back(titled(step.title, Blocks(step.body), step.id, step.span));
            limit(column);
            return take(std::move(column), GistKind::steps);
        }
        return false;
    }
    /// A title with its claim, where that is short.
    Point titled(const doc::Inlines& title, Blocks body, const std::string& id, Span span) const {
        Point point;
        point.id = id;
        point.span = span;
        auto claim = claim_of(body, lexicon_);
        if (count_words(claim) <= longest_child_claim) point.tail = std::move(claim);
        point.head = bare_title(title);
        if (is_blank(point.head)) point.head.clear();
        return point;
    }
    bool headings() {
        std::vector<const Passage*> children;
        for (const Passage& child : section_.children)
            if (!leads_elsewhere(child, lexicon_)) children.push_back(&child);
        if (children.size() == 1 && details_count() == 0) return content_of(*children.front());
        if (children.size() == 2 && details_count() == 0 && beside(*children[0], *children[1]))
            return true;
        PointColumn column;
        for (const Passage* child : children)
            column.points.push_back(titled(child->title, child->own, child->id, child->span));
        for (const auto* block : blocks_)
            if (const auto* details = std::get_if<doc::Details>(&block->node))
                column.points.push_back(
                    titled(details->summary, Blocks(details->body), details->id, block->span));
        if (column.points.size() < 2) return false;
        even_out(column.points, lexicon_);
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
        if (inner.kind == GistKind::nothing || inner.kind == GistKind::columns) return false;
        if (gist_.claim.empty()) {
            gist_.claim = std::move(inner.claim);
            gist_.claim_has_condition = inner.claim_has_condition;
        }
        // A lead-in that says more than the title has to stay with its list.
        if (inner.main.label.empty()) inner.main.label = bare_title(child.title);
        inner.main.id = child.id;
        return take(std::move(inner.main), inner.kind);
    }
    PointColumn column_of(const Passage& child) const {
        Gist inner = GistMaker(child, lexicon_).make();
        PointColumn column = std::move(inner.main);
        if (inner.kind == GistKind::columns) column.points.clear();
        if (column.points.empty() && !inner.claim.empty()) {
            Point point;
            point.tail = std::move(inner.claim);
            point.span = child.span;
            column.points.push_back(std::move(point));
        }
        if (!column.label.empty() && is_conditional(column.label, lexicon_))
            column.points.clear();  // its lead-in has no room under the title
        column.label = bare_title(child.title);
        column.id = child.id;
        return column;
    }
    bool beside(const Passage& left, const Passage& right) {
        PointColumn first = column_of(left), second = column_of(right);
        if (first.points.empty() || second.points.empty()) return false;
        return take_columns(std::move(first), std::move(second));
    }
    bool take_columns(PointColumn first, PointColumn second) {
        gist_.compares = is_opposite(first.label, lexicon_) && is_opposite(second.label, lexicon_);
        gist_.columns.push_back(std::move(first));
        gist_.columns.push_back(std::move(second));
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
        return take_columns(std::move(columns[0]), std::move(columns[1]));
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
            point.span = blocks_[i]->span;
            column.points.push_back(std::move(point));
        }
        // No claim and one sentence: that is the claim.
        if (gist_.claim.empty() && column.points.size() == 1) {
            gist_.claim = std::move(column.points.front().tail);
            return false;
        }
        limit(column);
        return take(std::move(column), GistKind::points);
    }
    void find_specials() {
        for_each_special(section_.whole, [&](const doc::Block& block) {
            if (!gist_.special)
                gist_.special = &block;
            else
                ++gist_.more_specials;
        });
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
    std::optional<std::size_t> claimed_;
    Gist gist_;
};

}  // namespace

Gist gist_of(const Passage& section, const Lexicon* lexicon) {
    return GistMaker(section, lexicon).make();
}

doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon) {
    std::size_t paragraphs = 0;
    for (const auto& block : blocks) {
        const auto* words = words_of_paragraph(block);
        if (!words) {
            if (std::holds_alternative<doc::List>(block.node) || is_special(block)) return {};
            continue;
        }
        if (++paragraphs > most_claim_paragraphs) return {};
        if (auto found = claim_in(*words, lexicon)) return std::move(found->words);
    }
    return {};
}

doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon) {
    for (const auto* block : flat_blocks(section.whole)) {
        const auto* words = words_of_paragraph(*block);
        if (!words || is_blank(*words)) continue;
        if (auto found = whole_start(*words, longest_resort, lexicon))
            return std::move(found->words);
    }
    return {};
}

}  // namespace triptych::deck
