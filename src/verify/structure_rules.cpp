#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

constexpr std::array standard_types = {
    "Document", "Part",  "Art",       "Sect",     "Div",    "BlockQuote", "Caption", "TOC",
    "TOCI",     "Index", "NonStruct", "Private",  "P",      "H",          "H1",      "H2",
    "H3",       "H4",    "H5",        "H6",       "L",      "LI",         "Lbl",     "LBody",
    "Table",    "TR",    "TH",        "TD",       "THead",  "TBody",      "TFoot",   "Span",
    "Quote",    "Note",  "Reference", "BibEntry", "Code",   "Link",       "Annot",   "Ruby",
    "RB",       "RT",    "RP",        "Warichu",  "Figure", "Formula",    "Form"};

bool is_standard(const std::string& type) {
    return std::find(standard_types.begin(), standard_types.end(), type) != standard_types.end();
}

/// Children that an element may have (ISO 14289-1 §7.2); nothing for elements that may have any.
std::set<std::string> allowed_children(const std::string& type) {
    if (type == "L") return {"L", "LI", "Caption"};
    if (type == "LI") return {"Lbl", "LBody"};
    if (type == "Table") return {"TR", "THead", "TBody", "TFoot", "Caption"};
    if (type == "THead" || type == "TBody" || type == "TFoot") return {"TR"};
    if (type == "TR") return {"TH", "TD"};
    if (type == "TOC") return {"TOC", "TOCI", "Caption"};
    if (type == "Ruby") return {"RB", "RT", "RP"};
    return {};
}

/// Parents that an element must have; nothing when any will do.
std::set<std::string> required_parents(const std::string& type) {
    if (type == "LI") return {"L"};
    if (type == "LBody") return {"LI"};
    if (type == "TR") return {"Table", "THead", "TBody", "TFoot"};
    if (type == "THead" || type == "TBody" || type == "TFoot") return {"Table"};
    if (type == "TH" || type == "TD") return {"TR"};
    if (type == "TOCI") return {"TOC"};
    if (type == "RB" || type == "RT") return {"Ruby"};
    return {};
}

std::string text_of(QPDFObjectHandle element, const char* key) {
    QPDFObjectHandle value = element.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string();
}

/// Goes through the tree without recursion: a hostile file may be as deep as it likes.
class TreeCheck {
public:
    TreeCheck(QPDFObjectHandle root, Report& report) : report_(report) {
        QPDFObjectHandle roles = root.getKey("/RoleMap");
        if (roles.isDictionary())
            for (const auto& [from, to] : roles.getDictAsMap())
                if (QPDFObjectHandle target = to; target.isName())
                    roles_[from.substr(1)] = target.getName().substr(1);
        for (const auto& [from, to] : roles_)
            report_.expect(!is_standard(from), odd_type, "the type " + from + " is remapped");
        push(root, root.getKey("/K"), "StructTreeRoot", QPDFObjectHandle::newNull());
    }

    StructureFacts run() {
        while (!open_.empty()) {
            Entry entry = open_.back();
            open_.pop_back();
            visit(entry);
        }
        return std::move(facts_);
    }

private:
    struct Entry {
        QPDFObjectHandle kid, parent, page;
        std::string parent_type;
    };

    static std::string place(QPDFObjectHandle element) {
        return " (object " + std::to_string(element.getObjectID()) + ")";
    }

    void push(QPDFObjectHandle parent, QPDFObjectHandle kids, const std::string& type,
              QPDFObjectHandle page) {
        if (!kids.isArray()) {
            if (!kids.isNull()) open_.push_back({kids, parent, page, type});
            return;
        }
        const auto all = kids.getArrayAsVector();
        for (std::size_t i = all.size(); i-- > 0;) open_.push_back({all[i], parent, page, type});
    }

    void visit(const Entry& entry) {
        QPDFObjectHandle kid = entry.kid;
        if (kid.isInteger()) return add_content(entry.parent, entry.page, kid.getIntValueAsInt());
        if (!kid.isDictionary()) return report_.add("ISO 32000-1 14.7.2", "a kid is no element");
        QPDFObjectHandle page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : entry.page;
        if (kid.getKey("/Type").isNameAndEquals("/MCR") && kid.hasKey("/Stm")) return;
        if (kid.getKey("/Type").isNameAndEquals("/MCR"))
            return add_content(entry.parent, page, kid.getKey("/MCID").getIntValueAsInt());
        if (kid.getKey("/Type").isNameAndEquals("/OBJR")) {
            facts_.annotations[kid.getKey("/Obj").getObjectID()] = entry.parent.getObjectID();
            return;
        }
        visit_element(entry, kid, page);
    }

    void add_content(QPDFObjectHandle element, QPDFObjectHandle page, int identifier) {
        const auto [found, fresh] = facts_.content.emplace(
            std::pair{page.getObjectID(), identifier}, element.getObjectID());
        report_.expect(fresh, "ISO 32000-1 14.7.4",
                       "content belongs to two elements" + place(element));
    }

