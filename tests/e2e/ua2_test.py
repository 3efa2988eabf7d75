"""PDF 2.0: `--standard ua2`, files inside, and the same words and structure as the e-book."""

import base64
import re
import unicodedata
import unittest

import derived
import formulas_test
from support import ROOT, WithBook, epubcheck, parts, run, triptych

PAGE = """# The guide

A word that is **strong**, one *stressed*, `code`, a [page](other.md#second), an [address](https://example.org/a).

A note[^1], and $$x = \\frac{a + b}{2}$$ in the line.

$$
\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}
$$

1. first
2. second

{% hint style="info" %}
Mind *this*.
{% endhint %}

3. third

* a bullet
  * one inside

> A quotation
>
> > [!WARNING]
> > A hint inside.

| Name | Value |
| ---- | ----- |
| size | 12 |
| a, b | "so" |

![A square](square.png "The square")

```js
let a = 1;
let b = 2;
```

[^1]: The source of it.
"""
OTHER = """# Another page

## First part

Some words.

## Second

More words, and a link [home](README.md).
"""
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEUlEQVR4nGP4z8AARwxI7P8AZ7IH+SY4448AAAAASUVORK5CYII="
FILES = {"README.md": PAGE, "other.md": OTHER, "SUMMARY.md": "# Contents\n\n* [The guide](README.md)\n* [Another page](other.md)\n",
         "triptych.yaml": "title: The guide\nlanguage: en\n"}
# Poppler does not know these attributes of PDF 2.0, and says so.
UNKNOWN = re.compile(r"^(Syntax Warning: )?.*(attribute|Attribute|NSO|FENote|ContinuedList|owner).*$")


