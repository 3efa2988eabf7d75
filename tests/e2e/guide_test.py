"""Holds the guide (docs/guide) to the program: it builds, its commands run, its settings and kinds are those of today."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import ROOT, TRIPTYCH, Scratch, run, triptych

GUIDE = ROOT / "docs/guide"
COMMANDS = ("build", "check", "serve", "watch", "init", "config", "layouts", "alt", "dump", "verify")
LISTING = re.compile(
    r'(?:\{% code title="(?P<title>[^"]+)" %\}\n)?^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$',
    re.DOTALL | re.MULTILINE)

# What the guide in each language calls things in its examples.
WORDS = {
    "fr": {"book": "mon-guide", "folder": "concevoir", "page": "cadrer", "part": "Concevoir", "help": "aide",
           "edition": "accueil", "deck": "comite", "template": "notre-modele.pptx", "layout": "maison",
           "roles": "Les rôles", "rule": "filet.svg", "baseline": "connu.json"},
    "en": {"book": "my-guide", "folder": "design", "page": "scope", "part": "Design", "help": "help",
           "edition": "welcome", "deck": "board", "template": "our-template.pptx", "layout": "house",
           "roles": "The roles", "rule": "rule.svg", "baseline": "known.json"},
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h90v60z"/></svg>'
SETTINGS = "title: Accueillir\nlanguage: fr\ndate: 2026-01-31\n"
SUFFIXES = {"booklet": "-booklet.pdf", "epub": ".epub", "slides": "-slides.pdf", "pptx": "-slides.pptx",
            "html": "-slides.html"}


def languages():
    return sorted(summary.parent.name for summary in GUIDE.glob("*/SUMMARY.md"))


def pages(language):
    """The pages of a guide, as its summary lists them."""
    summary = (GUIDE / language / "SUMMARY.md").read_text()
    return re.findall(r"\]\(([^)]+\.md)\)", summary)


def text_of(language):
    return "\n".join((GUIDE / language / page).read_text() for page in pages(language))


def listings(language):
    for page in pages(language):
        for found in LISTING.finditer((GUIDE / language / page).read_text()):
            yield page, found["title"] or "", found["language"], found["text"]


def command_lines(language):
    """Lines that call the program: in listings of a shell, and in those of automation."""
    for page, title, kind, text in listings(language):
        if kind == "sh" or title.startswith("."):
            for line in text.splitlines():
                call = re.sub(r"^\s*- (run: )?", "", line)
                if call.startswith("triptych "):
                    yield page, call


def small_book(folder, words):
    """A book that has whatever the guide's examples name."""
    page = words["page"]
    files = {
        "SUMMARY.md": f"# S\n\n* [Accueil](README.md)\n\n## {words['part']}\n\n"
                      f"* [Cadrer]({words['folder']}/{page}.md)\n\n## Fin\n\n"
                      f"* [Aide]({words['help']}.md)\n* [Liste](reference/liste.md)\n",
        "README.md": "# Accueillir\n\nUn accueil, c'est trois gestes.\n\n## Un geste\n\nPréparer le poste.\n",
        f"{words['folder']}/{page}.md": f"# Cadrer\n\nUn cadre aide.\n\n## {words['roles']}\n\n* un\n* deux\n",
        f"{words['help']}.md": "# Aide\n\nUne page d’aide.\n",
        "reference/liste.md": "# Liste\n\n{% embed url=\"https://exemple.fr/film.mp4\" %}\n",
        "page.md": "# Page\n\nUne page.\n",
        "images/plan.svg": DRAWING, "images/plan.png": "", "images/logo.png": "", words["rule"]: DRAWING,
        "triptych.yaml": SETTINGS,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name in ("images/plan.png", "images/logo.png"):
        shutil.copy(GUIDE / "fr/.gitbook/assets/booklet.png", folder / name)


class Builds(Scratch):
    def test_every_file_is_sound_and_nothing_is_wrong_with_the_source(self):
        for language in languages():
            with self.subTest(language=language):
                out = self.folder / language
                process = triptych("build", GUIDE / language, "-o", out, "--strict")
                self.assertEqual((process.returncode, process.stderr), (0, ""))
                made = sorted(out.iterdir())
                self.assertEqual(len(made), 5, made)
                verdict = triptych("verify", *made)
                self.assertEqual(verdict.stdout.count(": ok"), 5, verdict.stdout)

    def test_all_languages_have_the_same_pages(self):
        lists = {language: pages(language) for language in languages()}
        self.assertEqual(set(lists), set(WORDS))
        self.assertEqual(len({tuple(each) for each in lists.values()}), 1, lists)
        for language, listed in lists.items():
            there = {str(path.relative_to(GUIDE / language)) for path in (GUIDE / language).rglob("*.md")
                     if ".gitbook" not in path.parts and path.name != "SUMMARY.md"}
            self.assertEqual(there, set(listed))

    def test_headings_and_listings_of_a_page_are_as_many_in_every_language(self):
        for page in pages("fr"):
            shapes = {language: (re.findall(r"^#+ ", re.sub(LISTING, "", (GUIDE / language / page).read_text()),
                                            re.MULTILINE),
                                 [kind for at, _, kind, _ in listings(language) if at == page])
                      for language in languages()}
            with self.subTest(page=page):
                self.assertEqual(len({str(shape) for shape in shapes.values()}), 1, shapes)


class Commands(Scratch):
    """Every command of the guide does what it says on a small book."""

    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        (self.folder / "bin/triptych").symlink_to(Path(TRIPTYCH).resolve())

    def shell(self, line):
        return subprocess.run(line, shell=True, cwd=self.folder, text=True, capture_output=True, timeout=300,
                              env={"PATH": f"{self.folder}/bin:/usr/bin:/bin", "HOME": str(self.folder)})

    def made(self):
        out = self.folder / "out"
        return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())

    def test_they_run(self):
        for language in languages():
            words = WORDS[language]
            book = self.folder / words["book"]
            small_book(book, words)
            triptych("build", book, "--to", "pptx", "--name", "t", "-o", self.folder / "t")
            shutil.copy(self.folder / "t/t-slides.pptx", self.folder / words["template"])
            (book / f"layouts/{words['layout']}").mkdir(parents=True)
            (book / f"layouts/{words['layout']}/theme.yaml").write_text("extends: default\n")
            triptych("build", book, "-o", self.folder / "out")
            lines = list(command_lines(language))
            self.assertGreater(len(lines), 30)
            for page, line in lines:
                with self.subTest(page=page, line=line):
                    self.check(line, words, book)

    def check(self, line, words, book):
        if " build " in line and "--help" not in line:
            shutil.rmtree(self.folder / "out", ignore_errors=True)
        plans = [f"{option}s: [{{name: {words[option]}, pages: [README]}}]\n"
                 for option in ("edition", "deck") if f"--{option} " in line]
        (book / "triptych.yaml").write_text(SETTINGS + "".join(plans))
        home = book / "README.md"
        kept = home.read_text()
        if " alt " in line:
            home.write_text(kept + "\n![](images/plan.svg)\n")
        done = self.shell(line)
        home.write_text(kept)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertNotIn("warning[", done.stderr)
        if " build " in line and "--help" not in line:
            self.check_files(line, words, self.made())
        if " verify " in line:
            self.assertRegex(done.stdout, r"\A(out/\S+: (PDF/[^:]*: )?ok\n)+\Z")
        if "--report" in line:
            self.assertRegex(done.stdout, r"(?m)^booklet: .*film")
        if "--explain" in line:
            self.assertIn("apostrophe", done.stdout)
        if " dump " in line:
            self.assertRegex(done.stdout, r"\A(book|deck)")
        if " config " in line:
            self.assertRegex(done.stdout, r"(?m)^title +Accueillir +triptych\.yaml:1$")
        if " layouts" in line:
            self.assertIn("large-print", done.stdout)
        if " init " in line:
            begun = triptych("build", self.folder / line.split()[2], "--strict", "-o", self.folder / "begun")
            self.assertEqual(begun.returncode, 0, begun.stderr)
        if line.endswith("--write"):
            self.assertIn("plan.svg", (book / "alt.yaml").read_text())
            (book / "alt.yaml").unlink()
        elif " alt " in line:
            self.assertIn("plan.svg", done.stdout)
        if "--baseline" in line:
            self.assertTrue((self.folder / words["baseline"]).exists())
        if "--format json" in line or "--format sarif" in line:
            json.loads(done.stdout)

    def check_files(self, line, words, made):
        for option, suffix in (("--impose", "-booklet-print.pdf"), ("--for print", "-booklet-print.pdf"),
                               ("--handout", "-handout.pdf"), ("--session", "-handout.pdf"),
                               ("--html-folder", "-slides/index.html")):
            if option in line:
                self.assertTrue(any(name.endswith(suffix) for name in made), made)
        for option in ("edition", "deck"):
            if f"--{option} " in line:
                self.assertTrue(made and all(words[option] in name for name in made), made)
        if "--pages" in line:
            self.assertTrue(made and all(words["folder"] in name for name in made), made)
        panels = re.search(r"--to (\S+)", line)
        if panels and not re.search(r"--(handout|html-folder|for)\b", line):
            wanted = [SUFFIXES[panel] for panel in panels[1].split(",")]
            self.assertEqual(len(made), len(wanted), made)
            self.assertTrue(all(any(name.endswith(suffix) for name in made) for suffix in wanted), made)
        elif not panels and "--session" not in line:
            for suffix in SUFFIXES.values():
                self.assertTrue(any(name.endswith(suffix) for name in made), made)


