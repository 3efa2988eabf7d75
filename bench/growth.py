#!/usr/bin/env python3
"""Doubles one thing of a small book at a time, and measures what each output then costs.

    bench/growth.py                    all dimensions, a table on the terminal
    bench/growth.py rows "one word"    some
    bench/growth.py --write            also puts their rows into bench/README.md

Sizes are doubled until a build takes LEAST seconds of processor time, or more would be beyond what a book may hold. Then that size
and its double's double are measured, medians of three runs; what a book with one word takes is subtracted from both. The root of
their ratio is the growth for each of the two doublings.
"""

import argparse
import base64
import json
import pathlib
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from typing import Callable

from measure import measure, run_once

BENCH = pathlib.Path(__file__).resolve().parent
TRIPTYCH = BENCH.parent / "build/release/triptych"
OUTPUTS = ["check", "booklet", "epub", "slides", "pptx", "html"]
LEAST = 0.3     # seconds
MOST = 2.2      # times as much, for twice as much
LIMIT = 4e6     # bytes of a page
SMALL = 16.0    # megabytes: less is not told from what a program has anyway
TIMEOUT = 300
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def words(count):
    """Words of which each comes back now and then."""
    return " ".join(f"mot{number % 997}" for number in range(count))


def repeated(line):
    """A text of as many lines, numbered."""
    return lambda count: "".join(line.replace("#", str(number)) for number in range(count))


def table(rows, columns):
    row = "| " + " | ".join(["mot"] * columns) + " |\n"
    return row + "|" + "---|" * columns + "\n" + row * rows


def drawing(count):
    shapes = "".join(f'<rect x="{n % 900}" y="{n % 500}" width="9" height="9"/>' for n in range(count))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500">{shapes}</svg>'


def pages(count):
    files = {f"p{n}.md": f"# Titre {n}\n\nUne phrase.\n" for n in range(count)}
    return files | {"SUMMARY.md": "* [Page](README.md)\n" + repeated("* [Titre #](p#.md)\n")(count)}


@dataclass
class Dimension:
    make: Callable[[int], str]   # the page's text below its title, or all of it, from front matter on
    start: int = 64
    bound: int = 0               # a book has no more of it: nesting, columns
    files: Callable[[int], dict] = lambda count: {}  # what else the book then holds, by path


