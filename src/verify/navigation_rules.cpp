#include <optional>
#include <set>

#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// Inner nodes say how many pages they hold, and pages which node holds them (ISO 32000-1 7.7.3).
class PageTreeCheck {
public:
    explicit PageTreeCheck(Report& report) : report_(report) {}

    long long count(QPDFObjectHandle node, int depth) {
        constexpr int deepest = 50;
        if (!node.isDictionary() || depth > deepest) return 0;
        const bool fresh = seen_.insert(node.getObjGen()).second;
        report_.expect(fresh, "ISO 32000-1 7.7.3", "a page has two places" + where(node));
        if (!fresh) return 0;
        if (!node.getKey("/Kids").isArray()) return 1;
        long long pages = 0;
        for (QPDFObjectHandle kid : node.getKey("/Kids").getArrayAsVector()) {
            report_.expect(
                kid.isDictionary() && kid.getKey("/Parent").getObjGen() == node.getObjGen(),
                "ISO 32000-1 7.7.3", "a page does not name its parent" + where(kid));
            pages += count(kid, depth + 1);
        }
        QPDFObjectHandle count = node.getKey("/Count");
        report_.expect(count.isInteger() && count.getIntValue() == pages, "ISO 32000-1 7.7.3",
                       "a node of the page tree counts other pages than it has" + where(node));
        return pages;
    }

private:
    static std::string where(QPDFObjectHandle object) {
        return " (object " + std::to_string(object.getObjectID()) + ")";
    }
    Report& report_;
    std::set<QPDFObjGen> seen_;
};

/// A name tree as readers search it: down the nodes whose limits hold the name (ISO 32000-1 7.9.6).
class NameTree {
public:
    explicit NameTree(QPDFObjectHandle root) : root_(root) {}

    QPDFObjectHandle find(const std::string& name) const {
        QPDFObjectHandle node = root_;
        for (int depth = 0; depth < deepest && node.isDictionary(); ++depth) {
            QPDFObjectHandle names = node.getKey("/Names");
            if (names.isArray()) return find_in(names, name);
            node = kid_with(node.getKey("/Kids"), name);
        }
        return QPDFObjectHandle::newNull();
    }

    /// Calls `take(name, value)` for all entries.
    template <typename Take>
    void for_each(Take take) const {
        std::vector<QPDFObjectHandle> open = {root_};
        std::set<QPDFObjGen> seen;
        while (!open.empty()) {
            QPDFObjectHandle node = open.back();
            open.pop_back();
            if (!node.isDictionary() || !seen.insert(node.getObjGen()).second) continue;
            QPDFObjectHandle names = node.getKey("/Names"), kids = node.getKey("/Kids");
            for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2)
                take(names.getArrayItem(i), names.getArrayItem(i + 1));
            for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
                open.push_back(kids.getArrayItem(i));
        }
    }

private:
    static constexpr int deepest = 20;

    static QPDFObjectHandle find_in(QPDFObjectHandle names, const std::string& name) {
        for (int i = 0; i + 1 < names.getArrayNItems(); i += 2)
            if (names.getArrayItem(i).isString() && names.getArrayItem(i).getStringValue() == name)
                return names.getArrayItem(i + 1);
        return QPDFObjectHandle::newNull();
    }

    static QPDFObjectHandle kid_with(QPDFObjectHandle kids, const std::string& name) {
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            QPDFObjectHandle kid = kids.getArrayItem(i), limits = kid.getKey("/Limits");
            if (!limits.isArray() || limits.getArrayNItems() != 2) continue;
            if (limits.getArrayItem(0).isString() && limits.getArrayItem(1).isString() &&
                limits.getArrayItem(0).getStringValue() <= name &&
                name <= limits.getArrayItem(1).getStringValue())
                return kid;
        }
        return QPDFObjectHandle::newNull();
    }

    QPDFObjectHandle root_;
};

class NavigationCheck {
public:
    NavigationCheck(QPDF& file, Report& report) : file_(file), report_(report) {
        for (auto& page : QPDFPageDocumentHelper(file).getAllPages())
            pages_.insert(page.getObjectHandle().getObjGen());
        QPDFObjectHandle names = file.getRoot().getKey("/Names");
        if (names.isDictionary() && names.getKey("/Dests").isDictionary())
            places_.emplace(names.getKey("/Dests"));
        old_places_ = file.getRoot().getKey("/Dests");
    }

