#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What of SVG 1.1 (second edition) is kept: elements, what they may hold, attributes, properties
/// and their values. What is not listed is not kept.
namespace triptych::svg {

enum class Role : std::uint8_t {
    root,         ///< `svg` at the top and inside
    container,    ///< `g`
    definitions,  ///< `defs`: drawn only where something refers to what is in it
    template_,    ///< `symbol`, `marker`, `pattern`, `mask`: drawn where something refers to it
    clip,
    shape,
    text,
    span,
    image,
    use,
    gradient,
    stop,
    filter,
    primitive,
    merge_node,
    function,
    light,
};

struct Element {
    std::string_view name;
    Role role{};
    unsigned properties = 0;  ///< groups of presentation attributes
    /// Its own attributes: names, those without which it is nothing marked `*`, and `=a|b` where
    /// only some words will do.
    std::string_view attributes;
};

/// Null for all that is not kept.
const Element* find_element(std::string_view name);
/// Whether an element of that name is drawn where it stands.
bool is_drawn(std::string_view name);
bool may_hold(const Element& parent, const Element& child);

struct OwnAttribute {
    std::string_view name, words;
    bool required = false;
};
/// Takes the first attribute off a list of them; nothing at its end.
std::optional<OwnAttribute> next_attribute(std::string_view& attributes);

/// Whether the property `name` may be a presentation attribute of `element`.
bool has_property(const Element& element, std::string_view name);
bool is_property(std::string_view name);

/// The id that `url(#id)` refers to; nothing when `value` is no reference into the same file.
std::optional<std::string> referred_id(std::string_view value);
/// `value` of the presentation attribute or of the element's own attribute `name` when it is one
/// that may be kept, in the form in which it is; nothing otherwise.
std::optional<std::string> kept_property(std::string_view name, std::string_view value);
std::optional<std::string> kept_attribute(const OwnAttribute& attribute, std::string_view value);

/// Properties that SVG 1.1 only knows in `style`, as far as they are kept there.
bool is_kept_style(std::string_view name, std::string_view value);

}  // namespace triptych::svg