DIMENSIONS = {
    "list items": Dimension(repeated("- point numéro #\n")),
    "numbered items": Dimension(repeated("1. point numéro #\n")),
    "tasks": Dimension(repeated("- [ ] tâche #\n")),
    "rows": Dimension(lambda n: table(n, 3)),
    "columns": Dimension(lambda n: table(8, n), 4, 64),
    "lines of code": Dimension(lambda n: "```yaml\n" + "clef: valeur\n" * n + "```\n"),
    "listings": Dimension(repeated("```yaml\nclef#: valeur\n```\n\n")),
    "headings": Dimension(repeated("## Titre #\n\nUne phrase.\n\n")),
    "paragraphs": Dimension(repeated("La phrase numéro # du texte.\n\n")),
    "hints": Dimension(repeated('{% hint style="info" %}\nPhrase #.\n{% endhint %}\n\n')),
    "tabs": Dimension(lambda n: "{% tabs %}\n" + repeated('{% tab title="T#" %}\nPhrase.\n{% endtab %}\n')(n) + "{% endtabs %}\n"),
    "cards": Dimension(lambda n: '<table data-view="cards"><tbody>' + "<tr><td>Carte</td></tr>\n" * n + "</tbody></table>\n"),
    "notes": Dimension(lambda n: repeated("mot[^#] ")(n) + "\n\n" + repeated("[^#]: note numéro #\n")(n)),
    "links": Dimension(repeated("[mot](https://example.org/#) ")),
    "links to places": Dimension(lambda n: "## But\n\n" + "[mot](#but) " * n),
    "pictures": Dimension(repeated("![dessin #](a.png)\n\n")),
    "pictures in a line": Dimension(repeated("mot ![dessin #](a.png) ")),
    "formulas": Dimension(repeated("mot $$x_{#}$$ ")),
    "one paragraph": Dimension(words),
    "one heading": Dimension(lambda n: "## " + words(n) + "\n\nUne phrase.\n"),
    "headings under a long one": Dimension(lambda n: "## " + words(n) + "\n\n" + repeated("### Titre #\n\nUne phrase.\n\n")(n)),
    "one word": Dimension(lambda n: "é" * n),
    "one address": Dimension(lambda n: "https://example.org/" + "ab/" * n),
    "one line of code": Dimension(lambda n: "```\n" + "mot " * n + "\n```\n"),
    "code in a line": Dimension(lambda n: "`" + words(n) + "`"),
    "one formula": Dimension(lambda n: "$$" + "x+" * n + "x$$"),
    "one cell": Dimension(lambda n: "| a | b |\n|---|---|\n| " + words(n) + " | mot |\n"),
    "one item": Dimension(lambda n: "- " + words(n) + "\n- point\n"),
    "one hint": Dimension(lambda n: '{% hint style="info" %}\n' + words(n) + "\n{% endhint %}\n"),
    "one note": Dimension(lambda n: "mot[^1]\n\n[^1]: " + words(n) + "\n"),
    "alternatives": Dimension(lambda n: "![" + words(n) + "](a.png)\n"),
    "breaks in a line": Dimension(lambda n: "mot<br>" * n),
    "emphasis": Dimension(lambda n: "*mot* **mot** ~~mot~~ " * n),
    "emphasis in emphasis": Dimension(lambda n: "*mot **mot* mot** " * n),
    "quotes in each other": Dimension(lambda n: "> " * n + "mot\n", 4, 64),
    "lists in each other": Dimension(lambda n: "".join("  " * i + "* mot\n" for i in range(n)), 4, 64),
    "elements in a line": Dimension(lambda n: "<b>mot</b> <kbd>A</kbd> " * n),
    "unknown elements": Dimension(lambda n: "<foo-bar x='1'>mot</foo-bar>\n\n" * n),
    "dead links": Dimension(repeated("[mot](nulle-part-#.md) ")),
    "attributes of an element": Dimension(lambda n: "<p " + repeated('a#="x" ')(n) + ">mot</p>\n"),
    "link definitions": Dimension(lambda n: repeated("[mot#] ")(n) + "\n\n" + repeated("[mot#]: https://example.org/#\n")(n)),
    "references to one note": Dimension(lambda n: "mot[^1] " * n + "\n\n[^1]: note\n"),
    "keys of a page": Dimension(lambda n: "---\n" + repeated("clef#: valeur\n")(n) + "---\n\n# Page\n\nmot\n"),
    # A configuration of more values is not read to its end: beyond, other text would be measured.
    "variables": Dimension(repeated("{{ book.v# }} "), bound=10_000,
                           files=lambda n: {"book.json": json.dumps({"variables": {f"v{i}": "mot" for i in range(n)}})}),
    "includes": Dimension(lambda n: '{% include "part.md" %}\n\n' * n, files=lambda n: {"part.md": "mot\n"}),
    "pages": Dimension(lambda n: "mot", files=pages),
    "elements of a drawing": Dimension(lambda n: "![dessin](dessin.svg)\n", files=lambda n: {"dessin.svg": drawing(n)}),
    "steps": Dimension(lambda n: "{% stepper %}\n" + repeated("{% step %}\n### Pas #\n\nPhrase.\n{% endstep %}\n")(n) + "{% endstepper %}\n"),
    "escapes": Dimension(lambda n: "\\* &amp; :smile: " * n),
}


class Book:
    """A folder with one page, and a place for what is made of it."""

    def __init__(self, folder, runs):
        self.runs, self.others = runs, []
        self.folder = folder / "book"
        self.out = folder / "out"
        self.folder.mkdir()
        (self.folder / "triptych.yaml").write_text("title: Croissance\nlanguage: fr\n")
        (self.folder / "a.png").write_bytes(PNG)

    def write(self, dimension, size):
        """The text of the page, which is then written, with what else the book holds."""
        text = dimension.make(size)
        for path in self.others:
            path.unlink()
        self.others = []
        for name, content in dimension.files(size).items():
            self.others.append(self.folder / name)
            self.others[-1].write_text(content)
        (self.folder / "README.md").write_text(text if text.startswith("---\n") else f"# Page\n\n{text}\n")
        return sum(path.stat().st_size for path in [self.folder / "README.md", *self.others])

    def command(self, output):
        shutil.rmtree(self.out, ignore_errors=True)
        if output == "check":
            return [TRIPTYCH, "check", self.folder]
        return [TRIPTYCH, "build", self.folder, "--to", output, "--no-cache", "-o", self.out]

    def once(self, output, dimension, size):
        """Bytes of the book, and what a build takes."""
        written = self.write(dimension, size)
        return written, run_once(self.command(output), TIMEOUT)

    def median(self, output, dimension, size):
        self.write(dimension, size)
        return measure(self.command(output), runs=self.runs, timeout=TIMEOUT)


