#include "svg/copy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/base64.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "svg/labels.hpp"
#include "svg/shadow.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

constexpr std::size_t longest_quote = 80;  ///< bytes of lost text that are shown
constexpr std::size_t most_embedded = 20'000'000;

/// What says something about a drawing and is never drawn itself.
bool is_silent(std::string_view name) {
    return is_one_of(
        name, {"title", "desc", "metadata", "style", "view", "cursor", "color-profile", "font"});
}

bool is_active(std::string_view name) {
    return is_one_of(
        name, {"script", "handler", "listener", "html:script", "html:iframe", "html:object"});
}

/// Elements that move what is drawn: the drawing stands still as it begins.
bool is_animation(std::string_view name) {
    return name.starts_with("animate") || name == "set" || name == "mpath" || name == "discard";
}

void append_all_text(pugi::xml_node node, std::string& out) {
    const std::string_view name = node.name();
    if (is_silent(name) || is_active(name) || name == "html:style") return;
    if (node.type() != pugi::node_element) out += node.value();
    for (const auto child : node.children()) append_all_text(child, out);
    if (node.type() == pugi::node_element) out += ' ';
}

std::string text_in(pugi::xml_node node) {
    std::string out;
    append_all_text(node, out);
    return text::collapse_spaces(out);
}

/// The beginning of the text in `source`, in quotes; or empty.
std::string quoted_text(pugi::xml_node source) {
    auto text = text_in(source);
    if (text.size() > longest_quote) text = text::repair_utf8(text.substr(0, longest_quote)) + "…";
    return text.empty() ? text : "“" + text + "”";
}

/// Elements that are drawn under another name.
std::string_view name_of(pugi::xml_node source, Role parent) {
    const std::string_view name = source.name();
    const bool in_text = parent == Role::text || parent == Role::span;
    if (name == "a") return in_text ? "tspan" : "g";
    if (name == "textPath" || name == "altGlyph") return "tspan";
    return name;
}

/// `transform` of CSS in the form of the attribute: pixels and degrees without their units.
std::string plain_transform(std::string value) {
    for (const std::string_view unit : {"px", "deg"}) value = text::replace_all(value, unit, "");
    return value;
}

/// The order that the schema of SVG 1.1 wants (§15.11).
void order_functions(pugi::xml_node transfer) {
    for (const char* name : {"feFuncR", "feFuncG", "feFuncB", "feFuncA"}) {
        auto last = pugi::xml_node();
        for (const auto one : transfer.children(name)) last = one;
        if (!last) continue;
        transfer.append_copy(last);
        while (transfer.child(name) && transfer.child(name) != transfer.last_child())
            transfer.remove_child(transfer.child(name));
    }
}

/// A kernel of another size than it says brings librsvg down.
bool is_kernel(pugi::xml_node convolve) {
    constexpr double largest_order = 9;
    const auto order = numbers(convolve.attribute("order").value());
    if (order.empty() || order.size() > 2) return false;
    for (const double one : order)
        if (one < 1 || one > largest_order || one != static_cast<int>(one)) return false;
    const auto in_kernel = [&](const char* name, double size) {
        const double target = number(convolve.attribute(name).value()).value_or(0);
        return target >= 0 && target < size && target == static_cast<int>(target);
    };
    return in_kernel("targetX", order.front()) && in_kernel("targetY", order.back()) &&
           static_cast<double>(numbers(convolve.attribute("kernelMatrix").value()).size()) ==
               order.front() * order.back();
}

bool is_at_most(pugi::xml_node node, const char* name, double most) {
    const auto all = numbers(node.attribute(name).value());
    return std::all_of(all.begin(), all.end(), [&](double one) { return one >= 0 && one <= most; });
}

/// Whether the numbers of a filter's step are such that it means something.
bool is_sound(pugi::xml_node primitive) {
    const std::string_view name = primitive.name();
    if (name == "feConvolveMatrix") return is_kernel(primitive);
    if (name == "feGaussianBlur") return is_at_most(primitive, "stdDeviation", 1000);
    if (name == "feMorphology") return is_at_most(primitive, "radius", 1000);
    if (name == "feTurbulence")
        return is_at_most(primitive, "baseFrequency", 1000) &&
               is_at_most(primitive, "numOctaves", 10);
    return true;
}

}  // namespace

struct Copier::Place {
    pugi::xml_node parent;
    const Element& rule;
    const Variables& variables;
};

Copier::Copier(pugi::xml_node source, const Setting& setting)
    : source_(source), setting_(setting), cascade_(source) {}

