"""Folds the imposed sheets back and compares them with the booklet, half a sheet at a time."""

import os
import re
import sys
import unittest

from support import ROOT, Scratch, plain, run, triptych

WIDTH, HEIGHT = 420, 595


def without_leaders(text):
    """Whether pdftotext sees spaces between the dots of a leader depends on where the page lies."""
    return re.sub(r"\.(?: ?\.)+", "…", plain(text))


def booklet_pages(path):
    texts = run("pdftotext", "-layout", path, "-").stdout.split("\f")[:-1]
    return [without_leaders(text) for text in texts]


def half(path, side, x):
    """The text of one half of a sheet's side, upright, cut at the middle of the sheet."""
    return without_leaders(run("pdftotext", "-layout", "-r", 72, "-f", side, "-l", side, "-x", x, "-y", 0,
                               "-W", 421, "-H", HEIGHT + 80, path, "-").stdout)


def halves(path):
    info = run("pdfinfo", path).stdout
    sides = int(re.search(r"Pages: +(\d+)", info).group(1))
    middle = round(float(re.search(r"Page size: +([\d.]+)", info).group(1)) / 2)
    return [(half(path, side, 0 if middle < 425 else middle - 421), half(path, side, middle))
            for side in range(1, sides + 1)]


def leafed_through(sides):
    """One gathering, folded: down the right and left halves of its sheets, then up the others."""
    pages = []
    for front, back in zip(sides[::2], sides[1::2]):
        pages += [front[1], back[0]]
    for front, back in reversed(list(zip(sides[::2], sides[1::2]))):
        pages += [back[1], front[0]]
    return pages


