"""Sound files with one thing changed each: elements, attributes, ids and references of EPUB and PPTX."""

import io
import zipfile

from lxml import etree

PARTS = {".epub": (".xhtml", ".opf", ".ncx", ".svg", "container.xml"), ".pptx": (".xml", ".rels")}
# What an element may become that is known, but does not belong where it stands.
OTHERS = {"p": ("span", "li", "h1"), "div": ("p", "td"), "li": ("p",), "a": ("nav", "button"), "span": ("div", "a"), "section": ("body",),
          "h1": ("h6", "title"), "h2": ("h6",), "h3": ("h1",), "td": ("tr",), "ol": ("ul", "p"), "ul": ("nav",), "em": ("p",),
          "strong": ("section",), "figure": ("figcaption",), "img": ("video",), "rect": ("font",), "path": ("script",)}
NESTED = {"a": ("a", "button"), "p": ("p", "div", "table"), "h2": ("p", "h3"), "li": ("li",), "nav": ("h1",), "figcaption": ("figcaption",)}
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
            for value in ("", "x y", "-1", "99999999999"):
                yield f"@{short}={value!r}", lambda e, key=key, value=value: e.set(key, value)
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


def mutants(path):
    """Name and bytes of every mutant of a file."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    seen = set()
    for part, data in parts.items():
        kind = "".join(c for c in part if not c.isdigit())
        if path.suffix == ".epub" and part.endswith(".css"):
            for rule in STYLES:
                yield f"{kind}: {rule}", with_part(parts, part, data + rule.encode())
        if not part.endswith(PARTS[path.suffix]):
            continue
        for name, number, change in changed_elements(etree.fromstring(data)):
            shown = f"{kind.rpartition('/')[0] if part.endswith('.xhtml') else kind}: {name}"
            if shown in seen:
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
