"""Holds the documents to what is there: paths, kinds of findings, public headers."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
LINK = re.compile(r"\]\(([^)#:]+)\)")
PAGES = ("README.md", "src/README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "layouts/README.md",
         "tests/README.md", "ci/README.md", "docs/layouts.md")


class Documents(unittest.TestCase):
    def test_every_path_they_name_exists(self):
        for page in PAGES:
            for target in LINK.findall((ROOT / page).read_text()):
                with self.subTest(page=page, target=target):
                    self.assertTrue((ROOT / page).parent.joinpath(target).exists())

    def test_readme_is_a_screen(self):
        self.assertLessEqual(len((ROOT / "README.md").read_text().splitlines()), 50)

    def test_the_architecture_fits_a_short_read(self):
        self.assertLessEqual(len((ROOT / "src/README.md").read_text().splitlines()), 150)

    def test_every_room_is_on_the_architecture_page(self):
        text = (ROOT / "src/README.md").read_text()
        for room in (ROOT / "src").iterdir():
            if room.is_dir():
                self.assertIn(f"[`{room.name}/`]", text)


class Findings(unittest.TestCase):
    def test_every_kind_has_a_golden_case(self):
        kinds = re.findall(r'^TRIPTYCH_KIND\(\w+, "([^"]+)"',
                           (ROOT / "include/triptych/diagnostic_kinds.def").read_text(),
                           re.MULTILINE)
        shown = "".join(path.read_text() for path in (ROOT / "tests/golden").rglob("*.case"))
        tested = "".join(path.read_text() for path in (ROOT / "tests").rglob("*_test.*"))
        self.assertTrue(kinds)
        for kind in kinds:
            with self.subTest(kind=kind):
                # Faults of the disk can't be shown by a case; a test must name their kind.
                self.assertTrue(f"[{kind}]" in shown or f"[{kind}]" in tested)


class PublicHeaders(unittest.TestCase):
    def test_each_compiles_alone(self):
        for header in sorted((ROOT / "include/triptych").glob("*.hpp")):
            with self.subTest(header=header.name), tempfile.TemporaryDirectory() as folder:
                source = pathlib.Path(folder) / "alone.cpp"
                source.write_text(f"#include <triptych/{header.name}>\n")
                subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra",
                                f"-I{ROOT}/include", str(source)], check=True)


class Manners(unittest.TestCase):
    def test_top_level_is_as_planned(self):
        made = {"build", "out", "node_modules"}
        names = {path.name for path in ROOT.iterdir()} - made
        planned = {"CMakeLists.txt", "CMakePresets.json", "src", "include", "layouts", "fonts",
                   "profiles", "content", "docs", "po", "tests", "examples", "scripts", "bench", "README.md",
                   "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "layers.txt", "packaging", "ci",
                   "starters", "Containerfile"}
        self.assertEqual({name for name in names if not name.startswith(".")} - planned, set())

    def test_files_stay_readable(self):
        for path in [*(ROOT / "src").rglob("*.[hc]pp"), *(ROOT / "include").rglob("*.hpp")]:
            lines = path.read_text().splitlines()
            with self.subTest(path=str(path.relative_to(ROOT))):
                self.assertLessEqual(len(lines), 400)
                self.assertLessEqual(max(map(len, lines), default=0), 100)


if __name__ == "__main__":
    unittest.main()
