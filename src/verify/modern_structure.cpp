#include <algorithm>
#include <cctype>

#include <triptych/pdf_structure.hpp>
#include "verify/to_unicode.hpp"
#include "verify/tree.hpp"

/// The tree of elements as PDF/UA-2 (ISO 14289-2) and ISO/TS 32005 want it.
namespace triptych::verify {

namespace {

namespace rules = pdf_structure;

class ModernTree {
public:
    ModernTree(QPDFObjectHandle root, const Tree& tree, Report& report)
        : root_(root), tree_(tree), report_(report) {}

    void run() {
        check_root();
        for (const TreeElement& element : tree_.elements) {
            check_type(element);
            check_place(element);
            check_entries(element);
            if (element.space == mathml_space) continue;
            check_kids(element);
            check_kind(element);
        }
        expect(titles_ <= 1, "8.2.5", "a document has several titles");
        check_namespaces();
    }

private:
    void expect(bool holds, const char* clause, const std::string& message) {
        report_.expect(holds, (std::string("ISO 14289-2 ") + clause).c_str(), message);
    }

    void check_root() {
        int count = 0;
        bool named = true;
        for (const TreeElement& element : tree_.elements) {
            if (element.parent >= 0) continue;
            ++count;
            named = named && element.type == "Document" && element.space == pdf2_space;
        }
        expect(count == 1 && named, "8.2.5.2",
               "the tree does not begin with one Document of PDF 2.0");
    }

    void check_type(const TreeElement& element) {
        expect(element.known, "8.2.4",
               "the type " + element.type + " is not mapped to a standard type of its namespace" +
                   place_of(element.object));
        if (!element.own_space.empty()) spaces_.insert(element.own_space);
    }

    void check_place(const TreeElement& element) {
        const std::string place = place_of(element.object);
        QPDFObjectHandle above = element.object.getKey("/P");
        const Number parent =
            element.parent < 0
                ? root_.getObjectID()
                : tree_.elements[static_cast<std::size_t>(element.parent)].object.getObjectID();
        expect(above.isDictionary() && above.getObjectID() == parent, "8.2.1",
               "an element does not name its parent" + place);
        const std::string holder = tree_.holder(element);
        if (element.space == mathml_space) {
            const bool in_math =
                element.parent >= 0 &&
                tree_.elements[static_cast<std::size_t>(element.parent)].space == mathml_space;
            expect(in_math || (holder == "Formula" && element.type == "math"), "8.2.5.29",
                   "MathML stands in " + holder + place);
            return;
        }
        report_.expect(rules::may_hold(holder, element.type), "ISO 32005 table 5",
                       holder + " holds " + element.type + place);
    }

    void check_entries(const TreeElement& element) {
        const std::string place = place_of(element.object);
        if (element.object.hasKey("/Lang"))
            expect(is_language_tag(text_entry(element.object, "/Lang")), "8.4.4",
                   "a language is no language tag" + place);
        for (const char* key : {"/Alt", "/ActualText"})
            expect(!has_private_use(text_entry(element.object, key)), "8.4.3",
                   "a replacement has characters for private use" + place);
    }

    /// The kids of an element, those of what is only looked through among them.
    void gather(const TreeElement& element, std::vector<std::string>& types, bool& content,
                int depth) const {
        constexpr int deepest = 50;
        for (const TreeElement::Kid& kid : element.kids) {
            if (kid.kind == KidKind::content) content = true;
            if (kid.kind != KidKind::element) continue;
            const TreeElement& inner = tree_.elements[static_cast<std::size_t>(kid.value)];
            if (depth < deepest && rules::has_word(rules::looked_through, inner.type))
                gather(inner, types, content, depth + 1);
            else
                types.push_back(inner.type);
        }
    }

