"""The e-books of the project in a browser and before Ace by DAISY, as their readers and their checkers meet them."""

import json
import os
import shutil
import unittest
import zipfile

import support

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


class Ebook:
    """Run for every source that has a class below."""

    @classmethod
    def setUpClass(cls):
        if not os.path.exists(CHROMIUM):
            raise unittest.SkipTest("chromium is not installed")
        cls.modules = support.node_modules()
        super().setUpClass()

    def setUp(self):
        with zipfile.ZipFile(self.output(".epub")) as archive:
            archive.extractall(self.folder / "unpacked")

    def test_every_link_lands_and_every_screen_shows_it_all(self):
        process = support.run("node", self.modules.parent / "ebook.mjs", self.folder / "unpacked",
                              env={**os.environ, "CHROMIUM": CHROMIUM})
        self.assertEqual(process.returncode, 0, process.stderr)
        found = json.loads(process.stdout)
        self.assertEqual(found["faults"], [])
        self.assertGreaterEqual(found["links"], self.fewest_links)
        self.assertGreaterEqual(found["fonts"], 2)

    def test_ace_finds_nothing(self):
        process = support.run(self.modules / ".bin/ace-cli", "--force", "--outdir", self.folder / "ace",
                              self.output(".epub"),
                              env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": CHROMIUM})
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        report = json.loads((self.folder / "ace/report.json").read_text())
        found = [(assertion["earl:testSubject"]["url"], test["earl:test"]["dct:title"], test["earl:result"]["html"])
                 for assertion in report["assertions"] for test in assertion["assertions"]]
        self.assertEqual((report["earl:result"]["earl:outcome"], found), ("pass", []))


class FirstBook(Ebook, support.Built):
    source = "content"
    fewest_links = 10


class Carnet(Ebook, support.Built):
    source = "examples/carnet"
    fewest_links = 30


if __name__ == "__main__":
    unittest.main()
