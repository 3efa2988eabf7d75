"""Commands about a book: init, config, layouts, and the defaults that it gives to builds."""

import os
import pathlib
import re
import shutil
import unittest

from support import ROOT, TRIPTYCH, WithBook, run, triptych

PAGE = "# Bonjour\n\n## Un\n\nUn paragraphe.\n"


class Init(WithBook):
    def test_a_new_book_shows_the_blocks_and_has_nothing_to_mend(self):
        for language, title in (("fr", "Mon premier livre"), ("en", "My first book")):
            with self.subTest(language=language):
                folder = self.folder / language
                process = triptych("init", folder, "--language", language)
                self.assertEqual(process.returncode, 0, process.stderr)
                self.assertIn(f"next: triptych build {folder}", process.stderr)
                self.assertEqual(len(list(folder.glob("*.md"))), 4)
                self.assertTrue((folder / "alt.yaml").exists())
                self.assertIn(f'title: "{title}"', (folder / "triptych.yaml").read_text())
                process = triptych("build", folder, "-o", self.folder / "out", "--strict", "--to", "booklet,epub,html")
                self.assertEqual(process.returncode, 0, process.stderr)

    def test_every_key_is_explained_in_the_file_of_a_new_book(self):
        triptych("init", self.folder / "new", "--language", "fr")
        text = (self.folder / "new/triptych.yaml").read_text()
        for key in ("description", "version", "rights", "licence", "authors", "identifier", "subjects", "series", "cover",
                    "logo", "template", "variables", "findings", "editions", "decks", "build"):
            self.assertRegex(text, rf"(?m)^# [^\n]+\.\n# {key}: ")
        # With every key as it is shown, nothing is unknown.
        (self.folder / "new/triptych.yaml").write_text(re.sub(r"(?m)^# (\w+: )", r"\1", text))
        self.assertNotIn("unknown-key", triptych("check", self.folder / "new").stderr)

    def test_the_environment_chooses_the_language(self):
        import os
        for value, word in (("fr_FR.UTF-8", "premier"), ("C.UTF-8", "first")):
            folder = self.folder / value
            triptych("init", folder, env={**os.environ, "LANGUAGE": "", "LC_ALL": value})
            self.assertIn(word, (folder / "triptych.yaml").read_text())

    def test_a_book_that_is_there_gets_its_triptych_yaml_alone(self):
        self.write("README.md", "# Le guide\n\nBonjour à tous, ceci est un texte en français.\n")
        self.write("SUMMARY.md", "* [Le guide](README.md)\n")
        self.write(".gitbook.yaml", "root: ./\n")
        before = sorted(self.book.iterdir())
        process = triptych("init", self.book)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertEqual(sorted(set(self.book.iterdir()) - set(before)), [self.book / "triptych.yaml"])
        text = (self.book / "triptych.yaml").read_text()
        self.assertIn('title: "Le guide"', text)
        self.assertIn('language: "fr"', text)
        again = triptych("init", self.book)
        self.assertEqual(again.returncode, 1)
        self.assertEqual((self.book / "triptych.yaml").read_text(), text)

    def test_what_was_found_is_written_as_it_was_meant(self):
        self.write("book.toml", '[book]\ntitle = "Un \\"guide\\" \\\\ et\\nsa suite"\nauthors = ["Ada Martin", "Noé, fils"]\nsrc = "src"\n')
        self.write("src/SUMMARY.md", "* [Un](README.md)\n")
        self.write("src/README.md", "# Un\n\nBonjour à tous.\n")
        self.assertEqual(triptych("init", self.book).returncode, 0)
        text = (self.book / "triptych.yaml").read_text()
        self.assertIn('authors: ["Ada Martin", "Noé, fils"]', text)
        self.assertEqual(triptych("check", self.book, "--strict").returncode, 0)
        title, authors = triptych("config", self.book).stdout.splitlines()[:2]
        self.assertRegex(title, r"^title +Un .*guide.* \\ et sa suite +triptych.yaml:4$")
        self.assertRegex(authors, r'^authors +\[Ada Martin, "Noé, fils"\] +triptych.yaml:13$')

    def test_commands_to_come_can_be_pasted(self):
        process = triptych("init", self.folder / "l'été au bureau")
        command = re.search("next: triptych (.*)", process.stderr)[1]
        words = run("sh", "-c", f"printf '%s\\n' {command}").stdout.splitlines()
        self.assertEqual(words, ["build", str(self.folder / "l'été au bureau"), "-o", "out"])

    def test_a_folder_without_a_name_is_none(self):
        process = triptych("init", "", cwd=self.folder)
        self.assertEqual((process.returncode, sorted(path.name for path in self.folder.iterdir())), (1, ["book"]))
        self.assertIn("can't make the folder ''", process.stderr)

    def test_nothing_is_overwritten(self):
        (self.folder / "new").mkdir()
        (self.folder / "new/alt.yaml").write_text("mine")
        process = triptych("init", self.folder / "new")
        self.assertEqual((process.returncode, (self.folder / "new/alt.yaml").read_text()), (1, "mine"))
        self.assertEqual(len(list((self.folder / "new").iterdir())), 1)


