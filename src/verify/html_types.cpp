#include "verify/html_types.hpp"

#include <map>

namespace triptych::verify {

namespace {

using HtmlKind = HtmlType::Kind;

const std::map<std::string, HtmlType>& plain_types() {
    static const std::map<std::string, HtmlType> all = {
        {"Document", {HtmlKind::element, "div", true}},
        {"DocumentFragment", {HtmlKind::element, "div", true}},
        {"Part", {HtmlKind::element, "div", true}},
        {"Art", {HtmlKind::element, "article"}},
        {"Sect", {HtmlKind::element, "section"}},
        {"Div", {HtmlKind::element, "div"}},
        {"Aside", {HtmlKind::element, "aside"}},
        {"BlockQuote", {HtmlKind::element, "blockquote"}},
        {"TOC", {HtmlKind::element, "ol", true}},
        {"TOCI", {HtmlKind::element, "li", true}},
        {"Index", {HtmlKind::element, "section", true}},
        {"NonStruct", {HtmlKind::transparent, {}}},
        {"Private", {HtmlKind::left_out, {}}},
        {"Artifact", {HtmlKind::left_out, {}}},
        {"Title", {HtmlKind::element, "p", true}},
        {"H", {HtmlKind::element, "p", true}},
        {"LI", {HtmlKind::element, "li"}},
        {"Lbl", {HtmlKind::element, "span", true}},
        {"LBody", {HtmlKind::element, "div", true}},
        {"Table", {HtmlKind::element, "table"}},
        {"THead", {HtmlKind::element, "thead"}},
        {"TBody", {HtmlKind::element, "tbody"}},
        {"TFoot", {HtmlKind::element, "tfoot"}},
        {"TR", {HtmlKind::element, "tr"}},
        {"TH", {HtmlKind::element, "th"}},
        {"TD", {HtmlKind::element, "td"}},
        {"Span", {HtmlKind::element, "span"}},
        {"Sub", {HtmlKind::element, "span", true}},
        {"Quote", {HtmlKind::element, "q"}},
        {"Note", {HtmlKind::element, "div", true}},
        {"FENote", {HtmlKind::element, "div", true}},
        {"Reference", {HtmlKind::element, "span", true}},
        {"BibEntry", {HtmlKind::element, "p", true}},
        {"Code", {HtmlKind::element, "code"}},
        {"Link", {HtmlKind::element, "a"}},
        {"Annot", {HtmlKind::element, "span", true}},
        {"Form", {HtmlKind::element, "span", true}},
        {"Formula", {HtmlKind::element, "span", true}},
        {"Em", {HtmlKind::element, "em"}},
        {"Strong", {HtmlKind::element, "strong"}},
        {"Ruby", {HtmlKind::element, "ruby"}},
        {"RB", {HtmlKind::element, "rb"}},
        {"RT", {HtmlKind::element, "rt"}},
        {"RP", {HtmlKind::element, "rp"}},
        {"Warichu", {HtmlKind::element, "span", true}},
        {"WT", {HtmlKind::element, "span", true}},
        {"WP", {HtmlKind::element, "span", true}}};
    return all;
}

bool holds(const TreeElement& element, const Tree& tree, const std::set<std::string>& types) {
    for (const TreeElement::Kid& kid : element.kids)
        if (kid.kind == KidKind::element &&
            types.count(tree.elements[static_cast<std::size_t>(kid.value)].type) != 0)
            return true;
    return false;
}

bool is_ordered(const TreeElement& list) {
    QPDFObjectHandle numbering = attribute(list.object, "/ListNumbering");
    static const std::set<std::string> ordered = {"/Ordered",    "/Decimal",    "/UpperRoman",
                                                  "/LowerRoman", "/UpperAlpha", "/LowerAlpha"};
    return numbering.isName() && ordered.count(numbering.getName()) != 0;
}

HtmlType heading_type(const std::string& type) {
    if (type.size() == 2 && type[1] <= '6') return {HtmlKind::element, "h" + type.substr(1)};
    return {HtmlKind::element, "p", true};
}

}  // namespace

HtmlType html_type(const TreeElement& element, const Tree& tree) {
    const std::string& type = element.type;
    if (element.space == mathml_space) return {HtmlKind::element, type};
    if (is_numbered_heading(type)) return heading_type(type);
    if (type == "L") return {HtmlKind::element, is_ordered(element) ? "ol" : "ul"};
    if (type == "P")  // which HTML lets hold text alone
        return {HtmlKind::element,
                holds(element, tree, {"L", "Table", "Note", "FENote"}) ? "div" : "p"};
    if (type == "Figure") {
        const bool alone = !holds(element, tree, {"Caption", "P", "Figure", "Table", "L", "Link"});
        return {HtmlKind::element, alone ? "img" : "figure"};
    }
    if (type == "Caption") {
        const std::string holder = tree.holder(element);
        if (holder == "Table") return {HtmlKind::element, "caption"};
        return holder == "Figure" ? HtmlType{HtmlKind::element, "figcaption"}
                                  : HtmlType{HtmlKind::element, "div", true};
    }
    const auto found = plain_types().find(type);
    return found == plain_types().end() ? HtmlType{HtmlKind::element, "span", true} : found->second;
}

}  // namespace triptych::verify
