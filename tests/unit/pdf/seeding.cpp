#include "seeding.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "verify/verify.hpp"

namespace triptych::sample {

using namespace pages;

namespace {

/// Heads of columns and of a row, and a cell two columns wide.
void fill_table(Maker& maker, ElementId table) {
    const ElementId head = maker.element(Tag::table_row, table);
    maker.text(maker.element(Tag::table_header, head), 30, 130, "Nom");
    maker.text(maker.element(Tag::table_header, head), 90, 130, "Valeur");
    const ElementId row = maker.element(Tag::table_row, table);
    const ElementId name = maker.element(Tag::table_header, row);
    maker.at(name).scope = Scope::row;
    maker.text(name, 30, 140, "Taille");
    maker.text(maker.element(Tag::table_data, row), 90, 140, "12");
    const ElementId wide = maker.element(Tag::table_data, maker.element(Tag::table_row, table));
    maker.at(wide).column_span = 2;
    maker.text(wide, 30, 148, "Total");
}

}  // namespace

void fill(Maker& maker) {
    maker.page();
    const ElementId section = maker.element(Tag::section);
    const ElementId aside = maker.element(Tag::aside, section);
    maker.text(maker.element(Tag::heading1, section), 30, 50, "Titre");
    maker.text(maker.element(Tag::heading2, section), 30, 70, "Sous-titre");
    const ElementId paragraph = maker.element(Tag::paragraph, section);
    const ElementId link = maker.element(Tag::link, paragraph);
    maker.text(paragraph, 30, 90, "Un lien ");
    maker.text(link, 80, 90, "ici");
    maker.item(link, 80, 80,
               LinkArea{{Length::points(20), Length::points(10)}, "", "https://a.b/", "Le lien"});
    const ElementId list = maker.element(Tag::list, section);
    const ElementId item = maker.element(Tag::list_item, list);
    maker.text(maker.element(Tag::label, item), 30, 110, "1. ");
    maker.text(maker.element(Tag::list_body, item), 40, 110, "Corps");
    fill_table(maker, maker.element(Tag::table, section));
    const ElementId figure = maker.element(Tag::figure, section);
    maker.at(figure).alternative = "Un carré";
    maker.item(figure, 30, 150, box(20, 20, Colour{200, 0, 0}, {}));
    maker.text(maker.element(Tag::note, section), 30, 190, "Une note");
    maker.text(aside, 30, 210, "Un encadré");
    maker.text(ElementId::pagination_artifact, 30, 580, "1");
}

bool finds(const std::string& file, std::string_view clause) {
    const auto violations = verify::verify(file);
    return std::any_of(violations.begin(), violations.end(),
                       [&](const auto& violation) { return violation.clause == clause; });
}

std::string seeded(std::string file, std::string_view from, std::string_view to) {
    REQUIRE(from.size() == to.size());
    const std::size_t at = file.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, std::string(from));
    return file.replace(at, from.size(), to);
}

std::string file_with(const std::string& object, const std::string& page) {
    std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", table = "0000000000 65535 f \n";
    int number = 0;
    for (const std::string& body :
         {std::string("<</Type/Catalog/Pages 2 0 R>>"),
          std::string("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]" + page + ">>", object}) {
        const std::string at = std::to_string(out.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        out += std::to_string(++number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    return out + "xref\n0 5\n" + table + "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" + start +
           "\n%%EOF\n";
}

}  // namespace triptych::sample