class Defaults(WithBook):
    def build(self, yaml, *options):
        self.write("README.md", PAGE)
        self.write("triptych.yaml", "title: Essai\n" + yaml)
        process = triptych("build", self.book, "-o", self.folder / "out", *options)
        self.made = sorted(path.name for path in (self.folder / "out").glob("*"))
        return process

    def test_the_book_chooses_and_the_command_line_wins(self):
        process = self.build("build: {to: [epub, html], html-folder: no}\n")
        self.assertEqual((process.returncode, self.made), (0, ["essai-slides.html", "essai.epub"]), process.stderr)
        process = self.build("build: {to: [booklet, html]}\n", "--to", "pptx")
        self.assertIn("essai-slides.pptx", self.made)
        self.assertNotIn("essai-booklet.pdf", self.made)

    def test_strict_in_the_book_fails_its_check(self):
        self.write("README.md", "# Bonjour\n\n[rien](nulle-part.md)\n")
        self.write("triptych.yaml", "title: Essai\n")
        self.assertEqual(triptych("check", self.book).returncode, 0)
        self.write("triptych.yaml", "title: Essai\nbuild:\n  strict: yes\n")
        self.assertEqual(triptych("check", self.book).returncode, 1)

    def test_options_of_an_option_may_stand_above_it(self):
        process = self.build("build:\n  slip: yes\n  impose: saddle\n  to: booklet\n")
        self.assertEqual(self.made, ["essai-booklet-print.pdf", "essai-booklet.pdf"], process.stderr)
        # What the command line says against it takes it away.
        self.assertEqual(self.build("build: {impose: saddle, to: booklet}\n", "--for", "print").returncode, 0)

    def test_what_is_wrong_is_a_finding_at_its_line(self):
        process = self.build("build:\n  detial: full\n  layout: ../secret\n  to: docx\n  handout: 3\n")
        self.assertEqual(process.returncode, 0)
        self.assertIn("triptych.yaml:3:3: warning[unknown-key]: 'build.detial' is not known here", process.stderr)
        self.assertIn("did you mean 'detail'?", process.stderr)
        self.assertIn("triptych.yaml:4:3: warning[invalid-value]: a layout is called by its name", process.stderr)
        self.assertRegex(process.stderr, r"triptych.yaml:5:3: warning\[invalid-value\]: .*'docx' is none of")
        self.assertIn("essai-handout.pdf", self.made)

    def test_what_a_book_may_not_say_is_told_from_what_there_is_not(self):
        self.assertIn("belong on the command line", self.build("build: {output: x, to: html}\n").stderr)
        self.assertIn("'triptych build --help' lists", self.build("build: {tools: x, to: html}\n").stderr)

    def test_a_check_tells_what_only_builds_would_refuse(self):
        self.write("page.md", PAGE)
        self.write("triptych.yaml", "title: Essai\nlanguage: fr\nbuild:\n  to: bokklet\n  slip: yes\n  detail: fll\n")
        found = triptych("check", self.book).stderr
        self.assertRegex(found, r"triptych.yaml:4:3: warning\[invalid-value\]: .*'bokklet' is none of.*did you mean 'booklet'")
        self.assertRegex(found, r"triptych.yaml:5:3: warning\[invalid-value\]: .*--impose")
        self.assertEqual(found.count("'fll' is none of"), 1, found)
        self.write("triptych.yaml", "title: Essai\nlanguage: fr\nbuild: {to: booklet, slip: yes, impose: saddle}\n")
        self.assertNotIn("warning", triptych("check", self.book).stderr)

    def test_options_that_need_each_other_are_missed_at_their_line(self):
        process = self.build("build:\n  session: yes\n  to: html\n")
        self.assertEqual(process.returncode, 0)
        self.assertIn("triptych.yaml:3:3: warning[invalid-value]: --session: needs pages", process.stderr)
        self.assertEqual(self.made, ["essai-slides.html"])
        self.assertNotIn("invalid-value", self.build("build: {session: yes, pages: README.md, to: html}\n").stderr)
        self.build("build:\n  explain: typography\n")
        process = triptych("check", self.book, "--format", "github")
        self.assertIn("triptych.yaml,line=3", process.stdout)

    def test_options_that_stand_there_twice_hold_once(self):
        process = self.build("build:\n  to: html\n  to: epub\n")
        self.assertEqual((process.returncode, self.made), (0, ["essai-slides.html"]), process.stderr)
        self.assertIn("triptych.yaml:4:3: warning[invalid-value]: key 'to' stands here twice", process.stderr)

    def test_a_book_names_no_places_of_the_computer(self):
        for key in ("output", "cache", "data", "baseline", "template"):
            process = self.build(f"build: {{{key}: {self.folder}/elsewhere}}\n")
            self.assertIn(f"warning[unknown-key]: 'build.{key}'", process.stderr)
            self.assertFalse((self.folder / "elsewhere").exists())


