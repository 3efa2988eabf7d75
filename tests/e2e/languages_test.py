"""Books told in several languages: one build, files for each, pictures in common."""

import hashlib
import re
import struct
import unittest
import zlib

from support import WithBook, parts, pdf_objects, plain, triptych


def picture():
    """A grey PNG of 300 pixels by 200."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    lines = b"".join(b"\0" + b"\x90" * 300 for _ in range(200))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 300, 200, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


class Languages(WithBook):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"

    def languages(self, title="Jardin"):
        """HonKit's way: `LANGS.md`, a folder a language."""
        self.write("LANGS.md", "# Languages\n\n* [Français](fr)\n* [English](en/)\n")
        self.write("book.json", f'{{"title": "{title}"}}')
        (self.book / "assets").mkdir()
        (self.book / "assets/bed.png").write_bytes(picture())
        for folder, word in (("fr", "Bonjour"), ("en", "Hello")):
            self.write(f"{folder}/SUMMARY.md", "* [Page](page.md)\n")
            self.write(f"{folder}/page.md", f"# {word}\n\nMot \"{word}\".\n\n![{word}](../assets/bed.png)\n")

    def build(self, *options):
        process = triptych("build", self.book, "-o", self.out, "--no-cache", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.said = process.stderr
        return sorted(path.name for path in self.out.iterdir())

    def page(self, name, path="EPUB/text/page.xhtml"):
        return parts(self.out / name)[path].decode()

    def test_all_languages_are_made_in_one_build(self):
        self.languages()
        self.assertEqual(self.build(), [f"jardin-{tag}{ending}" for tag in ("en", "fr") for ending in
                                        ("-booklet.pdf", "-slides.html", "-slides.pdf", "-slides.pptx", ".epub")])
        self.assertNotIn("language-assumed", self.said)
        english, french = self.page("jardin-en.epub"), self.page("jardin-fr.epub")
        self.assertIn('lang="en"', english)
        self.assertIn("“Hello”", english)
        self.assertIn('lang="fr"', french)
        self.assertIn("«\u202fBonjour\u202f»", french)
        self.assertIn("Contents", parts(self.out / "jardin-en.epub")["EPUB/nav.xhtml"].decode())
        sums = [{hashlib.sha256(data).hexdigest() for name, data in parts(self.out / epub).items()
                 if "bed" in name} for epub in ("jardin-en.epub", "jardin-fr.epub")]
        self.assertTrue(sums[0])
        self.assertEqual(*sums)
        process = triptych("verify", *sorted(self.out.iterdir()))
        self.assertEqual(process.returncode, 0, process.stdout)

    def test_one_language_is_made_alone_and_is_the_same(self):
        self.languages()
        self.build("--to", "epub,booklet")
        together = {name: (self.out / name).read_bytes() for name in ("jardin-fr-booklet.pdf", "jardin-en-booklet.pdf")}
        for tag in ("fr", "en"):
            for path in self.out.iterdir():
                path.unlink()
            self.assertEqual(self.build("--to", "booklet", "--language", tag), [f"jardin-{tag}-booklet.pdf"])
            name = f"jardin-{tag}-booklet.pdf"
            self.assertEqual((self.out / name).read_bytes(), together[name])

    def test_the_key_language_chooses_one_as_ever(self):
        self.languages()
        self.write("triptych.yaml", "language: en\n")
        self.assertEqual(self.build("--to", "epub"), ["jardin.epub"])
        self.assertIn("Hello", self.page("jardin.epub"))

    def test_an_unknown_language_is_said_and_the_first_is_made(self):
        self.languages()
        process = triptych("check", self.book, "--language", "de")
        self.assertIn("the book is not told in 'de'", process.stderr + process.stdout)
        self.assertIn("fr, en", process.stderr + process.stdout)

    def test_findings_of_all_languages_are_told(self):
        self.languages()
        self.write("en/page.md", "# Hello\n\n[gone](nowhere.md)\n")
        process = triptych("check", self.book)
        self.assertIn("en/page.md:3", process.stderr + process.stdout)
        process = triptych("check", self.book, "--language", "fr")
        self.assertNotIn("en/page.md", process.stderr + process.stdout)

    def test_a_language_has_a_title_and_keys_of_its_own(self):
        self.languages()
        self.write("triptych.yaml", "title: Jardin\nauthors: [Ada]\n")
        self.write("en/triptych.yaml", "title: The garden\nsubtitle: Green\n")
        names = self.build("--to", "epub")
        self.assertEqual(names, ["jardin-fr.epub", "the-garden-en.epub"])
        package = parts(self.out / "the-garden-en.epub")["EPUB/package.opf"].decode()
        self.assertIn("The garden", package)
        self.assertIn("Ada", package)

    def test_other_commands_take_the_first(self):
        self.languages()
        self.assertIn("Bonjour", triptych("dump", self.book, "--stage", "text").stdout)
        self.assertIn("Hello", triptych("dump", self.book, "--stage", "text", "--language", "en").stdout)

    def test_alternative_texts_of_all_languages_are_listed(self):
        self.languages()
        (self.book / "assets/english.png").write_bytes(picture())
        self.write("fr/page.md", "# A\n\n![](../assets/bed.png)\n")
        self.write("en/page.md", "# A\n\n![](../assets/bed.png)\n\n![](../assets/english.png)\n")
        listed = triptych("alt", self.book).stdout
        self.assertEqual(listed.count("assets/bed.png"), 1)
        self.assertEqual(listed.count("assets/english.png"), 1)

    def test_spaces_of_a_site_in_several_languages(self):
        self.write("docs.yaml", """site:
  title: Le site
  structure:
    - type: section
      title: Guide
      children:
        - type: space
          title: Français
          content: {directory: ./fr, language: fr}
        - type: space
          title: English
          content: {directory: ./en, language: en}
    - type: space
      title: Journal
      content: {directory: ./journal}
""")
        for folder, word in (("fr", "Bonjour"), ("en", "Hello"), ("journal", "Journal")):
            self.write(f"{folder}/README.md", f"# {word}\n\nMot.\n")
        self.assertEqual(self.build("--to", "epub"), ["le-site-en.epub", "le-site-fr.epub"])
        english = "".join(data.decode() for name, data in parts(self.out / "le-site-en.epub").items()
                          if name.endswith(".xhtml"))
        self.assertIn("Hello", english)
        self.assertIn("Journal", english)
        self.assertNotIn("Bonjour", english)

    def linked(self, extra=""):
        """Two languages whose pages lead to each other."""
        self.languages()
        self.write("triptych.yaml", extra)
        self.write("fr/SUMMARY.md", "* [Page](page.md)\n* [Plan](plan.md)\n")
        self.write("fr/plan.md", "# Plan\n\nMot.\n\n## Fin du plan\n\nMot.\n")
        self.write("en/page.md", "# Hello\n\nThe [French plan](../fr/plan.md), its [end](../fr/plan.md#fin-du-plan).\n")

    def test_links_between_languages_lead_to_the_other_file(self):
        self.linked()
        self.build("--detail", "full")
        self.assertNotIn("link-out-of-book", self.said)
        pdf = pdf_objects(self.out / "jardin-en-booklet.pdf")
        actions = re.findall(rb"/D \((.*?)\)\s+/F <<\s+/F \((.*?)\).*?/S /GoToR", pdf, re.DOTALL)
        self.assertEqual(actions, [(b"plan", b"jardin-fr-booklet.pdf"),
                                   (b"plan--fin-du-plan", b"jardin-fr-booklet.pdf")])
        there = pdf_objects(self.out / "jardin-fr-booklet.pdf")
        for name, _ in actions:
            self.assertIn(b"(" + name + b")", there)
        slides = pdf_objects(self.out / "jardin-en-slides.pdf")
        self.assertIn(b"(jardin-fr-slides.pdf)", slides)
        html = (self.out / "jardin-en-slides.html").read_text()
        there = (self.out / "jardin-fr-slides.html").read_text()
        places = re.findall(r'href="jardin-fr-slides\.html#([^"]*)"', html)
        self.assertEqual(len(set(places)), 2)
        for place in places:
            self.assertIn(f'id="{place}"', there)
        package = parts(self.out / "jardin-en-slides.pptx")
        related = "".join(data.decode() for name, data in package.items() if name.endswith(".rels"))
        self.assertIn('Target="jardin-fr-slides.pptx" TargetMode="External"', related)
        slide = "".join(data.decode() for name, data in package.items() if name.startswith("ppt/slides/slide"))
        numbers = re.findall(r"hlinkpres\?slideindex=(\d+)", slide)
        self.assertTrue(numbers)
        other = parts(self.out / "jardin-fr-slides.pptx")
        self.assertIn("Plan", other[f"ppt/slides/slide{numbers[0]}.xml"].decode())
        page = self.page("jardin-en.epub")
        self.assertIn("French plan (jardin-fr.epub)", plain(re.sub("<[^>]*>", "", page)))
        self.assertNotIn('href="jardin-fr', page)
        process = triptych("verify", *sorted(self.out.iterdir()))
        self.assertEqual(process.returncode, 0, process.stdout)

    def test_e_books_of_editions_name_the_other_file_as_the_whole_one_does(self):
        self.linked("editions:\n  - {name: short, pages: [fr/page.md]}\n  - {name: garden, language: en}\n")
        self.write("fr/page.md", "# Bonjour\n\nLa [page anglaise](../en/page.md).\n")
        self.build("--to", "epub,booklet")
        shown = {name: plain(re.sub("<[^>]*>", "", self.page(f"jardin-{name}.epub"))) for name in ("fr", "short", "garden")}
        self.assertIn("page anglaise (jardin-en.epub).", shown["fr"])
        self.assertIn("page anglaise (jardin-en.epub).", shown["short"])
        self.assertIn("French plan (jardin-fr.epub), its end (jardin-fr.epub).", shown["garden"])
        pdf = pdf_objects(self.out / "jardin-short-booklet.pdf")
        self.assertTrue(b"(jardin-en-booklet.pdf)" in pdf)

    def test_an_edition_called_as_a_language_names_no_file_that_is_not_there(self):
        self.linked("editions:\n  - {name: en, language: en}\n")
        self.build("--to", "epub")
        self.assertIn("The French plan, its end.", plain(re.sub("<[^>]*>", "", self.page("jardin-en.epub"))))

    def test_links_between_languages_lead_to_the_site_where_there_is_one(self):
        self.linked("site_url: https://example.org/g\n")
        self.build("--to", "epub,html")
        self.assertIn("link-out-of-book", self.said)
        self.assertIn('href="https://example.org/g/fr/plan"', self.page("jardin-en.epub"))
        self.assertIn('href="https://example.org/g/fr/plan"', (self.out / "jardin-en-slides.html").read_text())

    def test_links_to_a_language_that_is_not_made_are_words(self):
        self.linked()
        self.build("--to", "epub", "--language", "en")
        self.assertIn("link-out-of-book", self.said)
        self.assertIn("French plan,", plain(re.sub("<[^>]*>", "", self.page("jardin-en.epub"))))

    def test_a_place_that_the_other_language_lacks_is_told(self):
        self.linked()
        self.write("en/page.md", "# Hello\n\nThe [end](../fr/plan.md#milieu), a [draft](../fr/draft.md).\n")
        self.write("fr/draft.md", "# Brouillon\n")
        process = triptych("check", self.book)
        told = process.stdout + process.stderr
        self.assertIn("en/page.md:3:5: warning[broken-anchor]", told)
        self.assertIn("note[link-out-of-book]: page 'fr/draft.md' is not part of this book", told)

    def test_files_are_called_by_titles_in_any_script(self):
        for title, name in (("公共服务指南", "公共服务指南"), ("Путеводитель", "путеводитель"), ("서비스 안내", "서비스-안내")):
            self.write("triptych.yaml", f"title: {title}\nlanguage: zh\n")
            self.write("page.md", "# A\n\nB.\n")
            self.assertIn(f"{name}.epub", self.build("--to", "epub"))
            for part in parts(self.out / f"{name}.epub"):
                self.assertTrue(part.isascii(), part)


if __name__ == "__main__":
    unittest.main()
