"""Emoji are pictures in PDF files for the screen, and text that is found and copied everywhere."""

import unittest
import zipfile

from support import WithBook, run, triptych

PAGE = "# Le départ\n\nUne idée 💡 par jour, une fusée 🚀 par an, une autre 💡, et la 🇫🇷.\n"


class Emoji(WithBook):
    def built(self, *options):
        self.write("page.md", PAGE)
        self.write("triptych.yaml", "title: Le départ\nlanguage: fr\n")
        process = triptych("build", self.book, "-o", self.folder / "out", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        return self.folder / "out"

    def pictures(self, pdf):
        """The objects of pictures drawn, without their masks."""
        rows = [line.split() for line in run("pdfimages", "-list", pdf).stdout.splitlines()[2:]]
        return {row[10] for row in rows if row[2] == "image"}

    def assert_text(self, pdf):
        text = run("pdftotext", pdf, "-").stdout
        for emoji in ("💡", "🚀", "🇫🇷"):
            self.assertIn(emoji, text)

    def test_screen_has_pictures_over_text(self):
        out = self.built("--to", "booklet,slides")
        for kind in ("booklet", "slides"):
            pdf, = out.glob(f"*-{kind}.pdf")
            self.assertEqual(len(self.pictures(pdf)), 3, kind)
            self.assert_text(pdf)
            self.assertEqual(triptych("verify", pdf).returncode, 0)

    def test_print_has_none(self):
        out = self.built("--to", "booklet", "--impose", "saddle")
        self.assertEqual(self.pictures(next(out.glob("*-print.pdf"))), set())
        self.assertEqual(len(self.pictures(next(out.glob("*-booklet.pdf")))), 3)

    def test_a_layout_may_want_none(self):
        self.write("layouts/plain/theme.yaml", "extends: default\nemoji: mono\n")
        out = self.built("--to", "booklet,slides", "--layout", "plain")
        for pdf in out.glob("*.pdf"):
            self.assertEqual(self.pictures(pdf), set(), pdf.name)
            self.assert_text(pdf)

    def test_a_layout_may_want_words_alone_in_every_output(self):
        self.write("layouts/bare/theme.yaml", "extends: default\nemoji: none\n")
        out = self.built("--layout", "bare")
        texts = [run("pdftotext", pdf, "-").stdout for pdf in out.glob("*.pdf")]
        for package in (*out.glob("*.epub"), *out.glob("*.pptx")):
            with zipfile.ZipFile(package) as files:
                texts += [files.read(name).decode() for name in files.namelist()
                          if name.endswith((".xhtml", ".xml"))]
        # What stands in the page of slides before its words is style.
        texts += [page.read_text().partition("<body")[2] for page in out.glob("*.html")]
        self.assertGreaterEqual(sum("fusée" in text for text in texts), 5)
        for text in texts:
            for emoji in ("💡", "🚀", "🇫🇷"):
                self.assertNotIn(emoji, text)

    def test_slides_in_html_ask_for_the_fonts_of_the_system_first(self):
        page, = self.built("--to", "html").glob("*.html")
        text = page.read_text()
        self.assertLess(text.index("Apple Color Emoji"), text.index('"other-'))


if __name__ == "__main__":
    unittest.main()
