"""Sound files with one thing changed each: elements, attributes, ids and references of EPUB, PPTX and slides in HTML; bytes, numbers
and references of PDF."""

import io
import re
import warnings
import zipfile

from lxml import etree

PARTS = {".epub": (".xhtml", ".opf", ".ncx", ".svg", "container.xml"), ".pptx": (".xml", ".rels")}
# What an element may become that is known, but does not belong where it stands.
OTHERS = {"p": ("span", "li", "h1"), "div": ("p", "td"), "li": ("p",), "a": ("nav", "button"), "span": ("div", "a"), "section": ("body",),
          "h1": ("h6", "title"), "h2": ("h6",), "h3": ("h1",), "td": ("tr",), "ol": ("ul", "p"), "ul": ("nav",), "em": ("p",),
          "strong": ("section",), "figure": ("figcaption",), "img": ("video",), "rect": ("font",), "path": ("script",)}
NESTED = {"a": ("a", "button"), "p": ("p", "div", "table"), "h2": ("p", "h3"), "li": ("li",), "nav": ("h1",), "figcaption": ("figcaption",)}
# Values at the edges of what attributes may be, for the elements of a PPTX only.
NUMBERS = {True: ("0", "1.5", "true", "2147483648", "-2147483649", "27273042316901", "0.5cm")}
STYLES = ("a{background:url(missing.png)}", "a{background:url(http://a.b/c.png)}", "@import 'missing.css';", "@import 'http://a.b/c.css';",
          "a{color:red", "a{", "}", "@font-face{font-family:x;src:url(missing.ttf)}", "@namespace 'x';", "a{position:fixed}", "a{color:}", "@charset 'x';")


def local(element):
    return etree.QName(element).localname


def renamed(element, name):
    namespace = etree.QName(element).namespace
    element.tag = f"{{{namespace}}}{name}" if namespace else name


def changed_elements(root):
    """What to do to each element of a tree, with its number, once for every kind of place."""
    def operations(element):
        parent, name = element.getparent(), local(element)
        if parent is not None:
            yield "drop", lambda e: e.getparent().remove(e)
            yield "double", lambda e: e.addnext(etree.fromstring(etree.tostring(e, with_tail=False)))
            yield "unwrap", lambda e: (e.addnext(c) for c in reversed(list(e)))
            yield "last", lambda e: e.getparent().append(e)
            yield from moved(element)
        yield "unknown", lambda e: renamed(e, "unknown")
        for other in OTHERS.get(name, ()):
            yield f"as {other}", lambda e, other=other: renamed(e, other)
        for inner in NESTED.get(name, ()):
            yield f"with {inner}", lambda e, inner=inner: renamed(etree.SubElement(e, e.tag), inner)
        yield "with text", lambda e: setattr(e, "text", "text " + (e.text or ""))
        yield "with attribute", lambda e: e.set("unknown", "1")
        if "id" not in element.attrib:
            yield "with bad id", lambda e: e.set("id", "1 2")
        yield "empty", lambda e: [e.remove(c) for c in list(e)] or setattr(e, "text", None)
        for key in element.attrib:
            short = etree.QName(key).localname
            yield f"without @{short}", lambda e, key=key: e.attrib.pop(key)
            for value in ("", "x y", "-1", "99999999999", *NUMBERS.get(office(element), ())):
                yield f"@{short}={value!r}", lambda e, key=key, value=value: e.set(key, value)
            if office(element):
                yield f"@{short} of another", lambda e, key=key: of_another(e, key)
            if short in ("id", "Id", "PartName", "Extension"):
                yield f"same @{short}", lambda e, key=key: same(e, key)
            if short in ("href", "src", "Target"):
                for value in ("missing.xhtml", "#missing", "http://[", "javascript:alert(1)", "http://a.b/c", "../../../x", "file:///etc/passwd"):
                    yield f"@{short}={value!r}", lambda e, key=key, value=value: e.set(key, value)

    seen = set()
    for number, element in enumerate(root.iter(etree.Element)):
        place = "/".join(local(e) for e in [element, *list(element.iterancestors())[:2]][::-1])
        for name, change in operations(element):
            if (place, name) not in seen:
                seen.add((place, name))
                yield f"{place} {name}", number, change


def office(element):
    """Whether the element is one of a PPTX, whose readers are told what every number may be."""
    return str(etree.QName(element).namespace).startswith("http://schemas.openxmlformats.org/")


def moved(element):
    """Elements of a PPTX stand in an order; each is put before the next one, or called as one of its neighbours."""
    if not office(element):
        return
    following, parent = element.getnext(), element.getparent()
    if following is not None and following.tag != element.tag:
        yield "behind the next", lambda e: e.getnext().addnext(e)
        yield f"as its neighbour {local(following)}", lambda e: setattr(e, "tag", e.getnext().tag)
    yield f"as its parent {local(parent)}", lambda e: setattr(e, "tag", e.getparent().tag)
    yield "in itself", lambda e: e.insert(0, etree.fromstring(etree.tostring(e, with_tail=False)))


