"""Books of what is rare: their PDFs keep every rule and open in the outside readers without a word."""

import struct
import sys
import unittest
import zlib

from support import SANITIZED, WithBook, run, triptych

TEXT = """---
description: "d\x01<&>"
---
#

# Un titre 👩‍👩‍👧‍👦 🇫🇷 1️⃣ 👋🏽

Privé \ue000 \U000f0000, inconnu \u0378 \U000e0001, interdit \ufeff\ufffe\uffff, coupé a\u00adb, marques e\u0301\u0302\u0323 Z\u0351\u0352,
ffi ﬁ, שלום עולם مرحبا بالعالم hello, 中文 かな, sans largeur \u200b\u200d\u2060, commandes \x0c \x0b \x01 \x7f \x85, \u202eabc\u202c.

[](http://a.b/) [lien [imbriqué](http://x.y) fin](http://z.t) [x](#nulle-part) <http://exämple.fr/ü?q=é&r=>

![](picture.png) ![alt](missing.png) [![](picture.png)](http://im.age)

Note[^1] encore[^1] et[^2] et[^nul].

[^1]: La **note** [lien](http://n.ote).
[^2]:

###### Six

""" + "".join("  " * level + "* item\n" for level in range(11)) + "\n- [x] fait\n\n> > > citation\n\n" + \
    "e" + "\u0301" * 3000 + "\n\n" + "n" * 40000 + " http://" + "x" * 5000 + ".fr\n\n$$\n\\frac{a}{b} \\undefined\n$$\n"

TABLES = """# Tables

<table><thead><tr><th colspan="2">A</th><th rowspan="2">B</th></tr><tr><th>c</th><th>d</th></tr></thead>
<tbody><tr><td rowspan="3">x</td><td></td><td>y</td></tr><tr><td colspan="9">z</td></tr><tr></tr><tr><th>r</th><td>1</td></tr>
</tbody></table>

<table><tr><td rowspan="70000">a</td></tr></table>

<table><tr><td rowspan="0" colspan="0">a</td><td colspan="-1">b</td></tr><tr><td rowspan="2">c</td></tr></table>

<table><caption>Légende</caption><tr></tr><tr><td><table><tr><td>in</td></tr></table></td></tr></table>

<table><tr><th rowspan="2">a</th><th rowspan="2">b</th></tr><tr></tr><tr><td>1</td><td>2</td></tr></table>

| | |
|-|-|
| | |
"""

METADATA = r"""title: "A\x01\u2028B <&> \U0001F600 %s"
authors: ["<x>", "\x7f\uFFFE"]
subjects: [a, "\n"]
language: "fr_FR!"
date: 9999-12-31
rights: "]]>"
""" % ("t" * 40000)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">%s</svg>'
DRAWINGS = {
    "filter": '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect filter="url(#f)" width="50" height="50"/>',
    "mask": '<mask id="m"><rect width="50" height="50" fill="#888"/></mask><rect mask="url(#m)" width="99" height="50"/>',
    "clips": '<clipPath id="c"><circle r="40"/></clipPath>' + '<g clip-path="url(#c)">' * 40 +
             '<rect width="99" height="50" fill="red"/>' + "</g>" * 40,
    "groups": '<g opacity=".9">' * 60 + '<rect width="99" height="50" fill="blue"/>' + "</g>" * 60,
    "blend": '<rect width="99" height="50" fill="red"/>'
             '<rect style="mix-blend-mode:multiply" width="60" height="70" fill="green"/>',
    "pattern": '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle r="4"/></pattern>'
               '<rect fill="url(#p)" width="99" height="99"/>',
    "text": '<text x="5" y="50" font-size="20">Bonjour &#xE000;</text>',
    "gradients": '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
                 '<rect fill="url(#g)" width="50" height="50"/>',
    "far": '<path d="M 0 0 L 3e9 3e10 L 1e-30 5" stroke="red"/>',
}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(bits, colours, row, *chunks):
    """A picture of four rows, as wide as four pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, bits, colours, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress((b"\0" + row) * 4))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + rows + chunk(b"IEND", b"")


PICTURES = {
    "picture": png(8, 2, bytes(12)),
    "deep": png(16, 2, bytes(24)),
    "deep-clear": png(16, 4, bytes(16)),
    "clear-palette": png(8, 3, bytes([0, 1, 2, 0]), chunk(b"PLTE", bytes(9)), chunk(b"tRNS", b"\0\x80\xff")),
    "beyond-palette": png(8, 3, bytes([0, 200, 2, 0]), chunk(b"PLTE", bytes(9))),
    "broken-profile": png(8, 2, bytes(12), chunk(b"iCCP", b"x\0\0" + zlib.compress(b"garbage"))),
    "gamma": png(8, 2, bytes(12), chunk(b"gAMA", struct.pack(">I", 100000))),
    "cut": png(8, 2, bytes(12))[:50],
}


class OddBooks(WithBook):
    def assert_sound(self, *options):
        out = self.folder / "out"
        triptych("build", self.book, "-o", out, "--to", "booklet,slides", *options)
        made = sorted(out.glob("*.pdf"))
        self.assertTrue(made)
        for pdf in made:
            with self.subTest(pdf=pdf.name):
                self.assertRegex(triptych("verify", pdf).stdout, r"\A[^\n]*: PDF/[^:\n]*: ok\n\Z")
                if SANITIZED:
                    continue  # the other readers have no part in our errors of memory
                for command in (["qpdf", "--check", pdf], ["mutool", "draw", "-F", "txt", "-o", "/dev/null", pdf],
                                ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", pdf]):
                    said = run(*command).stderr.replace("warning: ICC support is not available", "")
                    self.assertNotRegex(said, "(?i)warning|error", command[0])

    def test_text(self):
        self.write("README.md", TEXT)
        self.write("picture.png", PICTURES["picture"])
        self.assert_sound()

    def test_tables(self):
        self.write("README.md", TABLES)
        self.assert_sound()

    def test_metadata(self):
        self.write("README.md", "# T\n\nTexte\n")
        self.write("triptych.yaml", METADATA)
        self.assert_sound()

    def write_pictures(self):
        names = []
        for name, data in PICTURES.items():
            names.append(name + ".png")
            self.write(names[-1], data)
        for name, inner in DRAWINGS.items():
            names.append(name + ".svg")
            self.write(names[-1], SVG % inner)
        self.write("README.md", "# Images\n\n" + "\n\n".join(f"![image]({name})" for name in names) + "\n")

    def test_pictures(self):
        self.write_pictures()
        self.assert_sound()

    def test_pictures_for_a_print_shop(self):
        self.write_pictures()
        self.write("triptych.yaml", "title: Images\ndate: 2026-01-01\n")
        self.assert_sound("--for", "print")


if __name__ == "__main__":
    sys.exit(unittest.main())
