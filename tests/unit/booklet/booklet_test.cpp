#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "../../typesetting_fixture.hpp"
#include "booklet/body.hpp"
#include "booklet/booklet.hpp"
#include "booklet/outline.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

doc::Page page(std::string id, std::string title, doc::Blocks body, std::uint8_t depth = 0) {
    doc::Page result;
    result.id = std::move(id);
    result.title = text(title);
    result.short_title = std::move(title);
    result.body = std::move(body);
    result.depth = depth;
    return result;
}

/// Two parts, three pages, links across them.
doc::Book small_book() {
    doc::Book book;
    book.metadata.title = "Un petit livre";
    book.metadata.publisher = "Une maison";
    doc::Inlines linked = text("Voir ");
    linked.push_back({doc::Link{doc::PageRef{PageId{2}, "fin--but"}, text("le but")}, {}});
    doc::Blocks opening = {heading("Début", "un--debut"), paragraph(sentences(60))};
    opening.push_back({doc::Paragraph{linked, {}}, {}});
    book.pages.push_back(page("un", "Premier chapitre", std::move(opening)));
    book.pages.push_back(page("deux", "Second chapitre", {paragraph(sentences(90))}));
    book.pages.push_back(
        page("fin", "La fin",
             {paragraph(sentences(40)), heading("But", "fin--but"), paragraph(sentences(3))}));
    book.parts.push_back({text("Avant"), "", {PageId{0}, PageId{1}}});
    book.parts.push_back({text("Après"), "apres", {PageId{2}}});
    return book;
}

pages::Pages compose(const Press& press, unsigned jobs = 1) {
    Threads threads(jobs);
    Diagnostics diagnostics;
    return booklet::compose(press.book, press.resources(threads), {}, diagnostics);
}

std::string text_of(const pages::Page& page) {
    std::string result;
    for (const pages::Item& item : page.items) {
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) result += run->text;
    }
    return result;
}

const pages::Destination& destination(const pages::Pages& pages, std::string_view name) {
    const auto found =
        std::find_if(pages.destinations.begin(), pages.destinations.end(),
                     [&](const pages::Destination& place) { return place.name == name; });
    REQUIRE(found != pages.destinations.end());
    return *found;
}

}  // namespace

TEST_CASE("pages are numbered on from the cover, without a blank one before the text") {
    const Press press(small_book());
    const pages::Pages pages = compose(press);
    for (std::size_t i = 0; i + 1 < pages.pages.size(); ++i)
        if (pages.pages[i].numbering != pages::Numbering::none)
            CHECK(pages.pages[i].number == i + 1);
    CHECK(text_of(pages.pages.front()).find("Un petit livre") != std::string::npos);
    CHECK(text_of(pages.pages[1]).find("Composé en") != std::string::npos);
    CHECK(text_of(pages.pages[2]).find("Sommaire") != std::string::npos);
    CHECK(destination(pages, "un").page == 3);
}

TEST_CASE("page numbers in the text are those of the pages they speak of") {
    const Press press(small_book());
    const pages::Pages pages = compose(press);
    const std::string label = pages.pages[destination(pages, "fin--but").page].label();
    std::string all;
    for (const pages::Page& page : pages.pages) all += text_of(page);
    CHECK(all.find("le but (p.\u00A0" + label + ")") != std::string::npos);
}

TEST_CASE("everything that is linked to exists once") {
    const Press press(small_book());
    const pages::Pages pages = compose(press);
    std::set<std::string> names;
    for (const pages::Destination& place : pages.destinations) {
        CHECK(names.insert(place.name).second);
        CHECK(place.page < pages.pages.size());
    }
    for (const pages::Bookmark& bookmark : pages.bookmarks)
        CHECK(names.count(bookmark.destination));
    for (const pages::Page& page : pages.pages) {
        for (const pages::Item& item : page.items) {
            const auto* area = std::get_if<pages::LinkArea>(&item.content);
            if (area != nullptr && area->url.empty())
                CHECK(names.count(std::string(area->destination)));
        }
    }
}

TEST_CASE("elements come parent first and items name elements that exist") {
    const Press press(small_book());
    const pages::Pages pages = compose(press);
    for (std::size_t i = 1; i < pages.elements.size(); ++i) {
        CHECK(index(pages.elements[i].parent) < i);
    }
    for (const pages::Page& page : pages.pages) {
        for (const pages::Item& item : page.items) {
            CHECK(
                (pages::is_artifact(item.element) || index(item.element) < pages.elements.size()));
        }
    }
}

