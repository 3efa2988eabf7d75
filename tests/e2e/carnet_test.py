"""Builds the example book, which shows every block, and holds the outputs against outside readers."""

import re
import sys
import unittest

from support import ROOT, Built, parts, plain, run

PPTX_SCHEMAS = ROOT.parent / "shared/tools/pptx-xsd"


class Carnet(Built):
    source = "examples/carnet"

    def test_builds_without_a_warning(self):
        self.assertEqual(self.process.returncode, 0)
        self.assertNotIn("warning[", self.process.stderr)

    def test_pdfs_open_everywhere(self):
        self.assert_good_pdf(self.output("-booklet.pdf"))
        self.assert_good_pdf(self.output("-slides.pdf"))

    def test_epub_is_valid(self):
        self.assert_good_epub(self.output(".epub"))

    def test_no_source_syntax_is_left_in_the_text(self):
        shown = run("pdftotext", self.output("-booklet.pdf"), "-").stdout
        shown += "".join(content.decode() for name, content in parts(self.output(".epub")).items()
                         if name.endswith(".xhtml"))
        for trace in ("{%", "%}", "endhint", "data-view", "&amp;#x20;", ":fa-"):
            self.assertNotIn(trace, shown)

    def test_every_word_of_the_source_is_in_the_booklet(self):
        shown = plain(run("pdftotext", self.output("-booklet.pdf"), "-").stdout)
        shown = re.sub(r"[^\w]+", " ", shown.replace("- ", ""))
        for page in (ROOT / "examples/carnet").rglob("*.md"):
            if page.name == "SUMMARY.md":
                continue
            prose = re.sub(r"---.*?---|{%.*?%}|<[^>]*>|!\[[^]]*\]\([^)]*\)|\]\([^)]*\)|\w+\.md|\$\$.*?\$\$|```.*?```", " ",
                           page.read_text(), flags=re.DOTALL)
            for word in set(re.findall(r"[a-zàâçéèêëîïôûùœ]{5,}", prose)):
                with self.subTest(page=page.name, word=word):
                    self.assertIn(word, shown)

    @unittest.skipUnless(PPTX_SCHEMAS.exists(), "the schemas of ISO 29500 are not here")
    def test_pptx_is_valid_against_iso_29500(self):
        process = run("/usr/bin/python3", PPTX_SCHEMAS, self.output(".pptx"))
        self.assertEqual((process.returncode, "LINT" in process.stdout), (0, False), process.stdout)


if __name__ == "__main__":
    sys.exit(unittest.main())
