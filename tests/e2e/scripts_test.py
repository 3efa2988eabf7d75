"""Books in other scripts than Latin, as outside readers see their files. Needs Debian's Noto packages."""

import pathlib
import re
import shutil
import unicodedata
import unittest
import xml.etree.ElementTree as ET

from support import EPUBCHECK, ROOT, WithBook, parts, pdf_objects, plain, run, triptych

FONTS = pathlib.Path("/usr/share/fonts")
HAVE_FONTS = ((FONTS / "truetype/noto/NotoNaskhArabic-Regular.ttf").exists()
              and (FONTS / "opentype/noto/NotoSerifCJK-Regular.ttc").exists())

CHROMIUM = shutil.which("chromium")

# A sentence or two of the project's own, and the direction.
SENTENCES = {
    "ar": ("تفتح المكتبة أبوابها كل صباح ويجد الزائر كتبا وصحفا", "rtl"),
    "fa": ("کتابخانه هر بامداد باز است و خواننده کتاب می‌خواند", "rtl"),
    "he": ("הספרייה פתוחה בכל בוקר והקורא מוצא בה ספרים", "rtl"),
    "ja": ("図書館は毎朝開いています。読者は本と新聞を読めます。", "ltr"),
    "zh-Hans": ("图书馆每天早晨开放，读者可以看书读报。", "ltr"),
    "zh-Hant": ("圖書館每天早晨開放，讀者可以看書讀報。", "ltr"),
    "ko": ("도서관은 매일 아침 열리고 독자는 책을 읽습니다.", "ltr"),
    "hi": ("पुस्तकालय हर सुबह खुलता है और पाठक क्षत्रिय पढ़ते हैं।", "ltr"),
    "bn": ("গ্রন্থাগার প্রতিদিন সকালে খোলে এবং পাঠক বই পড়েন।", "ltr"),
    "ta": ("நூலகம் தினமும் காலையில் திறக்கிறது", "ltr"),
    "te": ("గ్రంథాలయం ప్రతి ఉదయం తెరుచుకుంటుంది", "ltr"),
    "th": ("ห้องสมุดเปิดทุกเช้าและผู้อ่านอ่านหนังสือได้", "ltr"),
    "lo": ("ຫໍສະໝຸດເປີດທຸກເຊົ້າ", "ltr"),
    "km": ("បណ្ណាល័យបើករាល់ព្រឹក", "ltr"),
    "my": ("စာကြည့်တိုက်သည် နံနက်တိုင်း ဖွင့်သည်။", "ltr"),
    "am": ("ቤተ መጻሕፍቱ በየጠዋቱ ይከፈታል።", "ltr"),
    "hy": ("Գրադարանը բաց է ամեն առավոտ։", "ltr"),
    "ka": ("ბიბლიოთეკა ღიაა ყოველ დილით.", "ltr"),
    "ru": ("Библиотека открыта каждое утро.", "ltr"),
    "el": ("Η βιβλιοθήκη ανοίγει κάθε πρωί.", "ltr"),
}


def letters(text):
    """What must be the same in a copied text: no marks, spaces, or signs that only guide."""
    kept = [c for c in unicodedata.normalize("NFKD", text)
            if not unicodedata.category(c).startswith(("M", "Z", "C"))]
    return sorted(kept)


