"""What triptych says in French: all of it, chosen as gettext chooses, and nothing of it in the outputs."""

import base64
import json
import os
import re
import unittest
import zipfile

from support import ROOT, Scratch, WithBook, triptych
from template_fixtures import PNG

COMMANDS = ("build", "check", "watch", "serve", "init", "config", "layouts", "alt", "dump", "fonts", "verify", "generate")
KINDS = re.findall(r'TRIPTYCH_KIND\(\w+, "([a-z0-9-]+)"', (ROOT / "include/triptych/diagnostic_kinds.def").read_text())
# Cases as `tests/golden` has them, for which the command line has these words.
OPTIONS = {"depth-option": "--depth", "detail-option": "--detail", "slides-option": "--slides",
           "minutes-option": "--minutes", "pages-option": "--pages", "edition-option": "--edition",
           "deck-option": "--deck"}
FLAGS = {"session-option": "--session"}


def fr(*words, **options):
    return triptych(*words, "--lang", "fr", **options)


def sections(case):
    """Heads and bodies of a golden case."""
    for part in re.split(r"^=== ", case.read_text(encoding="utf-8", errors="surrogateescape"), flags=re.M)[1:]:
        head, _, body = part.partition("\n")
        yield head, body


class Case:
    """A golden case as a book on the disk, and how to ask for it."""

    def __init__(self, path, folder):
        self.book, self.words = folder / path.stem, []
        self.book.mkdir()
        for head, body in sections(path):
            word, _, value = head.partition(" ")
            if word in ("input", "input-base64"):
                file = self.book / value
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(base64.b64decode(body) if word == "input-base64"
                                 else body.encode("utf-8", errors="surrogateescape"))
            elif word in OPTIONS:
                self.words += [OPTIONS[word], value]
            elif word in FLAGS:
                self.words.append(FLAGS[word])
            elif word == "booklet-only":
                self.words += ["--to", "booklet"]

    def findings(self, language, output):
        process = triptych("build", self.book, "-o", output, "--format", "json", "--lang", language, *self.words)
        return json.loads(process.stdout) if process.stdout.startswith("[") else []


class Findings(Scratch):
    def cases(self):
        """Those that are there for a kind, and for kinds that have none the first that has it among others."""
        paths = sorted((ROOT / "tests/golden/diagnostics").glob("*.case"))
        shown = "".join(path.read_text(errors="replace") for path in paths)
        for kind in KINDS:
            if f"[{kind}]" not in shown:
                paths += [path for path in sorted((ROOT / "tests/golden").rglob("*.case"))
                          if f"[{kind}]" in path.read_text(errors="replace")][:1]
        return sorted(set(paths))

    def test_every_kind_is_told_in_french(self):
        told = set()
        for path in self.cases():
            case = Case(path, self.folder)
            english = case.findings("en", self.folder / "out")
            french = case.findings("fr", self.folder / "out")
            self.assertEqual([each["kind"] for each in english], [each["kind"] for each in french], path)
            for one, other in zip(english, french):
                told.add(one["kind"])
                with self.subTest(path.stem, message=one["message"], hint=one["hint"]):
                    self.assertNotEqual(one["message"], other["message"])
                    self.assertTrue(one["hint"] != other["hint"] or not one["hint"])
                    self.assertEqual({**one, "message": "", "hint": ""}, {**other, "message": "", "hint": ""})
        # Those that need more than a book are told below, or have no case of their own.
        self.assertLessEqual(set(KINDS) - told, {"not-pdf-x", "unwritable-output", "unreadable-font", "unreadable-source",
                                                 "path-outside-book", "low-contrast", "system-font"})

    def test_what_needs_more_than_a_book(self):
        book = self.folder / "book"
        book.mkdir()
        (book / "README.md").write_text("# Bonjour\n\nUn mot.\n")
        (book / ".gitbook.yaml").write_text("root: ../dehors\n")
        said = fr("build", book, "-o", "/proc/nowhere").stderr
        self.assertIn("erreur[unwritable-output]: impossible de créer le dossier", said)
        self.assertIn("conseil\u00a0: les fichiers précédents n’ont pas changé", said)
        self.assertIn("erreur[path-outside-book]: la racine «\u00a0../dehors\u00a0» est hors du livre", said)
        (book / ".gitbook.yaml").unlink()
        (book / "brand.yaml").write_text('colours:\n  accent: "#f0a0a0"\n')
        said = fr("check", book).stderr
        self.assertRegex(said, r"avertissement\[low-contrast\]: du texte en #\w+ sur #\w+ a un contraste de \d,\d pour 1")
        said = fr("build", book, "-o", self.folder / "out", "--to", "booklet", "--for", "print").stderr
        self.assertIn("avertissement[not-pdf-x]: le fichier pour l’imprimeur n’est pas du PDF/X-4", said)

    def test_baselines_and_fingerprints_know_no_language(self):
        book, known = self.folder / "book", self.folder / "known.json"
        book.mkdir()
        (book / "README.md").write_text("# Bonjour\n\n[un lien](absent.md) {% nul %}\n\n![](image.png)\n")
        triptych("check", book, "--baseline", known, "--write-baseline", "--lang", "en")
        accepted = known.read_bytes()
        said = fr("check", book, "--baseline", known).stderr
        self.assertNotIn("avertissement[", said)
        self.assertRegex(said, r"\d déjà acceptés")
        fr("check", book, "--baseline", known, "--write-baseline")
        self.assertEqual(known.read_bytes(), accepted)
        reports = [json.loads(triptych("check", book, "--format", "sarif", "--lang", language).stdout)["runs"][0]
                   for language in ("en", "fr")]
        for key in ("ruleId", "level", "partialFingerprints"):
            self.assertEqual(*([result[key] for result in run["results"]] for run in reports))
        self.assertNotEqual(*([result["message"] for result in run["results"]] for run in reports))
        marks = [[entry["fingerprint"] for entry in json.loads(
            triptych("check", book, "--format", "gitlab", "--lang", language).stdout)] for language in ("en", "fr")]
        self.assertEqual(*marks)


