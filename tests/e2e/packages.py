"""What scripts/package has made, in bare systems: the archive on Debian 12 and 13, the package of Debian, those of npm.

For scripts/audit, as root: a bare system is made by debootstrap, which takes its packages from Debian's registry.
"""

import os
import pathlib
import shutil
import tempfile
import unittest

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
        process = run("debootstrap", "--variant=minbase", release, root, "http://deb.debian.org/debian")
        if process.returncode != 0:
            self.skipTest(f"debootstrap of {release} failed: {process.stdout[-300:]}")
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
            with self.subTest(book=name), tempfile.TemporaryDirectory() as here:
                built([TRIPTYCH], book, here, env={**os.environ, **EPOCH})
                process = self.inside(root, program, "build", f"/books/{name}", "-o", f"/out/{name}", "--no-cache")
                self.assertEqual(process.returncode, 0, process.stdout + process.stderr)
                expected, found = files(here), files(root / "out" / name)
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


class Npm(unittest.TestCase):
    def test_both_packages_are_installed_without_a_registry(self):
        if not shutil.which("npm"):
            self.skipTest("npm is not installed")
        packages = sorted(PACKAGES.glob("triptych-books-*.tgz"))
        self.assertEqual(len(packages), 2)
        # npm packs by gzip, which takes a third more than xz.
        self.assertLessEqual(max(package.stat().st_size for package in packages), 52_000_000)
        with tempfile.TemporaryDirectory() as folder:
            process = run("npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, *packages)
            self.assertEqual(process.returncode, 0, process.stderr)
            environment = {name: value for name, value in os.environ.items() if not name.startswith("TRIPTYCH")}
            for name, book in BOOKS.items():
                with self.subTest(book=name):
                    here, there = pathlib.Path(folder, name), pathlib.Path(folder, name + "-npm")
                    built([TRIPTYCH], book, here, env={**os.environ, **EPOCH})
                    built([pathlib.Path(folder, "node_modules/.bin/triptych")], book, there, env={**environment, **EPOCH})
                    self.assertEqual(files(here), files(there))


if __name__ == "__main__":
    unittest.main()
