#include "svg/copy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/base64.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "svg/filter_steps.hpp"
#include "svg/labels.hpp"
#include "svg/shadow.hpp"
#include "svg/unread.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

constexpr std::size_t most_embedded = 20'000'000;

/// What says something about a drawing and is never drawn itself.
bool is_silent(std::string_view name) {
    return is_one_of(name, {"title", "desc", "metadata", "style", "view", "cursor", "color-profile",
                            "font", "font-face", "html:style", "html:link"});
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
    const auto text = quoted(text_in(source));
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

}  // namespace

struct Copier::Place {
    pugi::xml_node parent;
    const Element& rule;
    const Variables& variables;
};

Copier::Copier(pugi::xml_node source, const Setting& setting, Losses& losses)
    : source_(source), setting_(setting), losses_(losses), cascade_(source, losses) {}

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
    properties(source_, rule, variables, root);
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

/// False when no text is lost.
bool Copier::lost(std::string_view where, pugi::xml_node source) {
    const auto text = quoted_text(source);
    if (!text.empty())
        losses_.find(Finding::Kind::lost_text, say("text in {} is not shown: {}", where, text),
                     source);
    return !text.empty();
}

void Copier::refer(std::string_view id, pugi::xml_node source) {
    referred_.try_emplace(std::string(id), source);
}

void Copier::note_lost(std::string_view id) {
    if (left_out_.count(id) != 0) return;
    const auto from = referred_.find(id);
    losses_.find(Finding::Kind::changed, say("it refers to '#{}', which is not shown there", id),
                 from == referred_.end() ? pugi::xml_node() : from->second);
}

void Copier::note_path(pugi::xml_node source) {
    if (source.name() != std::string_view("textPath")) return;
    const auto text = quoted_text(source);
    if (!text.empty())
        losses_.find(Finding::Kind::lost_text,
                     say("text that follows a path is set straight: {}", text), source);
}

void Copier::note_handlers(pugi::xml_node source) {
    for (const auto attribute : source.attributes())
        if (std::string_view(attribute.name()).starts_with("on"))
            losses_.find(Finding::Kind::unsafe, say("scripts are taken out"), source);
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
        losses_.find(Finding::Kind::unsafe, say("links are taken out"), source);
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
    using Kind = Finding::Kind;
    if (is_active(name)) return losses_.find(Kind::unsafe, say("scripts are taken out"), source);
    if (is_animation(name))
        return losses_.find(Kind::changed, say("it stands still, as it begins"), source);
    if (name == "font" || name == "font-face")
        losses_.find(Kind::changed,
                     say("fonts in it are not used: its text is set in those of the layout"),
                     source);
    if (is_silent(name)) return;
    const bool in_filter = place.rule.role == Role::filter || place.rule.role == Role::primitive;
    if (in_filter) xml::set_attribute(place.parent, "data-broken", "1");
    if (!lost(fmt::format("<{}>", name), source) && !in_filter)
        losses_.find(Kind::changed, say("<{}> in <{}> is not shown", name, place.rule.name),
                     source);
}

void Copier::known(pugi::xml_node source, const Element& rule, const Place& place) {
    auto parent = place.parent;
    auto copy = parent.append_child(std::string(rule.name).c_str());
    if (const auto id = source.attribute("id")) xml::set_attribute(copy, "id", id.value());
    bool good = attributes(source, rule, copy) && reference(source, rule, copy);
    Variables variables{&place.variables};
    properties(source, rule, variables, copy);
    children(source, {copy, rule, variables});
    good = good && is_whole(rule, copy);
    if (good) return;
    if (rule.role == Role::primitive || rule.role == Role::function || rule.role == Role::light)
        xml::set_attribute(place.parent, "data-broken", "1");
    if (rule.role == Role::filter) {
        left_out_.emplace(source.attribute("id").value());
        losses_.find(Finding::Kind::costly, say("a filter is left out"), source);
    }
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
        if (!kept && written && rule.role != Role::primitive && rule.role != Role::function)
            note_unread(source, name, written.value(), true);
        if (!kept && own->required && rule.role != Role::image) return false;
    }
    if (rule.role == Role::stop && !copy.attribute("offset"))
        xml::set_attribute(copy, "offset", "0");
    const std::string_view space = source.attribute("xml:space").value();
    if (space == "preserve" || space == "default") xml::set_attribute(copy, "xml:space", space);
    for (const auto attribute : source.attributes())
        if (rule.attributes.find(attribute.name()) == std::string_view::npos &&
            !is_kept_style(attribute.name(), attribute.value()))
            note_unread(source, attribute.name(), attribute.value(), false);
    return true;
}

