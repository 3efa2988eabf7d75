#include "svg/clean.hpp"

#include <algorithm>
#include <utility>

#include "base/xml.hpp"
#include "svg/copy.hpp"
#include "svg/cost.hpp"
#include "svg/losses.hpp"
#include "svg/references.hpp"
#include "svg/size.hpp"
#include "svg/source.hpp"
#include "svg/text_shapes.hpp"

namespace triptych::svg {

std::optional<Drawing> clean(std::string_view bytes, const Setting& setting, Refusal* why) {
    const auto refused = [&](Refusal refusal) {
        if (why != nullptr) *why = refusal;
        return std::nullopt;
    };
    pugi::xml_document source;
    Losses losses(bytes);
    const Reading reading = read_source(bytes, source, losses);
    if (reading != Reading::ok)
        return refused(reading == Reading::too_large ? Refusal::too_many : Refusal::unreadable);
    const auto extent = extent_of(source.document_element());
    if (!extent) return refused(Refusal::too_large);
    Copier copier(source.document_element(), setting, losses);
    pugi::xml_document copy;
    copier.copy(*extent, copy);
    const auto root = copy.document_element();
    mend_references(root, [&](std::string_view id) { copier.note_lost(id); });
    auto findings = losses.take();
    const auto affordable = limit_cost(root, *extent, findings);
    if (!affordable) return refused(Refusal::takes_long);
    if (why != nullptr) *why = Refusal::none;
    Drawing out;
    out.width = extent->width;
    out.height = extent->height;
    out.view = extent->view;
    out.readable = xml::to_string(copy, xml::Layout::raw);
    out.pixels_per_unit = affordable->pixels_per_unit;
    out.greatest_scale = affordable->greatest_scale;
    out.elements = affordable->elements;
    const Division division(root, *extent);
    draw_text(root, setting, findings);
    out.drawable = xml::to_string(copy, xml::Layout::raw);
    out.layers = division.layers(root);
    out.findings = std::move(findings);
    return out;
}

}  // namespace triptych::svg
