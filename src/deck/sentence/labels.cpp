#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/typography/letters.hpp"

/// What stands in front of a sentence and is no part of it.
namespace triptych::deck {

void capitalise(doc::Inlines& words) {
    for (auto& node : words) {
        auto* text = std::get_if<doc::Text>(&node.node);
        if (!text || text->text.empty()) return;
        std::size_t next = 0;
        const char32_t c = text::next_code_point(text->text, next);
        if (!is_small_letter(c)) return;
        std::string capital;
        text::append_code_point(capital, c - 0x20);
        text->text.replace(0, next, capital);
        return;
    }
}

bool forbids(const doc::Inlines& words) {
    static const Phrases forbidding = {
        "never",       "avoid",         "don't",        "do not",       "must not",   "mustn't",
        "should not",  "shouldn't",     "may not",      "cannot",       "can't",      "not to",
        "mistakes",    "mistake",       "pitfalls",     "errors",       "prohibited", "forbidden",
        "not allowed", "not permitted", "not accepted", "unacceptable", "ne",         "n'",
        "jamais",      "éviter",        "évitez",       "interdit",     "interdits",  "interdite",
        "interdites",  "proscrire",     "erreurs",      "erreur",       "pièges",     "piège",
        "risques",     "risks",         "inacceptable", "inacceptables"};
    return forbidding.occur_in(words_in(words));
}

doc::Inlines without_run_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    const auto label = std::find_if(
        paragraph.begin(), paragraph.end(),
        [](const doc::Inline& node) { return !std::holds_alternative<doc::Anchor>(node.node); });
    if (!lexicon || label == paragraph.end() || !std::holds_alternative<doc::Strong>(label->node) ||
        !lexicon->run_in.hold(words_in(doc::Inlines{*label})))
        return paragraph;
    const FlatText flat = flatten(paragraph);
    std::size_t at = flatten({paragraph.begin(), label + 1}).text.size();
    while (at < flat.text.size() &&
           std::string_view(" :\n.").find(flat.text[at]) != std::string_view::npos)
        ++at;
    std::size_t next = at;
    // "**Process** number one" is a name.
    const bool opens =
        at < flat.text.size() && doc::typography::is_upper(text::next_code_point(flat.text, next));
    return opens ? slice(paragraph, {{at, flat.text.size()}}) : paragraph;
}

}  // namespace triptych::deck
