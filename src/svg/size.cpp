#include "svg/size.hpp"

#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// 0 when it is missing, relative or nonsense.
double pixels(pugi::xml_attribute attribute) {
    const std::string_view value = attribute.value();
    return value.ends_with('%') ? 0 : length(value, {}).value_or(0);
}

}  // namespace

std::optional<Extent> extent_of(pugi::xml_node root) {
    Extent out{pixels(root.attribute("width")), pixels(root.attribute("height")), {}};
    const auto box = numbers(root.attribute("viewBox").value());
    const bool has_view = box.size() == 4 && box[2] > 0 && box[3] > 0;
    if (has_view) {
        out.view = {box[0], box[1], box[2], box[3]};
        if (out.width <= 0) out.width = out.height > 0 ? out.height * box[2] / box[3] : box[2];
        if (out.height <= 0) out.height = out.width * box[3] / box[2];
    }
    if (!(out.width >= 1 && out.height >= 1)) {
        out.width = 300;
        out.height = 150;
    }
    if (out.width > longest_side || out.height > longest_side) return std::nullopt;
    if (!has_view) out.view = {0, 0, out.width, out.height};
    return out;
}

std::optional<Extent> extent_of(std::string_view bytes) {
    pugi::xml_document document;
    if (!document.load_buffer(bytes.data(), bytes.size())) return std::nullopt;
    const auto root = document.document_element();
    const std::string_view name = root.name();
    if (name != "svg" && !name.ends_with(":svg")) return std::nullopt;
    return extent_of(root);
}

}  // namespace triptych::svg
