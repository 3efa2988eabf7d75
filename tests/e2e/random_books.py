"""Books made by chance: what may stand in a book, put together in ways nobody would write. The same seed, the same book."""

import functools
import random

from odd_books_test import DRAWINGS, PICTURES, SVG
from support import ROOT

WORDS = {
    "fr": "le café où l’on lit œuvre naïve « citation » n° 5 : aujourd’hui ; 12:30 — l'été ! 10 % 1er".split(),
    "el": "ένα μικρό βιβλίο με Ελληνικά".split(),
    "ru": "книга для всех ёлка".split(),
    "he": "שָׁלוֹם עולם ספר".split(),
    "ar": "مرحبا بالعالم كِتَاب".split(),
    "hi": "हिन्दी में क्षत्रिय".split(),
    "th": "น้ำ ภาษาไทย".split(),
    "ta": "தமிழ் நூல்".split(),
    "bo": "བོད ཡིག".split(),
    "my": "မြန်မာ စာ".split(),
    "ja": "日本語 もある カタカナ".split(),
    "zh": "中文 书籍".split(),
    "ko": "한국어 책".split(),
    "signs": ["👩‍👩‍👧‍👦", "🇫🇷", "1️⃣", "→", "≠", "𝔄", "e\u0301\u0302", "\ue000", "\u200b", "\u202eabc\u202c", "a\u00adb", "\x0b", "ﬁ", "½"],
    "marks": ["<&>", "\\*", "]]>", "--", "{{", "}}", "{%", "%}", "http://a.b/é?x=1&y", "a_b_c", "x" * 90, "&amp;", "&#0;", "$x^2$"],
}
URLS = ["https://a.fr/é?q=1&r=<2>", "mailto:a@b.fr", "javascript:alert(1)", "#titre", "page1.md", "page2.md#titre", "nowhere.md", "http://[", "//x", ""]
MATH = [r"\frac{a}{b}", r"\sqrt[3]{x}_i^2", r"\undefined", r"\begin{matrix}1&2\\3\end{matrix}", "{", r"\sum_{i=0}^n i"]
FONTS = ["first", "middle", "last", "broken"]
NAMES = ["Maison", "'a b'", '"q\\"x"', "'</style>'", "é", "''"]
CODE = ["yaml", "js", "python", "nolang", "", "c++"]


