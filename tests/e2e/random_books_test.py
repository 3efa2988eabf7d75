"""Random books give valid files in all formats, by our own verifier; with `--judges`, by the outside readers, too.

python3 random_books_test.py [--judges] [FIRST-LAST]   the books of these seeds (in a test run: a few)
"""

import concurrent.futures
import os
import pathlib
import re
import sys
import tempfile
import unittest

from random_books import BookMaker
from support import EPUBCHECK, run, triptych

SEEDS = range(1, 13)
JUDGES = {".pdf": [["qpdf", "--check"], ["mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null"]],
          ".epub": [["java", "-jar", EPUBCHECK, "--quiet"]]}
FAULT = re.compile(r"(?i)(warning|error)(:|\()(?! ICC support)")


def write(files, folder):
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def judged(path):
    """What the outside readers find in a file, a line each."""
    for command in JUDGES.get(path.suffix, []):
        process = run(*command, path)
        wrong = [line for line in (process.stdout + process.stderr).splitlines() if FAULT.search(line)]
        if process.returncode != 0 or wrong:
            yield from wrong[:3] or [f"{command[0]} fails"]


def faults(seed, judges=False):
    """What is wrong with the files of one book, a line each."""
    with tempfile.TemporaryDirectory(prefix="triptych-random-") as name:
        folder = pathlib.Path(name)
        write(BookMaker(seed).book(), folder / "book")
        process = triptych("build", folder / "book", "-o", folder / "out", "--no-cache", "--jobs", 1)
        made = sorted((folder / "out").glob("*")) if (folder / "out").exists() else []
        if process.returncode not in (0, 1) or len(made) != 5:
            return [f"{len(made)} files, exit code {process.returncode}: {process.stderr[-300:]}"]
        found = [line for line in triptych("verify", *made).stdout.splitlines() if not line.endswith(": ok")]
        if judges:
            found += [f"{path.name}: {said}" for path in made for said in judged(path)]
        return [line.replace(str(folder), "") for line in found]


def all_faults(seeds, judges=False):
    """The faults of many books, seed by seed, made side by side."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        yield from zip(seeds, workers.map(lambda seed: faults(seed, judges), seeds))


class RandomBooks(unittest.TestCase):
    def test_their_files_keep_the_rules(self):
        for seed, found in all_faults(SEEDS):
            with self.subTest(seed=seed):
                self.assertEqual(found, [])

    def test_a_seed_is_a_book(self):
        self.assertEqual(BookMaker(7).book(), BookMaker(7).book())
        self.assertNotEqual(BookMaker(7).book(), BookMaker(8).book())


def main(arguments):
    judges = "--judges" in arguments
    seeds = next((a for a in arguments if re.fullmatch(r"\d+-\d+", a)), None)
    if not judges and not seeds:
        return unittest.main()
    first, last = (int(n) for n in (seeds or "1-1000").split("-"))
    bad = 0
    for seed, found in all_faults(range(first, last + 1), judges):
        bad += len(found)
        for line in found:
            print(f"seed {seed}: {line}", flush=True)
    print(f"{last - first + 1} random books, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
