#include "doc/typography/rules.hpp"

#include "base/text.hpp"

namespace triptych::doc::typography {

Conventions conventions_of(std::string_view language) {
    const std::string primary = text::lower_case(language.substr(0, language.find_first_of("-_")));
    if (primary == "fr") return Conventions::french;
    return primary == "en" ? Conventions::english : Conventions::other;
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
