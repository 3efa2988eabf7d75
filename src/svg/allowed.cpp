#include "svg/allowed.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// Groups of presentation attributes, as the modules of SVG 1.1 have them.
enum Group : unsigned {
    paint = 1,
    colour = 2,
    opacity = 4,
    graphics = 8,
    markers = 16,
    clipping = 32,
    masking = 64,
    filtering = 128,
    fonts = 256,
    writing = 512,
    content = 1024,
    stops = 2048,
    filter_colour = 4096,
    flood = 8192,
    lighting = 16384,
    viewport = 32768,
    everything = 65535,
};
constexpr unsigned of_shapes = paint | colour | opacity | graphics | clipping | masking | filtering;
constexpr unsigned of_text = of_shapes | fonts | content;

#define TRIPTYCH_UNITS "userSpaceOnUse|objectBoundingBox"
#define TRIPTYCH_BOX "x y width height "
#define TRIPTYCH_PRIMITIVE TRIPTYCH_BOX "result "
#define TRIPTYCH_FUNCTION                                                                        \
    "*type=identity|table|discrete|linear|gamma tableValues slope intercept amplitude exponent " \
    "offset"

constexpr std::array elements = {
    Element{"svg", Role::root, everything, TRIPTYCH_BOX "viewBox preserveAspectRatio"},
    Element{"g", Role::container, everything, "transform"},
    Element{"defs", Role::definitions, everything, "transform"},
    Element{"symbol", Role::template_, everything, "viewBox preserveAspectRatio"},
    Element{"marker", Role::template_, everything,
            "refX refY markerWidth markerHeight orient viewBox preserveAspectRatio "
            "markerUnits=strokeWidth|userSpaceOnUse"},
    Element{"pattern", Role::template_, everything,
            TRIPTYCH_BOX "patternUnits=" TRIPTYCH_UNITS " patternContentUnits=" TRIPTYCH_UNITS
                         " patternTransform viewBox preserveAspectRatio href"},
    Element{"mask", Role::template_, everything,
            TRIPTYCH_BOX "maskUnits=" TRIPTYCH_UNITS " maskContentUnits=" TRIPTYCH_UNITS},
    Element{"clipPath", Role::clip, of_text | writing, "transform clipPathUnits=" TRIPTYCH_UNITS},
    Element{"path", Role::shape, of_shapes | markers, "*d transform"},
    Element{"rect", Role::shape, of_shapes, "x y *width *height rx ry transform"},
    Element{"circle", Role::shape, of_shapes, "cx cy *r transform"},
    Element{"ellipse", Role::shape, of_shapes, "cx cy *rx *ry transform"},
    Element{"line", Role::shape, of_shapes | markers, "x1 y1 x2 y2 transform"},
    Element{"polyline", Role::shape, of_shapes | markers, "*points transform"},
    Element{"polygon", Role::shape, of_shapes | markers, "*points transform"},
    Element{"text", Role::text, of_text | writing,
            "x y dx dy rotate textLength lengthAdjust=spacing|spacingAndGlyphs transform"},
    Element{"tspan", Role::span, of_text,
            "x y dx dy rotate textLength lengthAdjust=spacing|spacingAndGlyphs"},
    Element{"image", Role::image,
            viewport | colour | opacity | graphics | clipping | masking | filtering,
            "x y *width *height *href preserveAspectRatio transform"},
    Element{"use", Role::use, everything, TRIPTYCH_BOX "*href transform"},
    Element{"linearGradient", Role::gradient, colour | stops,
            "x1 y1 x2 y2 gradientUnits=" TRIPTYCH_UNITS
            " gradientTransform spreadMethod=pad|reflect|repeat href"},
    Element{"radialGradient", Role::gradient, colour | stops,
            "cx cy r fx fy gradientUnits=" TRIPTYCH_UNITS
            " gradientTransform spreadMethod=pad|reflect|repeat href"},
    Element{"stop", Role::stop, colour | stops, "offset"},
    Element{"filter", Role::filter, everything,
            TRIPTYCH_BOX "filterUnits=" TRIPTYCH_UNITS " primitiveUnits=" TRIPTYCH_UNITS},
    Element{"feBlend", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in *in2 mode=normal|multiply|screen|darken|lighten"},
    Element{"feColorMatrix", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in type=matrix|saturate|hueRotate|luminanceToAlpha values"},
    Element{"feComponentTransfer", Role::primitive, filter_colour, TRIPTYCH_PRIMITIVE "in"},
    Element{"feComposite", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in *in2 operator=over|in|out|atop|xor|arithmetic k1 k2 k3 k4"},
    Element{"feConvolveMatrix", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in *order *kernelMatrix divisor bias targetX targetY "
                               "edgeMode=duplicate|wrap|none preserveAlpha=true|false"},
    Element{"feDiffuseLighting", Role::primitive, colour | filter_colour | lighting,
            TRIPTYCH_PRIMITIVE "in surfaceScale diffuseConstant"},
    Element{"feDisplacementMap", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in *in2 scale xChannelSelector=R|G|B|A yChannelSelector=R|G|B|A"},
    Element{"feFlood", Role::primitive, colour | filter_colour | flood, TRIPTYCH_PRIMITIVE},
    Element{"feGaussianBlur", Role::primitive, filter_colour, TRIPTYCH_PRIMITIVE "in stdDeviation"},
    Element{"feMerge", Role::primitive, filter_colour, TRIPTYCH_PRIMITIVE},
    Element{"feMorphology", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "in operator=erode|dilate radius"},
    Element{"feOffset", Role::primitive, filter_colour, TRIPTYCH_PRIMITIVE "in dx dy"},
    Element{"feSpecularLighting", Role::primitive, colour | filter_colour | lighting,
            TRIPTYCH_PRIMITIVE "in surfaceScale specularConstant specularExponent"},
    Element{"feTile", Role::primitive, filter_colour, TRIPTYCH_PRIMITIVE "in"},
    Element{"feTurbulence", Role::primitive, filter_colour,
            TRIPTYCH_PRIMITIVE "baseFrequency numOctaves seed stitchTiles=stitch|noStitch "
                               "type=fractalNoise|turbulence"},
    Element{"feMergeNode", Role::merge_node, 0, "in"},
    Element{"feFuncR", Role::function, 0, TRIPTYCH_FUNCTION},
    Element{"feFuncG", Role::function, 0, TRIPTYCH_FUNCTION},
    Element{"feFuncB", Role::function, 0, TRIPTYCH_FUNCTION},
    Element{"feFuncA", Role::function, 0, TRIPTYCH_FUNCTION},
    Element{"feDistantLight", Role::light, 0, "azimuth elevation"},
    Element{"fePointLight", Role::light, 0, "x y z"},
    Element{"feSpotLight", Role::light, 0,
            "x y z pointsAtX pointsAtY pointsAtZ specularExponent limitingConeAngle"},
};

#undef TRIPTYCH_UNITS
#undef TRIPTYCH_BOX
#undef TRIPTYCH_PRIMITIVE
#undef TRIPTYCH_FUNCTION

/// What the value of an attribute is.
enum class Form : std::uint8_t {
    words,      ///< one of a list
    numbers,    ///< numbers with units, and plain words such as `normal`
    paint,      ///< a colour, a word, or a reference with something to fall back to
    reference,  ///< `none` or `url(#id)`
    family,
};

struct Property {
    std::string_view name;
    Group group{};
    Form form{};
    std::string_view words = {};
};

constexpr std::array properties = {
    Property{"fill", paint, Form::paint},
    Property{"fill-rule", paint, Form::words, "nonzero|evenodd"},
    Property{"stroke", paint, Form::paint},
    Property{"stroke-dasharray", paint, Form::numbers},
    Property{"stroke-dashoffset", paint, Form::numbers},
    Property{"stroke-linecap", paint, Form::words, "butt|round|square"},
    Property{"stroke-linejoin", paint, Form::words, "miter|round|bevel"},
    Property{"stroke-miterlimit", paint, Form::numbers},
    Property{"stroke-width", paint, Form::numbers},
    Property{"color", colour, Form::paint},
    Property{"color-interpolation", colour, Form::words, "auto|sRGB|linearRGB"},
    Property{"opacity", opacity, Form::numbers},
    Property{"fill-opacity", opacity, Form::numbers},
    Property{"stroke-opacity", opacity, Form::numbers},
    Property{"display", graphics, Form::words, "inline|block|none"},
    Property{"visibility", graphics, Form::words, "visible|hidden|collapse"},
    Property{"image-rendering", graphics, Form::words, "auto|optimizeSpeed|optimizeQuality"},
    Property{"shape-rendering", graphics, Form::words,
             "auto|optimizeSpeed|crispEdges|geometricPrecision"},
    Property{"marker-start", markers, Form::reference},
    Property{"marker-mid", markers, Form::reference},
    Property{"marker-end", markers, Form::reference},
    Property{"clip-path", clipping, Form::reference},
    Property{"clip-rule", clipping, Form::words, "nonzero|evenodd"},
    Property{"mask", masking, Form::reference},
    Property{"filter", filtering, Form::reference},
    Property{"font-family", fonts, Form::family},
    Property{"font-size", fonts, Form::numbers},
    Property{"font-style", fonts, Form::words, "normal|italic|oblique"},
    Property{"font-variant", fonts, Form::words, "normal|small-caps"},
    Property{"font-weight", fonts, Form::words,
             "normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900"},
    Property{"font-stretch", fonts, Form::words,
             "normal|ultra-condensed|extra-condensed|condensed|semi-condensed|semi-expanded|"
             "expanded|extra-expanded|ultra-expanded"},
    Property{"writing-mode", writing, Form::words, "lr-tb|rl-tb|tb-rl|lr|rl|tb"},
    Property{"alignment-baseline", content, Form::words,
             "auto|baseline|before-edge|text-before-edge|middle|central|after-edge|"
             "text-after-edge|ideographic|alphabetic|hanging|mathematical"},
    Property{"baseline-shift", content, Form::numbers},
    Property{"direction", content, Form::words, "ltr|rtl"},
    Property{"dominant-baseline", content, Form::words,
             "auto|ideographic|alphabetic|hanging|mathematical|central|middle|text-after-edge|"
             "text-before-edge"},
    Property{"letter-spacing", content, Form::numbers},
    Property{"text-anchor", content, Form::words, "start|middle|end"},
    Property{"text-decoration", content, Form::numbers},
    Property{"unicode-bidi", content, Form::words, "normal|embed|bidi-override"},
    Property{"word-spacing", content, Form::numbers},
    Property{"stop-color", stops, Form::paint},
    Property{"stop-opacity", stops, Form::numbers},
    Property{"color-interpolation-filters", filter_colour, Form::words, "auto|sRGB|linearRGB"},
    Property{"flood-color", flood, Form::paint},
    Property{"flood-opacity", flood, Form::numbers},
    Property{"lighting-color", lighting, Form::paint},
    Property{"overflow", viewport, Form::words, "visible|hidden|scroll|auto"},
};

const Property* find_property(std::string_view name) {
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [&](const Property& one) { return one.name == name; });
    return found == properties.end() ? nullptr : &*found;
}

bool is_word_of(std::string_view words, std::string_view value) {
    const auto all = text::split(words, '|');
    return is_one_of(value, all);
}

bool is_family(std::string_view value) {
    return value.size() < 300 && value.find_first_of("<>&;{}()@\\:/") == std::string_view::npos;
}

/// A colour by name, in hexadecimal, or as `rgb()` or `hsl()`.
bool is_colour(std::string_view value) {
    if (value.starts_with('#')) return is_hexadecimal(value.substr(1)) && value.size() <= 9;
    for (const std::string_view form : {"rgb(", "rgba(", "hsl(", "hsla("})
        if (value.starts_with(form) && value.ends_with(')'))
            return is_numbers(value.substr(form.size(), value.size() - form.size() - 1));
    return !value.empty() && is_word(value);
}

bool is_paint(std::string_view value) {
    if (!value.starts_with("url(")) return is_colour(value);
    const auto end = value.find(')');
    if (!referred_id(value.substr(0, end == std::string_view::npos ? end : end + 1))) return false;
    const auto rest = text::trim(value.substr(end + 1));
    return rest.empty() || is_colour(rest);
}

/// The value of CSS or SVG 2 in the words of SVG 1.1, where it has some.
std::string_view in_old_words(std::string_view name, std::string_view value) {
    constexpr std::string_view by_ground = "light-dark(";
    if (value.starts_with(by_ground)) {  // pages are light
        int depth = 0;
        for (auto at = by_ground.size(); at < value.size(); ++at) {
            if (depth == 0 && value[at] == ',')
                return text::trim(value.substr(by_ground.size(), at - by_ground.size()));
            depth += value[at] == '(' ? 1 : value[at] == ')' ? -1 : 0;
        }
    }
    if (name == "display" && value != "none" && is_words(value)) return "inline";
    if (name == "writing-mode" && value == "horizontal-tb") return "lr-tb";
    if (name == "overflow" && value == "clip") return "hidden";
    if (name == "image-rendering" && (value == "pixelated" || value == "crisp-edges"))
        return "optimizeSpeed";
    return value;
}

}  // namespace

const Element* find_element(std::string_view name) {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [&](const Element& one) { return one.name == name; });
    return found == elements.end() ? nullptr : &*found;
}

bool is_drawn(std::string_view name) {
    const Element* const rule = find_element(name);
    return rule && is_one_of(rule->role, {Role::root, Role::container, Role::shape, Role::text,
                                          Role::image, Role::use});
}

// Long because every role says what it may hold.
bool may_hold(const Element& parent, const Element& child) {
    const Role inner = child.role;
    switch (parent.role) {
        case Role::root:
        case Role::container:
        case Role::definitions:
        case Role::template_:
            return inner != Role::span && inner != Role::stop && inner != Role::primitive &&
                   inner != Role::merge_node && inner != Role::function && inner != Role::light;
        case Role::clip:
            return inner == Role::shape || inner == Role::text || inner == Role::use;
        case Role::text:
        case Role::span:
            return inner == Role::span;
        case Role::gradient:
            return inner == Role::stop;
        case Role::filter:
            return inner == Role::primitive;
        case Role::primitive:
            if (parent.name == "feMerge") return inner == Role::merge_node;
            if (parent.name == "feComponentTransfer") return inner == Role::function;
            return parent.name.ends_with("Lighting") && inner == Role::light;
        case Role::shape:
        case Role::image:
        case Role::use:
        case Role::stop:
        case Role::merge_node:
        case Role::function:
        case Role::light:
            return false;
    }
    return false;
}

std::optional<OwnAttribute> next_attribute(std::string_view& attributes) {
    while (attributes.starts_with(' ')) attributes.remove_prefix(1);
    if (attributes.empty()) return std::nullopt;
    const auto word = attributes.substr(0, attributes.find(' '));
    attributes.remove_prefix(word.size());
    OwnAttribute out{word.substr(0, word.find('=')), {}, word.starts_with('*')};
    if (out.required) out.name.remove_prefix(1);
    if (const auto equals = word.find('='); equals != std::string_view::npos)
        out.words = word.substr(equals + 1);
    return out;
}

bool has_property(const Element& element, std::string_view name) {
    const auto* property = find_property(name);
    return property && (element.properties & property->group) != 0;
}
bool is_property(std::string_view name) { return find_property(name) != nullptr; }

std::optional<std::string> referred_id(std::string_view value) {
    value = text::trim(value);
    if (!value.starts_with("url(") || !value.ends_with(')')) return std::nullopt;
    value = text::trim(value.substr(4, value.size() - 5));
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
        value = value.substr(1, value.size() - 2);
    if (!value.starts_with('#') || value.find_first_of("()\"'\\ ") != std::string_view::npos)
        return std::nullopt;
    return std::string(value.substr(1));
}

std::optional<std::string> kept_property(std::string_view name, std::string_view value) {
    const auto* property = find_property(name);
    value = in_old_words(name, text::trim(value));
    if (!property) return std::nullopt;
    const auto kept = [&](bool good) {
        return good ? std::optional<std::string>(value) : std::nullopt;
    };
    if (value == "inherit") return kept(true);
    switch (property->form) {
        case Form::words:
            return kept(is_word_of(property->words, value));
        case Form::numbers:
            return kept(is_numbers(value) || is_words(value));
        case Form::paint:
            return kept(is_paint(value));
        case Form::reference:
            return kept(value == "none" || referred_id(value));
        case Form::family:
            return kept(is_family(value));
    }
    return std::nullopt;
}

std::optional<std::string> kept_attribute(const OwnAttribute& attribute, std::string_view value) {
    const auto name = attribute.name;
    const auto kept = [&](bool good) {
        return good ? std::optional<std::string>(value) : std::nullopt;
    };
    if (name == "d" || name == "points") return kept(is_path_data(value));
    if (name.ends_with("ransform")) return kept(is_transform(value));
    value = text::trim(value);
    if (!attribute.words.empty()) return kept(is_word_of(attribute.words, value));
    if (name == "href") return kept(value.starts_with('#') || value.starts_with("data:image/"));
    if (name == "in" || name == "in2" || name == "result") return kept(is_name(value));
    if (name == "preserveAspectRatio") return kept(is_aspect_ratio(value));
    if (name == "orient") return kept(value == "auto" || is_numbers(value));
    return kept(is_numbers(value));
}

bool is_kept_style(std::string_view name, std::string_view value) {
    if (name == "mix-blend-mode" || name == "isolation" || name == "paint-order")
        return is_words(value);
    return false;
}

}  // namespace triptych::svg
