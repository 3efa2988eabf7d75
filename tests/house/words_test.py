"""Every table of words has every word in every language."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORD = re.compile(r'^TRIPTYCH_(?:\w+)\((\w+),\s*"((?:[^"\\]|\\.)*)"', re.MULTILINE)
MARK = re.compile(r"\{\w*\}")
# No settled way of reading formulas is known in these: the program reads them in English, and says so.
WITHOUT_SPEECH = {"ga.def", "mt.def"}
TABLES = sorted({path.parent for path in (ROOT / "src").glob("**/words/en.def")})


def words_of(path):
    return dict(WORD.findall(path.read_text(encoding="utf-8")))


class Tables(unittest.TestCase):
    def test_there_are_tables(self):
        self.assertGreaterEqual(len(TABLES), 4)

    def test_all_speak_the_same_languages(self):
        spoken = [path.name for path in sorted((ROOT / "src/base/words").glob("*.def"))]
        self.assertEqual(len(spoken), 37)
        for table in TABLES:
            without = WITHOUT_SPEECH if table.parent.name == "speech" else set()
            self.assertEqual([name for name in spoken if name not in without],
                             [path.name for path in sorted(table.glob("*.def"))], table)

    def test_every_language_has_every_word_and_its_places(self):
        for table in TABLES:
            english = words_of(table / "en.def")
            for path in sorted(table.glob("*.def")):
                with self.subTest(path=str(path.relative_to(ROOT))):
                    words = words_of(path)
                    self.assertEqual(sorted(words), sorted(english))
                    for name, word in words.items():
                        self.assertTrue(word, name)
                        self.assertEqual(sorted(MARK.findall(word)),
                                         sorted(MARK.findall(english[name])), name)

    def test_no_language_is_a_copy_of_english(self):
        for table in TABLES:
            english = words_of(table / "en.def")
            for path in sorted(table.glob("*.def")):
                if path.stem == "en":
                    continue
                words = words_of(path)
                same = [name for name in english if words.get(name) == english[name]]
                self.assertLess(len(same), len(english) / 2, (path, same))


if __name__ == "__main__":
    unittest.main()
