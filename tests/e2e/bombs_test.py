"""Small files that ask for a great deal: each is refused in words, costs little, and spares the rest."""

import os
import pathlib
import resource
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

from support import TRIPTYCH, WithBook

# Times the memory of a harmless book that a hostile one may take, and what one picture may add.
MOST = 3
# Seconds of processor time.
LONGEST = 20
PAGE = "# Page\n\nLe premier mot.\n\n{}\n\nLe dernier mot.\n"


def png(width, height):
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body
                + struct.pack(">I", zlib.crc32(kind + body)))
    rows = zlib.compress(bytes(200_000), 9)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def jpeg(width, height, scans=1):
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes([1, 17, 0, 2, 17, 1, 3, 17, 1])
    scan = bytes([3, 1, 0, 2, 17, 3, 17, 0, 63, 0])
    return (b"\xff\xd8\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame
            + (b"\xff\xda" + struct.pack(">H", 2 + len(scan)) + scan + b"\x00") * scans
            + b"\xff\xd9")


def gif(width, height):
    return (b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
            + b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\0\x3b")


def webp(width, height):
    size = (width - 1) | (height - 1) << 24
    extended = b"VP8X" + struct.pack("<II", 10, 0) + size.to_bytes(6, "little")
    lossless = b"VP8L" + struct.pack("<I", 6) + b"\x2f" + struct.pack(
        "<I", (width - 1) & 0x3fff | ((height - 1) & 0x3fff) << 14) + b"\0"
    body = b"WEBP" + extended + lossless
    return b"RIFF" + struct.pack("<I", len(body)) + body


def svg(body, size='width="100" height="100"', head=""):
    return (f'<?xml version="1.0"?>{head}<svg xmlns="http://www.w3.org/2000/svg" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{body}</svg>').encode()


def entities():
    levels = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return svg("<text>&a11;</text>", head=f"<!DOCTYPE svg [{levels}]>")


def uses():
    levels = '<rect id="u0" width="1" height="1"/>' + "".join(
        f'<g id="u{i}">' + f'<use xlink:href="#u{i - 1}"/>' * 10 + "</g>" for i in range(1, 12))
    return svg(f'<defs>{levels}</defs><use xlink:href="#u11"/>')


PICTURES = {
    "a PNG of 60,000 × 60,000": ("a.png", png(60_000, 60_000)),
    "a PNG of 10,000 × 10,000 that ends early": ("a.png", png(10_000, 9_999)),
    "a JPEG of 60,000 × 60,000": ("a.jpg", jpeg(60_000, 60_000)),
    "a JPEG of 10,000 scans": ("a.jpg", jpeg(9_000, 9_000, 10_000)),
    "a GIF of 60,000 × 60,000": ("a.gif", gif(60_000, 60_000)),
    "a WebP of 60,000 × 60,000": ("a.webp", webp(60_000, 60_000)),
    "an SVG whose entities multiply": ("a.svg", entities()),
    "an SVG whose uses multiply": ("a.svg", uses()),
    "an SVG that uses itself": ("a.svg", svg('<g id="a"><use xlink:href="#a"/></g>')),
    "an SVG a million inches wide": ("a.svg", svg("<g/>", 'width="1000000in" height="1000000in"')),
    "an SVG without end": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 100_000),
    "an SVG that asks for files": ("a.svg", svg(
        "<text>&x;</text><image xlink:href='file:///dev/zero' width='9' height='9'/>",
        head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///dev/zero">]>')),
    "an SVG with a blur without end": ("a.svg", svg(
        '<filter id="f"><feGaussianBlur stdDeviation="100000"/></filter>'
        '<rect width="100" height="100" filter="url(#f)"/>')),
    # librsvg 2.54 ends the process over it.
    "an SVG with a kernel that breaks librsvg": ("a.svg", svg(
        f'<filter id="f"><feConvolveMatrix order="21" kernelMatrix="{"1 " * 441}"/></filter>'
        '<rect width="100" height="100" filter="url(#f)"/>')),
    "an SVG with a slow kernel": ("a.svg", svg(
        '<filter id="f"><feMorphology operator="dilate" radius="60"/></filter>'
        '<rect width="800" height="800" filter="url(#f)"/>', 'width="800" height="800"')),
    "an SVG with clouds without end": ("a.svg", svg(
        '<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="10"/></filter>'
        + '<rect width="800" height="800" filter="url(#f)"/>' * 300, 'width="800" height="800"')),
    "an SVG with a line that crosses itself without end": ("a.svg", svg(
        '<path fill="none" stroke="red" d="M0 0'
        + "".join(f"L{i * 7919 % 500} {i * 104729 % 500}" for i in range(40_000)) + '"/>')),
    "an SVG with a text without end": ("a.svg", svg(
        "<text y='9'>" + "mot " * 100_000 + "</text>")),
}
# Those that are drawn, or left out without harm: their warning is of no use here.
HARMLESS = {"an SVG that uses itself", "an SVG that asks for files", "an SVG with a blur without end",
            "an SVG a million inches wide", "an SVG with a kernel that breaks librsvg",
            "an SVG with a slow kernel", "an SVG with clouds without end"}


class Bombs(WithBook):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory(prefix="triptych-") as folder:
            book = pathlib.Path(folder)
            (book / "README.md").write_text(PAGE.format("mot"))
            cls.harmless = cls.measure("build", book, "-o", book / "out")[2]

    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"

    @staticmethod
    def measure(*arguments):
        """Exit code, what was said, peak memory in bytes, seconds of processor time."""
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen([TRIPTYCH, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                       stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            return (process.returncode, said.read().decode(errors="replace"), used.ru_maxrss * 1024,
                    used.ru_utime + used.ru_stime)

    def build(self, memory=MOST, seconds=LONGEST):
        """What a build said, which ended well and within its bounds, with the text of the book."""
        code, said, peak, time = self.measure("build", self.book, "-o", self.out)
        self.assertIn(code, (0, 1), said[-500:])
        # The peak of a child begins at that of its parent.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self.assertLess(peak, max(memory * self.harmless, own + 1))
        self.assertLess(time, seconds)
        self.assertGreaterEqual(len(list(self.out.glob("*"))), 4, said[-500:])
        return said

    def text(self):
        code, said, _, _ = self.measure("dump", self.book, "--stage", "text")
        self.assertIn(code, (0, 1), said[-500:])
        return said


class Pictures(Bombs):
    def test_pictures_that_ask_for_too_much(self):
        self.write("a.svg", svg('<rect width="100" height="100"/>'))
        self.write("README.md", PAGE.format("![une image](a.svg)"))
        drawn = self.measure("build", self.book, "-o", self.out)[2]
        for name, (file, bytes_) in PICTURES.items():
            with self.subTest(name):
                self.write(file, bytes_)
                self.write("README.md", PAGE.format(f"![une image]({file})"))
                # Drawing takes libraries that a book without drawings does not load.
                said = self.build(MOST * drawn / self.harmless if file.endswith(".svg") else MOST)
                if name not in HARMLESS:
                    self.assertIn("[unreadable-image]", said)
                self.assertIn("Le dernier mot.", self.text())

    def test_a_thousand_uses_of_one_picture_cost_one(self):
        self.write("a.png", png(2000, 100))
        self.write("README.md", PAGE.format("![une image](a.png)\n\n" * 1000))
        self.build(memory=3 * MOST)


class Files(Bombs):
    def test_files_that_are_no_files(self):
        os.mkfifo(self.book / "tuyau.md")
        os.mkfifo(self.book / "tuyau.png")
        os.mkfifo(self.book / "alt.yaml")
        os.symlink("/dev/zero", self.book / "zero.md")
        os.symlink("/dev/zero", self.book / "zero.png")
        os.symlink("boucle.md", self.book / "boucle.md")
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(self.book / "prise.md"))
        (self.book / "dossier.md").mkdir()
        names = ("tuyau", "zero", "boucle", "prise", "dossier")
        self.write("SUMMARY.md", "* [Page](README.md)\n"
                   + "".join(f"* [Nom](<{name}.md>)\n" for name in names))
        self.write("README.md", PAGE.format(
            "![a](tuyau.png) ![b](zero.png)\n\n"
            + "".join(f'{{% include "{name}.md" %}}\n\n' for name in names)))
        said = self.build()
        for kind in ("summary-entry", "missing-include", "missing-image"):
            self.assertIn(f"[{kind}]", said)
        self.assertIn("Le dernier mot.", self.text())

    def test_pipes_in_the_place_of_every_file_of_settings(self):
        for name in ("SUMMARY.md", ".gitbook.yaml", "triptych.yaml", "docs.yaml", "book.json",
                     "LANGS.md"):
            os.mkfifo(self.book / name)
        self.write("README.md", PAGE.format("mot"))
        self.build()
        self.assertIn("Le dernier mot.", self.text())

    def test_names_of_every_kind(self):
        names = ["a\nb.md", "tab\t.md", " .md", "\x1b[31mrouge.md", "a'b\"c.md", "%2e%2e%2fb.md",
                 "é.md", "e\u0301.md", "\u202egnp.md", "x" * 250 + ".md", "-o.md", "<b>.md", "$(x).md"]
        for name in names:
            self.write(name, f"# Titre {names.index(name)}\n\nMot.\n")
        (self.book / os.fsdecode(b"octet\xff.md")).write_text("# Octet\n\nMot.\n")
        self.write("README.md", PAGE.format("[a](<%0A.md>) ![x](<a%0Ab.md>)"))
        said = self.build()
        self.assertNotIn("\x1b[31m", said)
        self.assertEqual(self.text().count("Mot."), len(names) + 1)

    def test_a_file_of_a_gigabyte_without_content(self):
        with open(self.book / "vide.md", "wb") as file:
            file.truncate(1 << 30)
        shutil.copyfile("/dev/null", self.book / "image.png")
        os.truncate(self.book / "image.png", 1 << 30)
        self.write("SUMMARY.md", "* [Page](README.md)\n* [Vide](vide.md)\n")
        self.write("README.md", PAGE.format("![a](image.png)\n\n{% include \"vide.md\" %}"))
        said = self.build()
        self.assertIn("vide.md", said)
        self.assertIn("image.png", said)
        self.assertIn("Le dernier mot.", self.text())

    def test_absolute_paths_and_addresses_of_files(self):
        self.write("README.md", PAGE.format(
            "![a](/dev/zero) ![b](file:///dev/zero) ![c](//dev/zero) ![d](/etc/passwd)\n\n"
            '{% include "/etc/passwd" %}\n\n[e](file:///etc/passwd)\n\n'
            '{% file src="/dev/zero" %}\n\n<img src="/proc/self/environ">'))
        self.write("triptych.yaml", "cover: /dev/zero\nlogo: /etc/passwd\n")
        said = self.build()
        self.assertIn("[missing-image]", said)
        self.assertNotIn("root:", self.text())

    def test_folders_in_folders(self):
        deep = self.book
        for _ in range(300):
            deep = deep / "dossier"
        os.makedirs(deep)
        (deep / "page.md").write_text("# Fond\n\nMot.\n")
        self.write("README.md", PAGE.format("mot"))
        self.build()
        self.assertIn("Fond", self.text())


def pdf(*objects):
    """A file of these objects, the catalogue first, with a table of where they are."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))


def stream(entries, data):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


class Verified(Bombs):
    def test_pdfs_that_grow_without_end(self):
        pack = zlib.compressobj(9)
        once = b"".join(pack.compress(b" " * (1 << 20)) for _ in range(2048)) + pack.flush()
        catalogue = b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"
        pages = (b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>")
        bombs = {
            "once": pdf(catalogue, *pages, stream(b"/Filter/FlateDecode", once)),
            "twice": pdf(catalogue, *pages, stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(once, 9))),
            "objects": pdf(catalogue, *pages, stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", once)),
        }
        for name, bytes_ in bombs.items():
            with self.subTest(name):
                file = self.folder / f"{name}.pdf"
                file.write_bytes(bytes_)
                code, said, peak, time = self.measure("verify", file)
                self.assertEqual(code, 1, said)
                self.assertIn("too large", said)
                self.assertLess(peak, 300e6)
                self.assertLess(time, LONGEST)


class Sizes(Bombs):
    def test_a_summary_of_100_000_pages_that_are_not_there(self):
        self.write("SUMMARY.md", "* [Page](README.md)\n"
                   + "".join(f"* [Page {i}](page-{i}.md)\n" for i in range(100_000)))
        self.write("README.md", PAGE.format("mot"))
        said = self.build(memory=10)
        self.assertRegex(said, r"(?m)^ +100000 +warning +summary-entry$")

    def test_a_summary_of_20_000_pages(self):
        code, _, peak, _ = self.pages(2000)
        self.assertEqual(code, 0)
        code, said, larger, _ = self.pages(20_000)
        self.assertEqual(code, 0, said[-500:])
        self.assertLess(larger, 11 * peak)

    def pages(self, count):
        self.write("SUMMARY.md", "".join(f"* [Page {i}](p/{i}.md)\n" for i in range(count)))
        for i in range(count):
            self.write(f"p/{i}.md", f"# Page {i}\n\nMot.\n")
        return self.measure("check", self.book)

    def test_bytes_that_are_no_text_in_every_file(self):
        noise = bytes(range(256)) * 8
        for name in (".gitbook.yaml", "triptych.yaml", "docs.yaml", "book.json", "LANGS.md",
                     "alt.yaml"):
            with self.subTest(name):
                self.write("README.md", PAGE.format("mot"))
                self.write(name, noise)
                self.assertNotIn("\x1b", self.build())
                (self.book / name).unlink()
        self.write("README.md", noise)
        self.assertIn("[invalid-utf8]", self.build())


if __name__ == "__main__":
    sys.exit(unittest.main())