class Forms(WithBook):
    """Values of another form than their key takes are told, whatever the key."""

    WRONG = {key: ("[x]", "{a: b}") for key in (
        "title", "subtitle", "description", "publisher", "language", "date", "version", "rights", "licence", "identifier",
        "series", "site_url", "cover", "logo", "template", "figures", "index")}
    WRONG |= {key: ("{a: b}", "[{a: b}]") for key in ("authors", "subjects", "lists")}
    WRONG |= {key: ("3", "[x]") for key in ("variables", "diagrams", "build", "pronunciation", "findings", "slides")}
    WRONG |= {"decks": ("3", "[3]", '[{name: ""}]'), "editions": ("3", "[3]", '[{name: ""}]')}

    def test_every_key_refuses_other_forms(self):
        source = (ROOT / "src/gitbook/book/book_keys.cpp").read_text()
        self.assertEqual(set(re.findall(r'(?m)^        \{"(\w+)", "', source)), set(self.WRONG))
        self.write("README.md", PAGE)
        for key, values in self.WRONG.items():
            for value in values:
                with self.subTest(f"{key}: {value}"):
                    self.write("triptych.yaml", f"{key}: {value}\n")
                    self.assertRegex(triptych("check", self.book).stderr, r"triptych\.yaml:1:\d+: warning\[invalid-value\]")

    def test_a_folder_or_a_file_that_is_shut_is_told(self):
        self.write("README.md", PAGE)
        (self.book / "triptych.yaml").mkdir()
        said = triptych("check", self.book)
        self.assertEqual(said.returncode, 1)
        self.assertIn("error[unreadable-source]: 'triptych.yaml' can't be read: it is not a file", said.stderr)


class Config(WithBook):
    def test_it_shows_what_holds_and_from_where(self):
        self.write("README.md", PAGE)
        self.write("triptych.yaml", "title: Essai\nauthors: [Ada, Léo]\nbuild:\n  layout: sober\n  strict: yes\n")
        process = triptych("config", self.book)
        self.assertEqual(process.returncode, 0, process.stderr)
        rows = [re.split(r"  +", line) for line in process.stdout.splitlines()]
        for row in (["title", "Essai", "triptych.yaml:1"], ["authors", "[Ada, Léo]", "triptych.yaml:2"],
                    ["language", "fr", "found in the book"], ["build.layout", "sober", "triptych.yaml:4"],
                    ["build.strict", "yes", "triptych.yaml:5"], ["build.detail", "digest", "default"]):
            self.assertIn(row, rows)

    def test_lists_stand_on_one_line_however_they_are_written(self):
        self.write("README.md", PAGE)
        self.write("triptych.yaml", "title: Essai\neditions:\n  - name: courte\n    pages: [README.md]\n    title:\n"
                   "  - name: longue\n")
        self.assertIn("[{name: courte, pages: [README.md], title: }, {name: longue}]", triptych("config", self.book).stdout)
        self.write("triptych.yaml", "title: Essai\nvariables:\n  a: &a [" + "x, " * 999 + "x]\n  b: &b [" + "*a, " * 999 + "*a]\n"
                   "  c: [" + "*b, " * 999 + "*b]\n")
        self.assertLess(len(triptych("config", self.book, timeout=20).stdout), 20_000)


class Reference(unittest.TestCase):
    def test_the_page_of_keys_is_what_the_program_reads(self):
        self.assertEqual((ROOT / "docs/keys.md").read_text(), triptych("generate", "keys").stdout,
                         "run `build/release/triptych generate keys > docs/keys.md`")