class Ua2(WithBook):
    def setUp(self):
        super().setUp()
        for name, text in FILES.items():
            self.write(name, text)
        (self.book / "square.png").write_bytes(base64.b64decode(PICTURE))

    def build(self, name, *options):
        out = self.folder / name
        process = triptych("build", self.book, "-o", out, "--no-cache", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        return out

    def one(self, folder, pattern):
        found, = folder.glob(pattern)
        return found

    def test_booklet_slides_and_handout_keep_the_rules(self):
        out = self.build("a", "--standard", "ua2", "--to", "booklet,slides", "--handout", "3")
        made = sorted(out.glob("*.pdf"))
        self.assertEqual(len(made), 3)
        for pdf in made:
            with self.subTest(pdf=pdf.name):
                self.assertEqual(triptych("verify", pdf).stdout, f"{pdf}: PDF/UA-2, PDF/A-4f, WTPDF 1.0: ok\n")
                self.assertTrue(pdf.read_bytes().startswith(b"%PDF-2.0"))

    def test_outside_readers_open_it_without_a_word(self):
        pdf = self.one(self.build("a", "--standard", "ua2", "--attach", "source,tables", "--to", "booklet"), "*.pdf")
        for command in (["qpdf", "--check", pdf], ["mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", pdf],
                        ["mutool", "show", pdf, "outline"], ["pdftotext", pdf, "-"], ["pdfinfo", pdf],
                        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", pdf]):
            process = run(*command)
            said = process.stderr.replace("warning: ICC support is not available", "").strip()
            self.assertEqual((process.returncode, said), (0, ""), command)
        said = [line for line in run("pdfinfo", "-struct-text", pdf).stderr.splitlines() if not UNKNOWN.match(line)]
        self.assertEqual(said, [])

    def test_old_readers_find_text_outline_and_links(self):
        older, newer = (self.one(self.build(name, "--standard", name, "--to", "booklet"), "*.pdf") for name in ("ua1", "ua2"))
        for command in (["pdftotext", "-layout"], ["mutool", "show"]):
            after = ["outline"] if command[0] == "mutool" else ["-"]
            said = [run(*command, pdf, *after).stdout for pdf in (older, newer)]
            self.assertEqual(said[0], said[1], command)
        texts = [" ".join(re.findall(r'"([^"]*)"', run("pdfinfo", "-struct-text", pdf).stdout)) for pdf in (older, newer)]
        self.assertEqual(*("".join(text.split()) for text in texts))

    def test_files_are_inside(self):
        out = self.build("a", "--standard", "ua2", "--attach", "source,tables,epub", "--to", "booklet,epub")
        pdf, ebook = self.one(out, "*.pdf"), self.one(out, "*.epub")
        inside = self.folder / "inside"
        inside.mkdir()
        listed = run("pdfdetach", "-list", pdf).stdout
        for name in FILES:
            self.assertIn(name, listed)
        self.assertEqual(run("pdfdetach", "-saveall", "-o", inside, pdf).returncode, 0)
        self.assertEqual((inside / "README.md").read_text(), PAGE)
        self.assertEqual((inside / ebook.name).read_bytes(), ebook.read_bytes())
        self.assertEqual((inside / "table-1.csv").read_bytes().decode(), 'Name,Value\r\nsize,12\r\n"a, b",“so”\r\n')
        self.assertIn("<mfrac>", (inside / "formula-1.mml").read_text())
        self.assertEqual(triptych("verify", pdf).returncode, 0)

    def test_e_book_and_pdfs_carry_how_words_are_spoken(self):
        self.write("triptych.yaml", FILES["triptych.yaml"] + "pronunciation: {nginx: ˌɛndʒɪnˈɛks}\n")
        out = self.build("a", "--standard", "ua2", "--to", "booklet,slides,epub")
        ebook = self.one(out, "*.epub")
        self.assertEqual(epubcheck([ebook]), {str(ebook): ""})
        lexicon = parts(ebook)["EPUB/lexicon.pls"].decode()
        self.assertIn("<phoneme>ˌɛndʒɪnˈɛks</phoneme>", lexicon)
        for pdf in out.glob("*.pdf"):
            self.assertEqual(run("pdfdetach", "-save", "1", "-o", self.folder / "lexicon.pls", pdf).returncode, 0)
            self.assertIn("/PronunciationLexicon", run("mutool", "show", pdf, "trailer/Root/StructTreeRoot").stdout)
            self.assertIn("lexicon.pls", run("pdfdetach", "-list", pdf).stdout)
        self.assertEqual(triptych("verify", *sorted(out.iterdir())).returncode, 0)
        older = self.one(self.build("b", "--to", "booklet"), "*.pdf")
        self.assertNotIn("lexicon", run("pdfdetach", "-list", older).stdout)

    def test_slides_carry_the_sources_of_their_pages(self):
        self.write("triptych.yaml", FILES["triptych.yaml"] + "decks: [{name: part, pages: [other.md]}]\n")
        out = self.build("a", "--standard", "ua2", "--attach", "source,epub", "--to", "slides,epub", "--deck", "part")
        listed = run("pdfdetach", "-list", self.one(out, "*-slides.pdf")).stdout
        self.assertIn("other.md", listed)
        for name in ("README.md", ".epub"):
            self.assertNotIn(name, listed)

    def test_ua1_is_the_default_and_holds_no_files(self):
        plain, named = self.build("a", "--to", "booklet"), self.build("b", "--to", "booklet", "--standard", "ua1")
        self.assertEqual(self.one(plain, "*.pdf").read_bytes(), self.one(named, "*.pdf").read_bytes())
        process = triptych("build", self.book, "-o", self.folder / "c", "--to", "booklet", "--attach", "source")
        self.assertIn("warning[unused-option]: --attach changes nothing", process.stderr)
        self.assertEqual(self.one(self.folder / "c", "*.pdf").read_bytes(), self.one(plain, "*.pdf").read_bytes())

    def test_the_book_may_say_it(self):
        self.write("triptych.yaml", FILES["triptych.yaml"] + "build: {standard: ua2, attach: [source, tables]}\n")
        pdf = self.one(self.build("a", "--to", "booklet"), "*.pdf")
        self.assertIn("README.md", run("pdfdetach", "-list", pdf).stdout)

    def test_the_same_bytes_every_time(self):
        options = ("--standard", "ua2", "--attach", "source,tables,epub", "--to", "booklet,epub,slides")
        first, second = self.build("a", *options, "--jobs", "1"), self.build("b", *options, "--jobs", "4")
        for path in sorted(first.iterdir()):
            self.assertEqual(path.read_bytes(), (second / path.name).read_bytes(), path.name)

    def test_the_tags_say_what_the_e_book_says(self):
        ebook = self.one(self.build("e", "--to", "epub"), "*.epub")
        pages = parts(ebook)
        wanted = derived.read("".join(pages[f"EPUB/text/{name}.xhtml"].decode() for name in ("readme", "other")))
        # What only the e-book says: the head of its notes, and of what kind a callout is in strong words.
        said = {kind: [text for one, text in wanted.blocks if one == kind and text != "Notes"]
                for kind in ("h", "li", "td", "th", "caption")}
        stressed = [text for text in wanted.stressed if text not in ("Good to know", "Warning")]
        self.assertEqual([len(said[kind]) for kind in said], [4, 5, 4, 2, 1])
        for standard in ("ua1", "ua2"):
            pdf = self.one(self.build(standard, "--standard", standard, "--to", "booklet"), "*.pdf")
            process = triptych("dump", "--stage", "derived", pdf)
            self.assertEqual((process.returncode, process.stderr), (0, ""))
            found = derived.read(process.stdout)
            with self.subTest(standard=standard):
                for kind, texts in said.items():
                    self.assertEqual(derived.missing(texts, [text for one, text in found.blocks if one == kind]), [], kind)
                self.assertEqual(derived.missing(wanted.links, found.links), [])
                everything = {text for _, text in found.blocks}
                lost = [text for _, text in wanted.blocks if text not in everything]
                if standard == "ua1":  # which says formulas in words
                    lost = [text for text in lost if not any(formula in text for formula in wanted.formulas)]
                self.assertEqual(lost, ["Notes"])
            if standard == "ua2":
                self.assertEqual(derived.missing(stressed, found.stressed), [])
                self.assertEqual(found.formulas, wanted.formulas)


class Formulas(WithBook):
    def test_formulas_are_mathml_with_the_words_of_the_e_book(self):
        self.write("README.md", formulas_test.book(formulas_test.FORMULAS))
        self.write("triptych.yaml", "title: Formulas\nlanguage: en\n")
        out = self.folder / "out"
        triptych("build", self.book, "-o", out, "--no-cache", "--standard", "ua2", "--to", "booklet,epub")
        pdf, ebook = next(out.glob("*.pdf")), next(out.glob("*.epub"))
        self.assertEqual(triptych("verify", pdf).stdout, f"{pdf}: PDF/UA-2, PDF/A-4f, WTPDF 1.0: ok\n")
        wanted = derived.read(parts(ebook)["EPUB/text/readme.xhtml"].decode()).formulas
        found = derived.read(triptych("dump", "--stage", "derived", pdf).stdout).formulas
        self.assertEqual(len(wanted), 2 * len(formulas_test.FORMULAS))
        self.assertEqual(len(found), len(wanted))

        def seen(formula):  # what is drawn of it: accents by the letter, nothing of "apply function"
            return "".join(unicodedata.normalize("NFKD", formula.replace("\u2061", "")).split())
        other = [pair for pair in zip(wanted, found) if seen(pair[0]) != seen(pair[1])]
        self.assertLess(len(other), 40, other)  # marks and arrows that are drawn by others, phantoms


class Goldens(WithBook):
    """The books of the golden cases, as PDF 2.0: every element stands where ISO/TS 32005 lets it stand."""

    def test_every_book_keeps_the_rules(self):
        made = []
        cases = [case for area in ("book", "deck", "pages", "pdf", "scripts", "tags")
                 for case in sorted((ROOT / "tests/golden" / area).glob("*.case"))]
        for number, case in enumerate(cases):
            folder = self.folder / f"case-{number}"
            for kind, name, text in re.findall(r"^=== (input|input-base64) (\S+)\n(.*?)(?=^=== |\Z)", case.read_text(),
                                               re.MULTILINE | re.DOTALL):
                path = folder / "in" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(base64.b64decode(text) if kind == "input-base64" else text.encode())
            if folder.exists():
                triptych("build", folder / "in", "-o", folder / "out", "--standard", "ua2", "--to", "booklet,slides", "-q")
                made += sorted((folder / "out").glob("*.pdf"))
        self.assertGreater(len(made), 100)
        said = triptych("verify", *made).stdout.splitlines()
        self.assertEqual([line for line in said if not line.endswith(": ok")], [])


if __name__ == "__main__":
    unittest.main()
