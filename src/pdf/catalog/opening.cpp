#include "pdf/catalog/opening.hpp"

#include "base/language_tag.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Ref;

/// PDF/UA-2 wants it to lead to an element as well (ISO 14289-2 §8.8).
void write_open_action(Dictionary& catalog, const Opening& opening) {
    if (opening.document == Ref::none) {
        catalog.array("OpenAction").ref(opening.first_page).name("Fit");
        return;
    }
    Dictionary action = catalog.dictionary("OpenAction");
    action.name("S", "GoTo").array("D").ref(opening.first_page).name("Fit");
    action.array("SD").ref(opening.document).name("Fit");
}

}  // namespace

void write_opening(Dictionary& catalog, const Opening& opening) {
    const pages::Pages& pages = opening.pages;
    if (pages.full_screen) {
        catalog.name("PageLayout", "SinglePage");
        write_open_action(catalog, opening);
    } else if (opening.has_outline) {
        catalog.name("PageMode", "UseOutlines");
    }
    Dictionary preferences = catalog.dictionary("ViewerPreferences");
    preferences.boolean("DisplayDocTitle", true);
    if (pages.full_screen) preferences.boolean("FitWindow", true);
    if (is_right_to_left(pages.information.language)) preferences.name("Direction", "R2L");
}

}  // namespace triptych::pdf