@dataclass
class Growth:
    size: int
    seconds: float
    times: float          # as much processor time for each doubling
    memory: float | None  # as much memory; None where it is little

    def cell(self):
        memory = "–" if self.memory is None else f"{self.memory:.1f}"
        worst = max(self.times, self.memory or 0)
        if self.seconds < LEAST / 2:
            return "bounded"
        text = f"{self.times:.1f} / {memory}"
        return f"**{text}**" if worst > MOST else text


def grow(book, output, dimension, base):
    """The growth of one output; None where a build fails or takes too long."""
    size = dimension.start
    while True:
        written, found = book.once(output, dimension, size)
        if found is None:
            return None
        last = dimension.bound and size * 4 >= dimension.bound
        if found[1] >= LEAST or written * 4 > LIMIT or last:
            break
        size *= 2 if found[1] > LEAST / 8 else 4
        if dimension.bound:
            size = min(size, dimension.bound // 4)
    once, fourfold = (book.median(output, dimension, n) for n in (size, 4 * size))
    if once is None or fourfold is None:
        return None
    memory = ((fourfold.peak - base.peak) / (once.peak - base.peak)) ** 0.5 if once.peak - base.peak > SMALL else None
    # What differs by less than starting the program does is no growth.
    spent = max(once.cpu - base.cpu, base.cpu)
    return Growth(size, once.cpu, max(0.0, (fourfold.cpu - base.cpu) / spent) ** 0.5, memory)


def row(book, name, bases):
    cells = []
    for output in OUTPUTS:
        growth = grow(book, output, DIMENSIONS[name], bases[output])
        if growth is not None:
            print(f"{name:>22} {output:<8} {growth.size:>8} {growth.seconds:6.2f} s  {growth.cell()}", flush=True)
        else:
            print(f"{name:>22} {output:<8} failed or took too long", flush=True)
        cells.append("**?**" if growth is None else growth.cell())
    return f"| {name} | " + " | ".join(cells) + " |"


def put(rows):
    """Puts rows into the table of README.md, in the order of DIMENSIONS; others stay."""
    path = BENCH / "README.md"
    text = path.read_text()
    begin, end = "<!-- growth -->\n", "<!-- end of growth -->"
    before, rest = text.split(begin)
    inside, after = rest.split(end)
    known = {line.split("|")[1].strip(): line for line in inside.splitlines() if line.startswith("| ")}
    known.update(rows)
    head = "| twice as many, or as much | " + " | ".join(OUTPUTS) + " |\n|" + "---|" * (len(OUTPUTS) + 1) + "\n"
    lines = "".join(known[name] + "\n" for name in DIMENSIONS if name in known)
    path.write_text(before + begin + head + lines + end + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dimensions", nargs="*", metavar="DIMENSION")
    parser.add_argument("--runs", type=int, default=3, help="of each build; the median counts")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.dimensions if name not in DIMENSIONS]
    if unknown:
        sys.exit(f"no such dimension: {', '.join(unknown)}; there are: {', '.join(DIMENSIONS)}")
    with tempfile.TemporaryDirectory() as folder:
        book = Book(pathlib.Path(folder), arguments.runs)
        bases = {output: book.median(output, Dimension(lambda count: "mot"), 1) for output in OUTPUTS}
        rows = {name: row(book, name, bases) for name in arguments.dimensions or DIMENSIONS}
    if arguments.write:
        put(rows)
    sys.exit(any(re.search(r"\*\*", line) for line in rows.values()))


if __name__ == "__main__":
    main()
