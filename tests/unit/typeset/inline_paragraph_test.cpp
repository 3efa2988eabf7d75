#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "inline_for_tests.hpp"

using namespace triptych;
using namespace triptych::typeset;
using namespace triptych::literals;

namespace {

const std::string prose =
    "Une organisation en mode produit confie à une équipe stable la responsabilité d’un service, "
    "de la découverte du besoin à l’exploitation quotidienne ; elle mesure ce que ses choix "
    "changent pour les personnes, et renonce sans regret à ce qui ne sert pas. Les efforts "
    "difficiles, les affinités et les coefficients affectés au financement effectif suffisent.";

template <typename Content>
std::vector<const pages::Item*> items_with(const std::vector<Line>& lines) {
    std::vector<const pages::Item*> found;
    for (const Line& line : lines) {
        for (const pages::Item& item : line.items) {
            if (std::holds_alternative<Content>(item.content)) found.push_back(&item);
        }
    }
    return found;
}

std::vector<const pages::GlyphRun*> runs(const std::vector<Line>& lines) {
    std::vector<const pages::GlyphRun*> found;
    for (const pages::Item* item : items_with<pages::GlyphRun>(lines)) {
        found.push_back(&std::get<pages::GlyphRun>(item->content));
    }
    return found;
}

}  // namespace

TEST_CASE("the text drawn is the text of the source, at any measure") {
    Setting setting;
    for (const double measure : {40.0, 90.0, 150.0, 300.0, 2000.0}) {
        for (const int expansion : {0, 15}) {
            CAPTURE(measure);
            setting.style.expansion = expansion;
            CHECK(extracted(setting.set(prose, measure)) == prose);
        }
    }
}

TEST_CASE("no line is wider than the measure, and justified lines fill it exactly") {
    Setting setting;
    for (const int expansion : {0, 20}) {
        setting.style.expansion = expansion;
        for (double measure = 60; measure < 400; measure += 17) {
            const std::vector<Line> lines = setting.set(prose, measure);
            CAPTURE(measure);
            for (const Line& line : lines) CHECK(line.width <= Length::points(measure));
            for (std::size_t i = 0; i + 1 < lines.size() && measure > 200; ++i) {
                CHECK(lines[i].width == Length::points(measure));
            }
        }
    }
}

TEST_CASE("a line stays short where its spaces would be holes") {
    Setting setting;
    const std::string words = "Une à deux Montagnes hautes";
    const Length natural = setting.set("Une à deux", 400)[0].width;
    const auto first_line = [&](Length room) {
        const Length measure = natural + room;
        const std::vector<Line> lines = setting.set(words, measure.in_points());
        REQUIRE(lines.size() > 1);
        return lines[0].width == measure;
    };
    CHECK(first_line(Length::points(5)));
    CHECK_FALSE(first_line(Length::points(20)));
    CHECK(setting.set(words, 100)[0].width <= Length::points(100));
}

TEST_CASE("ragged lines are not wider than the measure either") {
    Setting setting;
    setting.style.hyphenate = false;
    for (const auto align :
         {style::TextAlign::start, style::TextAlign::centre, style::TextAlign::end}) {
        setting.style.align = align;
        for (double measure = 20; measure < 400; measure += 23) {
            const std::vector<Line> lines = setting.set(prose, measure);
            CHECK(extracted(lines) == prose);
            for (const Line& line : lines) {
                CHECK(right_edge(line) <= Length::points(measure));
                CHECK_FALSE(line.hyphenated);
            }
        }
    }
}

TEST_CASE("addresses and code break at their signs, long words anywhere, without a sign") {
    Setting setting;
    const std::string address =
        "https://www.exemple.fr/documentation/guide_de_prise_en_main.html?version=1234&langue=fr";
    for (const double measure : {120.0, 60.0, 15.0}) {
        const std::vector<Line> lines = setting.set("Voir " + address, measure);
        CHECK(extracted(lines) == "Voir " + address);
        for (const Line& line : lines) {
            CHECK(right_edge(line) <= Length::points(measure) + 5_pt);
            CHECK_FALSE(line.hyphenated);
        }
    }
    const std::vector<Line> lines = setting.set("Voir " + address, 160);
    CHECK(extracted({lines[0]}).ends_with("/"));
    const std::string solid(300, 'm');
    const std::vector<Line> broken = setting.set(solid, 100);
    CHECK(broken.size() > 20);
    for (const Line& line : broken) CHECK(line.width <= 100_pt);
}

