"""A whole handbook of a ministry, where it is at hand: no word is lost, every finding is true."""

import collections
import html.parser
import json
import re
import sys
import unittest

from support import ROOT, Built, parts, run, triptych

# Findings name files by their real path.
BOOK = (ROOT.parent / "shared/corpus/dnum").resolve()
WORD = re.compile(r"[^\W_]+")
EDITOR_TRACES = ("{%", "%}", "<select", ":fa-", "&#x20;", "data-")
WARNINGS = {
    ("broken-anchor", "constuire-developper-deployer/web-front/cartographie.md"): 2,
    ("broken-link", "cadrer/organisation-produit.md"): 1,
    ("broken-link", "developper/cct/README.md"): 1,
    ("failed-emphasis", "concevoir/dossier-architecture.md"): 1,
    ("missing-image", "preparer-et-lancer/les-differents-roles-et-metiers/README.md"): 2,
    ("missing-alternative",
     "deployer/conduire-le-changement/mesurer-la-satisfaction-avec-le-bouton-jdma.md"): 6,
}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "div", "section", "br",
          "figcaption", "aside", "title", "dt", "dd", "tr", "body", "article", "figure"}


class VisibleText(html.parser.HTMLParser):
    """The text of an XHTML file, blocks on lines of their own; `prose` is what is not code."""

    def __init__(self, source):
        super().__init__()
        self.all, self.prose, self.code = [], [], 0
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.code += tag in ("code", "pre")
        self.add("\n" if tag in BLOCKS else "")

    def handle_endtag(self, tag):
        self.code -= tag in ("code", "pre")
        self.add("\n" if tag in BLOCKS else "")

    def handle_data(self, data):
        self.add(data)

    def add(self, text):
        self.all.append(text)
        if not self.code:
            self.prose.append(text)


def words(text):
    return collections.Counter(WORD.findall(text.replace("\u00ad", "")))


def lost(wanted, text):
    """The words of `wanted` that `text` has fewer of.

    pdftotext joins what a line end parts: a compound there loses its own hyphen and is one word
    more; code breaks anywhere and is one word less, as is a word parted by a page turn.
    """
    text = re.sub(r"[-\u2010\u00ad]\s*\n\s*", "", text)
    missing, found = words(wanted), words(text)
    grown = set(found - missing)
    squeezed, whole = ("".join(WORD.findall(each)) for each in (text, wanted))
    return {word: count for word, count in (missing - found).items()
            if not any(other != word and (other.startswith(word) or other.endswith(word))
                       for other in grown)
            and not any(word[:at] in grown and word[at:] in grown for at in range(2, len(word) - 1))
            and squeezed.count(word) < whole.count(word)}


@unittest.skipUnless(BOOK.is_dir(), "the corpus is not here")
class Corpus(Built):
    source = "../shared/corpus/dnum"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.words = triptych("dump", BOOK, "--stage", "text").stdout

    def xhtml(self):
        package = parts(self.output(".epub"))
        return [VisibleText(package[name].decode()) for name in sorted(package)
                if name.endswith(".xhtml")]

    def test_every_word_is_in_the_booklet(self):
        text = run("pdftotext", "-raw", self.output("-booklet.pdf"), "-").stdout
        self.assertEqual(lost(self.words, text), {})

    def test_every_word_is_in_the_e_book(self):
        text = "\n".join("".join(document.all) for document in self.xhtml())
        self.assertEqual(lost(self.words, text), {})

    def test_nothing_of_the_editor_is_printed(self):
        for document in self.xhtml():
            prose = "".join(document.prose)
            for trace in EDITOR_TRACES:
                self.assertNotIn(trace, prose)

    def test_every_listed_page_is_read(self):
        listed = re.findall(r"\]\(<?([^)>]*\.md)", (BOOK / "SUMMARY.md").read_text())
        book = triptych("dump", BOOK, "--stage", "book").stdout
        read = re.findall(r'^  page \d+ .*path="([^"]*)"', book, re.MULTILINE)
        hidden = {"developper/anonymisation-des-donnees-cadre-operationnel-and-trajectoire-pcn.md"}
        self.assertEqual(set(listed) - hidden, set(read))
        self.assertEqual((len(listed), len(read)), (90, 89))

    def test_warnings_are_exactly_what_is_wrong(self):
        found = json.loads(triptych("check", BOOK, "--format", "json").stdout)
        warnings = collections.Counter()
        for each in found:
            if each["severity"] != "note":
                name = each["file"].removeprefix(f"{BOOK}/")
                warnings[each["kind"], name] += each["count"]
        self.assertEqual(dict(warnings), WARNINGS)
        orphans = [each for each in found if each["kind"] == "page-left-out"]
        self.assertEqual(len(orphans), 5)


if __name__ == "__main__":
    sys.exit(unittest.main())
