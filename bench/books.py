"""The books that are measured: examples/carnet over and over, as GitBook folders and as what other programs read. Every copy has
words of its own, for programs that remember what they have set."""

import collections
import functools
import pathlib
import random
import re
import shutil
import struct
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CARNET = ROOT / "examples/carnet"

# What stays as it is in a line, or a word that may be another.
PART = re.compile(r"(\]\([^)]*\)|<[^>]*>|\{%.*?%\}|`[^`]*`|\$\$.*?\$\$|https?://\S+|:\w+:|\[\^[^\]]*\]|&\w+;)|([^\W\d_]{3,})")
FIGURE = re.compile(r"<figure>.*?</figure>|^!\[.*?\]\(.*?\)$", re.DOTALL | re.MULTILINE)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def lines_of_text(text):
    """Its lines, and whether each is text: no front matter, listing, formula or heading, which links lead to."""
    inside = None
    for number, line in enumerate(text.splitlines()):
        mark = next((mark for mark in ("```", "$$", "---") if line.startswith(mark)), None)
        if inside is None and mark and (mark != "---" or number == 0):
            inside = mark
            yield line, False
        elif inside:
            inside = None if mark == inside else inside
            yield line, False
        else:
            yield line, not line.startswith("#")


@functools.cache
def vocabulary():
    """All words of the book by their length and whether they begin with a capital, as often as it has them."""
    words = collections.defaultdict(list)
    for path in sorted(CARNET.rglob("*.md")):
        for line, is_text in lines_of_text(path.read_text()):
            for _, word in PART.findall(line) if is_text else ():
                if word:
                    words[len(word), word[0].isupper()].append(word)
    return words


def unlike(text, number):
    """The text with other words of the same lengths, always the same for one number; the first copy is the book itself."""
    if number == 1:
        return text
    chance = random.Random(number)

    def other(match):
        word = match[2]
        return chance.choice(vocabulary()[len(word), word[0].isupper()]) if word else match[1]

    return "\n".join(PART.sub(other, line) if is_text else line for line, is_text in lines_of_text(text)) + "\n"


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
                text = unlike(path.read_text(), number)
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
    return "\n\n".join(plain("\n\n".join(unlike(page.read_text(), number) for page in pages)) for number in range(1, times + 1))


def joined_pages(folder):
    """The pages of a folder as one Markdown file, in the order of its summary."""
    return "\n\n".join((folder / name).read_text()
                       for name in re.findall(r"\]\((.*?\.md)\)", (folder / "SUMMARY.md").read_text()))


def plain(text):
    text = re.sub(r"\A---.*?^---$", "", text, flags=re.DOTALL | re.MULTILINE)
    for gone in (r"\{%.*?%\}", FIGURE.pattern, r"<table\b.*?</table>", r"^\[\^\d+\]:[^\n]*$", r"\[\^\d+\]",
                 r"</?(kbd|mark)[^>]*>", r"^\$\$.*?^\$\$$", r"[┌┐└┘│─▶👋]"):
        text = re.sub(gone, "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def typst(markdown):
    """The same words as Typst: headings, lists, tables as lines, code, emphasis."""
    out, code = ['#set page("a5")\n#set text(lang: "fr")\n#set par(justify: true)\n#outline()\n'], False
    for line in markdown.splitlines():
        if line.startswith("```"):
            code = not code
        elif not code:
            marks, text = re.match(r"(#+ )?(.*)", line).groups()
            if picture := re.fullmatch(r"!\[.*?\]\((.*?)\)", text):
                out.append(f'#image("{picture[1]}", width: 100%)')
                continue
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
