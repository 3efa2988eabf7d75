"""A layout names the kinds of addresses that links lead to beside the usual ones; all outputs follow it."""

import unittest
import zipfile

from support import WithBook, pdf_objects, triptych


class LinkSchemes(WithBook):
    def build(self, theme):
        self.write("README.md", "# Lieux\n\n## Ici\n\n[plan](geo:48.85,2.35) [script](javascript:alert) [fiche](ftp://a.fr/b)\n")
        self.write("lay/theme.yaml", "extends: default\n" + theme)
        process = triptych("build", self.book, "--detail", "full", "--layout", self.book / "lay", "-o", self.folder / "out")
        made = {path.suffix: path for path in (self.folder / "out").iterdir() if "booklet" not in path.name or path.suffix != ".pdf"}
        self.assertTrue(all(line.endswith(": ok") for line in triptych("verify", *made.values()).stdout.splitlines()))
        zipped = {}
        for kind in (".epub", ".pptx"):
            with zipfile.ZipFile(made[kind]) as archive:
                zipped[kind] = b"".join(archive.read(name) for name in archive.namelist())
        return process.stderr, [*zipped.values(), made[".html"].read_bytes(), pdf_objects(made[".pdf"])]

    def test_every_output_links_to_what_the_layout_names(self):
        said, outputs = self.build("link-schemes: [geo]\n")
        for output in outputs:
            self.assertTrue(b"geo:48.85,2.35" in output)
        self.assertIn("'ftp:'", said)
        self.assertIn("'javascript:'", said)
        self.assertNotIn("'geo:'", said)

    def test_harmful_kinds_can_not_be_named(self):
        said, outputs = self.build("link-schemes: [javascript, ms-word, 'a b', ftp]\n")
        self.assertEqual(said.count("error[invalid-value]") + said.count("warning[invalid-value]"), 3)
        for output in outputs:
            self.assertFalse(b"javascript:alert\"" in output)
            self.assertTrue(b"ftp://a.fr/b" in output)


if __name__ == "__main__":
    unittest.main()
