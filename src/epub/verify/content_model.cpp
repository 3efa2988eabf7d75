#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "base/address.hpp"
#include "base/host.hpp"
#include "base/text.hpp"
#include "epub/verify/rules.hpp"

namespace triptych::epub::verify {
namespace {

/// What may stand in an element (HTML §3.2.5), as far as e-books of ours go.
enum class Holds : std::uint8_t {
    nothing,
    phrases,
    flow,
    rows,
    cells,
    items,
    columns,
    sections,
    sources,
    text
};
/// Where an element may stand.
enum class Is : std::uint8_t { phrase, block, other };

struct Model {
    std::string_view name;
    Is is{};
    Holds holds{};
};

constexpr std::array models = {
    Model{"a", Is::phrase, Holds::phrases},       Model{"article", Is::block, Holds::flow},
    Model{"aside", Is::block, Holds::flow},       Model{"b", Is::phrase, Holds::phrases},
    Model{"bdi", Is::phrase, Holds::phrases},     Model{"blockquote", Is::block, Holds::flow},
    Model{"br", Is::phrase, Holds::nothing},      Model{"caption", Is::other, Holds::flow},
    Model{"code", Is::phrase, Holds::phrases},    Model{"col", Is::other, Holds::nothing},
    Model{"colgroup", Is::other, Holds::columns}, Model{"dd", Is::other, Holds::flow},
    Model{"div", Is::block, Holds::flow},         Model{"dl", Is::block, Holds::flow},
    Model{"dt", Is::other, Holds::flow},          Model{"em", Is::phrase, Holds::phrases},
    Model{"figcaption", Is::other, Holds::flow},  Model{"figure", Is::block, Holds::flow},
    Model{"footer", Is::block, Holds::flow},      Model{"h1", Is::block, Holds::phrases},
    Model{"h2", Is::block, Holds::phrases},       Model{"h3", Is::block, Holds::phrases},
    Model{"h4", Is::block, Holds::phrases},       Model{"h5", Is::block, Holds::phrases},
    Model{"h6", Is::block, Holds::phrases},       Model{"header", Is::block, Holds::flow},
    Model{"hr", Is::block, Holds::nothing},       Model{"i", Is::phrase, Holds::phrases},
    Model{"img", Is::phrase, Holds::nothing},     Model{"kbd", Is::phrase, Holds::phrases},
    Model{"li", Is::other, Holds::flow},          Model{"mark", Is::phrase, Holds::phrases},
    Model{"math", Is::phrase, Holds::text},       Model{"nav", Is::block, Holds::flow},
    Model{"ol", Is::block, Holds::items},         Model{"p", Is::block, Holds::phrases},
    Model{"picture", Is::phrase, Holds::sources}, Model{"source", Is::other, Holds::nothing},
    Model{"pre", Is::block, Holds::phrases},      Model{"q", Is::phrase, Holds::phrases},
    Model{"rp", Is::other, Holds::phrases},       Model{"rt", Is::other, Holds::phrases},
    Model{"ruby", Is::phrase, Holds::phrases},    Model{"s", Is::phrase, Holds::phrases},
    Model{"section", Is::block, Holds::flow},     Model{"small", Is::phrase, Holds::phrases},
    Model{"span", Is::phrase, Holds::phrases},    Model{"strong", Is::phrase, Holds::phrases},
    Model{"sub", Is::phrase, Holds::phrases},     Model{"sup", Is::phrase, Holds::phrases},
    Model{"table", Is::block, Holds::sections},   Model{"tbody", Is::other, Holds::rows},
    Model{"td", Is::other, Holds::flow},          Model{"th", Is::other, Holds::flow},
    Model{"thead", Is::other, Holds::rows},       Model{"time", Is::phrase, Holds::phrases},
    Model{"tr", Is::other, Holds::cells},         Model{"ul", Is::block, Holds::items},
    Model{"var", Is::phrase, Holds::phrases},
};

const Model* find_model(std::string_view name) {
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&](const Model& one) { return one.name == name; });
    return found == models.end() ? nullptr : &*found;
}

bool is_listed(std::string_view name, std::string_view names) {
    for (const auto one : text::split(names, ' '))
        if (one == name) return true;
    return false;
}

