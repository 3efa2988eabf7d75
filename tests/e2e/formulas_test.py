"""Two hundred formulas in every output: each is set, none with a finding."""

import pathlib
import re
import tempfile
import unittest

from support import ROOT, parts, plain, run, triptych

FORMULAS = [line for line in (ROOT / "tests/e2e/formulas.txt").read_text().splitlines()
            if line and not line.startswith("#")]
MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)


def book(formulas):
    """Each on a line of its own and in a line of text."""
    blocks = [f"$$\n{tex}\n$$\n\nHere $$ {tex} $$ it stands.\n" for tex in formulas]
    sections = ["## Section %d\n\n%s" % (at // 2 + 1, "\n".join(blocks[at:at + 2]))
                for at in range(0, len(blocks), 2)]
    return "# Formulas\n\n" + "\n".join(sections)


class Formulas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="triptych-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        source = cls.folder / "book"
        source.mkdir()
        (source / "README.md").write_text(book(FORMULAS))
        (source / "triptych.yaml").write_text("title: Formulas\nlanguage: en\n")
        cls.process = triptych("build", source, "-o", cls.folder, "--no-cache", "--strict",
                               "--detail", "full")

    def output(self, suffix):
        return next(self.folder.glob("*" + suffix))

    def text_of(self, suffix, wanted):
        return "".join(content.decode() for name, content in sorted(parts(self.output(suffix)).items())
                       if re.search(wanted, name))

    def test_there_are_two_hundred_and_none_is_reported(self):
        self.assertGreaterEqual(len(FORMULAS), 200)
        self.assertEqual((self.process.returncode,
                          re.findall(r"^.*(?:warning|error)\[.*", self.process.stderr,
                                     re.MULTILINE)), (0, []))

    def test_all_files_keep_the_rules(self):
        process = triptych("verify", *sorted(self.folder.glob("Formulas*")),
                           *sorted(self.folder.glob("formulas*")))
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)

    def test_all_are_mathml_in_the_e_book_and_the_html_slides(self):
        pages = self.text_of(".epub", r"text/.*\.xhtml$")
        for text in (pages, self.output("-slides.html").read_text()):
            found = MATH.findall(text)
            self.assertGreaterEqual(len(found), 2 * len(FORMULAS))
            self.assertEqual([math for math in found if "unread" in math], [])
            self.assertNotIn('class="math"', text)
            for inside in re.findall(r"<mtext[^>]*>([^<]*)", "".join(found)):
                self.assertNotIn("\\", inside.replace("\\", "", 1) if inside == "\\" else inside)

    def test_the_font_of_formulas_is_in_the_e_book(self):
        names = [name for name in parts(self.output(".epub")) if "math" in name.lower()]
        self.assertEqual([name for name in names if name.endswith((".otf", ".ttf"))], names)
        self.assertEqual(len(names), 1)

    def test_all_are_native_in_powerpoint(self):
        slides = self.text_of("-slides.pptx", r"^ppt/slides/slide\d+\.xml$")
        self.assertGreaterEqual(len(re.findall(r"<m:oMath[ >]", slides)), 2 * len(FORMULAS))

    def test_the_booklet_says_all_of_them_in_words(self):
        structure = run("pdfinfo", "-struct", self.output("-booklet.pdf")).stdout
        self.assertGreaterEqual(structure.count("Formula"), 2 * len(FORMULAS))
        tags = triptych("dump", self.folder / "book", "--stage", "tags").stdout
        spoken = re.findall(r'Formula alt="([^"]*)"', tags)
        self.assertGreaterEqual(len(spoken), 2 * len(FORMULAS))
        self.assertIn("the fraction minus b plus or minus", plain(" ".join(spoken)))
        sources = [words for words in spoken if re.search(r"\\[a-z]{2}", words)]
        self.assertEqual(sources, [])


if __name__ == "__main__":
    unittest.main()
