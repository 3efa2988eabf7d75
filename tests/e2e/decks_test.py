"""Holds both decks against each other, as outside readers show them."""

import collections
import json
import pathlib
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree

from support import ROOT, Built, parts, plain, run, sdk_findings, triptych

TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
SHAPE = "{http://schemas.openxmlformats.org/presentationml/2006/main}sp"
PLACEHOLDER = "{http://schemas.openxmlformats.org/presentationml/2006/main}ph"
OFFSET = "{http://schemas.openxmlformats.org/drawingml/2006/main}off"
PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
LINE_BREAK = "{http://schemas.openxmlformats.org/drawingml/2006/main}br"
WORD = re.compile(r"[^\W\d_]+")  # numbers of lists and lines are drawn, not written


def words(text):
    return collections.Counter(WORD.findall(text.replace("\u00ad", "")))


def letters(counted):
    """How often each letter is there: formulas part their signs into words in many ways."""
    return collections.Counter(letter for word in counted.elements() for letter in word
                               if letter.isalpha())


def without_hidden_titles(slide):
    """A title that is not shown stands above the slide; the words that are seen in another box."""
    for parent in list(slide.iter()):
        for shape in parent.findall(SHAPE):
            offset = shape.find(f".//{OFFSET}")
            if offset is not None and int(offset.get("y")) < 0:
                parent.remove(shape)
    return slide


def text_of(shapes):
    """The text of DrawingML, paragraphs and lines apart."""
    return "\n".join("".join("\n" if run.tag == LINE_BREAK else run.text or ""
                             for run in paragraph.iter() if run.tag in (TEXT, LINE_BREAK))
                     for paragraph in shapes.iter(PARAGRAPH))


def pages(pdf):
    """The words of every page."""
    return [words(page) for page in run("pdftotext", "-raw", pdf, "-").stdout.split("\f")[:-1]]


