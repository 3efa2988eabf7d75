#include <doctest/doctest.h>

#include <algorithm>

#include "../../typesetting_fixture.hpp"
#include "typeset/flow/notes.hpp"
#include "typeset/galley.hpp"

using namespace triptych;
using namespace triptych::test;
using typeset::Galley;
using typeset::Row;

namespace {

constexpr Length measure = Length::points(300);

/// Blocks set in the booklet's look, with the structure they made.
struct Setting {
    Press press;
    typeset::Structure structure{pages::Tag::section};
    typeset::Resources resources;
    typeset::Context context;

    explicit Setting(doc::Book book = {}, std::map<std::string, std::string> pictures = {})
        : press(std::move(book), std::move(pictures)),
          resources(press.resources()),
          context{{.resources = resources,
                   .book = press.book,
                   .structure = structure,
                   .diagnostics = press.diagnostics,
                   .language = "fr",
                   .grid = press.sheet.booklet.page.baseline,
                   .page_height = Length::points(459)},
                  press.sheet.booklet.medium} {}

    Galley set(const doc::Blocks& blocks) {
        return typeset::set_blocks(blocks, measure, structure.root(), context);
    }
    std::vector<pages::Element> elements() { return structure.take(); }
};

std::string text_of(const std::vector<pages::Item>& items) {
    std::string text;
    for (const pages::Item& item : items) {
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) text += run->text;
    }
    return text;
}

std::size_t count(const std::vector<pages::Element>& elements, pages::Tag tag) {
    return static_cast<std::size_t>(
        std::count_if(elements.begin(), elements.end(),
                      [&](const pages::Element& element) { return element.tag == tag; }));
}

std::vector<std::int32_t> penalties(const Galley& galley) {
    std::vector<std::int32_t> result;
    for (const Row& row : galley.rows) result.push_back(row.break_penalty);
    return result;
}

doc::Table small_table() {
    doc::Table table;
    table.columns.resize(2);
    const auto cell = [](std::string words) {
        return doc::Cell{{paragraph(std::move(words))}, false, {}};
    };
    table.head = {{{cell("Nom"), cell("Rôle")}}};
    table.rows = {{{cell("Ada"), cell("Développeuse")}},
                  {{cell("Grace"), cell("Amirale")}},
                  {{cell("Alan"), cell("Logicien")}}};
    return table;
}

}  // namespace

TEST_CASE("nothing sets to nothing") {
    Setting setting;
    CHECK(setting.set({}).rows.empty());
    CHECK(setting.set({}).height() == Length{});
}

TEST_CASE("a paragraph leaves neither widow nor orphan") {
    Setting setting;
    const Galley galley = setting.set({paragraph(sentences(12))});
    REQUIRE(galley.rows.size() > 4);
    CHECK(galley.rows[1].break_penalty == Row::never);
    CHECK(galley.rows[2].break_penalty < Row::never);
    CHECK(galley.rows.back().break_penalty == Row::never);
}

TEST_CASE("a heading keeps two lines, a lead-in its list") {
    Setting setting;
    const Galley galley = setting.set({heading("Titre", "t"),
                                       paragraph("Il faut :", doc::ParagraphRole::lead_in),
                                       {list({"un", "deux", "trois"}), {}}});
    const auto cost = penalties(galley);
    REQUIRE(cost.size() == 5);
    CHECK(cost[1] == Row::never);
    CHECK(cost[2] == Row::never);
    CHECK(cost[4] < Row::never);
    CHECK(galley.rows[0].anchors == std::vector<std::string>{"t"});
}

TEST_CASE("the title of a chapter keeps four lines, that of a page under it two") {
    Setting setting;
    doc::Page page;
    page.id = "page";
    page.title = text("Titre");
    for (int i = 0; i < 6; ++i) page.body.push_back(paragraph("Une ligne."));
    const auto parted = [&](style::Role title) {
        const Galley galley = typeset::set_page(page, {{}, title}, measure,
                                                setting.structure.root(), setting.context);
        return std::count_if(galley.rows.begin() + 1, galley.rows.end(),
                             [](const Row& row) { return row.break_penalty < Row::never; });
    };
    CHECK(parted(style::Role::title) == 2);
    CHECK(parted(style::Role::subpage_title) == 4);
}

