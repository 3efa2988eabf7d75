"""Colours of code: the same in all outputs, from nothing but the book and the layout."""

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
import unittest

from support import ROOT, TRIPTYCH, WithBook, parts, run, triptych

CODE = 'nom: "Guichet" # fin\ncopies: 3\nvide: null'
PAGE = f"# Page\n\nVoici du code :\n\n```yaml\n{CODE}\n```\n"
# A newer grammar with the same name, as a user of Kate may have it: all is a comment.
GRAMMAR = """<?xml version="1.0"?>
<language name="YAML" version="99999" kateversion="5.0" section="Markup" extensions="*.yml">
 <highlighting><contexts><context name="a" attribute="c" lineEndContext="#stay"/></contexts>
 <itemDatas><itemData name="c" defStyleNum="dsComment"/></itemDatas></highlighting>
</language>
"""


class Syntax(WithBook):
    def setUp(self):
        super().setUp()
        self.write("page.md", PAGE)

    def built(self, out, program=TRIPTYCH, **environment):
        process = run(program, "build", self.book / "page.md", "-o", self.folder / out,
                      "--data", ROOT, **environment)
        self.assertEqual(process.returncode, 0, process.stderr)
        return {re.sub(".*-", "", path.name): path for path in (self.folder / out).iterdir()}

    @staticmethod
    def sums(files):
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}

    def xhtml(self, files):
        return "".join(text.decode() for name, text in parts(files["page.epub"]).items()
                       if name.endswith("page.xhtml"))

    def test_outputs_agree(self):
        files = self.built("out")
        pattern = r'<span class="(\w)">([^<]*)</span>'
        in_epub = re.findall(pattern, self.xhtml(files))
        self.assertEqual([(kind, html.unescape(text)) for kind, text in in_epub],
                         [("a", "nom"), ("s", '"Guichet"'), ("c", "# fin"), ("a", "copies"), ("n", "3"),
                          ("a", "vide"), ("n", "null")])
        # On the slide and in its notes.
        in_deck = re.findall(pattern, files["slides.html"].read_text())
        self.assertGreaterEqual(len(in_deck), len(in_epub))
        self.assertEqual({(kind, html.unescape(text)) for kind, text in in_deck},
                         {(kind, html.unescape(text)) for kind, text in in_epub})
        slides = "".join(text.decode() for name, text in parts(files["slides.pptx"]).items()
                         if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
        runs = re.findall(r"<a:r><a:rPr([^>]*)>(.*?)</a:rPr><a:t[^>]*>([^<]*)</a:t></a:r>", slides)
        coloured = [html.unescape(text) for _, look, text in runs
                    if "Source Code Pro" in look and "solidFill" in look]
        for _, text in in_epub:
            self.assertIn(html.unescape(text), coloured)
        self.assertTrue(all("lang=" in attributes for attributes, _, _ in runs))

    def test_copied_text_is_what_was_written_and_the_structure_has_no_parts(self):
        files = self.built("out")
        for name in ("booklet.pdf", "slides.pdf"):
            with self.subTest(name):
                shown = run("pdftotext", "-layout", files[name], "-").stdout
                self.assertIn(CODE.splitlines(), [
                    [line.strip() for line in shown.splitlines()[at:at + 3]]
                    for at in range(len(shown.splitlines()))])
                tree = run("pdfinfo", "-struct-text", files[name]).stdout
                at = tree.index('"nom: ')
                listing = tree[tree.rindex("Code", 0, at):at]
                self.assertNotIn("Span", listing)

    def test_nothing_of_the_user_or_the_system_is_read(self):
        expected = self.sums(self.built("out"))
        home = self.folder / "home"
        for folder in ("org.kde.syntax-highlighting/syntax", "katepart5/syntax"):
            for base in (".local/share", "data"):
                (home / base / folder).mkdir(parents=True)
                (home / base / folder / "yaml.xml").write_text(GRAMMAR)
        hostile = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / ".local/share"),
                   "XDG_DATA_DIRS": str(home / "data"), "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
                   "QT_ENABLE_REGEXP_JIT": "1", "QT_HASH_SEED": "7", "QT_LOGGING_RULES": "*=true",
                   "QT_PLUGIN_PATH": str(home)}
        self.assertEqual(self.sums(self.built("other", env=hostile)), expected)

    def test_the_program_itself_needs_no_qt(self):
        self.assertNotIn("Qt", run("ldd", TRIPTYCH).stdout)

    def test_without_the_module_code_is_plain(self):
        program = self.folder / "triptych"
        shutil.copy(TRIPTYCH, program)
        files = self.built("out", program)
        page = self.xhtml(files)
        self.assertNotIn("<span class", page)
        self.assertIn(html.escape(CODE, quote=False), html.unescape(page).replace("&quot;", '"'))

    def test_a_damaged_module_is_no_module(self):
        shutil.copy(TRIPTYCH, self.folder / "triptych")
        (self.folder / "triptych-syntax.so").write_bytes(b"\x7fELF" + bytes(1000))
        self.assertNotIn("<span class", self.xhtml(self.built("out", self.folder / "triptych")))

    def test_hostile_code_costs_little(self):
        lines = ["let a = `" * 55, "(a" * 240, "{" * 480, '"\\' * 240, "/" * 480, "$(_" * 160]
        self.write("page.md", "# Page\n\n" + "\n\n".join(
            f"```{name}\n" + "\n".join(line for line in lines for _ in range(20)) + "\n```"
            for name in ("ts", "js", "yaml", "css", "sh", "html", "rb", "sql")) + "\n")
        process = subprocess.run(
            [TRIPTYCH, "dump", str(self.book / "page.md"), "--stage", "book", "--data", str(ROOT)],
            capture_output=True, timeout=120)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    sys.exit(unittest.main())