    void check_kids(const TreeElement& element) {
        if (rules::has_word(rules::looked_through, element.type)) return;
        const std::string place = place_of(element.object);
        std::vector<std::string> types;
        bool content = false;
        gather(element, types, content, 0);
        report_.expect(!content || !rules::has_word(rules::without_content, element.type),
                       "ISO 32005 table 5", element.type + " holds content" + place);
        if (element.type == "LI")
            expect(!content, "8.2.5.25", "an item of a list holds content itself" + place);
        std::size_t captions = 0;
        bool placed = true;
        for (std::size_t i = 0; i < types.size(); ++i) {
            if (types[i] != "Caption") continue;
            ++captions;
            placed = placed && (i == 0 || i + 1 == types.size());
        }
        expect(placed, "8.2.5.27", "a caption is neither first nor last" + place);
        report_.expect(captions <= 1 || !rules::has_word(rules::with_one_caption, element.type),
                       "ISO 32005 table 5", element.type + " has several captions" + place);
        const bool heading = is_numbered_heading(element.type);
        for (const char* single : {"THead", "TFoot"}) check_single(element, types, single);
        for (const char* single : {"Sect", "Art"})
            if (heading) check_single(element, types, single);
    }

    void check_single(const TreeElement& element, const std::vector<std::string>& types,
                      const char* single) {
        report_.expect(std::count(types.begin(), types.end(), single) <= 1, "ISO 32005 table 5",
                       element.type + " has several " + single + place_of(element.object));
    }

    void check_kind(const TreeElement& element) {
        const std::string& type = element.type;
        const std::string place = place_of(element.object);
        QPDFObjectHandle object = element.object;
        if (type == "Title") ++titles_;
        expect(type != "H", "8.2.5.12", "a heading has no level" + place);
        if (is_numbered_heading(type)) check_level(element);
        expect(type != "Note", "8.2.5.14", "a note is no FENote" + place);
        if (type == "FENote") check_note(element);
        if (type == "TOCI")
            expect(refers(object), "8.2.5.8", "an entry of contents has no Ref" + place);
        if (type == "L") check_list(element);
        if (type == "Table") check_table(object, Purpose::modern, report_);
        if (type == "Figure")
            expect(!text_entry(object, "/Alt").empty() || object.hasKey("/ActualText"),
                   "8.2.5.28.2", "a figure has no alternative" + place);
        if (type == "Formula") check_formula(element);
        if (type == "Link") check_link(element);
    }

    void check_level(const TreeElement& element) {
        const int level = std::atoi(element.type.substr(1, 4).c_str());
        expect(level <= heading_ + 1, "8.2.5.12",
               "a heading skips a level" + place_of(element.object));
        heading_ = level;
    }

    static std::vector<QPDFObjectHandle> refs_of(QPDFObjectHandle object) {
        QPDFObjectHandle refs = object.getKey("/Ref");
        return refs.isArray() ? refs.getArrayAsVector() : std::vector<QPDFObjectHandle>();
    }
    bool refers(QPDFObjectHandle object) const { return !refs_of(object).empty(); }

    /// Notes and what cites them name each other; a note that is cited nowhere is no note.
    void check_note(const TreeElement& note) {
        const std::string place = place_of(note.object);
        const auto refs = refs_of(note.object);
        expect(!refs.empty(), "8.2.5.14", "a note refers to nothing that cites it" + place);
        for (QPDFObjectHandle citing : refs) {
            bool named = false;
            if (citing.isDictionary())
                for (const QPDFObjectHandle& back : refs_of(citing))
                    named = named || back.getObjGen() == note.object.getObjGen();
            expect(named, "8.2.5.14", "what cites a note does not refer to it" + place);
        }
        QPDFObjectHandle kind = attribute(note.object, "/NoteType");
        expect(kind.isNull() ||
                   (kind.isName() && (kind.getName() == "/Footnote" ||
                                      kind.getName() == "/Endnote" || kind.getName() == "/None")),
               "8.2.5.14", "a note is of an unknown kind" + place);
    }

