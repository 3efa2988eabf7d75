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


def words_of_epub(path, wanted):
    text = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml") and "nav" not in name:
                page = archive.read(name).decode().partition("<body")[2]
                page = re.sub(r"<math\b.*?</math>", " ", page, flags=re.DOTALL)
                page = re.sub(r'<a\b[^>]*role="doc-(?:noteref|backlink)".*?</a>', " ", page,
                              flags=re.DOTALL)
                text.append(naive_reader.text_of_html(page.partition(">")[2]))
    return naive_reader.words("\n".join(text))


def is_western(word):
    return all(unicodedata.name(c, "").startswith(("LATIN", "GREEK", "CYRILLIC", "DIGIT"))
               for c in word)


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
    drawn = re.sub("\u00ad\\s*", "", run("pdftotext", "-raw", path, "-").stdout)
    found = naive_reader.words("".join(structure)) | naive_reader.words(drawn)
    # Of scripts that no font here has, or that run from right to left, readers of PDF make others.
    found |= collections.Counter({word: count for word, count in wanted.items() if not is_western(word)})
    # The number of a note stands right behind its word.
    squeezed = "".join("".join(structure).casefold().split())
    for word in wanted - found:
        found[word] = max(found[word], squeezed.count(word))
    return found


def words_of_deck(path, wanted):
    text = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name):
                for paragraph in re.findall(r"<a:p>.*?</a:p>", archive.read(name).decode(), re.DOTALL):
                    paragraph = re.sub(r"<a:br\b", "<a:t> </a:t><a:br", paragraph)
                    # Raised numbers of notes are no part of the word.
                    paragraph = re.sub(r'baseline="[1-9]\d*"[^>]*>.*?<a:t>', r"\g<0> ", paragraph)
                    text.append(html.unescape("".join(re.findall(r"<a:t>([^<]*)</a:t>", paragraph))))
    return naive_reader.words("\n".join(text))


# Cases of what a naive reader can't read: other dialects, broken tags, links that lead nowhere.
BEYOND = {"attr-quote-open", "card-two-links", "content-ref-hidden", "empty-label-space",
          "html-unknown-tags-printed", "honkit-import", "honkit-sec", "image-data-uri",
          "link-empty-label", "local-links", "math-single-dollar", "mdbook-summary",
          "style-blank-line"}
# Cases in which the booklet is known to lose words: cards higher than a page,
# notes of a page's title. Take out what is mended.
LOSING = {"booklet-tall-cards", "booklet-note-in-page-title"}
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

OUTPUTS = {".epub": words_of_epub, "-booklet.pdf": words_of_booklet, "-slides.pptx": words_of_deck}


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

    def check(self, source):
        pages, wanted = self.read(source, of_model=True)
        said = triptych("dump", source, "--stage", "text")
        self.assertEqual(said.returncode, 0, said.stderr)
        found = naive_reader.words(said.stdout)
        with self.subTest(output="model"):
            self.assertEqual(self.named(naive_reader.difference(wanted, found), pages), {}, "lost")
            self.assertEqual(self.named(naive_reader.difference(found, wanted), pages), {}, "added")
        pages, wanted = self.read(source, of_model=False)
        out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        triptych("build", source, "-o", out, "--to", "booklet,epub,pptx")
        for suffix, words_of in OUTPUTS.items():
            with self.subTest(output=suffix):
                found = words_of(next(out.glob(f"*{suffix}")), wanted)
                self.assertEqual(self.named(naive_reader.difference(wanted, found), pages), {}, "lost")

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
        books = sorted(path for kind in ("content", "formats")
                       for path in (SHARED / "cases" / kind).glob("*/book"))
        for book in books:
            pages = sorted(book.glob("*.md"))
            if book.parent.name not in BEYOND | LOSING:
                with self.subTest(case=book.parent.name):
                    self.check(pages[0] if len(pages) == 1 else book)

    @unittest.skipUnless((SHARED / "corpus/dnum").is_dir(), "the large book is not here")
    def test_a_large_book(self):
        self.check(SHARED / "corpus/dnum")


if __name__ == "__main__":
    sys.exit(unittest.main())