TEST_CASE("no line of an address ends in a hyphen") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    const std::string address = "exemple.fr/un-guide-pour-les-personnes--et-les-equipes/tout-court";
    bool begins = false;
    for (double measure = 60; measure < 200; measure += 3) {
        const std::vector<Line> lines = setting.set("Voir " + address, measure);
        CHECK(extracted(lines) == "Voir " + address);
        for (const Line& line : lines) {
            CHECK_FALSE(extracted({line}).ends_with("-"));
            begins = begins || extracted({line}).starts_with("-");
        }
    }
    CHECK(begins);
}

TEST_CASE("the host of an address stays whole, names in code break before their points") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    const auto is_whole = [&](std::string_view host, const std::string& text) {
        for (double measure = 100; measure < 220; measure += 3) {
            bool found = false;
            for (const Line& line : setting.set(text, measure))
                found = found || extracted({line}).find(host) != std::string::npos;
            if (!found) return false;
        }
        return true;
    };
    CHECK(is_whole("beta.gouv.fr", "Voir les pages de beta.gouv.fr, plus tard"));
    CHECK(is_whole("github.com", "Voir les pages de github.com/exemple/guide/suite, plus tard"));
    for (double measure = 60; measure < 200; measure += 3)
        for (const Line& line : setting.set("Objet.Membre.Propriete.Valeur.Autre_Nom", measure))
            CHECK_FALSE(extracted({line}).ends_with("."));
}

TEST_CASE("a hyphen stands in an element of its own that tells the soft hyphen") {
    Setting setting;
    const std::vector<Line> lines = setting.set(prose, 120);
    const auto hyphenated =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; });
    REQUIRE(hyphenated != lines.end());
    const pages::Item& item = hyphenated->items.back();
    CHECK(std::get<pages::GlyphRun>(item.content).text == "\xC2\xAD");
    CHECK(setting.structure[item.element].tag == pages::Tag::span);
    CHECK(setting.structure[item.element].actual_text == "\xC2\xAD");
}

TEST_CASE("ragged text has hyphens only where they save a line") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    const auto is_hyphenated = [](const Line& line) { return line.hyphenated; };
    std::size_t hyphens = 0;
    for (double measure = 60; measure < 300; measure += 7) {
        setting.style.hyphenate = true;
        const std::vector<Line> lines = setting.set(prose, measure);
        setting.style.hyphenate = false;
        const std::vector<Line> whole = setting.set(prose, measure);
        CAPTURE(measure);
        CHECK(lines.size() <= whole.size());
        const auto count = std::count_if(lines.begin(), lines.end(), is_hyphenated);
        if (lines.size() == whole.size()) CHECK(count == 0);
        hyphens += static_cast<std::size_t>(count);
    }
    CHECK(hyphens > 0);
}

TEST_CASE("a ragged line is cut short rather than leave a word alone") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    setting.style.hyphenate = false;
    const std::string item = "Du temps alloué à l’apprentissage et à l’amélioration continue";
    const std::vector<Line> whole = setting.set(item, 1000);
    REQUIRE(whole.size() == 1);
    const double width = static_cast<double>(whole.front().width.units) / 65536;
    const std::vector<Line> lines = setting.set(item, width - 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().width * 4 > whole.front().width);
}

TEST_CASE("a line that ends in the hyphen of a long name counts as divided") {
    Setting setting;
    const doc::Inlines names = {{doc::Code{"--expect-result-count=1"}, {}}};
    bool found = false;
    for (double measure = 70; measure < 140; measure += 5) {
        for (const Line& line : setting.set(names, measure)) {
            const auto& run = std::get<pages::GlyphRun>(line.items.back().content);
            CHECK(line.hyphenated == run.text.ends_with('-'));
            found = found || line.hyphenated;
        }
    }
    CHECK(found);
}

TEST_CASE("no line begins with the last two letters of a compound") {
    Setting setting;
    for (double measure = 40; measure < 140; measure += 3) {
        const auto lines = setting.set("Prenez celles-ci, celles-là ou est-il porte-voix", measure);
        for (const auto* run : runs(lines)) {
            CAPTURE(measure);
            CHECK_FALSE(run->text.starts_with("ci,"));
            CHECK_FALSE(run->text.starts_with("là"));
            CHECK_FALSE(run->text.starts_with("il"));
        }
    }
}

