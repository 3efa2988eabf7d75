#pragma once

#include <string>
#include <string_view>

#include "sample.hpp"

/// Files that keep the rules, and the same with one fault.
namespace triptych::sample {

/// A page with most kinds of elements.
void fill(Maker& maker);
/// Whether the verifier names a violation of `clause`.
bool finds(const std::string& file, std::string_view clause);
/// The file with the first `from` changed to a text of the same length.
std::string seeded(std::string file, std::string_view from, std::string_view to);
/// The least file with one more object, number 4. `page` are more entries of its page, which may
/// name the object.
std::string file_with(const std::string& object, const std::string& page = {});

}  // namespace triptych::sample