TEST_CASE("running heads name the part on a verso and the chapter on a recto") {
    doc::Book book = small_book();
    book.pages[1].body = {paragraph(sentences(600))};
    const Press press(std::move(book));
    const pages::Pages pages = compose(press);
    const std::uint32_t opening = destination(pages, "deux").page;
    CHECK_FALSE(text_of(pages.pages[opening]).starts_with("1\u2002Avant"));
    for (std::uint32_t i = opening + 1; i < opening + 3; ++i)
        CHECK(text_of(pages.pages[i])
                  .starts_with(i % 2 == 1 ? "1\u2002Avant" : "1.2\u2002Second chapitre"));
}

TEST_CASE("running heads name the chapter on top of the page where chapters run on") {
    doc::Book book = small_book();
    book.pages[0].body = {paragraph(sentences(150))};
    book.pages[1].body = {paragraph(sentences(600))};
    Press press(std::move(book));
    press.sheet.booklet.start_chapter = style::Start::here;
    const pages::Pages pages = compose(press);
    const std::uint32_t end = destination(pages, "fin").page;
    const std::uint32_t second = destination(pages, "deux").page;
    REQUIRE(second + 3 < end);
    for (std::uint32_t i = destination(pages, "un").page + 1; i < end; ++i) {
        if (i % 2 == 1 || text_of(pages.pages[i]).empty()) continue;
        CHECK(text_of(pages.pages[i])
                  .starts_with(i > second ? "1.2\u2002Second chapitre"
                                          : "1.1\u2002Premier chapitre"));
    }
}

TEST_CASE("no running head stands over the title of a chapter that begins a page by chance") {
    const Press press(small_book());
    Threads threads(1);
    const typeset::Resources resources = press.resources(threads);
    const booklet::Setting setting{press.book, resources,
                                   doc::names_of(press.book, {true, true, true})};
    booklet::Body body;
    body.chapters.resize(1);
    body.chapters[0].starts = {{0, PageId{0}}, {20, PageId{1}}};
    body.chapters[0].ranges = {{0, 10}, {10, 20}, {20, 30}, {30, 40}};
    const auto head = [&](std::size_t range) {
        return booklet::running_head(setting, body, {booklet::Leaf::Kind::chapter, 0, range},
                                     booklet::Side::recto)
            .title;
    };
    CHECK(head(0).empty());
    CHECK(head(1) == "Premier chapitre");
    CHECK(head(2).empty());
    CHECK(head(3) == "Second chapitre");
}

TEST_CASE("a part of some chapters has an opener that lists them, its first chapter facing it") {
    Press press(small_book());
    press.book.pages.push_back(page("quatre", "Quatrième", {paragraph(sentences(2))}));
    press.book.pages.push_back(page("cinq", "🎨 Cinquième", {paragraph(sentences(2))}));
    press.book.parts[1].pages.push_back(PageId{3});
    press.book.parts[1].pages.push_back(PageId{4});
    const pages::Pages pages = compose(press);
    const std::uint32_t opener = destination(pages, "apres").page;
    CHECK(opener % 2 == 1);
    CHECK(destination(pages, "fin").page == opener + 1);
    const std::string text = text_of(pages.pages[opener]);
    CHECK(text.starts_with("2 Après"));
    CHECK(text.find("Cinquième\u2002" + pages.pages[destination(pages, "cinq").page].label()) !=
          std::string::npos);
    CHECK(text_of(pages.pages[opener + 1]).find("Après · 2.1") != std::string::npos);
    press.sheet.booklet.start_part = style::Start::here;
    const pages::Pages plain = compose(press);
    CHECK(destination(plain, "apres").page == destination(plain, "fin").page);
}