class Layouts(WithBook):
    def test_every_layout_is_listed_with_its_purpose(self):
        self.write("layouts/ours/theme.yaml", "# Ours.\nextends: default\n")
        lines = triptych("layouts", self.book).stdout.splitlines()
        names = {path.parent.name for path in (ROOT / "layouts").glob("*/theme.yaml")}
        self.assertEqual({line.split()[0] for line in lines}, names | {"ours"})
        self.assertTrue(all(len(line.split()) > 3 or "Ours." in line for line in lines), lines)


    def test_each_has_its_pictures_in_the_documents(self):
        text = (ROOT / "docs/layouts.md").read_text()
        for line in triptych("layouts").stdout.splitlines():
            name, purpose = line.split(None, 1)
            self.assertIn(f"| `{name}`: {purpose.split('.')[0]}", text)
            for picture in (f"layouts/{name}-page.png", f"layouts/{name}-slide.png"):
                self.assertIn(picture, text)
                self.assertLess((ROOT / "docs" / picture).stat().st_size, 60_000)


class Suggestions(WithBook):
    def test_misspelt_words_are_met_with_the_right_ones(self):
        self.write("README.md", PAGE)
        for words, meant in ((("biuld", self.book), "did you mean 'build'?"),
                             (("build", self.book, "--outptu", "x"), "did you mean '--output'?"),
                             (("build", self.book, "--to", "bokklet"), "did you mean 'booklet'?"),
                             (("build", self.book, "--layout", "large-pritn"), "did you mean 'large-print'?")):
            with self.subTest(words=words):
                process = triptych(*words, cwd=self.folder)
                self.assertEqual(process.returncode, 1 if "--layout" in words else 2)
                self.assertIn(meant, process.stderr)


