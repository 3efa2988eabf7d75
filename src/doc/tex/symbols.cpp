#include "doc/tex/symbols.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace triptych::doc::tex {
namespace {

/// Names and texts of one kind in turn, parted by spaces.
struct Listing {
    SymbolKind kind;
    std::string_view pairs;
};
constexpr Listing listings[] = {
#define SYMBOLS(kind, pairs) {SymbolKind::kind, pairs},
#include "doc/tex/symbols.def"
#undef SYMBOLS
};

/// All symbols by their command, and those that stand for each text, the first one first.
struct Tables {
    std::vector<Symbol> by_command, by_text;

    Tables() {
        for (const auto& [kind, pairs] : listings) {
            const auto words = text::split(pairs, ' ');
            for (std::size_t i = 0; i + 1 < words.size(); i += 2)
                by_command.push_back({words[i], words[i + 1], kind});
        }
        by_text = by_command;
        std::sort(by_command.begin(), by_command.end(),
                  [](const Symbol& a, const Symbol& b) { return a.command < b.command; });
        std::stable_sort(by_text.begin(), by_text.end(),
                         [](const Symbol& a, const Symbol& b) { return a.text < b.text; });
    }
};

const Tables& tables() {
    static const Tables tables;
    return tables;
}

/// Where an alphabet begins in Unicode; 0: it has no such letters.
struct Block {
    char32_t capitals, small, digits;
};

Block block_of(Alphabet alphabet) {
    switch (alphabet) {
        case Alphabet::italic:
        case Alphabet::roman:
            return {};
        case Alphabet::bold:
            return {0x1D400, 0x1D41A, 0x1D7CE};
        case Alphabet::double_struck:
            return {0x1D538, 0x1D552, 0x1D7D8};
        case Alphabet::script:
            return {0x1D49C, 0x1D4B6, 0};
        case Alphabet::fraktur:
            return {0x1D504, 0x1D51E, 0};
        case Alphabet::sans_serif:
            return {0x1D5A0, 0x1D5BA, 0x1D7E2};
        case Alphabet::monospace:
            return {0x1D670, 0x1D68A, 0x1D7F6};
    }
    return {};
}

/// Letters that were in Unicode before the alphabets were.
struct OlderLetter {
    Alphabet alphabet;
    char letter;
    char32_t code_point;
};
constexpr OlderLetter older_letters[] = {
    {Alphabet::double_struck, 'C', 0x2102}, {Alphabet::double_struck, 'H', 0x210D},
    {Alphabet::double_struck, 'N', 0x2115}, {Alphabet::double_struck, 'P', 0x2119},
    {Alphabet::double_struck, 'Q', 0x211A}, {Alphabet::double_struck, 'R', 0x211D},
    {Alphabet::double_struck, 'Z', 0x2124}, {Alphabet::script, 'B', 0x212C},
    {Alphabet::script, 'E', 0x2130},        {Alphabet::script, 'F', 0x2131},
    {Alphabet::script, 'H', 0x210B},        {Alphabet::script, 'I', 0x2110},
    {Alphabet::script, 'L', 0x2112},        {Alphabet::script, 'M', 0x2133},
    {Alphabet::script, 'R', 0x211B},        {Alphabet::script, 'e', 0x212F},
    {Alphabet::script, 'g', 0x210A},        {Alphabet::script, 'o', 0x2134},
    {Alphabet::fraktur, 'C', 0x212D},       {Alphabet::fraktur, 'H', 0x210C},
    {Alphabet::fraktur, 'I', 0x2111},       {Alphabet::fraktur, 'R', 0x211C},
    {Alphabet::fraktur, 'Z', 0x2128},
};

char32_t code_point_in(Alphabet alphabet, char c) {
    for (const auto& older : older_letters)
        if (older.alphabet == alphabet && older.letter == c) return older.code_point;
    const auto block = block_of(alphabet);
    const auto offset = [&](char32_t begin, char first) {
        return begin == 0 ? static_cast<char32_t>(c) : begin + static_cast<char32_t>(c - first);
    };
    if (c >= 'A' && c <= 'Z') return offset(block.capitals, 'A');
    if (c >= 'a' && c <= 'z') return offset(block.small, 'a');
    if (c >= '0' && c <= '9') return offset(block.digits, '0');
    return static_cast<char32_t>(c);
}

}  // namespace

const Symbol* find_symbol(std::string_view command) {
    const auto& symbols = tables().by_command;
    const auto found = std::lower_bound(
        symbols.begin(), symbols.end(), command,
        [](const Symbol& one, std::string_view wanted) { return one.command < wanted; });
    return found != symbols.end() && found->command == command ? &*found : nullptr;
}

const Symbol* find_symbol_for(std::string_view text) {
    const auto& symbols = tables().by_text;
    const auto found = std::lower_bound(
        symbols.begin(), symbols.end(), text,
        [](const Symbol& one, std::string_view wanted) { return one.text < wanted; });
    return found != symbols.end() && found->text == text ? &*found : nullptr;
}

bool is_sign(char32_t c) {
    const bool operators = (c >= 0x2190 && c <= 0x22FF) || (c >= 0x27C0 && c <= 0x27FF) ||
                           (c >= 0x2900 && c <= 0x2AFF) || (c >= 0x2B00 && c <= 0x2B4F);
    constexpr std::u32string_view others = U"+±×÷·‖†‡•‥";
    return operators || others.find(c) != std::u32string_view::npos;
}

std::string bold_greek(std::string_view letter) {
    std::size_t at = 0;
    const char32_t c = letter.empty() ? U' ' : text::next_code_point(letter, at);
    std::string bold;
    if (c >= U'Α' && c <= U'Ω')
        text::append_code_point(bold, 0x1D6A8 + (c - U'Α'));
    else if (c >= U'α' && c <= U'ω')
        text::append_code_point(bold, 0x1D736 + (c - U'α'));
    return bold.empty() ? std::string(letter) : bold;
}

std::string letter_in(Alphabet alphabet, char c) {
    std::string letter;
    text::append_code_point(letter, code_point_in(alphabet, c));
    return letter;
}

}  // namespace triptych::doc::tex
