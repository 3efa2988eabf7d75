"""What a person at a terminal sees, and what a pipe gets."""

import os
import pty
import re
import subprocess
import unittest

from support import TRIPTYCH, WithBook, triptych

COLOUR = re.compile(r"\x1b\[[\d;]*m")


class Terminal(WithBook):
    def setUp(self):
        super().setUp()
        self.write("README.md", "# Bonjour\n\n[un lien](absent.md)\n")

    def at_a_terminal(self, *words, **environment):
        """Exit code and all that a terminal shows."""
        main, side = pty.openpty()
        names = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CLICOLOR_FORCE")}
        process = subprocess.Popen([TRIPTYCH, *map(str, words)], stdin=side, stdout=side, stderr=side,
                                   env={**names, "TERM": "xterm", **environment}, cwd=self.folder)
        os.close(side)
        shown = b""
        while True:
            try:
                more = os.read(main, 4096)
            except OSError:
                break
            if not more:
                break
            shown += more
        os.close(main)
        return process.wait(timeout=60), shown.decode()

    def test_findings_are_coloured_at_a_terminal_only(self):
        code, shown = self.at_a_terminal("check", "book")
        self.assertEqual(code, 0)
        self.assertIn("\x1b[33mwarning[broken-link]\x1b[0m: ", shown.replace("\x1b[1m\x1b[33m", "\x1b[33m"))
        self.assertNotRegex(triptych("check", self.book).stderr, COLOUR)

    def test_who_wants_no_colour_gets_none(self):
        for words, environment in ((("--color", "never"), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})):
            self.assertNotRegex(self.at_a_terminal("check", "book", *words, **environment)[1], COLOUR)
        self.assertRegex(triptych("check", self.book, "--color", "always").stderr, COLOUR)
        forced = triptych("check", self.book, env={**os.environ, "CLICOLOR_FORCE": "1"}).stderr
        self.assertRegex(forced, COLOUR)
        # The words are the same.
        self.assertEqual(COLOUR.sub("", forced), triptych("check", self.book).stderr)

    def test_a_line_says_what_is_being_done_and_goes_away(self):
        shown = self.at_a_terminal("build", "book", "--to", "epub")[1]
        self.assertIn("\r\x1b[Ktriptych: reading …", shown)
        self.assertNotIn("…", COLOUR.sub("", shown.split("\r\x1b[K")[-1]))
        self.assertNotIn("…", triptych("build", self.book, "-o", self.folder / "out").stderr)

    def test_the_end_says_what_to_do_next(self):
        self.assertIn("next: mend the places above", self.at_a_terminal("check", "book")[1])
        self.write("README.md", "# Bonjour\n\n![](image.png)\n")
        self.write("image.png", bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"))
        self.assertIn("next: triptych alt book --write", self.at_a_terminal("check", "book")[1])
        self.write("README.md", "# Bonjour\n\nUn texte.\n")
        self.assertIn("next: triptych build book", self.at_a_terminal("check", "book")[1])
        self.assertIn("next: triptych verify out/*", self.at_a_terminal("build", "book", "--to", "epub")[1])
        self.assertNotIn("next:", triptych("check", self.book).stderr)

    def test_quiet_leaves_what_must_be_mended(self):
        process = triptych("build", self.book, "-o", self.folder / "out", "-q", "--to", "epub")
        self.assertEqual((process.returncode, process.stdout), (0, ""))
        self.assertIn("warning[broken-link]", process.stderr)
        self.assertNotIn("0 errors", process.stderr)
        self.write("README.md", "# Bonjour\n\nUn texte.\n")
        process = triptych("build", self.book, "-o", self.folder / "out", "-q", "--to", "epub")
        self.assertEqual(process.stdout + process.stderr, "")


if __name__ == "__main__":
    unittest.main()
