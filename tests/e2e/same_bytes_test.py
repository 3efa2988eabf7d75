"""The same input gives the same bytes: whatever the threads, locale, time zone, folder or hash seed."""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, TRIPTYCH

LOCALES = ("C", "fr_FR", "tr_TR", "ar_SA")
# Another build of the program that must give the same bytes: by another compiler, and looking for races of threads.
OTHER = os.environ.get("TRIPTYCH_OTHER")


class SameBytes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="triptych-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        # Pages on a thread each, and files listed in another order than they were made in.
        cls.book = cls.folder / "carnet"
        shutil.copytree(ROOT / "examples/carnet", cls.book)
        cls.expected = cls.built()

    @classmethod
    def built(cls, *options, book=None, cwd=None, program=TRIPTYCH, **environment):
        out = pathlib.Path(tempfile.mkdtemp(dir=cls.folder))
        process = subprocess.run(
            [program, "build", str(book or cls.book), "-o", str(out), *options], cwd=cwd,
            env={**os.environ, "TRIPTYCH_DATA": str(ROOT), **environment}, text=True,
            capture_output=True, timeout=300)
        if process.returncode > 1:
            raise AssertionError(process.stderr)
        sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
        if not sums:
            raise AssertionError(process.stderr)
        # Places are paths from where the program was started.
        return sums, re.sub(r"(?m)^\S*?((?:methode|outils|README|SUMMARY)\S*:\d+:\d+: )", r"\1",
                            process.stderr)

    def test_threads(self):
        for jobs in (1, 2, 3, 7, 64):
            with self.subTest(jobs=jobs):
                self.assertEqual(self.built("--jobs", str(jobs)), self.expected)

    def test_again_and_again(self):
        for _ in range(5):
            self.assertEqual(self.built(), self.expected)

    def test_working_folder_and_way_of_naming_the_book(self):
        self.assertEqual(self.built(book=".", cwd=self.book), self.expected)
        self.assertEqual(self.built(book="../carnet/methode/..", cwd=self.book), self.expected)
        self.assertEqual(self.built(book=str(self.book) + "//", cwd="/"), self.expected)

    def test_links_to_the_book(self):
        for name in ("un", "deux"):
            (self.folder / name).symlink_to(self.book, target_is_directory=True)
            with self.subTest(name):
                self.assertEqual(self.built(book=self.folder / name), self.expected)
                self.assertEqual(self.built(book=".", cwd=self.folder / name), self.expected)

    def test_links_in_the_book(self):
        """Two names of one picture and of one folder, made in either order, and a link that leads round."""
        results = []
        for order in (1, -1):
            book = self.folder / f"liens{order}" / "livre"
            (book / "pages").mkdir(parents=True)
            (book / "README.md").write_text("# Livre\n\n![Un](b.png) ![Deux](a.png)\n\n[page](deux/page.md), [page](un/page.md)\n")
            (book / "pages/page.md").write_text("# Page\n\n![Trois](../a.png)\n")
            shutil.copyfile(next((ROOT / "examples/carnet").rglob("*.png")), book / "image.png")
            links = [("a.png", "image.png"), ("b.png", "image.png"), ("un", "pages"), ("deux", "pages"), ("pages/rond", "..")]
            for name, target in links[::order]:
                (book / name).symlink_to(target)
            results.append(self.built(book=book)[0])
        self.assertEqual(*results)

    def test_order_and_dates_of_files(self):
        other = self.folder / "autre"
        for path in sorted(self.book.rglob("*"), reverse=True):
            if path.is_file():
                target = other / path.relative_to(self.book)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (0, 0))
        self.assertEqual(self.built(book=other), self.expected)

    def test_time_zones_and_environment(self):
        for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns"):
            self.assertEqual(self.built(TZ=zone, HOME="/nowhere", COLUMNS="10", TERM="xterm",
                                        MALLOC_PERTURB_="165"), self.expected)

    def test_drawings_do_not_follow_the_locale_or_the_fonts_of_the_machine(self):
        book = self.folder / "dessin"
        book.mkdir()
        (book / "README.md").write_text("# Dessin\n\n![Un mot](a.svg)\n")
        (book / "a.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><switch>'
            '<text y="20" systemLanguage="de">Wort</text><text y="20" systemLanguage="fr">mot</text>'
            '<text y="20">word</text></switch><text y="38" font-family="Helvetica">漢字 mot</text></svg>')
        expected = self.built("--no-cache", book=book)
        for language in ("de_DE.UTF-8", "ja_JP.UTF-8", "C"):
            self.assertEqual(self.built("--no-cache", book=book, LC_ALL=language, LANG=language,
                                        LANGUAGE=language, HOME="/nowhere",
                                        FONTCONFIG_FILE="/nowhere"), expected)

    def test_locales(self):
        if not (shutil.which("localedef") and pathlib.Path("/usr/share/i18n/locales").exists()):
            self.skipTest("the package locales is not installed")
        for name in LOCALES:
            if name != "C":
                subprocess.run(["localedef", "-i", name, "-f", "UTF-8",
                                str(self.folder / f"{name}.UTF-8")], check=False,
                               capture_output=True)
                self.assertTrue((self.folder / f"{name}.UTF-8").exists())
            with self.subTest(name):
                locale = name if name == "C" else f"{name}.UTF-8"
                # What is said follows the language of the environment, unless it is told; what is made never does.
                self.assertEqual(self.built("--lang", "en", LC_ALL=locale, LANG=locale, LANGUAGE=name,
                                            LOCPATH=str(self.folder)), self.expected)
                self.assertEqual(self.built(LC_ALL=locale, LANG=locale, LOCPATH=str(self.folder))[0], self.expected[0])

    @unittest.skipUnless(OTHER, "TRIPTYCH_OTHER names no other build")
    def test_another_compiler(self):
        self.assertEqual(self.built("--jobs", "4", program=OTHER), self.expected)
        content = self.built(book=ROOT / "content")
        self.assertEqual(self.built("--jobs", "4", program=OTHER, book=ROOT / "content"), content)


if __name__ == "__main__":
    sys.exit(unittest.main())
