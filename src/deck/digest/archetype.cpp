#include "deck/digest/archetype.hpp"

#include <algorithm>
#include <string_view>

#include "deck/content.hpp"
#include "deck/digest/number.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/language/lexicon.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_steps = 3, most_steps = 6, longest_step = 25;
constexpr std::size_t most_pillar_points = 5, least_pillar_points = 2, longest_pillar_point = 16;
constexpr std::size_t longest_statement = 25, least_terms = 3, least_lead_words = 3;
constexpr std::size_t terms_in_ten = 7;
constexpr std::size_t longest_pillar_claim = 170, longest_divided_claim = 240;  // bytes
constexpr std::size_t most_alike = 3;

using Fits = bool (*)(const Slide& slide, const std::vector<Item>& items);

std::size_t words_of_item(const Item& item) {
    return count_words(item.head) + count_words(item.text);
}

std::size_t claim_bytes(const Slide& slide) {
    std::size_t bytes = 0;
    for (const auto& paragraph : slide.claim) bytes += flatten(paragraph).text.size();
    return bytes;
}

bool holds_figure_block(const Slide& slide) {
    return std::any_of(slide.body.begin(), slide.body.end(),
                       [](const doc::Block& block) { return doc::traits_of(block).is_figure; });
}

/// Nothing but the list and what leads to it.
bool is_list_alone(const Slide& slide) { return slide.body.size() == (lead_in_of(slide) ? 2 : 1); }

bool has_tasks(const std::vector<Item>& items) {
    return std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.task != doc::TaskState::none; });
}

/// The number of a pillar without the stop or bracket behind it.
std::string numeral_of_number(std::string_view number) {
    while (!number.empty() && (number.back() == '.' || number.back() == ')'))
        number.remove_suffix(1);
    return std::string(number);
}

/// One of a few, not a place in the outline of a book: "3", "IV", not "12.3.1".
bool counts_pillars(std::string_view number) {
    const std::string numeral = numeral_of_number(number);
    return !numeral.empty() && numeral.find('.') == std::string::npos;
}

bool is_pillar(const Slide& slide, const std::vector<Item>& items) {
    const std::size_t claim = claim_bytes(slide);
    return counts_pillars(slide.number) && claim > 0 && claim <= longest_pillar_claim &&
           !items.empty() && items.size() <= most_pillar_points && slide.more == 0 &&
           !has_tasks(items);
}

bool are_siblings(const Slide& slide, const std::vector<Item>&) {
    return cards_of(slide) != nullptr;
}

bool are_terms(const Slide& slide, const std::vector<Item>& items) {
    const auto terms =
        static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const Item& item) {
            return !item.head.empty() && !item.text.empty();
        }));
    return items.size() >= least_terms && terms * 10 >= items.size() * terms_in_ten &&
           !are_counted(slide) && !has_tasks(items);
}

bool compares(const Slide& slide, const std::vector<Item>&) {
    return slide.compared && panels_of(slide).size() == 2;
}

/// "Les femmes enceintes": a thing that is listed, not a step to take.
bool names_thing(const Item& item) {
    static const Phrases articles = {"le", "la", "les", "l'", "un", "une", "des", "the", "a", "an"};
    if (!item.head.empty() && !item.text.empty()) return false;
    return articles.start(words_in(item.head.empty() ? item.text : item.head));
}

/// What is counted below is not to be done.
bool warns_off(const Slide& slide) {
    const auto* lead_in = lead_in_of(slide);
    return forbids(slide.title) ||
           (lead_in ? forbids(*lead_in)
                    : std::any_of(slide.claim.begin(), slide.claim.end(),
                                  [](const doc::Inlines& claim) {
                                      return leads_on(claim) && forbids(claim);
                                  }));
}

bool is_process(const Slide& slide, const std::vector<Item>& items) {
    return count_from_one(slide) && slide.more == 0 && is_list_alone(slide) && !warns_off(slide) &&
           items.size() >= least_steps && items.size() <= most_steps &&
           std::all_of(items.begin(), items.end(),
                       [](const Item& item) { return words_of_item(item) <= longest_step; }) &&
           !std::all_of(items.begin(), items.end(), names_thing);
}

bool is_checklist(const Slide&, const std::vector<Item>& items) { return has_tasks(items); }

bool is_table(const Slide& slide, const std::vector<Item>&) { return table_of(slide) != nullptr; }

bool is_picture(const Slide& slide, const std::vector<Item>& items) {
    return items.empty() && holds_figure_block(slide);
}

bool is_code(const Slide& slide, const std::vector<Item>& items) {
    return items.empty() && std::any_of(slide.body.begin(), slide.body.end(), [](const auto& each) {
               return std::holds_alternative<doc::CodeBlock>(each.node) ||
                      std::holds_alternative<doc::Diagram>(each.node);
           });
}

