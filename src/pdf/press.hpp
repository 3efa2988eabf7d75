#pragma once

#include <string>

namespace triptych::pdf {

/// What a file for a print shop is made for (PDF/X-4, ISO 15930-7): black and grey are black ink,
/// all other colours stay sRGB, which the shop brings into its inks.
struct Press {
    std::string condition;  ///< as the registry of the ICC names it, for example `FOGRA39`
    std::string profile;    ///< ICC profile of that condition; empty: not at hand
};

}  // namespace triptych::pdf
