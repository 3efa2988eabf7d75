#include "deck/language/lexicons.hpp"

namespace triptych::deck {

HeadingWords french_headings() {
    return {.further_reading = {"pour aller plus loin",
                                "aller plus loin",
                                "ressources",
                                "ressources utiles",
                                "liens",
                                "liens utiles",
                                "références",
                                "documentation",
                                "sources",
                                "sources de veille",
                                "voir aussi",
                                "bibliographie",
                                "en savoir plus",
                                "pour en savoir plus",
                                "ressources supplémentaires",
                                "ressources complémentaires",
                                "autres ressources",
                                "liens complémentaires",
                                "documentation complémentaire",
                                "lectures complémentaires",
                                "références utiles"},
            .wrong = {"mauvais", "mauvaise", "mauvais exemple", "mauvaise pratique",
                      "mauvaises pratiques", "contre-exemple", "inconvénients", "à éviter",
                      "exemple à éviter", "à ne pas faire", "ne pas faire", "à proscrire", "contre",
                      "faiblesses", "points faibles"},
            .right = {"bon", "bonne", "bon exemple", "bonne pratique", "bonnes pratiques",
                      "avantages", "à faire", "faire", "exemple à suivre", "à privilégier", "pour",
                      "forces", "points forts"},
            .before = {"avant"},
            .after = {"après"},
            .generic = {"objectif",  "objectifs", "contexte",  "description", "introduction",
                        "périmètre", "synthèse",  "démarche",  "outils",      "étapes",
                        "exemple",   "exemples",  "avantages", "ce que",      "ce qu'",
                        "comment",   "pourquoi",  "quel",      "quelle",      "quels",
                        "quelles"}};
}

}  // namespace triptych::deck