bool may_stand(const Model& outer, const Model& inner) {
    switch (outer.holds) {
        case Holds::nothing:
            return false;
        case Holds::phrases:
            if (outer.name == "ruby" && is_listed(inner.name, "rp rt")) return true;
            return inner.is == Is::phrase;
        case Holds::flow:
            if (outer.name == "figure" && inner.name == "figcaption") return true;
            if (outer.name == "dl") return is_listed(inner.name, "dt dd div");
            return inner.is != Is::other;
        case Holds::rows:
            return inner.name == "tr";
        case Holds::cells:
            return inner.name == "td" || inner.name == "th";
        case Holds::items:
            return inner.name == "li";
        case Holds::columns:
            return inner.name == "col";
        case Holds::sections:
            return is_listed(inner.name, "caption colgroup thead tbody tr");
        case Holds::sources:
            return inner.name == "source" || inner.name == "img";
        case Holds::text:
            return true;
    }
    return false;
}

/// Whether text may stand in the element itself.
bool takes_text(Holds holds) {
    return holds == Holds::phrases || holds == Holds::flow || holds == Holds::text;
}

/// Attributes that are on any element, and those of single ones.
bool may_have(std::string_view element, std::string_view attribute) {
    if (is_listed(attribute,
                  "id class lang xml:lang dir title style hidden tabindex role epub:type"))
        return true;
    for (const std::string_view open : {"aria-", "data-", "xmlns"})
        if (attribute.starts_with(open)) return true;
    if (element == "a") return is_listed(attribute, "href rel");
    if (element == "img") return is_listed(attribute, "src alt width height");
    if (element == "source") return is_listed(attribute, "media srcset type");
    if (element == "ol") return is_listed(attribute, "start reversed type");
    if (element == "li") return attribute == "value";
    if (element == "td") return is_listed(attribute, "colspan rowspan headers");
    if (element == "th") return is_listed(attribute, "colspan rowspan headers scope abbr");
    if (element == "col" || element == "colgroup") return attribute == "span";
    if (element == "time") return attribute == "datetime";
    return false;
}

/// An element in its place, and what of its surroundings matters for it.
struct Around {
    const Model& model;
    bool in_link = false;
};

class ContentRules {
public:
    ContentRules(const std::string& path, Report& report) : path_(path), report_(report) {}

    // Elements of a document are as deep as its writer nested them; verify reads at most this deep.
    void check(pugi::xml_node node, const Around& around, int depth) {
        constexpr int deepest = 1000;
        if (depth > deepest) return tell(say("is nested too deep"));
        const auto& model = around.model;
        if (model.holds == Holds::text) return;
        if (node.child("figcaption").next_sibling("figcaption"))
            tell(say("has two <figcaption> in <{}>", model.name));
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_element)
                element(child, around, depth);
            else if (!takes_text(model.holds) && !text::trim(child.value()).empty())
                tell(say("has text straight in <{}>", model.name));
        }
    }

    void attributes(pugi::xml_node node) {
        for (const auto attribute : node.attributes())
            if (!may_have(node.name(), attribute.name()))
                tell(say("has the attribute '{}' on <{}>", attribute.name(), node.name()));
    }

private:
    void element(pugi::xml_node node, const Around& around, int depth) {
        const std::string_view name = node.name();
        const auto* model = find_model(name);
        if (!model) return tell(say("has <{}>, which no e-book of ours has", name));
        if (!may_stand(around.model, *model))
            tell(say("has <{}> in <{}>", name, around.model.name));
        if (around.in_link && (name == "a" || node.attribute("tabindex")))
            tell(say("has <{}> inside a link", name));
        if (model->holds != Holds::text) attributes(node);
        check(node, {*model, around.in_link || name == "a"}, depth + 1);
    }
    void tell(const Message& what) {
        report_.expect(false, "EPUB 3.3 6.1.2", say("'{}' {}", path_, what));
    }

    const std::string& path_;
    Report& report_;
};

bool is_sound_address(std::string_view address) {
    const auto scheme = text::lower_case(address.substr(0, address.find(':')));
    if (!is_linkable(scheme)) return false;
    if (!scheme.starts_with("http")) return true;
    const auto place = host_place(address);
    const auto host = address.substr(place.begin, place.end - place.begin);
    return host.find('%') == std::string_view::npos && ascii_host(host) == host;
}

}  // namespace

bool is_elsewhere(std::string_view reference) {
    const auto colon = reference.find(':');
    return colon != std::string_view::npos && colon < reference.find_first_of("/?#");
}

void check_content(pugi::xml_node html, const std::string& path, Report& report) {
    constexpr Model body{"body", Is::other, Holds::flow};
    ContentRules rules(path, report);
    rules.attributes(html.child("body"));
    rules.check(html.child("body"), {body}, 0);
}

void check_address(const std::string& from, std::string_view address, Report& report) {
    report.expect(is_sound_address(address), "EPUB 3.3 3.5",
                  say("'{}' leads from '{}' to what readers can't follow", address, from));
}

}  // namespace triptych::epub::verify
