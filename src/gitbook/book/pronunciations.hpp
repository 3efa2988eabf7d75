#pragma once

#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {

/// How words are spoken, as `pronunciation:` maps them to signs of the International Phonetic
/// Alphabet, with or without the strokes or brackets around them. What can't be meant is reported
/// and left out; of many, the first 1,000 are taken.
std::vector<doc::Pronunciation> read_pronunciations(const YAML::Node& node,
                                                    const YamlSource& source,
                                                    Diagnostics& diagnostics);

}  // namespace triptych::gitbook