TEST_CASE("an author's number stands before the title on one base line") {
    Setting setting;
    doc::Heading numbered{3, 3, "h", "1.", text("Une équipe")};
    const Galley galley = setting.set({{numbered, {}}});
    REQUIRE(galley.rows.size() == 1);
    CHECK(text_of(galley.rows[0].items) == "1 Une équipe");
    const auto& items = galley.rows[0].items;
    CHECK(items.front().at.y == items.back().at.y);
    CHECK(count(setting.elements(), pages::Tag::heading3) == 1);
}

TEST_CASE("the rule over a tab keeps its title on the grid, as far away wherever it stands") {
    Setting setting;
    doc::Tabs tabs;
    for (const char* title : {"Un", "Deux"})
        tabs.tabs.push_back({text(title), {paragraph("Texte.")}, title, {}});
    const Galley galley = setting.set({paragraph("Avant."), {tabs, {}}});
    REQUIRE(galley.rows.size() == 7);
    typeset::Stack stack(galley, 0);
    while (stack.next() < 6) {
        const std::size_t row = stack.next();
        stack.push();
        if (row == 2 || row == 5) CHECK(stack.snapped() == Length{});
    }
}

TEST_CASE("text returns to the grid whatever stands between") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::warning, {paragraph(sentences(2))}};
    const Galley galley = setting.set(
        {paragraph(sentences(2)), {callout, {}}, heading("T", "t", 3), paragraph(sentences(2))});
    typeset::Stack stack(galley, 0);
    const std::int64_t grid = setting.context.grid.units;
    REQUIRE(grid > 0);
    for (const Row& row : galley.rows) {
        const Length top = stack.push();
        if (row.snap == typeset::Snap::grid) CHECK(top.units % grid == 0);
    }
}

TEST_CASE("a heading is as near to its text whatever stands above") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::info, {paragraph("Un mot.")}};
    const auto distance = [&](const doc::Blocks& blocks) {
        const Galley galley = setting.set(blocks);
        typeset::Stack stack(galley, 0);
        Length above;
        for (std::size_t i = 0; i + 1 < galley.rows.size(); ++i) above = stack.push();
        return stack.push() - above;
    };
    for (std::uint8_t level = 2; level <= 4; ++level) {
        const doc::Block title = heading("Titre", "t", level);
        CHECK(distance({{callout, {}}, title, paragraph("Suite.")}) ==
              distance({paragraph("Un mot."), title, paragraph("Suite.")}));
    }
}

TEST_CASE("paragraphs in a callout are as far apart as outside") {
    Setting setting;
    const doc::Blocks two = {paragraph("Un mot."), paragraph("Suite.")};
    const Galley boxed = setting.set({{doc::Callout{doc::CalloutKind::info, two}, {}}});
    const Galley plain = setting.set(two);
    CHECK(boxed.rows.back().space_before == plain.rows.back().space_before);
}

TEST_CASE("a table is parted neither behind its first row nor in front of its last") {
    Setting setting;
    doc::Table table = small_table();
    while (table.rows.size() < 5) table.rows.push_back(table.rows.back());
    const auto cost = penalties(setting.set({{table, {}}}));
    REQUIRE(cost.size() == 6);
    for (const std::size_t alone : {2, 5}) {
        CHECK(cost[alone] > cost[3]);
        CHECK(cost[alone] < Row::never);
    }
    for (doc::Cell& cell : table.rows[0].cells) cell.body.assign(5, paragraph("Un mot."));
    const auto behind_high_row = penalties(setting.set({{table, {}}}));
    CHECK(behind_high_row[2] == behind_high_row[3]);
}

TEST_CASE("a line under a heading keeps another line, but may be parted from boxes and titles") {
    Setting setting;
    const auto cost_behind_line = [&](const doc::Block& block) {
        const Galley galley = setting.set({heading("Titre", "t"), paragraph("Un mot."), block});
        CHECK(galley.rows[1].break_penalty == Row::never);
        return galley.rows[2].break_penalty;
    };
    CHECK(cost_behind_line(paragraph("Suite.")) == Row::never);
    const doc::Block callout{doc::Callout{doc::CalloutKind::info, {paragraph("Un mot.")}}, {}};
    for (const doc::Block& block : {callout, heading("Suite", "s")}) {
        CHECK(cost_behind_line(block) > 0);
        CHECK(cost_behind_line(block) < Row::never);
    }
}

