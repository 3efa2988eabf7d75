"""Builds killed at any moment: every file is the old or the new one, whole, and nothing else stays."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest

from support import INJECT, ROOT, Scratch, TRIPTYCH, triptych

# TRIPTYCH_KILLS=200 for the long run.
KILLS = int(os.environ.get("TRIPTYCH_KILLS", "25"))
# Also where the file system has no nameless files, and between any two steps of the writing.
FAULTS = ["", "tmpfile:1:EOPNOTSUPP"]
FAULTS += [f"{call}:{number}:SIGKILL" for call in ("write", "linkat", "exchange", "rename", "fsync")
           for number in (1, 2, 3, 4)]


class Kills(Scratch):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "examples/carnet", self.folder / "book")
        self.page = self.folder / "book/README.md"
        self.text = self.page.read_text()

    def command(self, out):
        return [TRIPTYCH, "build", str(self.folder / "book"), "-o", str(out)]

    def build(self, version, out):
        self.page.write_text(f"{self.text}\n\nVersion {version}.\n")
        process = triptych(*self.command(out)[1:])
        self.assertEqual(process.returncode, 0, process.stderr)
        return self.files(out)

    @staticmethod
    def files(out):
        return {path.name: path.read_bytes() for path in out.iterdir()}

    def assert_whole(self, found, versions):
        for name, bytes_ in found.items():
            if not name.startswith("."):
                self.assertTrue(bytes_ in [version[name] for version in versions], name)

    def test_killed_builds_leave_whole_files(self):
        versions = [self.build(number, self.folder / f"version{number}") for number in (1, 2)]
        out = self.folder / "out"
        start = time.monotonic()
        self.build(2, out)
        duration = time.monotonic() - start
        # The page is that of the second version from here on, the files those of either.
        for name in versions[0]:
            (out / name).write_bytes(versions[0][name])
        chance = random.Random(1)
        for number in range(KILLS):
            fault = FAULTS[number % len(FAULTS)]
            environment = dict(os.environ, TRIPTYCH_FAULT=fault, LD_PRELOAD=INJECT)
            with self.subTest(number=number, fault=fault):
                process = subprocess.Popen(self.command(out), env=environment,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    process.wait(chance.uniform(0, 1.2 * duration)
                                 if "KILL" not in fault else 60)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                found = self.files(out)
                self.assertEqual({name for name in found if not name.startswith(".")},
                                 set(versions[0]))
                self.assert_whole(found, versions)
                if number % 5 == 4:
                    self.build(2, out)
                    self.assertTrue(self.files(out) == versions[1], sorted(self.files(out)))
                    for name in versions[0]:
                        (out / name).write_bytes(versions[0][name])


if __name__ == "__main__":
    sys.exit(unittest.main())