class Decks:
    """What holds for the decks of any book."""

    def has_formula(self, number):
        return b"<m:oMath" in parts(self.output(".pptx"))[f"ppt/slides/slide{number}.xml"]

    def assert_same_words(self, number, shown, pdf):
        if self.has_formula(number):
            shown, pdf = letters(shown), letters(pdf)
        self.assertEqual(shown, pdf)

    def slides_of_pptx(self):
        package = parts(self.output(".pptx"))
        numbers = sorted(int(match.group(1)) for name in package
                         if (match := re.fullmatch(r"ppt/slides/slide(\d+)\.xml", name)))
        for number in numbers:
            root = xml.etree.ElementTree.fromstring(package[f"ppt/slides/slide{number}.xml"])
            yield words(text_of(without_hidden_titles(root)))

    def test_pptx_says_what_the_pdf_says(self):
        for number, (pdf, pptx) in enumerate(
                zip(pages(self.output("-slides.pdf")), self.slides_of_pptx(), strict=True), start=1):
            with self.subTest(slide=number):
                self.assert_same_words(number, pptx, pdf)

    def test_impress_shows_what_the_pdf_says_inside_the_frame(self):
        pptx = self.output(".pptx")
        with tempfile.TemporaryDirectory() as folder:
            run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to", "pdf", "--outdir", folder, pptx)
            shown = f"{folder}/{pptx.stem}.pdf"
            for number, (pdf, impress) in enumerate(
                    zip(pages(self.output("-slides.pdf")), pages(shown), strict=True), start=1):
                with self.subTest(slide=number):
                    self.assert_same_words(number, impress, pdf)
            boxes = run("pdftotext", "-bbox", shown, "-").stdout
        width, height = map(float, re.search(r'<page width="([\d.]+)" height="([\d.]+)"',
                                             boxes).groups())
        for upper, right, lower in re.findall(r'yMin="([-\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
            self.assertLess(float(right), width)
            # The line of a large numeral is higher than its figures.
            ink = (float(lower) - float(upper)) * (0.75 if float(lower) - float(upper) > 200 else 1)
            self.assertLess(float(upper) + ink, height)

    def test_verify_finds_nothing(self):
        for suffix in ("-slides.pdf", ".pptx"):
            process = triptych("verify", self.output(suffix))
            self.assertEqual((process.returncode, process.stdout.endswith(": ok\n")), (0, True),
                             process.stdout)

    def test_open_xml_sdk_finds_nothing(self):
        self.assertEqual(sdk_findings(self.output(".pptx")), [])

    def test_notes_are_pages_behind_their_slides(self):
        slides = len(pages(self.output("-slides.pdf")))
        with tempfile.TemporaryDirectory() as folder:
            # With the booklet, whose pages the notes name.
            triptych("build", ROOT / self.source, "--to", "booklet,slides", "--notes", "-o", folder)
            (pdf,) = pathlib.Path(folder).glob("*-slides.pdf")
            self.assertEqual(triptych("verify", pdf).returncode, 0)
            labels = self.page_labels(pdf)
            shown = pages(pdf)
            outline = run("mutool", "show", pdf, "outline").stdout
        self.assertEqual([label for label in labels if label.isdigit()],
                         [str(number) for number in range(1, slides + 1)])
        linked = [int(page) for page in re.findall(r"#page=(\d+)", outline)]
        self.assertEqual([labels[page - 1] for page in linked],
                         [str(number) for number in range(1, slides + 1)])
        for number, wanted in self.notes_of_pptx():
            own = [page for label, page in zip(labels, shown) if label.startswith(f"{number} – ")]
            with self.subTest(slide=number):
                self.assertTrue(own)
                found = sum(own, collections.Counter())
                if self.has_formula(number):
                    wanted, found = letters(wanted), letters(found)
                self.assertEqual(wanted - found, {})

    def page_labels(self, pdf):
        """The label of every page, as a reader shows it."""
        entries = json.loads(run("qpdf", "--json=1", "--json-key=pagelabels", pdf).stdout)["pagelabels"]
        starts = [entry["index"] for entry in entries] + [len(pages(pdf))]
        labels = []
        for entry, start, end in zip(entries, starts, starts[1:]):
            prefix, numbered = entry["label"].get("/P", ""), "/S" in entry["label"]
            first = entry["label"].get("/St", 1)
            labels += [prefix + (str(first + at) if numbered else "") for at in range(end - start)]
        return labels

    def notes_of_pptx(self):
        """The number of each slide with notes, and their words."""
        package = parts(self.output(".pptx"))
        for name in package:
            if not (match := re.fullmatch(r"ppt/notesSlides/notesSlide(\d+)\.xml", name)):
                continue
            root = xml.etree.ElementTree.fromstring(package[name])
            body = next(shape for shape in root.iter(SHAPE)
                        if any(place.get("type") == "body" for place in shape.iter(PLACEHOLDER)))
            relations = package[f"ppt/notesSlides/_rels/notesSlide{match.group(1)}.xml.rels"].decode()
            number = int(re.search(r"slides/slide(\d+)\.xml", relations).group(1))
            yield number, words(re.sub(r"\[.*?\]", "", text_of(body)))  # words in place of pictures

    def test_handouts_are_tagged_a4_with_every_slide(self):
        slides = len(pages(self.output("-slides.pdf")))
        for per_page in (1, 3, 6):
            with self.subTest(per_page=per_page), tempfile.TemporaryDirectory() as folder:
                triptych("build", ROOT / self.source, "--to", "slides", "--handout", per_page,
                         "-o", folder)
                handout = next(path for path in sorted(pathlib.Path(folder).iterdir())
                               if path.name.endswith("-handout.pdf"))
                info = run("pdfinfo", handout).stdout
                self.assertRegex(info, r"Page size: +595\.\d+ x 841\.\d+ pts")
                count = int(re.search(r"Pages: +(\d+)", info).group(1))
                self.assertGreaterEqual(count, -(-slides // per_page))
                self.assertEqual(triptych("verify", handout).returncode, 0)
                shown = plain(run("pdftotext", handout, "-").stdout)
                self.assertIn(self.title, shown)


class Split(unittest.TestCase):
    """Slides that show everything, parted where a slide does not hold it."""

    def test_parts_have_titles_that_no_other_slide_has(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "page.md")
            sentence = "Le jardin est ouvert à tous les habitants du village qui ont une clé. "
            page.write_text("# Page\n\n## Charte\n\n> " + sentence * 24 + "\n\n## Outils\n\n" +
                            "".join(f"* Outil {i} : {sentence}\n" for i in range(12)))
            triptych("build", page, "--to", "pptx", "--detail", "full", "-o", folder)
            pptx = next(pathlib.Path(folder).glob("*.pptx"))
            self.assertIn(": ok", triptych("verify", pptx).stdout)
            titles = [text_of(shape) for name, content in parts(pptx).items()
                      if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
                      for shape in xml.etree.ElementTree.fromstring(content).iter(SHAPE)
                      if (kind := shape.find(f".//{PLACEHOLDER}")) is not None
                      and kind.get("type") == "title"]
            self.assertGreater(len(titles), 4)
            self.assertEqual(len(titles), len(set(titles)))
            self.assertTrue(any(title.startswith("Charte (1/") for title in titles), titles)


class Content(Decks, Built):
    source = "content"
    title = "Les piliers d’une organisation produit"


class Carnet(Decks, Built):
    source = "examples/carnet"
    title = "Rencontrer les usagers"


if __name__ == "__main__":
    sys.exit(unittest.main())
