"""Books made to break a reader: each ends, says what is wrong, and costs no more than its length."""

import os
import resource
import sys
import unittest

from support import SANITIZED, WithBook, triptych

# What doubling the input may cost: twice, and what a busy machine adds.
MOST = 2.6
# A busy machine is measured again before it is believed.
TRIES = 4
# Below this many seconds of processor time, starting the program outweighs the work.
LEAST = 0.1

# Name: a text that grows with `n`, and the size to begin with.
TEXTS = {
    "a megabyte of Markdown": (
        lambda n: "".join(f"## Titre {i}\n\nUn **mot** et `code` [ici](#titre-{i}).\n\n* a\n* b\n\n"
                          for i in range(n)), 10_000),
    "a line of 400,000 characters": (lambda n: "mot " * n + "\n", 100_000),
    "a line of code of 400,000 characters": (lambda n: "```\n" + "x" * n + "\n```\n", 400_000),
    "nested brackets": (lambda n: "[" * n + "mot" + "]" * n + "\n", 10_000),
    "lists on one line": (lambda n: "* " * n + "mot\n", 10_000),
    "quotes on one line": (lambda n: "> " * n + "mot\n", 10_000),
    "quotes that deepen": (lambda n: "".join(">" * min(i, 150) + " mot\n\n" for i in range(n)), 1000),
    "unclosed tags": (lambda n: '{% hint style="info" %}\nmot\n' * n, 5000),
    "unknown tags in each other": (
        lambda n: "{% foo %}\nmot\n" * n + "{% endbar %}\n" * n, 3000),
    "unclosed elements": (lambda n: "<div>\nmot\n" * n, 5000),
    "unclosed elements in a line": (lambda n: "mot " + "<b>" * n + "\n", 5000),
    "unclosed details": (lambda n: "<details>\n<summary>s</summary>\nmot\n\n" * n, 5000),
    "tables in tables": (lambda n: "<table><tr><td>" * n + "mot\n", 1000),
    "rows of HTML": (
        lambda n: "<table>" + ("<tr>" + "<td>mot</td>" * 20 + "</tr>") * n + "</table>\n", 1000),
    "attributes of one element": (
        lambda n: "<p " + "".join(f"a{i}=x " for i in range(n)) + ">mot</p>\n", 20_000),
    "emphasis left open": (lambda n: "*a **b " * n + "\n", 20_000),
    "back-ticks of all lengths": (
        lambda n: "".join("`" * (i % 300 + 1) + " " for i in range(n)) + "\n", 3000),
    "conditions in a line": (lambda n: "{% if a %}mot{% else %}fin{% endif %} " * n + "\n", 3000),
    "ends of conditions in a line": (lambda n: "mot " + "{% endif %}" * n + "\n", 10_000),
    "pictures left open": (lambda n: "![" * n + "\n", 20_000),
    "formulas left open": (lambda n: "$$a\n" * n, 20_000),
    "carriage returns": (lambda n: "\ufeff# Titre\r\n\r\n" + "mot\r\n\r\n" * n, 20_000),
}


