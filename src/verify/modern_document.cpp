#include <cctype>
#include <optional>

#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/destinations.hpp"
#include "verify/tree.hpp"

/// What PDF/UA-2 and PDF/A-4 ask of the document beside its tree: places that links lead to, files
/// inside.
namespace triptych::verify {

namespace {

/// Structure destinations (ISO 32000-2 12.3.2.3): links and bookmarks lead to elements, and to
/// pages for readers that know none.
class StructureDestinations {
public:
    StructureDestinations(QPDF& file, Report& report)
        : file_(file), report_(report), destinations_(file) {}

    void run() {
        std::size_t number = 0;
        for (auto& page : QPDFPageDocumentHelper(file_).getAllPages()) {
            const std::string where = " (page " + std::to_string(++number) + ")";
            QPDFObjectHandle all = page.getObjectHandle().getKey("/Annots");
            if (!all.isArray()) continue;
            for (QPDFObjectHandle one : all.getArrayAsVector())
                if (one.isDictionary()) check_holder(one, "a link", where);
        }
        check_outline(file_.getRoot().getKey("/Outlines"));
        QPDFObjectHandle open = file_.getRoot().getKey("/OpenAction");
        if (open.isArray()) check_place(open, "the file opens at a place that", "");
        if (open.isDictionary()) check_action(open, "the opening", "");
    }

private:
    static bool is_element(QPDFObjectHandle place) {
        if (!place.isArray() || place.getArrayNItems() < 1) return false;
        QPDFObjectHandle first = place.getArrayItem(0);
        return first.isDictionary() && first.hasKey("/S") && first.hasKey("/P");
    }

    void check_place(QPDFObjectHandle place, const std::string& what, const std::string& where) {
        place = destinations_.named(place);
        if (place.isNull()) return;  // a link that leads nowhere is told elsewhere
        bool leads = is_element(place);
        if (place.isDictionary()) {
            leads = is_element(place.getKey("/SD"));
            report_.expect(!place.hasKey("/SD") || place.getKey("/D").isArray(),
                           "ISO 32000-2 12.3.2.4",
                           what + " names an element without a page" + where);
        }
        report_.expect(leads, "ISO 14289-2 8.8", what + " leads to no element" + where);
    }

    void check_action(QPDFObjectHandle action, const std::string& what, const std::string& where) {
        if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/GoTo")) return;
        QPDFObjectHandle structure = action.getKey("/SD");
        if (structure.isNull()) return check_place(action.getKey("/D"), what, where);
        report_.expect(is_element(destinations_.named(structure)), "ISO 14289-2 8.8",
                       what + " leads to no element" + where);
        report_.expect(action.hasKey("/D"), "ISO 32000-2 12.6.4.2",
                       what + " names an element without a page" + where);
    }

    void check_holder(QPDFObjectHandle holder, const std::string& what, const std::string& where) {
        if (holder.hasKey("/Dest")) check_place(holder.getKey("/Dest"), what, where);
        check_action(holder.getKey("/A"), what, where);
    }

    void check_outline(QPDFObjectHandle root) {
        std::vector<QPDFObjectHandle> open;
        std::set<QPDFObjGen> seen;
        if (root.isDictionary()) open.push_back(root.getKey("/First"));
        while (!open.empty()) {
            QPDFObjectHandle entry = open.back();
            open.pop_back();
            if (!entry.isDictionary() || !seen.insert(entry.getObjGen()).second) continue;
            check_holder(entry, "a bookmark", place_of(entry));
            open.push_back(entry.getKey("/Next"));
            open.push_back(entry.getKey("/First"));
        }
    }

