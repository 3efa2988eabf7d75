#include "doc/typography/rules.hpp"

#include "base/language_tag.hpp"

namespace triptych::doc::typography {

Conventions conventions_of(std::string_view language) {
    if (is_french(language)) return Conventions::french;
    return is_english(language) ? Conventions::english : Conventions::other;
}

void set_passage(Passage& passage, Conventions conventions, const std::vector<bool>& raisable) {
    passage.begin_edits();
    lock_addresses(passage);
    set_ellipses(passage);
    set_apostrophes(passage, conventions);
    if (conventions == Conventions::other) return;
    set_dashes(passage);
    set_quotation_marks(passage, conventions);
    if (conventions == Conventions::english) return;
    space_guillemets(passage);
    space_high_marks(passage);
    join_units(passage);
    join_numbers(passage);
    join_abbreviations(passage);
    raise_ordinals(passage, raisable);
}

}  // namespace triptych::doc::typography