TEST_CASE("an ornament stands between two texts only") {
    Setting setting;
    const doc::Block ornament{doc::ThematicBreak{}, {}};
    const auto rows = [&](const doc::Blocks& blocks) { return setting.set(blocks).rows.size(); };
    CHECK(rows({paragraph("Un."), ornament, paragraph("Deux.")}) == 3);
    CHECK(rows({paragraph("Un."), ornament, heading("Deux", "d")}) == 2);
    CHECK(rows({ornament, paragraph("Un."), ornament, ornament}) == 1);
}

TEST_CASE("a list has labels, bodies and a numbering") {
    Setting setting;
    doc::List tasks = list({"fait", "pas fait"});
    tasks.items[0].task = doc::TaskState::done;
    tasks.items[1].task = doc::TaskState::open;
    const Galley galley = setting.set({{list({"un", "deux"}, true), {}}, {tasks, {}}});
    CHECK(text_of(galley.rows[1].items) == "2. deux");
    CHECK(text_of(galley.rows[2].items) == "fait");
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::label) == 4);
    CHECK(count(elements, pages::Tag::list_body) == 4);
    CHECK(elements[1].numbering == pages::ListNumbering::decimal);
    const auto done = std::find_if(elements.begin(), elements.end(), [](const auto& element) {
        return element.actual_text == "Fait";
    });
    CHECK(done != elements.end());
}

TEST_CASE("numbers of a list widen its indent together") {
    Setting setting;
    doc::List numbers = list({"a", "b"}, true);
    numbers.start = 99999;
    const Galley galley = setting.set({{numbers, {}}});
    CHECK(galley.rows[0].items.back().at.x == galley.rows[1].items.back().at.x);
}

TEST_CASE("a page turn rather follows the first item of a list than precedes its last") {
    Setting setting;
    const Galley galley = setting.set({{list({"Un", "Deux", "Trois", "Quatre"}), {}}});
    REQUIRE(galley.rows.size() == 4);
    CHECK(galley.rows[2].break_penalty < galley.rows[1].break_penalty);
    CHECK(galley.rows[1].break_penalty < galley.rows[3].break_penalty);
    CHECK(galley.rows[3].break_penalty < Row::never);
}

TEST_CASE("a link card carries a code where the layout asks for one") {
    doc::LinkCard card;
    card.kind = doc::LinkCardKind::web;
    card.target = doc::Url{"https://exemple.fr/une/page"};
    card.title = text("Une page");
    Setting setting;
    const Galley plain = setting.set({{card, {}}});
    setting.context.link_codes = true;
    const Galley coded = setting.set({{card, {}}});
    CHECK(coded.height() > plain.height());
    CHECK(coded.height() > Length::millimetres(18));
    for (std::size_t i = 1; i < coded.rows.size(); ++i)
        CHECK(coded.rows[i].break_penalty == Row::never);
}

TEST_CASE("a table in an item has space below it, whatever follows") {
    Setting setting;
    doc::List rows = list({"Un", "Deux"});
    rows.items[0].body.push_back({small_table(), {}});
    const Galley galley = setting.set({{rows, {}}});
    CHECK(galley.rows.back().space_before.units > 0);
    CHECK(setting.set({{list({"Un", "Deux"}), {}}}).rows.back().space_before.units == 0);
}

TEST_CASE("bullets look different in lists in lists, and begin anew in cells and notes") {
    Setting setting;
    doc::List outer = list({"Un"});
    outer.items[0].body.push_back({list({"Deux"}), {}});
    const Galley nested = setting.set({{outer, {}}});
    CHECK(text_of(nested.rows.at(0).items) == "• Un");
    CHECK(text_of(nested.rows.at(1).items) == "– Deux");
    doc::Table table = small_table();
    table.rows[0].cells[0].body = {{list({"Un"}), {}}};
    std::string shown;
    for (const Row& row : setting.set({{table, {}}}).rows) shown += text_of(row.items);
    CHECK(shown.find("• Un") != std::string::npos);
}

TEST_CASE("an empty list item still shows its bullet") {
    Setting setting;
    doc::List empty;
    empty.items.resize(1);
    CHECK(text_of(setting.set({{empty, {}}}).rows.at(0).items) == "• ");
}

TEST_CASE("a callout says its kind in words and stays whole when short") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::danger, {paragraph("Attention à la marche.")}};
    const Galley galley = setting.set({{callout, {}}});
    CHECK(text_of(galley.rows[0].items) == "Danger");
    CHECK(galley.rows[1].break_penalty == Row::never);
    CHECK(galley.frames.size() == 1);
    CHECK(count(setting.elements(), pages::Tag::aside) == 1);
}

