"""What the program says beside its outputs: alternatives, explanations, parity, summaries, verdicts."""

import json
import pathlib
import sys
import tempfile
import unittest

from support import ROOT, parts, triptych

PICTURE = ROOT / "examples/carnet/.gitbook/assets/parcours.png"


class Reports(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.book = self.folder / "book"
        self.book.mkdir()
        (self.book / "image.png").write_bytes(PICTURE.read_bytes())
        (self.book / "SUMMARY.md").write_text("* [Accueil](README.md)\n")
        (self.book / "README.md").write_text(
            "# Accueil\n\nPourquoi ? Parce que.\n\n![](image.png)\n\n[absent](absent.md)\n")

    def test_alt_lists_what_to_fill_in_and_takes_it_back(self):
        listed = triptych("alt", self.book).stdout
        self.assertIn("README.md:5:", listed)
        self.assertIn('"image.png": ""', listed)
        (self.book / "alt.yaml").write_text("image.png: Un parcours en quatre étapes\n")
        self.assertNotIn('"image.png":', triptych("alt", self.book).stdout)
        self.assertNotIn("missing-alternative", triptych("check", self.book).stderr)
        (self.book / "alt.yaml").write_text("image.png: decorative\n")
        self.assertNotIn("missing-alternative", triptych("check", self.book).stderr)

    def test_alt_keeps_what_is_written_already(self):
        file = self.book / "alt.yaml"
        file.write_text("# À relire\nimage.png: Un parcours\n")
        (self.book / "b.png").write_bytes(PICTURE.read_bytes())
        with open(self.book / "README.md", "a") as page:
            page.write("\n![](b.png)\n\n![](b.png)\n")
        self.assertEqual(triptych("alt", self.book, "--write").returncode, 0)
        kept = file.read_text()
        self.assertTrue(kept.startswith("# À relire\nimage.png: Un parcours\n"))
        self.assertEqual(kept.count('"b.png": ""'), 1)
        # Entries that are not filled in yet are there, too.
        self.assertEqual(triptych("alt", self.book, "--write").returncode, 0)
        self.assertEqual(file.read_text(), kept)
        self.assertEqual(triptych("alt", self.book).stdout, kept)
        file.write_text("image.png: [\n")
        self.assertEqual(triptych("alt", self.book, "--write").returncode, 1)
        self.assertEqual(file.read_text(), "image.png: [\n")

    def test_a_caption_describes_its_picture_in_all_outputs_and_reports(self):
        (self.book / "README.md").write_text(
            "# Accueil\n\nUn texte pour la page.\n\n<figure><img src=\"image.png\" alt=\"\">"
            "<figcaption>Quatre étapes</figcaption></figure>\n")
        process = triptych("build", self.book, "-o", self.folder / "out", "--no-cache")
        self.assertNotIn("missing-alternative", process.stderr)
        self.assertNotIn("image.png", triptych("alt", self.book).stdout)
        out = {path.suffix: path for path in (self.folder / "out").iterdir() if "booklet" not in path.name}
        page = parts(out[".epub"])["EPUB/text/readme.xhtml"].decode()
        self.assertRegex(page, r'<img [^>]*alt="Quatre étapes"')
        self.assertRegex(out[".html"].read_text(), r'<img [^>]*alt="Quatre étapes"')
        slides = "".join(data.decode() for name, data in parts(out[".pptx"]).items() if "slides/slide" in name and name.endswith(".xml"))
        self.assertIn('descr="Quatre étapes"', slides)
        self.assertNotIn("decorative", slides.split('descr="Quatre étapes"')[1].split("</p:pic>")[0])
        self.assertIn('Figure alt="Quatre étapes"', triptych("dump", self.book, "--stage", "tags").stdout)

    def test_check_sums_up_kinds_and_links(self):
        process = triptych("check", self.book)
        said = process.stdout + process.stderr
        self.assertRegex(said, r"1 +warning +broken-link")
        self.assertIn("1 dead", said)

    def test_typography_is_explained_change_by_change(self):
        said = triptych("check", self.book, "--explain", "typography").stdout
        self.assertIn("README.md:3:", said)
        self.assertNotIn("README.md:3:", triptych("check", self.book).stdout)

    def test_parity_names_the_dead_link_in_every_output(self):
        process = triptych("build", self.book, "-o", self.folder / "out", "--report", "parity")
        for output in ("booklet", "epub", "slides", "pptx", "html"):
            self.assertRegex(process.stdout, rf"(?m)^{output}: .*README\.md:7:1: ")

    def test_parity_names_pictures_in_a_line_that_only_notes_of_powerpoint_hold(self):
        with open(self.book / "README.md", "a") as page:
            page.write("\n## Les signes\n\nUne phrase avec ![vu](image.png) dit tout. Une autre phrase, plus longue, parle d’autre chose "
                       "encore ; elle a ![sign](image.png) et ![](image.png) dans sa ligne.\n")
        said = triptych("build", self.book, "-o", self.folder / "out", "--report", "parity").stdout
        self.assertIn("moved-to-notes: picture 'image.png' in a line, as its alternative text", said)
        self.assertEqual(said.count("picture 'image.png' in a line"), 2)
        slides = b"".join(data for name, data in parts(next((self.folder / "out").glob("*.pptx"))).items() if name.startswith("ppt/slides/"))
        self.assertIn(b'descr="vu"', slides)
        self.assertNotIn(b'descr="sign"', slides)

    def test_parity_names_addresses_that_paper_shortens(self):
        address = "https://exemple.fr/dossier/" + "tres-long/" * 18 + "fin.html"
        with open(self.book / "README.md", "a") as page:
            page.write(f"\nVoyez [le site](https://exemple.fr/), [le texte]({address}) et [encore lui]({address}).\n")

        def said(*more):
            return triptych("build", self.book, "-o", self.folder / "out", "--report", "parity", "--to", "booklet,epub", *more).stdout

        told = said()
        self.assertRegex(told, r"(?m)^booklet: .*shortened")
        self.assertEqual(told.count(f"address '{address}': printed without its middle"), 1)
        self.assertNotIn("address 'https://exemple.fr/'", told)
        look = self.book / "layouts" / "codes"
        look.mkdir(parents=True)
        (look / "booklet.yaml").write_text("links: page\nlink-codes: yes\n")
        self.assertNotIn("without its middle", said("--layout", "codes"))

    def test_parity_as_json(self):
        process = triptych("build", self.book, "-o", self.folder / "out", "--report", "parity",
                           "--format", "json")
        self.assertIn("epub", json.loads(process.stdout))

    def test_verify_passes_what_is_made_and_fails_what_is_damaged(self):
        out = self.folder / "out"
        triptych("build", self.book, "-o", out, "--to", "booklet,epub")
        files = sorted(out.iterdir())
        self.assertEqual(triptych("verify", *files).returncode, 0)
        pdf = next(path for path in files if path.suffix == ".pdf")
        pdf.write_bytes(pdf.read_bytes()[:-400])
        self.assertEqual(triptych("verify", pdf).returncode, 1)


if __name__ == "__main__":
    sys.exit(unittest.main())
