#include "deck/gist/led_lists.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "deck/flat/flat_text.hpp"
#include "deck/gist/stance.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/numbers.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_value = 6, longest_of_values = 16, longest_row = 14,
                      longest_column_label = 12;  // words
constexpr double share_of_links = 0.6;

bool holds_links(const doc::List& list) {
    const auto links =
        std::count_if(list.items.begin(), list.items.end(), [](const doc::ListItem& item) {
            const auto* paragraph = item.body.size() == 1
                                        ? std::get_if<doc::Paragraph>(&item.body.front().node)
                                        : nullptr;
            return paragraph && points_elsewhere(paragraph->body);
        });
    return static_cast<double>(links) > share_of_links * static_cast<double>(list.items.size());
}

/// "Type: number", whatever the thing is for.
bool is_attribute(const doc::ListItem& item, std::size_t longest, const Lexicon& lexicon) {
    const auto* line =
        item.body.size() == 1 ? std::get_if<doc::Paragraph>(&item.body.front().node) : nullptr;
    if (!line) return false;
    const FlatText flat = flatten(line->body);
    const auto words = words_in(flat.text, {0, flat.text.size()});
    const std::size_t label = lexicon.attribute.match_at(words, 0);
    if (label == 0 || words.size() > label + longest) return false;
    return label == words.size() ||
           flat.at({words[label - 1].range.end, words[label].range.begin}).find_first_of(":{=") !=
               std::string_view::npos;
}

/// "See also:", whatever stands below it.
bool leads_to_reading(const doc::Inlines& lead, const Lexicon* lexicon) {
    const auto words = words_in(lead);
    return lexicon && (lexicon->see_also.hold(words) || lexicon->further_reading.hold(words));
}

bool holds_tasks(const doc::List& list) {
    return std::any_of(list.items.begin(), list.items.end(),
                       [](const doc::ListItem& item) { return item.task != doc::TaskState::none; });
}

/// What a lead-in at the end of paragraph `at` may lean on: the sentence before it.
doc::Inlines before_lead_in(const std::vector<const doc::Block*>& blocks, std::size_t at,
                            const Lexicon* lexicon) {
    auto found = sentence_from_end(*words_of_paragraph(*blocks[at]), 1, lexicon);
    const auto* above = at > 0 ? words_of_paragraph(*blocks[at - 1]) : nullptr;
    if (!found && above) found = sentence_from_end(*above, 0, lexicon);
    return found.value_or(doc::Inlines());
}

/// Finds lists that go on counting where the last one ended.
class Counting {
public:
    /// The list among `lists` that `list` goes on from; null when there is none. Then `list` must
    /// be the next one in `lists`, with which counting begins anew.
    LedList* goes_on(const doc::List& list, std::vector<LedList>& lists) {
        if (!list.ordered) return nullptr;
        const auto numbers = doc::numbers_of(list);
        const bool same = next_ && *next_ == numbers.front() && numbering_ == list.numbering;
        next_ = numbers.back() + std::int64_t{1};
        numbering_ = list.numbering;
        if (!same) at_ = lists.size();
        return same ? &lists[at_] : nullptr;
    }

private:
    std::optional<std::int64_t> next_;
    doc::Numbering numbering_{};
    std::size_t at_ = 0;
};

/// Of a list of one item that leads on to a list under it, that list; else itself.
LedList without_outer(LedList led, const Lexicon* lexicon) {
    const auto& items = led.list->items;
    const bool alone = !led.list->ordered && items.size() == 1;
    if (!alone || items.front().body.size() != 2 || !led.label.empty()) return led;
    const auto* words = words_of_paragraph(items.front().body[0]);
    const auto* inner = std::get_if<doc::List>(&items.front().body[1].node);
    if (!words || !inner || inner->items.empty()) return led;
    auto label = lead_in(*words, lexicon);
    if (!label) return led;
    led.list = inner;
    led.label = *std::move(label);
    led.open_label.clear();
    return led;
}

PointColumn points_of(const LedList& led, const Lexicon* lexicon) {
    const bool forbidden = led.forbidden || forbids(led.label);
    if (led.going_on.empty()) return points_of(*led.list, lexicon, forbidden);
    doc::List whole = *led.list;
    for (const doc::List* part : led.going_on)
        whole.items.insert(whole.items.end(), part->items.begin(), part->items.end());
    return points_of(whole, lexicon, forbidden);
}

/// The first of several lists, and how many points the others have.
PointColumn first_list(const std::vector<LedList>& lists, const Lexicon* lexicon) {
    PointColumn column = points_of(lists.front(), lexicon);
    column.label = lists.front().label;
    for (std::size_t i = 1; i < lists.size(); ++i) column.more += lists[i].count_items();
    return column;
}

