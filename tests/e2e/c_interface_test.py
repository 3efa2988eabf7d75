"""The C interface (include/triptych.h): its header in C and C++, the Python example by ctypes, threads, cancelling, faults."""

import os
import pathlib
import subprocess
import sys
import threading
import time
import unittest

from support import ROOT, TRIPTYCH, WithBook, run, triptych

sys.path.insert(0, str(ROOT / "examples/python"))
import triptych_book  # noqa: E402

LIBRARY = pathlib.Path(TRIPTYCH).parent / "libtriptych.so.1"
USER = """#include <triptych.h>
#include <stdio.h>
int main(int count, char** words) {
    triptych_job* job = triptych_job_new();
    if (count < 2 || triptych_abi_version() != TRIPTYCH_ABI_VERSION) return 9;
    triptych_job_set(job, "to", "epub");
    enum triptych_status status = triptych_build(job, words[1]);
    size_t size = 0;
    const void* bytes = triptych_output_bytes(job, 0, &size);
    printf("%d %s %d", (int)status, triptych_output_name(job, 0), bytes && size > 1000);
    triptych_job_free(job);
    return 0;
}
"""


class CInterface(WithBook):
    def setUp(self):
        super().setUp()
        self.write("README.md", "# Bonjour\n\nUn mot.\n\n[un lien](absent.md)\n")
        self.library = triptych_book.load(LIBRARY)

    def job(self, **options):
        return triptych_book.Job(self.library, **options)

    def test_the_header_is_one_of_c_and_of_cpp(self):
        program = self.folder / "user"
        for name, compiler in (("user.c", ["gcc", "-std=c99"]), ("user.cpp", ["g++", "-std=c++98"])):
            (self.folder / name).write_text(USER)
            built = run(*compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", ROOT / "include", self.folder / name,
                        LIBRARY, "-o", program)
            self.assertEqual((built.returncode, built.stderr), (0, ""))
            said = run(program, self.book, env={**os.environ, "LD_LIBRARY_PATH": str(LIBRARY.parent)})
            self.assertEqual(said.stdout, "0 bonjour.epub 1", said.stderr)

    def test_only_its_functions_are_exported(self):
        names = {line.split()[-1].split("@")[0] for line in run("nm", "-D", "--defined-only", LIBRARY).stdout.splitlines() if " T " in line}
        header = (ROOT / "include/triptych.h").read_text()
        declared = {line.split("(")[0].split()[-1].lstrip("*") for line in header.splitlines() if line.startswith("TRIPTYCH_API ")}
        self.assertGreater(len(declared), 10)
        self.assertEqual({name for name in names if not name.startswith("_")}, declared)

    def test_a_book_is_built_as_by_the_program(self):
        with self.job(to="epub,html", html_folder=True) as job:
            self.assertEqual(job.build(self.book), "done", job.error)
            made = job.outputs
            self.assertEqual([finding["kind"] for finding in job.findings if finding["severity"] == "warning"], ["broken-link"])
        out = self.folder / "out"
        triptych("build", self.book, "-o", out, "--to", "epub,html", "--html-folder")
        self.assertEqual(made, {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()})

    def test_outputs_are_left_where_they_are_wanted_and_nowhere_else(self):
        out, scratch = self.folder / "out", self.folder / "scratch"
        scratch.mkdir()
        out.mkdir()
        (out / "other.txt").write_text("not ours")
        environment = os.environ.copy()
        os.environ["TMPDIR"] = str(scratch)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(environment)))
        with self.job(to="epub", output=out) as job:
            job.build(self.book)
            self.assertEqual(list(job.outputs), ["bonjour.epub"])
        self.assertEqual(sorted(path.name for path in out.iterdir()), ["bonjour.epub", "other.txt"])
        with self.job(to="epub") as job:
            job.build(self.book)
            self.assertEqual(list(job.outputs), ["bonjour.epub"])
            self.assertEqual(len(list(scratch.iterdir())), 1)
        self.assertEqual(list(scratch.iterdir()), [])

    def test_faults_are_told_as_text_and_findings(self):
        with self.job(lang="fr") as job:
            self.assertEqual(job.check(self.book), "done")
            self.assertIn("pas de fichier", job.findings[0]["message"])
            job.set("strict")
            self.assertEqual(job.check(self.book), "faults")
            self.assertEqual(job.error, "")
            self.assertEqual(job.check(self.folder / "nowhere"), "wrong use")
            self.assertIn("il n’y a ni fichier ni dossier", job.error)
            self.assertEqual(job.findings, [])
            job.set("layuot", "x")
            self.assertEqual(job.check(self.book), "wrong use")
            for option in ("format", "--to", "", "a=b", "help"):
                self.assertRaises(ValueError, job.set, option, "x")
        self.assertEqual(self.library.triptych_build(None, b"x"), 2)
        self.assertEqual(self.library.triptych_error(None), b"")

    def test_finished_files_are_verified(self):
        (self.folder / "broken.epub").write_bytes(b"no archive")
        with self.job(to="epub", output=self.folder / "out") as job:
            job.build(self.book)
            self.assertEqual(job.verify(self.folder / "out/bonjour.epub"), "done")
            self.assertEqual(job.findings, [])
            self.assertEqual(job.verify(self.folder / "broken.epub"), "faults")
            self.assertEqual(job.findings, [{"file": str(self.folder / "broken.epub"), "clause": "OCF 3.3 4.3",
                                             "message": "the file is no ZIP archive, or damaged"}])

    def test_jobs_run_side_by_side_and_are_cancelled_alone(self):
        slow = self.folder / "slow"
        slow.write_text("#!/bin/sh\nexec sleep 60\n")
        slow.chmod(0o755)
        ended = {}
        with self.job() as first, self.job(to="epub") as second:
            os.environ["TRIPTYCH_PROGRAM"] = str(slow)
            self.addCleanup(os.environ.pop, "TRIPTYCH_PROGRAM", None)
            begin = time.monotonic()
            thread = threading.Thread(target=lambda: ended.update(first=first.build(self.book)))
            thread.start()
            time.sleep(0.5)
            os.environ.pop("TRIPTYCH_PROGRAM")
            self.assertEqual(second.build(self.book), "done")
            first.cancel()
            thread.join(timeout=30)
            self.assertEqual(ended, {"first": "cancelled"})
            self.assertLess(time.monotonic() - begin, 50)
            self.assertEqual(first.check(self.book), "done")

    def test_a_program_that_is_not_there_or_dies_is_a_failure(self):
        for program in (self.folder / "nowhere", "/bin/false"):
            os.environ["TRIPTYCH_PROGRAM"] = str(program)
            self.addCleanup(os.environ.pop, "TRIPTYCH_PROGRAM", None)
            with self.job() as job:
                self.assertEqual(job.build(self.book), "failed")
        dies = self.folder / "dies"
        dies.write_text("#!/bin/sh\nkill -SEGV $$\n")
        dies.chmod(0o755)
        os.environ["TRIPTYCH_PROGRAM"] = str(dies)
        with self.job() as job:
            self.assertEqual(job.check(self.book), "failed")

    def test_the_python_example_says_what_was_made(self):
        said = run(sys.executable, ROOT / "examples/python/triptych_book.py", self.book, "to=epub",
                   env={**os.environ, "TRIPTYCH_LIBRARY": str(LIBRARY)})
        self.assertRegex(said.stdout, r"bonjour\.epub: \d+ bytes\n.*README\.md:5: warning: .*\ndone\n", said.stderr)


if __name__ == "__main__":
    unittest.main()