@unittest.skipUnless(HAVE_FONTS, "fonts-noto-core and fonts-noto-cjk are not installed")
class Scripts(WithBook):
    def build(self, language, text, *more):
        self.write("triptych.yaml", f"title: {text[:12]}\nlanguage: {language}\n")
        self.write("page.md", f"# {text[:12]}\n\n{text}\n\n- {text}\n\n`git -m x` {text}\n")
        process = triptych("build", self.book, "-o", self.folder, "--no-cache", *more)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertNotIn("missing-glyph", process.stderr)
        return process

    def one(self, pattern):
        found, = self.folder.glob(pattern)
        return found

    def test_text_of_every_script_can_be_copied(self):
        for language, (text, _) in SENTENCES.items():
            with self.subTest(language=language):
                for old in self.folder.glob("*-booklet.pdf"):
                    old.unlink()
                self.build(language, text, "--to", "booklet")
                pdf = self.one("*-booklet.pdf")
                copied = run("mutool", "draw", "-F", "text", pdf).stdout.replace("\u200b", "")
                flat = "".join(copied.split())
                wanted = "".join(text.split())
                if language != "lo":  # one vowel stands for two signs there
                    self.assertIn(wanted, flat)
                words = run("pdftotext", pdf, "-").stdout.replace("\u200b", "").split()
                for word in words:
                    self.assertNotIn("\ufffd", word)
                if language in ("hi", "bn", "ta", "te", "km", "am", "hy", "ka"):  # no gaps under and behind marks
                    for word in text.split():
                        self.assertIn(word, words)
                        self.assertIn(word, copied.split())
                sorted_by_place = letters(run("pdftotext", pdf, "-").stdout)
                for letter in set(letters(text)):
                    self.assertGreaterEqual(sorted_by_place.count(letter), letters(text).count(letter))

    def test_files_of_a_book_from_right_to_left_say_so_and_are_sound(self):
        self.build("ar", SENTENCES["ar"][0], "--pdf-readable")
        self.assertEqual(triptych("verify", *self.folder.glob("*-*"), self.one("*.epub")).returncode, 0)
        self.assertIn(b"/Direction /R2L", self.one("*-booklet.pdf").read_bytes())
        book = parts(self.one("*.epub"))
        package = next(bytes for name, bytes in book.items() if name.endswith(".opf")).decode()
        self.assertIn('page-progression-direction="rtl"', package)
        page = next(bytes for name, bytes in book.items() if name.endswith("page.xhtml")).decode()
        self.assertIn('dir="rtl"', page)
        self.assertIn('<code dir="ltr">git -m x</code>', page)
        self.assertTrue(any("naskh" in name.lower() for name in book))
        html = self.one("*-slides.html").read_text()
        self.assertRegex(html, r'<html lang="ar" dir="rtl"[ >]')
        slides = parts(self.one("*.pptx"))
        master = slides["ppt/slideMasters/slideMaster1.xml"].decode()
        self.assertIn('<p:titleStyle><a:lvl1pPr marL="0" indent="0" algn="r" rtl="1">', master)
        self.assertIn('rtl="1"', slides["ppt/presentation.xml"].decode())
        for name, content in slides.items():
            if name.endswith(".xml"):
                ET.fromstring(content)

    def test_paragraphs_and_numbers_read_where_they_do_in_the_booklet(self):
        self.write("triptych.yaml", "title: ספר\nlanguage: he\n")
        self.write("page.md", "# ספר\n\nעמודים 5–10, טלפון +33 1 40 `git -m x`.\n\nA paragraph in English (v1.2-3).\n\n- Item in English\n")
        self.assertEqual(triptych("build", self.book, "-o", self.folder, "--to", "epub,pptx",
                                  "--detail", "full").returncode, 0)
        page = next(data for name, data in parts(self.one("*.epub")).items() if name.endswith("page.xhtml")).decode()
        self.assertIn('<p>עמודים <bdi dir="ltr">5–10</bdi>, טלפון <bdi dir="ltr">+33 1 40</bdi> '
                      '<code dir="ltr">git -m x</code>.</p>', plain(page))
        self.assertIn('<p dir="ltr">A paragraph in English (v1.2-3).</p>', page)
        self.assertIn('<li><span dir="ltr">Item in English</span></li>', page)
        slides = "".join(data.decode() for name, data in parts(self.one("*.pptx")).items()
                         if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
        for words in ("5–10", "+33 1 40", "git -m x"):
            self.assertIn(f"\u2066{words}\u2069", slides)

    def book_in(self, language):
        self.write("triptych.yaml", f"title: Title\nlanguage: {language}\npublisher: P\ndate: 2026-03-05\n")
        self.write("SUMMARY.md", "# S\n\n## A\n\n* [B](b.md)\n\n## C\n\n* [D](d.md)\n")
        self.write("b.md", "# B\n\nText[^1].\n\n1. one\n2. two\n\n<ol type=\"a\"><li>x</li><li>y</li></ol>\n\n"
                   "$$\na = b \\label{e}\n$$\n\n[^1]: Note\n")
        self.write("d.md", "# D\n\nSee [B](b.md).\n")
        process = triptych("build", self.book, "-o", self.folder, "--no-cache", "--detail", "full")
        self.assertEqual(process.returncode, 0, process.stderr)
        return process

    def test_numbers_of_the_program_are_in_the_digits_of_the_language(self):
        process = self.book_in("fa")
        self.assertNotIn("warning", process.stderr)
        files = [path for path in self.folder.iterdir() if path.is_file()]
        self.assertEqual(triptych("verify", *files).returncode, 0)
        tags = run("pdfinfo", "-struct-text", self.one("*-booklet.pdf")).stdout
        for words in ("۱. ", "۲. ", "a. ", "۲.۱"):
            self.assertIn(words, tags)
        copied = run("mutool", "draw", "-F", "text", self.one("*-booklet.pdf")).stdout
        self.assertNotRegex(re.sub(r"Source \w+ \d", "", copied), "[0-9]")
        self.assertIn("۲۰۲۶", copied)
        self.assertNotRegex(run("mutool", "draw", "-F", "text", self.one("*-slides.pdf")).stdout, "[0-9]")
        master = parts(self.one("*.pptx"))["ppt/notesMasters/notesMaster1.xml"].decode()
        self.assertIn("<a:t>یادداشت", master)
        self.assertNotIn("Notes", re.sub("<[^>]*xmlns[^>]*>", "", master))
        self.assertIn("(۱)", copied)  # the equation
        slides = "".join(data.decode() for name, data in parts(self.one("*.pptx")).items()
                         if re.match(r"ppt/(slides|notesSlides)/[a-zA-Z]+\d+\.xml", name))
        self.assertRegex(slides, "<a:fld [^>]*slidenum.*?<a:t>۲</a:t>")
        self.assertEqual([text for text in re.findall("<a:t>([^<]*)</a:t>", slides) if re.search("[0-9]", text)], [])
        html = self.one("*-slides.html").read_text()
        self.assertTrue("ol:not([type]):not([class]) { list-style-type: persian; }" in html)
        self.assertRegex(" ".join(re.findall('class="number"[^<]*<', html)), "(true\">[۰-۹]<)+")
        book = parts(self.one("*.epub"))
        self.assertTrue(any("list-style-type: persian" in data.decode() for name, data in book.items()
                            if name.endswith(".css")))
        page = next(data for name, data in book.items() if name.endswith("b.xhtml")).decode()
        self.assertRegex(page, r'doc-noteref"[^>]*>۱</a>')
        contents = next(data for name, data in book.items() if name.endswith("nav.xhtml")).decode()
        self.assertEqual(re.findall(">[0-9]+</a>", contents), [])
        self.assertRegex(contents, ">[۰-۹]+</a>")

    @unittest.skipUnless(CHROMIUM, "Chromium is not installed")
    def test_a_browser_counts_slides_in_the_digits_of_the_language(self):
        self.book_in("fa")
        deck = self.one("*-slides.html").as_uri()
        seen = lambda view: run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--lang=en-US",
                                "--virtual-time-budget=2000", "--dump-dom", f"{deck}{view}").stdout
        shown = {view: dict(re.findall(r'id="_(count|place|timer|clock)"[^>]*>([^<]+)<', seen(view)))
                 for view in ("", "?presenter")}
        self.assertRegex(shown[""]["count"], "^۱ / [۰-۹]+$")
        self.assertRegex(shown["?presenter"]["place"], "^۱ / [۰-۹]+$")
        for part in ("timer", "clock"):
            self.assertRegex(shown["?presenter"][part], "^[^0-9]*[۰-۹]{1,2}:[۰-۹]{2}[^0-9]*$")

    def test_words_that_a_language_lacks_are_told_to_be_english(self):
        self.write("triptych.yaml", "title: ห้องสมุด\nlanguage: th\nsite_url: https://example.org\nfigures: numbered\n")
        self.write("SUMMARY.md", "# S\n\n* [หนังสือ](b.md)\n* [แผนที่](d.md)\n")
        self.write("plan.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>')
        self.write("b.md", '# หนังสือ\n\nห้องสมุด[^1]\n\n{% hint style="info" %}\nหนังสือ\n{% endhint %}\n\n* [x] หนึ่ง\n\n'
                   '<figure><img src="plan.svg" alt="แผนที่"><figcaption>แผนที่</figcaption></figure>\n\n![](gone.png)\n\n'
                   "## บริการ\n\n" + "* หนึ่ง\n" * 9 + "\n[^1]: หนังสือ\n")
        self.write("d.md", "# แผนที่\n\nห้องสมุด\n")
        self.assertEqual(triptych("build", self.book, "-o", self.folder, "--no-cache").returncode, 0)
        process = triptych("verify", *(path for path in self.folder.iterdir() if path.is_file()))
        self.assertEqual(process.returncode, 0, process.stdout)
        self.assertIn("0 errors", run("java", "-jar", EPUBCHECK, self.one("*.epub")).stdout)
        book = {name: data.decode() for name, data in parts(self.one("*.epub")).items() if name.endswith((".xhtml", ".opf"))}
        told = lambda text: set(re.findall('<[^>]* (?:xml:)?lang="en"[^>]*>([^<]+)', text))
        self.assertLessEqual({"Contents", "Landmarks", "Cover", "Pages of the printed edition"}, told(book["EPUB/nav.xhtml"]))
        page = next(text for name, text in book.items() if name.endswith("/b.xhtml"))
        self.assertLessEqual({"Good to know", "Notes", "Figure", "Missing image", "☑"}, told(page))
        self.assertRegex(book["EPUB/package.opf"], 'accessibilitySummary" xml:lang="en"')
        deck = self.one("*-slides.html").read_text()
        self.assertLessEqual({"Notes", "Going further"}, told(deck))
        self.assertRegex(deck, '<footer lang="en">')
        space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        spoken = [(run.find(space + "rPr").get("lang"), run.findtext(space + "t"))
                  for name, data in parts(self.one("*.pptx")).items() if re.fullmatch(r"ppt/slides/slide\d+.xml", name)
                  for run in ET.fromstring(data).iter(space + "r")]
        self.assertIn(("en-US", "Going further"), spoken)
        # A foot names its page of the booklet behind the title.
        self.assertEqual([text for language, text in spoken if language.startswith("th") and re.search("[A-Za-z]{3}", text)
                          and not re.search("example|booklet", text)], [])
        tags = pdf_objects(self.one("*-booklet.pdf")).decode("latin-1")
        self.assertGreaterEqual(len(re.findall(r"/Lang \(en\)", tags)), 5)
        # Where there are words of its own, nothing is told.
        self.write("triptych.yaml", "title: ספר\nlanguage: he\n")
        self.assertEqual(triptych("build", self.book, "-o", self.folder / "he", "--to", "epub", "--no-cache").returncode, 0)
        he = "".join(data.decode() for name, data in parts(next((self.folder / "he").glob("*.epub"))).items() if name.endswith("xhtml"))
        self.assertNotIn('lang="en"', he)

    def test_a_language_may_ask_for_other_digits(self):
        for language, own, other in (("fa-u-nu-latn", "2026", "۲۰۲۶"), ("hi-u-nu-deva", "२०२६", "2026"),
                                     ("ar-MA", "2026", "٢٠٢٦"), ("hi", "2026", "२०२६")):
            with self.subTest(language=language):
                self.book_in(language)
                copied = run("mutool", "draw", "-F", "text", self.one("*-booklet.pdf")).stdout
                self.assertIn(own, copied)
                self.assertNotIn(other, copied)

    def test_the_colophon_names_every_face_of_the_book_with_its_licence(self):
        def colophon(language, text):
            self.write("triptych.yaml", f"title: Title\nlanguage: {language}\npublisher: P\n")
            self.write("page.md", f"# {text}\n\n{text}\n")
            self.assertEqual(triptych("build", self.book, "-o", self.folder, "--to", "booklet").returncode, 0)
            page = run("pdftotext", "-f", "2", "-l", "2", self.one("*-booklet.pdf"), "-").stdout
            return "".join(page.split())
        self.assertIn("NotoSerifCJKJP、NotoSansCJKJP（SILOpenFontLicense）",
                      colophon("ja", "図書館の案内").replace("(", "（").replace(")", "）"))
        self.assertIn("NotoNastaliqUrdu", colophon("ur", "کتب خانہ"))
        self.assertNotIn("Noto", colophon("fr", "Bibliothèque"))

    def test_titles_of_japanese_keep_phrases_on_screens(self):
        self.build("ja", SENTENCES["ja"][0], "--to", "html,epub")
        self.assertTrue("word-break: auto-phrase" in self.one("*-slides.html").read_text())
        sheets = [data for name, data in parts(self.one("*.epub")).items() if name.endswith(".css")]
        self.assertIn(b"word-break: auto-phrase", sheets[0])

    def test_east_asian_slides_name_their_faces(self):
        self.build("ja", SENTENCES["ja"][0], "--to", "pptx")
        slides = parts(self.one("*.pptx"))
        self.assertIn('a:ea typeface="Noto Sans CJK JP"', slides["ppt/theme/theme1.xml"].decode())
        self.assertIn('altLang="en-US"', slides["ppt/slides/slide1.xml"].decode())

    def test_the_book_of_scripts_is_whole_in_every_file(self):
        process = triptych("build", ROOT / "examples/scripts", "-o", self.folder, "--no-cache")
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertNotIn("warning[", process.stderr)
        files = [path for path in self.folder.iterdir() if path.is_file()]
        self.assertEqual(triptych("verify", *files).returncode, 0)
        copied = run("mutool", "draw", "-F", "text", self.one("*-booklet.pdf")).stdout
        flat = "".join(copied.replace("\u200b", "").split())
        pages = [path for path in (ROOT / "examples/scripts").glob("*.md") if path.name[0].islower()]
        self.assertGreaterEqual(len(pages), 34)
        for page in pages:
            for language, text in set(re.findall(r'<span lang="([^"]+)">(.*?)</span>', page.read_text())):
                if language != "lo":  # one vowel stands for two signs there
                    self.assertIn("".join(text.split()[:3]), flat, language)

    def test_the_same_bytes_whatever_the_number_of_threads(self):
        self.build("ja", SENTENCES["ja"][0], "--to", "booklet", "--jobs", "1")
        first = self.one("*-booklet.pdf").read_bytes()
        self.build("ja", SENTENCES["ja"][0], "--to", "booklet", "--jobs", "3")
        self.assertEqual(self.one("*-booklet.pdf").read_bytes(), first)

    def test_fonts_that_a_book_needs_are_listed(self):
        self.write("page.md", "# Titre\n\n日本語のページ, العربية.\n")
        listed = triptych("fonts", self.book)
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertRegex(listed.stdout, r"Arabic +\d+ +truetype/noto/NotoNaskhArabic-Regular.ttf +"
                                        r"fonts-noto-core +installed")
        self.assertNotIn("apt-get", listed.stdout)


class WithoutFonts(WithBook):
    def test_the_command_that_installs_what_is_missing_is_said(self):
        self.write("page.md", "# Titre\n\n日本語のページ, العربية.\n")
        nowhere = self.folder / "nowhere"
        listed = triptych("fonts", self.book, "--script-fonts", nowhere)
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertTrue(listed.stdout.endswith("apt-get install fonts-noto-cjk fonts-noto-core\n"),
                        listed.stdout)
        built = triptych("build", self.book, "--to", "booklet", "-o", self.folder / "out",
                         "--script-fonts", nowhere)
        self.assertEqual(built.returncode, 0, built.stderr)
        told = re.findall(r"warning\[missing-glyph\]: no font here has (.*?):", built.stderr)
        self.assertEqual(len(told), len(set(told)))
        self.assertIn("apt-get install fonts-noto-core", built.stderr)

    def test_a_book_in_latin_letters_needs_nothing(self):
        self.write("page.md", "# Titre\n\nÇa va, l’œuvre n° 1.\n")
        listed = triptych("fonts", self.book, "--script-fonts", self.folder / "nowhere")
        self.assertEqual(listed.stdout, "the layout's own fonts have all scripts of the book\n"
                                        "hyphenation of 'fr': installed\n")

    def test_patterns_of_hyphenation_are_listed_with_their_packages(self):
        self.write("triptych.yaml", "title: Titel\nlanguage: hr\n")
        self.write("page.md", "# Naslov\n\nTekst <span lang=\"fi\">suomea</span>, <span lang=\"ja\">日本</span>.\n")
        listed = triptych("fonts", self.book)
        self.assertIn("hyphenation of 'hr': missing, hyphen-hr\n", listed.stdout)
        self.assertIn("hyphenation of 'fi': missing, and Debian has none\n", listed.stdout)
        self.assertNotIn("'ja'", listed.stdout)
        self.assertIn("hyphen-hr", listed.stdout.splitlines()[-1])


if __name__ == "__main__":
    unittest.main()
