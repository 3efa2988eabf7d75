#include "verify/tree.hpp"

#include <array>
#include <cctype>

#include <triptych/pdf_structure.hpp>

namespace triptych::verify {

namespace {

/// In both versions.
constexpr std::array common_types = {
    "Document", "Part",  "Sect",    "Div",   "Caption", "P",      "H",      "L",
    "LI",       "Lbl",   "LBody",   "Table", "TR",      "TH",     "TD",     "THead",
    "TBody",    "TFoot", "Span",    "Link",  "Annot",   "Form",   "Ruby",   "RB",
    "RT",       "RP",    "Warichu", "WT",    "WP",      "Figure", "Formula"};
constexpr std::array old_types = {"Art",   "BlockQuote", "TOC",      "TOCI",
                                  "Index", "NonStruct",  "Private",  "Quote",
                                  "Note",  "Reference",  "BibEntry", "Code"};
constexpr std::array new_types = {"DocumentFragment", "Aside",   "Title", "FENote", "Sub", "Em",
                                  "Strong",           "Artifact"};

bool is_standard(const std::string& type, const std::string& space) {
    if (space == mathml_space) return true;
    if (is_one_of(common_types, type)) return space.empty() || space == pdf2_space;
    if (is_numbered_heading(type))
        return space == pdf2_space || (space.empty() && type.size() == 2 && type[1] <= '6');
    if (space.empty()) return is_one_of(old_types, type);
    return space == pdf2_space && is_one_of(new_types, type);
}

std::string space_of(QPDFObjectHandle space) {
    const std::string name = space.isDictionary() ? text_entry(space, "/NS") : std::string();
    return name == pdf17_space ? std::string() : name;
}

class TreeReader {
public:
    TreeReader(QPDFObjectHandle root, Report& report)
        : roles_(root.getKey("/RoleMap")), report_(report) {
        push(-1, root.getKey("/K"), QPDFObjectHandle::newNull());
    }

    Tree run() {
        while (!open_.empty()) {
            const Open next = open_.back();
            open_.pop_back();
            visit(next);
        }
        return std::move(tree_);
    }

private:
    struct Open {
        int parent;
        QPDFObjectHandle kid, page;
    };

    void push(int parent, QPDFObjectHandle kids, QPDFObjectHandle page) {
        if (!kids.isArray()) {
            if (!kids.isNull()) open_.push_back({parent, kids, page});
            return;
        }
        for (int i = kids.getArrayNItems(); i-- > 0;)
            open_.push_back({parent, kids.getArrayItem(i), page});
    }

    void add(int parent, TreeElement::Kid kid) {
        if (parent >= 0) tree_.elements[static_cast<std::size_t>(parent)].kids.push_back(kid);
    }

    void visit(const Open& open) {
        QPDFObjectHandle kid = open.kid;
        if (kid.isInteger())
            return add(open.parent, {KidKind::content, open.page, kid.getIntValueAsInt()});
        if (!kid.isDictionary()) return report_.add("ISO 32000-1 14.7.2", "a kid is no element");
        QPDFObjectHandle page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : open.page;
        if (kid.getKey("/Type").isNameAndEquals("/MCR")) {
            QPDFObjectHandle identifier = kid.getKey("/MCID");
            return add(open.parent, {KidKind::content, page,
                                     identifier.isInteger() ? identifier.getIntValueAsInt() : -1,
                                     kid.hasKey("/Stm")});
        }
        if (kid.getKey("/Type").isNameAndEquals("/OBJR"))
            return add(open.parent, {KidKind::annotation, kid.getKey("/Obj")});
        visit_element(open, kid, page);
    }

    void visit_element(const Open& open, QPDFObjectHandle object, QPDFObjectHandle page) {
        const int index = static_cast<int>(tree_.elements.size());
        const bool fresh = tree_.by_object.emplace(object.getObjectID(), index).second;
        report_.expect(fresh || object.getObjectID() == 0, "ISO 32000-1 14.7.2",
                       "an element has two places" + place_of(object));
        if (!fresh) return;
        add(open.parent, {KidKind::element, object, index});
        TreeElement element;
        element.object = object;
        element.parent = open.parent;
        resolve(element);
        tree_.elements.push_back(std::move(element));
        push(index, object.getKey("/K"), page);
    }

    /// Follows the maps of roles to a standard type (ISO 32000-2 14.8.6.2).
    void resolve(TreeElement& element) {
        QPDFObjectHandle name = element.object.getKey("/S"), space = element.object.getKey("/NS");
        element.type = name.isName() ? name.getName().substr(1) : std::string();
        element.space = element.own_space = space_of(space);
        constexpr int most_steps = 8;
        for (int step = 0; step < most_steps && !is_standard(element.type, element.space); ++step) {
            QPDFObjectHandle map = space.isDictionary() ? space.getKey("/RoleMapNS") : roles_;
            QPDFObjectHandle to =
                map.isDictionary() ? map.getKey("/" + element.type) : QPDFObjectHandle::newNull();
            if (to.isArray() && to.getArrayNItems() == 2) {
                space = to.getArrayItem(1);
                to = to.getArrayItem(0);
            } else if (to.isName()) {
                space = QPDFObjectHandle::newNull();
            }
            if (!to.isName()) break;
            element.type = to.getName().substr(1);
            element.space = space_of(space);
        }
        element.known = is_standard(element.type, element.space);
    }

    QPDFObjectHandle roles_;
    Report& report_;
    std::vector<Open> open_;
    Tree tree_;
};

}  // namespace

std::string place_of(QPDFObjectHandle object) {
    return " (object " + std::to_string(object.getObjectID()) + ")";
}

std::string text_entry(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string();
}

bool is_numbered_heading(const std::string& type) { return pdf_structure::kind_of(type) == "Hn"; }

std::string Tree::holder(const TreeElement& element) const {
    for (int at = element.parent; at >= 0;) {
        const TreeElement& above = elements[static_cast<std::size_t>(at)];
        if (!pdf_structure::has_word(pdf_structure::looked_through, above.type)) return above.type;
        at = above.parent;
    }
    return "StructTreeRoot";
}

Tree read_tree(QPDFObjectHandle root, Report& report) { return TreeReader(root, report).run(); }

}  // namespace triptych::verify