class Settings(Scratch):
    """Every listing of settings is taken by the program without a word."""

    def test_listings_are_understood(self):
        tried = set()
        for language in languages():
            words = WORDS[language]
            for number, (page, title, kind, text) in enumerate(listings(language)):
                if kind != "yaml" or title.startswith(".git") and title != ".gitbook.yaml":
                    continue
                with self.subTest(page=page, title=title, text=text):
                    book = self.folder / f"{language}{number}"
                    small_book(book, words)
                    path = book / (title or "triptych.yaml")
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text if title != "page.md" else text + f"\n# Page\n\n## {words['roles']}\n")
                    layout = ["--layout", words["layout"]] if "layouts/" in title else []
                    if "layouts/" in title and not (path.parent / "theme.yaml").exists():
                        (path.parent / "theme.yaml").write_text("extends: default\n")
                    process = triptych("check", book, "--orphans", "append", "--verbose", *layout)
                    self.assertEqual(process.returncode, 0)
                    self.assertNotRegex(process.stderr, r"\[(unknown-key|invalid-value|invalid-yaml|low-contrast)\]")
                    tried.add(Path(title).name)
        self.assertEqual(tried, {"", "triptych.yaml", "alt.yaml", "brand.yaml", ".gitbook.yaml", "page.md",
                                 "theme.yaml", "booklet.yaml"})


