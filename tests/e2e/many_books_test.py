"""Many books with ci/many-books/build-all: killed half-way and resumed, each output is whole.

TRIPTYCH_BOOKS says how many books; scripts/audit asks for 200.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

from support import ROOT, TRIPTYCH, Scratch, run, triptych

BOOKS = int(os.environ.get("TRIPTYCH_BOOKS", "12"))


class ManyBooks(Scratch):
    def setUp(self):
        super().setUp()
        if not shutil.which("parallel") or "GNU" not in run("parallel", "--version").stdout:
            self.skipTest("GNU parallel is not installed")
        self.books, self.out = self.folder / "books", self.folder / "out"
        for number in range(BOOKS):
            book = self.books / f"team-{number % 7}" / f"book {number}"
            book.mkdir(parents=True)
            (book / "SUMMARY.md").write_text("* [Début](README.md)\n* [Suite](suite.md)\n")
            (book / "README.md").write_text(f"# Livre {number}\n\n" + f"Phrase {number} du livre. " * (20 + number))
            (book / "suite.md").write_text("# Suite\n\n## Un\n\nLa fin.\n")

    def command(self):
        return [str(ROOT / "ci/many-books/build-all"), str(self.books), str(self.out)]

    def build_all(self, **more):
        return subprocess.run(self.command(), env=self.environment(**more), text=True, capture_output=True, timeout=60 + 10 * BOOKS)

    def environment(self, **more):
        return {**os.environ, "TRIPTYCH": TRIPTYCH, "JOBS": "2", "HOME": str(self.folder), **more}

    def finished(self):
        """Folders of books that are in place; those on their way are hidden."""
        found = []
        for folder, inner, names in os.walk(self.out):
            inner[:] = [name for name in inner if not name.startswith(".")]
            found += [pathlib.Path(folder)] * any(name.endswith(".epub") for name in names)
        return sorted(found)

    def test_killed_half_way_and_resumed_every_book_is_whole(self):
        process = subprocess.Popen(self.command(), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        while process.poll() is None and len(self.finished()) < BOOKS // 2:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        half = self.finished()
        self.assertGreaterEqual(len(half), BOOKS // 2)
        times = {book: book.stat().st_mtime_ns for book in half}
        again = self.build_all()
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(len(self.finished()), BOOKS)
        # What the log knows is not built again.
        log = (self.out / "jobs.log").read_text().splitlines()[1:]
        self.assertEqual(len({line.split("\t")[-1] for line in log}), BOOKS)
        kept = sum(book.stat().st_mtime_ns == before for book, before in times.items())
        self.assertGreaterEqual(kept, len(half) - 4)
        self.check_files()

    def check_files(self):
        for book in sorted(self.books.glob("*/*"))[:: max(BOOKS // 6, 1)]:
            alone = self.folder / "alone"
            shutil.rmtree(alone, ignore_errors=True)
            self.assertEqual(triptych("build", book, "-o", alone).returncode, 0)
            made = self.out / book.relative_to(self.books)
            self.assertEqual({path.name: path.read_bytes() for path in alone.iterdir()},
                             {path.name: path.read_bytes() for path in made.iterdir()})

    def test_a_book_that_fails_is_tried_again_and_stops_no_other(self):
        broken = self.books / "team-0/book 0"
        (broken / "README.md").unlink()
        (broken / "suite.md").unlink()
        (broken / ".gitbook.yaml").write_text("root: ./nowhere/\n")
        process = self.build_all(RETRIES="1")
        self.assertEqual(process.returncode, 1, process.stderr)
        self.assertEqual(len(self.finished()), BOOKS - 1)
        (broken / ".gitbook.yaml").unlink()
        (broken / "README.md").write_text("# Réparé\n")
        (broken / "suite.md").write_text("# Suite\n")
        process = self.build_all()
        self.assertEqual((process.returncode, len(self.finished())), (0, BOOKS), process.stderr)


if __name__ == "__main__":
    unittest.main()