def in_languages(count):
    """Words that each say to be in another language."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    tags = (f"{first}{second}-{a}{b}{c}aa" for a in letters for b in letters for c in letters
            for first in letters for second in letters)
    words = [f'<span lang="{tag}">mot</span>' for tag, _ in zip(tags, range(count))]
    return "\n\n".join(" ".join(words[i:i + 40]) for i in range(0, count, 40)) + "\n"


class Book(WithBook):
    def check(self, *options):
        process = triptych("check", self.book, *options)
        return self.findings(process)

    def build(self, panel):
        process = triptych("build", self.book, "--to", panel, "--no-cache", "-o", self.folder / "out")
        return self.findings(process)

    def findings(self, process):
        self.assertIn(process.returncode, (0, 1), process.stderr[-400:])
        return process.stdout + process.stderr

    def dump(self):
        process = triptych("dump", self.book, "--stage", "text")
        self.assertIn(process.returncode, (0, 1), process.stderr[-400:])
        return process.stdout


class Linear(Book):
    def seconds(self, text, work):
        """Processor time of the work; the least of three, since others use the machine, too."""
        self.write("README.md", "# Page\n\n" + text)
        times = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            work()
            times.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        return min(times)

    def assert_linear(self, text, twice_as_much, work=None):
        work = work or self.check
        if SANITIZED:
            self.write("README.md", "# Page\n\n" + text)
            work()
            return
        for _ in range(TRIES):
            once, twice = self.seconds(text, work), self.seconds(twice_as_much, work)
            if twice < MOST * max(once, LEAST):
                return
        self.fail(f"{once:.3f} s, and {twice:.3f} s for twice as much")

    def test_twice_the_text_costs_twice_the_time(self):
        for name, (make, size) in TEXTS.items():
            with self.subTest(name):
                self.assert_linear(make(size), make(2 * size))

    def test_thousands_of_languages_cost_their_words(self):
        for panel in ("booklet", "slides"):
            with self.subTest(panel):
                self.assert_linear(in_languages(1000), in_languages(2000), lambda: self.build(panel))

    def test_pages_that_turn_in_one_block_cost_their_length(self):
        words = "".join(f"mot{i % 997} " for i in range(50_000))
        for mark in ("", "- ", "> "):
            with self.subTest(mark):
                self.assert_linear(mark + words, mark + words * 2, lambda: self.build("booklet,epub"))

    def test_lists_in_lists_cost_their_length(self):
        def nested(levels):
            return "".join("  " * level + "* mot\n" for level in range(levels))
        self.assert_linear(nested(1500), nested(2121))


class Said(Book):
    """What is wrong is named, and nothing said is lost."""

    def test_nesting_without_end(self):
        self.write("README.md", "# Page\n\n" + "".join(
            "  " * level + f"* mot{level}\n" for level in range(2000)))
        self.assertIn("nesting-too-deep", self.check())
        text = self.dump()
        self.assertIn("mot1999", text)
        self.assertLess(len(text), 100_000)

    def test_code_where_nesting_leaves_no_room(self):
        quote = "> " * 60
        self.write("README.md", "# Page\n\n" + "".join(
            f"{quote}{line}\n" for line in ("```js", "let a = 1;", "", "let b;", "```")))
        process = triptych("build", self.book, "-o", self.folder / "out")
        self.assertEqual(process.returncode, 0, process.stderr)

    def test_tags_without_end(self):
        self.write("README.md", "# Page\n\n" + '{% hint style="info" %}\nmot\n' * 5000)
        said = self.check()
        self.assertIn("unclosed-tag", said)
        self.assertIn("nesting-too-deep", said)
        self.assertEqual(self.dump().count("mot"), 5000)

    def test_bytes_that_are_no_text(self):
        self.write("README.md", b"\xef\xbb\xbf# Page\r\n\r\nmot \xff\xfe\x00 mot\r\n")
        self.assertIn("invalid-utf8", self.check())
        self.assertNotIn("\r", self.dump())
        self.assertNotIn("\ufeff", self.dump())

    def test_ways_out_of_the_book(self):
        secret = self.book.parent / (self.book.name + "-secret.md")
        secret.write_text("secret")
        self.addCleanup(secret.unlink)
        os.symlink(secret, self.book / "lien.md")
        os.symlink("/etc", self.book / "etc")
        os.symlink(".", self.book / "rond")
        self.write("SUMMARY.md", f"* [Page](README.md)\n* [Dehors](../{secret.name})\n* [Lien](lien.md)\n"
                                 "* [Etc](etc/passwd)\n")
        self.write("README.md", f"# Page\n\n[a](../{secret.name}) [b](lien.md) [c](/../../etc/passwd)\n\n"
                                f'{{% include "../{secret.name}" %}}\n\n![x](../../etc/passwd)\n\n'
                                '{% include "lien.md" %}\n')
        said = self.check()
        for kind in ("broken-link", "missing-include", "missing-image", "summary-entry"):
            self.assertIn(kind, said)
        self.assertNotIn("secret", self.dump().replace(secret.name, ""))

    def test_a_summary_that_repeats_itself(self):
        self.write("SUMMARY.md", "* [Page](README.md)\n  * [Page](README.md)\n    * [Page](./README.md)\n"
                                 "* [Sommaire](SUMMARY.md)\n")
        self.write("README.md", "# Page\n\nmot\n")
        self.assertIn("listed twice", self.check())
        self.assertEqual(self.dump().count("mot"), 1)

    def test_a_summary_nested_without_end(self):
        self.write("SUMMARY.md", "* " * 20_000 + "[Page](README.md)\n" + "> " * 20_000 + "\n")
        self.write("README.md", "# Page\n\nmot\n")
        self.assertIn("summary-entry", self.check())

    def test_includes_in_a_circle(self):
        for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
            self.write(f"{name}.md", f'mot\n\n{{% include "{other}.md" %}}\n')
        self.write("README.md", '# Page\n\n{% include "a.md" %}\n')
        self.write("SUMMARY.md", "* [Page](README.md)\n")
        self.assertIn("include-cycle", self.check())
        self.assertEqual(self.dump().count("mot"), 3)

    def test_includes_that_double(self):
        for level in range(30):
            self.write(f"i{level}.md", f'{{% include "i{level + 1}.md" %}}\n\n' * 2)
        self.write("i30.md", "mot\n")
        self.write("README.md", '# Page\n\n{% include "i0.md" %}\n')
        self.write("SUMMARY.md", "* [Page](README.md)\n")
        self.check()

    def test_aliases_that_multiply(self):
        levels = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
        levels += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
        bomb = "\n".join(levels)
        self.write("README.md", f"---\n{bomb}\ndescription: mot\nvars: *a11\n---\n\n# Page\n")
        self.write(".gitbook.yaml", bomb + "\nredirects: *a11\n")
        self.write("triptych.yaml", bomb + "\nauthors: *a11\n")
        self.write("book.json", bomb + "\nvariables: *a11\n")
        self.check()
        self.assertIn("Page", self.dump())

    def test_mappings_without_end(self):
        self.write("README.md", "---\ndescription: " + "[" * 20_000 + "\n---\n\n# Page\n")
        self.assertIn("invalid-yaml", self.check())


if __name__ == "__main__":
    sys.exit(unittest.main())
