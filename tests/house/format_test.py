"""Holds every C++ file against .clang-format."""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
# Another version formats otherwise.
VERSION = "14"


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        program = shutil.which(name)
        if program and f"version {VERSION}." in subprocess.check_output([program, "--version"], text=True):
            return program
    raise unittest.SkipTest(f"clang-format {VERSION} is not installed")


class Format(unittest.TestCase):
    def test_every_file_is_as_clang_format_writes_it(self):
        program = formatter()
        files = sorted(path for folder in ("src", "include", "tests", "examples", "bench")
                       for path in (ROOT / folder).rglob("*.[hc]pp") if "node_modules" not in path.parts)
        self.assertTrue(files)
        batches = [files[at:at + 50] for at in range(0, len(files), 50)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            said = "".join(pool.map(lambda batch: subprocess.run(
                [program, "--dry-run", "-Werror", *batch], text=True, capture_output=True).stderr, batches))
        self.assertEqual(said, "", "`clang-format -i FILE` mends it")


if __name__ == "__main__":
    unittest.main()
