#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

/// What may stand in the parts of a presentation (ISO/IEC 29500-4, Transitional), as far as slides,
/// notes, masters, layouts, themes and lists of styles go. Elements are told by their usual
/// prefixes: `a`, `p` and `r` (names.hpp).
///
/// The tables are in `*.def`. `TYPE(name, attributes, content)` is a type of elements: attributes
/// are `name=Value`, with `!` if they must be there; content is made of `element=Type`, or
/// `element=@Value` for one that holds text, and of `%Group`; `,` joins what follows one another,
/// `|` what one may be chosen of; `?`, `*`, `+` and `{least,most}` say how often. What is in an
/// `OPEN` type is not described here. `VALUE(name, alternatives)` is a type of attributes.
namespace triptych::pptx::schema {

/// A type of attributes: any of some kinds of values.
class Value {
public:
    explicit Value(std::string_view alternatives);
    bool holds(std::string_view written) const;
    /// Whether any text is good, the empty one, too.
    bool is_text() const;

private:
    enum class Kind : std::uint8_t {
        text,
        id,
        truth,
        number,
        percent,
        measure,
        hex,
        guid,
        media,
        ncname,
        address,
        name
    };
    struct Alternative {
        Kind kind{};
        std::int64_t least = 0, most = 0;
        std::vector<std::string_view> names;
    };
    static Alternative alternative(std::string_view written);
    static bool holds(const Alternative& alternative, std::string_view written);

    std::vector<Alternative> alternatives_;
};

struct Attribute {
    std::string_view name;
    const Value* value = nullptr;
    bool required = false;
};

struct Type;

/// What may stand at one place of an element's content.
struct Particle {
    enum class Kind : std::uint8_t { element, sequence, choice } kind{};
    unsigned least = 1, most = 1;
    std::string_view name;         ///< of an element
    const Type* type = nullptr;    ///< of an element that holds others, or nothing
    const Value* value = nullptr;  ///< of an element that holds text
    std::vector<Particle> inner;   ///< of a sequence or choice
};

/// A type of elements.
struct Type {
    bool open = false;
    std::vector<Attribute> attributes;
    Particle content{Particle::Kind::sequence, 1, 1, {}, nullptr, nullptr, {}};
    std::vector<Particle> children;  ///< every element that may stand in one, wherever

    /// Nothing when no such element may stand in one.
    const Particle* child(std::string_view name) const;
    const Attribute* attribute(std::string_view name) const;
};

/// The type of a part's root; null for those that are not described here.
const Type* type_of_root(std::string_view name);

/// Why the children of an element are not what its type asks for.
struct Misfit {
    pugi::xml_node child;      ///< the first that can't stand where it does, if any
    std::string_view missing;  ///< what must stand there, if anything must
};
/// Nothing when all is well.
std::optional<Misfit> first_misfit(const Type& type, const pugi::xml_node& element);

}  // namespace triptych::pptx::schema
