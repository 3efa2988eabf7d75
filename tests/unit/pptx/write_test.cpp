#include <doctest/doctest.h>

#include <map>
#include <set>

#include <pugixml.hpp>

#include "../../deck_samples.hpp"
#include "base/zip.hpp"
#include "deck/deck.hpp"
#include "pptx/write.hpp"

using namespace triptych;

namespace {

using Parts = std::map<std::string, std::string>;

doc::Book rich_book() {
    doc::Table table;
    table.columns.resize(2);
    const auto cell = [](std::string words) {
        return doc::Cell{{test::paragraph(std::move(words))}, false, {}};
    };
    table.head = {{{cell("Mois"), cell("Geste")}}};
    table.rows = {{{cell("Mars"), cell("Semer")}}, {{cell("Mai"), doc::Cell{}}}};
    auto second = test::page(
        "suite", "La suite",
        {test::heading("Calendrier", "suite--c"),
         {table, {}},
         test::heading("Code", "suite--k"),
         {doc::CodeBlock{"sh", "arroser.sh", "arroser --soir\n  && ranger", false, {}}, {}},
         test::heading("Avis", "suite--a"),
         {doc::Callout{doc::CalloutKind::danger, {test::paragraph("Ne pas marcher ici.")}}, {}},
         {doc::Paragraph{
              {{doc::Link{doc::PageRef{PageId{0}, "jardin--soir"}, test::text("voir")}, {}}}, {}},
          {}}});
    return test::book_of({test::pillars(), second});
}

Parts parts_of(const std::string& bytes) {
    Parts parts;
    const auto entries = unzip(bytes, std::size_t{64} << 20);
    REQUIRE(entries);
    for (const auto& entry : *entries) parts[entry.name] = entry.bytes;
    CHECK(parts.size() == entries->size());
    return parts;
}

std::string write(const doc::Book& book, bool fitted) {
    const test::Press press(book);
    Diagnostics diagnostics;
    auto deck = deck::split(press.book, {.detail = Detail::full});
    if (fitted) deck = deck::fit(std::move(deck), press.book, press.resources(), diagnostics);
    return pptx::write(deck, press.book, press.resources(), {0}, diagnostics);
}

pugi::xml_document parse(const std::string& bytes) {
    pugi::xml_document document;
    REQUIRE(
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata));
    return document;
}

/// The part that a relationship of `source` means by `target`.
std::string resolve(const std::string& source, const std::string& target) {
    const std::size_t slash = source.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : source.substr(0, slash + 1);
    return normal_path(folder + target).value_or("outside the package");
}

std::string source_of(const std::string& relationships) {
    const std::size_t at = relationships.find("_rels/");
    const std::string name = relationships.substr(at + 6);
    return relationships.substr(0, at) + name.substr(0, name.size() - 5);
}

std::vector<pugi::xml_node> all(const pugi::xml_node& root, const char* name) {
    std::vector<pugi::xml_node> found;
    for (const auto& match : root.select_nodes((std::string("//") + name).c_str()))
        found.push_back(match.node());
    return found;
}

std::string text_of(const pugi::xml_node& shape) {
    std::string text;
    for (const auto& match : shape.select_nodes(".//a:t")) text += match.node().text().get();
    return text;
}

std::string title_of(const Parts& parts, std::size_t slide) {
    const auto document = parse(parts.at("ppt/slides/slide" + std::to_string(slide) + ".xml"));
    for (const auto& shape : all(document, "p:sp")) {
        const std::string type =
            shape.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value();
        if (type == "title" || type == "ctrTitle") return text_of(shape);
    }
    return {};
}

}  // namespace

TEST_CASE("every part has a content type, every relationship a part, every part a relationship") {
    const auto parts = parts_of(write(rich_book(), false));
    const auto types = parse(parts.at("[Content_Types].xml"));
    std::set<std::string> typed, extensions, reached;
    for (const auto& node : all(types, "Override"))
        typed.insert(node.attribute("PartName").value());
    for (const auto& node : all(types, "Default"))
        extensions.insert(node.attribute("Extension").value());
    for (const auto& name : typed) CHECK(parts.count(name.substr(1)) == 1);
    for (const auto& part : parts) {
        const auto& name = part.first;
        if (name.find(".rels") == std::string::npos) continue;
        std::set<std::string> ids;
        const auto document = parse(part.second);
        for (const auto& node : all(document, "Relationship")) {
            CHECK(ids.insert(node.attribute("Id").value()).second);
            if (std::string(node.attribute("TargetMode").value()) == "External") continue;
            const auto target = resolve(source_of(name), node.attribute("Target").value());
            CHECK_MESSAGE(parts.count(target) == 1, name, " -> ", target);
            reached.insert(target);
        }
    }
    for (const auto& part : parts) {
        const auto& name = part.first;
        if (name == "[Content_Types].xml" || name.find(".rels") != std::string::npos) continue;
        const bool has_type =
            typed.count("/" + name) || extensions.count(name.substr(name.rfind('.') + 1));
        CHECK_MESSAGE(has_type, name);
        CHECK_MESSAGE(reached.count(name) == 1, name);
    }
}

