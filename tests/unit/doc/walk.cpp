#include "doc/walk.hpp"

#include <doctest/doctest.h>

#include "build.hpp"

using namespace triptych;
using namespace triptych::doc;

namespace {

/// One of every kind of block, each with words of its own.
Blocks everything() {
    Heading numbered;
    numbered.number = "1.";
    numbered.id = "h";
    numbered.body = {words("Titre")};
    Table table;
    table.columns = {{Align::left, 0.25}, {}};
    table.head = {{{{{paragraph({words("Tête")})}, false, {}}, {}}}};
    table.rows = {{{{{paragraph({words("Ligne")})}, true, {}}, {}}}};
    table.caption = {words("Légende")};
    return {
        {numbered, {}},
        bullets({{paragraph({words("Puce")})}}),
        {Callout{CalloutKind::danger, {paragraph({words("Danger")})}}, {}},
        {Quote{{paragraph({words("Citation")})}}, {}},
        {CodeBlock{"c++", "a.cpp", "int a;\nint b;", true, {1, 3}}, {}},
        {Diagram{"mermaid", "a-->b"}, {}},
        {MathBlock{"x^2"}, {}},
        {table, {}},
        {Figure{{{MediaId{2}, "Une fleur", false, 0.5, {}}}, {words("Figure")}}, {}},
        {MissingPicture{"a.png", "Absente", {words("Sous")}}, {}},
        {Tabs{{{{words("Onglet")}, {paragraph({words("Dedans")})}, "t", {}}}}, {}},
        {Steps{{{{words("Étape")}, {paragraph({words("Faire")})}, "s", {}}}}, {}},
        {Cards{{{Picture{MediaId{1}, "", true, 0, {}},
                 {words("Carte")},
                 {paragraph({words("Corps")})},
                 Target{PageRef{PageId{3}, "p--x"}},
                 {}}}},
         {}},
        {Details{{words("Résumé")}, {paragraph({words("Plié")})}, "d"}, {}},
        {Columns{{{0.5, {paragraph({words("Gauche")})}}, {0, {paragraph({words("Droite")})}}}}, {}},
        {Updates{{{"2025-01-02", {"neuf", "beau"}, {paragraph({words("Nouvelle")})}, "u", {}}}},
         {}},
        {LinkCard{LinkCardKind::file,
                  FileRef{MediaId{4}},
                  {words("Fichier")},
                  "PDF, 2 Mo",
                  {paragraph({words("Dit")})}},
         {}},
        {ThematicBreak{}, {}},
        {Unsupported{"widget", "<widget>"}, {}},
    };
}

}  // namespace

TEST_CASE("plain text is what a reader sees, in reading order") {
    CHECK(plain_text(everything()) ==
          "1. Titre\nPuce\nDanger\nCitation\na.cpp\nint a;\nint b;\na-->b\nx^2\nLégende\nTête\n"
          "Ligne\nFigure\nAbsente\nSous\nOnglet\nDedans\nÉtape\nFaire\nCarte\nCorps\nRésumé\n"
          "Plié\nGauche\nDroite\n2025-01-02\nneuf\nbeau\nNouvelle\nFichier\nPDF, 2 Mo\nDit\n"
          "<widget>");
    CHECK(plain_text(Blocks{}).empty());
}

TEST_CASE("plain text of a line has neither markup nor invisible nodes") {
    const Inlines line = {words("a "),
                          styled<Strong>({styled<Emphasis>({words("b")}), {Code{"c"}, {}}}),
                          {LineBreak{}, {}},
                          {NoteReference{0}, {}},
                          {Anchor{"x"}, {}},
                          {InlineImage{MediaId{0}, "image", false}, {}},
                          {Keyboard{"d"}, {}},
                          {Math{"e"}, {}},
                          {Link{Url{"https://a.fr"}, {words("f")}}, {}},
                          styled<Superscript>({words("g")}),
                          {Foreign{"en", {words("h")}}, {}}};
    CHECK(plain_text(line) == "a bc defgh");
}

TEST_CASE("words are counted at white space") {
    CHECK(count_words({}) == 0);
    CHECK(count_words({paragraph({words(" un  deux\u202F! ")}), paragraph({words("trois")})}) == 3);
    CHECK(count_words({heading(2, {words("a")}), paragraph({words("b")})}) == 2);
}