void Copier::copy(const Extent& extent, pugi::xml_document& target) {
    auto root = target.append_child("svg");
    xml::set_attribute(root, "xmlns", "http://www.w3.org/2000/svg");
    xml::set_attribute(root, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    xml::set_attribute(root, "version", "1.1");
    xml::set_attribute(root, "xml:lang", setting_.language);
    const auto& view = extent.view;
    const Element& rule = *find_element("svg");
    Variables variables;
    note_handlers(source_);
    properties(cascade_.of(source_, variables), rule, root);
    if (const std::string_view ratio = source_.attribute("preserveAspectRatio").value();
        is_aspect_ratio(ratio))
        xml::set_attribute(root, "preserveAspectRatio", ratio);
    xml::set_attribute(root, "width", fmt::format("{:.6g}", extent.width));
    xml::set_attribute(root, "height", fmt::format("{:.6g}", extent.height));
    xml::set_attribute(
        root, "viewBox",
        fmt::format("{:.9g} {:.9g} {:.9g} {:.9g}", view.x, view.y, view.width, view.height));
    children(source_, {root, rule, variables});
}

void Copier::find(Finding::Kind kind, Message message) {
    Finding finding{kind, std::move(message)};
    if (std::find(findings.begin(), findings.end(), finding) == findings.end() &&
        findings.size() < 20)
        findings.push_back(std::move(finding));
}

void Copier::lost(std::string_view where, pugi::xml_node source) {
    const auto text = quoted_text(source);
    if (!text.empty())
        find(Finding::Kind::lost_text, say("text in {} is not shown: {}", where, text));
}

void Copier::note_path(pugi::xml_node source) {
    if (source.name() != std::string_view("textPath")) return;
    const auto text = quoted_text(source);
    if (!text.empty())
        find(Finding::Kind::lost_text, say("text that follows a path is set straight: {}", text));
}

void Copier::note_handlers(pugi::xml_node source) {
    for (const auto attribute : source.attributes())
        if (std::string_view(attribute.name()).starts_with("on"))
            find(Finding::Kind::unsafe, say("scripts are taken out"));
}

void Copier::children(pugi::xml_node source, const Place& place) {
    const bool in_text = place.rule.role == Role::text || place.rule.role == Role::span;
    for (const auto child : source.children()) {
        if (child.type() == pugi::node_element)
            element(child, place);
        else if (in_text)
            xml::append_text(place.parent, child.value());
    }
}

bool Copier::shows(pugi::xml_node source) const {
    if (const auto extensions = source.attribute("requiredExtensions"))
        if (!text::trim(extensions.value()).empty() &&
            std::string_view(extensions.value()) != "http://www.w3.org/1999/xhtml")
            return false;
    const auto languages = source.attribute("systemLanguage");
    if (!languages) return true;
    const std::string_view wanted = setting_.language;
    for (const auto one : text::split(languages.value(), ',')) {
        const auto language = text::trim(one);
        const auto shared = std::min(language.size(), wanted.size());
        if (text::lower_case(language.substr(0, shared)) ==
                text::lower_case(wanted.substr(0, shared)) &&
            (language.size() == shared || language[shared] == '-') &&
            (wanted.size() == shared || wanted[shared] == '-') && shared > 0)
            return true;
    }
    return false;
}

/// The first that is meant for this reader (SVG 1.1 §5.8).
void Copier::choose(pugi::xml_node source, const Place& place) {
    for (const auto child : source.children())
        if (child.type() == pugi::node_element && !is_silent(child.name()) && shows(child))
            return element(child, place);
}

void Copier::element(pugi::xml_node source, const Place& place) {
    if (!shows(source)) return;
    const std::string_view name = source.name();
    note_handlers(source);
    if (name == "a" && !std::string_view(source.attribute("href").value()).starts_with('#') &&
        source.attribute("href"))
        find(Finding::Kind::unsafe, say("links are taken out"));
    if (name == "switch") return choose(source, place);
    if (name == "foreignObject" || name == "flowRoot") return label(source, place);
    const auto* rule = find_element(name_of(source, place.rule.role));
    if (rule && may_hold(place.rule, *rule)) {
        note_path(source);
        return known(source, *rule, place);
    }
    if (name == "feDropShadow" && place.rule.role == Role::filter)
        return append_drop_shadow(source, place.parent);
    unknown(source, place);
}

void Copier::unknown(pugi::xml_node source, const Place& place) {
    const std::string_view name = source.name();
    if (is_active(name)) return find(Finding::Kind::unsafe, say("scripts are taken out"));
    if (is_silent(name) || is_animation(name)) return;
    if (place.rule.role == Role::filter || place.rule.role == Role::primitive)
        xml::set_attribute(place.parent, "data-broken", "1");
    lost(fmt::format("<{}>", name), source);
}

void Copier::known(pugi::xml_node source, const Element& rule, const Place& place) {
    auto parent = place.parent;
    auto copy = parent.append_child(std::string(rule.name).c_str());
    if (const auto id = source.attribute("id")) xml::set_attribute(copy, "id", id.value());
    bool good = attributes(source, rule, copy) && reference(source, rule, copy);
    Variables variables{&place.variables};
    const auto declared = cascade_.of(source, variables);
    properties(declared, rule, copy);
    children(source, {copy, rule, variables});
    good = good && is_whole(rule, copy);
    if (good) return;
    if (rule.role == Role::primitive || rule.role == Role::function || rule.role == Role::light)
        xml::set_attribute(place.parent, "data-broken", "1");
    if (rule.role == Role::filter) find(Finding::Kind::costly, say("a filter is left out"));
    if (rule.role == Role::text || rule.role == Role::span) lost("the drawing", source);
    parent.remove_child(copy);
}

bool Copier::attributes(pugi::xml_node source, const Element& rule, pugi::xml_node copy) {
    auto list = rule.attributes;
    while (const auto own = next_attribute(list)) {
        if (own->name == "href") continue;
        const std::string name(own->name);
        const auto written = source.attribute(name.c_str());
        const auto kept = written ? kept_attribute(*own, written.value()) : std::nullopt;
        if (kept) xml::set_attribute(copy, name.c_str(), *kept);
        if (!kept && own->required && rule.role != Role::image) return false;
    }
    if (rule.role == Role::stop && !copy.attribute("offset"))
        xml::set_attribute(copy, "offset", "0");
    const std::string_view space = source.attribute("xml:space").value();
    if (space == "preserve" || space == "default") xml::set_attribute(copy, "xml:space", space);
    return true;
}

void Copier::properties(const Properties& declared, const Element& rule, pugi::xml_node copy) {
    std::string style;
    for (const auto& [name, value] : declared) {
        if (has_property(rule, name)) {
            if (const auto kept = kept_property(name, value))
                xml::set_attribute(copy, name.c_str(), *kept);
        } else if (is_kept_style(name, value)) {
            style += (style.empty() ? "" : "; ") + name + ": " + value;
        } else if (name == "transform" && !copy.attribute("transform") &&
                   rule.attributes.ends_with("transform") && value != "none") {
            const auto plain = plain_transform(value);
            if (is_transform(plain)) xml::set_attribute(copy, "transform", plain);
        } else if (name == "white-space" && value.starts_with("pre") &&
                   (rule.role == Role::text || rule.role == Role::span)) {
            xml::set_attribute(copy, "xml:space", "preserve");
        }
    }
    if (!style.empty()) xml::set_attribute(copy, "style", style);
}

/// `href` into the file, or a picture that the drawing brings along.
bool Copier::reference(pugi::xml_node source, const Element& rule, pugi::xml_node copy) {
    const bool takes = rule.attributes.find("href") != std::string_view::npos;
    const std::string_view value = text::trim(source.attribute("href").value());
    if (value.empty() || !takes) return rule.role != Role::use && rule.role != Role::image;
    if (rule.role == Role::image) return picture(value, copy);
    if (value.starts_with('#')) {
        xml::set_attribute(copy, "xlink:href", value);
        return true;
    }
    find(Finding::Kind::unsafe, say("what it refers to outside of itself is not shown"));
    return rule.role != Role::use;
}

bool Copier::picture(std::string_view data, pugi::xml_node copy) {
    const auto comma = data.find(',');
    const auto head = data.substr(0, comma);
    if (!head.starts_with("data:")) {
        find(Finding::Kind::unsafe,
             say("the picture '{}' in it is not part of the file and is not shown",
                 data.substr(0, longest_quote)));
        return false;
    }
    const bool readable = head.ends_with(";base64") && comma != std::string_view::npos &&
                          data.size() < most_embedded && setting_.embed;
    const auto bytes = readable ? decode_base64(data.substr(comma + 1)) : std::nullopt;
    const auto made = bytes ? setting_.embed(*bytes) : std::nullopt;
    if (!made) {
        find(Finding::Kind::unsafe, say("a picture in it can't be read and is not shown"));
        return false;
    }
    if (!copy.attribute("width")) xml::set_attribute(copy, "width", std::to_string(made->width));
    if (!copy.attribute("height")) xml::set_attribute(copy, "height", std::to_string(made->height));
    xml::set_attribute(copy, "xlink:href",
                       fmt::format("data:{};base64,{}", made->media_type, base64(made->bytes)));
    return true;
}

bool Copier::is_whole(const Element& rule, pugi::xml_node copy) {
    const bool broken = static_cast<bool>(copy.attribute("data-broken"));
    if (broken) copy.remove_attribute("data-broken");
    if (rule.name == "feComponentTransfer") order_functions(copy);
    if (rule.name.ends_with("Lighting"))
        return !broken && copy.first_child() && copy.first_child() == copy.last_child();
    if (rule.role == Role::primitive) return !broken && is_sound(copy);
    if (rule.role == Role::filter) return !broken && copy.first_child();
    return !broken;
}

void Copier::label(pugi::xml_node source, const Place& place) {
    if (!find_element("text") || !may_hold(place.rule, *find_element("text")))
        return lost(fmt::format("<{}>", source.name()), source);
    for (const auto& finding :
         append_label(source, place.parent, cascade_, place.variables, setting_))
        find(finding.kind, finding.message);
}

}  // namespace triptych::svg
