"""Random books give valid files in all formats, by our own verifier; with `--judges`, by the outside readers, too.

python3 random_books_test.py [--judges] [FIRST-LAST]   the books of these seeds (in a test run: a few)

With `--judges`, PPTX is also judged by the program that TRIPTYCH_PPTX_JUDGE names, if any.
"""

import concurrent.futures
import os
import pathlib
import re
import sys
import tempfile
import unittest

from random_books import BookMaker
from support import chunks, epubcheck, run, schema_judge, triptych

SEEDS = range(1, 13)
PDF_JUDGES = [["qpdf", "--check"], ["mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null"]]
FAULT = re.compile(r"(?i)(warning|error)(:|\()(?! ICC support)")


def write(files, folder):
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def judged_pdf(path):
    """What the outside readers find in a PDF, a line each."""
    for command in PDF_JUDGES:
        process = run(*command, path)
        wrong = [line for line in (process.stdout + process.stderr).splitlines() if FAULT.search(line)]
        if process.returncode != 0 or wrong:
            yield from wrong[:3] or [f"{command[0]} fails"]


def faults(seed, folder, judges):
    """What is wrong with the files of one book, which are left in `folder/seed`, a line each."""
    folder = folder / str(seed)
    write(BookMaker(seed).book(), folder / "book")
    process = triptych("build", folder / "book", "-o", folder / "out", "--no-cache", "--jobs", 1)
    made = sorted((folder / "out").glob("*")) if (folder / "out").exists() else []
    if process.returncode not in (0, 1) or len(made) != 5:
        return [f"{len(made)} files, exit code {process.returncode}: {process.stderr[-300:]}"]
    found = [line for line in triptych("verify", *made).stdout.splitlines() if not line.endswith(": ok")]
    if judges:
        found += [f"{path}: {said}" for path in made if path.suffix == ".pdf" for said in judged_pdf(path)]
    return [line.replace(f"{folder}/out/", "") for line in found]


def judged_packages(folder):
    """What is wrong with the packages below `folder`, by seed."""
    said = epubcheck(folder.glob("*/out/*.epub"))
    if "TRIPTYCH_PPTX_JUDGE" in os.environ:
        said |= schema_judge(folder.glob("*/out/*.pptx"))
    by_seed = {}
    for path, wrong in said.items():
        place = pathlib.Path(path).relative_to(folder)
        if wrong:
            by_seed.setdefault(int(place.parts[0]), []).append(f"{place.name}: {wrong.replace(str(folder), '')}")
    return by_seed


def all_faults(seeds, judges=False):
    """The faults of many books, seed by seed, made side by side."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for some in chunks(seeds, 50):
            with tempfile.TemporaryDirectory(prefix="triptych-random-") as name:
                folder = pathlib.Path(name)
                found = list(workers.map(lambda seed: faults(seed, folder, judges), some))
                packages = judged_packages(folder) if judges else {}
                for seed, lines in zip(some, found):
                    yield seed, lines + packages.get(seed, [])


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
        if seed % 50 == 0:
            print(f"… {seed}", file=sys.stderr, flush=True)
    print(f"{last - first + 1} random books, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