def of_another(element, key):
    """The next other value that the tree has for the attribute."""
    values = [e.get(key) for e in element.getroottree().iter(etree.Element) if key in e.attrib]
    at = values.index(element.get(key))
    for value in values[at:] + values[:at]:
        if value != element.get(key):
            return element.set(key, value)


def same(element, key):
    """The value that another element of the tree has."""
    for other in element.getroottree().iter(etree.Element):
        if other is not element and key in other.attrib:
            return element.set(key, other.get(key))


def with_part(parts, name, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, bytes_ in parts.items():
            kind = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(part), data if part == name else bytes_, kind)
    return out.getvalue()


def packed(entries, method=zipfile.ZIP_DEFLATED):
    """A package of names and bytes, where a name may come twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def whole_parts(parts):
    """Every kind of part of a PPTX once: it is not there, there twice, called another name, or no XML as it should be."""
    for kind, part in {"".join(c for c in part if not c.isdigit()): part for part in reversed(parts)}.items():
        data, rest = parts[part], [(name, data) for name, data in parts.items() if name != part]
        other = {"not there": [], "there twice": [(part, data)] * 2, "there in capitals": [(part, data), (part.upper(), data)],
                 "behind a backslash": [(part.replace("/", "\\") + "\\", data)], "in another folder": [("other/" + part, data)],
                 "with an odd one": [(part, data), (part + ".odd", data)], "empty": [(part, b"")], "cut off": [(part, data[:len(data) // 2])]}
        if part.endswith((".xml", ".rels")):
            end = data.rindex(b"<")
            other |= {"with an open element": [(part, data[:end] + b"<x>" + data[end:])], "with two roots": [(part, data + b"<x/>")],
                      "with an odd prefix": [(part, data[:end] + b"<odd:x/>" + data[end:])], "with NUL": [(part, data[:end] + b"&#0;" + data[end:])],
                      "with an entity": [(part, data[:end] + b"&odd;" + data[end:])], "with odd bytes": [(part, data[:end] + b"\xff" + data[end:])],
                      "with another root": [(part, b'<x xmlns="http://schemas.openxmlformats.org/presentationml/2006/main"/>')]}
        for name, entries in other.items():
            yield f"{kind}: {name}", packed(rest + entries)
    yield "package: packed in a way of its own", packed(parts.items(), zipfile.ZIP_BZIP2)
    sound = packed(parts.items(), zipfile.ZIP_STORED)
    yield "package: another byte", sound.replace(b"<p:sld ", b"<p:sle ", 1)
    yield "package: cut off", sound[:len(sound) // 2]


TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
ACTIVE = ('<script>alert(1)</script>', '<style>a{}</style>', '<iframe src="https://a.b/"></iframe>', '<img src="https://a.b/c.png" alt="">',
          '<a href="javascript:alert(1)">x</a>', '<a href="https://a.b/">x</a>', '<img src="data:,">', '<form action="https://a.b/"></form>',
          '<object data="https://a.b/"></object>', '<embed src="https://a.b/">', '<base href="https://a.b/">', '<p aria-labelledby="none">x</p>',
          '<a href="#none">x</a>', '<link rel="stylesheet" href="https://a.b/c.css">', '<meta http-equiv="refresh" content="0;url=https://a.b/">',
          '<p>&#0;</p>', '<p style="background:url(https://a.b/c.png)">x</p>')


def html_mutants(page):
    """Every kind of place once: its element is changed, or something is put behind its start tag."""
    seen, open_elements, raw = set(), [], None
    for tag in TAG.finditer(page):
        end, name, rest = tag.groups()
        if raw and not (end and name == raw):
            continue
        raw = name if name in ("style", "script") and not end else None
        if end:
            while open_elements and open_elements.pop() != name:
                pass
        place = "/".join([*open_elements[-1:], end + name])
        if not end and not rest.endswith("/") and name not in ("meta", "link", "br", "hr", "img", "input", "col"):
            open_elements.append(name)
        before, after = page[:tag.start()], page[tag.end():]
        changes = {"drop tag": "", "double tag": tag[0] * 2, "unknown": f"<{end}unknown{rest}>", "text": tag[0] + "text"}
        if not end:
            for inner in NESTED.get(name, ("a", "li", "td", "div", "h2")):
                changes[f"with {inner}"] = f"{tag[0]}<{inner}>x</{inner}>"
            for other in OTHERS.get(name, ()):
                changes[f"start as {other}"] = f"<{other}{rest}>"
            if name in ("main", "section", "p", "svg"):
                changes |= {f"with {active}": tag[0] + active for active in ACTIVE}
            changes["with script"] = f'<{name} onclick="alert(1)"{rest}>'
            for key, value in re.findall(r' ([a-z-]+)="([^"]*)"', rest):
                changes[f"without @{key}"] = tag[0].replace(f' {key}="{value}"', "", 1)
                changes[f"@{key} twice"] = tag[0].replace(f' {key}="{value}"', f' {key}="{value}" {key}="x"', 1)
                for bad in ("", "x y", "javascript:alert(1)", "https://a.b/c", "#missing") if key in ("href", "src", "id", "lang") else ():
                    changes[f"@{key}={bad!r}"] = tag[0].replace(f' {key}="{value}"', f' {key}="{bad}"', 1)
                if key == "id":
                    changes["same @id"] = tag[0].replace(f' id="{value}"', ' id="_title"', 1)
        for change, to in changes.items():
            if (place, change) not in seen:
                seen.add((place, change))
                yield f"html: {place} {change}", (before + to + after).encode()


def pdf_mutants(data):
    """Each kind of word of the file changed once or some times, wherever it stands: numbers, names, references, marks, bytes."""
    streams = [(m.end(), data.index(b"endstream", m.end())) for m in re.finditer(rb"stream\r?\n", data) if data[m.start() - 3:m.start()] != b"end"]
    for share in (0, 1, 10, 50, 90, 99):
        yield f"pdf: cut at {share} %", data[:len(data) * share // 100]
    for pattern in (rb"startxref\s+\d+", rb"/Size \d+", rb"/Root \d+ 0 R", rb"/Length \d+", rb"/Type ?/XRef", rb"/Type ?/ObjStm", rb"/First \d+", rb"/N \d+",
                    rb"/W ?\[[^]]*\]", rb"/Index ?\[[^]]*\]", rb"\d+ 0 obj", rb"endobj", rb"endstream", rb"%%EOF", rb"%PDF-\d\.\d", rb"/FlateDecode", rb"/Type ?/Catalog",
                    rb"/Pages \d+ 0 R", rb"/Type ?/Pages?", rb"/Kids ?\[[^]]*\]", rb"/Count \d+", rb"/Parent \d+ 0 R", rb"/Contents \d+ 0 R", rb"/MediaBox ?\[[^]]*\]",
                    rb"/Resources \d+ 0 R", rb"/ID ?\[[^]]*\]", rb"xref\n", rb"trailer", rb"/Metadata \d+ 0 R"):
        found = [m for m in re.finditer(pattern, data) if not any(b <= m.start() < e for b, e in streams)]
        for which in sorted({0, len(found) // 2, len(found) - 1}):
            if not 0 <= which < len(found):
                continue
            m = found[which]
            number = re.search(rb"\d+", m[0])
            changes = {"drop": b"", "double": m[0] * 2, "unknown": b"/Unknown 1"}
            if number:
                for value in (b"0", b"999999999", b"-1", str(int(number[0]) + 1).encode()):
                    changes[value.decode()] = m[0].replace(number[0], value, 1)
            for name, to in changes.items():
                yield f"pdf: {pattern.decode()} {which} {name}", data[:m.start()] + to + data[m.end():]
    for which in sorted({0, len(streams) // 2, len(streams) - 1}):
        begin, end = streams[which]
        for share in (0, 10, 50, 95):
            at = begin + (end - begin) * share // 100
            yield f"pdf: byte of stream {which} at {share} %", data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:]


def mutants(path, wanted=lambda name: True):
    """Name and bytes of every mutant of a file whose name is wanted."""
    if path.suffix == ".html":
        return html_mutants(path.read_text())
    if path.suffix == ".pdf":
        return pdf_mutants(path.read_bytes())
    return package_mutants(path, wanted)


def package_mutants(path, wanted):
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    seen = set()
    if path.suffix == ".pptx":
        yield from (mutant for mutant in whole_parts(parts) if wanted(mutant[0]))
    for part, data in parts.items():
        kind = "".join(c for c in part if not c.isdigit())
        if path.suffix == ".epub" and part.endswith(".css"):
            for rule in STYLES:
                yield f"{kind}: {rule}", with_part(parts, part, data + rule.encode())
        if not part.endswith(PARTS[path.suffix]):
            continue
        for name, number, change in changed_elements(etree.fromstring(data)):
            shown = f"{kind.rpartition('/')[0] if part.endswith('.xhtml') else kind}: {name}"
            if shown in seen or not wanted(shown):
                continue
            seen.add(shown)
            tree = etree.fromstring(data)
            try:
                done = change(list(tree.iter(etree.Element))[number])
                if hasattr(done, "__next__"):
                    list(done)
            except (ValueError, TypeError):
                continue
            yield shown, with_part(parts, part, etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8"))
