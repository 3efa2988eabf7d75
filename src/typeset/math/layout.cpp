#include "typeset/math/layout.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "doc/mark_colours.hpp"
#include "doc/tex/letters.hpp"
#include "typeset/math/stretch.hpp"

namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;

/// Heights of `\big` to `\Bigg`, in tenths of the size.
constexpr std::array<int, 5> bracket_sizes = {0, 12, 18, 24, 30};

int script_level(Style style) {
    return style.level <= StyleLevel::text ? 0 : style.level == StyleLevel::script ? 1 : 2;
}

char32_t first_character(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? U' ' : text::next_code_point(text, at);
}

bool is_one_character(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) return false;
    text::next_code_point(text, at);
    return at == text.size();
}

/// One character that stands for `text`, by the math face if that has it.
Atom character_atom(char32_t character, std::string_view text, Style style,
                    const Setting& setting) {
    Atom atom;
    const Length size = setting.size_in(style);
    const auto glyph = setting.math.glyph(character, script_level(style));
    if (!glyph) {
        atom.box = text_box(text, setting.face, size, setting);
        return atom;
    }
    atom.box = glyph_box(*glyph, text, size, setting);
    atom.glyph = *glyph;
    atom.italic = setting.units(setting.math.italics_correction(*glyph), size);
    return atom;
}

Atom text_atom(std::string_view text, Style style, const Setting& setting) {
    Atom atom;
    atom.box = text_box(text, setting.face, setting.size_in(style), setting);
    return atom;
}

Atom set(const tex::Number& number, Style style, const Setting& setting) {
    return is_one_character(number.text)
               ? character_atom(first_character(number.text), number.text, style, setting)
               : text_atom(number.text, style, setting);
}

Atom set(const tex::Identifier& identifier, Style style, const Setting& setting) {
    if (!is_one_character(identifier.text) || identifier.function) {
        Atom atom = text_atom(identifier.text, style, setting);
        if (identifier.function) atom.kind = Class::large;
        return atom;
    }
    const char32_t letter = first_character(identifier.text);
    Atom atom = character_atom(identifier.upright ? letter : tex::italic_letter(letter),
                               identifier.text, style, setting);
    // Letters are no signs, even those that look like one (`\top`).
    const Class kind = class_of(identifier.text);
    atom.kind = kind == Class::relation || kind == Class::binary ? Class::ordinary : kind;
    return atom;
}

/// In formulas on their own line the operator is a larger glyph; always it is in the middle of the
/// line.
Atom large_operator(const tex::Operator& sign, Style style, const Setting& setting) {
    Atom atom = character_atom(first_character(sign.text), sign.text, style, setting);
    atom.kind = Class::large;
    atom.is_large = true;
    if (atom.glyph == 0) return atom;
    const Length size = setting.size_in(style);
    if (style.is_display()) {
        atom.glyph = display_form(atom.glyph, setting);
        atom.box = glyph_box(atom.glyph, sign.text, size, setting);
        atom.italic = setting.units(setting.math.italics_correction(atom.glyph), size);
    }
    atom.box = on_axis(std::move(atom.box), style, setting);
    return atom;
}

Atom fence(const tex::Operator& sign, Style style, const Setting& setting) {
    if (sign.size == 0)
        return character_atom(first_character(sign.text), sign.text, style, setting);
    Atom atom;
    const auto size = bracket_sizes[std::min<std::size_t>(sign.size, bracket_sizes.size() - 1)];
    atom.box = bracket(sign.text, setting.size_in(style).scaled(size, 10), style, setting);
    return atom;
}

Atom set(const tex::Operator& sign, Style style, const Setting& setting) {
    Atom atom;
    switch (sign.role) {
        case tex::OperatorRole::large:
        case tex::OperatorRole::integral:
            return large_operator(sign, style, setting);
        case tex::OperatorRole::middle:
            atom.growing = sign.text;
            atom.kind = Class::none;
            return atom;
        case tex::OperatorRole::fence:
            atom = fence(sign, style, setting);
            break;
        case tex::OperatorRole::ordinary:
        case tex::OperatorRole::punctuation:
            atom = is_one_character(sign.text)
                       ? character_atom(first_character(sign.text), sign.text, style, setting)
                       : text_atom(sign.text, style, setting);
            break;
    }
    atom.kind = class_of(sign.text);
    return atom;
}

Atom set(const tex::Words& words, Style style, const Setting& setting) {
    const std::size_t face = (words.bold ? 1 : 0) + (words.italic ? 2 : 0);
    const Length size = setting.words_size.scaled(setting.size_in(style).units, setting.size.units);
    Atom atom;
    atom.box = text_box(words.text, setting.words[face], size, setting);
    return atom;
}