def braced(source, before):
    """The strings of the list in braces that follows `before` in a source file of the program."""
    text = (ROOT / "src" / source).read_text()
    return set(re.findall(r'"([\w-]+)"', text[text.index(before):].split("}", 1)[0].split("{", 1)[1]))


class Complete(unittest.TestCase):
    """What the program knows is explained."""

    def assert_mentioned(self, names, written=lambda name: f"`{name}`"):
        self.assertTrue(names)
        for language in languages():
            text = text_of(language)
            for name in sorted(names):
                with self.subTest(language=language, name=name):
                    self.assertIn(written(name), text)

    def test_every_kind_of_finding_has_a_section(self):
        kinds = re.findall(r'^TRIPTYCH_KIND\(\w+, "([^"]+)"',
                           (ROOT / "include/triptych/diagnostic_kinds.def").read_text(), re.MULTILINE)
        self.assert_mentioned(kinds, lambda kind: f"\n## `{kind}`\n\n")
        for language, (example, advice) in {"fr": ("Exemple :", "**À faire** :"),
                                            "en": ("Example:", "**What to do**:")}.items():
            sections = re.split(r"\n#+ ", text_of(language))
            for kind in kinds:
                section, = (each for each in sections if each.startswith(f"`{kind}`"))
                with self.subTest(language=language, kind=kind):
                    self.assertIn(example, section)
                    self.assertIn(advice, section)

    def test_every_option_is_explained(self):
        options = set()
        for command in COMMANDS:
            options |= set(re.findall(r"(?m)^  (?:-\w,)?(--[\w-]+)", triptych(command, "--help").stdout))
        self.assert_mentioned(options - {"--help", "--stage", "--write"}, lambda name: f"`{name}")
        self.assert_mentioned({"--help", "--stage", "--write"}, lambda name: name)

    def test_every_key_is_explained(self):
        # Of the first table, without the options that `build` holds.
        keys = set(re.findall(r"`(\w+)`(?=[,| ][^|]*\| `)", (ROOT / "docs/keys.md").read_text().split("\n## ")[0]))
        keys |= braced("gitbook/book/slide_wishes.cpp", "report_unknown_keys(\n        node")
        for subject in ("const Subject decks", "const Subject editions"):
            text = (ROOT / "src/gitbook/book/book_plans.cpp").read_text()
            listed = text[text.index(subject):].split("};", 1)[0].split("{")[2]
            keys |= set(re.findall(r'"(\w+)"', listed))
        keys |= braced("gitbook/book/config.cpp", "report_unknown_keys(yaml->root")
        front = (ROOT / "src/gitbook/book/front_matter.cpp").read_text()
        keys |= set(re.findall(r'\*yaml, "(\w+)"', front)) | {"sidebar_position", "colours", "fonts"}
        self.assertGreater(len(keys), 55)
        self.assert_mentioned(keys)

    def test_every_layout_is_named(self):
        self.assert_mentioned({path.parent.name for path in (ROOT / "layouts").glob("*/theme.yaml")})

    def test_repository_files_that_it_names_exist(self):
        for language in languages():
            for name in re.findall(r"`((?:examples|layouts|scripts|include|src|docs|ci)/[\w./-]+|[A-Z]+\.md)`",
                                   text_of(language)):
                with self.subTest(language=language, name=name):
                    self.assertTrue((ROOT / name).exists() or name in ("SUMMARY.md", "GLOSSARY.md", "LANGS.md")
                                    or name == "layouts/")


class Pictures(unittest.TestCase):
    def test_they_are_small_and_described(self):
        for language in languages():
            assets = GUIDE / language / ".gitbook/assets"
            found = sorted(assets.glob("*.png"))
            self.assertEqual([path.stem for path in found], ["booklet", "ebook", "sheets", "slides"])
            for path in found:
                self.assertLessEqual(path.stat().st_size, 60_000, path)


if __name__ == "__main__":
    unittest.main()