class Console(WithBook):
    def setUp(self):
        super().setUp()
        self.write("README.md", "# Bonjour\n\nUn mot.\n\n[un lien](absent.md)\n\n[deux](absent.md)\n\n## Suite\n\n#### Saut\n")

    def test_help_has_no_line_of_english(self):
        for words in ((), *((command,) for command in COMMANDS)):
            english, french = (triptych(*words, "--help", "--lang", language).stdout.splitlines() for language in ("en", "fr"))
            self.assertGreater(len(french), 5)
            # What both have: names alone, and blank lines.
            same = [line for line in set(english) & set(french)
                    if re.search(r"[a-z]{3,} [a-z]{2,}", line) and not line.startswith("Usage: ")]
            self.assertEqual(same, [], words)
            self.assertNotRegex("\n".join(french), r"(?i)\b(the|default|print|which|usage: .*options\])\b(?!\)| \(PDF\))(?=.*\bof\b)")
            self.assertTrue(any(line.startswith("Usage\u00a0: ") for line in french))
            # Before a colon there is a space in French.
            self.assertNotRegex("\n".join(line for line in french if not line.startswith(" ")), r"(?m)\w:(?: |$)")
            self.assertNotRegex("\n".join(french), r"Demande:|Exclut:|\b(BOOK|DIR|FILE|TAG|KIND|TEXT)\b")

    def test_what_comes_from_elsewhere_is_said_in_french(self):
        guide = self.folder / "mon-guide"
        guide.mkdir()
        (guide / "README.md").write_text("# Introduction\n\n![](a.png)\n")
        (guide / "a.png").write_bytes(PNG)
        self.assertIn("d’après le nom du dossier", fr("check", guide).stderr)
        (guide / "triptych.yaml").write_text('title: "Sans fin\n')
        self.assertIn("YAML non valide\u00a0: le guillemet ouvert ici n’est jamais fermé", fr("check", guide).stderr)
        (guide / "triptych.yaml").unlink()
        self.assertTrue(fr("alt", guide).stdout.startswith("# Textes de remplacement des images\u00a0:"))
        fr("alt", guide, "--write")
        self.assertTrue((guide / "alt.yaml").read_text().startswith("# Textes de remplacement des images\u00a0:"))
        for words in (("build", guide, "-o", ""), ("init", "/proc/nothing")):
            with self.subTest(words):
                said = fr(*words)
                self.assertNotEqual(said.returncode, 0)
                self.assertNotRegex(said.stderr, "argument|Invalid|No such")

    def test_what_is_wrong_with_the_words_is_said_in_french(self):
        for words, said in (
                ((), "il faut une commande"),
                (("biuld", "x"), "il n’y a pas de commande «\u00a0biuld\u00a0»"),
                (("biuld", "x"), "vouliez-vous dire «\u00a0build\u00a0»\u00a0?"),
                (("build",), "SOURCE est obligatoire"),
                (("build",), "«\u00a0triptych build .\u00a0» prend le dossier où vous êtes"),
                (("build", "x", "y"), "le mot «\u00a0y\u00a0» est de trop"),
                (("--strict", "build", "x"), "derrière la commande, «\u00a0triptych build --strict\u00a0»"),
                (("build", "x", "--outptu", "o"), "vouliez-vous dire «\u00a0--output\u00a0»\u00a0?"),
                (("build", "x", "--to", "bokklet"), "n’est pas parmi"),
                (("build", "x", "--to", "bokklet"), "vouliez-vous dire «\u00a0booklet\u00a0»\u00a0?"),
                (("build", "x", "--jobs", "999"), "la valeur 999 n’est pas entre 0 et 256"),
                (("build", "x", "--jobs", "many"), "la valeur many n’est pas entre 0 et 256"),
                (("build", "x", "--port"), "il n’y a pas d’option «\u00a0--port\u00a0» ici"),
                (("build", "--outptu", "x", "y"), "il n’y a pas d’option «\u00a0--outptu\u00a0» ici"),
                (("build", "x", "--name", "a/b"), "des fichiers ne peuvent pas s’appeler « a/b » sur tous les systèmes"),
                (("build", "x", "--name", "con"), "est réservé à un périphérique sous Windows"),
                (("build", "x", "--set", "a"), "n’a pas la forme NOM=VALEUR"),
                (("build", "x", "--impose", "x"), "n’est ni saddle"),
                (("build", "x", "--marks"), "--marks demande aussi --impose"),
                (("build", "x", "--for", "print", "--impose", "2up"), "ne va pas avec"),
                (("build", "x", "--session"), "demande des pages"),
                (("build", "x", "--fail-on", "x"), "n’est pas un genre de constat"),
                (("build", "x", "--timings", "--format", "sarif"), "les rapports et les durées"),
                (("init", "--language", "de"), "n’est pas parmi"),
                (("build", self.folder / "nowhere"), "il n’y a ni fichier ni dossier"),
                (("build", self.book, "--layout", "nowhere/else"), "il n’y a pas de dossier"),
                (("build", self.book, "--template", "no.pptx"), "il n’y a pas de fichier"),
                (("check", self.book, "--baseline", "no.json"), "faites-le avec --write-baseline"),
                (("verify", self.folder / "nowhere.pdf"), "il n’y a pas de fichier"),
                (("verify", self.book), "aucun fichier à vérifier"),
                (("init", self.book / "README.md"), "n’est pas un dossier")):
            with self.subTest(words):
                process = fr(*words)
                self.assertNotEqual(process.returncode, 0)
                self.assertTrue(process.stderr.startswith("triptych\u00a0: erreur\u00a0: "), process.stderr)
                self.assertIn(said, process.stderr)
                self.assertNotRegex(process.stderr, r"\b(hint|did you mean|is required|not expected|none of)\b")

    def test_a_value_that_is_missing_is_missed_without_types_of_the_parser(self):
        for language, said in (("fr_FR.UTF-8", "--minutes\u00a0: il manque la valeur"), ("C", "--minutes: the value is missing")):
            process = triptych("build", "x", "--minutes", env={**os.environ, "LC_ALL": language})
            self.assertEqual(process.returncode, 2)
            self.assertIn(said, process.stderr.splitlines()[0])

    def test_a_check_and_a_build_speak_french_throughout(self):
        said = fr("check", self.book).stderr
        self.assertIn("avertissement[broken-link]: pas de fichier «\u00a0absent.md\u00a0» dans le livre\u00a0; "
                      "le lien devient du texte simple (2 fois, la première ici)", said)
        self.assertIn("  conseil\u00a0: corrigez le chemin", said)
        self.assertIn("  aussi à ", said)
        self.assertIn("0 erreur, 2 avertissements, ", said)
        self.assertIn("liens\u00a0: ", said)
        process = fr("build", self.book, "-o", self.folder / "out", "--timings")
        self.assertRegex(process.stdout, r"\d,\d ko +\d+ pages?\n")
        self.assertRegex(process.stdout, r"ko +\d+ diapositives?\n")
        self.assertIn("écriture du livret", process.stderr)
        self.assertNotRegex(process.stdout + process.stderr, r"\b(warning|note\[.*\]: the|kB|stage|hint)\b")
        self.assertIn("conforme", fr("verify", self.folder / "out").stdout)

    def test_counts_have_the_number_of_french(self):
        self.write("README.md", "# Bonjour\n\nUn mot.\n\n[un lien](absent.md)\n")
        self.assertIn("0 erreur, 1 avertissement, ", fr("check", self.book).stderr)

    def test_what_breaks_a_standard_is_said_in_french(self):
        broken = self.folder / "broken.epub"
        with zipfile.ZipFile(broken, "w") as archive:
            archive.writestr("mimetype", "text/plain")
            archive.writestr("META-INF/container.xml", "<container>")
        said = fr("verify", broken).stdout
        self.assertIn("le premier fichier n’est pas «\u00a0mimetype\u00a0» avec le type d’EPUB", said)
        self.assertNotRegex(said, r"\b(is|has|the|not)\b")

    def test_accounts_and_facts_are_french(self):
        self.write("README.md", "# Bonjour\n\nUn mot.\n\n{% file src=\"a.pdf\" %}\n\n![x](i.svg)\n")
        self.write("a.pdf", "%PDF-1.4")
        self.write("i.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="5">mot</text></svg>')
        process = fr("build", self.book, "-o", self.folder / "out", "--report", "parity", "--no-cache")
        self.assertIn("booklet: README.md:5:1: remplacé: fichier «\u00a0a.pdf\u00a0»\u00a0: nommé, non contenu", plain(process.stdout))
        self.assertNotRegex(process.stdout, r"\b(replaced|left-out|moved-to-notes|everything|word of)\b")
        self.assertIn("L’aspect de la maison", fr("layouts").stdout)
        self.assertIn("valeur par défaut", fr("config", self.book).stdout)
        self.assertIn("ont toutes les écritures du livre", fr("fonts", self.book).stdout)


def plain(text):
    return re.sub(r"/\S*/book/|\S*book/", "", text)


class Choice(WithBook):
    def setUp(self):
        super().setUp()
        self.write("README.md", "# Bonjour\n\nUn mot à la fin : « oui ».\n\n[un lien](absent.md)\n\n$$\\foo$$\n")

    def language(self, *words, **environment):
        bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
        said = triptych("check", self.book, *words, env={**bare, **environment}).stderr
        return "fr" if "avertissement[" in said else "en" if "warning[" in said else said

    def test_the_environment_chooses_as_for_other_programs(self):
        for environment, language in (({}, "en"), ({"LANG": "fr_FR.UTF-8"}, "fr"), ({"LC_ALL": "fr_CA"}, "fr"),
                                      ({"LC_MESSAGES": "fr_BE.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
                                      ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
                                      ({"LANGUAGE": "fr:en", "LANG": "de_DE.UTF-8"}, "fr"),
                                      ({"LANGUAGE": "en", "LANG": "fr_FR.UTF-8"}, "en"),
                                      ({"LANG": "de_DE.UTF-8"}, "en")):
            with self.subTest(environment):
                self.assertEqual(self.language(**environment), language)
                self.assertEqual(self.language("--lang", "en", **environment), "en")
                self.assertEqual(self.language("--lang=fr", **environment), "fr")

    def test_outputs_are_the_same_in_every_language(self):
        made = []
        for environment in ({"LC_ALL": "C"}, {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}):
            out = self.folder / f"out{len(made)}"
            process = triptych("build", self.book, "-o", out, "--handout", "3", "--impose", "saddle", "--slip", "--notes",
                               env={**os.environ, "SOURCE_DATE_EPOCH": "0", **environment})
            self.assertEqual(process.returncode, 0, process.stderr)
            made.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
        self.assertGreaterEqual(len(made[0]), 7)
        self.assertEqual(*made)

    def test_a_book_has_no_say_in_it(self):
        self.write("triptych.yaml", "build: {lang: fr}\n")
        said = triptych("check", self.book, "--lang", "en").stderr
        self.assertIn("warning[unknown-key]: 'build.lang' is not known here", said)


if __name__ == "__main__":
    unittest.main()
