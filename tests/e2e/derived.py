"""What a document says, block by block, whether read from an e-book or derived from a PDF's tags: for comparing the two."""

import re
from html.parser import HTMLParser

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "figcaption", "caption", "dt", "dd", "pre",
          "div", "section", "aside", "blockquote", "table", "ul", "ol", "figure", "tr", "thead", "tbody", "body",
          "header", "nav", "details", "summary", "article"}
VOID = {"img", "meta", "link", "br", "hr", "mspace"}
# Printed behind links, for readers on paper.
PAGE_REFERENCE = re.compile(r" ?\((page|p\.) [0-9ivxlc]+\)")


def words(text):
    text = re.sub("[\u00ad\u200b\u2060]", "", text)
    return " ".join(PAGE_REFERENCE.sub("", " ".join(text.split())).split())


class Reader(HTMLParser):
    """Gathers (kind, text): headings with their level, items, cells, captions, notes, paragraphs; and what links and
    stressed words say."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.links, self.stressed, self.formulas = [], [], [], []
        self.open, self.text, self.kind, self.silent = [], "", "p", 0
        self.inline = []  # open links, stress and formulas: (name, text)

    def end_block(self):
        text = words(self.text)
        if text:
            self.blocks.append((self.kind, text))
        self.text = ""

    def handle_starttag(self, name, attributes):
        attributes = dict(attributes)
        if name in VOID:
            if name == "br":
                self.text += " "
            return
        # Labels, and marks of notes, which a booklet has also for addresses.
        label = (attributes.get("data-pdf-se-type") in ("Lbl", "Reference")
                 or attributes.get("role") in ("doc-noteref", "doc-backlink"))
        self.open.append((name, self.kind, label))
        self.silent += label
        if name in BLOCKS:
            self.end_block()
            if re.fullmatch("h[1-6]", name):
                self.kind = "h"
            elif name in ("li", "td", "th", "figcaption", "caption"):
                self.kind = {"figcaption": "caption"}.get(name, name)
            elif attributes.get("data-pdf-se-type") == "Caption":
                self.kind = "caption"
            elif attributes.get("role") == "doc-footnote":
                self.kind = "note"
        if name in ("a", "em", "strong", "math") and not self.silent:
            self.inline.append([name, ""])

    def handle_endtag(self, name):
        if name in VOID or not any(name == other for other, _, _ in self.open):
            return
        while self.open:
            other, kind, label = self.open.pop()
            if other in BLOCKS:
                self.end_block()
            self.kind = kind
            self.silent -= label
            if self.inline and self.inline[-1][0] == other and not label and not self.silent:
                kept, text = self.inline.pop()
                into = {"a": self.links, "math": self.formulas}.get(kept, self.stressed)
                if words(text):
                    into.append(words(text))
            if other == name:
                break

    def handle_data(self, data):
        if self.silent:
            return
        self.text += data
        for one in self.inline:
            one[1] += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader


def missing(wanted, found):
    """Those of `wanted` that do not come in `found` in their order."""
    at, lost = 0, []
    for one in wanted:
        try:
            at = found.index(one, at) + 1
        except ValueError:
            lost.append(one)
    return lost
