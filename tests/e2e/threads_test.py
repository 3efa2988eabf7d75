"""`--jobs` bounds the threads of the whole program, whatever runs inside what."""

import os
import sys
import unittest

from support import INJECT, ROOT, Scratch, triptych

# Some of everything that is done side by side: chapters with headings, tables, formulas, code that is
# coloured, pictures of several kinds, notes.
PAGE = """# Page {number}

Un *mot*, une note[^1], $$a^2 + {number}$$ et [un lien](p{next}.md).

## Du code

```python
print("mot {number}")
```

## Un tableau

| a | b |
| - | - |
| 1 | {number} |

## Deux images

![Un carré](dessin{number}.svg)

![Un grain](grain.png)

{words}

[^1]: Note.
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
<rect x="20" y="20" width="200" height="100" fill="#357" opacity="0.{number}"/></svg>
"""
PAGES = 12


class Threads(Scratch):
    def setUp(self):
        super().setUp()
        self.book = self.folder / "book"
        self.book.mkdir()
        names = range(1, PAGES + 1)
        for number in names:
            (self.book / f"p{number}.md").write_text(PAGE.format(
                number=number, next=number % PAGES + 1, words="Une phrase de plus. " * 60))
            (self.book / f"dessin{number}.svg").write_text(DRAWING.format(number=number))
        (self.book / "grain.png").write_bytes(
            (ROOT / "examples/carnet/.gitbook/assets/parcours.png").read_bytes())
        (self.book / "SUMMARY.md").write_text(
            "".join(f"* [Page {number}](p{number}.md)\n" for number in names))

    def most_threads(self, jobs):
        count = self.folder / "threads"
        process = triptych("build", self.book, "-o", self.folder / "out", "--no-cache", "--jobs",
                           jobs, env=dict(os.environ, LD_PRELOAD=INJECT,
                                          TRIPTYCH_THREADS=str(count)))
        self.assertEqual(process.returncode, 0, process.stderr)
        return int(count.read_text())

    def test_jobs_bounds_the_threads_of_a_build(self):
        for jobs in (1, 2, 3, 8):
            with self.subTest(jobs=jobs):
                # All of them are used: the first loop over pages has work for more.
                self.assertEqual(self.most_threads(jobs), jobs)


if __name__ == "__main__":
    sys.exit(unittest.main())
