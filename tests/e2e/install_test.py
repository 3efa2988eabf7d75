"""What is installed works from where it is put, and others can build on it. Needs the build tree of the program."""

import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, TRIPTYCH, run

BUILD = pathlib.Path(TRIPTYCH).parent
# Nothing of the source tree is to be found by chance.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("TRIPTYCH")}


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="triptych-à l’essai-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.prefix = cls.folder / "prefix"
        process = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        if process.returncode != 0:
            raise AssertionError(process.stdout + process.stderr)
        cls.program = cls.prefix / "bin/triptych"

    def start(self, *arguments, **options):
        return run(self.program, *arguments, env=ENVIRONMENT, **options)

    def test_the_installed_program_gives_the_same_files(self):
        for program, out in ((self.program, "installed"), (TRIPTYCH, "built")):
            process = run(program, "build", ROOT / "examples/carnet", "-o", self.folder / out, env=ENVIRONMENT)
            self.assertEqual(process.returncode, 0, process.stderr)
        names = sorted(path.name for path in (self.folder / "built").iterdir())
        self.assertEqual(len(names), 5)
        for name in names:
            with self.subTest(name=name):
                self.assertEqual((self.folder / "installed" / name).read_bytes(), (self.folder / "built" / name).read_bytes())

    def test_modules_are_found(self):
        book = self.folder / "new"
        self.assertEqual(self.start("init", book, "--language", "fr").returncode, 0)
        process = self.start("build", book, "-o", self.folder / "new-out", "--to", "booklet,html", "--strict")
        self.assertEqual(process.returncode, 0, process.stderr)
        booklet, = (self.folder / "new-out").glob("*-booklet.pdf")
        self.assertEqual(self.start("verify", booklet).stdout, f"{booklet}: PDF/UA-1, PDF/A-2a: ok\n")
        page, = (self.folder / "new-out").glob("*.html")
        self.assertIn("data:image/", page.read_text())  # the SVG was decoded

    def test_started_by_a_link(self):
        link = self.folder / "lien"
        link.symlink_to(self.program)
        process = run(link, "layouts", env={**ENVIRONMENT, "LANG": "xx_YY", "LD_LIBRARY_PATH": "/nowhere"})
        self.assertIn("large-print", process.stdout, process.stderr)

    def test_manual_and_completions_are_in_their_places(self):
        share = self.prefix / "share"
        page = gzip.decompress((share / "man/man1/triptych.1.gz").read_bytes()).decode()
        self.assertIn(".TH TRIPTYCH 1", page)
        page = gzip.decompress((share / "man/fr/man1/triptych.1.gz").read_bytes()).decode()
        self.assertIn('.SH "ENVIRONNEMENT"', page)
        for place in ("bash-completion/completions/triptych", "zsh/vendor-completions/_triptych",
                      "fish/vendor_completions.d/triptych.fish"):
            self.assertGreater((share / place).stat().st_size, 1000, place)

    def test_another_project_finds_the_library(self):
        tree = self.folder / "embed"
        for command in (("cmake", "-S", ROOT / "examples/installed", "-B", tree, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                         "-DCMAKE_CXX_FLAGS=-O0"),
                        ("cmake", "--build", tree), ("ctest", "--test-dir", tree, "--output-on-failure")):
            process = run(*command, env=ENVIRONMENT)
            self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        self.assertGreater((tree / "carnet.epub").stat().st_size, 10_000)
        flags = (tree / "CMakeFiles/embed.dir/flags.make").read_text() if (tree / "CMakeFiles/embed.dir/flags.make").exists() else ""
        self.assertNotIn("-Wconversion", flags)
        self.assertNotIn(f"-I{ROOT}/src", flags)


class Starter(unittest.TestCase):
    """The starter of the npm package, with a program in its place."""

    def setUp(self):
        if not shutil.which("node"):
            self.skipTest("node is not installed")

    def start(self, program, *arguments, **options):
        environment = {**ENVIRONMENT, "TRIPTYCH_PROGRAM": str(program)} if program else ENVIRONMENT
        return run("node", ROOT / "packaging/npm/triptych.js", *arguments, env=environment, **options)

    def test_it_hands_words_and_exit_codes_through(self):
        process = self.start(TRIPTYCH, "--version")
        self.assertEqual(process.stdout, run(TRIPTYCH, "--version").stdout)
        self.assertEqual(self.start(TRIPTYCH, "build", "/nowhere").returncode, 2)

    def test_it_says_what_is_missing(self):
        process = self.start(None, "--version")
        self.assertEqual(process.returncode, 2)
        self.assertIn("the package @triptych-books/linux-", process.stderr)

    def test_signals_are_passed_on(self):
        process = subprocess.run(["node", ROOT / "packaging/npm/triptych.js", "-c", "kill -TERM $$"],
                                 env={**ENVIRONMENT, "TRIPTYCH_PROGRAM": "/bin/sh"}, timeout=60)
        self.assertEqual(process.returncode, -15)


class Templates(unittest.TestCase):
    def test_the_problem_matcher_reads_findings(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "page.md")
            page.write_text("# Bonjour\n\n[un lien](absent.md)\n")
            told = {language: run(TRIPTYCH, "check", page, "--lang", language).stderr.splitlines() for language in ("en", "fr")}
        for task in json.loads((ROOT / "ci/vscode-tasks.json").read_text())["tasks"]:
            for language, lines in told.items() if task["problemMatcher"] else ():
                found = [(match[2], match[3], matcher["severity"], match[4]) for matcher in task["problemMatcher"]
                         for match in map(re.compile(matcher["pattern"]["regexp"]).match, lines) if match]
                self.assertEqual(found, [("3", "1", "warning", "broken-link")], language)

    def test_commands_of_the_templates_are_understood(self):
        text = "".join((ROOT / "ci" / name).read_text() for name in ("github.yml", "gitlab.yml", "pre-commit.yaml", "README.md"))
        commands = re.findall(r"triptych (build|check) ([^\n`>]*)", text)
        self.assertGreater(len(commands), 5)
        for command, words in commands:
            words = [str(ROOT / "examples/carnet") if word in ('"$BOOK"', "docs") else word for word in words.split()]
            with self.subTest(command=command, words=words), tempfile.TemporaryDirectory() as folder:
                if "known.json" in words and "--write-baseline" not in words:
                    continue
                process = run(TRIPTYCH, command, *words, cwd=folder)
                self.assertEqual(process.returncode, 0, process.stderr)


if __name__ == "__main__":
    unittest.main()
