"""Slides on corporate templates: wide and 4:3, several masters, without bodies, foreign names, hostile."""

import itertools
import re
import sys
import unittest
import xml.etree.ElementTree as ET

from support import ROOT, Scratch, WithBook, parts, run, sdk_findings, triptych
from template_fixtures import BODY, COLOURS, LAYOUTS, OFFICE, OLD, PNG, TITLE, WIDE, template

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def slides_of(package):
    """The roots of the slides in order, with the name of the layout each stands on."""
    for number in itertools.count(1):
        name = f"ppt/slides/slide{number}.xml"
        if name not in package:
            return
        rows = ET.fromstring(package[f"ppt/slides/_rels/slide{number}.xml.rels"])
        layout = next(row.get("Target") for row in rows if row.get("Type") == OFFICE + "slideLayout")
        root = ET.fromstring(package["ppt/slideLayouts/" + layout.rpartition("/")[2]])
        yield ET.fromstring(package[name]), root.find(P + "cSld").get("name")


def placeholders(root):
    return {(ph.get("type", "obj"), ph.get("idx", "0")) for ph in root.iter(P + "ph")}


def text(root):
    return "\n".join("".join(t.text or "" for t in p.iter(A + "t")) for p in root.iter(A + "p"))


class OnTemplate(Scratch):
    """A deck of content/ and of the field guide on a template; what holds on every one of them."""

    def deck(self, made, source="content", code=0):
        given = self.folder / "charte.pptx"
        if isinstance(made, bytes):
            given.write_bytes(made)
        else:
            made.save(given)
        out = self.folder / "out"
        self.process = triptych("build", ROOT / source, "--to", "pptx", "--template", given, "-o", out)
        self.assertEqual(self.process.returncode, code, self.process.stderr)
        self.path, = out.glob("*.pptx")
        self.assertEqual(triptych("verify", self.path).stdout, f"{self.path}: ok\n")
        return parts(self.path)

    def assert_closed_and_clean(self, package):
        whole = b"".join(package.values())
        self.assertNotIn(b"Secret de la maison", whole)
        for gone in ("vba", "printerSettings", "comment", "embed"):
            self.assertFalse([name for name in package if gone in name.lower()], gone)
        external = re.findall(rb'Target="([^"]*)" TargetMode="External"', whole)
        self.assertTrue(all(target.startswith(b"http") for target in external), external)

    def assert_inside_the_frame(self):
        run("soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/profile",
            "--convert-to", "pdf", "--outdir", self.folder, self.path)
        boxes = run("pdftotext", "-bbox", self.folder / f"{self.path.stem}.pdf", "-").stdout
        width, height = map(float, re.search(r'<page width="([\d.]+)" height="([\d.]+)"', boxes).groups())
        found = re.findall(r'xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
        self.assertTrue(found)
        for right, lower in found:
            self.assertLess(float(right), width)
            self.assertLess(float(lower), height)


class Kinds(OnTemplate):
    def test_wide(self):
        package = self.deck(template(WIDE))
        self.assert_closed_and_clean(package)
        layouts = [layout for _, layout in slides_of(package)]
        self.assertEqual(layouts[0], "Diapositive de titre")
        self.assertIn("Titre et contenu", layouts)
        for root, layout in slides_of(package):
            if layout == "Titre et contenu":
                self.assertLessEqual({("title", "0"), ("obj", "1")}, placeholders(root))
        # Text that has the body to itself stands where the template says.
        bodies = [sp for root, layout in slides_of(package) if layout == "Titre et contenu" for sp in root.iter(P + "sp")
                  if sp.find(f".//{P}ph") is not None and sp.find(f".//{P}ph").get("idx") == "1"]
        self.assertTrue(any(sp.find(f"{P}spPr/{A}xfrm") is None for sp in bodies))
        self.assert_inside_the_frame()

    def test_colours_and_fonts_are_those_of_the_theme(self):
        package = self.deck(template(WIDE), source="examples/carnet")
        for root, _ in slides_of(package):
            own = {node.get("val") for node in root.iter(A + "srgbClr")}
            self.assertLessEqual(own, {"000000", "FFFFFF"})  # those of the QR code
            faces = {node.get("typeface") for node in root.iter(A + "latin")}
            self.assertLessEqual(faces, {"Source Code Pro", "Cambria Math"})
        self.assert_inside_the_frame()

    def test_old_size_and_potx(self):
        package = self.deck(template(OLD, kind="template", body_size=3200))
        size = ET.fromstring(package["ppt/presentation.xml"]).find(P + "sldSz")
        self.assertEqual((size.get("cx"), size.get("cy")), tuple(map(str, OLD)))
        self.assertIn(b"presentation.main+xml", package["[Content_Types].xml"])
        self.assert_closed_and_clean(package)
        self.assert_inside_the_frame()

    def test_two_masters(self):
        bare = [("blank", "Sans rien", [])]
        package = self.deck(template(masters=(bare, LAYOUTS)))
        masters = [name for name in package if name.startswith("ppt/slideMasters/slideMaster")]
        self.assertEqual(len(masters), 2)
        ids = re.findall(rb'<p:sld(?:Master|Layout)Id id="(\d+)"',
                         package["ppt/presentation.xml"] + b"".join(package[name] for name in masters))
        self.assertEqual(len(ids), len(set(ids)))
        self.assertTrue(all(int(number) >= 2**31 for number in ids))
        self.assertNotIn("Sans rien", [layout for _, layout in slides_of(package)])

    def test_without_bodies(self):
        layouts = [layout for layout in LAYOUTS if layout[0] in ("title", "titleOnly")]
        package = self.deck(template(masters=(layouts,)))
        shown = "\n".join(text(root) for root, _ in slides_of(package))
        self.assertIn("Un contact permanent avec les utilisateurs", shown)
        self.assert_inside_the_frame()

    def test_layouts_that_only_their_placeholders_tell(self):
        untyped = [(None, f"Mise en page {number}", phs) for number, (_, _, phs) in enumerate(LAYOUTS)]
        package = self.deck(template(masters=(untyped,)))
        layouts = [layout for _, layout in slides_of(package)]
        self.assertEqual(layouts[0], "Mise en page 0")
        self.assertIn("Mise en page 1", layouts)

    def test_first_level_without_bullets(self):
        package = self.deck(template(first_mark=None))
        levels = {node.get("lvl") for root, _ in slides_of(package) for node in root.iter(A + "pPr")}
        self.assertIn("1", levels)

    def test_a_layout_that_a_page_names(self):
        given, book, out = self.folder / "charte.pptx", self.folder / "book", self.folder / "out"
        template(WIDE).save(given)
        book.mkdir()
        (book / "triptych.yaml").write_text("title: Le jardin\nlanguage: fr\n")
        (book / "SUMMARY.md").write_text("* [Un](un.md)\n* [Deux](deux.md)\n")
        (book / "un.md").write_text("---\nslides: {layout: deux  Contenus}\n---\n# Un\n\nLe mur est au sud.\n\n* Un sillon\n* Un rang\n")
        (book / "deux.md").write_text("---\nslides: {layout: Perdue}\n---\n# Deux\n\nLe puits est au nord.\n\n* Un seau\n* Une corde\n")
        process = triptych("build", book, "--to", "pptx", "--template", given, "-o", out)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn("deux.md:2:18: warning[unknown-layout]: the template has no layout 'Perdue'", process.stderr)
        self.path, = out.glob("*.pptx")
        self.assertEqual(triptych("verify", self.path).stdout, f"{self.path}: ok\n")
        slides = list(slides_of(parts(self.path)))
        self.assertEqual([layout for root, layout in slides if "sud" in text(root)], ["Deux contenus"])
        self.assertEqual([layout for root, layout in slides if "nord" in text(root)], ["Titre et contenu"])

    def test_small_boxes_shrink_or_split_but_lose_no_text(self):
        low = (70, 260, 860, 300)
        layouts = [(kind, name, [(k, i, low if i == 1 and kind == "obj" else box) for k, i, box in phs])
                   for kind, name, phs in LAYOUTS]
        package = self.deck(template(masters=(layouts,), body_size=3200, title_size=6000))
        self.assert_inside_the_frame()
        fits = [node.get("fontScale") for root, _ in slides_of(package) for node in root.iter(A + "normAutofit")]
        self.assertTrue(any(fits))

    def test_same_bytes(self):
        first = self.deck(template()) and self.path.read_bytes()
        self.deck(template())
        self.assertEqual(self.path.read_bytes(), first)

    def test_open_xml_sdk_finds_nothing(self):
        self.deck(template(WIDE), source="examples/carnet")
        self.assertEqual(sdk_findings(self.path), [])


class Hostile(OnTemplate):
    def refused(self, made, words):
        """The deck is made on our own master, and the exit code says that something is wrong."""
        package = self.deck(made, code=1)
        self.assertIn("[unusable-template]", self.process.stderr)
        self.assertIn(words, self.process.stderr)
        self.assertIn('name="triptych"'.encode(), package["ppt/theme/theme1.xml"])

    def test_no_presentations(self):
        self.refused(b"", "no ZIP archive")
        self.refused(b"PK\x03\x04" + b"\0" * 100, "no ZIP archive")
        for size in ((1, 1), (10**12, 10**12), (0, 0)):
            self.refused(template(size), "have no size")
        self.refused(template(masters=()), "no layout")
        self.refused(template(masters=([("blank", "Vide", [])],)), "no layout")

    def test_damaged_parts(self):
        for name in ("ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"):
            for damage in (b"", b"<a>", b"<p:sld/>", b"<a>" * 100000):
                made = template()
                made[name] = damage
                with self.subTest(part=name, damage=damage[:10]):
                    self.refused(made, "")
            made = template()
            del made[name]
            self.refused(made, "")

    def test_strict_form_and_other_prefixes(self):
        made = template()
        strict = made["ppt/presentation.xml"].replace(b"http://schemas.openxmlformats.org/presentationml/2006/main",
                                                      b"http://purl.oclc.org/ooxml/presentationml/main")
        made["ppt/presentation.xml"] = strict
        self.refused(made, "strict form")
        made = template()
        name = "ppt/slideMasters/slideMaster1.xml"
        made[name] = made[name].replace(b"<p:", b"<q:").replace(b"</p:", b"</q:").replace(b"xmlns:p=", b"xmlns:q=")
        package = self.deck(made)
        self.assertIn(b"<p:sldMaster xmlns", package[name])
        self.assertNotIn(b"<q:", package[name])

    def test_what_leads_out_is_left_out(self):
        picture = ('<p:pic><p:nvPicPr><p:cNvPr id="90" name="Mouchard"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
                   '<a:blip r:{}="{}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>')
        shapes = picture.format("link", "rId90") + picture.format("embed", "rId91") + picture.format("embed", "rId92")
        made = template(extra_shapes=shapes)
        every = made.relationships["ppt/slideMasters/slideMaster1.xml"]
        while len(every) < 89:
            every.append((OFFICE + "tags", "/ppt/media/logo.png", ""))
        every += [(OFFICE + "image", "https://example.org/pixel.png", ' TargetMode="External"'),
                  (OFFICE + "image", "../../../../etc/passwd", ""),
                  (OFFICE + "image", "/ppt/vbaProject.bin", "")]
        package = self.deck(made)
        master = package["ppt/slideMasters/slideMaster1.xml"]
        self.assertNotIn(b"Mouchard", master)
        self.assertNotIn(b"hlinkClick", master)
        self.assertIn(b"Logo", master)
        self.assert_closed_and_clean(package)
        self.assertNotIn(b"example.org/pixel", b"".join(package.values()))

    def changed(self, before, after, name="ppt/slideMasters/slideMaster1.xml"):
        """The package on a template in which `after` stands for `before`."""
        made = template()
        self.assertIn(before, made[name])
        made[name] = made[name].replace(before, after, 1)
        return self.deck(made)

    def test_only_known_elements_attributes_and_values_are_taken(self):
        for inserted in (
                b'<s:sp xmlns:s="http://purl.oclc.org/ooxml/presentationml/main"><s:a action="ppaction://program?evil"/></s:sp>',
                b'<p:evil action="ppaction://program?evil"/>',
                b'<x:evil xmlns:x="urn:evil"/>',
                b'<p:contentPart r:id=""/>',
                b'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="77" name="evil"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
                b'<p:xfrm/><a:graphic><a:graphicData uri="x"><p:oleObj progId="evil"/></a:graphicData></a:graphic></p:graphicFrame>'):
            with self.subTest(inserted=inserted[:20]):
                package = self.changed(b"</p:grpSpPr>", b"</p:grpSpPr>" + inserted)
                self.assertNotIn(b"evil", package["ppt/slideMasters/slideMaster1.xml"])
        for before, after in ((b'<p:cNvPr id="2"', b'<p:cNvPr id="2" evil="1" xml:base="file:///evil"'),
                              (b'<a:ext cx="0"', b'<a:ext cx="-10"'), (b'<a:bodyPr/>', b'<a:bodyPr vert="evil"/>'),
                              (b'<p:spTree>', b'<p:spTree><!-- evil --><?evil?>')):
            with self.subTest(after=after):
                self.assertNotIn(b"evil", self.changed(before, after)["ppt/slideMasters/slideMaster1.xml"])

    def test_parts_that_are_not_well_formed_are_not_taken(self):
        made = template()
        name = "ppt/slideMasters/slideMaster1.xml"
        for before, after in ((b'<p:cNvPr id="2"', b'<p:cNvPr id="2" id="2"'), (b"<p:cSld>", b"<p:cSld>&evil;"),
                              (b"<p:sldMaster", b"<!DOCTYPE p [<!ENTITY e 'x'>]><p:sldMaster")):
            with self.subTest(after=after):
                damaged = template()
                damaged[name] = made[name].replace(before, after, 1)
                self.refused(damaged, "no layout")

    def test_drawings_that_are_programs_are_not_taken(self):
        for svg in (b'<svg xmlns="http://www.w3.org/2000/svg" onload="evil()"><script>evil()</script></svg>',
                    b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&e;</svg>'):
            for kind in ("image/svg+xml", "image/png"):
                made = template()
                made.put("ppt/media/logo.png", kind, svg)
                package = self.deck(made)
                self.assertIn("[unsafe-picture]", self.process.stderr)
                self.assertIn("'Logo'", self.process.stderr)
                self.assertNotIn(b"svg", b"".join(data for name, data in package.items() if "media" in name))

    def test_links_that_can_not_be_read_are_said(self):
        self.deck(template(colours=COLOURS | {"hlink": "EEEEAA"}))
        self.assertIn("warning[low-contrast]: links in #eeeeaa on #ffffff", self.process.stderr)
        self.deck(template())
        self.assertNotIn("low-contrast", self.process.stderr)

    def test_cycles_and_doubles(self):
        made = template()
        layout = "ppt/slideLayouts/slideLayout2.xml"
        made.relate(layout, "slideLayout", f"/{layout}")
        made.relate(layout, "image", f"/{layout}")
        made["ppt/slideMasters/slideMaster1.xml"] = re.sub(
            rb"(<p:sldLayoutId id=\"\d+\" r:id=\"rId3\"/>)", rb"\1\1", made["ppt/slideMasters/slideMaster1.xml"])
        package = self.deck(made)
        self.assertEqual(sum(name.startswith("ppt/slideLayouts/slide") for name in package), len(LAYOUTS))

    def test_doubled_ids_get_apart(self):
        twice = [("obj", "Double", [("title", 0, TITLE), ("", 1, BODY), ("", 1, (0, 0, 10, 10))])]
        made = template(masters=(twice,))
        name = "ppt/slideLayouts/slideLayout1.xml"
        made[name] = re.sub(rb'<p:cNvPr id="\d+" name="P', b'<p:cNvPr id="1" name="P', made[name])
        self.deck(made)

    def test_bombs(self):
        made = template()
        made.put("ppt/media/big.png", "image/png", b"\0" * (600 << 20))
        self.refused(made, "too large")

    def test_boxes_out_of_the_slide(self):
        for box in ((-5000, -5000, 1, 1), (0, 0, 0, 0), (-500, -500, 20000, 20000), (990, 990, 500, 500)):
            layouts = [(kind, name, [(k, i, box if k in ("", "body") else b) for k, i, b in phs])
                       for kind, name, phs in LAYOUTS]
            with self.subTest(box=box):
                self.deck(template(masters=(layouts,)))
                self.assert_inside_the_frame()


class Named(WithBook):
    """The book names its template itself."""

    def build(self):
        out = self.folder / "out"
        process = triptych("build", self.book, "--to", "pptx", "-o", out)
        path, = out.glob("*.pptx")
        return process, parts(path)

    def test_in_brand_and_in_triptych_yaml(self):
        self.write("README.md", "# Livre\n\n## Un\n\nTexte.\n")
        template().save(self.book / "charte.pptx")
        template(OLD).save(self.book / "ancienne.potx")
        self.write("brand.yaml", "template: charte.pptx\n")
        process, package = self.build()
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn(b'cx="12192000"', package["ppt/presentation.xml"])
        self.write("triptych.yaml", "template: ancienne.potx\n")
        process, package = self.build()
        self.assertIn(b'cx="9144000"', package["ppt/presentation.xml"])

    def test_a_path_out_of_the_book_is_refused(self):
        self.write("README.md", "# Livre\n\n## Un\n\nTexte.\n")
        template().save(self.folder / "charte.pptx")
        self.write("triptych.yaml", "template: ../charte.pptx\n")
        process, _ = self.build()
        self.assertEqual(process.returncode, 1)
        self.assertIn("triptych.yaml:1:11: error[unusable-template]", process.stderr)

    def test_a_template_that_is_not_there_is_wrong_use(self):
        self.write("README.md", "# Livre\n")
        self.assertEqual(triptych("build", self.book, "--template", self.folder / "none.pptx").returncode, 2)


if __name__ == "__main__":
    sys.exit(unittest.main())
