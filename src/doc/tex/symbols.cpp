#include "doc/tex/symbols.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"

namespace triptych::doc::tex {
namespace {

/// Sorted by command.
constexpr Symbol symbols[] = {
    {"#", "#", SymbolKind::upright_letter},
    {"$", "$", SymbolKind::upright_letter},
    {"%", "%", SymbolKind::upright_letter},
    {"&", "&", SymbolKind::upright_letter},
    {"Delta", "Δ", SymbolKind::upright_letter},
    {"Downarrow", "⇓", SymbolKind::sign},
    {"Gamma", "Γ", SymbolKind::upright_letter},
    {"Im", "ℑ", SymbolKind::upright_letter},
    {"Lambda", "Λ", SymbolKind::upright_letter},
    {"Leftarrow", "⇐", SymbolKind::sign},
    {"Leftrightarrow", "⇔", SymbolKind::sign},
    {"Omega", "Ω", SymbolKind::upright_letter},
    {"Phi", "Φ", SymbolKind::upright_letter},
    {"Pi", "Π", SymbolKind::upright_letter},
    {"Pr", "Pr", SymbolKind::function_with_limits},
    {"Psi", "Ψ", SymbolKind::upright_letter},
    {"Re", "ℜ", SymbolKind::upright_letter},
    {"Rightarrow", "⇒", SymbolKind::sign},
    {"Sigma", "Σ", SymbolKind::upright_letter},
    {"Theta", "Θ", SymbolKind::upright_letter},
    {"Uparrow", "⇑", SymbolKind::sign},
    {"Upsilon", "Υ", SymbolKind::upright_letter},
    {"Vert", "‖", SymbolKind::fence},
    {"Xi", "Ξ", SymbolKind::upright_letter},
    {"_", "_", SymbolKind::upright_letter},
    {"aleph", "ℵ", SymbolKind::upright_letter},
    {"alpha", "α", SymbolKind::letter},
    {"angle", "∠", SymbolKind::upright_letter},
    {"approx", "≈", SymbolKind::sign},
    {"arccos", "arccos", SymbolKind::function},
    {"arcsin", "arcsin", SymbolKind::function},
    {"arctan", "arctan", SymbolKind::function},
    {"arg", "arg", SymbolKind::function},
    {"ast", "∗", SymbolKind::sign},
    {"asymp", "≍", SymbolKind::sign},
    {"backslash", "\\", SymbolKind::fence},
    {"because", "∵", SymbolKind::sign},
    {"beta", "β", SymbolKind::letter},
    {"bigcap", "⋂", SymbolKind::large},
    {"bigcup", "⋃", SymbolKind::large},
    {"bigoplus", "⨁", SymbolKind::large},
    {"bigotimes", "⨂", SymbolKind::large},
    {"bigvee", "⋁", SymbolKind::large},
    {"bigwedge", "⋀", SymbolKind::large},
    {"bot", "⊥", SymbolKind::upright_letter},
    {"bullet", "∙", SymbolKind::sign},
    {"cap", "∩", SymbolKind::sign},
    {"cdot", "⋅", SymbolKind::sign},
    {"cdots", "⋯", SymbolKind::upright_letter},
    {"checkmark", "✓", SymbolKind::upright_letter},
    {"chi", "χ", SymbolKind::letter},
    {"circ", "∘", SymbolKind::sign},
    {"colon", ":", SymbolKind::sign},
    {"coloneqq", "≔", SymbolKind::sign},
    {"cong", "≅", SymbolKind::sign},
    {"coprod", "∐", SymbolKind::large},
    {"cos", "cos", SymbolKind::function},
    {"cosh", "cosh", SymbolKind::function},
    {"cot", "cot", SymbolKind::function},
    {"csc", "csc", SymbolKind::function},
    {"cup", "∪", SymbolKind::sign},
    {"ddots", "⋱", SymbolKind::upright_letter},
    {"deg", "deg", SymbolKind::function},
    {"degree", "°", SymbolKind::upright_letter},
    {"delta", "δ", SymbolKind::letter},
    {"det", "det", SymbolKind::function_with_limits},
    {"dim", "dim", SymbolKind::function},
    {"div", "÷", SymbolKind::sign},
    {"doteq", "≐", SymbolKind::sign},
    {"dots", "…", SymbolKind::upright_letter},
    {"dotsb", "⋯", SymbolKind::upright_letter},
    {"dotsc", "…", SymbolKind::upright_letter},
    {"downarrow", "↓", SymbolKind::sign},
    {"ell", "ℓ", SymbolKind::letter},
    {"emptyset", "∅", SymbolKind::upright_letter},
    {"epsilon", "ϵ", SymbolKind::letter},
    {"equiv", "≡", SymbolKind::sign},
    {"eta", "η", SymbolKind::letter},
    {"euro", "€", SymbolKind::upright_letter},
    {"exists", "∃", SymbolKind::upright_letter},
    {"exp", "exp", SymbolKind::function},
    {"forall", "∀", SymbolKind::upright_letter},
    {"gamma", "γ", SymbolKind::letter},
    {"gcd", "gcd", SymbolKind::function_with_limits},
    {"ge", "≥", SymbolKind::sign},
    {"geq", "≥", SymbolKind::sign},
    {"geqslant", "⩾", SymbolKind::sign},
    {"gets", "←", SymbolKind::sign},
    {"gg", "≫", SymbolKind::sign},
    {"gtrsim", "≳", SymbolKind::sign},
    {"hbar", "ℏ", SymbolKind::letter},
    {"hom", "hom", SymbolKind::function},
    {"iff", "⟺", SymbolKind::sign},
    {"iiint", "∭", SymbolKind::integral},
    {"iint", "∬", SymbolKind::integral},
    {"imath", "ı", SymbolKind::letter},
    {"impliedby", "⟸", SymbolKind::sign},
    {"implies", "⟹", SymbolKind::sign},
    {"in", "∈", SymbolKind::sign},
    {"inf", "inf", SymbolKind::function_with_limits},
    {"infty", "∞", SymbolKind::upright_letter},
    {"int", "∫", SymbolKind::integral},
    {"iota", "ι", SymbolKind::letter},
    {"jmath", "ȷ", SymbolKind::letter},
    {"kappa", "κ", SymbolKind::letter},
    {"ker", "ker", SymbolKind::function},
    {"lVert", "‖", SymbolKind::fence},
    {"lambda", "λ", SymbolKind::letter},
    {"land", "∧", SymbolKind::sign},
    {"langle", "⟨", SymbolKind::fence},
    {"lbrace", "{", SymbolKind::fence},
    {"lbrack", "[", SymbolKind::fence},
    {"lceil", "⌈", SymbolKind::fence},
    {"ldots", "…", SymbolKind::upright_letter},
    {"le", "≤", SymbolKind::sign},
    {"leftarrow", "←", SymbolKind::sign},
    {"leftrightarrow", "↔", SymbolKind::sign},
    {"leq", "≤", SymbolKind::sign},
    {"leqslant", "⩽", SymbolKind::sign},
    {"lesssim", "≲", SymbolKind::sign},
    {"lfloor", "⌊", SymbolKind::fence},
    {"lg", "lg", SymbolKind::function},
    {"lim", "lim", SymbolKind::function_with_limits},
    {"liminf", "lim\u202Finf", SymbolKind::function_with_limits},
    {"limsup", "lim\u202Fsup", SymbolKind::function_with_limits},
    {"ll", "≪", SymbolKind::sign},
    {"ln", "ln", SymbolKind::function},
    {"lnot", "¬", SymbolKind::sign},
    {"log", "log", SymbolKind::function},
    {"longleftarrow", "⟵", SymbolKind::sign},
    {"longrightarrow", "⟶", SymbolKind::sign},
    {"lor", "∨", SymbolKind::sign},
    {"lvert", "|", SymbolKind::fence},
    {"mapsto", "↦", SymbolKind::sign},
    {"max", "max", SymbolKind::function_with_limits},
    {"mid", "∣", SymbolKind::sign},
    {"min", "min", SymbolKind::function_with_limits},
    {"models", "⊨", SymbolKind::sign},
    {"mp", "∓", SymbolKind::sign},
    {"mu", "μ", SymbolKind::letter},
    {"nabla", "∇", SymbolKind::upright_letter},
    {"ne", "≠", SymbolKind::sign},
    {"nearrow", "↗", SymbolKind::sign},
    {"neg", "¬", SymbolKind::sign},
    {"neq", "≠", SymbolKind::sign},
    {"nexists", "∄", SymbolKind::upright_letter},
    {"ni", "∋", SymbolKind::sign},
    {"notin", "∉", SymbolKind::sign},
    {"nu", "ν", SymbolKind::letter},
    {"odot", "⊙", SymbolKind::sign},
    {"oint", "∮", SymbolKind::integral},
    {"omega", "ω", SymbolKind::letter},
    {"omicron", "ο", SymbolKind::letter},
    {"ominus", "⊖", SymbolKind::sign},
    {"oplus", "⊕", SymbolKind::sign},
    {"otimes", "⊗", SymbolKind::sign},
    {"parallel", "∥", SymbolKind::sign},
    {"partial", "∂", SymbolKind::letter},
    {"perp", "⊥", SymbolKind::sign},
    {"phi", "ϕ", SymbolKind::letter},
    {"pi", "π", SymbolKind::letter},
    {"pm", "±", SymbolKind::sign},
    {"prec", "≺", SymbolKind::sign},
    {"prime", "′", SymbolKind::upright_letter},
    {"prod", "∏", SymbolKind::large},
    {"propto", "∝", SymbolKind::sign},
    {"psi", "ψ", SymbolKind::letter},
    {"rVert", "‖", SymbolKind::fence},
    {"rangle", "⟩", SymbolKind::fence},
    {"rbrace", "}", SymbolKind::fence},
    {"rbrack", "]", SymbolKind::fence},
    {"rceil", "⌉", SymbolKind::fence},
    {"rfloor", "⌋", SymbolKind::fence},
    {"rho", "ρ", SymbolKind::letter},
    {"rightarrow", "→", SymbolKind::sign},
    {"rvert", "|", SymbolKind::fence},
    {"searrow", "↘", SymbolKind::sign},
    {"sec", "sec", SymbolKind::function},
    {"setminus", "∖", SymbolKind::sign},
    {"sigma", "σ", SymbolKind::letter},
    {"sim", "∼", SymbolKind::sign},
    {"simeq", "≃", SymbolKind::sign},
    {"sin", "sin", SymbolKind::function},
    {"sinh", "sinh", SymbolKind::function},
    {"star", "⋆", SymbolKind::sign},
    {"subset", "⊂", SymbolKind::sign},
    {"subseteq", "⊆", SymbolKind::sign},
    {"succ", "≻", SymbolKind::sign},
    {"sum", "∑", SymbolKind::large},
    {"sup", "sup", SymbolKind::function_with_limits},
    {"supset", "⊃", SymbolKind::sign},
    {"supseteq", "⊇", SymbolKind::sign},
    {"tan", "tan", SymbolKind::function},
    {"tanh", "tanh", SymbolKind::function},
    {"tau", "τ", SymbolKind::letter},
    {"therefore", "∴", SymbolKind::sign},
    {"theta", "θ", SymbolKind::letter},
    {"times", "×", SymbolKind::sign},
    {"to", "→", SymbolKind::sign},
    {"top", "⊤", SymbolKind::upright_letter},
    {"triangle", "△", SymbolKind::upright_letter},
    {"triangleq", "≜", SymbolKind::sign},
    {"uparrow", "↑", SymbolKind::sign},
    {"upsilon", "υ", SymbolKind::letter},
    {"varepsilon", "ε", SymbolKind::letter},
    {"varnothing", "∅", SymbolKind::upright_letter},
    {"varphi", "φ", SymbolKind::letter},
    {"varpi", "ϖ", SymbolKind::letter},
    {"varrho", "ϱ", SymbolKind::letter},
    {"varsigma", "ς", SymbolKind::letter},
    {"vartheta", "ϑ", SymbolKind::letter},
    {"vdash", "⊢", SymbolKind::sign},
    {"vdots", "⋮", SymbolKind::upright_letter},
    {"vee", "∨", SymbolKind::sign},
    {"vert", "|", SymbolKind::fence},
    {"wedge", "∧", SymbolKind::sign},
    {"wp", "℘", SymbolKind::letter},
    {"xi", "ξ", SymbolKind::letter},
    {"zeta", "ζ", SymbolKind::letter},
    {"{", "{", SymbolKind::fence},
    {"|", "‖", SymbolKind::fence},
    {"}", "}", SymbolKind::fence},
};

constexpr bool before(const Symbol& a, const Symbol& b) { return a.command < b.command; }
static_assert(std::is_sorted(std::begin(symbols), std::end(symbols), before));

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
    const auto* found =
        std::lower_bound(std::begin(symbols), std::end(symbols), Symbol{command, {}, {}}, before);
    return found != std::end(symbols) && found->command == command ? found : nullptr;
}

const Symbol* find_symbol_for(std::string_view text) {
    const auto* found = std::find_if(std::begin(symbols), std::end(symbols),
                                     [&](const Symbol& symbol) { return symbol.text == text; });
    return found != std::end(symbols) ? found : nullptr;
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
