"""Small fonts of every kind a layout may name, made on the spot: each glyph is a box."""

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

CHARACTERS = ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
              ".,:;!?()/'’«»–-…éèàçêôîùœÉÀ \u00a0\u202f")
LIGATURE = "fi"


def width(index):
    return 300 + index * 37 % 400


def draw(pen, index):
    """A box as high as the glyph's number; spaces stay empty."""
    if index > 0 and CHARACTERS[index - 1:index].isspace():
        return
    right, top = width(index) - 40, 200 + index * 5
    pen.moveTo((40, 0))
    pen.lineTo((40, top))
    pen.lineTo((right, top))
    pen.lineTo((right, 0))
    pen.closePath()


def plain_name(index):
    return ".notdef" if index == 0 else f"glyph{index:05}"


def cid_name(index):
    """CIDs that are not glyph numbers."""
    return ".notdef" if index == 0 else f"cid{1000 + 3 * index:05}"


class Fixture:
    def __init__(self, is_truetype, name_of=plain_name):
        self.count = len(CHARACTERS) + 2
        self.names = [name_of(index) for index in range(self.count)]
        self.builder = FontBuilder(1000, isTTF=is_truetype)
        self.builder.setupGlyphOrder(self.names)
        self.builder.setupCharacterMap(
            {ord(c): self.names[index] for index, c in enumerate(CHARACTERS, start=1)})

    def glyph(self, character):
        return self.names[CHARACTERS.index(character) + 1]

    def add_truetype(self):
        glyphs = {}
        for index, name in enumerate(self.names):
            pen = TTGlyphPen(None)
            draw(pen, index)
            glyphs[name] = pen.glyph()
        self.builder.setupGlyf(glyphs)
        return self

    def add_weights(self):
        """Black glyphs are a tenth of an em wider than regular ones."""
        self.builder.setupNameTable({"familyName": "Fixture", "styleName": "Regular"})
        self.builder.setupFvar([("wght", 100, 400, 900, "Weight"),
                                ("wdth", 50, 100, 150, "Width")], [])
        glyphs = self.builder.font["glyf"]
        moved = {}
        for name in self.names:
            corners = [(0, 0), (0, 0), (100, 0), (100, 0)] if glyphs[name].numberOfContours else []
            moved[name] = [TupleVariation({"wght": (0, 1, 1)},
                                          corners + [(0, 0), (100, 0), (0, 0), (0, 0)])]
        self.builder.setupGvar(moved)
        return self

    def add_cff(self):
        programs = {}
        for index, name in enumerate(self.names):
            pen = T2CharStringPen(width(index), None)
            draw(pen, index)
            programs[name] = pen.getCharString()
        self.builder.setupCFF("Fixture-Regular", {"FullName": "Fixture"}, programs, {})
        return self

    def key_by_cid(self):
        top = self.builder.font["CFF "].cff.topDictIndex[0]
        top.rawDict.pop("Encoding", None)
        top.ROS = ("Adobe", "Identity", 0)
        top.CIDCount = 9999
        part = FontDict()
        part.FontName = "Fixture-Part"
        part.Private = top.Private
        top.FDArray = FDArrayIndex()
        top.FDArray.append(part)
        top.FDSelect = FDSelect()
        top.FDSelect.format = 3
        top.FDSelect.gidArray = [0] * self.count
        top.CharStrings.fdArray = top.FDArray
        top.CharStrings.fdSelect = top.FDSelect
        del top.Private
        return self

    def save(self, path):
        builder = self.builder
        builder.setupHorizontalMetrics(
            {name: (width(index), 40) for index, name in enumerate(self.names)})
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": "Fixture", "styleName": "Regular",
                                "psName": "Fixture-Regular"})
        builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800,
                         usWinDescent=200, sCapHeight=700, sxHeight=500)
        builder.setupPost()
        joined = " ".join(self.glyph(letter) for letter in LIGATURE)
        builder.addOpenTypeFeatures(
            f"feature liga {{ sub {joined} by {self.names[-1]}; }} liga;")
        builder.save(path)


def make(kind, path):
    """`kind` is truetype, variable, cff-names or cff-cids."""
    if kind == "truetype":
        Fixture(True).add_truetype().save(path)
    elif kind == "variable":
        Fixture(True).add_truetype().add_weights().save(path)
    elif kind == "cff-names":
        Fixture(False).add_cff().save(path)
    elif kind == "cff-cids":
        Fixture(False, cid_name).add_cff().key_by_cid().save(path)
    else:
        raise ValueError(kind)
