"""Builds content/ and holds all outputs against outside readers."""

import re
import sys
import tempfile
import unittest

from support import PILLARS, ROOT, Built, parts, plain, run, triptych

# The title of the page and the beginnings of its first two paragraphs.
OPENING = ["Les piliers d’une organisation produit",
           "Une organisation produit repose sur quelques principes simples.",
           "Ces piliers structurent la manière"]

# As the booklet prints them, with numerals instead of numbers.
NUMERALS = [pillar.replace(".", "", 1) for pillar in PILLARS]

TITLE = re.compile(r'<p:ph type="(?:title|ctrTitle)"/?>.*?</p:sp>', re.DOTALL)
TEXT = re.compile(r"<a:t>([^<]*)</a:t>")


class Content(Built):
    source = "content"

    def test_builds_with_only_the_links_out_of_the_book_reported(self):
        self.assertEqual(self.process.returncode, 0, self.process.stderr)
        places = re.findall(r"^(.*?): warning\[(.*?)\]", self.process.stderr, re.MULTILINE)
        page = "content/preparer-et-lancer/les-piliers-dune-organisation-produit.md"
        self.assertEqual([kind for _, kind in places], ["broken-link"] * 4)
        self.assertEqual([place[place.index("content/preparer"):] for place, _ in places],
                         [f"{page}:18:24", f"{page}:34:43", f"{page}:34:106", f"{page}:48:24"])

    def test_booklet_opens_everywhere_and_reads_in_order(self):
        booklet = self.output("-booklet.pdf")
        self.assert_good_pdf(booklet)
        self.assert_in_order(OPENING + NUMERALS, plain(run("pdftotext", booklet, "-").stdout))
        structure = plain(run("pdfinfo", "-struct-text", booklet).stdout)
        for pillar in PILLARS:
            self.assertIn(pillar.split(" ", 1)[1], structure)

    def test_booklet_is_a5_with_labels_and_bookmarks(self):
        booklet = self.output("-booklet.pdf")
        self.assertRegex(run("pdfinfo", booklet).stdout, r"Page size: +419\.5\d* x 595\.2\d* pts")
        outline = plain(run("mutool", "show", booklet, "outline").stdout)
        for pillar in NUMERALS:
            self.assertIn(pillar, outline)

    def test_epub_is_valid_and_holds_the_pillars(self):
        epub = self.output(".epub")
        self.assert_good_epub(epub)
        texts = [plain(re.sub(r"<[^>]*>", " ", content.decode()))
                 for name, content in sorted(parts(epub).items()) if name.endswith(".xhtml")]
        page = next(text for text in texts if OPENING[1] in text)
        self.assert_in_order(OPENING + [pillar.split(" ", 1)[1] for pillar in PILLARS], page)

    def test_slides_are_one_title_and_one_a_pillar(self):
        slides = self.output("-slides.pdf")
        self.assert_good_pdf(slides)
        for number, pillar in enumerate(PILLARS, start=2):
            page = plain(run("pdftotext", "-f", number, "-l", number, slides, "-").stdout)
            self.assertIn(pillar.split(" ", 1)[1], page)
        self.assertRegex(run("pdfinfo", slides).stdout, r"Pages: +6\n")

    def test_pptx_has_the_pillars_in_its_title_placeholders(self):
        slides = {name: content.decode() for name, content in
                  parts(self.output(".pptx")).items()
                  if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)}
        self.assertEqual(len(slides), 6)
        for number, pillar in enumerate(PILLARS, start=2):
            slide = slides[f"ppt/slides/slide{number}.xml"]
            numeral, words = pillar.split(". ", 1)
            title = TITLE.search(slide)
            self.assertEqual(plain("".join(TEXT.findall(title.group()))), words)
            # The numeral stands large in a box of its own.
            self.assertIn(f"<a:t>{numeral}</a:t>", slide)

    def test_impress_opens_the_deck_with_its_text(self):
        pptx = self.output(".pptx")
        with tempfile.TemporaryDirectory() as folder:
            run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to", "pdf", "--outdir", folder, pptx)
            shown = f"{folder}/{pptx.stem}.pdf"
            self.assertRegex(run("pdfinfo", shown).stdout, r"Pages: +6\n")
            self.assert_in_order([pillar.split(" ", 1)[1] for pillar in PILLARS],
                                 plain(run("pdftotext", shown, "-").stdout))

    def test_same_bytes_whatever_the_threads_locale_and_time_zone(self):
        for jobs, locale, zone in (("1", "C", "UTC"), ("2", "tr_TR.UTF-8", "Asia/Tokyo")):
            with self.subTest(jobs=jobs), tempfile.TemporaryDirectory() as folder:
                triptych("build", ROOT / "content", "-o", folder, "--jobs", jobs,
                         env={"LC_ALL": locale, "TZ": zone, "TRIPTYCH_DATA": str(ROOT)})
                for path in sorted(self.folder.iterdir()):
                    with open(f"{folder}/{path.name}", "rb") as again:
                        self.assertEqual(again.read(), path.read_bytes(), path.name)


if __name__ == "__main__":
    sys.exit(unittest.main())
