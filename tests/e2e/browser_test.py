"""Shows the slides in HTML in Chromium: navigation, presenter's window, print, barriers, overflow."""

import html.parser
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from support import ROOT, Built, node_modules, plain, run, triptych

WORD = re.compile(r"\w+")
MOST_BYTES = 60_000  # of the file without slides, pictures and fonts


class Document(html.parser.HTMLParser):
    """The text of each slide, without notes; and every id and address."""

    def __init__(self, source):
        super().__init__()
        self.slides, self.ids, self.targets, self.addresses = [], [], [], []
        self.skipped = 0
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "slide" in (values.get("class") or "").split():
            self.slides.append("")
        self.skipped += tag in ("details", "script", "style", "dialog")
        self.ids += [values["id"]] if "id" in values else []
        address = values.get("href") or values.get("src") or ""
        if address.startswith("#"):
            self.targets.append(address[1:])
        elif tag in ("img", "script", "link", "image") and not address.startswith("data:") and address:
            self.addresses.append(address)

    def handle_endtag(self, tag):
        self.skipped -= tag in ("details", "script", "style", "dialog")

    def handle_data(self, data):
        if self.slides and not self.skipped:
            self.slides[-1] += data + " "


class Shown:
    """What holds for the slides of every book."""

    slides = 0

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.page = cls.output("-slides.html")

    @classmethod
    def output(cls, suffix):
        return next(cls.folder.glob(f"*{suffix}"))

    def test_the_file_is_small_and_needs_no_other(self):
        source = self.page.read_text()
        self.assertEqual(Document(source).addresses, [])
        self.assertIn("Content-Security-Policy", source)
        frame = re.sub(r"<main.*?</main>", "", source, flags=re.DOTALL)
        frame = re.sub(r"data:(font|image/(png|jpeg|gif))[^)\"]*", "", frame)
        self.assertLess(len(frame.encode()), MOST_BYTES)

    def test_ids_are_unique_and_links_lead_somewhere(self):
        document = Document(self.page.read_text())
        self.assertEqual(len(document.ids), len(set(document.ids)))
        self.assertEqual(set(document.targets) - set(document.ids), set())

    def test_text_is_that_of_the_deck(self):
        deck = triptych("dump", ROOT / self.source, "--stage", "deck").stdout
        titles = re.findall(r"^  title: (.*)$", deck, re.MULTILINE)
        shown = Document(self.page.read_text()).slides
        self.assertEqual(len(shown), len(titles))
        for title, text in zip(titles, shown):
            # The number of a pillar stands large below its title.
            words = re.sub(r"^\d+\. ", "", title)
            self.assertIn(" ".join(WORD.findall(words)), " ".join(WORD.findall(plain(text))))
        lines = re.findall(r"^ +(?:claim|link|kicker): (.*)$|\"([^\"\\\n]*)\"", deck, re.MULTILINE)
        written = {word for line in lines for word in WORD.findall(" ".join(line))}
        # A raised number of a note is a word of its own on the slide.
        written = {word.rstrip("0123456789") or word for word in written}
        missing = {word for word in written if len(word) > 3} - set(WORD.findall(" ".join(shown)))
        self.assertEqual(self.unseen(missing), set())

    def unseen(self, missing):
        """The dump also says what is not seen: names of files, languages, alternatives."""
        source = self.page.read_text()
        return {word for word in missing if word not in source}

    def test_in_a_browser(self):
        modules = node_modules()
        if not shutil.which("chromium"):
            self.skipTest("Chromium is not installed")
        process = run("node", modules.parent / "deck.mjs", self.page)
        self.assertEqual(process.returncode, 0, process.stderr)
        seen = json.loads(process.stdout)
        last = self.slides
        self.assertEqual(seen["errors"], [])
        self.assertEqual(seen["requests"], [])
        self.assertEqual(seen["keys"]["keys"], [2, 3, 2, 3, last, 1])
        self.assertEqual(seen["keys"]["number"], 3)
        self.assertTrue(seen["keys"]["address"])
        self.assertIn(f"3 sur {last}", seen["keys"]["said"])
        self.assertEqual(seen["keys"]["back"], 1)
        self.assertEqual((seen["keys"]["overview"], seen["keys"]["picked"]), (last, 2))
        self.assertTrue(seen["keys"]["help"] and seen["keys"]["closed"])
        self.assertEqual(seen["keys"]["only_one"], 1)
        self.assertTrue(seen["tabs"])
        self.assertEqual((seen["deep_link"], seen["swipe"]), (2, 2))
        self.assertEqual(seen["broken_address"], 1)
        self.assertTrue(seen["presenter"]["notes"] and seen["presenter"]["following"])
        self.assertEqual(seen["presenter"]["barriers"], [])
        self.assertRegex(seen["presenter"]["clock"], r"\d\d.\d\d")
        self.assertEqual(seen["print"]["slides"], last)
        self.assertGreaterEqual(seen["print"]["all"], last + seen["print"]["notes"])
        self.assertEqual((seen["looks"]["moves"], seen["looks"]["rests"]), ("appear", "none"))
        self.assertGreater(len(seen["looks"]["done"]), 0)
        for number, done in seen["looks"]["done"]:
            self.assertAlmostEqual(done, number / last, 2)
        self.assertEqual((seen["looks"]["light"], seen["looks"]["dark"]), ("light dark", "dark"))
        self.assertTrue(all(slide["title_first"] for slide in seen["slides"]))
        self.check_grounds([slide["ground"] for slide in seen["slides"]])
        for barriers in ("light", "dark", "phone"):
            self.assertEqual(seen[barriers], [], barriers)
        for size, texts in seen["outside"].items():
            self.assertEqual(texts, [], size)
        self.assertEqual(seen["without_script"], {"seen": last, "headings": last})


    def check_grounds(self, shown):
        """Slides have the ground they have in the PDF."""
        with tempfile.TemporaryDirectory() as folder:
            run("pdftoppm", "-r", 9, self.output("-slides.pdf"), f"{folder}/p")
            pictures = sorted(pathlib.Path(folder).iterdir())
            self.assertEqual(len(pictures), len(shown))
            for number, (picture, ground) in enumerate(zip(pictures, shown), start=1):
                data = picture.read_bytes()
                size = int(data.split()[1]) * int(data.split()[2]) * 3
                row = data[len(data) - size:][int(data.split()[1]) * 3 * 2:]
                middle = int(data.split()[1]) // 2 * 3
                with self.subTest(slide=number):
                    self.assertEqual(list(row[middle:middle + 3]), ground)


class Content(Shown, Built):
    source = "content"
    slides = 6


class Carnet(Shown, Built):
    source = "examples/carnet"
    slides = 22

    def test_the_last_slide_shows_the_address_as_a_code(self):
        closing = self.page.read_text().split('id="closing"')[1]
        code = re.search(r'<svg class="address" role="img" aria-label="([^"]*)".*?</svg>', closing,
                         re.DOTALL)
        self.assertIn("https://carnet.exemple.fr", code.group(1))
        self.assertGreater(code.group(0).count("M"), 100)


if __name__ == "__main__":
    sys.exit(unittest.main())
