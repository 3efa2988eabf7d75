#include "pptx/templates/layouts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "pptx/drawing/emu.hpp"

namespace triptych::pptx::templates {
namespace {

using namespace literals;

constexpr unsigned levels = 9;
constexpr Length usual_size = 18_pt;  // where nothing says anything
constexpr Length smallest_size = 1_pt, largest_size = 400_pt;
constexpr Length least_placeholder_side = 8_pt;
constexpr std::int64_t most_emu = std::int64_t{1} << 40;

Length length_of(const pugi::xml_attribute& attribute, std::int64_t usual) {
    return from_emu(attribute.as_llong(usual));
}
/// Of sizes and spaces in hundredths of a point.
Length from_hundredths(std::int64_t value) {
    return Length{std::clamp<std::int64_t>(value, -400'000, 400'000)}.scaled(Length::per_point,
                                                                             100);
}

std::string_view type_of(const pugi::xml_node& shape) {
    return shape.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value();
}

bool is_title(std::string_view type) { return type == "title" || type == "ctrTitle"; }
bool is_foot(std::string_view type) {
    return type == "dt" || type == "ftr" || type == "sldNum" || type == "hdr";
}

/// The master's placeholder that one of a layout inherits from.
pugi::xml_node ancestor_of(std::string_view type, const pugi::xml_node& master) {
    const std::string_view wanted = is_title(type) ? "title" : is_foot(type) ? type : "body";
    for (const auto shape : master.child("p:cSld").child("p:spTree").children("p:sp"))
        if (shape.child("p:nvSpPr").child("p:nvPr").child("p:ph") && type_of(shape) == wanted)
            return shape;
    return {};
}

/// Where the look of a placeholder's text is said, the nearest first.
using Chain = std::array<pugi::xml_node, 4>;

Chain chain_of(const pugi::xml_node& shape, const pugi::xml_node& ancestor, std::string_view type,
               const Heritage& heritage) {
    const auto styles = heritage.master.child("p:txStyles");
    const char* const style = is_title(type)  ? "p:titleStyle"
                              : is_foot(type) ? "p:otherStyle"
                                              : "p:bodyStyle";
    return {shape.child("p:txBody").child("a:lstStyle"),
            ancestor.child("p:txBody").child("a:lstStyle"), styles.child(style),
            heritage.default_text};
}

/// An element in all places that say something of it; the nearest that does decides.
class Said {
public:
    explicit Said(const Chain& places) : places_(places) {}

