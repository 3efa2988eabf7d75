"""Lines of every script as the booklet sets them, beside Chromium's of the e-book in the same fonts."""

import collections
import json
import os
import pathlib
import re
import shutil
import sys
import unicodedata
import unittest
import xml.etree.ElementTree as ET
import zipfile

import support
from scripts_test import FONTS, HAVE_FONTS, SENTENCES
from support import ROOT, WithBook, run, triptych

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
# Languages with forms, signs or letters of their own, in scripts that others above have, too.
MORE = {
    "ur": "کتب خانہ ہر صبح کھلتا ہے اور قاری کتابیں پڑھتے ہیں",
    "mr": "ग्रंथालय दररोज सकाळी उघडते आणि वाचक पुस्तके वाचतात",
    "gu": "પુસ્તકાલય દરરોજ સવારે ખૂલે છે",
    "pa": "ਲਾਇਬ੍ਰੇਰੀ ਹਰ ਸਵੇਰ ਖੁੱਲ੍ਹਦੀ ਹੈ",
    "kn": "ಗ್ರಂಥಾಲಯ ಪ್ರತಿದಿನ ಬೆಳಿಗ್ಗೆ ತೆರೆಯುತ್ತದೆ",
    "ml": "ഗ്രന്ഥശാല എല്ലാ ദിവസവും രാവിലെ തുറക്കുന്നു",
    "si": "පුස්තකාලය සෑම උදෑසනකම විවෘත වේ",
    "sr": "Библиотека је отворена сваког јутра, без улазница.",
    "bg": "Библиотеката е отворена всяка сутрин.",
    "uk": "Бібліотека відчинена щоранку, вхід вільний.",
    "vi": "Thư viện mở cửa mỗi sáng cho mọi người đọc.",
    "tr": "Kütüphane her sabah açılır, giriş serbesttir.",
}
TEXTS = {language: text for language, (text, _) in SENTENCES.items()} | MORE
# A word's width may differ by so much of an em: positions in PDF are rounded, and Chromium's, too.
SLACK = 0.03
SIGNS = ".,;:!?()[]、。，．：；！？「」（）·।॥؛،؟።։«»"
# What parts words beside spaces: their kerning is not known from a PDF where another letter stands behind.
PARTING = "–():、。，：；！？「」（）"


def parts_of(text):
    """Two or three words, or as many letters where words are not parted."""
    words = text.split()
    if len(words) > 3:
        return [" ".join(words[:2]), words[2].strip(SIGNS), words[3].strip(SIGNS)]
    bare = re.sub("[%s]" % re.escape(SIGNS), "", words[0])
    clusters = re.findall(r"[\u0e40-\u0e44\u0ec0-\u0ec4]?.[\u0300-\u036f\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b6-\u17d3]*", bare)
    return ["".join(clusters[:4]), "".join(clusters[4:7]), "".join(clusters[7:9])]


def lines_of(text):
    a, b, c = parts_of(text)
    return [a, f"{b} `git -m x` {c} 5–10 ({b}).", f"{c} 15, [{b}](https://example.org/) +33 1 40: {c}",
            f"{b} example.org {c} v1.2-3 {b}"]


def words(letters):
    """[text, left, right, face] of what stands between spaces, signs, and changes of script."""
    found, open_ = [], None
    for letter, left, right, face in letters:
        if letter in "\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069":
            # In a PDF, U+200B is what further glyphs of a cluster say.
            if open_ is not None and right > left:
                found[-1][1:3] = min(found[-1][1], left), max(found[-1][2], right)
            continue
        kind = None if letter.isspace() or letter in PARTING else ord(letter) < 0x2E80 or ord(letter) > 0xFFFF
        if kind is None:
            open_ = None
            continue
        mark = unicodedata.category(letter) in ("Mn", "Me")
        if open_ != kind and not mark or not found:
            found.append([letter, left, right, face])
            open_ = kind
            continue
        found[-1][0] += letter
        if not mark and right > left:
            found[-1][1:3] = min(found[-1][1], left), max(found[-1][2], right)
    return found


