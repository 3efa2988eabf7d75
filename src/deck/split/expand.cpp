#include <algorithm>
#include <utility>

#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "deck/flat/title.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_shared_step = 25;     // words; longer steps get a slide each
constexpr std::size_t longest_shared_details = 60;  // words
constexpr std::size_t longest_shared_callout = 40;  // words
constexpr std::size_t most_cards = 6;
constexpr std::uint8_t nested_cut = 3;

doc::Inlines with_counter(doc::Inlines inlines, std::size_t number, std::size_t count,
                          std::string_view language, Span span) {
    const std::string numbers = std::to_string(number) + "/" + std::to_string(count);
    inlines.push_back({doc::Text{" (" + own_digits(numbers, language) + ")"}, span});
    return inlines;
}

bool is_figure(const doc::Block& block) { return doc::traits_of(block).is_figure; }

bool is_dense(const doc::Block& block) { return doc::traits_of(block).is_dense; }

bool wants_room(const doc::Block& block) { return is_figure(block) || is_dense(block); }

bool is_short(const doc::Step& step) {
    return doc::count_words(step.body) + count_words(step.title) <= longest_shared_step &&
           std::all_of(step.body.begin(), step.body.end(),
                       [](const doc::Block& block) { return doc::traits_of(block).is_prose; }) &&
           !holds_figure(step.body);
}

/// Hands the blocks of a section out to slides.
class Expander {
public:
    Expander(const Section& section, std::string_view language)
        : language_(language), name_(name_of(section)) {}

    void add(const doc::Blocks& blocks) {
        for (const auto& block : blocks) add(block);
    }
    std::vector<Slide> take() {
        flush();
        return std::move(slides_);
    }

private:
    void add(const doc::Block& block) {
        const auto keep_it = [&](const auto&) { keep(block); };
        std::visit(Match{[&](const doc::Heading& heading) { add(heading, block); },
                         [&](const doc::Callout& callout) { add(callout, block); },
                         [&](const doc::Figure&) { add_figure(block); },
                         [&](const doc::Tabs& tabs) { add(tabs); },
                         [&](const doc::Steps& steps) { add(steps, block); },
                         [&](const doc::Cards& cards) { add(cards, block); },
                         [&](const doc::Details& details) { add(details, block); },
                         [&](const doc::Updates& updates) { add(updates); },
                         [](const doc::ThematicBreak&) {},
                         [&](const doc::Paragraph& node) { keep_it(node); },
                         [&](const doc::List&) { keep_lifted(block); },
                         [&](const doc::Quote&) { keep_lifted(block); },
                         [&](const doc::CodeBlock&) { add_dense(block); },
                         [&](const doc::Diagram& node) { keep_it(node); },
                         [&](const doc::MathBlock& node) { keep_it(node); },
                         [&](const doc::Table&) { add_dense(block); },
                         [&](const doc::MissingPicture& node) { keep_it(node); },
                         [&](const doc::Columns& columns) { add(columns, block); },
                         [&](const doc::LinkCard& node) { keep_it(node); },
                         [&](const doc::Unsupported& node) { keep_it(node); }},
                   block.node);
    }
    void keep(const doc::Block& block) { blocks_.push_back(block); }
    void keep_lifted(const doc::Block& block) {
        if (!holds_figure({block})) return keep(block);
        for (const auto& part : lift_figures(block))
            is_figure(part) ? add_figure(part) : keep(part);
    }