TEST_CASE("soft hyphens are used, no-break signs are honoured") {
    Setting setting;
    setting.style.hyphenate = false;
    const std::vector<Line> soft = setting.set("xxxxxxxxxx\u00ADxxxxxxxxxx", 70);
    REQUIRE(soft.size() == 2);
    CHECK(soft[0].hyphenated);
    CHECK(extracted(soft) == "xxxxxxxxxxxxxxxxxxxx");
    setting.style.align = style::TextAlign::start;
    const auto first_line = [&](std::string_view text, std::string_view room) {
        const Length width = set_line(room, setting.style, {}, setting.context).width;
        return extracted({setting.set(text, width.in_points() + 0.1)[0]});
    };
    CHECK(first_line("aaaa bbbb\u00A0: cccc", "aaaa bbbb") == "aaaa ");
    CHECK(first_line("aaaa bbbb ; cccc", "aaaa bbbb") == "aaaa ");
    CHECK(first_line("aaaa « bbbb » cc", "aaaa « bbb") == "aaaa ");
    CHECK(first_line("aaaa bbbb :cccc", "aaaa bbbb") == "aaaa bbbb ");
    CHECK(first_line("aa porte-monnaie", "aa porte-mo") == "aa porte-");
    CHECK(first_line("aa porte-\u2060monnaie", "mmmmmmmm") == "aa ");
    CHECK(first_line("aa porte\u2011monnaie", "mmmmmmmm") == "aa ");
    CHECK(first_line("aaaa\u200Bbbbb", "aaaab") == "aaaa");
    CHECK(first_line("aaaa y a-t-il", "aaaa y a-t") == "aaaa y ");
}

TEST_CASE(
    "the number of a note leaves the word before it its hyphens, a digit of its own does not") {
    Setting setting;
    const doc::Inlines noted = {{doc::Text{"aa xxxxaxxxx"}, {}}, {doc::NoteReference{0}, {}}};
    CHECK(setting.set(noted, 45)[0].hyphenated);
    CHECK_FALSE(setting.set("aa xxxxaxxxx1", 45)[0].hyphenated);
}

TEST_CASE("white space collapses, line breaks end lines") {
    Setting setting;
    CHECK(extracted(setting.set("  un\n deux\t trois  ", 400)) == "un deux trois");
    const doc::Inlines body = {
        {doc::Text{"un "}, {}}, {doc::LineBreak{}, {}}, {doc::Text{" deux"}, {}}};
    const std::vector<Line> lines = setting.set(body, 400);
    REQUIRE(lines.size() == 2);
    CHECK(extracted(lines) == "un deux");
    CHECK(setting.set("", 400).empty());
    CHECK(setting.set(" \n ", 400).empty());
}

TEST_CASE("links make one element and an area a line") {
    Setting setting;
    const doc::Inlines body = {
        {doc::Text{"Voir "}, {}},
        {doc::Link{doc::Url{"https://exemple.fr"}, Setting::plain("la page de documentation")}, {}},
        {doc::Text{"."}, {}}};
    const std::vector<Line> lines = setting.set(body, 70);
    CHECK(lines.size() > 1);
    const auto areas = items_with<pages::LinkArea>(lines);
    CHECK(areas.size() == lines.size());
    for (const pages::Item* area : areas) {
        CHECK(area->element == areas[0]->element);
        CHECK(std::get<pages::LinkArea>(area->content).url == "https://exemple.fr");
        CHECK_FALSE(std::get<pages::LinkArea>(area->content).description.empty());
    }
    CHECK(setting.structure[areas[0]->element].tag == pages::Tag::link);
    const doc::Inlines dead = {{doc::Link{doc::DeadLink{"../x.md"}, Setting::plain("perdu")}, {}}};
    CHECK(items_with<pages::LinkArea>(setting.set(dead, 400)).empty());
}

TEST_CASE("page references follow links into the book") {
    Setting setting;
    setting.book.pages.emplace_back();
    setting.book.pages[0].id = "accueil";
    setting.book.pages[0].short_title = "Accueil";
    setting.context.page_reference = [](const doc::PageRef&) { return std::string("12"); };
    const doc::Inlines body = {
        {doc::Link{doc::PageRef{PageId{0}, {}}, Setting::plain("accueil")}, {}}};
    const std::vector<Line> lines = setting.set(body, 400);
    CHECK(extracted(lines) == "accueil (p.\u00A012)");
    const auto areas = items_with<pages::LinkArea>(lines);
    REQUIRE(areas.size() == 1);
    CHECK(std::get<pages::LinkArea>(areas[0]->content).destination == "accueil");
}

