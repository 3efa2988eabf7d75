#include "deck/digest/lexicon.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace triptych::deck {
namespace {

std::vector<std::string> folded(std::string_view phrase) {
    std::vector<std::string> words;
    for (auto& word : words_in(phrase, {0, phrase.size()})) words.push_back(std::move(word.folded));
    return words;
}

const Lexicon& french() {
    static const Lexicon lexicon{
        .hard = {"sauf",           "hors",           "hormis",
                 "excepté",        "exception",      "à condition",
                 "sous réserve",   "à moins",        "si",
                 "s'il",           "s'ils",          "s'elle",
                 "s'elles",        "sinon",          "uniquement",
                 "seulement",      "exclusivement",  "seul",
                 "seule",          "seuls",          "seules",
                 "mais",           "toutefois",      "cependant",
                 "néanmoins",      "pourtant",       "en revanche",
                 "tant que",       "jusqu'à",        "jusqu'au",
                 "jusqu'aux",      "interdit",       "interdite",
                 "interdits",      "interdites",     "dans le cas",
                 "en cas",         "le cas échéant", "contrairement",
                 "exclu",          "exclus",         "exclue",
                 "exclues",        "excluant",       "limité",
                 "limitée",        "limités",        "limitées",
                 "pour l'instant", "provisoire",     "provisoirement"},
        .soft = {"ne",         "n'",          "pas",       "jamais",      "aucun",
                 "aucune",     "ni",          "sans",      "non",         "lorsque",
                 "lorsqu'",    "quand",       "dès que",   "dès qu'",     "avant",
                 "après",      "une fois",    "au plus",   "au moins",    "max",
                 "maximum",    "min",         "minimum",   "obligatoire", "obligatoires",
                 "facultatif", "facultative", "optionnel", "optionnelle", "plutôt",
                 "recommandé", "recommandée"},
        .subordinate = {"si",   "lorsque", "lorsqu'",    "quand",    "pour",    "afin", "bien que",
                        "dès",  "après",   "avant",      "une fois", "en",      "dans", "par",
                        "sur",  "selon",   "comme",      "puisque",  "puisqu'", "lors", "suite",
                        "face", "grâce",   "concernant", "quant",    "entre",   "s'il", "s'ils"},
        .correlative = {"non seulement", "pas seulement", "pas simplement", "pas uniquement",
                        "d'une part", "soit", "tant", "à la fois", "ni", "ce n'est pas"},
        .contrast = {"mais",      "à l'inverse", "au contraire", "par contre", "inversement",
                     "toutefois", "cependant",   "néanmoins",    "pourtant",   "en revanche",
                     "or",        "sauf",        "attention",    "sinon",      "à défaut",
                     "exception", "ignorer",     "facultatif",   "seul",       "seule",
                     "seuls",     "seules",      "uniquement",   "si",         "désormais",
                     "s'il",      "s'ils"},
        .concession = {"il est tentant", "on pourrait", "certes", "bien sûr", "a priori",
                       "en théorie"},
        .function = {"contenant", "comprenant",  "incluant", "comportant",  "le",      "la",
                     "les",       "l'",          "un",       "une",         "des",     "du",
                     "de",        "d'",          "au",       "aux",         "à",       "en",
                     "dans",      "par",         "pour",     "sur",         "sous",    "avec",
                     "sans",      "vers",        "chez",     "entre",       "et",      "ou",
                     "ni",        "mais",        "donc",     "car",         "que",     "qu'",
                     "qui",       "dont",        "où",       "ce",          "cet",     "cette",
                     "ces",       "son",         "sa",       "ses",         "leur",    "leurs",
                     "notre",     "nos",         "votre",    "vos",         "est",     "sont",
                     "être",      "était",       "sera",     "a",           "ont",     "avoir",
                     "peut",      "peuvent",     "pouvoir",  "doit",        "doivent", "devoir",
                     "notamment", "comme",       "selon",    "via",         "permet",  "permettent",
                     "contient",  "contiennent", "comprend", "comprennent", "inclut",  "incluent",
                     "concerne",  "concernent",  "définit",  "définissent", "propose", "proposent",
                     "regroupe",  "regroupent",  "couvre",   "couvrent",    "précise", "précisent",
                     "suivant",   "suivante",    "suivants", "suivantes",   "plus",    "très",
                     "aussi",     "si",          "se",       "s'",          "ne",      "n'"},
        .announcing = {"suivant",    "suivante",    "suivants",   "suivantes",  "ci-dessous",
                       "simple",     "simples",     "notamment",  "possible",   "possibles",
                       "disponible", "disponibles", "définition", "deux",       "trois",
                       "quatre",     "cinq",        "six",        "conviction", "règle",
                       "règles",     "principe",    "principes",  "objectif",   "objectifs",
                       "question",   "questions",   "idée",       "raison",     "raisons",
                       "étape",      "étapes",      "façon",      "façons",     "moyen",
                       "moyens",     "option",      "options",    "choix",      "type",
                       "types",      "cas",         "exemple",    "exemples",   "problème",
                       "problèmes",  "constat",     "solution",   "solutions",  "mission",
                       "missions",   "but",         "finalité",   "enjeu",      "enjeux",
                       "condition",  "conditions",  "expertises", "éléments",   "points"},
        .anaphora = {"elle",
                     "elles",
                     "ils",
                     "il",
                     "cela",
                     "ceci",
                     "ça",
                     "c'",
                     "celui-ci",
                     "celle-ci",
                     "ceux-ci",
                     "celles-ci",
                     "leur",
                     "leurs",
                     "sa",
                     "ses",
                     "son",
                     "tous deux",
                     "d'autres",
                     "dans ce cas",
                     "pour cela",
                     "ce dernier",
                     "cette dernière",
                     "ces derniers"},
        .demonstrative = {"cet", "cette", "ces", "ce", "celui-ci", "celle-ci", "ceux-ci",
                          "celles-ci", "également", "aussi", "en effet"},
        .free_demonstrative = {"ce qui", "ce que", "ce qu'", "ce n'est", "ce sont", "ce dont"},
        .impersonal = {"il faut",
                       "il s'agit",
                       "il existe",
                       "il y a",
                       "il convient",
                       "il suffit",
                       "il n'y a",
                       "il ne faut",
                       "il importe",
                       "il reste",
                       "il est possible",
                       "il est nécessaire",
                       "il est recommandé",
                       "il est conseillé",
                       "il est important",
                       "il est essentiel",
                       "il est préférable",
                       "il est interdit",
                       "il est obligatoire",
                       "il est utile",
                       "il est temps",
                       "il est donc",
                       "il est aussi",
                       "il est fortement",
                       "il est indispensable",
                       "il est courant",
                       "il est fréquent",
                       "il est rare",
                       "il est difficile",
                       "il est facile",
                       "il est impossible",
                       "il est prévu",
                       "il est demandé",
                       "il est attendu",
                       "il est souhaitable",
                       "il est vivement",
                       "il n'est pas nécessaire",
                       "il n'est pas possible",
                       "il n'est pas recommandé",
                       "il n'est pas obligatoire"},
        .pronouns = {"nous", "vous", "on", "il", "elle", "ils", "elles", "je", "j'", "tu"},
        .deictic = {"ci-dessus",      "ci-dessous",  "voici",       "voilà",
                    "comme suit",     "cette page",  "ce guide",    "cet article",
                    "cette section",  "cette vidéo", "ce chapitre", "dans cet exemple",
                    "dans l'exemple", "en effet",    "à cet effet", "à cette fin",
                    "ce document",    "ce tableau",  "ci-contre",   "ci-après"},
        .filler = {"retrouver", "se référer", "se reporter", "voir", "référez-vous", "maintenant",
                   "allons", "nous allons", "c'est parti", "bienvenue", "merci", "bravo",
                   "il est temps", "retrouvez", "découvrez", "consultez", "cliquez", "regardons",
                   "voyons"},
        .tail = {"afin de", "afin d'", "afin que", "ce qui", "c'est-à-dire", "notamment",
                 "par exemple", "y compris", "en particulier", "tel que", "telle que", "tels que",
                 "telles que", "à savoir", "tout en"},
        .no_tail_behind = {"sert",   "suffit", "nécessaire", "nécessaires", "assez",
                           "trop",   "conçu",  "conçue",     "utilisé",     "utilisée",
                           "besoin", "moyen",  "outil",      "rôle",        "demande",
                           "droit",  "servir", "suffisant",  "essentiel",   "important"},
        .connectors = {"alternativement", "autrement dit",  "en effet",  "par ailleurs",
                       "de plus",         "en outre",       "ainsi",     "également",
                       "par conséquent",  "en conséquence", "de même",   "d'abord",
                       "tout d'abord",    "ensuite",        "enfin",     "de fait",
                       "à ce titre",      "dans ce cadre",  "en résumé", "bref",
                       "pour rappel",     "note",           "nb",        "remarque"},
        .abbreviations = {"p",    "pp",  "ex",  "cf",  "art",  "al",   "env",  "max",  "min",
                          "tél",  "fig", "réf", "vol", "vs",   "mm",   "mme",  "mmes", "dr",
                          "pr",   "n",   "no",  "éd",  "chap", "janv", "févr", "avr",  "juil",
                          "sept", "oct", "nov", "déc", "hab",  "bd",   "av",   "st",   "ste"},
        .further_reading = {"pour aller plus loin", "aller plus loin", "ressources",
                            "ressources utiles", "liens", "liens utiles", "références",
                            "documentation", "sources", "sources de veille", "voir aussi",
                            "bibliographie", "en savoir plus", "pour en savoir plus"},
        .wrong = {"mauvais", "mauvaise", "mauvais exemple", "mauvaise pratique",
                  "mauvaises pratiques", "contre-exemple", "inconvénients", "à éviter",
                  "exemple à éviter", "à ne pas faire", "ne pas faire", "à proscrire", "contre",
                  "faiblesses", "points faibles"},
        .right = {"bon", "bonne", "bon exemple", "bonne pratique", "bonnes pratiques", "avantages",
                  "à faire", "faire", "exemple à suivre", "à privilégier", "pour", "forces",
                  "points forts"},
        .before = {"avant"},
        .after = {"après"},
        .generic = {"objectif",  "objectifs", "contexte",  "description", "introduction",
                    "périmètre", "synthèse",  "démarche",  "outils",      "étapes",
                    "exemple",   "exemples",  "avantages", "ce que",      "ce qu'",
                    "comment",   "pourquoi",  "quel",      "quelle",      "quels",
                    "quelles"},
        .negation = {"ne", "n'"},
        .negation_end = {"pas", "plus", "jamais", "aucun", "aucune", "que", "qu'", "ni", "rien",
                         "guère", "personne", "point"},
        .has_infinitives = true};
    return lexicon;
}

const Lexicon& english() {
    static const Lexicon lexicon{
        .hard = {"except",   "excluding",  "unless",     "only",        "if",      "otherwise",
                 "but",      "however",    "although",   "though",      "until",   "till",
                 "provided", "as long as", "in case",    "rather than", "instead", "forbidden",
                 "limited",  "for now",    "temporarily"},
        .soft = {"not",       "never",    "no",         "none",      "neither", "nor",
                 "without",   "when",     "whenever",   "once",      "before",  "after",
                 "while",     "at least", "at most",    "up to",     "max",     "min",
                 "maximum",   "minimum",  "cannot",     "can't",     "don't",   "doesn't",
                 "isn't",     "aren't",   "won't",      "shouldn't", "must",    "required",
                 "mandatory", "optional", "recommended"},
        .subordinate = {"if",      "when",     "to",     "while", "once",      "after",
                        "before",  "for",      "in",     "on",    "at",        "with",
                        "without", "although", "since",  "by",    "as",        "from",
                        "during",  "because",  "unless", "until", "depending", "given"},
        .correlative = {"not only", "not just", "not simply", "both", "either", "neither",
                        "whether", "is not", "are not"},
        .contrast = {"however", "but", "yet", "except", "unless", "otherwise", "nevertheless",
                     "only", "note that", "ignore", "skip", "optional", "if", "after the fix"},
        .concession = {"it may seem", "of course", "in theory"},
        .function = {"containing", "including", "comprising", "a",        "an",       "the",
                     "of",         "to",        "in",         "on",       "at",       "by",
                     "for",        "with",      "from",       "into",     "and",      "or",
                     "nor",        "but",       "that",       "which",    "who",      "whose",
                     "this",       "these",     "those",      "their",    "its",      "your",
                     "our",        "is",        "are",        "was",      "were",     "be",
                     "has",        "have",      "includes",   "include",  "contains", "contain",
                     "means",      "defines",   "provides",   "requires", "supports", "allows",
                     "enables",    "lists",     "shows",      "as",       "like",     "via",
                     "per",        "can",       "must",       "may",      "should",   "very",
                     "more",       "not"},
        .announcing = {"following", "below",    "as follows", "as applicable", "available",
                       "several",   "various",  "ways",       "steps",         "reasons",
                       "options",   "examples", "goals",      "rules",         "things",
                       "two",       "three",    "four",       "five",          "six"},
        .anaphora = {"it",      "they", "this", "these", "those",  "that",   "their",
                     "its",     "such", "both", "so",    "it's",   "that's", "they're",
                     "there's", "i",    "i've", "i'm",   "we now", "we were"},
        .demonstrative = {"this", "that", "these", "those", "also", "do so", "doing so"},
        .free_demonstrative = {},
        .impersonal = {"it is", "it takes"},
        .pronouns = {"we", "you", "it", "they", "he", "she", "i"},
        .deictic = {"below",
                    "above",
                    "the following",
                    "as follows",
                    "this page",
                    "this guide",
                    "this section",
                    "this article",
                    "click here",
                    "in this video",
                    "in this example",
                    "in that regard",
                    "this example",
                    "previous example",
                    "previous section",
                    "to learn more",
                    "now you know",
                    "to that end",
                    "this document",
                    "this chapter",
                    "in this case",
                    "as shown",
                    "here is",
                    "here are"},
        .filler = {"awesome", "congratulations", "in other words", "that said", "read", "check out",
                   "now", "let's", "we will", "we'll", "welcome", "thanks", "great", "refer",
                   "learn more", "see"},
        .tail = {"in order to", "so that", "which means", "such as", "for example", "including",
                 "in particular"},
        .no_tail_behind = {"used", "needed", "enough", "required", "necessary"},
        .connectors = {"alternatively", "unfortunately", "fortunately", "remember", "keep in mind",
                       "also", "moreover", "furthermore", "in addition", "additionally", "thus",
                       "therefore", "hence", "first", "then", "finally", "as a result", "note"},
        .abbreviations = {"p",   "pp",  "e.g", "i.e",  "eg",  "ie",  "cf",     "vs",   "mr",
                          "mrs", "ms",  "dr",  "inc",  "ltd", "co",  "approx", "dept", "sec",
                          "fig", "vol", "no",  "ed",   "jan", "feb", "mar",    "apr",  "jun",
                          "jul", "aug", "sep", "sept", "oct", "nov", "dec",    "st"},
        .further_reading = {"further reading", "see also", "resources", "links", "references",
                            "next steps", "related", "related links", "learn more"},
        .wrong = {"bad", "wrong", "bad example", "bad practice", "cons", "don't", "don'ts",
                  "disadvantages", "weaknesses", "incorrect", "avoid"},
        .right = {"good", "right", "good example", "good practice", "pros", "do", "dos",
                  "advantages", "strengths", "correct", "prefer"},
        .before = {"before"},
        .after = {"after"},
        .generic = {"overview", "background", "usage", "setup", "how", "what", "why", "when",
                    "introduction", "example", "examples", "description"},
        .negation = {},
        .negation_end = {}};
    return lexicon;
}

}  // namespace

