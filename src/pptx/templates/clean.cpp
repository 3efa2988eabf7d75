#include "pptx/templates/clean.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/xml.hpp"
#include "base/xml_flaws.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/drawing/emu.hpp"
#include "pptx/schema/names.hpp"
#include "pptx/schema/prune.hpp"

namespace triptych::pptx::templates {
namespace {

constexpr std::size_t largest_part = std::size_t{16} << 20;
constexpr int deepest_element = 200;
constexpr unsigned first_spare_index = 1000;

struct Inspector final : pugi::xml_tree_walker {
    bool good = true;
    bool for_each(pugi::xml_node& /*node*/) override {
        good = good && depth() < deepest_element;
        return good;
    }
};

/// The node behind `node` in the order of the document, its own children left out.
pugi::xml_node behind(pugi::xml_node node, const pugi::xml_node& root) {
    for (; node && node != root; node = node.parent())
        if (node.next_sibling()) return node.next_sibling();
    return {};
}
pugi::xml_node next(const pugi::xml_node& node, const pugi::xml_node& root) {
    return node.first_child() ? node.first_child() : behind(node, root);
}

template <typename Action>
void for_each_element(const pugi::xml_node& root, const char* name, Action action) {
    for (pugi::xml_node node = root; node; node = next(node, root))
        if (std::string_view(node.name()) == name) action(node);
}

/// What has no use on slides made on the template, or could do harm.
bool is_unwanted(const pugi::xml_node& node) {
    return is_one_of(node.name(),
                     {"p:timing", "p:transition", "p:custDataLst", "p:controls", "p:extLst",
                      "a:extLst", "a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver"});
}

bool is_style_fill(const pugi::xml_node& node) {
    return std::string_view(node.name()) == "a:blipFill" &&
           is_one_of(node.parent().name(), {"a:fillStyleLst", "a:bgFillStyleLst"});
}

/// The smallest thing around `node` that can be left out.
pugi::xml_node removable(pugi::xml_node node) {
    for (; node; node = node.parent()) {
        const std::string_view name = node.name();
        if (is_one_of(name, {"a:buBlip", "p:bg"}) || is_style_fill(node)) return node;
        const bool drawn = is_one_of(node.parent().name(), {"p:spTree", "p:grpSp"});
        if (drawn && !is_one_of(name, {"p:nvGrpSpPr", "p:grpSpPr"})) return node;
    }
    return {};
}

void remove(pugi::xml_node node) {
    auto parent = node.parent();
    if (is_style_fill(node)) {  // the format asks for three of them
        auto plain = parent.insert_child_before("a:solidFill", node);
        xml::set_attribute(plain.append_child("a:schemeClr"), "val", "phClr");
    }
    parent.remove_child(node);
}

/// False when the node refers to something that is not kept.
bool rewrite(pugi::xml_node node, const Keep& keep) {
    bool kept = true;
    for (auto attribute = node.first_attribute(); attribute;) {
        const auto following = attribute.next_attribute();
        if (std::string_view(attribute.name()).starts_with("r:")) {
            const auto id = keep(attribute.value());
            // A picture that is in the package may also name the file it was made from.
            const bool spare = std::string_view(attribute.name()) == "r:link" &&
                               !std::string_view(node.attribute("r:embed").value()).empty();
            if (id)
                attribute.set_value(id->c_str());
            else if (spare)
                node.remove_attribute(attribute);
            else
                kept = false;
        }
        attribute = following;
    }
    return kept;
}

bool has_levels(const pugi::xml_node& list_style) {
    return static_cast<bool>(list_style.first_child());
}

/// The properties of a sample paragraph and of its first run as a level of a list style.
void add_level(pugi::xml_node list, const pugi::xml_node& p) {
    const auto properties = p.child("a:pPr");
    const std::string name =
        "a:lvl" + std::to_string(properties.attribute("lvl").as_uint() % 9 + 1) + "pPr";
    if (list.child(name.c_str())) return;
    auto level = list.append_child(name.c_str());
    for (const auto attribute : properties.attributes())
        if (std::string_view(attribute.name()) != "lvl") level.append_copy(attribute);
    for (const auto child : properties.children())
        if (!is_one_of(child.name(), {"a:defRPr", "a:extLst"})) level.append_copy(child);
    auto run = p.child("a:r").child("a:rPr");
    if (!run) run = p.child("a:endParaRPr");
    if (!run) return;
    auto look = level.append_copy(run);
    look.set_name("a:defRPr");
}

void make_list_style(const pugi::xml_node& body) {
    auto list = body.child("a:lstStyle");
    if (has_levels(list)) return;
    pugi::xml_document made;
    auto levels = made.append_child("a:lstStyle");
    for (const auto p : body.children("a:p")) add_level(levels, p);
    // Levels stand in order whatever the order of the samples.
    if (!list) list = pugi::xml_node(body).insert_child_after("a:lstStyle", body.child("a:bodyPr"));
    for (int number = 1; number <= 9; ++number)
        if (const auto level = levels.child(("a:lvl" + std::to_string(number) + "pPr").c_str()))
            list.append_copy(level);
}

/// Cuts a stretch at the ends of one that begins at zero.
void clip(pugi::xml_attribute at, pugi::xml_attribute size, Length most) {
    const std::int64_t edge = most.scaled(emu_per_point, Length::per_point).units;
    const std::int64_t begin = at.as_llong(), end = begin + size.as_llong();
    const auto first = std::clamp<std::int64_t>(begin, 0, edge);
    const auto last = std::clamp<std::int64_t>(end, 0, edge);
    if (first >= last) return;
    at.set_value(static_cast<long long>(first));
    size.set_value(static_cast<long long>(last - first));
}

}  // namespace

bool load(const opc::Archive& archive, const std::string& part, const char* root,
          pugi::xml_document& document) {
    const auto found = archive.parts.find(part);
    if (found == archive.parts.end() || found->second.size() > largest_part) return false;
    if (xml::first_flaw(found->second)) return false;
    if (!document.load_buffer(found->second.data(), found->second.size(),
                              pugi::parse_default | pugi::parse_ws_pcdata_single))
        return false;
    Inspector inspector;
    document.traverse(inspector);
    return inspector.good && !schema::settle_names(document) &&
           std::string_view(document.document_element().name()) == root;
}

bool clean(pugi::xml_node root, const Keep& keep) {
    for (pugi::xml_node node = root; node;) {
        pugi::xml_node victim;
        if (is_unwanted(node)) {
            victim = node;
        } else if (!rewrite(node, keep)) {
            victim = removable(node);
            if (!victim) return false;
        }
        const auto following = victim ? behind(victim, root) : next(node, root);
        if (victim) remove(victim);
        node = following;
    }
    return true;
}

bool keep_known(pugi::xml_node root) {
    // Programs write sizes of bullets as they did before the standard asked for another form.
    for_each_element(root, "a:buSzPct", [](pugi::xml_node size) {
        const auto value = size.attribute("val");
        if (std::string_view(value.value()).ends_with('%')) return;
        const int share = std::clamp(value.as_int() / 1000, 25, 400);
        xml::set_attribute(size, "val", std::to_string(share) + "%");
    });
    const auto* type = schema::type_of_root(root.name());
    return type != nullptr && schema::prune(root, *type);
}

void keep_on_slide(pugi::xml_node root, const Size& slide) {
    for_each_element(root, "p:ph", [&](pugi::xml_node placeholder) {
        const auto frame = placeholder.parent().parent().parent().child("p:spPr").child("a:xfrm");
        if (frame.attribute("rot").as_int() != 0) return;
        const auto at = frame.child("a:off"), size = frame.child("a:ext");
        clip(at.attribute("x"), size.attribute("cx"), slide.width);
        clip(at.attribute("y"), size.attribute("cy"), slide.height);
    });
}

void tell_shapes_apart(pugi::xml_node root) {
    unsigned highest = 0;
    for_each_element(root, "p:cNvPr", [&](pugi::xml_node shape) {
        const unsigned id = shape.attribute("id").as_uint();
        if (id < first_spare_index * first_spare_index) highest = std::max(highest, id);
    });
    std::set<unsigned> ids;
    for_each_element(root, "p:cNvPr", [&](pugi::xml_node shape) {
        const unsigned id = shape.attribute("id").as_uint();
        const bool good = id > 0 && id <= highest && ids.insert(id).second;
        if (!good) xml::set_attribute(shape, "id", std::to_string(++highest));
        if (!good) ids.insert(highest);
    });
    std::set<std::pair<std::string, std::string>> placeholders;
    unsigned spare = first_spare_index;
    for_each_element(root, "p:ph", [&](pugi::xml_node placeholder) {
        if (placeholder.attribute("idx").as_uint() == 0) placeholder.remove_attribute("idx");
        const std::string type = placeholder.attribute("type").value();
        if (placeholders.emplace(type, placeholder.attribute("idx").as_string("0")).second) return;
        xml::set_attribute(placeholder, "idx", std::to_string(spare++));
    });
}

void make_list_styles(pugi::xml_node root) {
    for_each_element(root, "p:txBody", [&](const pugi::xml_node& body) {
        if (body.parent().child("p:nvSpPr").child("p:nvPr").child("p:ph")) make_list_style(body);
    });
}

}  // namespace triptych::pptx::templates
