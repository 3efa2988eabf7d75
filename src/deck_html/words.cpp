#include "deck_html/words.hpp"

#include <array>

#include "base/words.hpp"

namespace triptych::deck_html {
namespace {

struct Translations {
    std::string_view name, english, french;
};

constexpr std::array<Translations, 28> table = {{
    {"bar", "Slide show", "Diaporama"},
    {"previous", "Previous slide", "Diapositive précédente"},
    {"next", "Next slide", "Diapositive suivante"},
    {"overview", "All slides", "Toutes les diapositives"},
    {"read", "Read as one page", "Lire comme une page"},
    {"present", "Presenter’s window", "Fenêtre de l’intervenant"},
    {"presenter", "Presenter’s window", "Fenêtre de l’intervenant"},
    {"colours", "Light or dark", "Clair ou sombre"},
    {"full", "Full screen", "Plein écran"},
    {"help", "Keys", "Raccourcis clavier"},
    {"close", "Close", "Fermer"},
    {"elapsed", "Time passed", "Temps écoulé"},
    {"late", "{time} late", "en retard de {time}"},
    {"early", "{time} early", "en avance de {time}"},
    {"pause", "Pause", "Pause"},
    {"restart", "Start again at 0:00", "Repartir de 0:00"},
    {"notes", "Notes", "Notes"},
    {"space", "Space", "Espace"},
    {"page_down", "Page Down", "Page suiv."},
    {"page_up", "Page Up", "Page préc."},
    {"home", "Home", "Début"},
    {"end", "End", "Fin"},
    {"ends", "First and last slide", "Première et dernière diapositive"},
    {"enter", "Enter", "Entrée"},
    {"escape", "Esc", "Échap"},
    {"number", "Slide with this number", "Diapositive de ce numéro"},
    {"print_notes", "Print the notes too", "Imprimer aussi les notes"},
    {"announcement", "Slide {n} of {all}: {title}", "Diapositive {n} sur {all}\u00A0: {title}"},
}};

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> words_in(std::string_view language) {
    std::vector<std::pair<std::string_view, std::string_view>> words;
    words.reserve(table.size());
    for (const auto& row : table)
        words.emplace_back(row.name, is_french(language) ? row.french : row.english);
    return words;
}

std::string_view slide_word(std::string_view language) {
    return is_french(language) ? "diapositive" : "slide";
}

}  // namespace triptych::deck_html