Phrases::Phrases(std::initializer_list<std::string_view> phrases) {
    for (const auto phrase : phrases) {
        auto words = folded(phrase);
        std::string first = words.front();
        by_first_[std::move(first)].push_back({words.begin() + 1, words.end()});
    }
}

std::size_t Phrases::match_at(const std::vector<TextWord>& words, std::size_t at) const {
    if (at >= words.size()) return 0;
    const auto found = by_first_.find(words[at].folded);
    if (found == by_first_.end()) return 0;
    std::size_t longest = 0;
    for (const auto& rest : found->second) {
        if (at + 1 + rest.size() > words.size()) continue;
        const bool same =
            std::equal(rest.begin(), rest.end(), words.begin() + at + 1,
                       [](const std::string& a, const TextWord& b) { return a == b.folded; });
        if (same) longest = std::max(longest, rest.size() + 1);
    }
    return longest;
}

bool Phrases::end(const std::vector<TextWord>& words) const {
    // No phrase has more than four words.
    for (std::size_t count = 1; count <= 4 && count <= words.size(); ++count)
        if (match_at(words, words.size() - count) == count) return true;
    return false;
}

bool Phrases::occur_in(const std::vector<TextWord>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (match_at(words, i) > 0) return true;
    return false;
}

const Lexicon* lexicon_of(std::string_view language) {
    if (is_french(language)) return &french();
    if (language == "en" || language.substr(0, 3) == "en-") return &english();
    return nullptr;
}

}  // namespace triptych::deck
