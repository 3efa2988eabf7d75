"""The e-books of the project in a browser and before Ace by DAISY, as their readers and their checkers meet them."""

import html
import json
import os
import re
import shutil
import unittest
import zipfile

import support

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


NESTED = """# Listes

* Un
* Deux
  * Dedans
    * Profond
      * Plus profond
  * Encore
* Trois

{% stepper %}
{% step %}
### Ouvrir

* La porte
  * La clé
{% endstep %}
{% endstepper %}

1. Premier

   Encore lui.
2. Second
"""
LINES = ["Un", "Deux", "Dedans", "Profond", "Plus profond", "Encore", "Trois"], ["Premier", "Encore lui.", "Second"]
# Writes into the title what signs the lists have, and how far apart the lines are.
MEASURE = """<script>//<![CDATA[
addEventListener("load", () => {
  const box = (words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() !== words) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      return range.getBoundingClientRect();
    }
  };
  const gaps = (lines) => lines.slice(1).map((words, i) => Math.round(10 * (box(words).top - box(lines[i]).bottom)));
  document.title = JSON.stringify({
    signs: [...document.querySelectorAll("ul")].map((list) => getComputedStyle(list).listStyleType),
    gaps: LINES.map(gaps),
  });
});
//]]></script></head>"""


class Lists(support.WithBook):
    def setUp(self):
        if not os.path.exists(CHROMIUM):
            self.skipTest("chromium is not installed")
        super().setUp()

    def test_lists_have_the_signs_of_the_booklet_and_even_gaps(self):
        self.write("README.md", NESTED)
        support.triptych("build", self.book, "-o", self.folder, "--to", "epub")
        with zipfile.ZipFile(next(self.folder.glob("*.epub"))) as archive:
            archive.extractall(self.folder / "unpacked")
        page = self.folder / "unpacked/EPUB/text/readme.xhtml"
        page.write_text(page.read_text().replace("</head>", MEASURE.replace("LINES", json.dumps(LINES))))
        shown = support.run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.folder / 'profile'}",
                            "--dump-dom", page.as_uri()).stdout
        found = json.loads(html.unescape(re.search("<title>(.*?)</title>", shown)[1]))
        dash = '"– "'
        self.assertEqual(found["signs"], ["disc", dash, "disc", dash, "disc", dash])
        items, paragraphs = found["gaps"]
        self.assertLess(max(items) - min(items), 5)
        self.assertLess(max(paragraphs) - min(paragraphs), 5)
        self.assertGreater(min(items), 0)


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