    void check_list(const TreeElement& list) {
        bool labelled = false;
        for (const TreeElement::Kid& kid : list.kids) {
            if (kid.kind != KidKind::element) continue;
            for (const auto& inner : tree_.elements[static_cast<std::size_t>(kid.value)].kids)
                labelled = labelled ||
                           (inner.kind == KidKind::element &&
                            tree_.elements[static_cast<std::size_t>(inner.value)].type == "Lbl");
        }
        QPDFObjectHandle numbering = attribute(list.object, "/ListNumbering");
        const bool named = numbering.isName() && numbering.getName() != "/None";
        expect(!labelled || named, "8.2.5.25",
               "a list with labels does not say of what kind" + place_of(list.object));
    }

    /// MathML as elements or as a file.
    void check_formula(const TreeElement& formula) {
        bool as_elements = false;
        for (const TreeElement::Kid& kid : formula.kids)
            as_elements =
                as_elements ||
                (kid.kind == KidKind::element &&
                 tree_.elements[static_cast<std::size_t>(kid.value)].space == mathml_space);
        QPDFObjectHandle files = formula.object.getKey("/AF");
        expect(
            as_elements || (files.isArray() && files.getArrayNItems() > 0) || files.isDictionary(),
            "8.2.5.29", "a formula is not there as MathML" + place_of(formula.object));
    }

    /// Annotations of one link lead to one place.
    void check_link(const TreeElement& link) {
        std::set<std::string> targets;
        const std::string alternative = text_entry(link.object, "/Alt");
        for (const TreeElement::Kid& kid : link.kids) {
            QPDFObjectHandle annotation = kid.object;
            if (kid.kind != KidKind::annotation || !annotation.isDictionary()) continue;
            targets.insert(annotation.getKey("/Dest").unparse() +
                           annotation.getKey("/A").unparse());
            expect(alternative.empty() || !annotation.hasKey("/Contents") ||
                       text_entry(annotation, "/Contents") == alternative,
                   "8.9.4.2",
                   "a link and its annotation say different things" + place_of(link.object));
        }
        expect(targets.size() <= 1, "8.2.5.20",
               "annotations of one link lead to different places" + place_of(link.object));
    }

    /// Those that elements name are all listed.
    void check_namespaces() {
        QPDFObjectHandle listed = root_.getKey("/Namespaces");
        for (int i = 0; listed.isArray() && i < listed.getArrayNItems(); ++i)
            if (listed.getArrayItem(i).isDictionary())
                spaces_.erase(text_entry(listed.getArrayItem(i), "/NS"));
        for (const std::string& space : spaces_)
            report_.add("ISO 32000-2 14.7.4.2", "the namespace " + space + " is not listed");
    }

    QPDFObjectHandle root_;
    const Tree& tree_;
    Report& report_;
    std::set<std::string> spaces_;
    std::size_t titles_ = 0;
    int heading_ = 0;
};

}  // namespace

StructureFacts check_modern_structure(QPDF& file, Report& report) {
    QPDFObjectHandle root = file.getRoot().getKey("/StructTreeRoot");
    report.expect(root.isDictionary(), "ISO 14289-2 8.2.1", "there is no structure tree");
    if (!root.isDictionary()) return {};
    const Tree tree = read_tree(root, report);
    ModernTree(root, tree, report).run();
    StructureFacts facts;
    for (const TreeElement& element : tree.elements) {
        const Number number = element.object.getObjectID();
        facts.types[number] = element.type;
        for (const TreeElement::Kid& kid : element.kids) {
            if (kid.kind == KidKind::annotation)
                facts.annotations[kid.object.getObjectID()] = number;
            if (kid.kind != KidKind::content || kid.in_form) continue;
            const bool fresh =
                facts.content.emplace(std::pair{kid.object.getObjectID(), kid.value}, number)
                    .second;
            report.expect(fresh, "ISO 32000-1 14.7.4",
                          "content belongs to two elements" + place_of(element.object));
        }
    }
    return facts;
}

}  // namespace triptych::verify
