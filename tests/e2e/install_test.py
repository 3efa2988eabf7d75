"""What is installed works from where it is put, and others can build on it. Needs the build tree of the program."""

import concurrent.futures
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from containerfile import Builder, Unknown
from support import ROOT, TRIPTYCH, Scratch, run

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


class Unpacked(unittest.TestCase):
    """The packages for npm, of a program that says its words: it is unpacked where it is started first."""

    @classmethod
    def setUpClass(cls):
        if not (shutil.which("node") and shutil.which("npm")):
            raise unittest.SkipTest("node and npm are not installed")
        folder = tempfile.TemporaryDirectory(prefix="triptych-npm-")
        cls.addClassCleanup(folder.cleanup)
        cls.packed = pathlib.Path(folder.name, "packed")
        tree = pathlib.Path(folder.name, "tree")
        for name in ("bin/triptych", "lib/small", "share/doc/triptych/copyright", *(f"lib/many/{i}" for i in range(3000))):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(f"{name}\n" * 100)
        (tree / "bin/triptych").write_text("#!/bin/sh\necho \"$0\" \"$@\"\n")
        (tree / "bin/triptych").chmod(0o755)
        cls.packed.mkdir()
        process = run(ROOT / "packaging/npm/make", tree, "1.2.3", cls.packed)
        if process.returncode != 0:
            raise AssertionError(process.stdout + process.stderr)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="triptych-npm-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)
        self.modules = self.folder / "node_modules/@triptych-books"
        for package in ("triptych", "linux-x64"):
            archive, = self.packed.glob(f"triptych-books-{package}-*.tgz")
            (self.modules / package).mkdir(parents=True)
            run("tar", "-xzf", archive, "-C", self.modules / package, "--strip-components=1")
        self.home = self.modules / "linux-x64"
        self.cache = self.folder / "cache"
        # Root may write everywhere.
        self.user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []

    def command(self, user=()):
        return [*user, "node", self.modules / "triptych/bin/triptych.js", "un mot"]

    def environment(self, **more):
        return {**ENVIRONMENT, "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.cache), **more}

    def start(self, user=(), **more):
        return run(*self.command(user), env=self.environment(**more))

    def assert_started(self, process, folder):
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        self.assertEqual(process.stdout, f"{folder}/bin/triptych un mot\n")
        self.assertEqual((folder / "lib/many/2999").read_text(), "lib/many/2999\n" * 100)

    def leftovers(self):
        return [path for path in self.folder.rglob("*.part-*")]

    def test_only_the_first_run_unpacks(self):
        self.assert_started(self.start(), self.home / "program")
        made = (self.home / "program").stat().st_ctime_ns
        self.assert_started(self.start(), self.home / "program")
        self.assertEqual((self.home / "program").stat().st_ctime_ns, made)
        self.assertEqual((self.leftovers(), self.cache.exists()), ([], False))

    def test_a_package_that_can_not_be_written_is_unpacked_in_the_cache(self):
        self.cache.mkdir()
        self.cache.chmod(0o777)
        self.home.chmod(0o555)
        process = self.start(self.user)
        place, = self.cache.glob("triptych/npm/1.2.3-*")
        self.assert_started(process, place)
        made = place.stat().st_ctime_ns
        self.assert_started(self.start(self.user), place)
        self.assertEqual((place.stat().st_ctime_ns, self.leftovers()), (made, []))
        self.assertFalse((self.home / "program").exists())

    def test_where_nothing_can_be_written_it_is_said(self):
        self.home.chmod(0o555)
        process = self.start(self.user, XDG_CACHE_HOME="/proc/nowhere", LANG="fr_FR.UTF-8", LC_ALL="")
        self.assertEqual(process.returncode, 2)
        self.assertIn("erreur : le programme ne peut pas être déplié", process.stderr)
        self.assertIn(str(self.home), process.stderr)
        self.assertIn("/proc/nowhere", process.stderr)

    def test_several_may_be_the_first(self):
        with concurrent.futures.ThreadPoolExecutor(6) as workers:
            for process in workers.map(lambda _: self.start(), range(6)):
                self.assert_started(process, self.home / "program")
        self.assertEqual(self.leftovers(), [])

    def test_after_one_that_was_cut_off_the_next_begins_anew(self):
        for _ in range(20):
            process = subprocess.Popen([str(word) for word in self.command()], env=self.environment(), stdout=subprocess.DEVNULL)
            while process.poll() is None and not self.leftovers():
                pass
            process.kill()
            process.wait()
            if self.leftovers():
                break
            shutil.rmtree(self.home / "program", ignore_errors=True)
        self.assertTrue(self.leftovers(), "it was never cut off")
        self.assertFalse((self.home / "program").exists())
        self.assert_started(self.start(), self.home / "program")
        self.assertEqual(self.leftovers(), [])

    def test_a_damaged_package_is_not_started(self):
        payload = self.home / "program.tar.br"
        bytes_ = bytearray(payload.read_bytes())
        bytes_[len(bytes_) // 2] ^= 1
        payload.write_bytes(bytes_)
        process = self.start()
        self.assertEqual(process.returncode, 2)
        self.assertEqual(process.stderr, f"triptych: error: the program can't be unpacked: {payload} is damaged\n")
        self.assertEqual((self.leftovers(), (self.home / "program").exists()), ([], False))


class Steps(Scratch):
    """The steps of a Containerfile in folders that stand for systems; `packages.py` carries them out in true ones."""

    def build(self, text):
        self.told = []
        context = self.folder / "context"
        for name in ("build/left-out", "src/kept"):
            (context / name).parent.mkdir(parents=True, exist_ok=True)
            (context / name).write_text(name)
        (context / ".containerignore").write_text("build\n")
        return Builder(context, self.make_root, self.inside).build(text)

    def make_root(self, release):
        root = self.folder / f"root-{len(list(self.folder.glob('root-*')))}"
        (root / "etc/dpkg/dpkg.cfg.d").mkdir(parents=True)
        self.told.append(release)
        return root

    def inside(self, root, *words):
        self.told.append(words[-1])
        if "-B /packages" in words[-1]:
            (root / "packages").mkdir()
            (root / "packages/triptych.deb").touch()
        return subprocess.CompletedProcess(words, 1 if words[-1] == "false" else 0, "", "")

    def test_those_of_this_program_are_all_known(self):
        stage = self.build((ROOT / "Containerfile").read_text())
        self.assertEqual((stage.folder, stage.entry, stage.words), ("/book", ["triptych"], ["--help"]))
        self.assertEqual(len(self.told), 5)
        self.assertTrue((stage.root / "tmp/triptych.deb").exists())
        self.assertEqual((self.folder / "root-0/source/src/kept").read_text(), "src/kept")
        self.assertFalse((self.folder / "root-0/source/build").exists())

    def test_they_are_read_as_they_are_written(self):
        stage = self.build("# a comment\nFROM debian:13\nENV A=1 B='two words'\nRUN one \\\n  # between\n  && two\n"
                           "WORKDIR /a\nWORKDIR b\nCOPY src /c/\nUSER nobody\n")
        self.assertEqual(self.told, ["trixie", "one   && two"])
        self.assertEqual((stage.environment["B"], stage.folder, stage.user), ("two words", "/a/b", "nobody"))
        self.assertTrue((stage.root / "c/kept").exists())

    def test_what_is_not_known_or_fails_is_refused(self):
        for steps in ("ADD a b", "RUN --mount=type=cache,target=/x y", "FROM ubuntu:24.04", "SHELL [\"/bin/bash\"]", "ENTRYPOINT triptych",
                      "COPY --chown=1 a b", "ONBUILD RUN x", "VOLUME /x", "WORKDIR $HOME", "run x", "RUN <<END", "ENV a b"):
            with self.subTest(steps=steps), self.assertRaises(Unknown):
                self.build(f"FROM debian:12\n{steps}\n")
        with self.assertRaises(Unknown):
            self.build("RUN x\n")
        for steps in ("RUN false", "COPY absent /x"):
            with self.subTest(steps=steps), self.assertRaises(AssertionError):
                self.build(f"FROM debian:12\n{steps}\n")


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