TEST_CASE("children can be changed in place") {
    Blocks blocks = everything();
    std::size_t lines = 0;
    const std::function<void(Blocks&)> empty = [&](Blocks& each) {
        for (Block& block : each)
            for_each_child(
                block,
                [&](Inlines& body) {
                    body.clear();
                    ++lines;
                },
                empty);
    };
    empty(blocks);
    CHECK(lines == 22);
    CHECK(plain_text(blocks).find("Corps") == std::string::npos);
    std::size_t bodies = 0;
    const Inline strong = styled<Strong>({words("x")});
    for_each_child(strong, [&](const Inlines& body) { bodies += body.size(); });
    for_each_child(words("x"), [&](const Inlines&) { bodies += 100; });
    CHECK(bodies == 1);
}

TEST_CASE("a dump has a line for every node") {
    CHECK(dump(everything()) == R"(heading level=2 look=2 id=h number="1."
  text "Titre"
list bullets
  item
    paragraph
      text "Puce"
callout danger
  paragraph
    text "Danger"
quote
  paragraph
    text "Citation"
code-block language="c++" title="a.cpp" line-numbers highlighted=1,3 "int a;\nint b;"
diagram mermaid "a-->b"
math-block "x^2"
table
  column left width=0.25
  column automatic
  caption
    text "Légende"
  head
    cell
      paragraph
        text "Tête"
    cell
  row
    cell heads-row
      paragraph
        text "Ligne"
    cell
figure
  picture 2 alternative="Une fleur" width=0.5
  caption
    text "Figure"
missing-picture path="a.png" alternative="Absente"
  caption
    text "Sous"
tabs
  tab id=t
    title
      text "Onglet"
    paragraph
      text "Dedans"
steps
  step id=s
    title
      text "Étape"
    paragraph
      text "Faire"
cards
  card page 3#p--x
    picture 1 decorative
    title
      text "Carte"
    paragraph
      text "Corps"
details id=d
  summary
    text "Résumé"
  paragraph
    text "Plié"
columns
  column width=0.5
    paragraph
      text "Gauche"
  column
    paragraph
      text "Droite"
updates
  update id=u date=2025-01-02 tags="neuf, beau"
    paragraph
      text "Nouvelle"
link-card file file 4 detail="PDF, 2 Mo"
  title
    text "Fichier"
  paragraph
    text "Dit"
thematic-break
unsupported widget "<widget>"
)");
}

TEST_CASE("a dump shows nodes in the line, and spaces the eye can't tell apart") {
    Mark mark{MarkColour::red, MarkColour::none, {words("rouge")}};
    const Block line = paragraph({words("a\u00A0b\u202F!\t\"\\"),
                                  {std::move(mark), {}},
                                  {Link{DeadLink{"x.md"}, {words("là")}}, {}},
                                  {InlineImage{MediaId{1}, "", true}, {}},
                                  {LineBreak{}, {}},
                                  {NoteReference{3}, {}},
                                  {Anchor{"p--a"}, {}}});
    CHECK(dump({line}, 1) == R"(  paragraph
    text "a\u00A0b\u202F!\u0009\"\\"
    mark text=red ground=none
      text "rouge"
    link dead "x.md"
      text "là"
    inline-image 1 decorative
    line-break
    note-reference 3
    anchor p--a
)");
}

TEST_CASE("a book is dumped with its metadata, parts, pages and notes") {
    Book book = book_of({paragraph({words("Corps")})});
    book.metadata.title = "Livre";
    book.metadata.authors = {"Un", "Deux"};
    book.metadata.cover = MediaId{0};
    book.media = {{"a b.png", MediaKind::picture}, {"c.pdf", MediaKind::file}};
    book.parts = {{{words("Partie")}, "part-1", {PageId{0}, PageId{1}}}};
    Page& page = book.pages[0];
    page.id = "p";
    page.path = "p.md";
    page.title = {words("Page un")};
    page.description = "Dit";
    page.hidden = true;
    page.slides.level = 3;
    page.slides.skip = true;
    page.notes = {{"n1", {paragraph({words("Note")})}, {}}};
    CHECK(dump(book) == R"(book
  title "Livre"
  language "fr"
  author "Un"
  author "Deux"
  cover 0
  media 0 picture "a b.png"
  media 1 file "c.pdf"
  part id=part-1 pages=0,1
    text "Partie"
  page 0 id=p path="p.md" depth=0 hidden
    title
      text "Page un"
    short-title "Page"
    description "Dit"
    slides skip level=3
    paragraph
      text "Corps"
    note id=n1
      paragraph
        text "Note"
)");
}
