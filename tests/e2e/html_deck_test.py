"""Slides in HTML: points one by one, the presenter's plan of time, a folder with pictures as files."""

import base64
import json
import re
import shutil
import sys
import unittest

from support import WithBook, node_modules, run, triptych

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEUlEQVR4nGP4z8AARwxI7P8AZ7IH+SY448AAAAAASUVORK5CYII=")
OTHER = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
STEPS = """---
slides: {steps: yes}
---
# Les bacs

Les bacs suivent le mur du sud.

* Tracer un sillon
* Semer clair
* Couvrir peu
"""
PICTURES = """# Les plans

## Mars

![Plan de mars](mars.png)

## Juin

![Plan de juin](juin.png)

## Mars encore

![Plan de mars](mars.png)
"""


class Deck(WithBook):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        self.write("triptych.yaml", "title: Le jardin\nlanguage: fr\n")
        self.write("SUMMARY.md", "* [Les bacs](bacs.md)\n* [Les plans](plans.md)\n")
        self.write("bacs.md", STEPS)
        self.write("plans.md", PICTURES)
        self.write("mars.png", PNG)
        self.write("juin.png", OTHER)

    def build(self, *options, code=0):
        process = triptych("build", self.book, "--to", "html", "-o", self.out, *options)
        self.assertEqual(process.returncode, code, process.stderr)
        return process

    def seen(self, page):
        modules = node_modules()
        if not shutil.which("chromium"):
            self.skipTest("Chromium is not installed")
        process = run("node", modules.parent / "steps.mjs", page)
        self.assertEqual(process.returncode, 0, process.stderr)
        return json.loads(process.stdout)


class Steps(Deck):
    def test_points_appear_one_by_one_and_are_read_out(self):
        process = triptych("build", self.book, "--to", "booklet,html", "--minutes", "10", "-o", self.out)
        self.assertEqual(process.returncode, 0, process.stderr)
        page, = self.out.glob("*-slides.html")
        seen = self.seen(page)
        self.assertEqual(seen["errors"], [])
        self.assertEqual([(at["slide"], at["shown"]) for at in seen["keys"]],
                         [(2, 0), (2, 1), (2, 2), (2, 1), (2, 2), (2, 3), (3, 0), (2, 3)])
        self.assertEqual(seen["keys"][2]["said"], "Semer clair")
        self.assertTrue(seen["read"] and seen["printed"] and seen["still"])
        self.assertGreaterEqual(seen["without_script"], 3)
        self.assertRegex(seen["presenter"]["due"], r"^\d+:\d\d–\d+:\d\d / 10:00$")
        self.assertRegex(seen["presenter"]["booklet"], r"^livret p\.\s\d+$")
        self.assertRegex(seen["presenter"]["pace"], r"^(en avance de \d+:\d\d)?$")

    def test_other_pages_show_all_at_once(self):
        self.build()
        page, = self.out.glob("*-slides.html")
        self.assertEqual(page.read_text().count("data-steps"), 1 + page.read_text().count("'data-steps'"))


class Folder(Deck):
    def test_pictures_are_files_beside_the_page(self):
        told = self.build("--html-folder").stdout
        self.assertEqual([path.name for path in self.out.iterdir()], ["le-jardin-slides"])
        self.assertRegex(told, r"le-jardin-slides +\d")
        folder = self.out / "le-jardin-slides"
        names = sorted(path.name for path in folder.iterdir())
        self.assertEqual(names, ["index.html", "picture-1.png", "picture-2.png"])
        source = (folder / "index.html").read_text()
        self.assertNotIn("data:image/png", source)
        self.assertEqual(len(re.findall(r'src="picture-1\.png"', source)), 2)
        process = triptych("verify", folder)
        self.assertEqual((process.returncode, process.stdout), (0, f"{folder}/index.html: ok\n"))
        seen = self.seen(folder / "index.html")
        self.assertEqual((seen["errors"], sorted(set(seen["pictures"]))), ([], [1, 4]))

    def test_verify_misses_pictures_and_finds_those_that_no_slide_shows(self):
        self.build("--html-folder")
        folder = self.out / "le-jardin-slides"
        (folder / "picture-1.png").rename(folder / "picture-9.png")
        process = triptych("verify", folder)
        self.assertEqual(process.returncode, 1)
        self.assertIn("<img> shows 'picture-1.png', which is not in the file", process.stdout)
        self.assertIn("no slide shows 'picture-9.png'", process.stdout)

    def test_a_folder_is_replaced_as_a_whole_and_only_one_of_slides(self):
        self.build("--html-folder")
        folder = self.out / "le-jardin-slides"
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        (folder / "picture-7.png").write_bytes(b"old")
        self.build("--html-folder")
        self.assertEqual({path.name: path.read_bytes() for path in folder.iterdir()}, before)
        (folder / "notes.txt").write_text("mine")
        process = self.build("--html-folder", code=1)
        self.assertIn("can't replace", process.stderr)
        self.assertEqual((folder / "notes.txt").read_text(), "mine")
        self.assertEqual([path.name for path in self.out.iterdir()], ["le-jardin-slides"])

    def test_the_option_says_when_it_changes_nothing(self):
        process = triptych("build", self.book, "--to", "slides", "--html-folder", "-o", self.out)
        self.assertIn("unused-option", process.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