    void add(const doc::Heading& heading, const doc::Block& block) {
        if (depth_ == 0 || heading.written_level > nested_cut) return keep(block);
        flush();
        name_.section = heading.id;
        name_.number = heading.number;
        if (!is_blank(heading.body)) name_.title = heading.body;
        name_.span = block.span;
    }
    void add(const doc::Callout& callout, const doc::Block& block) {
        const bool long_one = doc::count_words(callout.body) > longest_shared_callout;
        if (long_one) flush();
        keep_lifted(block);
        if (long_one) flush();
    }
    /// Columns with a picture show what they hold one behind the other: text beside its picture.
    void add(const doc::Columns& columns, const doc::Block& block) {
        if (!holds_figure({block})) return keep(block);
        for (const auto& column : columns.columns) add(column.body);
    }
    void add_figure(const doc::Block& block) {
        start_behind(wants_room);
        keep(block);
    }
    void add_dense(const doc::Block& block) {
        start_behind(is_figure);
        keep(block);
    }
    /// Starts a slide with the text that stands behind the last block of the kind, if there is one:
    /// pictures share a slide neither with each other nor with tables and listings.
    void start_behind(bool (*is_kind)(const doc::Block&)) {
        const auto last = std::find_if(blocks_.rbegin(), blocks_.rend(), is_kind);
        if (last == blocks_.rend()) return;
        doc::Blocks behind(last.base(), blocks_.end());
        blocks_.erase(last.base(), blocks_.end());
        flush();
        blocks_ = std::move(behind);
    }
    void add(const doc::Tabs& tabs) {
        const bool alone = tabs.tabs.size() == 1;
        if (alone && tabs.tabs.front().title.empty()) return add(tabs.tabs.front().body);
        const auto above = as_kicker(name_.title);
        for (std::size_t i = 0; i < tabs.tabs.size(); ++i) {
            const auto& tab = tabs.tabs[i];
            const auto kicker =
                alone ? above : with_counter(above, i + 1, tabs.tabs.size(), language_, tab.span);
            within(inner_name(tab.id, {}, tab.title, kicker, tab.span), tab.body);
        }
    }
    void add(const doc::Steps& steps, const doc::Block& block) {
        if (std::all_of(steps.steps.begin(), steps.steps.end(), is_short)) return keep(block);
        const auto above = as_kicker(name_.title);
        for (std::size_t i = 0; i < steps.steps.size(); ++i) {
            const auto& step = steps.steps[i];
            const auto kicker =
                with_counter(above, i + 1, steps.steps.size(), language_, step.span);
            within(inner_name(step.id, own_digits(i + 1, language_), step.title, kicker, step.span),
                   step.body);
        }
    }
    void add(const doc::Cards& cards, const doc::Block& block) {
        if (cards.cards.size() <= most_cards) return keep(block);
        for (std::size_t begin = 0; begin < cards.cards.size(); begin += most_cards) {
            const std::size_t end = std::min(begin + most_cards, cards.cards.size());
            flush();
            keep(
                {doc::Cards{{cards.cards.begin() + begin, cards.cards.begin() + end}}, block.span});
        }
        flush();
    }
    void add(const doc::Details& details, const doc::Block& block) {
        if (doc::count_words(details.body) <= longest_shared_details && !holds_figure(details.body))
            return keep(block);
        within(inner_name(details.id, {}, details.summary, as_kicker(name_.title), block.span),
               details.body);
    }
    void add(const doc::Updates& updates) {
        const auto above = as_kicker(name_.title);
        for (const auto& update : updates.updates)
            within(
                inner_name(update.id, {}, inlines_of(update.date, update.span), above, update.span),
                update.body);
    }

    SlideName inner_name(const std::string& id, std::string number, const doc::Inlines& title,
                         const doc::Inlines& kicker, Span span) const {
        return {id.empty() ? name_.section : id, std::move(number),
                is_blank(title) ? name_.title : title, kicker, span};
    }
    void within(SlideName name, const doc::Blocks& body) {
        flush();
        std::swap(name_, name);
        ++depth_;
        const std::size_t before = slides_.size();
        add(body);
        flush();
        if (slides_.size() == before) slides_.push_back(named_slide());
        --depth_;
        std::swap(name_, name);
    }
    Slide named_slide() const { return named(SlideKind::content, name_); }
    void flush() {
        if (blocks_.empty()) return;
        slides_.push_back(named_slide());
        fill(slides_.back(), std::exchange(blocks_, {}));
    }

    std::string_view language_;
    SlideName name_;  ///< of the next slides
    doc::Blocks blocks_;
    std::vector<Slide> slides_;
    std::size_t depth_ = 0;
};

}  // namespace

std::vector<Slide> slides_of(const Section& section, std::string_view language) {
    Expander expander(section, language);
    expander.add(section.body);
    return expander.take();
}

}  // namespace triptych::deck
