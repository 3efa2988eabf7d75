#pragma once

#include <cstddef>
#include <string_view>

namespace triptych::gitbook {

/// Length of the address that `text`, which begins with one, truly is: before quotation marks,
/// braces and punctuation of Chinese and Japanese, before a character reference, before letters
/// of another script than its host's, and without the punctuation that a sentence puts behind it.
std::size_t length_of_address(std::string_view text);

}  // namespace triptych::gitbook