TEST_CASE("an opener faces its chapter where the blank page in front of it costs no sheet") {
    int facing = 0, saved = 0;
    for (std::size_t more = 0; more < 4; ++more) {
        Press press(small_book());
        const auto add = [&](const std::string& id, int count) {
            const PageId number{static_cast<std::uint32_t>(press.book.pages.size())};
            press.book.pages.push_back(page(id, "Page", {paragraph(sentences(count))}));
            press.book.parts[1].pages.push_back(number);
        };
        for (std::size_t i = 0; i < more + 2; ++i) add("page-" + std::to_string(i), 2);
        press.sheet.booklet.start_part = style::Start::page;
        const std::size_t least = (compose(press).pages.size() + 3) / 4;
        press.sheet.booklet.start_part = style::Start::facing;
        const pages::Pages pages = compose(press);
        CHECK((pages.pages.size() + 3) / 4 <= least);
        const std::uint32_t opener = destination(pages, "apres").page;
        CHECK(destination(pages, "fin").page == opener + 1);
        if (!text_of(pages.pages[opener - 1]).empty())
            ++saved;
        else
            CHECK(opener % 2 == 1);
        facing += opener % 2 == 1 ? 1 : 0;
    }
    CHECK(facing > 0);
    CHECK(saved > 0);
}

TEST_CASE("chapters begin where the layout says") {
    Press press(small_book());
    press.sheet.booklet.start_chapter = style::Start::recto;
    const pages::Pages recto = compose(press);
    CHECK(destination(recto, "un").page % 2 == 0);
    CHECK(destination(recto, "deux").page % 2 == 0);
    press.sheet.booklet.start_chapter = style::Start::here;
    press.book.pages[0].body = {paragraph(sentences(3))};
    const pages::Pages here = compose(press);
    CHECK(destination(here, "un").page == destination(here, "deux").page);
}

TEST_CASE("a page without text is not printed, and what leads to it leads to the next chapter") {
    doc::Book book = small_book();
    book.pages[1].body.clear();
    const Press press(std::move(book));
    Diagnostics diagnostics;
    const pages::Pages pages = booklet::compose(press.book, press.resources(), {}, diagnostics);
    CHECK(destination(pages, "deux").page == destination(pages, "fin").page);
    for (const pages::Bookmark& bookmark : pages.bookmarks)
        CHECK(bookmark.title.find("Second") == std::string::npos);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().kind == Kind::content_dropped);
}

TEST_CASE("the number of threads changes nothing") {
    const Press press(small_book());
    CHECK(pages::dump(compose(press, 1)) == pages::dump(compose(press, 3)));
}

TEST_CASE("a link out of the book is noted at the foot of its page") {
    doc::Book book = small_book();
    doc::Inlines body = text("Lire ");
    body.push_back({doc::Link{doc::Url{"https://example.org/guide"}, text("le guide")}, {}});
    book.pages[0].body.insert(book.pages[0].body.begin(), {doc::Paragraph{body, {}}, {}});
    const Press press(std::move(book));
    const pages::Pages pages = compose(press);
    const std::string text = text_of(pages.pages[destination(pages, "un").page]);
    CHECK(text.find("1. example.org/guide") != std::string::npos);
    CHECK(destination(pages, "un.note-1").page == destination(pages, "un").page);
}

