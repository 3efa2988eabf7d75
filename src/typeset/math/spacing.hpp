#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/tex.hpp"

/// How the parts of a formula stand off from each other (The TeXbook, chapter 18).
namespace triptych::typeset::math {

enum class Class : std::uint8_t {
    ordinary,
    large,
    binary,
    relation,
    opening,
    closing,
    punctuation,
    inner,
    none,  ///< not seen by its neighbours: a space
};

/// The class of a sign that is one character, wherever it stands.
Class class_of(std::string_view sign);

/// A binary sign without something on both sides is an ordinary one (The TeXbook, Appendix G, rules
/// 5 and 6).
void resolve_binaries(std::vector<Class>& classes);

/// Space between two parts, in eighteenths of an em of the size that `right` is set in.
int space_between(Class left, Class right, doc::tex::StyleLevel level);

}  // namespace triptych::typeset::math
