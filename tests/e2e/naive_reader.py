"""The visible words of a book, read naively: cmark-gfm makes HTML of every page, patterns drop tags.

Shares nothing with the program, so that what both agree on is there. It knows of GitBook only which
attributes are shown, and which words the program has to replace: bare names of files and addresses."""

import collections
import html
import itertools
import json
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


def mended(prose):
    """What is broken ends where the program says that it does: an open value at its first space."""
    return re.sub(r'(<a href="[^"<>\s]*)(\s[^"<>]*</a>)', r'\1">\2', prose)


def prepared(text, of_model, dollars=False):
    """Markdown without GitBook's tags and comments; formulas are code in the model, and not compared else."""
    def formula(match):
        return f"`` {match[1]} ``" if of_model else " "

    def use(prose):
        prose = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", prose)
        prose = re.sub(r'(?s)<!--\s*sec\s.*?data-title="([^"]*)".*?-->', r"\n\n\1\n\n", prose)
        prose = mended(re.sub(r"<!--.*?-->", "", prose, flags=re.DOTALL))
        if of_model:
            # A link without words is called by its address.
            prose = re.sub(r"(?<!!)\[\]\(([^)\s]+)\)", r"\1", prose)
        if dollars:
            prose = re.sub(r"(?<![\w$\\])\$(?!\s)([^$\n]+?)(?<![\s\\])\$(?![\w$])", formula, prose)
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


def listings_of_mdbook(text):
    """Lines of Rust that mdBook hides are not shown."""
    def shown(match):
        lines = match[2].split("\n")
        return match[1] + "\n".join(line for line in lines if not re.match(r"\s*#( |$)", line)) + match[3]
    return re.sub(r"(?s)(```rust[^\n]*\n)(.*?)(\n```)", shown, text)


def variables_of(book):
    path = book / "book.json"
    if not path.exists():
        return {}
    return {f"book.{name}": value
            for name, value in json.loads(path.read_text()).get("variables", {}).items()}


def numbered_part(text, part):
    """Lines `2:3` of a text; all without such."""
    numbers = re.fullmatch(r"(\d*):(\d*)", part)
    lines = text.split("\n")
    if not numbers:
        return text
    return "\n".join(lines[int(numbers[1] or 1) - 1:int(numbers[2] or len(lines))])


class Page:
    def __init__(self, book, path):
        source = (book / path).read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        self.path = path
        front = re.match(r"\ufeff?---\n(.*?)\n---\s*(?:\n|$)", source, re.DOTALL)
        self.front = front[1] if front else ""
        self.body = source[front.end():] if front else source
        self.with_inclusions(book)
        self.hidden = bool(re.search(r"(?m)^hidden: true\s*$", self.front))

    def with_inclusions(self, book):
        """Files stand where GitBook's, HonKit's and mdBook's pages include them."""
        here = (book / self.path).parent

        def text_of(name, part=""):
            for path in (here / name, book / name.lstrip("/")):
                if path.is_file():
                    return numbered_part(path.read_text(), part).strip("\n")
            return ""

        self.body = re.sub(r'\{% include "([^"]+)" %\}', lambda found: text_of(found[1]), self.body)
        self.body = re.sub(r"(?m)^\[import[^\]]*\]\(([^)]+)\)$",
                           lambda found: f"\n{pathlib.Path(found[1]).name}\n\n```\n"
                                         f"{text_of(found[1])}\n```\n", self.body)
        self.body = re.sub(r"\{\{#(?:include|playground) ([^}:]+):?([^}]*)\}\}",
                           lambda found: text_of(found[1], found[2]), self.body)
        self.body = listings_of_mdbook(re.sub(r"\{\{#title [^}]*\}\}", "", self.body))
        for name, value in variables_of(book).items():
            self.body = self.body.replace("{{" + name + "}}", value)

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
        # mdBook has chapters outside of lists.
        entry = r"(?m)^([ \t]*)(?:[*+-]\s+)?\[(.*)\]\(<?([^)#\"]+?\.md)>?(?:[#\s\"][^)]*)?\)"
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
            if label == target == "broken-reference":
                return ""  # GitBook lost the page
            if label.strip("` ") in (name, target, name.removesuffix(".md")):
                return self.title_of(page, target) or match[0]
            return match[0]
        prose = re.sub(r'<a href="(?P<target>[^"]+)"[^>]*>(?P<label>[^<]*)</a>', link, prose)
        return re.sub(r"\[(?P<label>[^\]\[]+)\]\(<?(?P<target>[^)<>\s]+)>?(?: \"[^\"]*\")?\)", link, prose)

    def text(self, page, of_model):
        body = outside_code(page.body, lambda prose: self.named(page, prose))
        # As GitHub reads them in folders without GitBook's marks.
        dollars = not self.depths and "{%" not in page.body
        if dollars and not of_model:
            body = re.sub(r"(?ms)^```math\n.*?^```$", "", body)
        text = page.description() + "\n" + text_of_html(cmark(prepared(body, of_model, dollars)))
        if self.depths and not re.sub(r"(?m)^# .*$", "", page.body).strip():
            # A page that has a title only shows what is below it.
            text += "".join("\n" + self.labels[child.path] for child in self.children(page))
        return text


def difference(wanted, found):
    """Words that are wanted more often than they are found, with how often."""
    return {word: count for word, count in (wanted - found).items()}