    Said inside(const char* name) const {
        Chain inner;
        std::transform(places_.begin(), places_.end(), inner.begin(),
                       [name](const pugi::xml_node& place) { return place.child(name); });
        return Said(inner);
    }
    pugi::xml_attribute attribute(const char* name) const {
        for (const auto& place : places_)
            if (const auto found = place.attribute(name)) return found;
        return {};
    }
    pugi::xml_node child(const char* name) const {
        for (const auto& place : places_)
            if (const auto found = place.child(name)) return found;
        return {};
    }
    bool has_bullet() const {
        for (const auto& place : places_) {
            if (place.child("a:buNone")) return false;
            for (const char* name : {"a:buChar", "a:buAutoNum", "a:buBlip"})
                if (place.child(name)) return true;
        }
        return false;
    }

private:
    Chain places_;
};

/// What is said of one level of lists.
Said level_of(const Chain& chain, unsigned number) {
    const std::string name = "a:lvl" + std::to_string(number) + "pPr";
    return Said(chain).inside(name.c_str());
}

/// `a:spcBef`, `a:spcAft`: points, or a share of the size.
Length space(const pugi::xml_node& spacing, Length size) {
    if (const auto points = spacing.child("a:spcPts"))
        return std::max(Length{}, from_hundredths(points.attribute("val").as_llong()));
    const auto share = spacing.child("a:spcPct").attribute("val").as_llong();
    return size.scaled(std::clamp<std::int64_t>(share, 0, 400'000), 100'000);
}

void read_lists(const Chain& chain, TextLook& look) {
    for (unsigned number = 1; number <= levels; ++number) {
        const Said level = level_of(chain, number);
        if (look.bullets == 0 && level.has_bullet()) look.bullets = number;
        if (look.bullets == 0) continue;
        const Length moved = length_of(level.attribute("marL"), 0);
        look.indent = std::max(look.indent, moved / std::int64_t{number - look.bullets + 1});
    }
}

TextLook read_text(const Chain& chain, const Theme& theme) {
    const Said first = level_of(chain, 1), letters = first.inside("a:defRPr");
    TextLook look;
    const auto size = letters.attribute("sz");
    look.size = std::clamp(size ? from_hundredths(size.as_llong()) : usual_size, smallest_size,
                           largest_size);
    look.tracking = from_hundredths(letters.attribute("spc").as_llong());
    look.bold = letters.attribute("b").as_bool();
    look.italic = letters.attribute("i").as_bool();
    look.capitals = std::string_view(letters.attribute("cap").value()) == "all";
    look.family = theme.family(letters.child("a:latin").attribute("typeface").value());
    look.ink = theme.colour_in(letters.child("a:solidFill"));
    const auto line = first.child("a:lnSpc");
    if (const auto exact = line.child("a:spcPts"))
        look.exact_line = from_hundredths(exact.attribute("val").as_llong());
    else if (const auto share = line.child("a:spcPct"))
        look.line = std::clamp(share.attribute("val").as_int() / 1000, 50, 400);
    look.before = space(first.child("a:spcBef"), look.size);
    look.after = space(first.child("a:spcAft"), look.size);
    read_lists(chain, look);
    return look;
}

/// The part of the box that lies on the slide.
Rect inside(const Rect& box, const Size& slide) {
    const auto cut = [](Length at, Length size, Length most) {
        const Length begin = std::clamp(at, Length{}, most);
        return std::pair(begin, std::clamp(at + size, begin, most) - begin);
    };
    const auto [x, width] = cut(box.at.x, box.size.width, slide.width);
    const auto [y, height] = cut(box.at.y, box.size.height, slide.height);
    return {{x, y}, {width, height}};
}

pugi::xml_node transform_of(const pugi::xml_node& shape, const pugi::xml_node& ancestor) {
    const auto own = shape.child("p:spPr").child("a:xfrm");
    return own ? own : ancestor.child("p:spPr").child("a:xfrm");
}

Rect frame_of(const pugi::xml_node& transform) {
    const auto at = transform.child("a:off"), size = transform.child("a:ext");
    return {{length_of(at.attribute("x"), 0), length_of(at.attribute("y"), 0)},
            {length_of(size.attribute("cx"), 0), length_of(size.attribute("cy"), 0)}};
}

/// Properties of a text body that a shape has itself or from the master.
class Body {
public:
    Body(const pugi::xml_node& shape, const pugi::xml_node& ancestor)
        : own_(shape.child("p:txBody").child("a:bodyPr")),
          inherited_(ancestor.child("p:txBody").child("a:bodyPr")) {}
    pugi::xml_attribute attribute(const char* name) const {
        const auto own = own_.attribute(name);
        return own ? own : inherited_.attribute(name);
    }
    bool is_upright() const {
        const std::string_view direction = attribute("vert").value();
        return (direction.empty() || direction == "horz") && attribute("rot").as_int() == 0 &&
               attribute("numCol").as_int(1) <= 1;
    }
    Insets insets() const {
        return {length_of(attribute("lIns"), 91'440), length_of(attribute("tIns"), 45'720),
                length_of(attribute("rIns"), 91'440), length_of(attribute("bIns"), 45'720)};
    }

private:
    pugi::xml_node own_, inherited_;
};

bool is_usable(const Placeholder& placeholder) {
    const Rect box = placeholder.text_box();
    return box.size.width >= least_placeholder_side && box.size.height >= least_placeholder_side &&
           box.size.width <= placeholder.frame.size.width &&
           box.size.height <= placeholder.frame.size.height;
}

/// The colour behind the shapes of a layout: its own, or the master's (ISO/IEC 29500-1 §19.3.1.1).
std::optional<Colour> ground_of(const pugi::xml_node& layout, const Heritage& heritage) {
    auto ground = layout.child("p:cSld").child("p:bg");
    if (!ground) ground = heritage.master.child("p:cSld").child("p:bg");
    const auto colour = heritage.theme.colour_in(ground.child("p:bgRef"));
    const auto own = heritage.theme.colour_in(ground.child("p:bgPr").child("a:solidFill"));
    if (own) return own->colour;
    if (!ground) return heritage.theme.colour("bg1");
    return colour ? std::optional(colour->colour) : std::nullopt;
}

}  // namespace

Length from_emu(std::int64_t emu) {
    const Length bounded{std::clamp(emu, -most_emu, most_emu)};
    const Length length = bounded.scaled(Length::per_point, emu_per_point);
    return length.scaled(emu_per_point, Length::per_point) < bounded ? length + Length{1} : length;
}

Layout read_layout(const pugi::xml_node& layout, std::string part, const Heritage& heritage) {
    Layout read{std::move(part),
                layout.attribute("type").value(),
                layout.child("p:cSld").attribute("name").value(),
                {},
                ground_of(layout, heritage)};
    for (const auto shape : layout.child("p:cSld").child("p:spTree").children("p:sp")) {
        const auto reference = shape.child("p:nvSpPr").child("p:nvPr").child("p:ph");
        if (!reference) continue;
        std::string type = reference.attribute("type").value();
        if (type == "obj") type.clear();
        const auto ancestor = ancestor_of(type, heritage.master);
        const auto transform = transform_of(shape, ancestor);
        const Body body(shape, ancestor);
        if (transform.attribute("rot").as_int() != 0 || !body.is_upright()) continue;
        const Chain chain = chain_of(shape, ancestor, type, heritage);
        Placeholder placeholder{std::move(type), reference.attribute("idx").as_uint(),
                                inside(frame_of(transform), heritage.slide), body.insets(),
                                read_text(chain, heritage.theme)};
        if (is_usable(placeholder)) read.placeholders.push_back(std::move(placeholder));
    }
    return read;
}

}  // namespace triptych::pptx::templates
