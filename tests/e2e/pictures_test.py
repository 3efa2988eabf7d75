"""Pictures that have several forms: for light and dark grounds, still and moving, in formats that browsers do not know."""

import struct
import unittest
import xml.etree.ElementTree as ElementTree

from support import WithBook, epubcheck, parts, triptych

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


if __name__ == "__main__":
    unittest.main()
