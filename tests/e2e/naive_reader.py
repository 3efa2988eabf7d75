"""The visible words of a book, read naively: cmark-gfm makes HTML of every page, patterns drop tags.

Shares nothing with the program, so that what both agree on is there. It knows of GitBook only which
attributes are shown, and which words the program has to replace: bare names of files and addresses."""

import collections
import html
import itertools
import pathlib
import re
import subprocess
import unicodedata
import urllib.parse

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"\{%-?\s*(/?\w[\w-]*)(.*?)-?%\}")
ATTRIBUTE = re.compile(r'([\w-]+)\s*=\s*"([^"]*)"')
FENCE = re.compile(r"^\s*(?:(?:[*+-]|\d+[.)]|>)\s+)*(`{3,}|~{3,})(.*)$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
# Attributes that are shown, by the tag they belong to.
SHOWN = {"tab": ("title",), "code": ("title",), "file": ("caption",), "embed": ("caption",),
         "prompt": ("description",)}
INLINE = "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var"


def words(text):
    """A multiset; upper case, accents' form, punctuation and soft hyphens do not count."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "")
    return collections.Counter(WORD.findall(text.casefold()))


def outside_code(text, use):
    """`text` with `use` made of everything that is no listing and no code between backticks."""
    kept, prose, fence = [], [], None

    def flush():
        parts = CODE_SPAN.split("\n".join(prose))
        for i in range(0, len(parts), 3):
            kept.append(use(parts[i]))
            if i + 2 < len(parts):
                kept.append(parts[i + 1] + parts[i + 2] + parts[i + 1])
        kept.append("\n")
        prose.clear()

    for line in text.split("\n"):
        mark = FENCE.match(line)
        if fence is None and mark and not ("`" in mark[1] and "`" in mark[2]):
            flush()
            fence = mark[1]
            kept.append(line + "\n")
        elif fence is not None:
            kept.append(line + "\n")
            if re.fullmatch(r"[\s>]*" + re.escape(fence[0]) + "{%d,}\\s*" % len(fence), line):
                fence = None
        else:
            prose.append(line)
    flush()
    return "".join(kept)


def shown_of_tag(match, of_model):
    name, attributes = match[1], dict(ATTRIBUTE.findall(match[2]))
    shown = [attributes[key] for key in SHOWN.get(name, ()) if key in attributes]
    if name == "file" and "src" in attributes:
        shown.insert(0, attributes["src"].rsplit("/", 1)[-1])
    if name == "embed" and "url" in attributes:
        # What it is called and where it is are two things in the model.
        host = re.sub(r"^\w+://(?:www\.)?([^/]*).*", r"\1", attributes["url"])
        shown += [host, host] if of_model else [host]
    return "\n\n" + "\n\n".join(html.escape(text) for text in shown) + "\n\n"


def prepared(text, of_model):
    """Markdown without GitBook's tags and comments; formulas are code in the model, and not compared else."""
    def formula(match):
        return f"`` {match[1]} ``" if of_model else " "

    def use(prose):
        prose = re.sub(r"<!--.*?-->", "", prose, flags=re.DOTALL)
        prose = prose.replace("&#xNAN;", "").replace("&#x20;", " ")  # GitBook's editor leaves them
        prose = re.sub(r"(?m)^(\s*>\s*)\[!\w+\]", r"\1", prose)
        prose = re.sub(r"\$\$(.+?)\$\$", formula, prose, flags=re.DOTALL)
        prose = re.sub(r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", "", prose)
        return TAG.sub(lambda tag: shown_of_tag(tag, of_model), prose)
    return outside_code(text, use)


def without_hidden_columns(table):
    """Columns whose head is marked `data-hidden` are not shown."""
    table = table[0]
    heads = re.findall(r"<th\b([^>]*)>", table)
    hidden = [i for i, attributes in enumerate(heads) if "data-hidden" in attributes]
    if re.search(r'data-view="cards"|data-header-hidden', table):
        table = re.sub(r"<thead.*?</thead>", "", table, flags=re.DOTALL)

    def row(match):
        cells = re.findall(r"<t[dh]\b.*?</t[dh]>", match[0], flags=re.DOTALL)
        return "".join(cell for i, cell in enumerate(cells) if i not in hidden)
    return re.sub(r"<tr\b.*?</tr>", row, table, flags=re.DOTALL)


def text_of_html(page):
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL | re.IGNORECASE)
    page = re.sub(r"<table\b.*?</table>", without_hidden_columns, page, flags=re.DOTALL)
    page = re.sub(r'<sup class="footnote-ref">.*?</sup>', " ", page, flags=re.DOTALL)
    page = re.sub(r'<a [^>]*class="footnote-backref".*?</a>', " ", page, flags=re.DOTALL)
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = re.sub(rf"</?(?:{INLINE})(?:\s[^<>]*)?/?>", "", page, flags=re.IGNORECASE)
    page = re.sub(r"</?[a-zA-Z][^<>]*>", " ", page)
    return html.unescape(page)


def cmark(markdown):
    extensions = [word for name in ("footnotes", "table", "strikethrough", "autolink",
                                                  "tasklist")
                  for word in ("-e", name)]
    return subprocess.run(["cmark-gfm", "--unsafe", *extensions], input=markdown,
                          text=True, capture_output=True, check=True).stdout


class Page:
    def __init__(self, book, path):
        source = (book / path).read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        self.path = path
        front = re.match(r"\ufeff?---\n(.*?)\n---\s*(?:\n|$)", source, re.DOTALL)
        self.front = front[1] if front else ""
        self.body = source[front.end():] if front else source
        self.hidden = bool(re.search(r"(?m)^hidden: true\s*$", self.front))

    def title(self):
        found = re.search(r"(?m)^# +(.*?)\s*#*$", self.body)
        return text_of_html(cmark(found[1])).strip() if found else ""

    def description(self):
        folded = re.search(r"(?m)^description: *[>|]-?\n((?: +.*\n?)+)", self.front)
        plain = re.search(r"(?m)^description: *(.*(?:\n +.*)*)$", self.front)
        if folded or not plain:
            return folded[1] if folded else ""
        return plain[1].strip().strip("'\"")


class Book:
    """A folder with a SUMMARY.md, a folder of Markdown, or one page."""

    def __init__(self, source):
        source = pathlib.Path(source)
        self.folder = source if source.is_dir() else source.parent
        self.depths, self.labels = {}, {}
        paths = [source.name] if source.is_file() else self.listed()
        self.pages = [page for page in (Page(self.folder, path) for path in paths)
                      if not page.hidden]

    def listed(self):
        summary = self.folder / "SUMMARY.md"
        if not summary.exists():
            found = sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.md"))
            return sorted(found, key=lambda path: path.lower() != "readme.md")
        entry = r"(?m)^([ \t]*)[*+-]\s+\[(.*)\]\(<?([^)#\"]+?\.md)>?(?:[#\s\"][^)]*)?\)"
        entries = [entry for entry in re.findall(entry, summary.read_text())
                   if "://" not in entry[2]]
        self.depths = {urllib.parse.unquote(target): len(indent.expandtabs())
                       for indent, label, target in reversed(entries)}
        self.labels = {urllib.parse.unquote(target): label for indent, label, target in entries}
        return [path for path in reversed(self.depths) if (self.folder / path).is_file()]

    def children(self, page):
        """The pages right below a page in the summary."""
        below = itertools.takewhile(lambda other: self.depths[other.path] > self.depths[page.path],
                                    self.pages[self.pages.index(page) + 1:])
        below = list(below)
        nearest = min((self.depths[other.path] for other in below), default=0)
        return [other for other in below if self.depths[other.path] == nearest]

    def title_of(self, page, target):
        """The title of the page that a link on `page` leads to, or nothing."""
        target = (self.folder / page.path).parent / target.split("#")[0]
        for path in (target, target / "README.md", target.with_suffix(".md")):
            if path.is_file() and path.suffix == ".md":
                return Page(path.parent, path.name).title()
        return ""

    def named(self, page, prose):
        """Links that are called by the name of their file are called by its title."""
        def link(match):
            label, target = match["label"], match["target"]
            name = target.rstrip("/").rsplit("/", 1)[-1]
            if label.strip("` ") in (name, target, name.removesuffix(".md")):
                return self.title_of(page, target) or match[0]
            return match[0]
        prose = re.sub(r'<a href="(?P<target>[^"]+)"[^>]*>(?P<label>[^<]*)</a>', link, prose)
        return re.sub(r"\[(?P<label>[^\]\[]+)\]\(<?(?P<target>[^)<>\s]+)>?\)", link, prose)

    def text(self, page, of_model):
        body = outside_code(page.body, lambda prose: self.named(page, prose))
        text = page.description() + "\n" + text_of_html(cmark(prepared(body, of_model)))
        if self.depths and not re.sub(r"(?m)^# .*$", "", page.body).strip():
            # A page that has a title only shows what is below it.
            text += "".join("\n" + self.labels[child.path] for child in self.children(page))
        return text


def difference(wanted, found):
    """Words that are wanted more often than they are found, with how often."""
    return {word: count for word, count in (wanted - found).items()}
