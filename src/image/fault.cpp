#include "image/fault.hpp"

#include "base/permission_hint.hpp"
#include "image/raster.hpp"
#include "svg/cost.hpp"
#include "svg/size.hpp"
#include "svg/source.hpp"

namespace triptych::image {
namespace {

Message save_again() { return say("save it again as PNG or JPEG"); }
Message in_pixels() { return say("draw it with fewer shapes and effects, or save it in pixels"); }

Fault drawing_fault(std::string_view bytes, const svg::Setting& setting) {
    auto refusal = svg::Refusal::none;
    svg::clean(bytes, setting, &refusal);
    switch (refusal) {
        case svg::Refusal::too_large:
            return {say("its sides are longer than {} pixels", svg::longest_side),
                    say("make it smaller: write its width and height in the file")};
        case svg::Refusal::too_many:
            return {say("it has more than {} elements, more than {} inside each other, or entities "
                        "that stand for too much text",
                        svg::most_elements, svg::deepest_element),
                    in_pixels()};
        case svg::Refusal::takes_long:
            return {say("drawing it would take longer than {} s",
                        static_cast<int>(svg::longest_drawing)),
                    in_pixels()};
        case svg::Refusal::unreadable:
            return {say("it is no SVG that can be read"),
                    say("save it again as plain SVG, or as PNG")};
        case svg::Refusal::none:
            break;
    }
    return {{}, save_again()};
}

Fault size_fault(const Info& info) {
    if (info.width == 0 || info.height == 0) return {say("it has no size"), save_again()};
    return {say("it has {} × {} pixels: more than {} million, or more than {} in a row", info.width,
                info.height, most_pixels / 1'000'000, longest_side),
            say("make it smaller: a printed page shows about 2,500 pixels across")};
}

}  // namespace

Fault fault_of(Obstacle obstacle) {
    Message hint;
    switch (obstacle) {
        case Obstacle::no_permission:
            hint = permission_hint();
            break;
        case Obstacle::too_large:
            hint = say("save it smaller");
            break;
        case Obstacle::absent:
        case Obstacle::no_file:
        case Obstacle::unreadable:
            hint = say("add the file, or correct its path");
            break;
    }
    return {reason(obstacle), std::move(hint)};
}

Fault fault_of(std::string_view bytes, const svg::Setting& setting) {
    if (bytes.empty()) return {say("the file is empty"), save_again()};
    if (bytes.starts_with("%PDF-"))
        return {say("its first page can't be drawn"),
                say("save the page with its fonts in the file and without a password, or as SVG or "
                    "PNG")};
    const auto info = probe_of_any_size(bytes);
    if (!info && looks_like_drawing(bytes)) return drawing_fault(bytes, setting);
    if (!info) return {say("it is in no format that is known here"), save_again()};
    if (!is_reasonable(info->width, info->height)) return size_fault(*info);
    if (info->format == Format::svg) return drawing_fault(bytes, setting);
    return {{}, save_again()};
}

}  // namespace triptych::image
