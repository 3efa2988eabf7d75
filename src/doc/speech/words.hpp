#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

/// What formulas are read out with, a file a language in `words/`. Where other words stand around
/// something, `{1}`, `{2}` … are its places, each once, in the order of the language. What ends in
/// `_long` is said of more than one sign, and tells where it ends.
namespace triptych::doc::speech {

enum class FormulaWord : std::uint8_t {
#define TRIPTYCH_FORMULA_WORD(name, text) name,
#include "doc/speech/words/en.def"
#undef TRIPTYCH_FORMULA_WORD
    count_
};

/// Its words; English where none are known of it.
class Vocabulary {
public:
    explicit Vocabulary(std::string_view language);

    std::string_view operator[](FormulaWord word) const;
    /// The tag of the language that the words are of.
    std::string_view tag() const;

private:
    std::uint8_t language_ = 0;
};

/// How a sign of a formula is called.
struct SignName {
    FormulaWord word{};
    bool capital = false;
};
/// None when it is called what it looks like.
std::optional<SignName> name_of_sign(std::string_view sign);
/// What is said of what has `mark` over or under it; none when the mark is not heard.
std::optional<FormulaWord> name_of_mark(std::string_view mark);

/// `pattern` with `things` in its places, without spaces at its ends.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> things);

}  // namespace triptych::doc::speech