TEST_CASE("every relationship that a part uses is there") {
    const auto parts = parts_of(write(rich_book(), false));
    for (const auto& [name, bytes] : parts) {
        if (name.rfind("ppt/slides/slide", 0) != 0) continue;
        const auto document = parse(bytes);
        const auto relationships =
            parse(parts.at("ppt/slides/_rels/" + name.substr(name.rfind('/') + 1) + ".rels"));
        std::set<std::string> known;
        for (const auto& node : all(relationships, "Relationship"))
            known.insert(node.attribute("Id").value());
        for (const auto& node : all(document, "a:hlinkClick"))
            CHECK(known.count(node.attribute("r:id").value()) == 1);
    }
}

TEST_CASE("titles stand in title placeholders with the author's number, and are unique") {
    const auto parts = parts_of(write(rich_book(), true));
    CHECK(title_of(parts, 1) == "Le jardin");
    CHECK(title_of(parts, 3) == "1. Arroser le soir");
    CHECK(title_of(parts, 4) == "2. Semer en ligne");
    std::set<std::string> titles;
    for (std::size_t i = 1; parts.count("ppt/slides/slide" + std::to_string(i) + ".xml"); ++i) {
        CHECK(!title_of(parts, i).empty());
        CHECK_MESSAGE(titles.insert(title_of(parts, i)).second, title_of(parts, i));
    }
}

TEST_CASE("addresses of links are valid URIs, links to slides lead to their part") {
    const auto parts = parts_of(write(rich_book(), true));
    CHECK(parts.at("ppt/slides/_rels/slide3.xml.rels")
              .find("Target=\"https://example.org/a%20b#c%23d\"") != std::string::npos);
    bool jumps = false;
    for (const auto& [name, bytes] : parts)
        jumps = jumps || bytes.find("ppaction://hlinksldjump") != std::string::npos;
    CHECK(jumps);
}

TEST_CASE("shape ids are unique, runs have a language, text bodies a paragraph") {
    const auto parts = parts_of(write(rich_book(), true));
    for (const auto& [name, bytes] : parts) {
        if (name.rfind("ppt/", 0) != 0 || name.find(".xml") == std::string::npos) continue;
        const auto document = parse(bytes);
        std::set<std::string> ids;
        for (const auto& node : all(document, "p:cNvPr")) {
            CHECK(ids.insert(node.attribute("id").value()).second);
            CHECK(node.attribute("id").as_uint() > 0);
        }
        for (const auto& node : all(document, "a:r"))
            CHECK(std::string(node.child("a:rPr").attribute("lang").value()) == "fr-FR");
        for (const auto& node : all(document, "p:txBody")) CHECK(node.child("a:p"));
        for (const auto& node : all(document, "a:txBody")) CHECK(node.child("a:p"));
    }
}

TEST_CASE("a table is native, with a header row and as many cells as columns") {
    const auto parts = parts_of(write(rich_book(), true));
    std::size_t tables = 0;
    for (const auto& [name, bytes] : parts) {
        if (name.rfind("ppt/slides/slide", 0) != 0) continue;
        const auto document = parse(bytes);
        for (const auto& table : all(document, "a:tbl")) {
            ++tables;
            CHECK(std::string(table.child("a:tblPr").attribute("firstRow").value()) == "1");
            for (const auto& row : table.children("a:tr"))
                CHECK(std::distance(row.children("a:tc").begin(), row.children("a:tc").end()) == 2);
        }
    }
    CHECK(tables == 1);
}

TEST_CASE("signs of lists bring their font along, which a template may have another for") {
    doc::List tasks = test::list({"Semer", "Arroser"});
    tasks.items[0].task = doc::TaskState::done;
    tasks.items[1].task = doc::TaskState::open;
    const auto parts =
        parts_of(write(test::book_of({test::page(
                           "jardin", "Le jardin",
                           {test::heading("À faire", "jardin--a"), {std::move(tasks), {}}})}),
                       true));
    std::string signs;
    for (const auto& [name, bytes] : parts) {
        if (name.rfind("ppt/slides/slide", 0) != 0) continue;
        const auto document = parse(bytes);
        for (const auto& sign : all(document, "a:buChar")) {
            signs += sign.attribute("char").value();
            CHECK(std::string(sign.previous_sibling().name()) == "a:buFont");
        }
    }
    CHECK(signs == "☑☐");
}

TEST_CASE("notes hold the whole text of the section") {
    const auto parts = parts_of(write(rich_book(), true));
    const auto notes = parse(parts.at("ppt/notesSlides/notesSlide3.xml"));
    const std::string text = text_of(notes);
    for (const char* words :
         {"L’eau du soir", "le cycle de l’eau", "Ce que cela implique", "Du paillage"})
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

TEST_CASE("notes have one size for every reader: in their style and in their placeholder") {
    const auto master =
        parse(parts_of(write(rich_book(), true)).at("ppt/notesMasters/notesMaster1.xml"));
    for (const char* place : {"//p:notesStyle", "//p:sp[.//p:ph/@type='body']//a:lstStyle"})
        for (const char* level : {"/a:lvl1pPr", "/a:lvl2pPr"}) {
            const auto look =
                master.select_node((place + std::string(level) + "/a:defRPr").c_str());
            CHECK_MESSAGE(look.node().attribute("sz").value() == std::string("1200"), place);
        }
}

TEST_CASE("the same deck gives the same bytes, and no date of its own") {
    const auto book = rich_book();
    CHECK(write(book, true) == write(book, true));
    const auto parts = parts_of(write(book, true));
    CHECK(parts.at("docProps/core.xml").find("1970-01-01T00:00:00Z") != std::string::npos);
}
