"""Fonts of every kind are embedded, drawn and copied from alike, in every outside reader."""

import re
import shutil
import struct
import sys
import unittest

import font_fixtures
from support import ROOT, Scratch, plain, run, triptych

TEXT = "Une fin de journée au café, où l’on lit un récit de 1936 : « fini » !"
PAGE = f"# Les fontes\n\n{TEXT}\n\n**{TEXT}**\n"


class Fonts(Scratch):
    def data_with(self, kind):
        """The project's data with one fixture as its text family, regular and bold."""
        data = self.folder / "data"
        shutil.copytree(ROOT / "layouts", data / "layouts")
        shutil.copytree(ROOT / "fonts", data / "fonts")
        font_fixtures.make(kind, data / "fonts/fixture.otf")
        theme = data / "layouts/default/theme.yaml"
        files = "      - 400 fonts/fixture.otf\n      - 700 fonts/fixture.otf\n"
        theme.write_text(re.sub(r"(  text:\n(?:    (?!files:).*\n)*    files:\n)(?:      - .*\n)+",
                                lambda match: match[1] + files, theme.read_text()))
        return data

    def built(self, kind):
        page = self.folder / "page.md"
        page.write_text(PAGE)
        process = triptych("build", page, "-o", self.folder / "out", "--to", "booklet",
                           "--data", self.data_with(kind))
        self.assertEqual(process.returncode, 0, process.stderr)
        return next((self.folder / "out").glob("*.pdf"))

    def assert_sound(self, pdf):
        self.assertEqual(triptych("verify", pdf).returncode, 0, triptych("verify", pdf).stdout)
        for command in (["qpdf", "--check", pdf],
                        ["mutool", "draw", "-o", self.folder / "%d.png", pdf],
                        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", pdf]):
            process = run(*command)
            self.assertEqual(process.returncode, 0, process.stderr)
            said = process.stderr.replace("warning: ICC support is not available", "")
            self.assertNotRegex(said, "(?i)warning|error:", command[0])
        self.assertEqual(plain(run("pdftotext", pdf, "-").stdout).count(plain(TEXT)), 2)
        self.assertEqual(plain(run("mutool", "draw", "-F", "txt", pdf).stdout).count(plain(TEXT)),
                         2)

    def fixtures_in(self, pdf, kind):
        return re.findall(rf"([A-Z]{{6}})\+Fixture-Regular +{kind} +Identity-H +yes yes yes",
                          run("pdffonts", pdf).stdout)

    def test_truetype(self):
        pdf = self.built("truetype")
        self.assert_sound(pdf)
        self.assertTrue(self.fixtures_in(pdf, "CID TrueType"))

    def test_variable_font_at_two_weights(self):
        pdf = self.built("variable")
        self.assert_sound(pdf)
        self.assertEqual(len(set(self.fixtures_in(pdf, "CID TrueType"))), 2)

    def test_cff_keyed_by_name(self):
        pdf = self.built("cff-names")
        self.assert_sound(pdf)
        self.assertTrue(self.fixtures_in(pdf, "CID Type 0C"))

    def test_cff_keyed_by_cid(self):
        pdf = self.built("cff-cids")
        self.assert_sound(pdf)
        self.assertTrue(self.fixtures_in(pdf, "CID Type 0C"))


def table(font, tag):
    """Where a table of a font lies: its offset and length."""
    for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16):
        if font[at:at + 4] == tag:
            return struct.unpack(">II", font[at + 8:at + 16])
    raise KeyError(tag)


def overwritten(font, tag, at, data):
    start = table(font, tag)[0] + at
    return font[:start] + data + font[start + len(data):]


def filled(font, tag, byte):
    return overwritten(font, tag, 0, byte * table(font, tag)[1])


FAULTS = {
    "no font": ("truetype", lambda font: b"This is no font.\n" * 9),
    "empty": ("truetype", lambda font: b""),
    "cut short": ("truetype", lambda font: font[:len(font) // 2]),
    "no size of an em": ("truetype", lambda font: overwritten(font, b"head", 18, b"\0\0")),
    "too many widths": ("truetype", lambda font: overwritten(font, b"hhea", 34, b"\xff\xff")),
    "places out of bounds": ("truetype", lambda font: filled(font, b"loca", b"\xff")),
    "places that fall": ("truetype", lambda font: overwritten(font, b"loca", 20, b"\0\0\0\0")),
    "outlines of noise": ("truetype", lambda font: filled(font, b"glyf", b"\x5a")),
    "CFF of noise": ("cff-names", lambda font: filled(font, b"CFF ", b"\x5a")),
    "programs of noise": ("cff-names", lambda font: overwritten(
        font, b"CFF ", table(font, b"CFF ")[1] - 600, b"\xff" * 500)),
    "no outlines": ("truetype", lambda font: font.replace(b"glyf", b"glyx")),
}


class BrokenFonts(Scratch):
    def brand(self, entries):
        (self.folder / "book/README.md").write_text(PAGE)
        (self.folder / "book/brand.yaml").write_text(
            f"fonts:\n  text:\n    name: Fixture\n    files:{entries}\n")
        out = self.folder / "out"
        process = triptych("build", self.folder / "book", "-o", out, "--to", "booklet")
        self.assertGreaterEqual(process.returncode, 0, process.stderr)
        fonts = run("pdffonts", next(out.glob("*.pdf"))).stdout
        self.assertEqual(triptych("verify", *out.glob("*.pdf")).returncode, 0)
        return process, fonts

    def assert_parent_is_used(self, entries, place, kind="unreadable-font"):
        process, fonts = self.brand(entries)
        self.assertRegex(process.stderr, rf"brand\.yaml:{place}: \w+\[{kind}\]")
        self.assertIn("SourceSerif4-Regular", fonts)
        self.assertNotIn("Fixture", fonts)

    def setUp(self):
        super().setUp()
        (self.folder / "book").mkdir()

    def test_a_layout_is_found_by_the_name_of_its_folder_and_its_fonts_beside_it(self):
        layout = self.folder / "mine/fonts"
        layout.mkdir(parents=True)
        font_fixtures.make("truetype", layout / "fixture.otf")
        (self.folder / "mine/theme.yaml").write_text(
            "extends: default\nfonts:\n  text:\n    name: Fixture\n    files:\n      - 400 fonts/fixture.otf\n")
        (self.folder / "book/README.md").write_text(PAGE)
        process = triptych("build", "book", "-o", "out", "--to", "booklet", "--layout", "mine", cwd=self.folder)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn("Fixture", run("pdffonts", next((self.folder / "out").glob("*.pdf"))).stdout)

    def test_a_brand_font_that_is_sound_is_used(self):
        font_fixtures.make("truetype", self.folder / "book/fixture.otf")
        process, fonts = self.brand("\n      - 400 fixture.otf")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn("Fixture", fonts)

    def test_broken_files_are_found_before_they_are_set(self):
        path = self.folder / "book/fixture.otf"
        for fault, (kind, broken) in FAULTS.items():
            with self.subTest(fault=fault):
                font_fixtures.make(kind, path)
                path.write_bytes(broken(path.read_bytes()))
                self.assert_parent_is_used("\n      - 400 fixture.otf", "5:9")

    def test_wrong_entries_leave_the_family_of_the_layout(self):
        self.assert_parent_is_used("\n      - 400 nowhere.otf", "5:9")
        self.assert_parent_is_used("\n      - nowhere.otf", "5:9", "invalid-value")
        self.assert_parent_is_used(" []", "4:12", "invalid-value")


if __name__ == "__main__":
    sys.exit(unittest.main())
