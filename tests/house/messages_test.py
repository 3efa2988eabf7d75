"""Holds the messages in the sources against the catalogues in po/: nothing untranslated, nothing left over, and every
translation with the gaps of its key."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
# What takes a key, and as which argument.
KEYWORDS = ["say:1", "say_count:2,3", "message_id:1", "add_option:3", "add_flag:3", "add_subcommand:2"]
GAP = re.compile(r"\{(\d*)([^{}]*)\}")


def unquoted(lines):
    return "".join(re.findall(r'"(.*)"', line)[0] for line in lines)


def entries(text):
    """Keys of a catalogue with their fields: `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]` …"""
    found = {}
    for block in text.split("\n\n"):
        fields, name = {}, None
        for line in block.splitlines():
            match = re.match(r'(msg\w+(?:\[\d\])?) "', line)
            name = match[1] if match else name
            if name and not line.startswith("#"):
                fields.setdefault(name, []).append(line)
        fields = {name: unquoted(lines) for name, lines in fields.items()}
        if fields.get("msgid"):
            found[(fields.get("msgctxt", ""), fields["msgid"])] = fields
    return found


def keys_in_sources():
    if not shutil.which("xgettext"):
        raise unittest.SkipTest("gettext is not installed")
    files = sorted(str(path) for folder in ("src", "include") for path in (ROOT / folder).rglob("*.[hc]pp"))
    said = subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C++", "--keyword",
                           *(f"--keyword={word}" for word in KEYWORDS), "--no-wrap", "--output=-", *files],
                          text=True, capture_output=True)
    assert said.returncode == 0, said.stderr
    return entries(said.stdout)


def gaps(text):
    """What stands in braces, in order: numbers of arguments and forms."""
    found = GAP.findall(text.replace("{{", "").replace("}}", ""))
    return [(number or str(at), form) for at, (number, form) in enumerate(found)]


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        every = entries((ROOT / "po/fr.po").read_text(encoding="utf-8"))
        cls.french = {key: fields for (context, key), fields in every.items() if not context}
        cls.of_verifier = {key: fields for (context, key), fields in every.items() if context == "verify"}

    def test_every_message_is_translated_and_no_other(self):
        keys = {key: fields for (_, key), fields in keys_in_sources().items()}
        self.assertGreater(len(keys), 600)
        self.assertEqual(sorted(set(keys) - set(self.french)), [], "these are not in po/fr.po")
        self.assertEqual(sorted(set(self.french) - set(keys)), [], "nothing says these of po/fr.po")
        for key, fields in keys.items():
            with self.subTest(key):
                self.assertEqual(fields.get("msgid_plural"), self.french[key].get("msgid_plural"))

    def test_layouts_say_what_they_are(self):
        for theme in (ROOT / "layouts").glob("*/theme.yaml"):
            with self.subTest(theme.parent.name):
                self.assertIn(theme.read_text().splitlines()[0].removeprefix("# "), self.french)

    def test_every_sentence_of_the_verifier_is_translated(self):
        said = "".join(path.read_text() for path in sorted((ROOT / "src/verify").glob("*.cpp")))
        calls = re.findall(r"\b(?:expect|add|claim)\(([^;]*)\);", said)
        words = {text.strip() for call in calls for text in re.findall(r'"((?:[^"\\]|\\.)*)"', call)
                 if re.search(r"[a-z]{2,} [a-z]|^ [a-z]", text)}
        self.assertGreater(len(words), 100)
        known = " | ".join(self.of_verifier)
        self.assertEqual(sorted(text for text in words if text not in known), [], "these are not in po/fr.po under `verify`")
        for key in self.of_verifier:
            with self.subTest(key):
                # What stands between gaps is written somewhere.
                for part in key.split("{}"):
                    self.assertTrue(part.strip()[:30] in re.sub(r'"\s*"', "", said))

    def test_translations_have_the_gaps_of_their_keys(self):
        for key, fields in [*self.french.items(), *self.of_verifier.items()]:
            forms = [text for name, text in fields.items() if name.startswith("msgstr")]
            with self.subTest(key):
                self.assertEqual(len(forms), 2 if "msgid_plural" in fields else 1)
                for text in forms:
                    self.assertTrue(text)
                    self.assertEqual(sorted({number for number, _ in gaps(text)}),
                                     sorted({number for number, _ in gaps(key)}), text)
                    # What a message begins and ends with belongs to the line around it.
                    self.assertEqual((text.startswith(" "), text.endswith(" ")), (key.startswith(" "), key.endswith(" ")))

    def test_french_is_set_as_french_is(self):
        for key, fields in self.french.items():
            for name, text in fields.items():
                if not name.startswith("msgstr"):
                    continue
                # Code has marks of its own.
                words = re.sub(r"`[^`]*`|«\u00a0.*?\u00a0»|https?://\S*|&lt;|\S+:\S+", "", text)
                with self.subTest(text):
                    self.assertNotIn("'", words)
                    self.assertNotRegex(words, "« | »|[^\u00a0]»|«[^\u00a0]")
                    self.assertNotRegex(words, r" [:;?!](\s|$)")
                    self.assertNotRegex(words, r"\w[;?!](\s|$)")

    def test_the_catalogue_is_one_of_gettext(self):
        if not shutil.which("msgfmt"):
            self.skipTest("gettext is not installed")
        said = subprocess.run(["msgfmt", "--check-format", "--check-domain", "--output-file=/dev/null",
                               str(ROOT / "po/fr.po")], text=True, capture_output=True)
        self.assertEqual((said.returncode, said.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