def set_lines(pdf, page):
    """The letters of each line of the page's text, in the order that they are painted in; edges in em."""
    letters = []
    for font in ET.fromstring(run("mutool", "draw", "-F", "stext", "-O", "inhibit-spaces", pdf, page).stdout).iter("font"):
        for char in font.iter("char"):
            quad = [float(x) for x in char.get("quad").split()]
            letters.append((float(char.get("y")), len(letters), char.get("c"), min(quad[::2]), max(quad[::2]),
                            font.get("name"), float(font.get("size"))))
    lines, last = [], -100
    for y, at, *letter in sorted(letters):
        if y - last > 7:  # signs under and over letters have places of their own
            lines.append([])
        last = y
        lines[-1].append((at, *letter))
    # Without the heading.
    body = [[letter[1:] for letter in sorted(line)] for line in lines if max(letter[5] for letter in line) < 15]
    body = [[letter for letter in line if letter[4] > 8] for line in body]  # without signs of notes
    em = body[0][0][4]
    return [[(c, left / em, right / em, name) for c, left, right, name, _ in line] for line in body]


def source_of(name):
    """Where CSS finds a face of a PDF."""
    if "CJK" in name:
        return f'local("{name}")'
    plain = name.replace("-", "").lower()  # long ones are cut
    files = [file for folder in (ROOT / "fonts", FONTS / "truetype/noto") for file in folder.rglob("*.[to]tf")
             if file.stem.replace("-", "").lower().startswith(plain)]
    if files:
        return f'url("{min(files, key=lambda file: len(file.stem)).as_uri()}")'
    raise AssertionError(f"no file of {name}")


@unittest.skipUnless(HAVE_FONTS, "fonts-noto-core and fonts-noto-cjk are not installed")
@unittest.skipUnless(os.path.exists(CHROMIUM), "chromium is not installed")
class ScriptsInBrowser(WithBook):
    pictures = None  # a folder to look at

    def make(self, language, text):
        """The lines of the booklet, and the page of the e-book."""
        self.write("triptych.yaml", f"title: {text[:12]}\nlanguage: {language}\n")
        self.write("page.md", f"# {text[:12]}\n\n" + "\n\n".join(lines_of(text)) + "\n")
        out = self.folder / language
        process = triptych("build", self.book, "-o", out, "--no-cache", "--to", "booklet,epub")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertNotIn("warning[", process.stderr)
        pdf, = out.glob("*-booklet.pdf")
        epub, = out.glob("*.epub")
        with zipfile.ZipFile(epub) as archive:
            archive.extractall(out / "unpacked")
        set_ = set_lines(pdf, 3)[:4]
        faces = list(dict.fromkeys(face for line in set_ for *_, face in line if "Code" not in face))
        faces.sort(key=lambda name: not name.startswith("Source"))  # the layout's own come first
        if self.pictures:
            run("mutool", "draw", "-r", "220", "-o", self.pictures / f"{language}-ours.png", pdf, "3")
        return set_, {"page": str(out / "unpacked/EPUB/text/page.xhtml"), "faces": [source_of(f) for f in faces]} | (
            {"picture": str(self.pictures / f"{language}-chromium.png")} if self.pictures else {})

    def test_words_stand_in_the_same_order_and_are_as_wide(self):
        made = {language: self.make(language, text) for language, text in TEXTS.items()}
        books = self.folder / "books.json"
        books.write_text(json.dumps([book for _, book in made.values()]))
        scripts = support.node_modules().parent / "scripts.mjs"
        process = run("node", scripts, books, env={**os.environ, "CHROMIUM": CHROMIUM})
        self.assertEqual(process.returncode, 0, process.stderr)
        faults = []
        for (language, (lines, _)), shown in zip(made.items(), json.loads(process.stdout)):
            self.assertEqual(len(lines), len(shown), language)
            for number, (ours, theirs) in enumerate(zip(map(words, lines), map(words, shown))):
                faults += [f"{language}, line {number + 1}: {fault}" for fault in compare(language, ours, theirs)]
        self.assertEqual(faults, [], "\n".join(faults))


def compare(language, ours, theirs):
    said, shown = [[word[0] for word in line] for line in (ours, theirs)]
    if len(said) != len(shown) or (said != shown and language != "lo"):  # one vowel stands for two signs there
        yield f"{said} is not {shown}"
        return
    orders = [sorted(range(len(line)), key=lambda i: line[i][1]) for line in (ours, theirs)]
    if orders[0] != orders[1]:
        yield f"{[said[i] for i in orders[0]]} stand so, not {[said[i] for i in orders[1]]}"
    for (text, left, right, face), (_, other_left, other_right, code) in zip(ours, theirs):
        difference = (right - left) - (other_right - other_left)
        if "Code" not in face and not code and abs(difference) > SLACK:
            yield f"{text!r} is {right - left:.3f} em wide, not {other_right - other_left:.3f} ({face})"


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--pictures":
        ScriptsInBrowser.pictures = pathlib.Path(sys.argv.pop())
        ScriptsInBrowser.pictures.mkdir(exist_ok=True)
        sys.argv.pop()
    unittest.main()