TEST_CASE("a line that leads further stays with what it follows") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::info, {paragraph("Pour aller plus loin : le guide.")}};
    const Galley galley = setting.set({paragraph("Ceci."), {callout, {}}, paragraph("Cela.")});
    REQUIRE(galley.rows.size() == 3);
    CHECK(galley.rows[1].break_penalty > galley.rows[2].break_penalty);
    // Rather a page with ten lines less.
    CHECK(galley.rows[1].break_penalty > 12 * 10 * 10);
}

TEST_CASE("a section rather ends with more than a line on top of a page") {
    Setting setting;
    const auto cost_of = [&](std::string last, doc::Block next) {
        const Galley galley = setting.set({paragraph("Ceci."), paragraph(std::move(last)), next});
        REQUIRE(galley.rows.size() > 2);
        return galley.rows[1].break_penalty;
    };
    CHECK(cost_of("Cela.", heading("Titre", "t")) > 0);
    CHECK(cost_of("Cela.", paragraph("Et encore.")) == 0);
    CHECK(cost_of(sentences(12), heading("Titre", "t")) == 0);
    CHECK(setting.set({heading("Un", "u"), heading("Deux", "d")}).rows[1].break_penalty ==
          Row::never);
}

TEST_CASE("a list stays near to the line that introduces it") {
    Setting setting;
    const auto is_attached = [&](std::string words) {
        const Galley galley =
            setting.set({paragraph(std::move(words)), {list({"Un", "Deux", "Trois"}), {}}});
        return galley.rows.at(1).attached;
    };
    CHECK(is_attached("Indicateurs"));
    CHECK_FALSE(is_attached("Ceci est dit."));
}

TEST_CASE("a long callout may be broken, but not at its ends") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::info, {paragraph(sentences(20))}};
    const Galley galley = setting.set({{callout, {}}});
    const auto cost = penalties(galley);
    REQUIRE(cost.size() > 10);
    CHECK(cost[2] == Row::never);
    CHECK(cost[5] < Row::never);
    CHECK(cost.back() == Row::never);
}

TEST_CASE("a frame is closed and reopened where a page ends") {
    Setting setting;
    doc::Callout callout{doc::CalloutKind::info, {paragraph(sentences(20))}};
    const Galley galley = setting.set({{callout, {}}});
    const auto grounds = [&](std::size_t begin, std::size_t end) {
        std::vector<pages::Item> items;
        typeset::place(galley, begin, end, {}, items);
        return std::count_if(items.begin(), items.end(), [](const pages::Item& item) {
            return std::holds_alternative<pages::Path>(item.content) && item.at.y == Length{};
        });
    };
    CHECK(grounds(0, 5) > 0);
    CHECK(grounds(5, galley.rows.size()) > 0);
}

TEST_CASE("code wraps at the measure with a sign that is not part of the text") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "int main() {\n" + std::string(150, 'x') + "\n\n}";
    code.line_numbers = true;
    const Galley galley = setting.set({{code, {}}});
    CHECK(galley.rows.size() > 5);
    for (const Row& row : galley.rows) {
        for (const pages::Item& item : row.items) {
            const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            if (run == nullptr) continue;
            std::int64_t width = item.at.x.units;
            for (const pages::Glyph& glyph : run->glyphs) width += glyph.advance;
            CHECK(width <= measure.units);
            const bool sign = run->text.find("↪") != std::string::npos;
            if (sign) CHECK(pages::is_artifact(item.element));
        }
    }
}

TEST_CASE("a table has head cells with scope and repeats its head") {
    Setting setting;
    const Galley galley = setting.set({{small_table(), {}}});
    REQUIRE(galley.rows.size() == 4);
    CHECK(galley.rows[1].break_penalty == Row::never);
    CHECK_FALSE(galley.rows[1].repeated);
    REQUIRE(galley.rows[2].repeated);
    for (const Row& head : *galley.rows[2].repeated) {
        for (const pages::Item& item : head.items) CHECK(pages::is_artifact(item.element));
    }
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::table_header) == 2);
    CHECK(count(elements, pages::Tag::table_data) == 6);
    const auto head = std::find_if(elements.begin(), elements.end(), [](const auto& element) {
        return element.tag == pages::Tag::table_header;
    });
    CHECK(head->scope == pages::Scope::column);
}

TEST_CASE("a head without words is not printed") {
    Setting setting;
    doc::Table table = small_table();
    for (doc::Cell& cell : table.head[0].cells) cell.body.clear();
    CHECK(setting.set({{table, {}}}).rows.size() == 3);
}

