#include <array>
#include <climits>
#include <memory>

#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/content_rules.hpp"
#include "verify/font_rules.hpp"

namespace triptych::verify {

namespace {

constexpr std::array allowed_annotations = {
    "/Text",    "/Link",      "/FreeText",  "/Line",          "/Square",   "/Circle",
    "/Polygon", "/PolyLine",  "/Highlight", "/Underline",     "/Squiggly", "/StrikeOut",
    "/Stamp",   "/Caret",     "/Ink",       "/Popup",         "/Widget",   "/PrinterMark",
    "/TrapNet", "/Watermark", "/Redact",    "/FileAttachment"};
constexpr std::array allowed_actions = {"/GoTo", "/GoToR", "/GoToE",     "/Thread",
                                        "/URI",  "/Named", "/SubmitForm"};
/// By PDF/A-4 as well.
constexpr std::array modern_actions = {"/JavaScript", "/RichMediaExecute", "/GoToDp"};

class PageCheck {
public:
    PageCheck(QPDF& file, Purpose purpose, const StructureFacts& facts, Report& report)
        : purpose_(purpose), facts_(facts), report_(report), colours_(output_colours(file)) {
        QPDFObjectHandle root = file.getRoot().getKey("/StructTreeRoot");
        if (root.isDictionary() && root.getKey("/ParentTree").isDictionary())
            for (const auto& [key, value] :
                 QPDFNumberTreeObjectHelper(root.getKey("/ParentTree"), file, false).getAsMap())
                parents_[key] = value;
    }

    void run(QPDFObjectHandle page, std::size_t index) {
        const std::string place = " (page " + std::to_string(index + 1) + ")";
        QPDFObjectHandle resources = page.getKey("/Resources");
        ContentCheck content(Place::page, purpose_, place, resources, report_);
        content.set_output(colours_);
        QPDFObjectHandle::parseContentStream(page.getKey("/Contents"), &content);
        check_identifiers(page, content.identifiers(), place);
        check_codes(resources, content, place);
        check_forms(resources, content);
        check_annotations(page, place);
    }

private:
    /// Content, parent tree and structure tree say the same.
    void check_identifiers(QPDFObjectHandle page, const std::set<int>& identifiers,
                           const std::string& place) {
        QPDFObjectHandle elements = QPDFObjectHandle::newNull();
        if (page.getKey("/StructParents").isInteger())
            elements = parents_[page.getKey("/StructParents").getIntValue()];
        for (const int identifier : identifiers) {
            const auto element = facts_.content.find({page.getObjectID(), identifier});
            report_.expect(element != facts_.content.end(), "ISO 14289-1 7.1",
                           "tagged content is in no element" + place);
            const bool known = elements.isArray() && identifier < elements.getArrayNItems();
            const Number parent = known ? elements.getArrayItem(identifier).getObjectID() : 0;
            report_.expect(element != facts_.content.end() && element->second == parent,
                           "ISO 32000-1 14.7.4.4", "the parent tree gives another element" + place);
        }
        for (auto at = facts_.content.lower_bound({page.getObjectID(), INT_MIN});
             at != facts_.content.end() && at->first.first == page.getObjectID(); ++at)
            report_.expect(identifiers.count(at->first.second) != 0, "ISO 32000-1 14.7.4",
                           "an element names content that is not there" + place);
    }

    void check_codes(QPDFObjectHandle resources, const ContentCheck& content,
                     const std::string& place) {
        QPDFObjectHandle fonts =
            resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
        for (const auto& [name, codes] : content.codes())
            if (fonts.isDictionary() && fonts.hasKey(name))
                font_check(fonts.getKey(name), name).check(codes, place, report_);
    }

    FontCheck& font_check(QPDFObjectHandle font, const std::string& name) {
        auto& found = fonts_[font.getObjectID()];
        if (!found) found = std::make_unique<FontCheck>(font, name, report_);
        return *found;
    }