TEST_CASE("looks: bold, italic, code, raised") {
    Setting setting;
    const doc::Inlines body = {{doc::Text{"a "}, {}},
                               {doc::Strong{Setting::plain("b")}, {}},
                               {doc::Emphasis{Setting::plain("c")}, {}},
                               {doc::Code{"d  e"}, {}},
                               {doc::Superscript{Setting::plain("f")}, {}}};
    const std::vector<Line> lines = setting.set(body, 400);
    CHECK(extracted(lines) == "a bcd  ef");
    const auto drawn = runs(lines);
    REQUIRE(drawn.size() == 5);
    CHECK(setting.fonts.file(drawn[1]->face).weight == 700);
    CHECK(setting.fonts.file(drawn[2]->face).italic);
    CHECK(setting.fonts.file(drawn[3]->face).family == "Mono");
    CHECK(drawn[4]->size < drawn[0]->size);
    CHECK(items_with<pages::GlyphRun>(lines)[4]->at.y < Length{});
}

TEST_CASE("marks and strokes are artifacts as wide as their text") {
    Setting setting;
    const doc::Inlines body = {
        {doc::Mark{doc::MarkColour::none, doc::MarkColour::yellow, Setting::plain("clair")}, {}},
        {doc::Strikethrough{Setting::plain("barré")}, {}}};
    const std::vector<Line> lines = setting.set(body, 400);
    const auto paths = items_with<pages::Path>(lines);
    REQUIRE(paths.size() == 2);
    CHECK(std::get<pages::Path>(paths[0]->content).fill);
    CHECK(std::get<pages::Path>(paths[1]->content).stroke);
    for (const pages::Item* path : paths) CHECK(pages::is_artifact(path->element));
    CHECK(&lines[0].items.front() == paths[0]);
    const doc::Inlines broken = {
        {doc::Mark{doc::MarkColour::none, doc::MarkColour::yellow, Setting::plain("aaaa bbbb")},
         {}}};
    const std::vector<Line> two = setting.set(broken, 30);
    REQUIRE(two.size() == 2);
    const pages::Item& ground = two[0].items.front();
    const auto& corner = std::get<pages::LineTo>(std::get<pages::Path>(ground.content).segments[1]);
    CHECK(ground.at.x + corner.to.x == right_edge(two[0]));
}

TEST_CASE("marks are grey in a layout of one ink") {
    Setting setting;
    const doc::Inlines body = {
        {doc::Mark{doc::MarkColour::red, doc::MarkColour::yellow, Setting::plain("clair")}, {}}};
    const auto is_grey = [&] {
        const std::vector<Line> lines = setting.set(body, 400);
        const Colour ground = *std::get<pages::Path>(lines[0].items.front().content).fill;
        return ground.red == ground.green && ground.green == ground.blue;
    };
    CHECK_FALSE(is_grey());
    setting.sheet.booklet.medium.emoji = style::Emoji::mono;
    CHECK(is_grey());
}

TEST_CASE("notes and anchors are told to the line they stand in") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    const doc::Inlines body = {{doc::Anchor{"debut"}, {}},  {doc::Text{"aaaaa"}, {}},
                               {doc::NoteReference{0}, {}}, {doc::Text{" bbbbbbbbb"}, {}},
                               {doc::NoteReference{1}, {}}, {doc::Anchor{"fin"}, {}}};
    const std::vector<Line> lines = setting.set(body, 60);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].notes == std::vector<std::uint32_t>{0});
    CHECK(lines[1].notes == std::vector<std::uint32_t>{1});
    CHECK(lines[0].anchors == std::vector<std::string>{"debut"});
    CHECK(lines[1].anchors == std::vector<std::string>{"fin"});
    CHECK(extracted(lines) == "aaaaa1 bbbbbbbbb2");
}

TEST_CASE("elements are made in reading order") {
    Setting setting;
    setting.style.hyphenate = true;
    const doc::Inlines body = {{doc::Text{"documentation "}, {}},
                               {doc::Code{"code"}, {}},
                               {doc::Text{" anticonstitutionnellement "}, {}},
                               {doc::Foreign{"en", Setting::plain("by the way")}, {}}};
    std::uint32_t last = 0;
    for (const Line& line : setting.set(body, 80)) {
        for (const pages::Item& item : line.items) {
            if (pages::is_artifact(item.element) || item.element == pages::ElementId{0}) continue;
            const auto id = static_cast<std::uint32_t>(item.element);
            CHECK(id >= last);
            last = std::max(last, id);
        }
    }
    CHECK(last > 2);
    CHECK(setting.structure[pages::ElementId{last}].language == "en");
}

