#include "typeset/inline/break_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace triptych::typeset {

namespace {

using Kind = BreakItem::Kind;

constexpr int worst_badness = 1'000'000;
/// What glue gives is counted in steps of 1/297: 100 times the cube of a share is then its cube in
/// steps, shifted by 18 bits (The TeXbook, p. 97; TeX: The Program, §108).
constexpr std::int64_t whole_share = 297, largest_share = 6'390;
constexpr std::int32_t no_node = -1;
/// More active breaks than this are thinned out, so that the cost stays linear for any input.
constexpr std::size_t most_active = 600;

/// The fitness classes of The TeXbook, p. 97, in the order of their looseness.
enum class Fitness : std::uint8_t { tight, decent, loose, very_loose };
constexpr std::size_t fitness_classes = 4;
constexpr std::size_t hyphen_states = 3;

struct Sums {
    Length width, stretch, shrink, give;
};

/// A break that a line may start from, with the best way that leads to it.
struct Node {
    std::uint32_t item = 0;      ///< the line in front of it ends here
    std::uint32_t start = 0;     ///< the next line starts here
    std::uint32_t in_reach = 0;  ///< … and can't end before here
    std::int32_t previous = no_node;
    Fitness fitness = Fitness::decent;
    std::uint8_t hyphens = 0;  ///< hyphenated lines running up to this break
    Length origin;             ///< what the next line's width is counted from
    std::int64_t demerits = 0;
};

struct Candidate {
    std::int64_t demerits = std::numeric_limits<std::int64_t>::max();
    std::int32_t previous = no_node;
};
using Candidates = std::array<Candidate, fitness_classes * hyphen_states>;

struct Fit {
    int badness = 0;
    std::int64_t share = 0;  ///< of what the glue can give, in steps of 1/297
    Fitness fitness = Fitness::decent;
    bool overfull = false;
};

Fitness fitness_of_stretch(int badness) {
    if (badness > 99) return Fitness::very_loose;
    return badness > 12 ? Fitness::loose : Fitness::decent;
}

bool far_apart(Fitness a, Fitness b) {
    return std::abs(static_cast<int>(a) - static_cast<int>(b)) > 1;
}

std::int64_t squared(std::int64_t value) { return value * value; }

std::int64_t share_of(Length excess, Length room) {
    if (excess.units <= 0) return 0;
    if (room.units <= 0) return largest_share + 1;
    return std::min(excess.scaled(whole_share, room.units).units, largest_share + 1);
}

int badness_of(std::int64_t share) {
    if (share > largest_share) return worst_badness;
    return static_cast<int>((share * share * share + (1 << 17)) / (1 << 18));
}

/// The greatest share that glue may stretch by within a badness of `tolerance`.
std::int64_t greatest_share(int tolerance) {
    std::int64_t low = 0, high = largest_share + 1;
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        if (badness_of(middle) <= tolerance)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

class Breaker {
public:
    Breaker(std::span<const BreakItem> items, const BreakRules& rules, LastPass last)
        : items_(items), rules_(rules), last_(last) {}

    std::optional<BrokenParagraph> run();

private:
    void sum_up();
    bool is_legal(std::size_t at) const;
    std::size_t line_start(std::size_t at) const;
    BrokenLine line(const Node& from, std::size_t to) const;
    Fit fit(const BrokenLine& line) const;
    bool is_runt(const Node& from, const BrokenLine& line) const;
    std::int64_t demerits(const Node& from, const BrokenLine& line, const Fit& fit) const;
    bool try_break(std::size_t at);
    void measure_reach();
    std::uint32_t first_in_reach(const Node& from) const;
    bool consider(std::int32_t from, std::size_t at);
    void keep(std::int32_t from, const BrokenLine& line, const Fit& fit);
    void rescue(std::int32_t from, std::size_t at);
    void activate(std::size_t at);
    void thin_out();
    BrokenParagraph trace_back() const;

    std::span<const BreakItem> items_;
    const BreakRules& rules_;
    LastPass last_;
    std::vector<Sums> before_;         ///< sums of all items in front of item i
    std::vector<std::int64_t> reach_;  ///< see `measure_reach`
    std::vector<Node> nodes_;
    std::vector<std::int32_t> active_;
    Length widest_hang_, widest_sign_;
    std::int64_t greatest_share_ = largest_share;  ///< of the glue, that the tolerance allows
    Candidates best_;     ///< ways to end a line at the break looked at …
    bool found_ = false;  ///< … when there is one
    std::uint64_t steps_ = 0;
    bool overfull_ = false;
};

void Breaker::sum_up() {
    before_.resize(items_.size() + 1);
    Sums sums;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        before_[i] = sums;
        widest_hang_ = std::max(widest_hang_, items_[i].hang_right);
        if (items_[i].kind == Kind::penalty) {
            widest_sign_ = std::max(widest_sign_, items_[i].width);
            continue;
        }
        sums.width += items_[i].width;
        sums.stretch += items_[i].stretch;
        sums.shrink += items_[i].shrink;
        sums.give += items_[i].give;
    }
    before_[items_.size()] = sums;
}

bool Breaker::is_legal(std::size_t at) const {
    const BreakItem& item = items_[at];
    if (item.kind == Kind::penalty) return item.penalty < BreakItem::forbidden;
    return item.kind == Kind::glue && item.breakable && at > 0 && items_[at - 1].kind == Kind::box;
}

/// Glue that could be broken and penalties are dropped behind a break, up to the next forced one.
std::size_t Breaker::line_start(std::size_t at) const {
    const auto is_dropped = [](const BreakItem& item) {
        if (item.kind == Kind::glue) return item.breakable;
        return item.kind == Kind::penalty && item.penalty > BreakItem::forced;
    };
    std::size_t start = at + (items_[at].kind == Kind::penalty ? 1 : 0);
    while (start < items_.size() && is_dropped(items_[start])) ++start;
    return start;
}

BrokenLine Breaker::line(const Node& from, std::size_t to) const {
    BrokenLine line{from.start, to, {}, {}, {}, {}, false};
    const BreakItem& end = items_[to];
    const Sums& a = before_[from.start];
    const Sums& b = before_[to];
    line.natural = b.width - from.origin;
    line.stretch = b.stretch - a.stretch + rules_.line_stretch;
    line.shrink = b.shrink - a.shrink;
    line.give = b.give - a.give;
    const bool sign = end.kind == Kind::penalty && end.width > Length{};
    if (sign) line.natural += end.width - end.hang_right;
    if (!sign && to > from.start) line.natural -= items_[to - 1].hang_right;
    line.hyphenated = end.kind == Kind::penalty && end.hyphen;
    return line;
}

Fit Breaker::fit(const BrokenLine& line) const {
    if (line.natural <= rules_.measure) {
        const Length missing = rules_.measure - line.natural - line.give;
        const std::int64_t share = share_of(missing, line.stretch);
        const int bad = badness_of(share);
        return {bad, share, fitness_of_stretch(bad), false};
    }
    const Length excess = line.natural - rules_.measure - line.give;
    if (excess > line.shrink) return {worst_badness, 0, Fitness::tight, true};
    const std::int64_t share = share_of(excess, line.shrink);
    const int bad = badness_of(share);
    return {bad, share, bad > 12 ? Fitness::tight : Fitness::decent, false};
}

bool Breaker::is_runt(const Node& from, const BrokenLine& line) const {
    const bool is_last = line.end + 1 == items_.size();
    return is_last && from.previous != no_node && line.natural < rules_.shortest_last_line;
}

std::int64_t Breaker::demerits(const Node& from, const BrokenLine& line, const Fit& fit) const {
    const BreakItem& end = items_[line.end];
    std::int64_t sum = squared(rules_.line_penalty + fit.badness) +
                       rules_.space_demerits * squared(fit.share) / squared(whole_share);
    const std::int64_t penalty = end.kind == Kind::penalty ? end.penalty : 0;
    if (penalty > 0) sum += squared(penalty);
    if (penalty < 0 && penalty > BreakItem::forced) sum -= squared(penalty);
    const bool is_last = line.end + 1 == items_.size();
    if (is_runt(from, line)) sum += rules_.runt_demerits;
    if (from.hyphens > 0 && line.hyphenated) sum += rules_.double_hyphen_demerits;
    if (from.hyphens > 0 && is_last) sum += rules_.last_hyphen_demerits;
    if (from.hyphens >= rules_.hyphens_running && line.hyphenated) sum += squared(worst_badness);
    if (far_apart(from.fitness, fit.fitness)) sum += rules_.neighbour_demerits;
    return from.demerits + sum;
}

void Breaker::keep(std::int32_t from, const BrokenLine& line, const Fit& fit) {
    if (!found_) best_.fill({});
    found_ = true;
    const Node& node = nodes_[static_cast<std::size_t>(from)];
    const int hyphens = line.hyphenated ? std::min(node.hyphens + 1, 2) : 0;
    Candidate& candidate = best_[static_cast<std::size_t>(fit.fitness) * hyphen_states +
                                 static_cast<unsigned>(hyphens)];
    const std::int64_t sum = demerits(node, line, fit);
    if (sum < candidate.demerits) candidate = {sum, from};
}

/// The first break that a line from the node may reach, with its glue as loose as is allowed: most
/// breaks of a text that breaks anywhere lie before it.
std::uint32_t Breaker::first_in_reach(const Node& from) const {
    if (reach_.empty()) return 0;
    const Sums& a = before_[from.start];
    const Length least = rules_.measure + from.origin + a.give - widest_sign_;
    const std::int64_t need = least.units * whole_share +
                              (a.stretch - rules_.line_stretch).units * (greatest_share_ + 1) -
                              2 * whole_share;
    return static_cast<std::uint32_t>(
        std::lower_bound(reach_.begin() + from.start, reach_.end(), need) - reach_.begin());
}

/// How far lines come with all that their glue may give, as the greatest up to each item; nothing
/// where any looseness is allowed, or no integer is that large.
void Breaker::measure_reach() {
    if (rules_.tolerance >= worst_badness) return;
    constexpr std::int64_t largest = std::int64_t{1} << 60;
    const std::int64_t greatest = greatest_share(rules_.tolerance) + 1;
    greatest_share_ = greatest - 1;
    reach_.reserve(before_.size());
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (const Sums& sums : before_) {
        if (sums.stretch.units > largest / greatest || sums.width.units > largest / whole_share)
            return reach_.clear();
        const std::int64_t here =
            (sums.width + sums.give).units * whole_share + sums.stretch.units * greatest;
        reach_.push_back(most = std::max(most, here));
    }
}

/// True when `from` stays active: later lines from it can still fit.
bool Breaker::consider(std::int32_t from, std::size_t at) {
    ++steps_;
    const Node& node = nodes_[static_cast<std::size_t>(from)];
    if (node.start > at || node.in_reach > at) return true;
    const BrokenLine candidate = line(node, at);
    const Fit result = fit(candidate);
    if (result.overfull) {
        // A later break may be without this one's hyphen, and its line's end may hang.
        const Length least =
            before_[at].width - node.origin - candidate.shrink - candidate.give - widest_hang_;
        return least <= rules_.measure;
    }
    const bool ladder = candidate.hyphenated && node.hyphens >= rules_.hyphens_running;
    const bool ugly = ladder || is_runt(node, candidate);
    const bool allowed = result.badness <= rules_.tolerance && (!ugly || last_ == LastPass::yes);
    if (allowed) keep(from, candidate, result);
    return true;
}

/// The last pass never runs dry: a line that nothing can make fit stays overfull.
void Breaker::rescue(std::int32_t from, std::size_t at) {
    const BrokenLine candidate = line(nodes_[static_cast<std::size_t>(from)], at);
    keep(from, candidate, {worst_badness, 0, Fitness::tight, true});
    overfull_ = true;
}

void Breaker::activate(std::size_t at) {
    const std::size_t start = line_start(at);
    const BreakItem& end = items_[at];
    Length origin = before_[start].width;
    if (end.kind == Kind::penalty) origin -= end.after;
    if (start < items_.size()) origin += items_[start].hang_left;
    Node node;
    node.item = static_cast<std::uint32_t>(at);
    node.start = static_cast<std::uint32_t>(start);
    node.origin = origin;
    node.in_reach = first_in_reach(node);
    for (std::size_t i = 0; i < best_.size(); ++i) {
        if (best_[i].previous == no_node) continue;
        node.previous = best_[i].previous;
        node.fitness = static_cast<Fitness>(i / hyphen_states);
        node.hyphens = static_cast<std::uint8_t>(i % hyphen_states);
        node.demerits = best_[i].demerits;
        active_.push_back(static_cast<std::int32_t>(nodes_.size()));
        nodes_.push_back(node);
    }
}

/// First only the best node of each break stays, then every other break.
void Breaker::thin_out() {
    if (active_.size() <= most_active) return;
    std::vector<std::int32_t> best;
    for (const std::int32_t id : active_) {
        const Node& node = nodes_[static_cast<std::size_t>(id)];
        Node* kept = best.empty() ? nullptr : &nodes_[static_cast<std::size_t>(best.back())];
        if (kept == nullptr || kept->item != node.item) {
            best.push_back(id);
        } else if (node.demerits < kept->demerits) {
            best.back() = id;
        }
    }
    active_.swap(best);
    if (active_.size() <= most_active / 2) return;
    std::size_t count = 0;
    for (std::size_t i = active_.size() % 2; i < active_.size(); i += 2) {
        active_[count++] = active_[i];
    }
    active_.resize(count);
}

/// False when no active break is left.
bool Breaker::try_break(std::size_t at) {
    const BreakItem& end = items_[at];
    const bool forced = end.kind == Kind::penalty && end.penalty <= BreakItem::forced;
    found_ = false;
    std::size_t kept = 0;
    const std::int32_t newest = active_.back();
    for (const std::int32_t id : active_) {
        const bool stays = consider(id, at);
        if (stays && !forced) active_[kept++] = id;
    }
    active_.resize(kept);
    if (kept == 0 && !found_ && last_ == LastPass::yes) rescue(newest, at);
    if (found_) activate(at);
    thin_out();
    return !active_.empty();
}

BrokenParagraph Breaker::trace_back() const {
    const auto better = [&](std::int32_t a, std::int32_t b) {
        return nodes_[static_cast<std::size_t>(a)].demerits <
               nodes_[static_cast<std::size_t>(b)].demerits;
    };
    const std::int32_t end = *std::min_element(active_.begin(), active_.end(), better);
    BrokenParagraph result;
    result.demerits = nodes_[static_cast<std::size_t>(end)].demerits;
    result.steps = steps_;
    result.overfull = overfull_;
    for (std::int32_t id = end;;) {
        const Node& node = nodes_[static_cast<std::size_t>(id)];
        if (node.previous == no_node) break;
        result.lines.push_back(line(nodes_[static_cast<std::size_t>(node.previous)], node.item));
        id = node.previous;
    }
    std::reverse(result.lines.begin(), result.lines.end());
    return result;
}

std::optional<BrokenParagraph> Breaker::run() {
    sum_up();
    measure_reach();
    Node first;
    first.origin = items_.empty() ? Length{} : items_.front().hang_left;
    first.in_reach = first_in_reach(first);
    nodes_.push_back(first);
    active_.push_back(0);
    for (std::size_t at = 0; at < items_.size(); ++at) {
        if (is_legal(at) && !try_break(at)) return std::nullopt;
    }
    return trace_back();
}

}  // namespace

int badness(Length excess, Length room) { return badness_of(share_of(excess, room)); }

std::optional<BrokenParagraph> break_lines(std::span<const BreakItem> items,
                                           const BreakRules& rules, LastPass last) {
    return Breaker(items, rules, last).run();
}

}  // namespace triptych::typeset
