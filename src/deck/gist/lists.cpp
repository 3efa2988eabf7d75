#include "deck/gist/lists.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/items.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/waymark.hpp"
#include "deck/split/text.hpp"
#include "doc/numbers.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_points = 6, most_short_points = 8, most_terse_points = 12;
constexpr std::size_t short_point = 9, terse_point = 5;  // words
constexpr std::size_t usual_item = 24, item_of_few = 32, few_items = 4;
constexpr std::size_t longest_counted = 40;                       // words
constexpr std::size_t longest_bare_term = 2, least_sentence = 4;  // words
constexpr std::size_t usual_room = 45, room_of_few = 56;          // words, beside a claim
constexpr double share_of_sentences = 0.6;
constexpr double share_of_terms = 0.5, share_of_titles = 0.7;

/// Whether the items are parts of one sentence: "a, b and c."
bool is_one_sentence(const doc::List& list) {
    return std::any_of(list.items.begin(), list.items.end(), [](const doc::ListItem& item) {
        const auto* words = item.body.empty() ? nullptr : words_of_paragraph(item.body.front());
        const std::string text = words ? doc::plain_text(*words) : std::string();
        const auto last = text::trim(text);
        return last.ends_with(';') || last.ends_with(',');
    });
}

/// "Step 1: …".
bool counts_by_word(const doc::ListItem& item) {
    static const Phrases steps = {"step",  "stage", "phase", "day",     "week", "month", "round",
                                  "étape", "temps", "jour",  "semaine", "mois", "tour"};
    const auto* words = item.body.empty() ? nullptr : words_of_paragraph(item.body.front());
    if (words == nullptr) return false;
    const auto found = words_in(*words);
    return found.size() > 1 && steps.match_at(found, 0) == 1 &&
           doc::typography::is_digit(static_cast<unsigned char>(found[1].folded[0]));
}

/// Whether the author numbers the items: by the list, or by a word in front of each.
bool counts_items(const doc::List& list) {
    return list.ordered || (list.items.size() > 1 &&
                            std::all_of(list.items.begin(), list.items.end(), counts_by_word));
}

/// Without the full stop of a sentence whose other parts have lost their signs, too.
void drop_full_stop(doc::Inlines& words, const Lexicon* lexicon) {
    const FlatText flat = flatten(words);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    const std::string_view text = flat.at(all);
    if (!text.ends_with('.') || text.ends_with("..") || text.ends_with("etc.")) return;
    if (sentences_of(flat, lexicon).size() > 1) return;
    words = slice(words, {{all.begin, all.end - 1}});
}

/// How many of the points may be shown: six, or more of short ones and of steps.
std::size_t limit_for(const std::vector<Point>& points, bool counted) {
    std::size_t longest = 0;
    for (const Point& point : points) longest = std::max(longest, count_words(point));
    return longest <= terse_point              ? most_terse_points
           : longest <= short_point || counted ? most_short_points
                                               : most_points;
}

bool is_sentence(const Point& point) {
    return point.head.empty() && count_words(point.tail) >= least_sentence;
}

/// A term that has lost what is said of it.
bool is_bare_term(const Point& point) {
    return !point.head.empty() && point.tail.empty() &&
           count_words(point.head) <= longest_bare_term && !point.cuts.empty();
}

/// A label without its text says nothing among sentences, nor does a bare term among whole ones.
void drop_bare_terms(PointColumn& column, const Lexicon* lexicon) {
    auto& points = column.points;
    const auto sentences = std::count_if(points.begin(), points.end(), is_sentence);
    const bool few_others =
        static_cast<double>(sentences) >= share_of_sentences * static_cast<double>(points.size());
    if (!lexicon || column.counted || sentences < 2 || !few_others) return;
    column.more += std::erase_if(points, [&](const Point& point) {
        return point.head.empty() && is_empty_label(point.tail, *lexicon);
    });
    const bool whole = std::all_of(points.begin(), points.end(), [](const Point& point) {
        return is_bare_term(point) || (is_sentence(point) && has_stop(point.tail));
    });
    if (whole) column.more += std::erase_if(points, is_bare_term);
}

}  // namespace

const doc::Inlines* words_of_paragraph(const doc::Block& block) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
    return paragraph ? &paragraph->body : nullptr;
}

void drop_tail(Point& point) {
    point.cuts = {{CutKind::tail, 1, doc::plain_text(point.tail)}};
    point.tail.clear();
    point.untold = true;
}

void fill_untold(std::vector<Point>& points, const std::function<Point(std::size_t)>& fuller) {
    const auto is_told = [](const Point& point) {
        return !point.head.empty() && !point.tail.empty();
    };
    std::vector<Point> filled = points;
    const std::size_t room = points.size() <= few_points ? room_of_few : usual_room;
    std::size_t words = 0;
    for (std::size_t i = 0; i < filled.size() && words <= room; ++i) {
        Point& point = filled[i];
        Point more = point.untold ? fuller(i) : Point();
        if (!more.tail.empty()) {
            point.tail = std::move(more.tail);
            point.cuts = std::move(more.cuts);
            point.untold = false;
            point.filled = true;
        }
        words += count_words(point);
    }
    // Where no head had anything behind it, whole points beside them are as bare.
    const bool some = std::any_of(points.begin(), points.end(), is_told);
    const bool all = std::all_of(filled.begin(), filled.end(), [&](const Point& point) {
        return is_told(point) || (some && point.head.empty());
    });
    if (all && words <= room) points = std::move(filled);
}