    /// The forms that `content` draws, and those that they draw, each once.
    void check_forms(QPDFObjectHandle resources, const ContentCheck& content) {
        std::vector<QPDFObjectHandle> open;
        const auto push = [&](QPDFObjectHandle from, const std::set<std::string>& names) {
            for (const std::string& name : names)
                if (from.isDictionary() && from.getKey("/XObject").isDictionary())
                    open.push_back(from.getKey("/XObject").getKey(name));
        };
        push(resources, content.drawn());
        while (!open.empty()) {
            QPDFObjectHandle form = open.back();
            open.pop_back();
            if (!form.isStream() || !form.getDict().getKey("/Subtype").isNameAndEquals("/Form") ||
                !forms_.insert(form.getObjectID()).second)
                continue;
            const std::string place = " (form " + std::to_string(form.getObjectID()) + ")";
            QPDFObjectHandle own = form.getDict().getKey("/Resources");
            ContentCheck inner(Place::form, purpose_, place, own, report_);
            inner.set_output(colours_);
            form.parseAsContents(&inner);
            check_codes(own, inner, place);
            push(own, inner.drawn());
        }
    }

    void check_annotations(QPDFObjectHandle page, const std::string& place) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray()) return;
        QPDFObjectHandle order = page.getKey("/Tabs");
        const bool ordered = order.isNameAndEquals("/S") ||
                             (purpose_ == Purpose::modern &&
                              (order.isNameAndEquals("/A") || order.isNameAndEquals("/W")));
        report_.expect(ordered || annotations.getArrayNItems() == 0, "ISO 14289-1 7.18.3",
                       "the order of annotations is not that of the structure" + place);
        for (const auto& annotation : annotations.getArrayAsVector())
            check_annotation(annotation, place);
    }

    void check_annotation(QPDFObjectHandle annotation, const std::string& place) {
        QPDFObjectHandle flags = annotation.getKey("/F"), kind = annotation.getKey("/Subtype");
        report_.expect(kind.isName() && is_one_of(allowed_annotations, kind.getName()),
                       "ISO 19005-2 6.3.1",
                       "an annotation is of a kind that is not allowed" + place);
        report_.expect(kind.isNameAndEquals("/Popup") ||
                           (flags.isInteger() && (flags.getIntValue() & 0x127) == 4),
                       "ISO 19005-2 6.3.2", "an annotation is not printed or is hidden" + place);
        QPDFObjectHandle action = annotation.getKey("/A");
        report_.expect(!action.isDictionary() || is_allowed(action.getKey("/S")),
                       "ISO 19005-2 6.5.1", "an action is not allowed" + place);
        if (kind.isNameAndEquals("/Link") && is_tagged()) check_link(annotation, place);
    }

    bool is_tagged() const { return purpose_ == Purpose::reading || purpose_ == Purpose::modern; }
    bool is_allowed(QPDFObjectHandle action) const {
        return action.isName() &&
               (is_one_of(allowed_actions, action.getName()) ||
                (purpose_ == Purpose::modern && is_one_of(modern_actions, action.getName())));
    }

    void check_link(QPDFObjectHandle annotation, const std::string& place) {
        QPDFObjectHandle contents = annotation.getKey("/Contents");
        report_.expect(purpose_ == Purpose::modern ||
                           (contents.isString() && !contents.getStringValue().empty()),
                       "ISO 14289-1 7.18.5", "a link has no description" + place);
        const auto element = facts_.annotations.find(annotation.getObjectID());
        const bool in_link =
            element != facts_.annotations.end() && facts_.types.count(element->second) != 0 &&
            (facts_.types.at(element->second) == "Link" ||
             (purpose_ == Purpose::modern && facts_.types.at(element->second) == "Reference"));
        report_.expect(in_link, "ISO 14289-1 7.18.5", "a link annotation is in no link" + place);
        QPDFObjectHandle key = annotation.getKey("/StructParent");
        const Number parent = key.isInteger() ? parents_[key.getIntValue()].getObjectID() : 0;
        report_.expect(facts_.types.empty() || (in_link && parent == element->second),
                       "ISO 32000-1 14.7.4.4",
                       "the parent tree gives another element for a link" + place);
    }

    Purpose purpose_;
    const StructureFacts& facts_;
    Report& report_;
    std::string colours_;  ///< of the output intent
    std::map<long long, QPDFObjectHandle> parents_;
    std::map<Number, std::unique_ptr<FontCheck>> fonts_;
    std::set<Number> forms_;
};

}  // namespace

void check_pages(QPDF& file, Purpose purpose, const StructureFacts& facts, Report& report) {
    PageCheck check(file, purpose, facts, report);
    std::size_t index = 0;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages())
        check.run(page.getObjectHandle(), index++);
}

}  // namespace triptych::verify
