"""Pictures that have several forms: for light and dark grounds, still and moving, in formats that browsers do not know."""

import os
import struct
import unittest
import zlib
import xml.etree.ElementTree as ElementTree

from support import TRIPTYCH, WithBook, epubcheck, parts, run, triptych

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="{}"/></svg>'
HTML = "{http://www.w3.org/1999/xhtml}"


def gif(frames):
    head = b"GIF89a\x08\0\x08\0\x80\0\0\xff\0\0\0\0\xff"
    one = b"!\xf9\4\4\x20\0\0\0,\0\0\0\0\x08\0\x08\0\0\2\7\x84\x8f\xa9\xcb\xed\x0f\x63\0"
    return head + one * frames + b";"


def tiff(orientation):
    """Two pixels beside each other, red and blue, uncompressed."""
    entry = lambda tag, value: struct.pack("<HHII", tag, 3, 1, value)
    tags = ((256, 2), (257, 1), (258, 8), (259, 1), (262, 2), (273, 8), (274, orientation), (277, 3), (278, 1), (279, 6))
    return (b"II*\0" + struct.pack("<I", 16) + b"\xff\0\0\0\0\xff\0\0" + struct.pack("<H", len(tags)) +
            b"".join(entry(*tag) for tag in tags) + bytes(4))


def pdf(content, resources=""):
    """One page of 100 × 100 points."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<{resources}>>>>",
               f"<</Length {len(content)}>>stream\n{content}\nendstream"]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{text}xref\n0 5\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size 5>>\n"
            f"startxref\n{len(text)}\n%%EOF\n").encode()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def profile():
    """Colours of a screen whose red and green are those of sRGB in each other's place."""
    fixed = lambda *values: b"".join(struct.pack(">i", round(value * 65536)) for value in values)
    place = lambda *values: b"XYZ \0\0\0\0" + fixed(*values)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 563) + b"\0\0"
    tags = ((b"wtpt", place(.9642, 1, .8249)), (b"rXYZ", place(.3851, .7169, .0971)), (b"gXYZ", place(.4360, .2225, .0139)),
            (b"bXYZ", place(.1431, .0606, .7139)), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve))
    start, table, data = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, tag in tags:
        table += name + struct.pack(">II", start + len(data), len(tag))
        data += tag
    head = struct.pack(">I", start + len(data)) + b"lcms" + struct.pack(">I", 0x02400000) + b"mntrRGB XYZ " + bytes(12) + b"acsp"
    return (head + bytes(28) + fixed(.9642, 1, .8249)).ljust(128, b"\0") + table + data


def png(side, colour, icc=b""):
    rows = (b"\0" + bytes(colour) * side) * side
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) +
            (chunk(b"iCCP", b"any\0\0" + zlib.compress(icc)) if icc else b"") +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Pictures(WithBook):
    def setUp(self):
        super().setUp()
        self.write("triptych.yaml", "title: Images\nlanguage: fr\n")
        self.write("jour.svg", DRAWING.format("#ffeecc"))
        self.write("nuit.svg", DRAWING.format("#112233"))
        self.write("film.gif", gif(2))
        self.write("image.gif", gif(1))
        self.write("scan.tiff", tiff(6))
        self.write("page.md", "# Images\n\nUne phrase.\n\n![Le plan](jour.svg#gh-light-mode-only)\n"
                   "![Le plan](nuit.svg#gh-dark-mode-only)\n\n## Film\n\n![Un film](film.gif)\n\n## Image\n\n"
                   "![Une image](image.gif)\n\n## Scan\n\n![Un scan](scan.tiff)\n")
        self.out = self.folder / "out"
        self.process = triptych("build", self.book, "-o", self.out)
        self.assertEqual(self.process.returncode, 0, self.process.stderr)
        self.assertNotIn("unreadable-image", self.process.stderr)

    def test_an_e_book_offers_each_reader_its_form(self):
        book = next(self.out.glob("*.epub"))
        files = parts(book)
        page = next(text for name, text in files.items() if name.endswith("images.xhtml") or name.endswith("page.xhtml"))
        pictures = ElementTree.fromstring(page).findall(f".//{HTML}picture")
        offered = [(source.get("media"), source.get("type"), image.get("alt"))
                   for picture in pictures
                   for source, image in [(picture.find(f"{HTML}source"), picture.find(f"{HTML}img"))]]
        self.assertEqual(offered, [("(prefers-color-scheme: dark)", "image/svg+xml", "Le plan"),
                                   ("(prefers-reduced-motion: reduce)", "image/png", "Un film")])
        shown = files["EPUB/images/" + pictures[0].find(f"{HTML}source").get("srcset").split("/")[-1]]
        self.assertIn(b"#112233", shown)
        self.assertIn(gif(2), files.values())
        self.assertEqual(epubcheck([book]), {str(book): ""})
        self.assertEqual(triptych("verify", book).returncode, 0)

    def test_html_slides_do_the_same(self):
        slides = next(self.out.glob("*-slides.html"))
        text = slides.read_text()
        self.assertRegex(text, r'<source media="\(prefers-color-scheme: dark\)" srcset="data:image/svg\+xml[^"]*" data-ground="dark"')
        self.assertRegex(text, r'<source media="\(prefers-reduced-motion: reduce\)" srcset="data:image/png')
        process = triptych("verify", slides)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertEqual(triptych("build", self.book, "-o", self.out, "--to", "html", "--html-folder").returncode, 0)
        folder = next(self.out.glob("*-slides/index.html"))
        self.assertEqual(len(list(folder.parent.glob("*-still.png"))), 1)
        process = triptych("verify", folder)
        self.assertEqual(process.returncode, 0, process.stderr)

    def test_pdf_and_powerpoint_show_the_light_one(self):
        tags = triptych("dump", self.book, "--stage", "tags").stdout
        self.assertEqual(tags.count("Le plan"), 1)
        media = parts(next(self.out.glob("*.pptx")))
        self.assertEqual(sum(name.startswith("ppt/media/") for name in media), 4)


