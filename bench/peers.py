"""The programs measured beside triptych, each on the same words, where they are installed."""

import pathlib
import shutil
import subprocess

import books

FOLDER = pathlib.Path(__file__).resolve().parent / "peers"
BIN = FOLDER / "node_modules/.bin"

PREAMBLE = r"""\documentclass[a5paper]{book}
\usepackage{fontspec}\usepackage{longtable,array,booktabs,calc}\usepackage[unicode]{hyperref}
\providecommand{\tightlist}{}\setcounter{secnumdepth}{-1}\let\square\relax\let\boxtimes\relax
\begin{document}\tableofcontents
"""


def install():
    """Fetches the peers that come from npm, once; they are left out when it can't be done."""
    if shutil.which("npm") and not BIN.exists():
        subprocess.run(["npm", "ci", "--no-progress"], cwd=FOLDER, capture_output=True, timeout=300)


def pandoc(source, out, *options):
    subprocess.run(["pandoc", source, "-o", out, *options], check=True, capture_output=True)


def prepare(folder, markdown):
    """The book in the forms the peers read."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.md").write_text(markdown)
    (folder / "book.typ").write_text(books.typst(markdown))
    (folder / "slides.md").write_text(books.marp(markdown))
    if shutil.which("pandoc"):
        pandoc(folder / "book.md", folder / "book.html", "-s", "--metadata", "title=Carnet")
        pandoc(folder / "book.md", folder / "body.tex", "--top-level-division=chapter", "--no-highlight")
        body = (folder / "body.tex").read_text()
        (folder / "book.tex").write_text(PREAMBLE + body + "\n\\end{document}\n")


def commands(folder):
    """(name, the panel of triptych it is held against, command, file made, largest book it is asked for)."""
    out = folder / "out"
    out.mkdir(exist_ok=True)
    found = []

    def add(name, panel, program, arguments, made, most):
        if shutil.which(str(program)):
            found.append((name, panel, [program, *arguments], made, most))

    # The program itself, not the script of npm that starts it.
    native = next(iter(sorted(FOLDER.glob("node_modules/@mdxport/linux-*/**/mdxport"))), "mdxport")
    add("mdxport, PDF", "booklet", native, [folder / "book.md", "-o", out / "mdxport.pdf"],
        out / "mdxport.pdf", 100)
    if (FOLDER / "node_modules/@myriaddreamin").exists():
        add("Typst, PDF", "booklet", "node", [FOLDER / "typst.mjs", folder, "book.typ", out / "typst.pdf"],
            out / "typst.pdf", 100)
    add("LuaLaTeX, PDF, one pass", "booklet", "lualatex",
        ["-interaction=batchmode", f"-output-directory={out}", folder / "book.tex"], out / "book.pdf", 10)
    add("WeasyPrint, PDF", "booklet", "weasyprint", [folder / "book.html", out / "weasyprint.pdf"],
        out / "weasyprint.pdf", 10)
    add("Pandoc, EPUB", "epub", "pandoc", [folder / "book.md", "-o", out / "pandoc.epub"], out / "pandoc.epub", 100)
    add("Pandoc, PPTX", "pptx", "pandoc", [folder / "book.md", "-o", out / "pandoc.pptx"], out / "pandoc.pptx", 100)
    add("Marp, PDF", "slides", BIN / "marp",
        [folder / "slides.md", "--pdf", "--no-stdin", "-o", out / "marp.pdf"], out / "marp.pdf", 1)
    add("Marp, PPTX", "pptx", BIN / "marp",
        [folder / "slides.md", "--pptx", "--no-stdin", "-o", out / "marp.pptx"], out / "marp.pptx", 1)
    return found