TEST_CASE("a table row higher than a page falls apart into lines") {
    Setting setting;
    doc::Table table = small_table();
    table.rows[0].cells[1].body = {paragraph(sentences(200))};
    const Galley galley = setting.set({{table, {}}});
    CHECK(galley.rows.size() > 20);
    for (const Row& row : galley.rows) CHECK(row.height < Length::points(100));
}

namespace {

doc::Table table_of(std::size_t columns, std::size_t rows, const std::string& text) {
    doc::Table table;
    table.columns.resize(columns);
    doc::Row row;
    for (std::size_t i = 0; i < columns; ++i) row.cells.push_back({{paragraph(text)}, false, {}});
    table.head = {row};
    table.rows.assign(rows, row);
    return table;
}

}  // namespace

TEST_CASE("a table that is nearly too wide is set in smaller type, never under seven points") {
    Setting setting;
    const Galley galley = setting.set({{table_of(4, 1, "accompagnement"), {}}});
    REQUIRE(galley.rows.size() == 2);
    for (const pages::Item& item : galley.rows[1].items) {
        const auto* run = std::get_if<pages::GlyphRun>(&item.content);
        if (run == nullptr) continue;
        CHECK(run->size >= Length::points(7));
        CHECK(run->size < Length::points(8.75));
        CHECK(item.at.x < measure);
    }
}

TEST_CASE("a table too wide for the page lies across pages of its own, its head on each") {
    Setting setting;
    const Galley galley = setting.set({{table_of(6, 40, "accompagnement"), {}}});
    REQUIRE(galley.rows.size() > 1);
    for (const Row& page : galley.rows) {
        CHECK(page.fills_page);
        CHECK(page.height == setting.context.page_height);
        CHECK(text_of(page.items).substr(0, 28) == "accompagnementaccompagnement");
        for (const pages::Item& item : page.items) {
            CHECK(item.orientation == pages::Orientation::turned);
            CHECK(item.at.x < measure);
            CHECK(item.at.y <= page.height);
        }
    }
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::table) == 1);
    CHECK(count(elements, pages::Tag::table_header) == 6);
}

TEST_CASE("a table too wide for any page, or in a box, becomes a record a row") {
    Setting setting;
    setting.set({{table_of(20, 2, "accompagnement"), {}}});
    setting.set({{doc::Quote{{{table_of(8, 3, "accompagnement"), {}}}}, {}}});
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::table) == 2 + 3);
    CHECK(count(elements, pages::Tag::table_row) == 2 * 20 + 3 * 8);
    const auto name = std::find_if(elements.begin(), elements.end(), [](const auto& element) {
        return element.tag == pages::Tag::table_header;
    });
    CHECK(name->scope == pages::Scope::row);
}

TEST_CASE("a picture that can't be read becomes a box with words") {
    doc::Book book;
    book.media.push_back({"assets/absent.png", doc::MediaKind::picture});
    Setting setting(std::move(book));
    doc::Figure figure;
    figure.pictures.push_back({});
    figure.pictures[0].alternative = "Un schéma";
    const Galley galley = setting.set({{figure, {}}});
    REQUIRE_FALSE(galley.rows.empty());
    CHECK(text_of(galley.rows[0].items).find("Un schéma") != std::string::npos);
}

TEST_CASE("blocks inside blocks keep everything") {
    Setting setting;
    doc::Tabs tabs;
    tabs.tabs.push_back({text("Premier"), {paragraph("un")}, "tab-1", {}});
    tabs.tabs.push_back({text("Second"), {paragraph("deux")}, "tab-2", {}});
    doc::Steps steps;
    steps.steps.push_back({text("Étape"), {{tabs, {}}}, "step-1", {}});
    doc::Details details{text("Plus"), {{steps, {}}}, "plus"};
    const Galley galley = setting.set({{details, {}}});
    std::string all;
    std::vector<std::string> anchors;
    for (const Row& row : galley.rows) {
        all += text_of(row.items) + "|";
        anchors.insert(anchors.end(), row.anchors.begin(), row.anchors.end());
    }
    CHECK(all.find("Plus|1 Étape|") != std::string::npos);
    CHECK(all.find("Premier|un|") != std::string::npos);
    CHECK(all.find("Second|deux|") != std::string::npos);
    CHECK(anchors == std::vector<std::string>{"plus", "step-1", "tab-1", "tab-2"});
}

