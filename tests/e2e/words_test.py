"""No word is lost and none is added: a naive reader's words against the model and every output's."""

import collections
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile

import naive_reader
from support import ROOT, Scratch, run, triptych

# Books beside the project, where there are any: more to hold the reader against.
SHARED = pathlib.Path(os.environ.get("TRIPTYCH_SHARED", ROOT.parent / "shared"))


# What a reader of the source must not leave behind, unless the author wrote it as text.
LEFTOVERS = re.compile(r"\{%|%\}|</|<!--|-->|&(?:nbsp|amp|lt|gt|quot|#\d+|#x[0-9a-fA-F]+);|\bx--|\{\{|\}\}")


def text_of_epub(path):
    text = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml") and "nav" not in name:
                page = archive.read(name).decode().partition("<body")[2]
                page = re.sub(r"<math\b.*?</math>", " ", page, flags=re.DOTALL)
                page = re.sub(r'<a\b[^>]*role="doc-(?:noteref|backlink)".*?</a>', " ", page,
                              flags=re.DOTALL)
                text.append(naive_reader.text_of_html(page.partition(">")[2]))
    return "\n".join(text)


def words_of_epub(path, wanted):
    return naive_reader.words(text_of_epub(path))


def is_western(word):
    return all(unicodedata.name(c, "").startswith(("LATIN", "GREEK", "CYRILLIC", "DIGIT"))
               for c in word)


def text_of_booklet(path):
    return re.sub("\u00ad\\s*", "", run("pdftotext", "-raw", path, "-").stdout)


def words_of_booklet(path, wanted):
    """Of the structure and of the page: words that were divided are whole in the one, and lines of
    listings are apart in the other."""
    structure = []
    for line in run("pdfinfo", "-struct-text", path).stdout.splitlines():
        line = line.strip()
        if line.startswith('"') and line.endswith('"'):
            structure.append(line[1:-1])
        elif not line.endswith("(inline)") and not line.startswith("Object"):
            structure.append("\n")
    found = naive_reader.words("".join(structure)) | naive_reader.words(text_of_booklet(path))
    # Of scripts that no font here has, or that run from right to left, readers of PDF make others.
    found |= collections.Counter({word: count for word, count in wanted.items() if not is_western(word)})
    # The number of a note stands right behind its word.
    squeezed = "".join("".join(structure).casefold().split())
    for word in wanted - found:
        found[word] = max(found[word], squeezed.count(word))
    return found


def text_of_deck(path):
    text = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name):
                for paragraph in re.findall(r"<a:p>.*?</a:p>", archive.read(name).decode(), re.DOTALL):
                    paragraph = re.sub(r"<a:br\b", "<a:t> </a:t><a:br", paragraph)
                    # Raised numbers of notes are no part of the word.
                    paragraph = re.sub(r'baseline="[1-9]\d*"[^>]*>.*?<a:t>', r"\g<0> ", paragraph)
                    text.append(html.unescape("".join(re.findall(r"<a:t>([^<]*)</a:t>", paragraph))))
    return "\n".join(text)


def words_of_deck(path, wanted):
    return naive_reader.words(text_of_deck(path))


# Words that the program adds for a reason that the naive reader does not know.
ADDED = {
    # The title of the card leads elsewhere, so the page that the card leads to is named under it.
    "card-two-links": "easy sites",
    # The title of a picture is its caption.
    "pptx-negative-picture": "cap",
}
# A listing of 140 lines, of which the booklet prints the ends and says so.
CUT = {"epub-pagelist"}
# One of each construct, every word another.
PAGE = """---
description: Résumé initial
---

# Titre premier

Alinéa *italique* **gras** ~~barré~~ `chasse` <kbd>touche</kbd> H<sub>2</sub>O, note[^1] et seconde[^deux].

Ligne\\
suivante <https://adresse.example> puis [renvoi](https://cible.example "infobulle").

## Encadrés

{% hint style="warning" %}
Prudence
{% endhint %}

> Citation longue
> continuée

> [!NOTE]
> Remarque github

{% tabs %}
{% tab title="Onglet alpha" %}
Contenu alpha
{% endtab %}
{% tab title="Onglet beta" %}
1. Chiffre unique
2. Chiffre double
{% endtab %}
{% endtabs %}

{% stepper %}
{% step %}
### Étape initiale

Explication initiale
{% endstep %}
{% endstepper %}

<details>

<summary>Pli fermé</summary>

Secret **déplié**

</details>

## Listes

* Puce externe
  * Puce interne
    suite interne

    paragraphe interne
* [x] Tâche faite

5) Cinquième
6) Sixième

<ol start="3"><li>Troisième <em>html</em></li><li>Quatrième<ul><li>Imbriqué</li></ul></li></ol>

## Tableaux

| Colonne | Autre |
| --- | ---: |
| cellule | droite |

<table><thead><tr><th>Entête</th><th data-hidden>Masqué</th></tr></thead><tbody><tr><td>Visible<br>deuxième</td><td>invisible</td></tr></tbody></table>

<table data-view="cards"><thead><tr><th></th><th></th></tr></thead><tbody><tr><td><strong>Carte</strong></td><td>Verso</td></tr></tbody></table>

## Divers

<section>Section libre <span>portée</span></section>

<div align="center"><p>Centré au milieu</p></div>

{% code title="fichier.py" %}
```python
def fonction(argument):
    return argument  # commentaire
```
{% endcode %}

<dl><dt>Terme</dt><dd>Définition</dd></dl>

Un `{% code %}` cité, 3 < 4 & 5.

[^1]: Pied premier.
[^deux]: Pied second
    prolongé.
"""

