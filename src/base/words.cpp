#include "base/words.hpp"

#include <array>

namespace triptych {
namespace {

struct Translations {
    std::string_view english, french;
};

/// In the order of `Word`.
constexpr std::array<Translations, static_cast<std::size_t>(Word::count_)> table = {{
    {"Good to know", "À savoir"},
    {"Success", "Réussi"},
    {"Warning", "Attention"},
    {"Danger", "Danger"},
    {"Contents", "Sommaire"},
    {"Glossary", "Glossaire"},
    {"Notes", "Notes"},
    {"p.", "p."},
    {"Image", "Image"},
    {"Missing image", "Image absente"},
    {"File", "Fichier"},
    {"Video", "Vidéo"},
    {"Web page", "Page web"},
    {"Page", "Page"},
    {"API description", "Description d’API"},
    {"Diagram", "Schéma"},
    {"Table", "Tableau"},
    {"To do", "À faire"},
    {"Done", "Fait"},
    {"Going further", "Pour aller plus loin"},
    {"Back to the text", "Retour au texte"},
    {"QR code:", "Code QR\u00A0:"},
    {"Cover", "Couverture"},
    {"Landmarks", "Repères"},
    {"Pages of the printed edition", "Pages de l’édition imprimée"},
    {"Structured text with headings, navigation and a logical reading order.",
     "Texte structuré par des titres, avec navigation et ordre de lecture logique."},
    {"All pictures have a text alternative or are decorative.",
     "Toutes les images ont une alternative textuelle ou sont décoratives."},
    {"Some pictures have no text alternative yet.",
     "Certaines images n’ont pas encore d’alternative textuelle."},
    {"Links", "Liens"},
    {"Links of this chapter", "Liens du chapitre"},
    {"Also on screen", "À retrouver à l’écran"},
    {"Read online", "Lire en ligne"},
    {"Set in", "Composé en"},
    {"and", "et"},
    {"in the notes", "dans les notes"},
    {"point", "point"},
    {"points", "points"},
    {"row", "ligne"},
    {"rows", "lignes"},
    {"line", "ligne"},
    {"lines", "lignes"},
    {"picture", "image"},
    {"pictures", "images"},
    {"booklet", "livret"},
    {"Don’t", "À éviter"},
    {"Do", "À faire"},
    {"Programme", "Au programme"},
    {"in the full guide", "dans le guide complet"},
    {"online", "en ligne"},
    {"see", "voir"},
    {"Index", "Index"},
    {"Figures", "Figures"},
    {"Tables", "Tableaux"},
    {"Figure", "Figure"},
}};

}  // namespace

std::string_view word_in(std::string_view language, Word word) {
    const Translations& translations = table[static_cast<std::size_t>(word)];
    return is_french(language) ? translations.french : translations.english;
}

}  // namespace triptych