TEST_CASE("cards stand two by two with their boxes level") {
    Setting setting;
    doc::Cards cards;
    for (const char* title : {"Un", "Deux", "Trois"}) {
        doc::Card card;
        card.title = text(title);
        card.body = {paragraph("Texte")};
        cards.cards.push_back(card);
    }
    const Galley galley = setting.set({{cards, {}}});
    CHECK(galley.rows.size() == 2);
    CHECK(text_of(galley.rows[0].items) == "UnTexteDeuxTexte");
}

TEST_CASE("a note carries its number and its id") {
    Setting setting;
    setting.context.note_prefix = "page.note-";
    doc::Note note;
    note.body = {paragraph("beta.gouv.fr")};
    const Galley galley =
        typeset::set_note(note, 2, measure, setting.structure.root(), setting.context);
    CHECK(text_of(galley.rows.at(0).items) == "3. beta.gouv.fr");
    CHECK(galley.rows[0].anchors == std::vector<std::string>{"page.note-3"});
    CHECK(setting.elements()[1].id == "page.note-3");
}

TEST_CASE("spaces between blocks collapse to the larger one") {
    Setting setting;
    const Galley one = setting.set({paragraph("a")});
    const Galley two = setting.set({paragraph("a"), paragraph("b")});
    const style::BlockStyle& body = setting.press.sheet.booklet.medium[style::Role::body];
    CHECK(two.height() <=
          one.height() * 2 + std::max(body.space_before, body.space_after) + setting.context.grid);
}

TEST_CASE("cells are set in the task of their table, and know of codes beside links") {
    Setting setting;
    setting.context.link_codes = true;
    doc::LinkCard card{doc::LinkCardKind::web, doc::Url{"https://a.example"}, text("A"), {}, {}};
    doc::Table table;
    table.columns.resize(1);
    table.rows.resize(1);
    table.rows[0].cells.push_back({{{card, {}}}, false, {}});
    const auto paths = [](const Galley& galley) {
        std::size_t count = 0;
        for (const Row& row : galley.rows)
            for (const pages::Item& item : row.items)
                count += std::holds_alternative<pages::Path>(item.content) ? 1 : 0;
        return count;
    };
    const std::size_t with_code = paths(setting.set({{table, {}}}));
    setting.context.link_codes = false;
    CHECK(with_code == paths(setting.set({{table, {}}})) + 1);
}

TEST_CASE("a context in other styles is the same task") {
    Setting setting;
    setting.context.measuring = true;
    setting.context.note_prefix = "p.";
    style::Medium medium = setting.context.medium;
    typeset::Context other = setting.context.with(medium);
    CHECK(&other.medium == &medium);
    CHECK(other.measuring);
    CHECK(other.note_prefix == "p.");
    CHECK(other.grid == setting.context.grid);
    other.missing_glyphs->insert("x");
    CHECK(setting.context.missing_glyphs->count("x") == 1);
}

TEST_CASE("a listing keeps its space in a tight list, above and below") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "apt update";
    doc::List steps = list({"Installer", "", "Finir"}, true);
    steps.items[1].body = {{code, {}}};
    const Galley galley = setting.set({{steps, {}}});
    REQUIRE(galley.rows.size() == 3);
    CHECK(galley.rows[1].space_before > Length{});
    CHECK(galley.rows[2].space_before > Length{});
    const Galley plain = setting.set({{list({"a", "b"}, true), {}}});
    CHECK(plain.rows[1].space_before == Length{});
}

TEST_CASE("cards higher than a page stand one below the other and may be parted") {
    Setting setting;
    doc::Cards cards;
    cards.cards.resize(2);
    cards.cards[0].title = text("Court");
    cards.cards[1].title = text("Long");
    cards.cards[1].body = {paragraph(sentences(120))};
    const Galley galley = setting.set({{cards, {}}});
    CHECK(galley.frames.size() == 2);
    CHECK(galley.rows.size() > 40);
    for (const Row& row : galley.rows) CHECK(row.height < setting.context.page_height);
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::list_item) == 2);
    CHECK(count(elements, pages::Tag::list_body) == 2);
}

