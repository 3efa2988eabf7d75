#pragma once

#include <vector>

#include "doc/plans.hpp"
#include "gitbook/syntax/yaml.hpp"

/// What `triptych.yaml` plans to make of a book.
namespace triptych::gitbook {

/// `decks:`: a list of decks, each with a name. What can't be meant is reported where it stands.
std::vector<doc::DeckPlan> read_deck_plans(const YAML::Node& node, const YamlSource& source,
                                           Diagnostics& diagnostics);

/// `editions:`, likewise.
std::vector<doc::EditionPlan> read_edition_plans(const YAML::Node& node, const YamlSource& source,
                                                 Diagnostics& diagnostics);

/// `index:`, `lists:` and `figures:` of the file.
struct WrittenLists {
    doc::ListWishes lists;
    bool numbered_figures = false;
};
WrittenLists read_lists(const YAML::Node& root, const YamlSource& source, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
