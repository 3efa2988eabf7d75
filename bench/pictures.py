"""A book rich in pictures that are made here: drawings with the filters that drawing programs write, photographs of noise and
gradients, screenshots. A fixed seed: the same book each time. `pictures.py FOLDER [PAGES]`.
Needs Debian's python3-numpy and libturbojpeg0-dev."""

import ctypes
import pathlib
import random
import struct
import sys
import zlib

import numpy

from books import write

WORDS = ("the team meets its users every week and writes down what they said a service is changed in small steps so that nobody "
         "has to learn it anew what is measured is shown to all").split()
COLOURS = ("#2266aa", "#aa4422", "#22884e", "#7a4fa0", "#c08a1e", "#44546a")

# As Mermaid and PlantUML, Inkscape, Figma and draw.io write shadows, blurs and outlines.
FILTERS = {
    "shadow": '<feDropShadow dx="2" dy="3" stdDeviation="3" flood-color="#000" flood-opacity="0.35"/>',
    "figma": '<feFlood flood-opacity="0" result="b"/><feColorMatrix in="SourceAlpha" type="matrix" '
             'values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="h"/><feOffset dy="4"/><feGaussianBlur stdDeviation="4"/>'
             '<feComposite in2="h" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>'
             '<feBlend in2="b" result="e"/><feBlend in="SourceGraphic" in2="e"/>',
    "plantuml": '<feGaussianBlur result="o" stdDeviation="2"/><feColorMatrix in="o" result="p" type="matrix" '
                'values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .4 0"/><feOffset dx="4" dy="4" in="p" result="q"/>'
                '<feBlend in="SourceGraphic" in2="q" mode="normal"/>',
    "inkscape": '<feGaussianBlur stdDeviation="5"/>',
    "outline": '<feMorphology in="SourceAlpha" operator="dilate" radius="2" result="m"/><feFlood flood-color="#ffffff"/>'
               '<feComposite in2="m" operator="in"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>',
}


def drawing(chance, number):
    """Boxes with words, joined by lines; most of them with a filter."""
    kind = list(FILTERS)[number % len(FILTERS)]
    width, height = chance.choice(((720, 420), (960, 540), (480, 640)))
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
             f'<defs><filter id="f" x="-20%" y="-20%" width="150%" height="150%">{FILTERS[kind]}</filter></defs>'
             f'<rect width="{width}" height="{height}" fill="#fbfbf8"/>']
    for box in range(chance.randint(4, 10)):
        x, y = chance.randint(10, width - 170), chance.randint(10, height - 80)
        parts.append(f'<path d="M{x} {y}L{chance.randint(0, width)} {chance.randint(0, height)}" stroke="#555" fill="none"/>'
                     f'<rect x="{x}" y="{y}" width="150" height="56" rx="8" fill="{chance.choice(COLOURS)}" filter="url(#f)"/>'
                     f'<text x="{x + 75}" y="{y + 33}" text-anchor="middle" font-family="sans-serif" font-size="16" fill="#fff">'
                     f'{" ".join(chance.choices(WORDS, k=2))}</text>')
    return "".join(parts) + "</svg>"


def photograph(seed, width, height, quality=92):
    """Clouds of several sizes and the grain of a sensor, as a JPEG file."""
    chance = numpy.random.default_rng(seed)
    picture = numpy.zeros((height, width, 3), numpy.float32)
    for cells in (3, 9, 27, 81):
        small = chance.random((cells, cells * 4 // 3 + 1, 3), dtype=numpy.float32)
        rows, columns = numpy.linspace(0, cells - 1.001, height), numpy.linspace(0, small.shape[1] - 1.001, width)
        top, left = rows.astype(int), columns.astype(int)
        down, right = (rows - top)[:, None, None].astype(numpy.float32), (columns - left)[None, :, None].astype(numpy.float32)
        at = lambda y, x: small[numpy.ix_(y, x)]
        upper = at(top, left) * (1 - right) + at(top, left + 1) * right
        lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right
        picture += (upper * (1 - down) + lower * down) * (190 / cells ** 0.6)
    picture += chance.normal(0, 4, picture.shape)
    pixels = numpy.ascontiguousarray(numpy.clip(picture - picture.min(), 0, 255).astype(numpy.uint8))
    library = ctypes.CDLL("libturbojpeg.so.0")
    library.tjInitCompress.restype = ctypes.c_void_p
    file, size = ctypes.c_void_p(), ctypes.c_ulong()
    rgb, chroma_420 = 0, 2
    failed = library.tjCompress2(ctypes.c_void_p(library.tjInitCompress()), pixels.ctypes.data_as(ctypes.c_void_p), width, 0,
                                 height, rgb, ctypes.byref(file), ctypes.byref(size), chroma_420, quality, 0)
    assert not failed
    return ctypes.string_at(file, size.value)


def png(pixels):
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))


def screenshot(chance, width, height):
    """Panels, lines of what looks like words with grey edges, one soft gradient."""
    pixels = numpy.full((height, width, 3), 250, numpy.uint8)
    pixels[:56] = (36, 52, 84)
    pixels[56:, :width // 5] = (238, 241, 246)
    pixels[56:120, width // 5:] = numpy.linspace(225, 245, width - width // 5)[None, :, None].astype(numpy.uint8)
    for row in range(150, height - 40, 26):
        x = width // 5 + 40
        while x < width - 200:
            for _ in range(chance.randint(2, 9)):
                tall = chance.randint(7, 14)
                pixels[row + 14 - tall:row + 14, x:x + 2] = 40
                pixels[row + 14 - tall:row + 14, x + 2] = chance.choice((120, 160, 200))
                pixels[row + 12:row + 14, x:x + 6] = 60
                x += 9
            x += 10
    return png(pixels)


def gitbook(folder, pages=24, seed=21):
    """A page for each two drawings, two screenshots and one photograph, between paragraphs."""
    chance = random.Random(seed)
    write(folder / "triptych.yaml", "title: Pictures\nlanguage: en\n")
    names = []
    for number in range(1, pages + 1):
        text = [f"# Page {number}\n"]
        pictures = [(f"drawing-{number}-a.svg", drawing(chance, 2 * number)), (f"screen-{number}-a.png", screenshot(chance, 1920, 1080)),
                    (f"photo-{number}.jpg", photograph(seed + number, 4000, 3000) if number % 3 == 1 else
                     photograph(seed + number, 2000, 1500)),
                    (f"drawing-{number}-b.svg", drawing(chance, 2 * number + 1)), (f"screen-{number}-b.png", screenshot(chance, 1440, 900))]
        for name, data in pictures:
            write(folder / "images" / name, data)
            words = " ".join(chance.choices(WORDS, k=70))
            text.append(f"## {' '.join(chance.choices(WORDS, k=3)).capitalize()}\n\n{words.capitalize()}.\n\n![{name}](images/{name})\n")
        write(folder / f"page-{number}.md", "\n".join(text))
        names.append(f"* [Page {number}](page-{number}.md)")
    write(folder / "SUMMARY.md", "# Summary\n\n" + "\n".join(names) + "\n")


if __name__ == "__main__":
    gitbook(pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:3]))
