"""`triptych verify` finds what the outside judges find: sound files with one thing changed each.

python3 mutations_test.py --judges [OUT]   asks the judges about every mutant, and lists those that `verify` takes and they don't

A sample of the mutants of PPTX, by their names, is judged by the program that TRIPTYCH_PPTX_JUDGE names, else by the Open XML SDK;
slides in HTML by html-validate in the folder that TRIPTYCH_HTML_JUDGE names, where it was put by `npm install html-validate`.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import zlib

import template_fixtures
from mutations import mutants
from support import WithBook, chunks, epubcheck, office_judge, schema_judge, triptych

BOOK = {
    "README.md": """# Un livre

Un mot[^1] **gras**, _penché_, [lien](suite.md#deux), [site](https://a.fr/b), `code`, ![image](p.svg) et $$x^2$$.

## Une partie

* un
* deux
  1. trois

> Citation

| a | b |
|---|---|
| c | d |

{% hint style="info" %}
Un encadré.
{% endhint %}

{% tabs %}
{% tab title="Un" %}
### Dedans
{% endtab %}
{% tab title="Deux" %}
Texte.
{% endtab %}
{% endtabs %}

<figure><img src="p.svg" alt="Un carré"><figcaption>Légende</figcaption></figure>

```yaml
a: b
```

[^1]: Une note.
""",
    "suite.md": "# Suite\n\n## Deux\n\nTexte.\n\n<details><summary>Plus</summary>\n\nSuite.\n\n</details>\n",
    "p.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/>'
             '</linearGradient></defs><g opacity=".5"><rect width="5" height="5" fill="url(#g)"/><path d="M0 0L9 9"/></g></svg>'}
# A PPTX has ten times as many places as the others: of its mutants, those are looked at whose names have this remainder.
SHARE, PPTX_PARTS = 16, ("ppt/", "docProps/", "_rels/", "[Content_Types]", "package:")
KNOWN = pathlib.Path(__file__).with_name("mutations.txt")


def known(*prefixes):
    """The names of mutants that a judge rejects."""
    return {name for name in KNOWN.read_text().splitlines() if name.startswith(prefixes)}


def chosen(kind):
    """Which mutants of a kind of files are made."""
    return (lambda name: zlib.crc32(name.encode()) % SHARE == 0) if kind == ".pptx" else lambda name: True


def qpdf(path):
    """Whether qpdf finds anything wrong."""
    return subprocess.run(["qpdf", "--check", path], capture_output=True).returncode != 0


def verified(paths):
    """What our own verifier says first of each file."""
    said = {}
    for some in chunks(paths):
        for line in triptych("verify", *some).stdout.splitlines():
            path, _, rest = line.partition(": ")
            if not rest.endswith((": not kept", "no standard")):  # what a PDF claims
                said.setdefault(path, "" if rest == "ok" or rest.endswith(": ok") else rest)
    return said


class Mutated(WithBook):
    def made(self, kind, *options):
        for name, text in BOOK.items():
            self.write(name, text)
        triptych("build", self.book, "-o", self.folder / "out", *options)
        return next(path for path in (self.folder / "out").iterdir() if path.suffix == kind)

    def written(self, kind, wanted, *options):
        """The mutants of a file by path."""
        folder = self.folder / "mutants"
        folder.mkdir()
        names = {}
        for number, (name, data) in enumerate(mutants(self.made(kind, *options), wanted)):
            path = folder / f"{number}{kind}"
            path.write_bytes(data)
            names[str(path)] = name
        return names

    def assert_found(self, kind, rejected):
        names = self.written(kind, rejected.__contains__)
        names = {path: name for path, name in names.items() if name in rejected}
        self.assertGreater(len(names), len(rejected) * 9 // 10)
        said = verified(list(names))
        self.assertEqual([name for path, name in names.items() if not said.get(path)], [])

    def test_what_epubcheck_rejects_is_found(self):
        self.assert_found(".epub", known("EPUB", "META-INF"))

    def test_what_the_schemas_of_presentations_reject_is_found(self):
        self.assert_found(".pptx", known(*PPTX_PARTS))

    def test_what_a_template_brings_is_held_against_the_schemas(self):
        """A change of most places makes a part that no schema allows, whoever wrote it."""
        template = template_fixtures.template().save(self.folder / "template.pptx")
        names = self.written(".pptx", lambda name: name.startswith("ppt/slide") and chosen(".pptx")(name), "--to", "pptx", "--template", template)
        changed = [path for path, name in names.items()
                   if re.search(" (unknown|with attribute|in itself)$", name) and not re.search("extLst|AlternateContent", name)]
        self.assertGreater(len(changed), 20)
        said = verified(changed)
        self.assertEqual([names[path] for path in changed if not said.get(path)], [])

    def test_what_validators_of_pages_reject_is_found(self):
        self.assert_found(".html", known("html:"))

    @unittest.skipUnless(shutil.which("qpdf"), "qpdf is not installed")
    def test_what_qpdf_rejects_is_found(self):
        names = self.written(".pdf", chosen(".pdf"))
        rejected = [path for path in names if qpdf(path)]
        self.assertGreater(len(rejected), len(names) // 4)
        said = verified(rejected)
        self.assertEqual([names[path] for path in rejected if not said.get(path)], [])


def ask_judges(kind):
    test = Mutated()
    test.setUp()
    names = test.written(kind, chosen(kind))
    own = verified(list(names))
    presentations = schema_judge if "TRIPTYCH_PPTX_JUDGE" in os.environ else office_judge
    judge = {".epub": epubcheck, ".pptx": presentations, ".html": html_validate}[kind](list(names))
    rejected = [name for path, name in names.items() if judge.get(path)]
    missed = [(name, judge[path]) for path, name in names.items() if judge.get(path) and not own.get(path)]
    print(f"{kind}: {len(names)} mutants, {len(rejected)} rejected by the judge, {len(missed)} of those taken by verify")
    for name, why in missed:
        print(f"  {name}\n      {why[:200]}")
    test.doCleanups()
    return [name for path, name in names.items() if judge.get(path) and own.get(path)], missed


def html_validate(paths):
    """What html-validate says of the structure of each page; it also has opinions about style, which nobody asked for."""
    rules = {name: "error" for name in (
        "close-order", "element-permitted-content", "element-permitted-occurrences", "element-permitted-parent", "element-required-content",
        "element-required-ancestor", "no-dup-id", "no-dup-attr", "void-content", "no-raw-characters", "unrecognized-char-ref")}
    folder = pathlib.Path(os.environ["TRIPTYCH_HTML_JUDGE"])
    (folder / ".htmlvalidate.json").write_text(json.dumps({"root": True, "rules": rules}))
    said = {}
    for some in chunks(paths):
        # What it prints into a pipe is cut off.
        with open(folder / "said.json", "w") as out:
            subprocess.run([folder / "node_modules/.bin/html-validate", "--config", folder / ".htmlvalidate.json", "--formatter", "json", *some],
                           cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
        for page in json.loads((folder / "said.json").read_text() or "[]"):
            if page["messages"]:
                said[page["filePath"]] = page["messages"][0]["ruleId"] + ": " + page["messages"][0]["message"]
    return said


if __name__ == "__main__":
    if "--judges" in sys.argv:
        found, missed = [], []
        for kind in (".epub", ".pptx", ".html") if "TRIPTYCH_HTML_JUDGE" in os.environ else (".epub", ".pptx"):
            more = ask_judges(kind)
            found += more[0]
            missed += more[1]
        if len(sys.argv) > 2:
            pathlib.Path(sys.argv[2]).write_text("\n".join(sorted(set(found))) + "\n")
        sys.exit(1 if missed else 0)
    else:
        unittest.main()
