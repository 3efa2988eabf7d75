"""Editions: selections of pages with all files of their own."""

import unittest

from support import WithBook, parts, plain, run, triptych

CONFIGURATION = """title: Le jardin
language: fr
date: 2026-11-23
site_url: https://jardin.exemple.fr/
editions:
  - name: saisons
    title: Les saisons
    pages: [Saisons]
    panels: [booklet, epub]
    imposition: saddle
  - {name: atelier, pages: [outils/*], session: yes, handout: 3}
  - {name: gros, layout: large-print, panels: booklet}
"""


class Editions(WithBook):
    def setUp(self):
        super().setUp()
        self.write("triptych.yaml", CONFIGURATION)
        self.write("SUMMARY.md", "* [Accueil](README.md)\n\n## Saisons\n\n* [Printemps](printemps.md)\n\n"
                                 "## Outils\n\n* [La bêche](outils/beche.md)\n* [Le râteau](outils/rateau.md)\n")
        self.write("README.md", "# Accueil\n\nUn mot.\n")
        self.write("printemps.md", "# Printemps\n\nLire [la bêche](outils/beche.md) "
                                   "et [ceci](outils/rateau.md#dents).\n")
        self.write("outils/beche.md", "# La bêche\n\nElle retourne [la terre](../printemps.md).\n")
        self.write("outils/rateau.md", "# Le râteau\n\n## Dents\n\nDouze.\n")
        self.out = self.folder / "out"

    def build(self, *options):
        process = triptych("build", self.book, "-o", self.out, *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        return sorted(path.name for path in self.out.iterdir())

    def words(self, name):
        return plain(run("pdftotext", "-layout", self.out / name, "-").stdout)

    def test_one_build_makes_all_editions_beside_the_book(self):
        self.assertEqual(self.build(), [
            "le-jardin-atelier-booklet.pdf", "le-jardin-atelier-handout.pdf",
            "le-jardin-atelier-slides.pdf", "le-jardin-atelier-slides.pptx", "le-jardin-booklet.pdf",
            "le-jardin-gros-booklet.pdf", "le-jardin-saisons-booklet-print.pdf",
            "le-jardin-saisons-booklet.pdf", "le-jardin-saisons.epub", "le-jardin-slides.html",
            "le-jardin-slides.pdf", "le-jardin-slides.pptx", "le-jardin.epub"])
        process = triptych("verify", *sorted(self.out.iterdir()))
        self.assertEqual(process.returncode, 0, process.stdout)
        booklet = self.words("le-jardin-saisons-booklet.pdf")
        self.assertRegex(booklet, r"la bêche ?\d? \(dans le guide complet, p\. \d+\)")
        self.assertNotIn("retourne", booklet)
        folio = booklet.split("dans le guide complet, p. ")[1].split(")")[0]
        whole = run("pdftotext", "-f", folio, "-l", folio, self.out / "le-jardin-booklet.pdf", "-")
        self.assertIn("retourne", whole.stdout)
        epub = parts(self.out / "le-jardin-saisons.epub")
        page = epub["EPUB/text/printemps.xhtml"].decode()
        self.assertIn('href="https://jardin.exemple.fr/outils/beche"', page)
        self.assertNotIn("guide complet", page)
        self.assertFalse([name for name in epub if "beche" in name])

    def test_an_edition_is_the_same_alone_and_has_an_identifier_of_its_own(self):
        self.build("--to", "epub")
        together = (self.out / "le-jardin-saisons.epub").read_bytes()
        whole = parts(self.out / "le-jardin.epub")["EPUB/package.opf"].decode()
        self.assertEqual(self.build("--to", "epub", "--edition", "saisons"),
                         ["le-jardin-saisons.epub", "le-jardin.epub"])
        self.assertEqual((self.out / "le-jardin-saisons.epub").read_bytes(), together)
        own = parts(self.out / "le-jardin-saisons.epub")["EPUB/package.opf"].decode()
        identifier = '<dc:identifier id="uid">'
        self.assertNotEqual(own.split(identifier)[1][:60], whole.split(identifier)[1][:60])

    def test_a_name_is_taken_as_its_author_wrote_it(self):
        self.write("triptych.yaml", "title: Le jardin\nlanguage: fr\neditions:\n  - {name: Pour l’équipe, pages: [outils]}\n"
                   "decks:\n  - {name: Exposé, pages: [outils]}\n")
        for name in ("Pour l’équipe", "pour-l-equipe"):
            self.assertEqual(self.build("--edition", name, "--to", "html"), ["le-jardin-pour-l-equipe-slides.html"])
        self.build("--deck", "Exposé", "--to", "html")
        self.assertTrue((self.out / "le-jardin-expose-slides.html").exists())
        self.assertEqual(triptych("build", self.book, "-o", self.out, "--edition", "Pour l’équipage").returncode, 1)

    def test_pages_choose_what_every_panel_shows(self):
        self.assertEqual(self.build("--pages", "outils/beche"), [
            "le-jardin-outils-beche-booklet.pdf", "le-jardin-outils-beche-slides.html",
            "le-jardin-outils-beche-slides.pdf", "le-jardin-outils-beche-slides.pptx",
            "le-jardin-outils-beche.epub"])
        booklet = self.words("le-jardin-outils-beche-booklet.pdf")
        self.assertIn("(voir « Printemps » en ligne)", booklet)
        self.assertNotIn("Douze", booklet)
        self.assertEqual(triptych("verify", *self.out.iterdir()).returncode, 0)

    def test_a_session_is_one_command(self):
        self.assertEqual(self.build("--pages", "Outils", "--session", "--impose", "saddle", "--name", "lundi"), [
            "lundi-booklet-print.pdf", "lundi-booklet.pdf", "lundi-handout.pdf", "lundi-slides.pdf",
            "lundi-slides.pptx"])
        process = triptych("build", self.book, "-o", self.out, "--session")
        self.assertEqual(process.returncode, 2)
        self.assertIn("--pages", process.stderr)

    def test_an_edition_in_another_language_is_read_in_it(self):
        self.write("triptych.yaml", "title: Jardin\nlanguage: fr\neditions:\n"
                                    "  - {name: english, title: Garden, language: en, panels: [booklet, epub]}\n")
        self.write("LANGS.md", "* [Français](fr)\n* [English](en)\n")
        for folder, word in (("fr", "Bonjour"), ("en", "Hello")):
            self.write(f"{folder}/SUMMARY.md", "* [Page](page.md)\n")
            self.write(f"{folder}/page.md", f"# {word}\n\nMot : {word}.\n")
        self.build("--to", "epub")
        english = parts(self.out / "jardin-english.epub")
        page = english["EPUB/text/page.xhtml"].decode()
        self.assertIn("Hello", page)
        self.assertIn('lang="en"', page)


if __name__ == "__main__":
    unittest.main()