std::variant<PointColumn, Sides> two_lists(const std::vector<LedList>& lists,
                                           const Lexicon* lexicon) {
    PointColumn columns[2];
    for (std::size_t i = 0; i < 2; ++i) {
        columns[i] = points_of(lists[i], lexicon);
        columns[i].label = lists[i].label;
        if (columns[i].label.empty() || columns[i].points.empty() ||
            leans_on_sentence(columns[i].label, lexicon) ||
            count_words(columns[i].label) > longest_column_label)
            return first_list(lists, lexicon);
    }
    return Sides{std::move(columns[0]), std::move(columns[1]),
                 stances_of(lists[0].label, lists[1].label, lexicon)};
}

}  // namespace

std::size_t LedList::count_items() const {
    std::size_t count = list->items.size();
    for (const doc::List* part : going_on) count += part->items.size();
    return count;
}

bool holds_attributes(const doc::List& list, const Lexicon* lexicon) {
    // One alone may well say what the thing is for: "Returns: …".
    const std::size_t longest = list.items.size() > 1 ? longest_of_values : longest_value;
    return lexicon && std::all_of(list.items.begin(), list.items.end(), [&](const auto& item) {
               return is_attribute(item, longest, *lexicon);
           });
}

std::vector<LedList> lists_in(const std::vector<const doc::Block*>& blocks, const Lexicon* lexicon,
                              LinkLists links) {
    std::vector<LedList> lists;
    Counting counting;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* list = std::get_if<doc::List>(&blocks[i]->node);
        if (!list || list->items.empty()) continue;
        if (links == LinkLists::left_out &&
            (holds_links(*list) || holds_attributes(*list, lexicon)))
            continue;
        const auto* words = i > 0 ? words_of_paragraph(*blocks[i - 1]) : nullptr;
        if (words && links == LinkLists::left_out && leads_to_reading(*words, lexicon)) continue;
        if (LedList* before = counting.goes_on(*list, lists)) {
            before->going_on.push_back(list);
            continue;
        }
        LedList led{list};
        if (auto label = words ? lead_in(*words, lexicon) : std::nullopt)
            led.label = std::move(*label);
        else if (auto open = words ? open_lead_in(*words, lexicon) : std::nullopt)
            led.open_label = std::move(*open);
        else if (auto stopped = words ? stopped_lead_in(*words, lexicon) : std::nullopt)
            led.open_label = std::move(*stopped);
        if (words) led.before = before_lead_in(blocks, i - 1, lexicon);
        led.open_block = i > 0 ? i - 1 : 0;
        lists.push_back(without_outer(std::move(led), lexicon));
    }
    return lists;
}

std::vector<Point> rows_of(const std::vector<LedList>& lists) {
    std::vector<Point> points;
    for (const LedList& led : lists) {
        if (led.label.empty() || !led.going_on.empty()) continue;
        Point point;
        point.head = bare_title(led.label);
        point.span = led.list->items.front().span;
        doc::Inlines row;
        for (const auto& item : led.list->items) {
            const auto* words =
                item.body.size() == 1 ? words_of_paragraph(item.body.front()) : nullptr;
            if (!words) {
                row.clear();
                break;
            }
            if (!row.empty()) row.push_back({doc::Text{" · "}, item.span});
            row.insert(row.end(), words->begin(), words->end());
        }
        if (count_words(row) <= longest_row) point.tail = std::move(row);
        points.push_back(std::move(point));
    }
    return points;
}

void drop_leads(PointColumn& column, const Lexicon* lexicon) {
    column.more += std::erase_if(column.points, [&](const Point& point) {
        if (!point.tail.empty() || !lexicon) return false;
        const FlatText flat = flatten(point.head);
        // "When the gate is open:" waits for what is so then.
        const bool waits = lexicon->subordinate.start(words_in(point.head)) &&
                           flat.text.find(',') == std::string::npos;
        return waits || !says_enough(point.head, lexicon) ||
               !stands_alone(flat, trimmed(flat.text, {0, flat.text.size()}), *lexicon);
    });
}

PointColumn tasks_of(const std::vector<LedList>& lists, const Lexicon* lexicon) {
    PointColumn column;
    std::size_t others = 0;
    for (const LedList& led : lists) {
        if (!holds_tasks(*led.list)) {
            others += led.count_items();
            continue;
        }
        auto points = points_of(*led.list, lexicon);
        if (column.points.empty()) column.label = led.label;
        column.more += points.more;
        std::move(points.points.begin(), points.points.end(), std::back_inserter(column.points));
    }
    limit(column);
    if (!column.points.empty()) column.more += others;
    return column;
}

std::variant<PointColumn, Sides> shown_of(const std::vector<LedList>& lists,
                                          const Lexicon* lexicon) {
    if (lists.size() == 2) return two_lists(lists, lexicon);
    if (lists.size() < 2) return first_list(lists, lexicon);
    PointColumn column;
    column.points = rows_of(lists);
    if (column.points.size() < lists.size()) return first_list(lists, lexicon);
    even_out(column.points, lexicon);
    drop_leads(column, lexicon);
    if (column.points.size() * 2 <= lists.size()) return first_list(lists, lexicon);
    limit(column);
    return column;
}

}  // namespace triptych::deck
