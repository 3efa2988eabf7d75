"""What scripts/package has made, in bare systems: the archive on Debian 12 and 13, the package of Debian, those of npm; and what
the steps of the Containerfile make.

For scripts/audit, as root: a bare system is made by debootstrap, which takes its packages from Debian's registry.
"""

import os
import pathlib
import shutil
import tempfile
import unittest

from containerfile import Builder
from support import ROOT, TRIPTYCH, run

PACKAGES = ROOT / "build/packages"
BOOKS = {"carnet": ROOT / "examples/carnet", "content": ROOT / "content"}
EPOCH = {"SOURCE_DATE_EPOCH": "1700000000"}


def built(program, book, out, **options):
    process = run(*program, "build", book, "-o", out, "--no-cache", **options)
    if process.returncode != 0:
        raise AssertionError(process.stdout + process.stderr)


def files(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


class Bare(unittest.TestCase):
    """A system with nothing in it, and the books."""

    def make_root(self, release):
        if os.getuid() != 0 or not shutil.which("debootstrap"):
            self.skipTest("debootstrap and root are needed")
        root = pathlib.Path(tempfile.mkdtemp(prefix="triptych-root-"))
        self.addCleanup(shutil.rmtree, root)
        process = run("debootstrap", "--variant=minbase", release, root)
        if process.returncode != 0:
            self.skipTest(f"debootstrap of {release} failed: {process.stdout[-300:]}")
        root.chmod(0o755)  # of which every user is to see the inside
        for name, book in BOOKS.items():
            shutil.copytree(book, root / "books" / name)
        return root

    def inside(self, root, *words):
        # The loader finds libraries beside a program through /proc.
        return run("unshare", "--mount", "--pid", "--fork", f"--mount-proc={root}/proc", "chroot", root, "env", "-i",
                   "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=fr_FR.UTF-8", "SOURCE_DATE_EPOCH=1700000000",
                   "DEBIAN_FRONTEND=noninteractive", *words)

    def assert_same_files(self, root, program):
        for name, book in BOOKS.items():
            with self.subTest(book=name):
                process = self.inside(root, program, "build", f"/books/{name}", "-o", f"/out/{name}", "--no-cache")
                self.assert_built_as_here(process, book, root / "out" / name)

    def assert_built_as_here(self, process, book, out):
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        with tempfile.TemporaryDirectory() as here:
            built([TRIPTYCH], book, here, env={**os.environ, **EPOCH})
            expected, found = files(here), files(out)
        self.assertEqual(expected.keys(), found.keys())
        self.assertEqual([each for each in expected if expected[each] != found[each]], [])


class Archive(Bare):
    def check(self, release):
        archive, = PACKAGES.glob("triptych-*-linux-x64.tar.xz")
        self.assertLessEqual(archive.stat().st_size, 40_000_000)
        root = self.make_root(release)
        place = root / "opt/à côté"
        place.mkdir(parents=True)
        run("tar", "-xJf", archive, "-C", place, "--strip-components=1")
        (root / "usr/local/bin/triptych").symlink_to("/opt/à côté/bin/triptych")
        self.assert_same_files(root, "/usr/local/bin/triptych")
        process = self.inside(root, "triptych", "init", "/books/new", "--language", "fr")
        self.assertEqual(process.returncode, 0, process.stderr)
        process = self.inside(root, "triptych", "build", "/books/new", "-o", "/out/new", "--strict")
        self.assertEqual(process.returncode, 0, process.stderr)
        process = self.inside(root, "sh", "-c", "triptych verify /out/new/*")
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)

    def test_debian_12(self):
        self.check("bookworm")

    def test_debian_13(self):
        self.check("trixie")


class Deb(Bare):
    def test_it_is_installed_builds_and_leaves_nothing(self):
        package, = PACKAGES.glob("triptych_*.deb")
        root = self.make_root("bookworm")
        shutil.copy(package, root / "tmp/triptych.deb")
        before = self.names(root)
        process = self.inside(root, "apt-get", "install", "-y", "--no-install-recommends", "/tmp/triptych.deb")
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        self.assert_same_files(root, "triptych")
        process = self.inside(root, "apt-get", "autoremove", "-y", "--purge", "triptych")
        self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
        self.assertEqual({name for name in self.names(root) - before if "triptych" in name}, set())

    def names(self, root):
        found = set()
        for folder in ("etc", "usr", "var/lib"):
            for path in (root / folder).rglob("*"):
                found.add(str(path.relative_to(root)))
        return found