TEST_CASE("emoji sequences tell their text, missing glyphs are reported once a code point") {
    Setting setting;
    const std::string text = "un 👩‍💻 deux 🇫🇷";
    CHECK(extracted(setting.set(text, 400)) == text);
    CHECK(setting.diagnostics.all().empty());
    setting.set("\U00012000 \U00012000 \U00012001", 400);
    setting.set("\U00012000", 400);
    CHECK(setting.diagnostics.all().size() == 2);
    CHECK(setting.diagnostics.all()[0].kind == Kind::missing_glyph);
}

TEST_CASE("text that reads from right to left is drawn so, and told in logical order") {
    Setting setting;
    const std::string text = "voir שלום עולם ici";
    const std::vector<Line> lines = setting.set(text, 400);
    CHECK(extracted(lines) == text);
    Length first, second;
    for (const pages::Item& item : lines[0].items) {
        const auto& run = std::get<pages::GlyphRun>(item.content);
        if (run.text == "שלום") first = item.at.x;
        if (run.text == "עולם") second = item.at.x;
    }
    CHECK(first > second);
    CHECK(second > Length{});
}

TEST_CASE("punctuation hangs outside the measure of justified text only") {
    Setting setting;
    const std::string text = "aaaa bbbb cccc dddd, eeee ffff gggg hhhh, iiii jjjj kkkk llll.";
    bool hangs = false;
    for (double measure = 85; measure < 110; ++measure) {
        setting.style.align = style::TextAlign::justify;
        for (const Line& line : setting.set(text, measure)) {
            hangs = hangs || right_edge(line) > Length::points(measure);
        }
        setting.style.align = style::TextAlign::start;
        for (const Line& line : setting.set(text, measure)) {
            CHECK(right_edge(line) <= Length::points(measure));
        }
    }
    CHECK(hangs);
}

TEST_CASE("widths for tables: the longest word and the longest line") {
    Setting setting;
    const InlineWidths widths = measure_inlines(Setting::plain("un deux anticonstitutionnellement"),
                                                setting.style, setting.context);
    const Line word = set_line("anticonstitutionnellement", setting.style, {}, setting.context);
    const Line all =
        set_line("un deux anticonstitutionnellement", setting.style, {}, setting.context);
    CHECK(widths.least == word.width);
    CHECK(widths.most == all.width);
}

TEST_CASE("hostile texts are set without harm") {
    Setting setting;
    std::string joined = "a";
    for (int i = 0; i < 5'000; ++i) joined += "\u0301";
    setting.set(joined, 100);
    std::string soft;
    for (int i = 0; i < 5'000; ++i) soft += "\u00AD";
    CHECK(setting.set(soft, 100).empty());
    setting.set("a" + soft + "b", 100);
    setting.set(std::string(20'000, 'x'), 100);
    setting.set("texte", 0);
    setting.set("\u2067\u2066\u202E abc \u2069", 50);
    const doc::Inlines nested = {
        {doc::Link{doc::Url{"a:b"}, {{doc::NoteReference{4'000'000'000}, {}}}}, {}}};
    CHECK_FALSE(setting.set(nested, 5).empty());
}

TEST_CASE("setting twice, in another order, gives the same lines") {
    Setting one, two;
    one.set("tout autre chose, efficacité", 90);
    const std::vector<Line> a = one.set(prose, 150);
    const std::vector<Line> b = two.set(prose, 150);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].width == b[i].width);
        CHECK(right_edge(a[i]) == right_edge(b[i]));
    }
}

TEST_CASE("measuring gives the lines of drawing, without their glyphs") {
    Setting setting;
    const doc::Inlines body = {{doc::Text{prose}, {}}};
    const ParagraphRequest request{body, setting.style, 150_pt, {}, setting.structure.root()};
    const auto drawn = set_paragraph(request, setting.context);
    setting.context.measuring = true;
    const auto measured = set_paragraph(request, setting.context);
    REQUIRE(measured.size() == drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        CHECK(measured[i].width == drawn[i].width);
        CHECK(measured[i].ascent == drawn[i].ascent);
        CHECK(measured[i].descent == drawn[i].descent);
    }
    CHECK(runs(measured).empty());
}

TEST_CASE("the width of a line is that of the line set") {
    Setting setting;
    setting.style.upper_case = true;
    for (const char* text : {"Un titre courant", "a\xC2\xA0: b", "שלום עולם", "co\xC2\xADop", ""}) {
        const Line line = set_line(text, setting.style, {}, setting.context);
        CHECK(line_width(text, setting.style, "fr", setting.resources) == line.width);
    }
}
