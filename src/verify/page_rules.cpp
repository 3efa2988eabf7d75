#include <algorithm>
#include <array>
#include <climits>
#include <string_view>

#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

constexpr std::array painting = {"S",  "s",  "f",  "F",  "f*", "B",  "B*", "b",
                                 "b*", "Do", "sh", "EI", "Tj", "TJ", "'",  "\""};
constexpr std::array showing = {"Tj", "TJ", "'", "\""};

bool is_one_of(const auto& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Reads a content stream: what is painted is marked, once, and shown in codes that fonts know.
class ContentCheck : public QPDFObjectHandle::ParserCallbacks {
public:
    ContentCheck(std::string place, QPDFObjectHandle resources, Report& report)
        : place_(std::move(place)), report_(report) {
        QPDFObjectHandle fonts =
            resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
        if (fonts.isDictionary())
            for (const auto& [name, font] : fonts.getDictAsMap()) fonts_[name] = font;
    }

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        apply(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override {
        report_.expect(marks_.empty(), "ISO 32000-1 14.6", "marked content is not closed" + place_);
        report_.expect(depth_ == 0, "ISO 32000-1 8.4.2", "q and Q do not pair" + place_);
    }

    const std::set<int>& identifiers() const { return identifiers_; }
    /// Codes shown, by font.
    const std::map<std::string, std::set<unsigned>>& codes() const { return codes_; }

private:
    enum class Mark { artifact, content, span };

    void apply(const std::string& name) {
        if (name == "q") {
            ++depth_;
            report_.expect(depth_ <= 28, "ISO 19005-2 6.1.13", "q is nested too deep" + place_);
        } else if (name == "Q") {
            --depth_;
        } else if (name == "BDC" || name == "BMC") {
            open();
        } else if (name == "EMC") {
            report_.expect(!marks_.empty(), "ISO 32000-1 14.6", "EMC without beginning" + place_);
            if (!marks_.empty()) marks_.pop_back();
        } else if (name == "Tf" && operands_.size() == 2 && operands_[0].isName()) {
            font_ = operands_[0].getName();
        }
        if (is_one_of(painting, name))
            report_.expect(is_marked(), "ISO 14289-1 7.1",
                           "what " + name + " paints is neither tagged nor an artifact" + place_);
        if (is_one_of(showing, name) && !operands_.empty()) note_codes(operands_.back());
    }

    bool is_marked() const {
        return std::any_of(marks_.begin(), marks_.end(), [](Mark m) { return m != Mark::span; });
    }

    void open() {
        const bool artifact = !operands_.empty() && operands_[0].isNameAndEquals("/Artifact");
        QPDFObjectHandle properties =
            operands_.empty() ? QPDFObjectHandle::newNull() : operands_.back();
        const bool tagged = properties.isDictionary() && properties.hasKey("/MCID");
        if (artifact || tagged)
            report_.expect(!is_marked(), "ISO 14289-1 7.1",
                           "artifacts and tagged content are nested" + place_);
        if (tagged)
            report_.expect(
                identifiers_.insert(properties.getKey("/MCID").getIntValueAsInt()).second,
                "ISO 32000-1 14.7.4", "a content identifier is used twice" + place_);
        marks_.push_back(artifact ? Mark::artifact : tagged ? Mark::content : Mark::span);
    }

    void note_codes(QPDFObjectHandle text) {
        const auto note = [&](const std::string& bytes) {
            for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
                codes_[font_].insert(static_cast<unsigned>(static_cast<unsigned char>(bytes[i]))
                                         << 8 |
                                     static_cast<unsigned char>(bytes[i + 1]));
        };
        if (text.isString()) note(text.getStringValue());
        if (text.isArray())
            for (QPDFObjectHandle item : text.getArrayAsVector())
                if (item.isString()) note(item.getStringValue());
    }

    std::string place_;
    Report& report_;
    std::map<std::string, QPDFObjectHandle> fonts_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    int depth_ = 0;
    std::string font_;
    std::set<int> identifiers_;
    std::map<std::string, std::set<unsigned>> codes_;
};

class PageCheck {
public:
    PageCheck(QPDF& file, const StructureFacts& facts, Report& report)
        : facts_(facts), report_(report) {
        QPDFObjectHandle root = file.getRoot().getKey("/StructTreeRoot");
        if (root.isDictionary() && root.getKey("/ParentTree").isDictionary())
            for (const auto& [key, value] :
                 QPDFNumberTreeObjectHelper(root.getKey("/ParentTree"), file, false).getAsMap())
                parents_[key] = value;
    }

    void run(QPDFObjectHandle page, std::size_t index) {
        const std::string place = " (page " + std::to_string(index + 1) + ")";
        QPDFObjectHandle resources = page.getKey("/Resources");
        ContentCheck content(place, resources, report_);
        QPDFObjectHandle::parseContentStream(page.getKey("/Contents"), &content);
        check_identifiers(page, content.identifiers(), place);
        check_codes(resources, content, place);
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
        for (const auto& [name, codes] : content.codes()) {
            QPDFObjectHandle font = resources.getKey("/Font").getKey(name);
            const auto known = font_codes(font, name);
            report_.expect(codes.count(0) == 0, "ISO 14289-1 7.21.8", ".notdef is shown" + place);
            report_.expect(std::includes(known.begin(), known.end(), codes.begin(), codes.end()),
                           "ISO 14289-1 7.21.7", "a code of " + name + " has no text" + place);
        }
    }

    const std::set<unsigned>& font_codes(QPDFObjectHandle font, const std::string& name) {
        const auto [found, fresh] = fonts_.try_emplace(font.getObjectID());
        if (fresh) found->second = check_font(font, name, report_);
        return found->second;
    }

    void check_annotations(QPDFObjectHandle page, const std::string& place) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray()) return;
        report_.expect(page.getKey("/Tabs").isNameAndEquals("/S"), "ISO 14289-1 7.18.3",
                       "the order of annotations is not that of the structure" + place);
        for (QPDFObjectHandle annotation : annotations.getArrayAsVector())
            check_annotation(annotation, place);
    }

    void check_annotation(QPDFObjectHandle annotation, const std::string& place) {
        QPDFObjectHandle flags = annotation.getKey("/F"), contents = annotation.getKey("/Contents");
        report_.expect(flags.isInteger() && (flags.getIntValue() & 0x127) == 4, "ISO 19005-2 6.3.2",
                       "an annotation is not printed or is hidden" + place);
        report_.expect(contents.isString() && !contents.getStringValue().empty(),
                       "ISO 14289-1 7.18.5", "a link has no description" + place);
        const auto element = facts_.annotations.find(annotation.getObjectID());
        const bool in_link = element != facts_.annotations.end() &&
                             facts_.types.count(element->second) != 0 &&
                             facts_.types.at(element->second) == "Link";
        report_.expect(in_link, "ISO 14289-1 7.18.5", "a link annotation is in no link" + place);
        QPDFObjectHandle key = annotation.getKey("/StructParent");
        const Number parent = key.isInteger() ? parents_[key.getIntValue()].getObjectID() : 0;
        report_.expect(in_link && parent == element->second, "ISO 32000-1 14.7.4.4",
                       "the parent tree gives another element for a link" + place);
        QPDFObjectHandle action = annotation.getKey("/A");
        report_.expect(!action.isDictionary() || action.getKey("/S").isNameAndEquals("/URI") ||
                           action.getKey("/S").isNameAndEquals("/GoTo"),
                       "ISO 19005-2 6.5.1", "an action is not allowed" + place);
    }

    const StructureFacts& facts_;
    Report& report_;
    std::map<long long, QPDFObjectHandle> parents_;
    std::map<Number, std::set<unsigned>> fonts_;
};

}  // namespace

void check_pages(QPDF& file, const StructureFacts& facts, Report& report) {
    PageCheck check(file, facts, report);
    std::size_t index = 0;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages())
        check.run(page.getObjectHandle(), index++);
}

}  // namespace triptych::verify