OUTPUTS = {".epub": (words_of_epub, text_of_epub), "-booklet.pdf": (words_of_booklet, text_of_booklet),
           "-slides.pptx": (words_of_deck, text_of_deck)}


def is_about_words(book):
    """Other hostile cases are about drawings, or so long that other tests measure what they cost."""
    name = book.parent.name
    drawn = any(part in name for part in ("svg", "time-", "slow-"))
    return not drawn and 0 < sum(page.stat().st_size for page in book.rglob("*.md")) < 60_000


class Words(Scratch):
    def read(self, source, of_model):
        book = naive_reader.Book(source)
        pages = [(page.path, naive_reader.words(book.text(page, of_model))) for page in book.pages]
        self.assertTrue(pages)
        return pages, sum((words for _, words in pages), collections.Counter())

    def named(self, difference, pages):
        """Differences by page and word."""
        return {word: (count, [path for path, words in pages if word in words][:3])
                for word, count in difference.items()}

    def leftovers(self, source):
        """Marks that stand in the text itself."""
        book = naive_reader.Book(source)
        return {mark for page in book.pages for of_model in (True, False)
                for mark in LEFTOVERS.findall(book.text(page, of_model))}

    def check(self, source, added=""):
        pages, wanted = self.read(source, of_model=True)
        wanted += naive_reader.words(added)
        said = triptych("dump", source, "--stage", "text")
        self.assertEqual(said.returncode, 0, said.stderr)
        found = naive_reader.words(said.stdout)
        with self.subTest(output="model"):
            self.assertEqual(self.named(naive_reader.difference(wanted, found), pages), {}, "lost")
            self.assertEqual(self.named(naive_reader.difference(found, wanted), pages), {}, "added")
        pages, wanted = self.read(source, of_model=False)
        out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        triptych("build", source, "-o", out, "--to", "booklet,epub,pptx")
        allowed = self.leftovers(source)
        for suffix, (words_of, text_of) in OUTPUTS.items():
            with self.subTest(output=suffix):
                path = next(out.glob(f"*{suffix}"))
                found = words_of(path, wanted)
                self.assertEqual(self.named(naive_reader.difference(wanted, found), pages), {}, "lost")
                self.assertEqual(set(LEFTOVERS.findall(text_of(path))) - allowed, set(), "leaked")

    def test_every_construct(self):
        page = self.folder / "page.md"
        page.write_text(PAGE)
        self.check(page)

    def test_the_first_page(self):
        self.check(ROOT / "content")

    def test_the_example_book(self):
        self.check(ROOT / "examples/carnet")

    @unittest.skipUnless((SHARED / "cases").is_dir(), "the cases are not here")
    def test_cases(self):
        books = sorted(path for kind in ("content", "formats", "hostile")
                       for path in (SHARED / "cases" / kind).glob("*/book"))
        for book in books:
            if not is_about_words(book) or book.parent.name in CUT:
                continue
            pages = sorted(book.glob("*.md"))
            with self.subTest(case=book.parent.name):
                self.check(pages[0] if len(pages) == 1 else book, ADDED.get(book.parent.name, ""))

    @unittest.skipUnless((SHARED / "corpus/dnum").is_dir(), "the large book is not here")
    def test_a_large_book(self):
        self.check(SHARED / "corpus/dnum")


if __name__ == "__main__":
    sys.exit(unittest.main())