/// Tells what is lost with a value that is not kept; of a name that is not `known` only where it
/// is known to be seen.
void Copier::note_unread(pugi::xml_node source, std::string_view name, std::string_view value,
                         bool known) {
    using Kind = Finding::Kind;
    if (name == "transform-origin" && !source.attribute("transform")) return;
    if (leads_out(value))
        losses_.find(Kind::unsafe, say("what it refers to outside of itself is not shown"), source);
    else if (moves(name, value))
        losses_.find(Kind::changed, say("it stands still, as it begins"), source);
    else if (changes_look(name, value) || (known && !text::trim(value).empty()))
        losses_.find(Kind::changed, say("'{}: {}' is not read", name, quoted(value)), source);
}

void Copier::properties(pugi::xml_node source, const Element& rule, Variables& here,
                        pugi::xml_node copy) {
    std::vector<Declaration> refused;
    for (const auto& [name, value] : cascade_.of(source, here, &refused))
        property(source, rule, {name, value}, copy);
    for (const auto& one : refused)
        if (has_property(rule, one.name)) note_unread(source, one.name, one.value, true);
}

void Copier::property(pugi::xml_node source, const Element& rule, const Declaration& declared,
                      pugi::xml_node copy) {
    const auto& [name, value, important] = declared;
    if (has_property(rule, name)) {
        const auto kept = kept_property(name, value);
        if (!kept) return note_unread(source, name, value, true);
        xml::set_attribute(copy, name.c_str(), *kept);
        const auto end = kept->find(')');
        if (const auto id = referred_id(kept->substr(0, end == std::string::npos ? end : end + 1)))
            refer(*id, source);
    } else if (is_kept_style(name, value)) {
        const std::string style = copy.attribute("style").value();
        xml::set_attribute(copy, "style",
                           style + (style.empty() ? "" : "; ") + name + ": " + value);
    } else if (name == "transform" && !copy.attribute("transform") &&
               rule.attributes.ends_with("transform") && is_transform(plain_transform(value))) {
        xml::set_attribute(copy, "transform", plain_transform(value));
    } else if (name == "white-space" && value.starts_with("pre") &&
               (rule.role == Role::text || rule.role == Role::span)) {
        xml::set_attribute(copy, "xml:space", "preserve");
    } else if (name != "transform" || !copy.attribute("transform")) {
        note_unread(source, name, value, false);
    }
}

/// `href` into the file, or a picture that the drawing brings along.
bool Copier::reference(pugi::xml_node source, const Element& rule, pugi::xml_node copy) {
    const bool takes = rule.attributes.find("href") != std::string_view::npos;
    const std::string_view value = text::trim(source.attribute("href").value());
    if (value.empty() || !takes) return rule.role != Role::use && rule.role != Role::image;
    if (rule.role == Role::image) return picture(source, value, copy);
    if (value.starts_with('#')) {
        refer(value.substr(1), source);
        xml::set_attribute(copy, "xlink:href", value);
        return true;
    }
    losses_.find(Finding::Kind::unsafe, say("what it refers to outside of itself is not shown"),
                 source);
    return rule.role != Role::use;
}

bool Copier::picture(pugi::xml_node source, std::string_view data, pugi::xml_node copy) {
    const auto comma = data.find(',');
    const auto head = data.substr(0, comma);
    if (!head.starts_with("data:")) {
        losses_.find(
            Finding::Kind::unsafe,
            say("the picture '{}' in it is not part of the file and is not shown", quoted(data)),
            source);
        return false;
    }
    const bool readable = head.ends_with(";base64") && comma != std::string_view::npos &&
                          data.size() < most_embedded && setting_.embed;
    const auto bytes = readable ? decode_base64(data.substr(comma + 1)) : std::nullopt;
    const auto made = bytes ? setting_.embed(*bytes) : std::nullopt;
    if (!made) {
        losses_.find(Finding::Kind::unsafe, say("a picture in it can't be read and is not shown"),
                     source);
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
        return void(lost(fmt::format("<{}>", source.name()), source));
    for (const auto& finding :
         append_label(source, place.parent, cascade_, place.variables, setting_))
        losses_.find(finding.kind, finding.message, source);
}

}  // namespace triptych::svg