class Imposition(Scratch):
    def imposed(self, *options):
        process = triptych("build", ROOT / "examples/carnet", "-o", self.folder,
                           "--to", "booklet", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        sheets = next(self.folder.glob("*-booklet-print.pdf"))
        self.assertIn("No syntax or stream", run("qpdf", "--check", sheets).stdout)
        return booklet_pages(next(self.folder.glob("*-booklet.pdf"))), sheets

    def test_file_for_a_print_shop(self):
        process = triptych("build", ROOT / "examples/carnet", "-o", self.folder,
                           "--to", "booklet", "--for", "print")
        self.assertEqual(process.returncode, 0, process.stderr)
        (pdf,) = self.folder.glob("*.pdf")
        self.assertIn("No syntax or stream", run("qpdf", "--check", pdf).stdout)
        boxes = run("pdfinfo", "-box", pdf).stdout
        media, bleed, trim = (re.search(name + r"Box: +([\d. ]+)", boxes).group(1).split()
                              for name in ("Media", "Bleed", "Trim"))
        self.assertEqual([round(float(n)) for n in trim], [28, 28, 448, 624])
        self.assertEqual([round(float(n)) for n in bleed], [20, 20, 456, 632])
        self.assertEqual([round(float(n)) for n in media], [0, 0, 476, 652])
        self.assertRegex(boxes, r"Tagged: +no")
        self.assertNotIn("/Annots", run("qpdf", "--json", pdf).stdout)
        for claim in (b"<pdfuaid:part>", b"<pdfaid:conformance>A"):
            self.assertNotIn(claim, pdf.read_bytes())

    def print_file(self, *options, book="examples/carnet"):
        process = triptych("build", ROOT / book, "-o", self.folder, "--to", "booklet",
                           "--for", "print", *options)
        self.assertEqual(process.returncode, 0, process.stderr)
        return next(self.folder.glob("*.pdf"))

    def test_a_print_shop_gets_pdf_x_with_black_text_in_black_ink(self):
        pdf = self.print_file()
        self.assertEqual(triptych("verify", pdf).stdout, f"{pdf}: PDF/X-4: ok\n")
        self.assertIn(b"<pdfxid:GTS_PDFXVersion>PDF/X-4<", pdf.read_bytes())
        for command in (["mutool", "draw", "-o", self.folder / "%d.png", pdf],
                        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", pdf]):
            said = run(*command).stderr.replace("warning: ICC support is not available", "")
            self.assertNotRegex(said, "(?i)warning|error")
        cover, colophon = (
            [float(share) for share in line.split()[:4]] for line in
            run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dLastPage=2", "-sDEVICE=inkcov", "-o", "-",
                pdf).stdout.splitlines())
        self.assertGreater(cover[0], 0.5)
        self.assertEqual(colophon[:3], [0, 0, 0])
        self.assertGreater(colophon[3], 0)

    def test_without_a_date_it_is_said_that_the_file_is_no_pdf_x(self):
        page = self.folder / "page.md"
        page.write_text("# Titre\n\nTexte.\n")
        process = triptych("build", page, "-o", self.folder, "--to", "booklet", "--for", "print")
        self.assertEqual(process.returncode, 0)
        self.assertIn("warning[not-pdf-x]", process.stderr)
        self.assertIn("date: ", process.stderr)
        process = triptych("build", page, "-o", self.folder, "--to", "booklet", "--for", "print",
                           env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
        self.assertNotIn("not-pdf-x", process.stderr)

    def test_a_layout_may_leave_black_as_screens_have_it(self):
        layout = self.folder / "layout"
        layout.mkdir()
        (layout / "theme.yaml").write_text("extends: default\n")
        (layout / "booklet.yaml").write_text("print: {black: rgb}\n")
        pdf = self.print_file("--layout", layout)
        self.assertEqual(triptych("verify", pdf).stdout, f"{pdf}: PDF/A-2b: ok\n")
        self.assertIn(b"<pdfaid:conformance>B<", pdf.read_bytes())

    def test_a_readable_file_shows_the_same(self):
        packed = run("pdftotext", self.print_file(), "-").stdout
        pdf = self.print_file("--pdf-readable")
        self.assertEqual(run("pdftotext", pdf, "-").stdout, packed)
        for text in (b"\n0 0 0 1 k\n", b"\n  /TrimBox [", b"/Over gs\n"):
            self.assertIn(text, pdf.read_bytes())

    def test_a_print_file_is_not_imposed(self):
        process = triptych("build", ROOT / "examples/carnet", "-o", self.folder,
                           "--for", "print", "--impose", "saddle")
        self.assertEqual(process.returncode, 2)

    def assert_same_book(self, folded, pages):
        """Blank pages fill up the last sheet in front of the back cover, which stays outside."""
        blanks = [""] * (-len(pages) % 4)
        expected = pages[:-1] + blanks + pages[-1:]
        self.assertEqual(len(folded), len(expected))
        for number, (there, here) in enumerate(zip(folded, expected), start=1):
            self.assertEqual(there, here, f"page {number}")

    def test_saddle_stitch_reads_in_order_when_folded(self):
        pages, sheets = self.imposed("--impose", "saddle", "--paper", "0")
        self.assertRegex(run("pdfinfo", sheets).stdout, r"Page size: +841\.89 x 595\.28 pts \(A4\)")
        self.assert_same_book(leafed_through(halves(sheets)), pages)

    def test_signatures_read_in_order_one_behind_the_other(self):
        for most in (1, 2):
            with self.subTest(sheets=most):
                pages, sheets = self.imposed("--impose", f"signatures:{most}", "--paper", "0")
                sides, folded = halves(sheets), []
                for begin in range(0, len(sides), 2 * most):
                    folded += leafed_through(sides[begin:begin + 2 * most])
                self.assert_same_book(folded, pages)

    def test_two_up_reads_on_from_half_to_half(self):
        pages, sheets = self.imposed("--impose", "2up")
        folded = [text for side in halves(sheets) for text in side]
        self.assertEqual(folded[:len(pages)], pages)

    def test_backs_are_turned_for_the_long_edge(self):
        _, sheets = self.imposed("--impose", "saddle", "--duplex", "long")
        turns = re.findall(r"rot: +(\d+)", run("pdfinfo", "-f", 1, "-l", 4, sheets).stdout)
        self.assertEqual(turns, ["0", "180", "0", "180"])

    def test_marks_leave_the_trimmed_spread_in_the_boxes(self):
        _, sheets = self.imposed("--impose", "saddle", "--marks")
        boxes = dict(re.findall(r"(\w+Box): +(.*)", run("pdfinfo", "-box", sheets).stdout))
        box = {name: [float(number) for number in numbers.split()]
               for name, numbers in boxes.items()}
        self.assertAlmostEqual(box["TrimBox"][2] - box["TrimBox"][0], 839.06, delta=0.1)
        self.assertAlmostEqual(box["TrimBox"][0] - box["BleedBox"][0], 8.5, delta=0.1)
        self.assertGreater(box["BleedBox"][0], box["MediaBox"][0])

    def test_slip_comes_first_and_claims_nothing_about_tags(self):
        _, sheets = self.imposed("--impose", "saddle", "--slip")
        self.assertIn("Imprimer et plier ce livret",
                      plain(run("pdftotext", "-l", 1, sheets, "-").stdout))
        self.assertEqual(run("pdftotext", "-f", 2, "-l", 2, sheets, "-").stdout.strip(), "")
        self.assertRegex(run("pdfinfo", sheets).stdout, r"Tagged: +no")
        self.assertNotIn("pdfuaid:part", run("pdfinfo", "-meta", sheets).stdout)

    def test_wrong_use_is_exit_code_2(self):
        for options in (("--impose", "origami"), ("--impose", "signatures:0"),
                        ("--impose", "signatures:x"), ("--marks",), ("--slip",)):
            with self.subTest(options=options):
                process = triptych("build", ROOT / "content", "-o", self.folder, *options)
                self.assertEqual(process.returncode, 2)


if __name__ == "__main__":
    sys.exit(unittest.main())