    void run() {
        check_labels();
        check_places();
        check_links();
        QPDFObjectHandle outline = file_.getRoot().getKey("/Outlines");
        if (outline.isDictionary()) check_outline(outline);
    }

private:
    /// The first page has a label, so all have (ISO 32000-1 12.4.2).
    void check_labels() {
        QPDFObjectHandle labels = file_.getRoot().getKey("/PageLabels");
        if (!labels.isDictionary()) return;
        QPDFObjectHandle first;
        const bool found = QPDFNumberTreeObjectHelper(labels, file_, false).findObject(0, first);
        report_.expect(found && first.isDictionary(), "ISO 32000-1 12.4.2",
                       "the first page has no label");
    }

    bool leads_to_page(QPDFObjectHandle place) const {
        if (place.isDictionary()) place = place.getKey("/D");
        return place.isArray() && place.getArrayNItems() > 1 &&
               pages_.count(place.getArrayItem(0).getObjGen()) != 0;
    }

    void check_places() {
        if (!places_) return;
        places_->for_each([&](QPDFObjectHandle name, QPDFObjectHandle place) {
            report_.expect(name.isString() && leads_to_page(place), "ISO 32000-1 12.3.2",
                           "a named place is on no page");
        });
    }

    /// `where` ends the message.
    void check_target(QPDFObjectHandle target, const std::string& where) {
        if (target.isString() && places_) target = places_->find(target.getStringValue());
        if (target.isName() && old_places_.isDictionary())
            target = old_places_.getKey(target.getName());
        report_.expect(leads_to_page(target), "ISO 32000-1 12.3.2", "a link leads nowhere" + where);
    }

    void check_links() {
        std::size_t number = 0;
        for (auto& page : QPDFPageDocumentHelper(file_).getAllPages()) {
            const std::string where = " (page " + std::to_string(++number) + ")";
            QPDFObjectHandle all = page.getObjectHandle().getKey("/Annots");
            if (!all.isArray()) continue;
            for (QPDFObjectHandle link : all.getArrayAsVector())
                if (link.isDictionary()) check_link(link, where);
        }
    }

    void check_link(QPDFObjectHandle link, const std::string& where) {
        QPDFObjectHandle action = link.getKey("/A");
        if (link.hasKey("/Dest")) return check_target(link.getKey("/Dest"), where);
        report_.expect(action.isDictionary(), "ISO 32000-1 12.3.2", "a link leads nowhere" + where);
        if (!action.isDictionary()) return;
        if (action.getKey("/S").isNameAndEquals("/GoTo")) check_target(action.getKey("/D"), where);
        if (action.getKey("/S").isNameAndEquals("/URI"))
            report_.expect(
                action.getKey("/URI").isString() && !action.getKey("/URI").getStringValue().empty(),
                "ISO 32000-1 12.6.4.7", "a link has no address" + where);
    }

    /// Entries of one level name each other and the one above (ISO 32000-1 12.3.3).
    void check_outline(QPDFObjectHandle root) {
        std::vector<QPDFObjectHandle> open = {root};
        std::set<QPDFObjGen> seen = {root.getObjGen()};
        while (!open.empty()) {
            QPDFObjectHandle parent = open.back();
            open.pop_back();
            QPDFObjectHandle before = QPDFObjectHandle::newNull();
            for (QPDFObjectHandle entry = parent.getKey("/First"); entry.isDictionary();
                 entry = entry.getKey("/Next")) {
                const bool fresh = seen.insert(entry.getObjGen()).second;
                check_entry(entry, parent, before, fresh);
                if (!fresh) return;
                open.push_back(entry);
                before = entry;
            }
            report_.expect(parent.getKey("/Last").getObjGen() == before.getObjGen(),
                           "ISO 32000-1 12.3.3", "the last bookmark is another" + where(parent));
        }
    }

    void check_entry(QPDFObjectHandle entry, QPDFObjectHandle parent, QPDFObjectHandle before,
                     bool fresh) {
        report_.expect(fresh && entry.getKey("/Parent").getObjGen() == parent.getObjGen() &&
                           entry.getKey("/Prev").getObjGen() == before.getObjGen(),
                       "ISO 32000-1 12.3.3", "bookmarks do not name each other" + where(entry));
        report_.expect(entry.getKey("/Title").isString(), "ISO 32000-1 12.3.3",
                       "a bookmark has no title" + where(entry));
        if (entry.hasKey("/Dest")) check_target(entry.getKey("/Dest"), where(entry));
    }

    static std::string where(QPDFObjectHandle object) {
        return " (object " + std::to_string(object.getObjectID()) + ")";
    }

    QPDF& file_;
    Report& report_;
    std::set<QPDFObjGen> pages_;
    std::optional<NameTree> places_;
    QPDFObjectHandle old_places_;  ///< by names, as PDF 1.1 has them
};

}  // namespace

void check_navigation(QPDF& file, Report& report) {
    PageTreeCheck(report).count(file.getRoot().getKey("/Pages"), 0);
    NavigationCheck(file, report).run();
}

}  // namespace triptych::verify