class Sources(WithBook):
    """Pictures that are not what outputs hold: pages of PDF files, colours of other screens."""

    def build(self, *options):
        self.out = self.folder / "out"
        process = triptych("build", self.book, "-o", self.out, "--no-cache", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        return process.stderr

    def colours(self, name):
        """How many pixels of all pages of a PDF are plainly red and green."""
        run("pdftoppm", "-r", "60", self.out / name, self.out / "page")
        count = {"red": 0, "green": 0}
        for page in self.out.glob("page*.ppm"):
            data = page.read_bytes().split(b"\n", 3)[3]
            for red, green, blue in zip(data[::3], data[1::3], data[2::3]):
                count["red"] += red > 200 and green < 60 and blue < 60
                count["green"] += green > 200 and red < 60 and blue < 60
            page.unlink()
        return count

    def test_a_page_of_a_pdf_is_a_drawing_everywhere(self):
        self.write("triptych.yaml", "title: Page\nlanguage: en\n")
        (self.book / "plan.pdf").write_bytes(pdf("1 0 0 rg 10 10 80 80 re f"))
        self.write("README.md", "# Page\n\nA text.\n\n![The plan](plan.pdf)\n")
        self.assertNotIn("unreadable", self.build())
        files = parts(self.out / "page.epub")
        drawing = next(data for name, data in files.items() if name.endswith(".svg"))
        self.assertIn(b'width="133', drawing)  # 100 points
        self.assertIn(b"image/svg+xml", files["EPUB/package.opf"])
        booklet = self.out / "page-booklet.pdf"
        self.assertNotIn("/Subtype /Image", run("mutool", "show", booklet, "grep").stdout)
        for name in ("page-booklet.pdf", "page-slides.pdf"):
            self.assertGreater(self.colours(name)["red"], 1000, name)
        self.assertTrue(any(name.startswith("ppt/media/") for name in parts(self.out / "page-slides.pptx")))
        self.assertIn("svg", (self.out / "page-slides.html").read_text())
        self.assertEqual(epubcheck([self.out / "page.epub"]), {str(self.out / "page.epub"): ""})
        process = triptych("verify", *sorted(self.out.iterdir()))
        self.assertEqual(process.returncode, 0, process.stdout)

    def test_a_page_without_its_fonts_is_not_guessed_at(self):
        self.write("triptych.yaml", "title: Page\nlanguage: en\n")
        fonts = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        (self.book / "plan.pdf").write_bytes(pdf("BT /F 20 Tf 10 10 Td (Words) Tj ET", fonts))
        self.write("README.md", "# Page\n\nA text.\n\n![The plan](plan.pdf)\n")
        self.assertIn("README.md:5:1: warning[unreadable-image]", self.build())

    def test_broken_pages_cost_their_place_only(self):
        self.write("triptych.yaml", "title: Page\nlanguage: en\n")
        whole = pdf("1 0 0 rg 10 10 80 80 re f")
        text = "# Page\n\nA text.\n"
        for number, data in enumerate((whole[:40], whole.replace(b"100 100", b"1e9 1e9"), whole.replace(b"Kids[3", b"Kids[2"),
                                       pdf("q " * 200000), pdf("/X Do", "/XObject<</X 4 0 R>>"))):
            (self.book / f"plan{number}.pdf").write_bytes(data)
            text += f"\n![The plan](plan{number}.pdf)\n"
        self.write("README.md", text)
        self.build("--to", "booklet,epub")
        self.assertEqual(triptych("verify", *sorted(self.out.iterdir())).returncode, 0)

    def test_colours_are_those_that_the_profile_says(self):
        self.write("triptych.yaml", "title: Page\nlanguage: en\n")
        (self.book / "red.png").write_bytes(png(64, (255, 0, 0), profile()))
        self.write("README.md", "# Page\n\nA text.\n\n![Green](red.png)\n")
        self.build()
        for name in ("page-booklet.pdf", "page-slides.pdf"):
            found = self.colours(name)
            self.assertGreater(found["green"], 500, name)
            self.assertLess(found["red"], 50, name)
        for name in ("page.epub", "page-slides.pptx"):
            pictures = [data for path, data in parts(self.out / name).items() if path.endswith(".png")]
            self.assertFalse(any(b"iCCP" in data for data in pictures), name)
        self.assertIn("image/png", (self.out / "page-slides.html").read_text())


class Refused(WithBook):
    """Pictures that are there and yet not shown: the finding says why."""

    def test_what_costs_too_much_says_so_with_its_limit(self):
        self.write("grande.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 20000, 20000, 8, 2, 0, 0, 0)))
        self.write("page.md", "# Page\n\n![Un plan](grande.png)\n")
        said = triptych("build", self.book, "-o", self.folder / "out").stderr
        self.assertIn("picture 'grande.png' can't be shown, its place stays empty: it has 20000 × 20000 pixels: "
                      "more than 100 million", said)
        self.assertIn("hint: make it smaller", said)
        said = triptych("build", self.book, "-o", self.folder / "out", "--lang", "fr").stderr
        self.assertIn("elle a 20000 × 20000 pixels", said)

    def test_what_may_not_be_read_is_not_said_to_be_missing(self):
        user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
        self.write("triptych.yaml", "title: Livre\nlogo: ferme/logo.svg\n")
        self.write("page.md", "# Page\n\n![Un plan](ferme/plan.svg)\n\n![Une carte](carte.svg)\n\n![Rien](rien.svg)\n\n"
                   "[Un fichier](ferme/liste.ods)\n\n{% include \"ferme/partie.md\" %}\n\n{% include \"autre.md\" %}\n\n"
                   "{% include \"aucun.md\" %}\n")
        self.write("SUMMARY.md", "* [Page](page.md)\n")
        for name in ("ferme/plan.svg", "ferme/logo.svg", "carte.svg"):
            self.write(name, DRAWING.format("#ffeecc"))
        for name in ("ferme/liste.ods", "ferme/partie.md", "autre.md"):
            self.write(name, "Une partie.\n")
        closed = [self.book / name for name in ("carte.svg", "autre.md", "ferme")]
        self.folder.chmod(0o755)
        for path in closed:
            path.chmod(0)
        self.addCleanup((self.book / "ferme").chmod, 0o755)
        found = run(*user, TRIPTYCH, "check", self.book).stderr
        why = "you have no permission to read it"
        for line in (f"picture 'ferme/plan.svg' can't be shown, its place stays empty: {why}",
                     f"picture 'ferme/logo.svg' can't be shown, its place stays empty: {why}",
                     f"picture 'carte.svg' can't be shown, its place stays empty: {why}",
                     f"'ferme/liste.ods' can't be read: {why}; the link becomes plain text",
                     f"included file 'ferme/partie.md' can't be read: {why}", f"included file 'autre.md' can't be read: {why}",
                     "no picture 'rien.svg' in the book", "included file 'aucun.md' does not exist"):
            with self.subTest(line):
                self.assertIn(line, found)
        self.assertEqual(found.count("can't be"), 6, found)
        self.assertIn("chmod -R u+rX", found)


if __name__ == "__main__":
    unittest.main()
