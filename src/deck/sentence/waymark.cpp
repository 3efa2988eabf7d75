#include "deck/sentence/waymark.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/flat/title.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_waymark = 10, longest_way = 3, longest_back = 8;  // words
constexpr std::size_t shortest_suite = 5, longest_suite = 8;

/// Where a line of the kind leads to, or back from.
const Phrases& ways() {
    static const Phrases found = {"next",
                                  "previous",
                                  "prev",
                                  "back",
                                  "home",
                                  "up",
                                  "top",
                                  "index",
                                  "contents",
                                  "table of contents",
                                  "next page",
                                  "previous page",
                                  "next chapter",
                                  "previous chapter",
                                  "next section",
                                  "previous section",
                                  "précédent",
                                  "précédente",
                                  "suivant",
                                  "suivante",
                                  "page précédente",
                                  "page suivante",
                                  "chapitre précédent",
                                  "chapitre suivant",
                                  "section précédente",
                                  "section suivante",
                                  "accueil",
                                  "sommaire",
                                  "retour",
                                  "haut",
                                  "haut de page",
                                  "table des matières"};
    return found;
}

bool leads_back(const std::vector<TextWord>& words) {
    static const Phrases back = {
        "back to top",        "back to the top",   "back to home",         "back to index",
        "back to the index",  "back to contents",  "back to the contents", "back to table",
        "back to the table",  "back to main",      "back to the main",     "return to top",
        "return to the top",  "retour en haut",    "retour au sommaire",   "retour au début",
        "retour à l'accueil", "retour à la table", "retour à la page",     "retour à l'index",
        "revenir en haut",    "haut de page"};
    return back.start(words) && words.size() <= longest_back;
}

bool is_way(std::string_view text) {
    const auto words = words_in(text, {0, text.size()});
    return words.size() <= longest_way && ways().hold(words);
}

/// Back or up, and on.
constexpr std::array<std::string_view, 10> left_arrows = {
    "<<",           "<-",       "\xE2\x86\x90", "\xE2\x86\x91", "\xE2\x87\x90",
    "\xE2\x80\xB9", "\xC2\xAB", "\xE2\x96\xB2", "\xE2\xAC\x85", "\xE2\xAC\x86"};
constexpr std::array<std::string_view, 7> right_arrows = {
    ">>", "->", "\xE2\x86\x92", "\xE2\x87\x92", "\xE2\x80\xBA", "\xC2\xBB", "\xE2\x9E\xA1"};

template <std::size_t count>
bool opens_with(std::string_view text, const std::array<std::string_view, count>& signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

template <std::size_t count>
bool ends_in(std::string_view text, const std::array<std::string_view, count>& signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.ends_with(sign); });
}

bool is_quoted(std::string_view text) {
    return text.starts_with("\xC2\xAB") && text.ends_with("\xC2\xBB");
}

std::string_view without(std::string_view text, std::string_view sign, bool front) {
    if (front ? !text.starts_with(sign) : !text.ends_with(sign)) return text;
    return text::trim(front ? text.substr(sign.size()) : text.substr(0, text.size() - sign.size()));
}

/// Without the arrows at both ends.
std::string_view without_arrows(std::string_view text) {
    for (const bool front : {true, false}) {
        for (const std::string_view arrow : left_arrows) text = without(text, arrow, front);
        for (const std::string_view arrow : right_arrows) text = without(text, arrow, front);
    }
    return text;
}

/// "Précédent | Suivant": every part of it leads on.
bool is_row_of_ways(std::string_view text) {
    static constexpr std::array<std::string_view, 4> bars = {"|", "\xC2\xB7", "\xE2\x80\xA2", "/"};
    for (const std::string_view bar : bars) {
        if (text.find(bar) == std::string_view::npos) continue;
        std::size_t from = 0;
        bool all = true;
        while (all && from <= text.size()) {
            const std::size_t end = std::min(text.find(bar, from), text.size());
            all = is_way(without_arrows(text::trim(text.substr(from, end - from))));
            from = end + bar.size();
        }
        if (all) return true;
    }
    return false;
}

