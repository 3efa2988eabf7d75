"""Exit codes, messages and files of the program, in good and bad weather."""

import fcntl
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, TRIPTYCH, triptych

PAGE = "# Bonjour\n\nUn paragraphe : court.\n"


class CommandLine(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.page = self.folder / "page.md"
        self.page.write_text(PAGE)
        self.out = self.folder / "out"

    def files(self):
        return sorted(path.name for path in self.out.iterdir())

    def test_help_and_version(self):
        process = triptych("--help")
        self.assertEqual(process.returncode, 0)
        for word in ("build", "check", "dump", "Example"):
            self.assertIn(word, process.stdout)
        self.assertRegex(triptych("--version").stdout, r"^triptych \d+\.\d+\.\d+\n$")

    def test_waiting_for_a_locked_folder_is_said_at_once(self):
        self.out.mkdir()
        folder = os.open(self.out, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        with subprocess.Popen([TRIPTYCH, "build", self.page, "-o", self.out, "--to", "epub"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as process:
            self.assertEqual(process.stderr.readline(), f"waiting for another program that has locked '{self.out}'\n")
            self.assertIsNone(process.poll())
            fcntl.flock(folder, fcntl.LOCK_UN)
            process.communicate(timeout=60)
        self.assertEqual((process.returncode, len(self.files())), (0, 1))

    def test_wrong_use_is_exit_code_2(self):
        for arguments in ((), ("build",), ("build", "nowhere"), ("build", self.page, "--to", "docx"),
                          ("dump", self.page, "--stage", "nothing")):
            with self.subTest(arguments=arguments):
                process = triptych(*arguments)
                self.assertEqual(process.returncode, 2)
                self.assertTrue(process.stdout + process.stderr)

    def test_only_words_that_can_be_meant_so_are_held_for_misspelt(self):
        said = triptych("bulid", "li").stderr
        self.assertIn("'bulid': did you mean 'build'?", said)
        self.assertNotIn("'li'", said)
        said = triptych("build", "--", "-o.md", "-o", "x").stderr
        self.assertIn("'-o' is one word too many", said)
        self.assertNotIn("did you mean", said)

    def test_values_that_can_t_be_are_met_with_those_that_can(self):
        said = triptych("build", self.page, "--impose", "saddle", "--paper", "abc").stderr
        self.assertIn("Value abc not in range 0 to 1\n", said)
        said = triptych("build", self.page, "--name", "é" * 200).stderr
        self.assertIn("can't name files on every system: 1 to 200 bytes", said)
        self.assertNotIn("é" * 21, said)
        self.assertIn("é" * 20 + "…", said)

    def test_help_is_a_command_as_well(self):
        self.assertEqual(triptych("help").stdout, triptych("--help").stdout)
        self.assertEqual(triptych("help", "build", "--lang", "fr").stdout, triptych("build", "--help", "--lang", "fr").stdout)
        self.assertEqual(triptych("--lang", "fr", "help").stdout, triptych("--lang", "fr", "--help").stdout)

    def test_help_for_a_misspelt_command_says_which_was_meant(self):
        for words in (("help", "buidl"), ("buidl", "--help")):
            process = triptych(*words)
            self.assertEqual((process.returncode, process.stdout), (2, ""))
            self.assertIn("did you mean 'build'?", process.stderr)

    def test_what_is_misspelt_or_not_there_is_told_with_what_helps(self):
        self.assertIn("did you mean 'broken-link'?", triptych("check", ROOT / "content", "--fail-on", "brokenlink").stderr)
        self.assertIn("there is no file 'nowhere.pdf'", triptych("verify", "nowhere.pdf").stderr)

    def test_help_and_errors_name_the_choices_there_are(self):
        self.assertNotRegex(triptych("build", "--help").stdout, "->|ENUM")
        process = triptych("build", self.page, "--to", "docx")
        self.assertIn("'docx' is none of: booklet, epub, html, pptx, slides", process.stderr)
        process = triptych("build", self.page, "--impose", "saddle", "--duplex", "wide")
        self.assertIn("'wide' is none of: long, short", process.stderr)

    def test_an_option_takes_one_word_wherever_the_book_stands(self):
        for options in (("--to", "epub"), ("--fail-on", "broken-link"), ("--set", "a=b"),
                        ("--pages", "page.md"), ("--explain", "typography")):
            with self.subTest(options=options):
                process = triptych("build", *options, self.folder, "-o", self.out, "--to", "epub")
                self.assertEqual(process.returncode, 0, process.stderr)
        process = triptych("build", self.page, "--to", "epub", "--to", "pptx", "-o", self.out / "two")
        self.assertEqual(sorted(each.suffix for each in (self.out / "two").iterdir()), [".epub", ".pptx"])

    def test_an_option_that_takes_no_value_says_so(self):
        process = triptych("build", self.page, "--session=page.md")
        self.assertEqual(process.returncode, 2)
        self.assertIn("'--session' takes no value", process.stderr)

    def test_a_single_page_gives_the_panels_asked_for(self):
        process = triptych("build", self.page, "-o", self.out, "--to", "epub,pptx")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertEqual(self.files(), ["page-slides.pptx", "page.epub"])
        for name in self.files():
            self.assertIn(name, process.stdout)

    def test_names_say_what_was_built(self):
        (self.folder / "SUMMARY.md").write_text("* [Bonjour](page.md)\n* [Suite](aux.md)\n")
        (self.folder / "aux.md").write_text("# Suite\n")
        for source, options, names in (
                (self.folder, (), ["bonjour.epub"]), (self.page, (), ["page-page.epub"]),
                (self.folder, ("--name", "Notre guide"), ["Notre guide.epub"])):
            shutil.rmtree(self.out, ignore_errors=True)
            triptych("build", source, "-o", self.out, "--to", "epub", *options)
            self.assertEqual(self.files(), names)
        (self.folder / "SUMMARY.md").unlink()
        shutil.rmtree(self.out)
        # A name that Windows keeps for a device.
        triptych("build", self.folder / "aux.md", "-o", self.out, "--to", "epub")
        self.assertEqual(self.files(), ["aux-book.epub"])
        for name in ("a/b", "con", "Nul.1", ".guide", "guide.", "a:b", ""):
            with self.subTest(name=name):
                process = triptych("build", self.page, "-o", self.out, "--name", name)
                self.assertEqual(process.returncode, 2)

    def test_options_that_change_nothing_are_named(self):
        for options, option in ((("--to", "epub", "--depth", "1"), "--depth"),
                                (("--to", "epub", "--impose", "saddle"), "--impose"),
                                (("--to", "epub", "--for", "print"), "--for print"),
                                (("--to", "epub", "--pdf-readable"), "--pdf-readable"),
                                (("--to", "pptx", "--handout", "3"), "--handout"),
                                (("--to", "html", "--notes"), "--notes")):
            with self.subTest(option=option):
                process = triptych("build", self.page, "-o", self.out, *options, "--strict")
                self.assertEqual(process.returncode, 1)
                self.assertIn(f"warning[unused-option]: {option} changes nothing", process.stderr)

    def test_verify_looks_into_folders(self):
        triptych("build", self.page, "-o", self.out / "one/inner", "--to", "epub,html",
                 "--html-folder")
        (self.out / "one/notes.txt").write_text("not made by us")
        process = triptych("verify", self.out)
        self.assertEqual((process.returncode, process.stderr), (0, ""))
        self.assertEqual([line.rsplit("/", 1)[1] for line in process.stdout.splitlines()],
                         ["index.html: ok", "page.epub: ok"])
        (self.out / "empty").mkdir()
        process = triptych("verify", self.out / "empty")
        self.assertEqual(process.returncode, 2)
        self.assertIn("has no file to verify", process.stderr)

    def test_verify_goes_on_past_files_it_does_not_know(self):
        triptych("build", self.page, "-o", self.out, "--to", "booklet,epub")
        booklet, book = self.out / "page-booklet.pdf", self.out / "page.epub"
        text, fake = self.folder / "notes.txt", self.folder / "fake.pdf"
        text.write_text("Notes\n")
        fake.write_text("<!DOCTYPE html>\n<title>Titre</title>\n")
        process = triptych("verify", text, self.out / "missing.pdf", booklet, book)
        self.assertEqual(process.returncode, 2)
        self.assertEqual(process.stdout, f"{booklet}: PDF/UA-1, PDF/A-2a: ok\n{book}: ok\n")
        self.assertIn(f"'{text}'", process.stderr)
        self.assertIn("missing.pdf", process.stderr)
        process = triptych("verify", fake, booklet)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(process.stdout,
                         f"{fake}: ISO 32000-1 7.5.2: not a PDF\n{booklet}: PDF/UA-1, PDF/A-2a: ok\n")

    def test_warnings_fail_only_when_strict(self):
        self.page.write_text("# Bonjour\n\n[un lien](absent.md)\n")
        self.assertEqual(triptych("check", self.page).returncode, 0)
        process = triptych("check", self.page, "--strict")
        self.assertEqual(process.returncode, 1)
        self.assertIn("page.md:3:1: warning[broken-link]", process.stderr)
        self.assertIn("hint:", process.stderr)

    def test_findings_as_json(self):
        self.page.write_text("# Bonjour\n\n[un lien](absent.md)\n")
        found = json.loads(triptych("check", self.page, "--format", "json").stdout)
        self.assertEqual([(each["kind"], each["line"], each["column"]) for each in found],
                         [("broken-link", 3, 1)])

    def test_unwritable_output_keeps_what_was_there(self):
        self.out.mkdir()
        old = self.out / "page.epub"
        old.write_text("old")
        blocker = self.out / "page-slides.pptx"
        blocker.mkdir()
        (blocker / "inside").write_text("")
        process = triptych("build", self.page, "-o", self.out, "--to", "pptx")
        self.assertEqual(process.returncode, 1)
        self.assertIn("error[unwritable-output]", process.stderr)
        self.assertEqual(self.files(), ["page-slides.pptx", "page.epub"])
        self.assertEqual(old.read_text(), "old")

    def test_font_that_is_none_is_an_error(self):
        data = self.folder / "data"
        for name in ("layouts", "fonts"):
            shutil.copytree(ROOT / name, data / name)
        (data / "fonts/source-serif-4/SourceSerif4-Regular.ttf").write_text("no font")
        process = triptych("build", self.page, "--data", data, "-o", self.out)
        self.assertEqual(process.returncode, 1)
        self.assertIn("error[unreadable-font]", process.stderr)
        self.assertNotIn("page-booklet.pdf", self.files())

    def test_output_folder_that_is_a_file(self):
        process = triptych("build", self.page, "-o", self.page)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(self.page.read_text(), PAGE)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_standard_output_is_an_error(self):
        for words in (("dump", self.page, "--stage", "book"), ("config", self.folder), ("fonts", self.page),
                      ("check", self.page, "--format", "json"), ("layouts",), ("--help",), ("build", "--help"),
                      ("--version",), ("build", self.page, "--to", "booklet", "-o", self.out),
                      ("verify", self.out, "--format", "json")):
            with self.subTest(words), open("/dev/full", "w") as full:
                process = subprocess.run([TRIPTYCH, *words], stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(process.returncode, 1)
                self.assertIn("error: can't write to standard output: No space left on device", process.stderr)

    def test_a_closed_pipe_is_an_error_without_a_word(self):
        reader, writer = os.pipe()
        os.close(reader)
        process = subprocess.run([TRIPTYCH, "dump", self.page, "--stage", "book"], stdout=writer, stderr=subprocess.PIPE,
                                 text=True)
        os.close(writer)
        self.assertEqual(process.returncode, 1)
        self.assertNotIn("can't write", process.stderr)

    def test_a_limit_of_the_size_of_files_is_an_error_that_is_told(self):
        limit = (20 * 1024, 20 * 1024)
        process = triptych("build", self.page, "--no-cache", "-o", self.out,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
        self.assertEqual(process.returncode, 1)
        self.assertIn("error[unwritable-output]", process.stderr)
        self.assertIn("File too large", process.stderr)
        self.assertEqual(self.files(), [])

    def test_what_is_named_and_not_there_is_an_error_with_nothing_made(self):
        for words in (("--deck", "x"), ("--edition", "x"), ("--pages", "x"), ("--pages", "page", "--pages", "x")):
            with self.subTest(words):
                process = triptych("build", self.page.parent, "-o", self.out, *words)
                self.assertEqual(process.returncode, 1)
                self.assertIn("error[unknown-choice]", process.stderr)
                self.assertFalse(self.out.exists())

    def test_links_become_addresses_of_the_site(self):
        (self.folder / "triptych.yaml").write_text("site_url: https://guide.exemple.fr/\n")
        (self.folder / "SUMMARY.md").write_text("* [Bonjour](page.md)\n")
        self.page.write_text("# Bonjour\n\n[un lien](ailleurs/absent.md)\n")
        process = triptych("dump", self.folder, "--stage", "book")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn("https://guide.exemple.fr/ailleurs/absent", process.stdout)

    def test_pictures_are_kept_where_the_environment_or_the_options_say(self):
        def build(*options, **environment):
            process = triptych("build", ROOT / "examples/carnet", "-o", self.out, "--to", "booklet", *options,
                               env={"PATH": os.environ["PATH"], **environment})
            self.assertEqual(process.returncode, 0, process.stderr)
            return (self.out / "carnet-de-bord-d-un-service-numerique-booklet.pdf").read_bytes()

        own, home = self.folder / "own", self.folder / "home"
        first = build("--cache", str(own))
        self.assertTrue(list(own.rglob("*.entry")))
        self.assertEqual(build("--cache", str(own)), first)
        self.assertEqual(build("--no-cache", HOME=str(home)), first)
        self.assertFalse(home.exists())
        self.assertEqual(build(HOME=str(home)), first)
        self.assertTrue(list((home / ".cache/triptych").rglob("*.entry")))
        self.assertEqual(build(XDG_CACHE_HOME=str(home / "xdg")), first)
        self.assertTrue(list((home / "xdg/triptych").rglob("*.entry")))
        self.assertEqual(build(XDG_CACHE_HOME="relative"), first)
        self.assertFalse(pathlib.Path("relative").exists())
        self.assertEqual(triptych("build", self.page, "--cache", own, "--no-cache").returncode, 2)

    def test_timings_as_table_and_as_json(self):
        arguments = ("build", self.page, "-o", self.out, "--to", "epub", "--timings")
        self.assertRegex(triptych(*arguments).stderr, r"(?m)^writing e-book +\d+\.\d +\d+\.\d$")
        told = json.loads(triptych(*arguments, "--format", "json").stdout)
        self.assertEqual([stage["stage"] for stage in told["stages"]],
                         ["reading", "pictures", "writing e-book", "writing files"])
        self.assertTrue(all(stage["takes_ms"] >= 0 for stage in told["stages"]))
        self.assertGreater(told["peak_mb"], 1)

    def test_every_layout_key_mistyped_is_reported_with_a_suggestion(self):
        data = self.folder / "data"
        (data / "layouts").mkdir(parents=True)
        os.symlink(ROOT / "fonts", data / "fonts")
        shutil.copytree(ROOT / "layouts" / "default", data / "layouts" / "default")
        sheet = data / "layouts" / "default" / "booklet.yaml"
        sheet.write_text(sheet.read_text() + "\nmarginn: 3mm\n")
        process = triptych("check", self.page, "--data", data)
        self.assertIn("warning[unknown-key]", process.stderr)
        self.assertIn("layouts/default/booklet.yaml:", process.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