Atom set(const tex::Space& space, Style style, const Setting& setting) {
    Atom atom;
    atom.kind = Class::none;
    atom.box.width = setting.size_in(style).scaled(space.width, 1000);
    return atom;
}

Class class_for(tex::SignClass kind) {
    switch (kind) {
        case tex::SignClass::ordinary:
            return Class::ordinary;
        case tex::SignClass::large:
            return Class::large;
        case tex::SignClass::binary:
            return Class::binary;
        case tex::SignClass::relation:
            return Class::relation;
        case tex::SignClass::opening:
            return Class::opening;
        case tex::SignClass::closing:
            return Class::closing;
        case tex::SignClass::punctuation:
            return Class::punctuation;
        case tex::SignClass::inner:
            return Class::inner;
    }
    return Class::ordinary;
}

Atom set(const tex::Classed& classed, Style style, const Setting& setting) {
    Atom atom = atom_of(classed.body, style, setting);
    atom.kind = class_for(classed.kind);
    atom.is_large = false;
    return atom;
}

Atom set(const tex::Sized& sized, Style style, const Setting& setting) {
    Atom atom;
    atom.box = scaled(box_of(sized.body, style, setting), sized.percent, 100);
    return atom;
}

/// In the colour of warnings, as it is written.
Atom set(const tex::Unread& unread, Style style, const Setting& setting) {
    Atom atom;
    const Length size = setting.words_size.scaled(setting.size_in(style).units, setting.size.units);
    atom.box = text_box(unread.source, setting.code, size.scaled(9, 10), setting);
    colour_in(atom.box, *doc::letters_colour(doc::MarkColour::red));
    return atom;
}

Atom set(const tex::Group& group, Style style, const Setting& setting) {
    Atom atom = atom_of(group.body, style, setting);
    if (!atom.is_large) atom.kind = Class::ordinary;
    return atom;
}

class RowBuilder {
public:
    explicit RowBuilder(const Setting& setting) : setting_(setting) {}

    void add(const tex::Nodes& nodes, Style style) {
        // Overloads, no fallback: a new kind of node has no `set` and fails to compile.
        for (const tex::Node& node : nodes)
            std::visit([&](const auto& one) { add_one(one, style); }, node.content);
    }
    Atoms take() { return std::move(atoms_); }

private:
    void add_one(const tex::Styled& styled, Style style) {
        add(styled.body, {styled.level, style.cramped});
    }
    template <typename Node>
    void add_one(const Node& node, Style style) {
        atoms_.push_back(set(node, style, setting_));
        atoms_.back().level = style.level;
    }

    const Setting& setting_;
    Atoms atoms_;
};

/// An upright sign behind a leaning letter keeps clear of it.
Length clearance(const Atom& left, const Atom& right) {
    const bool upright = right.italic == Length{} && right.kind != Class::none;
    return left.glyph != 0 && !left.is_large && upright ? left.italic : Length{};
}

}  // namespace

Atoms atoms_of(const tex::Nodes& nodes, Style style, const Setting& setting) {
    RowBuilder builder(setting);
    builder.add(nodes, style);
    return builder.take();
}

void set_spaces(Atoms& atoms, const Setting& setting) {
    std::vector<Class> classes;
    for (const Atom& atom : atoms) classes.push_back(atom.kind);
    resolve_binaries(classes);
    const Atom* left = nullptr;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        Atom& atom = atoms[i];
        atom.kind = classes[i];
        if (atom.kind == Class::none) continue;
        if (left != nullptr)
            atom.space_before =
                setting.mu(space_between(left->kind, atom.kind, atom.level), {atom.level, false}) +
                clearance(*left, atom);
        left = &atom;
    }
}

Box joined(Atoms& atoms, std::size_t begin, std::size_t end) {
    Box box;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin) box.width += atoms[i].space_before;
        append(box, std::move(atoms[i].box));
    }
    return box;
}

Box box_of(const tex::Nodes& nodes, Style style, const Setting& setting) {
    Atoms atoms = atoms_of(nodes, style, setting);
    set_spaces(atoms, setting);
    return joined(atoms, 0, atoms.size());
}

Atom atom_of(const tex::Nodes& nodes, Style style, const Setting& setting) {
    Atoms atoms = atoms_of(nodes, style, setting);
    if (atoms.size() == 1) return std::move(atoms.front());
    set_spaces(atoms, setting);
    Atom atom;
    atom.box = joined(atoms, 0, atoms.size());
    return atom;
}

Box bracket(std::string_view sign, Length height, Style style, const Setting& setting) {
    if (sign.empty()) return {};
    return tall_sign({first_character(sign), sign}, height, style, setting);
}

}  // namespace triptych::typeset::math