TEST_CASE("a very long address is live once a paragraph, another on every line") {
    Setting setting;
    const auto areas = [&](std::size_t length) {
        const doc::Url url{"https://a.example/" + std::string(length, 'a')};
        const doc::Inlines body{{doc::Link{url, text(sentences(20))}, {}}};
        std::size_t found = 0;
        for (const Row& row : setting.set({{doc::Paragraph{body, {}}, {}}}).rows)
            for (const pages::Item& item : row.items)
                found += std::holds_alternative<pages::LinkArea>(item.content) ? 1 : 0;
        return found;
    };
    CHECK(areas(10) > 5);
    CHECK(areas(5000) == 1);
}

namespace {

/// A table of two columns: a name merged over `rows` rows, and a number in each.
doc::Table grouped(std::size_t rows) {
    doc::Table table;
    table.columns.resize(2);
    for (std::size_t i = 0; i < rows; ++i) {
        doc::Cell name{{}, true, {}, doc::Covered::from_above};
        if (i == 0) name = {{paragraph("France")}, true, {}, doc::Covered::no};
        table.rows.push_back({{name, {{paragraph(std::to_string(i))}, false, {}}}});
    }
    return table;
}

std::vector<Length> widths_of_boxes(const Row& row) {
    std::vector<Length> widths;
    for (const pages::Item& item : row.items)
        if (const auto* path = std::get_if<pages::Path>(&item.content))
            widths.push_back(std::get<pages::LineTo>(path->segments[1]).to.x);
    return widths;
}

}  // namespace

TEST_CASE("rules stop at merged cells, which are told in the structure") {
    Setting setting;
    const Galley galley = setting.set({{grouped(2), {}}});
    REQUIRE(galley.rows.size() == 2);
    REQUIRE(widths_of_boxes(galley.rows[0]).size() == 1);
    CHECK(widths_of_boxes(galley.rows[0])[0] < measure);
    CHECK(widths_of_boxes(galley.rows[1]) == std::vector<Length>{measure});
    const auto elements = setting.elements();
    CHECK(count(elements, pages::Tag::table_header) == 1);
    CHECK(count(elements, pages::Tag::table_data) == 2);
    for (const pages::Element& element : elements)
        if (element.tag == pages::Tag::table_header) CHECK(element.row_span == 2);
}

TEST_CASE("a merged cell is said again on the next page") {
    Setting setting;
    const Galley galley = setting.set({{grouped(30), {}}});
    std::vector<pages::Item> first, next;
    typeset::place(galley, 0, 10, {}, first);
    typeset::place(galley, 10, 30, {}, next);
    CHECK(text_of(first).starts_with("France"));
    CHECK(text_of(next).starts_with("France10"));
    CHECK(next.front().element == pages::ElementId::pagination_artifact);
}

TEST_CASE("a heading behind a heading asks for no space of its own") {
    Setting setting;
    const Galley galley =
        setting.set({heading("Partie", "a"), heading("Section", "b", 3), paragraph("Texte.")});
    REQUIRE(galley.rows.size() == 3);
    const auto& medium = setting.press.sheet.booklet.medium;
    CHECK(galley.rows[1].space_before < medium[style::Role::heading3].space_before);
}

TEST_CASE("numerals of headings stand without their full stop") {
    Setting setting;
    const Galley galley = setting.set({{doc::Heading{2, 2, "a", "3.", text("Garder")}, {}}});
    CHECK(text_of(galley.rows.front().items) == "3 Garder");
}

TEST_CASE("three lines of a listing stay together at each of its ends") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "a\nb\nc\nd\ne\nf\ng\n}";
    const Galley galley = setting.set({{code, {}}});
    REQUIRE(galley.rows.size() == 8);
    for (const std::size_t row : {1U, 2U, 6U, 7U})
        CHECK(galley.rows[row].break_penalty == Row::never);
    CHECK(galley.rows[4].break_penalty < Row::never);
    code.text = "a\nb\nc\nd\n}";
    CHECK(penalties(setting.set({{code, {}}})) ==
          std::vector<std::int32_t>{0, Row::never, Row::never, Row::never, Row::never});
}

TEST_CASE("pages turn in a listing behind a blank line, not before a bracket or behind a comment") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "a\nb\na {\n  b\n  c\n}\n\n// e\nf\ng\nh\ni";
    const auto comment = static_cast<std::uint32_t>(code.text.find("//"));
    code.parts = {{comment, comment + 4, CodePart::comment}};
    const Galley galley = setting.set({{code, {}}});
    REQUIRE(galley.rows.size() == 11);
    const auto cost = [&](std::size_t row) { return galley.rows[row].break_penalty; };
    CHECK(cost(6) < cost(4));
    CHECK(cost(4) < cost(3));
    for (const std::size_t row : {5U, 7U}) CHECK(cost(row) > cost(3));
    CHECK(cost(7) < Row::never);
}

