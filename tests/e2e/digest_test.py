"""Slides show extracts, and nothing is lost by it: no word, and no section."""

import collections
import html
import os
import pathlib
import re
import shutil
import tempfile
import unittest

import naive_reader
from support import ROOT, plain, triptych

# A large book beside the project, where there is one.
SHARED = pathlib.Path(os.environ.get("TRIPTYCH_SHARED", ROOT.parent / "shared"))
BOOKS = [book for book in (ROOT / "content", ROOT / "examples/carnet", ROOT / "docs/guide/fr",
                           ROOT / "docs/guide/en", SHARED / "corpus/dnum")
         if book.is_dir()]
LEAST_WORDS = 12  # of a section that must be found


def all_of(book, folder):
    """The book without its wishes for slides: it may leave pages out."""
    copy = pathlib.Path(tempfile.mkdtemp(dir=folder), book.name)
    shutil.copytree(book, copy)
    settings = copy / "triptych.yaml"
    if settings.exists():
        settings.write_text(re.sub(r"^slides:\n(?: .*\n)+", "", settings.read_text(),
                                   flags=re.MULTILINE))
    return copy


def slides_of(book, folder, *options):
    """Each slide as the text that it shows and that of its notes."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=folder))
    triptych("build", book, "--to", "html", "-o", folder, *options)
    page = next(folder.glob("*.html")).read_text()
    slides = []
    page = re.sub(r"<sup>\d+</sup>", " ", page.partition("<script")[0])  # numbers of notes
    for section in page.split('<section class="slide')[1:]:
        shown, _, notes = section.partition('<details class="notes">')
        slides.append((naive_reader.text_of_html("<p" + shown), naive_reader.text_of_html(notes)))
    return slides


def linked_words(block):
    """How many words of a block of the dump stand in links."""
    count, deeper = 0, None
    for line in block.splitlines():
        indent = len(line) - len(line.lstrip())
        if deeper is not None and indent <= deeper:
            deeper = None
        if line.lstrip().startswith("link") and deeper is None:
            deeper = indent
        elif deeper is not None and (text := re.search(r'text "(.*)"$', line)):
            count += len(text.group(1).split())
    return count


class Section:
    def __init__(self, look, title):
        self.look, self.titles, self.words, self.linked = look, [title], 0, 0

    def add(self, words, linked):
        self.words += words
        self.linked += linked


def sections_of(book):
    """The top sections of each page, with the titles in them; not those that lead elsewhere."""
    dump = triptych("dump", book, "--stage", "book").stdout
    found = []
    for page in re.split(r"^  page ", dump, flags=re.MULTILINE)[1:]:
        sections = []
        blocks = re.split(r"^    (?=\S)", page, flags=re.MULTILINE)[1:]
        looks = [int(look) for block in blocks for look in re.findall(r"^heading.*look=(\d)", block)]
        for block in blocks:
            words = " ".join(re.findall(r'(?:text|code) "(.*)"$', block, re.MULTILINE))
            words = plain(words.replace("\\u00A0", " ").replace("\\u202F", " "))
            look = re.match(r"heading.*look=(\d)", block)
            if look and int(look.group(1)) == min(looks):
                sections.append(Section(int(look.group(1)), words))
            elif look and sections:
                sections[-1].titles.append(words)
            elif sections:
                sections[-1].add(len(words.split()), linked_words(block))
        found += [section for section in sections
                  if section.words >= LEAST_WORDS and section.linked * 2 < section.words]
    return found


def letters(text):
    return re.sub(r"\W+", "", html.unescape(text)).casefold()


class Digest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="triptych-")
        self.addCleanup(shutil.rmtree, self.folder)

    def test_every_word_is_on_a_slide_or_in_its_notes(self):
        for book in (all_of(book, self.folder) for book in BOOKS):
            for options in ((), ("--slides", "40")):
                with self.subTest(book=book.name, options=options):
                    slides = slides_of(book, self.folder, *options)
                    found = collections.Counter()
                    for shown, notes in slides:
                        found += naive_reader.words(shown) + naive_reader.words(notes)
                    text = triptych("dump", book, "--stage", "text").stdout
                    # Addresses, formulas and code are other words in a browser.
                    text = re.sub(r"\\\w*text\w*\{[^}]*\}", " ", text)
                    text = re.sub(r"\S*\w[./\\{}|_=:]\S*\w\S*", " ", text)
                    lost = [word for word in naive_reader.words(text) - found if word.isalpha()]
                    self.assertEqual(lost, [])

    def test_every_section_is_shown_or_named(self):
        for book in (all_of(book, self.folder) for book in BOOKS):
            with self.subTest(book=book.name):
                slides = slides_of(book, self.folder)
                shown = letters(" ".join(text for text, _ in slides))
                lost = [section.titles[0] for section in sections_of(book)
                        if not any(letters(title) in shown for title in section.titles)]
                self.assertEqual(lost, [])

    def test_a_large_book_is_a_deck_of_its_sections(self):
        book = SHARED / "corpus/dnum"
        if not book.is_dir():
            self.skipTest("the large book is not here")
        slides = slides_of(book, self.folder)
        self.assertLessEqual(len(slides), 350)
        short = slides_of(book, self.folder, "--slides", "40")
        self.assertLessEqual(len(short), 40)
        self.assertGreaterEqual(len(short), 30)


if __name__ == "__main__":
    unittest.main()