/// "Step 3", "Exercice B": the place in a row, and no more.
bool only_counts_itself(const std::vector<TextWord>& words) {
    static const Phrases kinds = {
        "step",    "part",      "exercise", "example", "task",   "phase",     "option",
        "case",    "day",       "week",     "lesson",  "unit",   "module",    "section",
        "chapter", "question",  "étape",    "etape",   "partie", "exercice",  "exemple",
        "tâche",   "cas",       "jour",     "semaine", "leçon",  "chapitre",  "schritt",
        "teil",    "aufgabe",   "beispiel", "tag",     "paso",   "parte",     "ejercicio",
        "ejemplo", "caso",      "día",      "passo",   "fase",   "esercizio", "esempio",
        "giorno",  "exercício", "exemplo",  "dia"};
    constexpr std::size_t longest_number = 3;
    if (words.size() != 2 || !kinds.start(words)) return false;
    const std::string& number = words.back().folded;
    return number.size() <= longest_number &&
           (number.size() == 1 || std::all_of(number.begin(), number.end(), [](char c) {
                return (c >= '0' && c <= '9') || c == 'i' || c == 'v' || c == 'x' || c == '.';
            }));
}

/// "Part of the git(1) suite".
bool closes_manual_page(const std::vector<TextWord>& words) {
    static const Phrases part = {"part of the"}, suite = {"suite"};
    return words.size() >= shortest_suite && words.size() <= longest_suite && part.start(words) &&
           suite.end(words);
}

}  // namespace

bool is_waymark(const doc::Inlines& line) {
    const FlatText flat = flatten(line);
    const std::string_view text = flat.at(trimmed(flat.text, {0, flat.text.size()}));
    static const Phrases returns = {"retour à",    "retour au", "retour aux",
                                    "retour vers", "back to",   "return to"};
    if (text.empty() || count_words(text) > longest_waymark) return false;
    const auto words = words_in(flat.text, {0, flat.text.size()});
    if (words.empty()) return false;
    static const Phrases lists = {"table of contents", "contents", "table des matières",
                                  "sommaire"};
    if (closes_manual_page(words) || is_row_of_ways(text) || lists.hold(words)) return true;
    const bool has_stop = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
    if (leads_back(words) && !has_stop) return true;
    if (!is_quoted(text)) {
        const std::string_view bare = without_arrows(text);
        if (bare.size() < text.size() && is_way(bare)) return true;
        // "→ [Tools](tools.md)" is how some write items.
        const bool points = opens_with(text, left_arrows) || ends_in(text, right_arrows);
        if (points && (points_elsewhere(line) || (returns.start(words) && !has_stop))) return true;
    }
    // "Next: Tools", where that is a link.
    const std::size_t first = ways().match_at(words, 0);
    // "Home: home@gate.example" is an address.
    if (first == 0 || !points_elsewhere({line.back()})) return false;
    const std::string label = doc::plain_text({line.back()});
    const auto rest = text::trim(text.substr(0, text.size() - std::min(text.size(), label.size())));
    return text.ends_with(label) && rest.ends_with(':') && count_words(rest) <= first + 1;
}

bool is_imprint(const doc::Inlines& line) {
    const FlatText flat = flatten(line);
    const std::string_view text = flat.at(trimmed(flat.text, {0, flat.text.size()}));
    static constexpr std::array<std::string_view, 4> dashes = {" \xE2\x80\x94 ", " \xE2\x80\x93 ",
                                                               " - ", " | "};
    const bool parted = std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        return text.find(dash) != std::string_view::npos;
    });
    const auto words = words_in(flat.text, {0, flat.text.size()});
    return parted && std::any_of(words.begin(), words.end(), [](const TextWord& word) {
               return word.folded.size() > 1 && word.folded[0] == 'v' && word.folded[1] >= '0' &&
                      word.folded[1] <= '9';
           });
}

bool is_empty_label(const doc::Inlines& label, const Lexicon& lexicon) {
    const auto words = words_in(bare_title(label));
    return lexicon.empty_label.hold(words) || only_counts_itself(words);
}

bool is_empty_beside(const doc::Inlines& label, const Lexicon& lexicon) {
    return lexicon.beside_empty.hold(words_in(bare_title(label)));
}

bool says_nothing(const doc::Inlines& label, const doc::Inlines& said, const Lexicon& lexicon) {
    static const Phrases none = {"undefined", "void", "none",  "null",
                                 "nothing",   "rien", "néant", "aucun"};
    if (!is_empty_label(label, lexicon)) return false;
    const auto words = words_in(said);
    return words.empty() || none.hold(words);
}

}  // namespace triptych::deck