class Generated(WithBook):
    def test_the_manual_has_every_command_and_option(self):
        page = triptych("generate", "man").stdout.replace("\\-", "-")
        for command in ("build", "check", "init", "config", "layouts", "alt", "dump", "verify"):
            self.assertIn(f'.SH "triptych {command}"', page)
            for option in re.findall(r"  (?:-\w,)?(--[\w-]+)", triptych(command, "--help").stdout):
                self.assertIn(option, page)
        self.assertNotIn("generate", page)

    def test_the_manual_is_in_french_as_well(self):
        english, french = (triptych("generate", "man", "--lang", language).stdout for language in ("en", "fr"))
        names = re.compile(r"^\\fB.*?\\fR$|^\.TP$", re.MULTILINE)
        self.assertEqual(len(names.findall(english)), len(names.findall(french)))
        kept = set(english.splitlines()) & set(french.splitlines())
        self.assertEqual([line for line in kept if re.match(r"[A-Z][a-z]+ [a-z]+ ", line)], [])

    def test_bash_completes_commands_options_and_lists(self):
        script = self.folder / "completion"
        script.write_text(triptych("generate", "bash").stdout)
        def complete(*words):
            listed = " ".join(f"'{word}'" for word in words)
            return run("bash", "-c", f"source {script}; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _triptych; "
                       'echo "${COMPREPLY[@]}"').stdout.split()
        self.assertEqual(complete("triptych", "b"), ["build"])
        self.assertIn("--handout", complete("triptych", "build", "--h"))
        self.assertEqual(complete("triptych", "build", "--detail", "o"), ["outline"])
        self.assertEqual(complete("triptych", "build", "--to", "booklet,ep"), ["booklet,epub"])
        self.assertNotIn("generate", complete("triptych", ""))

    def test_scripts_of_other_shells_name_every_option(self):
        options = re.findall(r"  (?:-\w,)?--([\w-]+)", triptych("build", "--help").stdout)
        fish, zsh = triptych("generate", "fish").stdout, triptych("generate", "zsh").stdout
        for option in options:
            self.assertRegex(fish, rf"from build'.* -l {option} ")
            self.assertRegex(zsh, rf"\*--{option}=?\[")

    def test_every_shell_offers_every_value(self):
        bash, zsh, fish = (triptych("generate", shell).stdout for shell in ("bash", "zsh", "fish"))
        command, values = "", {}
        for line in bash[bash.index("case $command"):].splitlines():
            if found := re.fullmatch(r" {4}([a-z]+)\)", line):
                command = found[1]
            elif found := re.match(r' +(?:-\w\|)?--([\w-]+)\) _triptych_(?:words|list|names) "?([^";]+)', line):
                values[command, found[1]] = found[2].split()
        for option in ("impose", "to", "layout", "detail", "standard", "lang", "color", "deck", "edition", "fail-on"):
            self.assertIn(("build", option), values)
        for (command, option), words in values.items():
            of_fish, = re.findall(rf"^.*from {command}' .*-l {option} .*$", fish, re.MULTILINE)
            of_command = re.search(rf"^    {command}\) _arguments.*?;;$", zsh, re.MULTILINE | re.DOTALL)[0]
            of_zsh, = re.findall(rf"^.*--{option}=\[.*$", of_command, re.MULTILINE)
            for word in words:
                with self.subTest(f"{command} --{option} {word}"):
                    self.assertRegex(of_fish, rf"-a .*\b{word}\b.* -d ")
                    self.assertRegex(of_zsh.replace("\\:", ":"), rf"\]:.*\b{word}\b")
        # Where no command is named yet, as well.
        self.assertRegex(fish, r"__fish_use_subcommand' -l lang -x -a 'en fr'")
        self.assertRegex(zsh, r"\n  '--lang=\[.*:\(en fr\)'")

    def names_of_a_book(self):
        self.write("triptych.yaml", "title: Livre\ndecks:\n  - name: Exposé\n    pages: [page.md]\n"
                   "editions:\n  - name: courte\n    pages: [page.md]\n")
        self.write("page.md", "# Page\n")
        self.write("layouts/maison/theme.yaml", "# De la maison.\nextends: default\n")
        return {**os.environ, "PATH": f"{pathlib.Path(TRIPTYCH).parent}:{os.environ['PATH']}"}

    def test_the_program_lists_names_for_shells(self):
        self.names_of_a_book()
        self.assertEqual(triptych("generate", "editions", self.book).stdout, "courte\n")
        self.assertEqual(triptych("generate", "decks", self.book).stdout, "expose\n")
        self.assertEqual(triptych("generate", "decks").stdout, "")
        layouts = triptych("generate", "layouts", self.book).stdout.split()
        built_in = sorted(path.parent.name for path in (ROOT / "layouts").glob("*/theme.yaml"))
        self.assertEqual(layouts, [*built_in, "maison"])

    def test_bash_completes_names_of_the_book(self):
        environment = self.names_of_a_book()
        script = self.folder / "completion"
        script.write_text(triptych("generate", "bash").stdout)
        def complete(*words):
            listed = " ".join(f"'{word}'" for word in words)
            return run("bash", "-c", f"source {script}; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _triptych; "
                       'echo "${COMPREPLY[@]}"', env=environment).stdout.split()
        self.assertEqual(complete("triptych", "build", self.book, "--edition", "c"), ["courte"])
        self.assertIn("maison", complete("triptych", "build", self.book, "--layout", ""))
        self.assertEqual(complete("triptych", "build", "--detail", "=", "o"), ["outline"])
        self.assertEqual(complete("triptych", "--lang", ""), ["en", "fr"])

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish_completes(self):
        environment = self.names_of_a_book()
        script = self.folder / "triptych.fish"
        script.write_text(triptych("generate", "fish").stdout)
        def complete(line):
            said = run("fish", "--no-config", "-c", f"source {script}; complete -C '{line}'", env=environment)
            self.assertEqual(said.stderr, "")
            return [offer.split("\t")[0] for offer in said.stdout.splitlines()]
        self.assertEqual(complete(f"triptych build {self.book} --edition "), ["courte"])
        self.assertEqual(complete(f"triptych build {self.book} --deck="), ["--deck=expose"])
        self.assertIn("maison", complete(f"triptych build {self.book} --layout "))
        self.assertEqual(complete("triptych build --to booklet,e"), ["booklet,epub"])
        self.assertEqual(sorted(complete("triptych build --impose ")), ["2up", "saddle", "signatures:4"])
        self.assertEqual(complete("triptych --lang "), ["en", "fr"])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_completes(self):
        environment = self.names_of_a_book()
        script = self.folder / "_triptych"
        script.write_text(triptych("generate", "zsh").stdout)
        self.assertEqual(run("zsh", "-n", script).stderr, "")
        # What the shell's own functions are asked to offer, with the options they put in front.
        asked = run("zsh", "-f", "-c", f"""eval "$(sed -n '/^_triptych_names/,/^}}/p' {script})"
            compadd() {{ print -- "$1 $2:" $names; }}
            _files() {{ print "files $1"; }}
            words=(build {self.book} --edition '')
            for kind in editions decks layouts; do _triptych_names -J option $kind; done""", env=environment)
        offers = asked.stdout.splitlines()
        self.assertEqual(offers[:2], ["-J option: courte", "-J option: expose"], asked.stderr)
        self.assertTrue(offers[2].endswith(" maison"), offers)
        self.assertEqual(offers[3], "files -/")


if __name__ == "__main__":
    unittest.main()