    QPDF& file_;
    Report& report_;
    Destinations destinations_;
};

bool is_media_type(const std::string& name) {
    const std::size_t slash = name.find('/');
    if (slash == std::string::npos || slash == 0 || slash + 1 == name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (i != slash && std::isalnum(c) == 0 &&
            std::string("-_+.").find(name[i]) == std::string::npos)
            return false;
    }
    return true;
}

/// Embedded files (ISO 19005-4 6.9, ISO 14289-2 8.14.1).
class FilesInside {
public:
    FilesInside(QPDF& file, Report& report) : file_(file), report_(report) {
        QPDFObjectHandle names = file.getRoot().getKey("/Names");
        if (names.isDictionary() && names.getKey("/EmbeddedFiles").isDictionary())
            for (const auto& [name, value] :
                 QPDFNameTreeObjectHelper(names.getKey("/EmbeddedFiles"), file, false).getAsMap())
                listed_.insert(QPDFObjectHandle(value).getObjectID());
    }

    /// Whether there are any.
    bool run() {
        for (QPDFObjectHandle object : file_.getAllObjects()) {
            if (object.isStream()) check_associated(object.getDict());
            if (!object.isDictionary()) continue;
            check_associated(object);
            if (object.getKey("/EF").isDictionary()) check_file(object);
        }
        return !listed_.empty();
    }

private:
    void check_file(QPDFObjectHandle file) {
        const std::string place = place_of(file);
        const auto expect = [&](bool holds, const char* clause, const std::string& message) {
            report_.expect(holds, clause, message + place);
        };
        expect(file.getKey("/F").isString() && file.getKey("/UF").isString(), "ISO 19005-4 6.9",
               "a file inside has no name");
        expect(file.getKey("/AFRelationship").isName(), "ISO 19005-4 6.9",
               "a file inside does not say what it is to the document");
        if (listed_.count(file.getObjectID()) != 0)
            expect(!text_entry(file, "/Desc").empty(), "ISO 14289-2 8.14.1",
                   "a file inside has no description");
        for (const auto& [key, value] : file.getKey("/EF").getDictAsMap()) {
            QPDFObjectHandle stream = value;
            QPDFObjectHandle type = stream.isStream() ? stream.getDict().getKey("/Subtype")
                                                      : QPDFObjectHandle::newNull();
            expect(type.isName() && is_media_type(type.getName().substr(1)), "ISO 19005-4 6.9",
                   "a file inside has no media type");
        }
    }

    /// Readers look for files in the name tree.
    void check_associated(QPDFObjectHandle holder) {
        QPDFObjectHandle files = holder.getKey("/AF");
        std::vector<QPDFObjectHandle> all;
        if (files.isArray()) all = files.getArrayAsVector();
        if (files.isDictionary()) all.push_back(files);
        for (QPDFObjectHandle file : all)
            report_.expect(listed_.count(file.getObjectID()) != 0 ||
                               (file.isDictionary() && !file.hasKey("/EF")),
                           "ISO 32000-2 14.13",
                           "an associated file is not listed" + place_of(file));
    }

    QPDF& file_;
    Report& report_;
    std::set<Number> listed_;
};

void check_version(QPDF& file, Report& report) {
    QPDFObjectHandle root = file.getRoot(), version = root.getKey("/Version");
    report.expect(version.isNull() || (version.isName() && starts_with(version.getName(), "/2.")),
                  "ISO 19005-4 6.1.12", "the catalogue names another version than 2.n");
    QPDFObjectHandle trailer = file.getTrailer();
    report.expect(!trailer.hasKey("/Info") || root.hasKey("/PieceInfo"), "ISO 19005-4 6.1.3",
                  "the trailer has an information dictionary");
    QPDFObjectHandle intents = root.getKey("/OutputIntents");
    for (int i = 0; intents.isArray() && i < intents.getArrayNItems(); ++i)
        report.expect(!intents.getArrayItem(i).isDictionary() ||
                          !intents.getArrayItem(i).hasKey("/DestOutputProfileRef"),
                      "ISO 19005-4 6.2.3", "an output intent refers to a profile elsewhere");
}

}  // namespace

bool check_modern_document(QPDF& file, Report& report) {
    check_version(file, report);
    StructureDestinations(file, report).run();
    return FilesInside(file, report).run();
}

}  // namespace triptych::verify
