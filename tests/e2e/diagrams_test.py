"""Diagrams that programs of the user's draw, and what such programs can reach."""

import os
import shutil
import unittest
import xml.etree.ElementTree as ElementTree

from support import WithBook, parts, run, triptych

PAGE = """# Le trajet

Une phrase avant le schéma.

```mermaid
graph LR
  A[Demande] --> B[Réponse]
```

## Ensuite

Une phrase après.
"""
WORDS = "Schéma de 2 éléments\u00a0: Demande et Réponse. Demande mène à Réponse."
DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><script>alert(1)</script>'
           '<rect x="10" y="10" width="100" height="60" fill="#2266aa"/></svg>')


class Diagrams(WithBook):
    def setUp(self):
        super().setUp()
        self.write("page.md", PAGE)
        self.write("triptych.yaml", "title: Trajet\nlanguage: fr\n")
        self.out = self.folder / "out"

    def program(self, *lines):
        """A program of those words, which counts its runs."""
        path = self.folder / "bin" / "draw"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(("#!/bin/sh", *lines)) + "\n")
        path.chmod(0o755)
        return path

    def build(self, *options, **more):
        return triptych("build", self.book, "-o", self.out, *options, **more)

    def test_the_drawing_stands_in_all_outputs_cleaned_and_described(self):
        draw = self.program(f"echo '{DRAWING}' >$2")
        process = self.build("--diagram", f"mermaid={draw} {{in}} {{out}}", "--trust-diagrams")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertNotIn("undrawn-diagram", process.stderr)
        epub = parts(next(self.out.glob("*.epub")))
        page = next(text for name, text in epub.items() if name.endswith("page.xhtml")).decode()
        self.assertIn(f'alt="{WORDS}"', page)
        drawing = next(text for name, text in epub.items() if name.endswith(".svg") and b"2266aa" in text)
        self.assertNotIn(b"script", drawing)
        slides = next(self.out.glob("*-slides.html")).read_text()
        self.assertIn(WORDS, slides)
        self.assertIn(WORDS, "".join(text.decode() for name, text in parts(next(self.out.glob("*.pptx"))).items()
                                     if name.startswith("ppt/slides/slide")))
        self.assertIn(WORDS, triptych("dump", self.book, "--stage", "tags", "--diagram", f"mermaid={draw} {{in}} {{out}}",
                                      "--trust-diagrams").stdout)
        for pdf in self.out.glob("*.pdf"):
            self.assertNotIn("graph LR", run("pdftotext", pdf, "-").stdout)

    def test_without_a_program_the_source_is_shown_and_the_option_named(self):
        for command in ("check", "build"):
            process = triptych(command, self.book, *(("-o", self.out) if command == "build" else ()))
            self.assertEqual(process.stderr.count("[undrawn-diagram]"), 1, process.stderr)
            self.assertIn("--diagram mermaid", process.stderr)
            self.assertIn("page-mermaid-1.svg", process.stderr)
        self.assertIn("A[Demande]", run("pdftotext", next(self.out.glob("*-booklet.pdf")), "-").stdout)

    def test_a_program_runs_once_for_a_source(self):
        runs = self.folder / "runs"
        draw = self.program(f"echo x >>{runs}", f"echo '{DRAWING}'")
        cache = ("--cache", self.folder / "cache", "--trust-diagrams", "--diagram", f"mermaid={draw}")
        for _ in range(2):
            self.assertEqual(self.build(*cache).returncode, 0)
        self.assertEqual(runs.read_text(), "x\n")
        self.write("page.md", PAGE.replace("A[Demande]", "A[Question]"))
        self.build(*cache)
        self.assertEqual(runs.read_text(), "x\nx\n")

    def test_the_users_own_file_names_programs_and_a_book_can_not(self):
        draw = self.program(f"echo '{DRAWING}'")
        config = self.folder / "config/triptych"
        config.mkdir(parents=True)
        own = {**os.environ, "XDG_CONFIG_HOME": str(config.parent)}
        (config / "diagrams.conf").write_text(f"# mine\nmermaid = {draw}\n")
        process = self.build("--trust-diagrams", env=own)
        self.assertNotIn("undrawn-diagram", process.stderr)
        process = self.build("--trust-diagrams", "--diagram", "mermaid=", env=own)
        self.assertIn("undrawn-diagram", process.stderr)
        (config / "diagrams.conf").write_text("mermaid: mmdc\n")
        process = self.build(env=own)
        self.assertEqual(process.returncode, 2)
        self.assertIn("diagrams.conf is wrong in line 1", process.stderr)
        self.write("triptych.yaml", f"title: Trajet\nlanguage: fr\nbuild:\n  diagram: mermaid={draw}\n  trust-diagrams: yes\n")
        process = self.build()
        self.assertIn("'build.diagram' is not known here", process.stderr)
        self.assertIn("undrawn-diagram", process.stderr)

    def test_what_is_no_command_is_an_error_of_usage(self):
        for wrong in ("venn=draw", "mermaid='draw", "=draw"):
            self.assertEqual(self.build("--diagram", wrong).returncode, 2)

    def test_a_program_that_is_locked_in_reads_no_file_of_the_users(self):
        secret = self.folder / "secret"
        secret.write_text("un secret")
        draw = self.program(f"echo '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><title>'$(cat {secret})'</title>"
                            f"<rect width=\"9\" height=\"9\"/></svg>'", f"echo gone >{self.folder}/left", "exit 0")
        options = ("--to", "epub", "--diagram", f"mermaid={draw}")
        process = self.build(*options)
        if "can't lock" in process.stderr:
            self.skipTest("this system can't lock programs in")
        self.assertNotIn("undrawn-diagram", process.stderr)
        self.assertFalse((self.folder / "left").exists())
        told = "".join(text.decode(errors="replace") for text in parts(next(self.out.glob("*.epub"))).values())
        self.assertNotIn("un secret", told)
        self.build(*options, "--trust-diagrams", "--no-cache")
        self.assertTrue((self.folder / "left").exists())

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
    def test_graphviz_draws_locked_in_and_names_no_file(self):
        self.write("page.md", '# Réseau\n\n```dot\ndigraph { a [image="/etc/passwd" URL="javascript:x"]; a -> b }\n```\n')
        process = self.build("--diagram", "graphviz")
        if "can't lock" in process.stderr:
            self.skipTest("this system can't lock programs in")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertNotIn("undrawn-diagram", process.stderr)
        svg = next(text for name, text in parts(next(self.out.glob("*.epub"))).items() if "graphviz" in name or
                   (name.endswith(".svg") and b"ellipse" in text))
        ElementTree.fromstring(svg)
        self.assertNotIn(b"passwd", svg)
        self.assertNotIn(b"javascript", svg)


if __name__ == "__main__":
    unittest.main()
