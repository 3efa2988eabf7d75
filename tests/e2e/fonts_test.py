"""Fonts of every kind are embedded, drawn and copied from alike, in every outside reader."""

import re
import shutil
import sys
import unittest

from support import ROOT, Scratch, plain, run, triptych

try:
    import font_fixtures
except ImportError:
    font_fixtures = None

TEXT = "Une fin de journée au café, où l’on lit un récit de 1936 : « fini » !"
PAGE = f"# Les fontes\n\n{TEXT}\n\n**{TEXT}**\n"


@unittest.skipUnless(font_fixtures, "needs python3-fonttools")
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


if __name__ == "__main__":
    sys.exit(unittest.main())