namespace {

/// A book whose first page links twice to one address and once to another.
doc::Book linking_book() {
    doc::Book book = small_book();
    doc::Inlines body = text("Lire ");
    for (const char* path : {"guide", "suite", "guide"}) {
        body.push_back(
            {doc::Link{doc::Url{std::string("https://example.org/") + path}, text("là")}, {}});
    }
    book.pages[0].body.insert(book.pages[0].body.begin(), {doc::Paragraph{body, {}}, {}});
    return book;
}

std::string all_text(const pages::Pages& pages) {
    std::string text;
    for (const pages::Page& page : pages.pages) text += text_of(page);
    return text;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("links can be numbered, their addresses listed where the chapter ends") {
    Press press(linking_book());
    press.sheet.booklet.links = style::LinksOnPaper::chapter;
    const std::string text = all_text(compose(press));
    CHECK(holds(text, "là\u00A0[1]là\u00A0[2]là\u00A0[1]"));
    CHECK(holds(text, "Liens du chapitre1. example.org/guide2. example.org/suite"));
    CHECK(text.find("Liens du chapitre") < text.find("Avant · 1.2"));
}

TEST_CASE("links can be listed at the end of the book with the pages they stand on") {
    Press press(linking_book());
    press.sheet.booklet.links = style::LinksOnPaper::page;
    const pages::Pages pages = compose(press);
    const std::size_t place = destination(pages, "triptych-links").page;
    CHECK(place > destination(pages, "fin").page);
    CHECK(holds(text_of(pages.pages[place]), "1. example.org/guide. Premier chapitre (p.\u00A0"));
    press.sheet.booklet.link_codes = true;
    CHECK(holds(all_text(compose(press)), "[2] example.org/suite"));
}

TEST_CASE("links in footnotes are listed with the page of the note") {
    doc::Book book = small_book();
    doc::Inlines noted = text("Voir");
    noted.push_back({doc::NoteReference{0}, {}});
    book.pages[0].body.insert(book.pages[0].body.begin(), {doc::Paragraph{noted, {}}, {}});
    doc::Note note;
    note.body = {
        {doc::Paragraph{{{doc::Link{doc::Url{"https://example.org/note"}, text("là")}, {}}}, {}},
         {}}};
    book.pages[0].notes.push_back(note);
    Press press(std::move(book));
    press.sheet.booklet.links = style::LinksOnPaper::page;
    const pages::Pages pages = compose(press);
    const std::string list = text_of(pages.pages[destination(pages, "triptych-links").page]);
    CHECK(holds(list, "1. example.org/note. Premier chapitre (p.\u00A0"));
}

TEST_CASE("what paper can only name is listed at the end") {
    doc::Book book = small_book();
    doc::LinkCard film;
    film.kind = doc::LinkCardKind::video;
    film.target = doc::Url{"https://example.org/film"};
    film.title = text("Le film");
    book.pages[1].body.push_back({film, {}});
    Press press(std::move(book));
    const pages::Pages pages = compose(press);
    const std::string list = text_of(pages.pages[destination(pages, "triptych-on-screen").page]);
    CHECK(holds(list, "À retrouver à l’écran"));
    CHECK(holds(list, "Le film, example.org/film. Second chapitre (p.\u00A0"));
    CHECK(pages.bookmarks.back().title == "À retrouver à l’écran");
    CHECK(pages.bookmarks.back().level == 1);
    press.sheet.booklet.screen_list = false;
    CHECK_FALSE(holds(all_text(compose(press)), "À retrouver"));
}

TEST_CASE("the back cover lies on the back of the last leaf and says where to read on") {
    doc::Book book = small_book();
    book.metadata.description = "De quoi il retourne.";
    book.metadata.site_url = "https://example.org/livre";
    Press press(std::move(book));
    const pages::Pages pages = compose(press);
    CHECK(pages.has_back_cover);
    CHECK(pages.pages.size() % 2 == 0);
    const std::string text = text_of(pages.pages.back());
    CHECK(holds(text, "De quoi il retourne."));
    CHECK(holds(text, "example.org/livre"));
    CHECK(pages.pages.back().label().empty());
    const bool has_code =
        std::any_of(pages.elements.begin(), pages.elements.end(), [](const auto& element) {
            return element.alternative == "Code QR\u00A0: https://example.org/livre";
        });
    CHECK(has_code);
    press.sheet.booklet.back_cover = false;
    CHECK_FALSE(compose(press).has_back_cover);
}

TEST_CASE("long books have a half-title, and parts that are turned off are not printed") {
    Press press(small_book());
    press.sheet.booklet.half_title = 2;
    const pages::Pages pages = compose(press);
    CHECK(text_of(pages.pages[2]) == "Un petit livre");
    CHECK(holds(text_of(pages.pages[3]), "Composé en Source Serif"));
    CHECK(holds(text_of(pages.pages[4]), "Sommaire"));
    press.sheet.booklet.half_title = 0;
    press.sheet.booklet.cover = press.sheet.booklet.colophon = false;
    const std::string text = all_text(compose(press));
    CHECK(text.substr(0, 8) == "Sommaire");
    CHECK_FALSE(holds(text, "Composé en"));
}

TEST_CASE("a book without pages still has a cover") {
    doc::Book book;
    book.metadata.title = "Rien";
    const Press press(std::move(book));
    CHECK_FALSE(compose(press).pages.empty());
}

TEST_CASE("a page without text has a page of its own") {
    doc::Book book;
    book.metadata.title = "Vide";
    book.pages.push_back(page("vide", "Vide", {}));
    book.parts.push_back({{}, "", {PageId{0}}});
    const Press press(std::move(book));
    const pages::Pages pages = compose(press);
    CHECK(text_of(pages.pages[destination(pages, "vide").page]).find("Vide") != std::string::npos);
}

TEST_CASE("a very long title stays on the cover") {
    doc::Book book;
    for (int i = 0; i < 60; ++i) book.metadata.title += "Titre interminable ";
    const Press press(std::move(book));
    const pages::Pages pages = compose(press);
    const Size size = pages.pages[0].size;
    for (const pages::Item& item : pages.pages[0].items) {
        CHECK(item.at.y <= size.height);
        CHECK(item.at.x <= size.width);
    }
}

TEST_CASE("the outline has no jumps and keeps the author's numbers") {
    doc::Book book = small_book();
    book.pages[0].body.push_back({doc::Heading{4, 4, "un--profond", "2.", text("Profond")}, {}});
    const std::vector<booklet::Entry> entries =
        booklet::outline(book, doc::names_of(book, booklet::printed_pages(book)));
    REQUIRE(entries.size() == 8);
    std::uint8_t before = 0;
    for (const booklet::Entry& entry : entries) {
        CHECK(entry.level <= before + 1);
        before = entry.level;
    }
    CHECK(entries[0].kind == booklet::EntryKind::part);
    CHECK(entries[3].number == "2");
    CHECK(entries[3].depth == 3);
}

TEST_CASE("contents list every page, however deep, or say that they do not") {
    doc::Book book = small_book();
    book.pages.push_back(page("profond", "Tout en bas", {paragraph(sentences(2))}, 3));
    book.parts[1].pages.push_back(PageId{3});
    Press press(std::move(book));
    CHECK(holds(text_of(compose(press).pages[2]), "Tout en bas"));
    press.sheet.booklet.contents_depth = 1;
    const std::string text = text_of(compose(press).pages[2]);
    CHECK_FALSE(holds(text, "Tout en bas"));
    CHECK(holds(text, "Seuls les chapitres figurent ici"));
}

namespace {

/// A hundred pages, three of four with that title under one with a short one.
doc::Book hundred_pages(const std::string& title) {
    doc::Book book;
    book.metadata.title = "Long";
    book.parts.emplace_back();
    for (std::size_t i = 0; i < 100; ++i) {
        const bool is_chapter = i % 4 == 0;
        book.pages.push_back(page("p" + std::to_string(i), is_chapter ? "Titre" : title,
                                  {paragraph("Texte.")}, is_chapter ? 0 : 1));
        book.parts[0].pages.push_back(static_cast<PageId>(i));
    }
    return book;
}

}  // namespace

TEST_CASE("contents stand in one column where two would break most of their lines") {
    const Press press(hundred_pages("Un titre qui ne tient pas dans une demi-page"));
    const pages::Pages pages = compose(press);
    std::set<std::int64_t> edges;
    for (const pages::Item& item : pages.pages[destination(pages, "contents").page].items)
        if (std::holds_alternative<pages::LinkArea>(item.content)) edges.insert(item.at.x.units);
    CHECK(edges.size() == 1);
}

TEST_CASE("long contents are set in two columns where that saves pages, none nearly empty") {
    const Press press(hundred_pages("Titre"));
    const pages::Pages pages = compose(press);
    const std::uint32_t first = destination(pages, "contents").page;
    const std::uint32_t text = destination(pages, "p0").page;
    CHECK(text - first == 2);
    const auto entries = [&](std::uint32_t at) {
        const std::vector<pages::Item>& items = pages.pages[at].items;
        return std::count_if(items.begin(), items.end(), [](const pages::Item& item) {
            return std::holds_alternative<pages::LinkArea>(item.content);
        });
    };
    CHECK(entries(first) + entries(first + 1) == 100);
    CHECK(entries(first + 1) >= 24);
}

TEST_CASE("no column of the contents ends in a chapter whose pages begin the next one") {
    for (std::size_t count = 60; count < 100; count += 3) {
        doc::Book book = hundred_pages("Titre");
        book.parts[0].pages.resize(count);
        const Press press(std::move(book));
        const pages::Pages pages = compose(press);
        std::map<std::pair<std::uint32_t, std::int64_t>, const pages::Item*> lowest;
        for (std::uint32_t at = destination(pages, "contents").page;
             at < destination(pages, "p0").page; ++at) {
            for (const pages::Item& item : pages.pages[at].items) {
                if (!std::holds_alternative<pages::LinkArea>(item.content)) continue;
                const pages::Item*& last = lowest[{at, item.at.x.units / 10'000}];
                if (last == nullptr || last->at.y < item.at.y) last = &item;
            }
        }
        CHECK(lowest.size() > 1);
        for (const auto& [column, item] : lowest) {
            const std::string id(std::get<pages::LinkArea>(item->content).destination.view());
            const std::size_t number = std::stoul(id.substr(1));
            CHECK((number % 4 != 0 || number + 1 == count));
        }
    }
}