@functools.cache
def font(kind):
    """A font of ours; a broken one is cut off."""
    files = sorted(path for path in (ROOT / "fonts").rglob("*") if path.suffix in (".ttf", ".otf"))
    data = files[{"first": 0, "last": -1}.get(kind, len(files) // 2)].read_bytes()
    return data[:len(data) // 2] if kind == "broken" else data


class BookMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.language = self.random.choice(sorted(WORDS))
        self.pictures = self.random.sample(sorted(self.all_pictures()), 4)

    @staticmethod
    def all_pictures():
        files = {f"{name}.png": data for name, data in PICTURES.items()}
        return files | {f"{name}.svg": (SVG % inner).encode() for name, inner in DRAWINGS.items()}

    def book(self):
        """The files of a book by path."""
        pages = ["README.md"] + [f"page{n}.md" for n in range(1, self.random.randint(1, 4))]
        everything = self.all_pictures()
        files = {name: everything[name] for name in self.pictures}
        files |= {page: self.page().encode("utf-8", "surrogatepass") for page in pages}
        files["SUMMARY.md"] = self.summary(pages).encode()
        if self.random.random() < 0.7:
            files["triptych.yaml"] = self.configuration().encode()
        brand = ""
        if self.random.random() < 0.3:
            brand += f'colours:\n  accent: "#{self.random.randrange(1 << 24):06x}"\n'
        if self.random.random() < 0.3:
            kind = self.random.choice(FONTS)
            files["own.ttf"] = font(kind)
            brand += f"fonts:\n  {self.random.choice(['text', 'heading', 'mono'])}:\n    name: {self.random.choice(NAMES)}\n    files:\n" + "".join(
                f"      - {self.random.choice(['400', '700', '400 italic', ''])} own.ttf\n" for _ in range(self.random.randint(0, 3)))
        if brand:
            files["brand.yaml"] = brand.encode()
        return files

    def summary(self, pages):
        lines = ["# Sommaire", ""]
        for page in pages:
            if self.random.random() < 0.3:
                lines += ["", f"## {self.words(2)}", ""]
            lines.append("  " * self.random.randint(0, 1) + f"* [{self.words(2)}]({page})")
        return "\n".join(lines) + "\n"

    def configuration(self):
        language = self.random.choice(["fr", "en", "ar", "hi", "ja", "xx", "fr-CA"])
        lines = [f"language: {language}", "title: |-\n  " + self.words(4)]
        if self.random.random() < 0.5:
            lines.append("date: 2026-01-31")
        if self.random.random() < 0.3:
            lines.append("links: page")
        return "\n".join(lines) + "\n"

    def page(self):
        front = f"---\ndescription: >-\n  {self.words(6)}\n---\n\n" if self.random.random() < 0.3 else ""
        head = f"# {self.words(3)}\n\n" if self.random.random() < 0.9 else ""
        notes = "".join(f"\n[^{n}]: {self.line()}\n" for n in range(3))
        return front + head + self.blocks(self.random.randint(2, 12), 3) + notes

    def word(self):
        kind = self.language if self.random.random() < 0.7 else self.random.choice(sorted(WORDS))
        return self.random.choice(WORDS[kind])

    def words(self, most):
        return " ".join(self.word() for _ in range(self.random.randint(1, most)))

    def line(self, depth=2):
        return " ".join(self.inline(depth) for _ in range(self.random.randint(1, 6)))

    def inline(self, depth):
        if depth == 0 or self.random.random() < 0.5:
            return self.words(8)
        inner = self.line(depth - 1)
        return self.random.choice([
            lambda: f"**{inner}**", lambda: f"_{inner}_", lambda: f"~~{inner}~~", lambda: f"`{self.words(2)}`",
            lambda: f"[{inner}]({self.url()})", lambda: f"![{self.words(2)}]({self.picture()})",
            lambda: f"[![{self.words(1)}]({self.picture()})]({self.url()})",
            lambda: f"mot[^{self.random.randint(0, 3)}]", lambda: f"$${self.random.choice(MATH)}$$",
            lambda: f'<a href="{self.url()}">{inner}</a>', lambda: f'<span lang="{self.random.choice(["en", "ar", "x"])}">{inner}</span>',
            lambda: f"<sup>{inner}</sup><kbd>{self.word()}</kbd>", lambda: f'<mark style="color:red;">{inner}</mark>',
            lambda: ":rocket:", lambda: "<br>", lambda: f'<i class="fa-check">:check:</i>',
            lambda: f"<https://a.b/{self.random.randint(0, 9)}>"])()

    def url(self):
        return self.random.choice(URLS)

    def picture(self):
        return self.random.choice(self.pictures + ["missing.png"])

    def blocks(self, most, depth):
        return "\n\n".join(self.block(depth) for _ in range(self.random.randint(1, most))) + "\n"

    def block(self, depth):
        plain = [self.paragraph, self.heading, self.list, self.code, self.table, self.html_table, self.figure,
                 self.formula, self.rule]
        nested = [self.hint, self.tabs, self.steps, self.details, self.cards, self.quote, self.columns, self.unknown, self.html]
        return self.random.choice(plain if depth == 0 or self.random.random() < 0.6 else nested)(depth)

    def paragraph(self, _):
        return self.line()

    def heading(self, _):
        return "#" * self.random.randint(1, 6) + " " + self.line(1)

    def list(self, depth, indent=0):
        mark = self.random.choice(["*", "1.", "- [x]", "-"])
        lines = []
        for _ in range(self.random.randint(1, 5)):
            lines.append(" " * indent + f"{mark} {self.line(1)}")
            if depth > 0 and self.random.random() < 0.3:
                lines.append(self.list(depth - 1, indent + 3))
        return "\n".join(lines)

    def code(self, _):
        lines = "\n".join(self.words(9) for _ in range(self.random.randint(0, 8)))
        return f"```{self.random.choice(CODE)}\n{lines}\n```"

    def table(self, _):
        columns = self.random.randint(1, 5)
        row = lambda: "|" + "|".join(self.line(1).replace("|", "/") for _ in range(columns)) + "|"
        return "\n".join([row(), "|" + "---|" * columns] + [row() for _ in range(self.random.randint(0, 4))])

    def html_table(self, _):
        spans = lambda: f'rowspan="{self.random.randint(0, 4)}" colspan="{self.random.randint(0, 4)}"'
        row = lambda: "<tr>" + "".join(f"<{cell} {spans()}>{self.line(1)}</{cell}>" for cell in
                                       self.random.choices(["td", "th"], k=self.random.randint(0, 4))) + "</tr>"
        return "<table>" + "".join(row() for _ in range(self.random.randint(1, 4))) + "</table>"

    def figure(self, _):
        return f'<figure><img src="{self.picture()}" alt="{self.word()}"><figcaption>{self.line(1)}</figcaption></figure>'

    def formula(self, _):
        return f"$$\n{self.random.choice(MATH)}\n$$"

    def rule(self, _):
        return "---"

    def hint(self, depth):
        style = self.random.choice(["info", "warning", "danger", "success", "odd"])
        return f'{{% hint style="{style}" %}}\n{self.blocks(3, depth - 1)}\n{{% endhint %}}'

    def tabs(self, depth):
        tab = lambda: f'{{% tab title="{self.word()}" %}}\n{self.blocks(2, depth - 1)}\n{{% endtab %}}'
        return "{% tabs %}\n" + "\n".join(tab() for _ in range(self.random.randint(1, 3))) + "\n{% endtabs %}"

    def steps(self, depth):
        step = lambda: f"{{% step %}}\n### {self.words(3)}\n\n{self.blocks(2, depth - 1)}\n{{% endstep %}}"
        return "{% stepper %}\n" + "\n".join(step() for _ in range(self.random.randint(1, 3))) + "\n{% endstepper %}"

    def details(self, depth):
        return f"<details>\n\n<summary>{self.line(1)}</summary>\n\n{self.blocks(2, depth - 1)}\n</details>"

    def cards(self, _):
        row = lambda: f'<tr><td><strong>{self.line(1)}</strong></td><td>{self.line(1)}</td><td><a href="{self.url()}">{self.word()}</a></td></tr>'
        return ('<table data-view="cards"><thead><tr><th></th><th></th><th data-card-target data-type="content-ref"></th></tr></thead>'
                f'<tbody>{"".join(row() for _ in range(self.random.randint(1, 4)))}</tbody></table>')

    def html(self, depth):
        """Elements around blocks, closed or not, with attributes that mean something or nothing."""
        name = self.random.choice(["div", "section", "article", "center", "blockquote", "ul", "ol", "dl", "p", "h2", "pre", "figure", "my-box", "svg", "table"])
        inner = {"ul": "li", "ol": "li", "dl": "dd", "table": "td"}.get(name, self.random.choice(["p", "b", "span", "hr", "img", "li"]))
        attributes = self.random.choice(["", ' align="center"', ' id="titre"', ' style="color:red"', ' onclick="x()"', ' start="3" type="a"', ' title="'])
        end = self.random.choice([f"</{name}>", "", "</div>", f"</{name}></{name}>"])
        between = self.random.choice(["\n\n", "\n", " "])
        return f"<{name}{attributes}>{between}<{inner}>{self.line(1)}</{inner}>{between}{self.blocks(2, depth - 1)}{between}{end}"

    def quote(self, depth):
        return "\n".join("> " + line for line in self.blocks(2, depth - 1).splitlines())

    def columns(self, depth):
        column = lambda: f"{{% column %}}\n{self.blocks(2, depth - 1)}\n{{% endcolumn %}}"
        return "{% columns %}\n" + column() + "\n" + column() + "\n{% endcolumns %}"

    def unknown(self, depth):
        name = self.random.choice(["odd", "endhint", "file src=\"picture.png\"", f'content-ref url="{self.url()}"', "embed url=\"https://a.b/\""])
        return f"{{% {name} %}}\n{self.blocks(1, depth - 1)}\n<div align=\"x\">{self.line()}</div>"
