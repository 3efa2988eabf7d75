#include "doc/typography.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "build.hpp"
#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::doc;

namespace {

struct Case {
    std::string_view written, set;
};

/// `_` stands for U+00A0 and `~` for U+202F, so that a reader sees them.
std::string visible(std::string text) {
    text = text::replace_all(std::move(text), "\u00A0", "_");
    return text::replace_all(std::move(text), "\u202F", "~");
}

template <std::size_t count>
void check_all(const Case (&cases)[count], std::string_view language) {
    for (const Case& one : cases) {
        const std::string written(one.written);
        CAPTURE(written);
        const std::string once = set_text(written, language);
        CHECK(visible(once) == one.set);
        CHECK(set_text(once, language) == once);
    }
}

/// The dump of one French paragraph after the pass.
std::string dump_set(Inlines body) {
    Book book = book_of({paragraph(std::move(body))});
    apply_typography(book);
    const std::string once = dump(book.pages[0].body);
    apply_typography(book);
    CHECK(dump(book.pages[0].body) == once);
    return once;
}

}  // namespace

TEST_CASE("French: spaces before high marks") {
    const Case cases[] = {
        {"Attention : danger !", "Attention_: danger~!"},
        {"Qui ? Vous ; moi.", "Qui~? Vous~; moi."},
        {"Qui? Vous; moi: là!", "Qui~? Vous~; moi_: là~!"},
        {"Quoi  ?", "Quoi~?"},
        {"Quoi\u00A0? Oui\u202F: si", "Quoi~? Oui_: si"},
        {"Quoi ?! Non !!!", "Quoi~?! Non~!!!"},
        {"(vraiment ?)", "(vraiment~?)"},
        {"(exemple :)", "(exemple_:)"},
        {"(par exemple :) ou", "(par exemple_:) ou"},
        {"Merci :) à vous ;)", "Merci :) à vous ;)"},
        {"Étape 1: lire", "Étape 1_: lire"},
        {"fin…! et etc.;", "fin…~! et etc.~;"},
        {"mot\n: suite", "mot\n: suite"},
        {": au début", ": au début"},
        {" ? au début", " ? au début"},
        {"", ""},
        {"!", "!"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: times, ratios, code-like signs and faces keep their colon") {
    const Case cases[] = {
        {"à 12:30 ou 12:30:45", "à 12:30 ou 12:30:45"},
        {"format 16:9.", "format 16:9."},
        {"le smiley :smile: ici", "le smiley :smile: ici"},
        {"ok :+1:", "ok :+1:"},
        {"std::vector et a::b", "std::vector et a::b"},
        {"le préfixe http: est", "le préfixe http: est"},
        {"si a != b", "si a != b"},
        {"page?x=1&y=2;z", "page?x=1&y=2;z"},
        {"une &nbsp; entité", "une &nbsp; entité"},
        {"Note :gras", "Note :gras"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: addresses and names of files are left alone") {
    const Case cases[] = {
        {"https://a.fr/l'eau?x=1;y=2", "https://a.fr/l'eau?x=1;y=2"},
        {"voir https://a.fr/b ; puis", "voir https://a.fr/b~; puis"},
        {"www.exemple.fr/d'ici", "www.exemple.fr/d'ici"},
        {"écrire à jean.d'arc@exemple.fr !", "écrire à jean.d'arc@exemple.fr~!"},
        {"le fichier l'eau--2.md", "le fichier l’eau--2.md"},
        {"d'index.html", "d’index.html"},
        {"../../img et .../a", "../../img et .../a"},
        {"C:\\Users\\l'autre", "C:\\Users\\l'autre"},
        {"nom_de_l'objet", "nom_de_l'objet"},
        {"style=\"info\" et", "style=\"info\" et"},
        {"beta.gouv.fr: le site", "beta.gouv.fr_: le site"},
        {"https://a.fr/1er/2e", "https://a.fr/1er/2e"},
        {"{{book.l'eau}}", "{{book.l'eau}}"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: quotation marks") {
    const Case cases[] = {
        {"un \"mot\" ici", "un «~mot~» ici"},
        {"\"Tout\"", "«~Tout~»"},
        {"l'\"état\"", "l’«~état~»"},
        {"(\"mot\"), \"autre\".", "(«~mot~»), «~autre~»."},
        {"dit \"mot\": oui \"non\"?", "dit «~mot~»_: oui «~non~»~?"},
        {"\"il dit \"oui\" ici\"", "«~il dit “oui” ici~»"},
        {"« il dit \"oui\" »", "«~il dit “oui”~»"},
        {"«mot» «\u00A0mot\u00A0» « mot »", "«~mot~» «~mot~» «~mot~»"},
        {"\" mot \"", "«~mot~»"},
        {"« Qui ? »", "«~Qui~?~»"},
        {"un écran 15\" et 17\"", "un écran 15\" et 17\""},
        {"\"jamais fermé", "\"jamais fermé"},
        {"fermé\" seulement", "fermé\" seulement"},
        {"chaîne vide \"\" ici", "chaîne vide \"\" ici"},
        {"« »", "« »"},
        {"“mot” reste", "“mot” reste"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: apostrophes, ellipses and dashes") {
    const Case cases[] = {
        {"l'eau d'ici qu'il", "l’eau d’ici qu’il"},
        {"aujourd'hui l' eau", "aujourd’hui l’ eau"},
        {"dit 'oui' à", "dit ‘oui’ à"},
        {"les années '90", "les années ’90"},
        {"5'30 et 6'", "5'30 et 6'"},
        {"fin... et [...] voilà", "fin… et […] voilà"},
        {"points .... suite .. deux", "points .... suite .. deux"},
        {"mot -- mot", "mot – mot"},
        {"mot --- mot", "mot — mot"},
        {"a ---- b et ----", "a ---- b et ----"},
        {"Paris--Lyon 2010--2020", "Paris–Lyon 2010–2020"},
        {"--option et a --b c---d", "--option et a --b c—d"},
        {"rendez-vous", "rendez-vous"},
        {"les agent·es", "les agent·es"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: numbers, units and dates stay together") {
    const Case cases[] = {
        {"10 km, 5 %, 20 €", "10_km, 5_%, 20_€"},
        {"5% et 20€.", "5_% et 20_€."},
        {"20 °C et 3 m²", "20_°C et 3_m²"},
        {"20°C, 68°F, 45°, 20°Celsius", "20_°C, 68_°F, 45°, 20°Celsius"},
        {"90 km/h", "90_km/h"},
        {"5 jours, 3 mots", "5 jours, 3 mots"},
        {"5 m'ont dit", "5 m’ont dit"},
        {"12 h 30 ou 12h30", "12_h_30 ou 12h30"},
        {"10 000 ou 1 234 567 €", "10~000 ou 1~234~567_€"},
        {"en 2024 000", "en 2024 000"},
        {"3 4 5", "3 4 5"},
        {"01 23 45 67 89", "01_23_45_67_89"},
        {"+33 1 23 45 67 89", "+33_1_23_45_67_89"},
        {"+33 (0)1 23 45 67 89", "+33_(0)1_23_45_67_89"},
        {"+5 000 voix", "+5~000 voix"},
        {"0 800 123 456", "0~800~123~456"},
        {"le 12 mars 2025 et le 1er mai", "le 12_mars_2025 et le 1er_mai"},
        {"le 3 avril dernier", "le 3_avril dernier"},
        {"en mars 2025", "en mars 2025"},
        {"1 marsouin", "1 marsouin"},
        {"100%25", "100%25"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: no break after abbreviations") {
    const Case cases[] = {
        {"n° 5, N° 6, § 2", "n°_5, N°_6, §_2"},
        {"n°5, N°6, nº7, an°8, n°s", "n°_5, N°_6, nº_7, an°8, n°s"},
        {"p. 12, pp. 3-4, art. 5", "p._12, pp._3-4, art._5"},
        {"art. L. 131-1", "art._L._131-1"},
        {"M. Durand, Mme Petit, MM. Un", "M._Durand, Mme_Petit, MM._Un"},
        {"le plan M. est", "le plan M. est"},
        {"stop. 12", "stop. 12"},
        {"Me voici, Me Dupont", "Me voici, Me_Dupont"},
        {"(Dr House)", "(Dr_House)"},
    };
    check_all(cases, "fr");
}

TEST_CASE("French: the endings of ordinals in plain texts are corrected") {
    const Case cases[] = {
        {"le 2ème et la 1ère", "le 2e et la 1re"}, {"les 3èmes, 4eme, 5ième", "les 3es, 4e, 5e"},
        {"XXIème siècle", "XXIe siècle"},          {"Xème groupe", "Xème groupe"},
        {"2ème_x v2ème", "2ème_x v2ème"},          {"thème", "thème"},
    };
    check_all(cases, "fr");
}

TEST_CASE("English: quotes, ellipses and dashes, and no spaces") {
    const Case cases[] = {
        {"\"Don't,\" she said...", "“Don’t,” she said…"},
        {"'single' and 'tis", "‘single’ and ’tis"},
        {"dogs' tails", "dogs’ tails"},
        {"the 1990's", "the 1990’s"},
        {"6'2\" tall", "6'2\" tall"},
        {"pages 3--4 -- really?", "pages 3–4 – really?"},
        {"What ? 5 % 2nd", "What ? 5_% 2nd"},
        {"(\"a 'b' c\")", "(“a ‘b’ c”)"},
    };
    check_all(cases, "en");
    check_all(cases, "EN-gb");
}

TEST_CASE("English: numbers stay with their units, abbreviations with their numbers") {
    const Case cases[] = {
        {"12 km and 10 000 people", "12_km and 10~000 people"},
        {"5 % of 5%", "5_% of 5%"},
        {"20°C n°5", "20°C n°5"},
        {"on 12 March 2025", "on 12_March_2025"},
        {"see p. 5, Fig. 3 and Dr Smith", "see p._5, Fig._3 and Dr_Smith"},
    };
    check_all(cases, "en");
}

TEST_CASE("German: low quotes, spaces before units, abbreviations, dates") {
    const Case cases[] = {
        {"geht's \"so\"... -- ja!", "geht’s „so“… – ja!"},
        {"'wort' : ?", "‚wort‘ : ?"},
        {"\"er sagte \"nein\" dazu\"", "„er sagte ‚nein‘ dazu“"},
        {"50% und 5 km", "50_% und 5_km"},
        {"50%ig", "50%ig"},
        {"z. B. S. 5, Nr. 3", "z._B. S._5, Nr._3"},
        {"am 12. März 2025 um 8", "am 12._März_2025 um 8"},
        {"Hans' Buch", "Hans’ Buch"},
    };
    check_all(cases, "de");
    CHECK(set_text("\"so\"", "de-CH") == "«so»");
}

TEST_CASE("Spanish, Italian: guillemets without spaces") {
    const Case spanish[] = {
        {"\"hola\"", "«hola»"},
        {"el 12 de marzo de 2025, 50%", "el 12_de_marzo de 2025, 50_%"},
        {"p. ej. la pág. 5 -- sí", "p._ej. la pág._5 — sí"},
        {"¿Qué?", "¿Qué?"},
    };
    check_all(spanish, "es");
    const Case italian[] = {
        {"\"ciao\" e l'acqua: 50%", "«ciao» e l’acqua: 50%"},
        {"il 12 marzo 2025, art. 5, sig. Rossi", "il 12_marzo_2025, art._5, sig._Rossi"},
    };
    check_all(italian, "it");
}

TEST_CASE("Polish, Czech, Russian: words of one letter end no line") {
    const Case polish[] = {
        {"\"tak\" w domu i z nim", "„tak” w_domu i_z_nim"},
        {"nr 5, dr Nowak, 10 000 zł", "nr_5, dr_Nowak, 10~000 zł"},
    };
    check_all(polish, "pl");
    const Case czech[] = {
        {"\"ano\" v domě", "„ano“ v_domě"},
        {"č. 5, 50 % a 50%", "č._5, 50_% a_50%"},
        {"12. března 2025", "12._března_2025"},
    };
    check_all(czech, "cs");
    const Case russian[] = {
        {"\"да\" и в доме -- нет", "«да» и_в_доме — нет"},
        {"т. е. с. 5, г. Москва, № 3", "т._е. с._5, г._Москва, №_3"},
        {"В лесу", "В_лесу"},
    };
    check_all(russian, "ru");
}

TEST_CASE("Quotation marks of more languages") {
    const std::pair<const char*, const char*> quoted[] = {
        {"da", "“a”"}, {"el", "«a»"},    {"fi", "”a”"}, {"hr", "„a”"}, {"hu", "„a”"}, {"nl", "“a”"},
        {"pt", "«a»"}, {"pt-BR", "“a”"}, {"ro", "„a”"}, {"sv", "”a”"}, {"tr", "“a”"}, {"uk", "«a»"},
        {"bg", "„a“"}, {"lt", "„a“"},    {"sk", "„a“"}, {"sl", "„a“"}};
    for (const auto& row : quoted) {
        const std::string language = row.first, set = row.second;
        CAPTURE(language);
        CHECK(set_text("\"a\"", language) == set);
        CHECK(set_text(set, language) == set);
    }
}

TEST_CASE("Other languages: apostrophes between letters and ellipses only") {
    const Case cases[] = {
        {"geht's \"so\"... -- ja!", "geht’s \"so\"… -- ja!"},
        {"'wort' : ?", "'wort' : ?"},
    };
    check_all(cases, "ja");
    check_all(cases, "sw");
    check_all(cases, "");
}

TEST_CASE("a malformed byte and an endless paragraph do no harm") {
    CHECK(visible(set_text("l'\xFF !", "fr")) == "l’�~!");
    std::string long_text;
    for (int i = 0; i < 100000; ++i) long_text += " 'a \"b 1 2: ";
    CHECK(set_text(long_text, "fr").size() > long_text.size() / 2);
}

TEST_CASE("rules see across the nodes of a paragraph") {
    CHECK(dump_set({words("un \""), styled<Strong>({words("mot")}), words("\" "),
                    styled<Emphasis>({words("Gras")}), words(" : suite")}) ==
          "paragraph\n"
          "  text \"un «\\u202F\"\n"
          "  strong\n"
          "    text \"mot\"\n"
          "  text \"\\u202F» \"\n"
          "  emphasis\n"
          "    text \"Gras\"\n"
          "  text \"\\u00A0: suite\"\n");
}

TEST_CASE("quotation marks do not reach into the next paragraph") {
    Book book = book_of({paragraph({words("un \"mot")}), paragraph({words("autre\" mot")})});
    apply_typography(book);
    CHECK(plain_text(book.pages[0].body) == "un \"mot\nautre\" mot");
}

TEST_CASE("code, keys and formulas are signs that no rule looks into") {
    CHECK(dump_set({words("l'"),
                    {Code{"a ? b : 'c'"}, {}},
                    words("!"),
                    {LineBreak{}, {}},
                    words(": "),
                    {Keyboard{"?"}, {}},
                    words(" ?"),
                    {Math{"a : b"}, {}}}) ==
          "paragraph\n"
          "  text \"l’\"\n"
          "  code \"a ? b : 'c'\"\n"
          "  text \"\\u202F!\"\n"
          "  line-break\n"
          "  text \": \"\n"
          "  keyboard \"?\"\n"
          "  text \"\\u202F?\"\n"
          "  math \"a : b\"\n");
}

TEST_CASE("a link that shows its address is left alone, others are set") {
    const auto link = [](std::string address, std::string label) {
        return Inline{Link{Url{std::move(address)}, {words(std::move(label))}}, {}};
    };
    CHECK(dump_set({link("https://a.fr/l'eau", "a.fr/l'eau"), words("? "),
                    link("https://a.fr/x", "l'eau ?")}) ==
          "paragraph\n"
          "  link url \"https://a.fr/l'eau\"\n"
          "    text \"a.fr/l'eau\"\n"
          "  text \"\\u202F? \"\n"
          "  link url \"https://a.fr/x\"\n"
          "    text \"l’eau\\u202F?\"\n");
}

TEST_CASE("notes and anchors between a word and its mark are looked through") {
    CHECK(dump_set({words("mot"), {NoteReference{0}, {}}, {Anchor{"a"}, {}}, words(" ?")}) ==
          "paragraph\n"
          "  text \"mot\"\n"
          "  note-reference 0\n"
          "  anchor a\n"
          "  text \"\\u202F?\"\n");
}

TEST_CASE("ordinals are raised, and only ordinals") {
    CHECK(dump_set({words("le 1er, la 2ème, XIXe siècle")}) ==
          "paragraph\n"
          "  text \"le 1\"\n"
          "  superscript\n"
          "    text \"er\"\n"
          "  text \", la 2\"\n"
          "  superscript\n"
          "    text \"e\"\n"
          "  text \", XIX\"\n"
          "  superscript\n"
          "    text \"e\"\n"
          "  text \" siècle\"\n");
    CHECK(dump_set({words("1"), styled<Superscript>({words("er")}), words(" Ve République")}) ==
          "paragraph\n"
          "  text \"1\"\n"
          "  superscript\n"
          "    text \"er\"\n"
          "  text \" V\"\n"
          "  superscript\n"
          "    text \"e\"\n"
          "  text \" République\"\n");
    for (const char* plain : {"Le Xe", "2er", "3e8", "a2e", "1,2e", "21er", "Vie et Ile", "5e-3",
                              "fichier-2e.md", "IVe's"}) {
        CAPTURE(plain);
        CHECK(dump_set({words(plain)}).find("superscript") == std::string::npos);
    }
}

TEST_CASE("a passage in another language follows its own rules") {
    CHECK(dump_set(
              {words("dit : "), {Foreign{"en", {words("\"What?\" he said")}}, {}}, words(" !")}) ==
          "paragraph\n"
          "  text \"dit\\u00A0: \"\n"
          "  foreign en\n"
          "    text \"“What?” he said\"\n"
          "  text \"\\u202F!\"\n");
}

TEST_CASE("every text of a book is set, every name and address is not") {
    Book book = book_of({});
    book.metadata.title = "Quoi ?";
    book.metadata.identifier = "a ?";
    book.parts.push_back({{words("Part ?")}, "", {}});
    Page& page = book.pages[0];
    page.path = "a ?.md";
    page.title = {words("Titre ?")};
    page.short_title = "Court ?";
    page.description = "Description ?";
    page.slides = {false, {}, "Diapo ?", "Notes ?\n? suite"};
    page.notes.push_back({"n", {paragraph({words("Note ?")})}, {}});
    page.body = {
        heading(2, {words("Titre ?")}),
        {Callout{CalloutKind::info, {bullets({{paragraph({words("Point ?")})}})}}, {}},
        {Tabs{{{{words("Onglet ?")}, {}, "t", {}}}}, {}},
        {Steps{{{{words("Étape ?")}, {}, "s", {}}}}, {}},
        {Cards{{{{}, {words("Carte ?")}, {}, {}, {}}}}, {}},
        {Figure{{}, {words("Légende ?")}}, {}},
        {MissingPicture{"p ?", "Texte ?", {}}, {}},
        {CodeBlock{"", "t ?", "c ?", false, {}}, {}},
        {MathBlock{"m ?"}, {}},
        {Diagram{"mermaid", "d ?"}, {}},
        {Unsupported{"u", "s ?"}, {}},
    };
    apply_typography(book);
    const std::string all = dump(book);
    for (const char* set : {"Quoi", "Part", "Titre", "Court", "Description", "Diapo", "Notes",
                            "Note", "Point", "Onglet", "Étape", "Carte", "Légende", "Texte"}) {
        CAPTURE(set);
        CHECK(all.find(std::string(set) + "\\u202F?") != std::string::npos);
        CHECK(all.find(std::string(set) + " ?") == std::string::npos);
    }
    for (const char* kept : {"a ?", "a ?.md", "p ?", "t ?", "c ?", "m ?", "d ?", "s ?"}) {
        CAPTURE(kept);
        CHECK(all.find(kept) != std::string::npos);
    }
    CHECK(page.slides.notes == "Notes\u202F?\n? suite");
}

TEST_CASE("every change can be listed") {
    Book book = book_of({});
    const Span span{FileId{0}, 4, 40};
    book.pages[0].body = {{Paragraph{{{Text{"Voilà l'eau... et le \"mot\" ?"}, span}}, {}}, span}};
    std::vector<Change> changes;
    apply_typography(book, &changes);
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].rule == "apostrophe");
    CHECK(changes[0].before == "Voilà l'eau... et le");
    CHECK(changes[0].after == "Voilà l’eau… et le");
    CHECK(changes[0].span == span);
    CHECK(changes[1].rule == "ellipsis");
    CHECK(changes[4].rule == "space-before-mark");
}
