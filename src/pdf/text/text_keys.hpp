#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::pdf {

/// What a glyph stands for, as a number: a code point, or one of the longer texts of a table.
enum class TextKey : std::uint32_t { none = 0 };

/// Numbers for the texts of clusters. Texts that a ToUnicode map must not hold (ISO 14289-1
/// §7.21.7: zero, U+FEFF, U+FFFE), or that are too long for one, have no key.
class TextKeys {
public:
    /// The key of `text`, made if it is new.
    TextKey add(std::string_view text);
    /// The key of a text that has been added.
    TextKey find(std::string_view text) const;
    /// UTF-8 of a key.
    std::string text(TextKey key) const;
    /// Whether the text has a character of the private use areas.
    bool is_private(TextKey key) const;

private:
    std::map<std::string, std::uint32_t, std::less<>> longer_;
    std::vector<std::string> texts_;
};

}  // namespace triptych::pdf
