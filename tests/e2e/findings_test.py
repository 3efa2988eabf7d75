"""What is said of a source: folded, for people and for tools, known before, and alike in all commands."""

import json
import re
import sys
import unittest

from support import ROOT, WithBook, triptych

# What a result of SARIF 2.1.0 may hold, of what is written here (sarif-schema-2.1.0.json).
SARIF = {
    "": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"columnKind", "results"}),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"defaultConfiguration"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations", "partialFingerprints"}),
    "physicalLocation": (set(), {"artifactLocation", "region"}),
    "region": (set(), {"startLine", "startColumn", "endLine", "endColumn"}),
}
NOWHERE = "/nowhere"  # whatever fonts this machine has
PAGE = """# Guide

Voir [a](absent.md), [b](absent.md), $$\\nonsense{x}$$, 漢字 et かな.

#### Trop bas

![](image.png)
"""


class Findings(WithBook):
    def setUp(self):
        super().setUp()
        self.write("SUMMARY.md", "* [Guide](a b.md)\n")
        self.write("a b.md", PAGE)
        self.write("image.png", b"\x89PNG\r\n\x1a\nno picture")

    def check(self, *options, **where):
        return triptych("check", self.book, "--script-fonts", NOWHERE, *options, **where)

    def kinds(self, process):
        return re.findall(r"(?m)^ +(\d+) +(?:error|warning|note) +([a-z-]+)$", process.stderr)

    def test_a_cause_is_told_once_with_its_number_and_its_first_place(self):
        said = self.check().stderr
        self.assertRegex(said, r"a b\.md:3:6: warning\[broken-link\]: no file 'absent\.md'.* \(2 times, "
                               r"first here\)\n")
        self.assertRegex(said, r"  also at .*a b\.md:3:22\n")
        self.assertRegex(said, r"warning\[missing-glyph\]: no font here has Chinese or Japanese: 2 "
                               r"characters, first here")
        self.assertTrue(said.endswith("notes\n") or said.endswith("note\n"))

    def test_the_check_finds_what_the_build_finds(self):
        built = triptych("build", self.book, "-o", self.folder / "out", "--no-cache",
                         "--script-fonts", NOWHERE)
        self.assertEqual(self.kinds(self.check()), self.kinds(built))
        names = {name for _, name in self.kinds(built)}
        self.assertLessEqual({"broken-link", "unsupported-math", "missing-glyph", "heading-jump"},
                             names)

    def test_notes_are_a_line_a_kind_unless_all_is_wanted(self):
        self.write("a b.md", PAGE + "\n## Suite\n\n#### Trop bas\n\nTexte.\n")
        self.assertRegex(self.check().stderr,
                         r"note\[heading-jump\].* \(and 1 more of this kind; --verbose shows all\)")
        said = self.check("--verbose").stderr
        self.assertEqual(len(re.findall(r"note\[heading-jump\]", said)), 2)

    def test_places_are_paths_from_where_the_program_was_started(self):
        self.assertIn("\nbook/a b.md:3:6: ", "\n" + self.check(cwd=self.folder).stderr)
        process = triptych("check", ".", cwd=self.book)
        self.assertIn("\na b.md:3:6: ", "\n" + process.stderr)
        process = triptych("check", "../book", cwd=self.book)
        self.assertIn("\na b.md:3:6: ", "\n" + process.stderr)
        (self.folder / "other").mkdir()
        process = triptych("check", "../book", cwd=self.folder / "other")
        self.assertIn("\n../book/a b.md:3:6: ", "\n" + process.stderr)
        self.assertIn(f"\n{self.book}/a b.md:3:6: ", "\n" + self.check(cwd=ROOT).stderr)

    def test_a_book_silences_kinds_and_makes_others_errors(self):
        self.write("triptych.yaml", "findings: {heading-jump: off, broken-link: error}\n")
        process = self.check()
        self.assertEqual(process.returncode, 1)
        self.assertIn("error[broken-link]", process.stderr)
        self.assertNotIn("heading-jump", process.stderr)
        self.assertIn("1 silenced by the book", process.stderr)

    def test_kinds_that_fail_a_run(self):
        self.assertEqual(self.check().returncode, 0)
        self.assertEqual(self.check("--fail-on", "heading-jump,broken-anchor").returncode, 1)
        self.assertEqual(self.check("--fail-on", "broken-anchor").returncode, 0)
        self.assertEqual(self.check("--fail-on", "broken").returncode, 2)

    def test_a_baseline_accepts_what_is_there_and_tells_what_is_new(self):
        file = self.folder / "baseline.json"
        self.assertEqual(self.check("--baseline", file).returncode, 2)
        process = self.check("--baseline", file, "--write-baseline", "--strict")
        self.assertEqual((process.returncode, self.kinds(process)), (0, []), process.stderr)
        first = file.read_bytes()
        self.write("a b.md", "\n\n" + PAGE + "\n[neuf](neuf.md)\n")
        process = self.check("--baseline", file, "--strict")
        self.assertEqual(process.returncode, 1)
        self.assertEqual(self.kinds(process), [("1", "broken-link")])
        self.assertEqual(file.read_bytes(), first)
        self.write("a b.md", "# Guide\n")
        self.assertIn("of the baseline are gone", self.check("--baseline", file).stderr)
        file.write_text("[]")
        self.assertEqual(self.check("--baseline", file).returncode, 2)

    def assert_keys(self, value, name):
        required, allowed = SARIF[name]
        self.assertLessEqual(required, set(value), name)
        self.assertLessEqual(set(value), required | allowed, name)

    def test_sarif_is_as_its_schema_wants_it(self):
        told = json.loads(self.check("--format", "sarif", cwd=self.folder).stdout)
        self.assert_keys(told, "")
        self.assertEqual(told["version"], "2.1.0")
        run = told["runs"][0]
        self.assert_keys(run, "run")
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        driver = run["tool"]["driver"]
        self.assert_keys(driver, "driver")
        for rule in driver["rules"]:
            self.assert_keys(rule, "rule")
            self.assertIn(rule["defaultConfiguration"]["level"], ("note", "warning", "error"))
        self.assertEqual(len({rule["id"] for rule in driver["rules"]}), len(driver["rules"]))
        fingerprints = set()
        for result in run["results"]:
            self.assert_keys(result, "result")
            self.assertEqual(driver["rules"][result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], ("note", "warning", "error"))
            self.assertEqual(set(result["message"]), {"text"})
            fingerprints.add(result["partialFingerprints"]["triptych/v1"])
            for location in result.get("locations", []):
                self.assertEqual(set(location), {"physicalLocation"})
                place = location["physicalLocation"]
                self.assert_keys(place, "physicalLocation")
                self.assertEqual(place["artifactLocation"], {"uri": "book/a%20b.md"})
                self.assert_keys(place["region"], "region")
                self.assertTrue(all(number >= 1 for number in place["region"].values()))
        self.assertEqual(len(fingerprints), len(run["results"]))
        links = [result for result in run["results"] if result["ruleId"] == "broken-link"]
        self.assertEqual(len(links), 2)

    def test_github_and_gitlab_show_findings_beside_the_source(self):
        said = self.check("--format", "github", cwd=self.folder).stdout
        self.assertRegex(said, r"(?m)^::warning file=book/a b\.md,line=3,endLine=3,col=6,"
                               r"endColumn=20,title=broken-link::no file")
        self.assertRegex(said, r"(?m)^::notice .*title=heading-jump::")
        told = json.loads(self.check("--format", "gitlab", cwd=self.folder).stdout)
        self.assertTrue(told)
        for entry in told:
            self.assertEqual(set(entry), {"description", "check_name", "fingerprint", "severity",
                                          "location"})
            self.assertIn(entry["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertTrue(entry["location"]["path"].startswith("book"))
            self.assertGreaterEqual(entry["location"]["lines"]["begin"], 1)
        self.assertEqual(len({entry["fingerprint"] for entry in told}), len(told))

    def test_forms_for_tools_hold_findings_alone(self):
        process = self.check("--format", "sarif", "--explain", "typography")
        self.assertEqual(process.returncode, 2)

    def test_ten_thousand_findings_in_a_line_are_told_at_once_and_in_few_words(self):
        self.write("a b.md", "# La page\n\n" + "".join(f"[{i}](absent{i}.md) " for i in range(12_000)))
        process = self.check("--verbose")
        self.assertEqual(self.kinds(process), [("12000", "broken-link")])
        self.assertLess(len(process.stderr), 1_000_000)
        self.assertLess(len(self.check().stderr), 60_000)


if __name__ == "__main__":
    sys.exit(unittest.main())