    void visit_element(const Entry& entry, QPDFObjectHandle element, QPDFObjectHandle page) {
        const bool fresh = seen_.insert(element.getObjectID()).second;
        report_.expect(fresh, "ISO 32000-1 14.7.2", "an element has two places" + place(element));
        if (!fresh) return;
        report_.expect(element.getKey("/P").getObjectID() == entry.parent.getObjectID(),
                       "ISO 14289-1 7.1", "an element does not name its parent" + place(element));
        const std::string type = standard_type(element);
        facts_.types[element.getObjectID()] = type;
        const bool bare = type == "NonStruct";  // what it holds stands where it does
        if (!bare) check_place(type, entry.parent_type, element);
        check_entries(type, element);
        if (type == "Table") check_table(element, Purpose::reading, report_);
        if (type == "Table" || type == "L" || type == "TOC") check_caption(type, element);
        push(element, element.getKey("/K"), bare ? entry.parent_type : type, page);
    }

    std::string standard_type(QPDFObjectHandle element) {
        QPDFObjectHandle name = element.getKey("/S");
        std::string type = name.isName() ? name.getName().substr(1) : std::string();
        for (int steps = 0; !is_standard(type) && roles_.count(type) != 0 && steps < 8; ++steps)
            type = roles_[type];
        report_.expect(is_standard(type), odd_type,
                       "the type " + type + " is not mapped to a standard type" + place(element));
        return type;
    }

    void check_place(const std::string& type, const std::string& parent, QPDFObjectHandle element) {
        const auto children = allowed_children(parent);
        const auto parents = required_parents(type);
        report_.expect(children.empty() || children.count(type) != 0, "ISO 14289-1 7.2",
                       parent + " holds " + type + place(element));
        report_.expect(parents.empty() || parents.count(parent) != 0, "ISO 14289-1 7.2",
                       type + " stands in " + parent + place(element));
    }

    /// At most one caption, at the beginning; at either end of a table.
    void check_caption(const std::string& type, QPDFObjectHandle element) {
        QPDFObjectHandle kids = element.getKey("/K");
        if (!kids.isArray()) return;
        const auto all = kids.getArrayAsVector();
        std::size_t count = 0;
        bool fits = true;
        for (std::size_t i = 0; i < all.size(); ++i) {
            QPDFObjectHandle kid = all[i];
            if (!kid.isDictionary() || !kid.getKey("/S").isNameAndEquals("/Caption")) continue;
            fits = ++count == 1 && (i == 0 || (type == "Table" && i + 1 == all.size()));
            if (!fits) break;
        }
        report_.expect(fits, "ISO 14289-1 7.2", "a caption is out of place" + place(element));
    }

    void check_entries(const std::string& type, QPDFObjectHandle element) {
        const bool replaced =
            !text_of(element, "/Alt").empty() || !text_of(element, "/ActualText").empty();
        if (type == "Figure")
            report_.expect(replaced, "ISO 14289-1 7.3",
                           "a figure has no alternative" + place(element));
        if (type == "Formula")
            report_.expect(replaced, "ISO 14289-1 7.7",
                           "a formula has no alternative" + place(element));
        if (type == "Note")
            report_.expect(
                ids_.insert(text_of(element, "/ID")).second && !text_of(element, "/ID").empty(),
                "ISO 14289-1 7.9", "a note has no ID of its own" + place(element));
        if (element.hasKey("/Lang"))
            report_.expect(is_language_tag(text_of(element, "/Lang")), "ISO 14289-1 7.2",
                           "a language is no language tag" + place(element));
        if (type == "H") unlevelled_ = true;
        report_.expect(!unlevelled_ || heading_ == 0, "ISO 14289-1 7.4.4",
                       "headings with and without level are mixed" + place(element));
        if (type.size() == 2 && type[0] == 'H' && std::isdigit(type[1]) != 0) {
            const int level = type[1] - '0';
            report_.expect(level <= heading_ + 1, "ISO 14289-1 7.4.2",
                           "a heading skips a level" + place(element));
            heading_ = level;
        }
    }

    Report& report_;
    std::map<std::string, std::string> roles_;
    std::vector<Entry> open_;
    std::set<Number> seen_;
    std::set<std::string> ids_;
    int heading_ = 0;
    bool unlevelled_ = false;  ///< a heading has no level
    StructureFacts facts_;
};

}  // namespace

QPDFObjectHandle attribute(QPDFObjectHandle element, const char* key) {
    for (QPDFObjectHandle own : one_or_several(element.getKey("/A")))
        if (own.isDictionary() && own.hasKey(key)) return own.getKey(key);
    QPDF* file = element.getOwningQPDF();
    if (!element.hasKey("/C") || file == nullptr) return QPDFObjectHandle::newNull();
    QPDFObjectHandle root = file->getRoot().getKey("/StructTreeRoot");
    QPDFObjectHandle classes =
        root.isDictionary() ? root.getKey("/ClassMap") : QPDFObjectHandle::newNull();
    for (QPDFObjectHandle name : one_or_several(element.getKey("/C")))
        if (name.isName() && classes.isDictionary())
            for (QPDFObjectHandle shared : one_or_several(classes.getKey(name.getName())))
                if (shared.isDictionary() && shared.hasKey(key)) return shared.getKey(key);
    return QPDFObjectHandle::newNull();
}

StructureFacts check_structure(QPDF& file, Report& report) {
    QPDFObjectHandle root = file.getRoot().getKey("/StructTreeRoot");
    report.expect(root.isDictionary(), no_tree, "there is no structure tree");
    if (!root.isDictionary()) return {};
    return TreeCheck(root, report).run();
}

}  // namespace triptych::verify
