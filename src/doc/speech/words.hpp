#pragma once

#include <string_view>

/// What signs of formulas are called.
namespace triptych::doc::speech {

/// Words in the languages that formulas are spoken in.
struct Words {
    std::string_view english, french;
};

/// What an operator or letter is called; null when it is called what it looks like.
const Words* words_for(std::string_view sign);
/// What a mark over or under something is called, behind it or, for a vector, before it.
const Words* words_for_mark(std::string_view mark);

}  // namespace triptych::doc::speech