TEST_CASE("a blank line of a listing is a space that a page turn takes, unless it has a number") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "a\nb\n\nc\nd";
    const Galley galley = setting.set({{code, {}}});
    REQUIRE(galley.rows.size() == 4);
    CHECK(galley.rows[2].space_before == galley.rows[2].height);
    CHECK(galley.rows[2].attached);
    code.line_numbers = true;
    CHECK(setting.set({{code, {}}}).rows.size() == 5);
}

TEST_CASE(
    "a list stays with a line in front of it that has no full stop, or with a list and colon") {
    Setting setting;
    const auto cost = [&](doc::Block before) {
        const Galley galley = setting.set({std::move(before), {list({"un", "deux", "trois"}), {}}});
        return galley.rows.at(1).break_penalty;
    };
    CHECK(cost(paragraph("Une phrase.")) == 0);
    CHECK(cost(paragraph("Des mots")) > 200);
    CHECK(cost({list({"Un point"}), {}}) == 0);
    CHECK(cost({list({"Un point :"}), {}}) > 200);
    doc::List nested = list({"Un point"});
    nested.items.front().body.push_back({list({"un", "deux"}), {}});
    CHECK(setting.set({{nested, {}}}).rows.at(1).break_penalty > 0);
}

TEST_CASE("what goes on of a line of code is set in from where the line begins") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "    " + std::string(90, 'x');
    const Galley galley = setting.set({{code, {}}});
    REQUIRE(galley.rows.size() > 1);
    const auto left = [&](std::size_t row) { return galley.rows[row].items.front().at.x; };
    CHECK(left(1) > left(0));
}

TEST_CASE("a mark at the end of a line of code takes words along to the next line") {
    Setting setting;
    doc::CodeBlock code;
    const auto rows = [&](std::size_t size) {
        code.text = "a.b(" + std::string(size, 'x') + ").c();";
        return setting.set({{code, {}}}).rows;
    };
    std::size_t size = 1;
    while (rows(size).size() == 1) ++size;
    const std::string last = text_of(rows(size).back().items);
    CHECK(last.ends_with(".c();"));
    code.text = std::string(45, 'a') + "('" + std::string(30, 'b') + "'";
    const Galley galley = setting.set({{code, {}}});
    CHECK(text_of(galley.rows.front().items).ends_with("a("));
}

TEST_CASE("what goes on of a changed line is set in from behind its sign") {
    Setting setting;
    doc::CodeBlock code;
    code.text = "+   " + std::string(90, 'x');
    const auto left = [&] {
        const Galley galley = setting.set({{code, {}}});
        return galley.rows.at(1).items.front().at.x;
    };
    const Length plain = left();
    code.parts = {{0, static_cast<std::uint32_t>(code.text.size()), CodePart::inserted}};
    CHECK(left() > plain);
}

TEST_CASE("figures at the right of a column keep away from the words of the next one") {
    Setting setting;
    doc::Table table = small_table();
    table.columns.front().align = doc::Align::right;
    const auto gap = [&] {
        const Galley galley = setting.set({{table, {}}});
        Length end, begin = measure;
        for (const pages::Item& item : galley.rows.at(1).items) {
            const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            if (run == nullptr) continue;
            Length right = item.at.x;
            for (const pages::Glyph& glyph : run->glyphs) right.units += glyph.advance;
            if (run->text == "Ada") end = right;
            if (run->text == "Développeuse") begin = item.at.x;
        }
        return begin - end;
    };
    const style::BlockStyle& cell = setting.context.medium[style::Role::table_cell];
    CHECK(gap() >= cell.box.padding * 2 + cell.text.size * 2 / 3);
    table.columns.back().align = doc::Align::right;
    table.columns.front().align = doc::Align::left;
    CHECK(gap() > cell.text.size);
}

TEST_CASE("frames stand inside each other up to twelve deep") {
    doc::Block block = paragraph("mot");
    for (int i = 0; i < 100; ++i) {
        doc::Blocks inside;
        inside.push_back(std::move(block));
        block = {doc::Quote{std::move(inside)}, {}};
    }
    Setting setting;
    const Galley galley = setting.set({block});
    CHECK(galley.frames.size() == 12);
    REQUIRE(galley.rows.size() == 1);
    CHECK(count(setting.elements(), pages::Tag::block_quote) == 100);
}