bool is_number(const Slide& slide, const std::vector<Item>&) {
    return slide.body.empty() && slide.claim.size() == 1 && slide.more == 0 &&
           count_words(slide.claim.front()) <= longest_statement &&
           !telling_number(slide.claim.front()).empty();
}

bool is_statement(const Slide& slide, const std::vector<Item>&) {
    return slide.body.empty() && slide.claim.size() == 1 &&
           count_words(slide.claim.front()) <= longest_statement;
}

bool is_plain_pillar(const Slide& slide, const std::vector<Item>& items) {
    const auto* lead_in = lead_in_of(slide);
    const std::size_t claim = claim_bytes(slide);
    const std::size_t led = claim > 0 || !lead_in ? claim : flatten(*lead_in).text.size();
    // "Exemples :" says too little to stand large.
    if (claim == 0 && lead_in && count_words(*lead_in) < least_lead_words) return false;
    // A few points that nothing leads to have the slide to themselves.
    return (led > 0 || is_list_alone(slide)) && led <= longest_divided_claim && slide.more == 0 &&
           !has_tasks(items) && items.size() >= least_pillar_points &&
           items.size() <= most_pillar_points &&
           std::all_of(items.begin(), items.end(), [](const Item& item) {
               return words_of_item(item) <= longest_pillar_point;
           });
}

bool is_pair(const Slide& slide, const std::vector<Item>&) { return panels_of(slide).size() == 2; }

struct Rule {
    Archetype archetype;
    Fits fits;
};
/// The first that fits is the best.
constexpr Rule rules[] = {{Archetype::pillar, is_pillar},
                          {Archetype::siblings, are_siblings},
                          {Archetype::terms, are_terms},
                          {Archetype::compare, compares},
                          {Archetype::process, is_process},
                          {Archetype::checklist, is_checklist},
                          {Archetype::table, is_table},
                          {Archetype::picture, is_picture},
                          {Archetype::code, is_code},
                          {Archetype::number, is_number},
                          {Archetype::statement, is_statement},
                          {Archetype::plain_pillar, is_plain_pillar},
                          {Archetype::pair, is_pair}};

/// Shows its content in a box of its own kind, for which bullets are no choice; pillars are meant
/// to be alike.
bool has_own_box(Archetype archetype) {
    switch (archetype) {
        case Archetype::pillar:
        case Archetype::siblings:
        case Archetype::compare:
        case Archetype::pair:
        case Archetype::table:
        case Archetype::picture:
        case Archetype::code:
        case Archetype::checklist:
            return true;
        case Archetype::none:
        case Archetype::cover:
        case Archetype::part:
        case Archetype::chapter:
        case Archetype::terms:
        case Archetype::process:
        case Archetype::full_picture:
        case Archetype::number:
        case Archetype::statement:
        case Archetype::plain_pillar:
        case Archetype::bullets:
        case Archetype::see_also:
        case Archetype::closing:
            return false;
    }
    return false;
}

bool would_be_fourth(const std::vector<Slide>& slides, std::size_t at, Archetype archetype) {
    if (at < most_alike) return false;
    const auto end = slides.begin() + static_cast<std::ptrdiff_t>(at);
    return std::all_of(end - most_alike, end,
                       [&](const Slide& slide) { return slide.archetype == archetype; });
}

/// What an archetype shows otherwise than others do.
void settle(Slide& slide) {
    if (slide.archetype == Archetype::pillar) slide.numeral = numeral_of_number(slide.number);
    if (slide.archetype == Archetype::number) slide.numeral = telling_number(slide.claim.front());
    const auto* lead_in = lead_in_of(slide);
    if (slide.archetype != Archetype::plain_pillar || !slide.claim.empty() || !lead_in) return;
    slide.claim.push_back(*lead_in);
    slide.body.erase(std::find_if(slide.body.begin(), slide.body.end(), [](const auto& block) {
        return std::holds_alternative<doc::Paragraph>(block.node);
    }));
}

}  // namespace

std::vector<Archetype> fitting(const Slide& slide) {
    const auto items = items_of(slide);
    std::vector<Archetype> found;
    for (const Rule& rule : rules)
        if (rule.fits(slide, items)) {
            found.push_back(rule.archetype);
            if (rule.archetype == Archetype::pillar) break;
        }
    if (found.empty() || !has_own_box(found.front())) found.push_back(Archetype::bullets);
    return found;
}

void choose_archetypes(std::vector<Slide>& slides, std::size_t begin) {
    for (std::size_t i = begin; i < slides.size(); ++i) {
        if (slides[i].archetype != Archetype::none) continue;
        const auto fits = fitting(slides[i]);
        const auto other = std::find_if(fits.begin(), fits.end(), [&](Archetype archetype) {
            return !would_be_fourth(slides, i, archetype);
        });
        slides[i].archetype = other == fits.end() ? fits.front() : *other;
        settle(slides[i]);
    }
}

}  // namespace triptych::deck