class Container(Bare):
    def test_its_steps_give_a_system_that_builds(self):
        builder = Builder(ROOT, self.make_root, self.inside_with_compiled_files)
        builder.build((ROOT / "Containerfile").read_text())
        process = builder.start()
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        self.assertIn("Usage: triptych", process.stdout)
        for name, book in BOOKS.items():
            for user in ("root", "65534"):
                with self.subTest(book=name, user=user):
                    place = builder.stage.root / "book"
                    shutil.rmtree(place)
                    shutil.copytree(book, place)
                    place.chmod(0o777)
                    builder.stage.environment |= EPOCH
                    process = builder.start("build", ".", "-o", "out", user=user)
                    self.assert_built_as_here(process, book, place / "out")

    def inside_with_compiled_files(self, root, *words):
        """With what ccache keeps on this machine, so that what was compiled here is not again."""
        # Tests have a cache of their own, which is none of the compiler's.
        environment = {name: value for name, value in os.environ.items() if name != "XDG_CACHE_HOME"}
        kept = pathlib.Path(run("ccache", "--get-config", "cache_dir", env=environment).stdout.strip())
        kept.mkdir(parents=True, exist_ok=True)
        place = root / "root/.cache/ccache"
        place.mkdir(parents=True, exist_ok=True)
        return run("unshare", "--mount", "--pid", "--fork", f"--mount-proc={root}/proc", "sh", "-c",
                   'mount --bind "$0" "$1" && shift && exec chroot "$@"', kept, place, root, *words, timeout=7200)


class Npm(unittest.TestCase):
    """The packages for npm, installed from their archives without a registry."""

    @classmethod
    def setUpClass(cls):
        if not shutil.which("npm"):
            raise unittest.SkipTest("npm is not installed")
        cls.packages = sorted(PACKAGES.glob("triptych-books-*.tgz"))
        cls.environment = {name: value for name, value in os.environ.items() if not name.startswith("TRIPTYCH")}
        folder = tempfile.TemporaryDirectory(prefix="triptych-npm-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        process = run("npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", cls.folder, *cls.packages)
        if process.returncode != 0:
            raise AssertionError(process.stdout + process.stderr)
        cls.program = cls.folder / "node_modules/.bin/triptych"

    def test_they_are_small(self):
        self.assertEqual(len(self.packages), 2)
        self.assertLessEqual(sum(package.stat().st_size for package in self.packages), 40_000_000)

    def test_they_give_the_same_files(self):
        for name, book in BOOKS.items():
            with self.subTest(book=name):
                here, there = self.folder / name, self.folder / f"{name}-npm"
                built([TRIPTYCH], book, here, env={**os.environ, **EPOCH})
                built([self.program], book, there, env={**self.environment, **EPOCH})
                self.assertEqual(files(here), files(there))

    def test_they_hold_what_the_archive_holds(self):
        run(self.program, "--version", env=self.environment)
        archive, = PACKAGES.glob("triptych-*-linux-x64.tar.xz")
        place = self.folder / "archive"
        place.mkdir()
        run("tar", "-xJf", archive, "-C", place, "--strip-components=1")
        unpacked = self.folder / "node_modules/@triptych-books/linux-x64/program"
        process = run("diff", "--recursive", "--brief", place, unpacked)
        self.assertEqual((process.returncode, process.stdout), (0, ""))
        for path in place.rglob("*"):
            self.assertEqual(path.stat().st_mode, (unpacked / path.relative_to(place)).stat().st_mode, path)

    def test_npx_starts_them(self):
        with tempfile.TemporaryDirectory() as folder:
            words = [word for package in self.packages for word in ("--package", package)]
            process = run("npx", "--offline", "--yes", *words, "--", "triptych", "--version", cwd=folder,
                          env={**self.environment, "npm_config_cache": folder})
            self.assertEqual((process.returncode, process.stdout), (0, run(TRIPTYCH, "--version").stdout), process.stderr)

    def test_modules_that_can_not_be_written_will_do(self):
        if os.getuid() != 0:
            self.skipTest("root is needed")
        shutil.rmtree(self.folder / "node_modules/@triptych-books/linux-x64/program", ignore_errors=True)
        environment = {**self.environment, **EPOCH, "XDG_CACHE_HOME": str(self.folder / "cache")}
        here, there = self.folder / "carnet-here", self.folder / "carnet-read-only"
        built([TRIPTYCH], BOOKS["carnet"], here, env={**os.environ, **EPOCH})
        modules = self.folder / "node_modules"
        built(["unshare", "--mount", "sh", "-c", 'mount --bind -o ro "$0" "$0" && exec "$@"', modules, self.program],
              BOOKS["carnet"], there, env=environment)
        self.assertEqual(files(here), files(there))
        self.assertTrue(any((self.folder / "cache/triptych/npm").iterdir()))


if __name__ == "__main__":
    unittest.main()
