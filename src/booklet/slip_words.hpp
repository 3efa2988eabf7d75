#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/imposition.hpp>

namespace triptych::booklet {

/// What is printed on the slip that goes with imposed sheets.
struct SlipWords {
    std::string title, summary;
    std::vector<std::string> steps;  ///< numbered from 1
};

/// The slip for gatherings of so many sheets each, in `language` (BCP 47): French, else English.
SlipWords slip_words(const Imposition& imposition, const std::vector<std::size_t>& gatherings,
                     std::string_view language);

}  // namespace triptych::booklet
