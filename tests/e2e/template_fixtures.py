"""Corporate templates for the tests, as PowerPoint writes them: masters, layouts, themes, pictures."""

import base64
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
KIND = "application/vnd.openxmlformats-officedocument."
NAMES = ('xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
         'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
GROUP = ('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
         '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>')
COLOURS = {"dk1": "1B1B35", "lt1": "FFFFFF", "dk2": "6A1B4D", "lt2": "F2E9F0", "accent1": "A5195B", "accent2": "0B7A75",
           "accent3": "7B2D26", "accent4": "2E6F40", "accent5": "9A6A00", "accent6": "B3261E", "hlink": "0B5CAD",
           "folHlink": "6A1B4D"}

WIDE = (12192000, 6858000)
OLD = (9144000, 6858000)  # 4:3


def shape(number, kind, index, box, prompt="Texte"):
    """A placeholder; `box` is None where the master says its place."""
    place = ""
    if box:
        x, y, cx, cy = box
        place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    reference = (f' type="{kind}"' if kind else "") + (f' idx="{index}"' if index else "")
    text = f"<a:r><a:rPr lang=\"fr-FR\"/><a:t>{prompt}</a:t></a:r>"
    if kind == "sldNum":
        text = ('<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>‹N°›</a:t></a:fld>')
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="P {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f"<p:ph{reference}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>")


def scaled(box, size):
    """A box given in thousandths of the slide."""
    return box and tuple(value * side // 1000 for value, side in zip(box, size * 2))


TITLE, BODY = (70, 60, 860, 170), (70, 260, 860, 600)
LEFT, RIGHT = (70, 260, 420, 600), (510, 260, 420, 600)
FOOT = [("dt", 10, (70, 920, 200, 50)), ("ftr", 11, (330, 920, 340, 50)), ("sldNum", 12, (730, 920, 200, 50))]

LAYOUTS = [
    ("title", "Diapositive de titre", [("ctrTitle", 0, (125, 160, 750, 350)), ("subTitle", 1, (125, 530, 750, 240))]),
    ("obj", "Titre et contenu", [("title", 0, None), ("", 1, None)]),
    ("secHead", "Titre de section", [("title", 0, (70, 250, 860, 400)), ("body", 1, (70, 670, 860, 200))]),
    ("twoObj", "Deux contenus", [("title", 0, None), ("", 1, LEFT), ("", 2, RIGHT)]),
    ("titleOnly", "Titre seul", [("title", 0, None)]),
    ("blank", "Vide", []),
    ("picTx", "Image avec légende", [("title", 0, (70, 100, 320, 230)), ("pic", 1, (420, 100, 510, 760)),
                                     ("body", 2, (70, 340, 320, 520))]),
]


def level(number, size, mark="•"):
    bullet = f'<a:buChar char="{mark}"/>' if mark else "<a:buNone/>"
    return (f'<a:lvl{number}pPr marL="{228600 + 457200 * (number - 1)}" indent="-228600"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{1000 if number == 1 else 500}"/></a:spcBef><a:buFont typeface="Arial"/>{bullet}'
            f'<a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr>'
            f"</a:lvl{number}pPr>")


def styles(title_size, body_size, first_mark):
    levels = level(1, body_size, first_mark) + "".join(level(n, max(1400, body_size - 400 * (n - 1))) for n in range(2, 10))
    return ('<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/>'
            f'</a:spcBef><a:buNone/><a:defRPr sz="{title_size}" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
            f'<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>'
            '<p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles>')


def theme(family, colours):
    slots = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in colours.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    return (f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Charte"><a:themeElements>'
            f'<a:clrScheme name="Charte">{slots}</a:clrScheme><a:fontScheme name="Charte"><a:majorFont><a:latin typeface="{family}"/>'
            f'<a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="{family}"/><a:ea typeface=""/>'
            f'<a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Charte"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
            f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
            f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>")


class Parts(dict):
    """Name of a part to its bytes; relationships and content types are kept beside."""

    def __init__(self):
        super().__init__()
        self.types, self.relationships = {}, {}

    def put(self, name, kind, text):
        self[name] = text if isinstance(text, bytes) else text.encode()
        self.types[name] = kind if "/" in kind else KIND + kind + "+xml"

    def relate(self, source, kind, target, mode=""):
        every = self.relationships.setdefault(source, [])
        every.append((OFFICE + kind if "/" not in kind else kind, target, mode))
        return f"rId{len(every)}"

    def save(self, path):
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.types.items())
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", f'{HEAD}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
                             f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>')
            for source, every in self.relationships.items():
                folder, _, name = source.rpartition("/")
                rows = "".join(f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>'
                               for number, (kind, target, mode) in enumerate(every, start=1))
                archive.writestr(f"{folder}/_rels/{name}.rels".lstrip("/"),
                                 f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>')
            for name, data in self.items():
                archive.writestr(name, data)
        return path


def add_master(parts, number, first_layout, size, layouts, options):
    """A master with its theme and layouts; returns the number of the next layout."""
    master = f"ppt/slideMasters/slideMaster{number}.xml"
    parts.put(f"ppt/theme/theme{number}.xml", "theme", theme(options["family"], options["colours"]))
    theme_id = parts.relate(master, "theme", f"/ppt/theme/theme{number}.xml")
    assert theme_id == "rId1"
    picture = parts.relate(master, "image", "/ppt/media/logo.png")
    ids = ""
    for offset, (kind, name, placeholders) in enumerate(layouts):
        part = f"ppt/slideLayouts/slideLayout{first_layout + offset}.xml"
        foot = [(kind, index, None) for kind, index, _ in FOOT]
        drawn = "".join(shape(i, *ph[:2], scaled(ph[2], size)) for i, ph in enumerate(placeholders + foot, start=2))
        typed = f' type="{kind}"' if kind else ""
        parts.put(part, "presentationml.slideLayout",
                  f'{HEAD}<p:sldLayout {NAMES}{typed} preserve="1"><p:cSld name="{name}"><p:spTree>{GROUP}{drawn}</p:spTree></p:cSld>'
                  "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>")
        parts.relate(part, "slideMaster", f"/{master}")
        relation = parts.relate(master, "slideLayout", f"/{part}")
        ids += f'<p:sldLayoutId id="{2147483649 + 100 * number + offset}" r:id="{relation}"/>'
    boxes = [("title", 0, TITLE), ("body", 1, BODY)] + FOOT
    drawn = "".join(shape(i, *box[:2], scaled(box[2], size)) for i, box in enumerate(boxes, start=2))
    logo = ('<p:pic><p:nvPicPr><p:cNvPr id="20" name="Logo" descr="Logo"><a:hlinkClick r:id=""/></p:cNvPr><p:cNvPicPr/><p:nvPr userDrawn="1"/>'
            f'</p:nvPicPr><p:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1] // 40}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>')
    names = ("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")
    same = [f"accent{n}" for n in range(1, 7)] + ["hlink", "folHlink"]
    mapping = " ".join(f'{a}="{b}"' for a, b in [*names, *((n, n) for n in same)])
    parts.put(master, "presentationml.slideMaster",
              f'{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{GROUP}'
              f"{logo}{drawn}{options['extra_shapes']}</p:spTree></p:cSld><p:clrMap {mapping}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
              f"{styles(options['title_size'], options['body_size'], options['first_mark'])}</p:sldMaster>")
    return first_layout + len(layouts)


def template(size=WIDE, masters=(LAYOUTS,), kind="presentation", **options):
    """The parts of a template with one slide, a macro, comments and printer settings of its own."""
    options = {"family": "Calibri", "colours": COLOURS, "title_size": 4000, "body_size": 2800, "first_mark": "•",
               "extra_shapes": ""} | options
    parts = Parts()
    presentation = "ppt/presentation.xml"
    parts.put("ppt/media/logo.png", "image/png", PNG)
    ids, layout = "", 1
    for number, layouts in enumerate(masters, start=1):
        layout = add_master(parts, number, layout, size, layouts, options)
        relation = parts.relate(presentation, "slideMaster", f"slideMasters/slideMaster{number}.xml")
        ids += f'<p:sldMasterId id="{2147483648 + 100 * number}" r:id="{relation}"/>'
    slide = "ppt/slides/slide1.xml"
    parts.put(slide, "presentationml.slide", f'{HEAD}<p:sld {NAMES}><p:cSld><p:spTree>{GROUP}'
              f'{shape(2, "title", 0, None, "Secret de la maison")}</p:spTree></p:cSld></p:sld>')
    parts.relate(slide, "slideLayout", "../slideLayouts/slideLayout1.xml")
    shown = parts.relate(presentation, "slide", "slides/slide1.xml")
    for name, type_name, relation in (
            ("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject",
             "http://schemas.microsoft.com/office/2006/relationships/vbaProject"),
            ("ppt/printerSettings/printerSettings1.bin", KIND + "presentationml.printerSettings", "printerSettings"),
            ("ppt/commentAuthors.xml", KIND + "presentationml.commentAuthors+xml", "commentAuthors")):
        parts.put(name, type_name, f"{HEAD}<p:cmAuthorLst {NAMES}/>" if name.endswith(".xml") else b"x")
        parts.relate(presentation, relation, f"/{name}")
    main = {"presentation": "presentationml.presentation.main", "template": "presentationml.template.main"}.get(kind)
    parts.put(presentation, main or kind, f'{HEAD}<p:presentation {NAMES}><p:sldMasterIdLst>{ids}</p:sldMasterIdLst><p:sldIdLst>'
              f'<p:sldId id="256" r:id="{shown}"/></p:sldIdLst><p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
              '<p:defaultTextStyle><a:lvl1pPr marL="0"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
              '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle></p:presentation>')
    parts.relate("", "officeDocument", presentation)
    return parts
