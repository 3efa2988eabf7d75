"""The books that are measured: examples/carnet over and over, as GitBook folders and as what other programs read."""

import pathlib
import re
import shutil
import struct
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CARNET = ROOT / "examples/carnet"

FIGURE = re.compile(r"<figure>.*?</figure>|^!\[.*?\]\(.*?\)$", re.DOTALL | re.MULTILINE)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def renamed_picture(png, number):
    """The same pixels with a comment of its own, so that no program finds out that it has them already."""
    text = b"tEXt" + f"Comment\0copy {number}".encode()
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    head = 8 + 25  # signature and header
    return png[:head] + chunk + png[head:]


def gitbook(folder, times, pictures):
    """A GitBook folder with the example book `times` times, with pictures or without."""
    shutil.rmtree(folder, ignore_errors=True)
    config = (CARNET / "triptych.yaml").read_text()
    write(folder / "triptych.yaml", config)
    head, *parts = (CARNET / "SUMMARY.md").read_text().split("\n## ")
    summary = ["# Sommaire\n"]
    for number in range(1, times + 1):
        copy = f"c{number}"
        into = lambda text: re.sub(r"\]\((?=\w)", f"]({copy}/", text)
        summary.append(into("\n".join(head.splitlines()[2:])))
        summary += [f"\n## {title} {number}\n{into(rest)}"
                    for title, _, rest in (part.partition("\n") for part in parts)]
        for path in sorted(CARNET.rglob("*.md")):
            if path.name != "SUMMARY.md":
                text = path.read_text()
                write(folder / copy / path.relative_to(CARNET), text if pictures else FIGURE.sub("", text))
        if pictures:
            for path in sorted((CARNET / ".gitbook/assets").iterdir()):
                data = path.read_bytes()
                data = renamed_picture(data, number) if path.suffix == ".png" else data
                write(folder / copy / path.relative_to(CARNET), data)
    write(folder / "README.md", "# Carnet de bord\n")
    write(folder / "SUMMARY.md", "\n".join(summary) + "\n")


def plain_markdown(times):
    """The same words as one Markdown file, without what only GitBook knows; no pictures."""
    pages = [CARNET / name for name in re.findall(r"\]\((.*?\.md)\)", (CARNET / "SUMMARY.md").read_text())]
    text = "\n\n".join(page.read_text() for page in pages)
    text = re.sub(r"\A---.*?^---$", "", text, flags=re.DOTALL | re.MULTILINE)
    for gone in (r"\{%.*?%\}", FIGURE.pattern, r"<table>.*?</table>", r"^[\[]\^\d+\]:.*$", r"\[\^\d+\]",
                 r"</?(kbd|mark)[^>]*>", r"^\$\$.*?^\$\$$", r"[┌┐└┘│─▶👋]"):
        text = re.sub(gone, "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return "\n\n".join([text] * times)


def typst(markdown):
    """The same words as Typst: headings, lists, tables as lines, code, emphasis."""
    out, code = ['#set page("a5")\n#set text(lang: "fr")\n#set par(justify: true)\n#outline()\n'], False
    for line in markdown.splitlines():
        if line.startswith("```"):
            code = not code
        elif not code:
            marks, text = re.match(r"(#+ )?(.*)", line).groups()
            line = (marks or "").replace("#", "=") + re.sub(r"([#$@<>_\\~])", r"\\\1", text)
            line = re.sub(r"^\s*\* (\[.\] )?", "- ", line)
            line = re.sub(r"^\d+\. ", "+ ", line)
            line = re.sub(r"^\*\*\*$", "#line(length: 100%)", line)
            line = re.sub(r"\*\*(.+?)\*\*", "#strong[\\1];", line)
            line = re.sub(r"(?<!\w)\*(.+?)\*", "#emph[\\1];", line)
            line = line.replace("*", r"\*")
        out.append(line)
    return "\n".join(out) + "\n"


def marp(markdown):
    """The same words as slides, one a heading."""
    slides = re.sub(r"^(?=#{1,3} )", "---\n\n", markdown, flags=re.MULTILINE)
    return "---\nmarp: true\n---\n" + slides.replace("---\n", "", 1)
