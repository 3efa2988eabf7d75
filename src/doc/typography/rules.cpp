#include "doc/typography/rules.hpp"

namespace triptych::doc::typography {

void set_passage(Passage& passage, const Conventions& conventions,
                 const std::vector<bool>& raisable) {
    passage.begin_edits();
    lock_addresses(passage);
    set_ellipses(passage);
    set_apostrophes(passage, conventions);
    if (!conventions.is_known()) return;
    set_dashes(passage, conventions);
    set_quotation_marks(passage, conventions);
    if (conventions.is_french()) {
        space_guillemets(passage);
        space_high_marks(passage);
    }
    join_units(passage, conventions);
    join_numbers(passage, conventions);
    join_abbreviations(passage, conventions);
    join_small_words(passage, conventions);
    if (conventions.is_french()) raise_ordinals(passage, raisable);
}

}  // namespace triptych::doc::typography
