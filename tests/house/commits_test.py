"""Holds the messages of commits against what CONTRIBUTING.md says of them."""

import os
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
# The rule holds since this commit.
BASE = "0f483c37f35ec5f0e79bd2a5bcdedd3d498bffe1"
LONGEST = 60


def git(*arguments):
    return subprocess.run(["git", "-C", ROOT, *arguments], text=True, capture_output=True)


class Commits(unittest.TestCase):
    def test_subjects_are_short_and_bodies_say_why(self):
        if git("merge-base", "--is-ancestor", BASE, "HEAD").returncode != 0:
            self.skipTest("the history is not here, or only its end")
        commits = git("log", "--no-merges", "--format=%h%x00%s%x00%b%x01", f"{BASE}..HEAD").stdout.split("\1")
        for commit in commits[:-1]:
            name, subject, body = commit.strip().split("\0")
            with self.subTest(commit=name, subject=subject):
                self.assertLessEqual(len(subject), LONGEST, "the subject is too long")
                self.assertTrue(body.strip(), "the body is missing, which says why")


if __name__ == "__main__":
    unittest.main()
