"""The two ways to write a PDF, compact and readable, write the same objects: goldens show what ships."""

import base64
import json
import re
import sys
import unittest

import odd_books_test as odd
from support import ROOT, WithBook, run, triptych

# What a way of writing adds of its own: where objects are, how streams are packed, the hash of the file.
PACKING = {"/Length", "/Filter", "/DecodeParms"}
TRAILER = PACKING | {"/ID", "/Size", "/Type", "/W", "/Index", "/Prev"}
FILE_OBJECTS = {"/XRef", "/ObjStm"}

TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)


def one_notation(content):
    """Strings of a content stream in hexadecimal digits, whichever way they were written."""
    def digits(found):
        if found[1] is not None:
            return b"<" + found[1].upper() + b">"
        text = re.sub(rb"\\(.)", lambda c: b"\r" if c[1] == b"r" else c[1], found[2], flags=re.DOTALL)
        return b"<" + text.hex().upper().encode() + b">"
    return TOKEN.sub(digits, content)


class PDF:
    """The objects of a file as qpdf reads them."""

    def __init__(self, path):
        said = run("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                   "--decode-level=generalized", path)
        assert said.returncode == 0, said.stderr
        objects = json.loads(said.stdout)["qpdf"][1]
        self.trailer = {key: value for key, value in objects.pop("trailer")["value"].items()
                        if key not in TRAILER}
        self.values, self.streams = {}, {}
        for name, body in objects.items():
            if "stream" in body:
                self.add_stream(name, body["stream"])
            else:
                self.values[name] = body["value"]
        self.drop_lengths()
        for name in self.contents():
            entries, data = self.streams[name]
            self.streams[name] = entries, one_notation(data)

    def add_stream(self, name, stream):
        entries = {key: value for key, value in stream["dict"].items() if key not in PACKING}
        if entries.get("/Type") not in FILE_OBJECTS:
            self.streams[name] = entries, base64.b64decode(stream["data"])

    def drop_lengths(self):
        """libharu writes lengths of streams as objects of their own, which nothing else names."""
        self.values = {name: value for name, value in self.values.items() if not isinstance(value, int)}

    def contents(self):
        return {"obj:" + page["/Contents"] for page in self.values.values()
                if isinstance(page, dict) and page.get("/Type") == "/Page" and "/Contents" in page}


class Serializers(WithBook):
    def made(self, book, *options):
        triptych("build", book, "-o", self.folder / "out", "--to", "booklet,slides", *options)
        return sorted((self.folder / "out").glob("*.pdf"))

    def assert_same_objects(self, book, *options):
        compact = {path.name: PDF(path) for path in self.made(book, *options)}
        self.assertTrue(compact)
        for path in self.made(book, "--pdf-readable", *options):
            readable, packed = PDF(path), compact.pop(path.name)
            with self.subTest(pdf=path.name):
                self.assertGreater(len(packed.values), 10)
                self.assertEqual(readable.trailer, packed.trailer)
                self.assertEqual(set(readable.values), set(packed.values))
                self.assertEqual(set(readable.streams), set(packed.streams))
                for name, value in packed.values.items():
                    self.assertEqual(readable.values[name], value, name)
                for name, stream in packed.streams.items():
                    self.assertEqual(readable.streams[name], stream, name)
        self.assertEqual(compact, {})

    def test_the_handbook(self):
        self.assert_same_objects(ROOT / "content")

    def test_the_example(self):
        self.assert_same_objects(ROOT / "examples/carnet")

    def test_the_example_for_a_print_shop(self):
        self.assert_same_objects(ROOT / "examples/carnet", "--for", "print")

    def test_odd_books(self):
        self.write("README.md", odd.TEXT)
        self.write("tables.md", odd.TABLES)
        self.write("triptych.yaml", odd.METADATA)
        pictures = {f"{name}.png": data for name, data in odd.PICTURES.items()}
        pictures |= {f"{name}.svg": odd.SVG % drawing for name, drawing in odd.DRAWINGS.items()}
        for name, data in pictures.items():
            self.write(name, data)
        self.write("pictures.md", "# Images\n\n" + "\n\n".join(f"![{n}]({n})" for n in pictures))
        self.write("SUMMARY.md", "# S\n\n* [A](README.md)\n* [B](tables.md)\n* [C](pictures.md)\n")
        self.assert_same_objects(self.book)


if __name__ == "__main__":
    sys.exit(unittest.main())