std::size_t count_untold(const std::vector<Point>& points) {
    const bool some_told = std::any_of(points.begin(), points.end(), [](const Point& point) {
        return !point.head.empty() && !point.tail.empty();
    });
    if (!some_told) return 0;
    return static_cast<std::size_t>(std::count_if(
        points.begin(), points.end(), [](const Point& p) { return p.tail.empty() && p.untold; }));
}

bool may_lose_tail(const Point& point, const Lexicon* lexicon) {
    return !point.head.empty() && !point.tail.empty() && !is_conditional(point.tail, lexicon) &&
           !is_conditional(point.head, lexicon) && stands_as_term(point.head, lexicon);
}

void drop_empty(PointColumn& column) {
    column.more += std::erase_if(column.points, [](const Point& point) {
        return is_blank(point.head) && is_blank(point.tail);
    });
}

void limit(PointColumn& column) {
    const std::size_t most = limit_for(column.points, column.counted);
    if (column.points.size() <= most) return;
    column.more += column.points.size() - most;
    column.points.resize(most);
}

void even_out(std::vector<Point>& points, const Lexicon* lexicon) {
    const auto heads = std::count_if(points.begin(), points.end(),
                                     [](const Point& point) { return !point.head.empty(); });
    const auto with_tails = std::count_if(points.begin(), points.end(), [](const Point& point) {
        return !point.head.empty() && !point.tail.empty();
    });
    if (static_cast<double>(with_tails) >= share_of_terms * static_cast<double>(heads)) return;
    for (Point& point : points)
        if (may_lose_tail(point, lexicon)) drop_tail(point);
}

void even_out_titles(PointColumn& column, const Lexicon* lexicon) {
    auto& points = column.points;
    std::map<std::string, std::size_t> uses;
    for (const Point& point : points) ++uses[doc::plain_text(point.head)];
    const std::vector<Point> whole = points;
    even_out(points, lexicon);
    const auto without = std::count_if(points.begin(), points.end(),
                                       [](const Point& point) { return point.tail.empty(); });
    const auto most = (1 - share_of_titles) * static_cast<double>(points.size());
    if (static_cast<double>(without) > most)
        for (Point& point : points)
            if (!point.head.empty() && !point.tail.empty()) drop_tail(point);
    // A title that is used again says nothing without what stands under it.
    std::vector<Point> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::size_t& used = uses[doc::plain_text(whole[i].head)];
        if (used == 1)
            kept.push_back(std::move(points[i]));
        else if (!whole[i].tail.empty())
            kept.push_back(whole[i]);
        else
            ++column.more;
    }
    points = std::move(kept);
}

void drop_empty_labels(PointColumn& column, const Lexicon* lexicon) {
    if (!lexicon) return;
    const auto is_empty = [&](const Point& point) {
        return says_nothing(point.head, point.tail, *lexicon) ||
               (point.tail.empty() && lexicon->further_reading.hold(words_in(point.head)));
    };
    if (std::none_of(column.points.begin(), column.points.end(), is_empty)) return;
    column.more += std::erase_if(column.points, [&](const Point& point) {
        return is_empty(point) || (point.tail.empty() && is_empty_beside(point.head, *lexicon));
    });
}

PointColumn points_of(const doc::List& list, const Lexicon* lexicon, bool forbidden) {
    PointColumn column;
    column.counted = list.ordered;
    column.numbering = list.numbering;
    const auto numbers = doc::numbers_of(list);
    const bool counts = counts_items(list);
    ItemLimits limits = {list.items.size() <= few_items ? item_of_few : usual_item};
    limits.forbidden = forbidden;
    // "Step 2" alone says nothing between two others.
    if (counts && !list.ordered) limits.tail = longest_tail(few_points);
    bool last_shown = false;
    std::vector<const doc::ListItem*> sources;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        auto point = point_of(list.items[i], limits, lexicon);
        // Who counts begins with the first; steps behind one that is left out would mislead.
        if (!point && counts) point = point_of(list.items[i], {longest_counted}, lexicon);
        if (!point && i == 0 && counts) return {};
        if (!point && counts && column.points.size() > 1) {
            column.more += list.items.size() - i;
            break;
        }
        const bool lost = i > 0 && !last_shown && adds_to_last(list.items[i], lexicon);
        last_shown = point && !lost;
        if (!last_shown) {
            ++column.more;
            continue;
        }
        point->number = numbers[i];
        column.points.push_back(std::move(*point));
        sources.push_back(&list.items[i]);
    }
    // What is said of a few stands for more than their names.
    limits.tail = longest_tail(sources.size());
    fill_untold(column.points, [&](std::size_t i) {
        return point_of(*sources[i], limits, lexicon).value_or(Point());
    });
    if (is_one_sentence(list))
        for (Point& point : column.points)
            drop_full_stop(point.tail.empty() ? point.head : point.tail, lexicon);
    even_out(column.points, lexicon);
    drop_bare_terms(column, lexicon);
    limit(column);
    return column;
}

void drop_repeated(PointColumn& column, const doc::Inlines& claim) {
    constexpr double most = 0.6;
    constexpr std::size_t least_letters = 4;  // of a word that says something
    const auto said = words_in(claim);
    column.more += std::erase_if(column.points, [&](const Point& point) {
        std::size_t words = 0, again = 0;
        for (const TextWord& word : words_in(point.head.empty() ? point.tail : point.head)) {
            if (word.folded.size() < least_letters) continue;
            ++words;
            again += std::any_of(said.begin(), said.end(), [&](const TextWord& other) {
                return other.folded == word.folded;
            });
        }
        return words > 0 && static_cast<double>(again) >= most * static_cast<double>(words);
    });
}

std::size_t count_words(const Point& point) {
    return count_words(point.head) + count_words(point.tail);
}

}  // namespace triptych::deck
