"""The machine fails at every edge: the program says so, never crashes, and old files stay whole."""

import os
import re
import signal
import subprocess
import sys
import unittest

from support import INJECT, ROOT, Scratch, TRIPTYCH, triptych

PAGE = """---
description: Une page
---

# Page

Un *mot* [ici](https://example.org), une note[^1] et $$a^2$$.

{% hint style="info" %}
* a
* b
{% endhint %}

<table><tr><td>a</td><td>b</td></tr></table>

| a | b |
| - | - |
| 1 | 2 |

```python
print("mot")
```

[^1]: Note.
"""
CODE = PAGE[PAGE.index("```python"):PAGE.index("[^1]: Note.")]
SUMMARY = "# Livre\n\n* [Page](page.md)\n* [Autre](autre.md)\n"
# libhyphen ends the program by itself, in words of its own.
SAID = "error|can't allocate"
# So many system calls of a kind are failed in turn.
CALLS = 12
# Allocations that fail: every one of the first, then fewer and fewer. TRIPTYCH_EVERY=1 tries all.
STEP = 1.13


class Faults(Scratch):
    page = PAGE

    def setUp(self):
        super().setUp()
        self.book, self.out = self.folder / "book", self.folder / "out"
        self.book.mkdir()
        for name, text in (("page.md", self.page), ("autre.md", "# Autre\n\nMot.\n"),
                           ("SUMMARY.md", SUMMARY), ("triptych.yaml", "title: Livre\n")):
            (self.book / name).write_text(text)

    def build(self, fault="", *options, command="build", **more):
        environment = dict(os.environ, TRIPTYCH_FAULT=fault, **more)
        if fault:
            environment["LD_PRELOAD"] = INJECT
        where = ("-o", self.out) if command == "build" else ()
        return triptych(command, self.book, *where, *options, env=environment)

    def files(self):
        return {path.name: path.read_bytes() for path in self.out.iterdir()}

    def assert_ended(self, process, codes=(0, 1)):
        if "Fatal glibc error" in process.stderr:  # it can't note what to destroy
            codes = (-signal.SIGABRT,)
        self.assertIn(process.returncode, codes, process.stderr[-500:])
        if process.returncode > 0:
            self.assertRegex(process.stderr, SAID)

    def old_and_new(self):
        """Files of a build, and those of the next; the old ones are in place."""
        self.build()
        old = self.files()
        (self.book / "page.md").write_text(self.page + "\nPlus.\n")
        out, self.out = self.out, self.folder / "other"
        self.build()
        new = self.files()
        self.out = out
        self.assertNotEqual(old, new)
        self.assertEqual(set(old), set(new))
        return old, new

    def build_old(self):
        text = (self.book / "page.md").read_text()
        (self.book / "page.md").write_text(self.page)
        self.build()
        (self.book / "page.md").write_text(text)


class Disk(Faults):
    def test_a_fault_while_writing_leaves_all_files_as_they_were(self):
        old, new = self.old_and_new()
        for call, error in (("write", "ENOSPC"), ("write", "EDQUOT"), ("fsync", "EIO"),
                            ("linkat", "EACCES"), ("linkat", "ENOSPC")):
            for number in range(1, len(old) + 2):
                with self.subTest(call=call, error=error, number=number):
                    process = self.build(f"{call}:{number}:{error}")
                    self.assert_ended(process)
                    # One call more than there are files, or the last of the folder: all is well.
                    if process.returncode == 0:
                        self.assertEqual(self.files(), new)
                        self.build_old()
                    else:
                        self.assertIn("[unwritable-output]", process.stderr)
                        self.assertEqual(self.files(), old)

    def test_a_fault_without_nameless_files(self):
        _, new = self.old_and_new()
        self.assert_ended(self.build("tmpfile:1:EOPNOTSUPP"), (0,))
        self.assertEqual(self.files(), new)

    def test_old_files_come_back_when_the_last_can_not_be_replaced(self):
        old, _ = self.old_and_new()
        last = self.out / "livre-slides.pptx"
        last.unlink()
        (last / "folder").mkdir(parents=True)
        process = self.build()
        self.assertEqual(process.returncode, 1)
        self.assertIn("[unwritable-output]", process.stderr)
        self.assertEqual(sorted(path.name for path in self.out.iterdir()), sorted(old))
        for name, bytes_ in old.items():
            if name != last.name:
                self.assertEqual((self.out / name).read_bytes(), bytes_)

    def test_first_files_are_taken_back_when_the_last_can_not_be_made(self):
        last = self.out / "livre-slides.pptx"
        last.mkdir(parents=True)
        self.assertEqual(self.build().returncode, 1)
        self.assertEqual(list(self.out.iterdir()), [last])

    def test_file_systems_that_know_no_exchange_or_lock(self):
        _, new = self.old_and_new()
        for fault in ("exchange:1:EINVAL", "flock:1:EINVAL"):
            with self.subTest(fault):
                self.build_old()
                self.assertEqual(self.build(fault).returncode, 0)
                self.assertEqual(self.files(), new)

    def test_a_folder_that_another_program_keeps_locked(self):
        old, _ = self.old_and_new()
        process = self.build("flock:1:EAGAIN")
        self.assert_ended(process, (1,))
        self.assertIn("locked by another program", process.stderr)
        self.assertEqual(self.files(), old)

    def test_a_folder_that_can_not_be_written(self):
        old, _ = self.old_and_new()
        process = self.build("tmpfile:1:EROFS")
        self.assert_ended(process)
        for fault in ("open:1:EROFS", "open:1:EACCES", "open:1:EMFILE"):
            with self.subTest(fault):
                self.assert_ended(self.build(fault), (1,))

    def test_short_and_interrupted_calls_change_nothing(self):
        self.build()
        whole = self.files()
        for fault in ("write:1000:short", "read:7:short", "write:2:EINTR", "read:2:EINTR",
                      "fsync:2:EINTR", "flock:2:EINTR"):
            with self.subTest(fault):
                process = self.build(fault)
                self.assertEqual((process.returncode, self.files()), (0, whole), process.stderr)

    def test_a_full_disk_behind_standard_output(self):
        for command in ("build", "check", "dump"):
            with self.subTest(command), open("/dev/full", "w") as full:
                options = {"build": ("-o", self.out), "dump": ("--stage", "text"),
                           "check": ("--format", "json")}[command]
                process = subprocess.run([TRIPTYCH, command, self.book, *options], stdout=full,
                                         stderr=subprocess.PIPE, timeout=60)
                self.assertIn(process.returncode, (0, 1))

    def test_a_closed_pipe(self):
        for stream in ("stdout", "stderr"):
            reading, writing = os.pipe()
            os.close(reading)
            process = subprocess.run([TRIPTYCH, "dump", self.book, "--stage", "pages"],
                                     **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL,
                                        stream: writing}, timeout=60)
            os.close(writing)
            self.assertEqual(process.returncode, 1 if stream == "stdout" else 0)


class Source(Faults):
    def test_files_that_vanish_or_fail_while_read(self):
        self.build()
        for call, error in (("open", "ENOENT"), ("open", "EMFILE"), ("read", "EIO")):
            for number in range(1, CALLS):
                with self.subTest(call=call, error=error, number=number):
                    self.assert_ended(self.build(f"{call}:{number}:{error}", command="check"))

    def test_no_threads(self):
        self.build()
        whole = self.files()
        for number in (1, 2, 3):
            process = self.build(f"thread:{number}:EAGAIN", "--jobs", "4")
            self.assertEqual((process.returncode, self.files()), (0, whole), process.stderr)


class Signals(Faults):
    def test_the_end_comes_between_old_and_new_files(self):
        old, new = self.old_and_new()
        for name in ("SIGINT", "SIGTERM"):
            for call, number in (("linkat", 1), ("linkat", 3), ("exchange", 2), ("fsync", 1),
                                 ("fsync", 4)):
                with self.subTest(signal=name, call=call, number=number):
                    process = self.build(f"{call}:{number}:{name}")
                    self.assertIn(process.returncode, (-2, -15))
                    self.assertEqual(self.files(), new)
                    self.build_old()

    def test_the_end_before_everything_is_written(self):
        old, _ = self.old_and_new()
        for name, code in (("SIGINT", -2), ("SIGTERM", -15)):
            for call, number in (("read", 3), ("write", 1), ("write", 3)):
                with self.subTest(signal=name, call=call, number=number):
                    process = self.build(f"{call}:{number}:{name}")
                    self.assertEqual((process.returncode, self.files()), (code, old))


class Memory(Faults):
    def numbers(self):
        """Which allocations fail."""
        if "TRIPTYCH_EVERY" in os.environ:
            step = int(os.environ["TRIPTYCH_EVERY"])
            return range(1, 200_000, step)
        numbers, at = [], 1.0
        while at < 200_000:
            numbers.append(int(at))
            at = max(at + 1, at * STEP)
        return numbers

    def every_allocation(self, command, *options):
        for number in self.numbers():
            with self.subTest(number=number):
                process = self.build(f"memory:{number}:ENOMEM", *options, command=command)
                if process.returncode == 0:
                    return number
                self.assert_ended(process, (1,))
        self.fail("the last allocation was not reached")

    def test_the_reader_survives_every_failed_allocation(self):
        # A check sets the book, with its code in colours; Qt does not survive without memory.
        (self.book / "page.md").write_text(PAGE.replace(CODE, ""))
        self.assertGreater(self.every_allocation("check"), 1000)

    def build_with_ever_less(self, page, codes):
        self.page = page
        (self.book / "page.md").write_text(page)
        old, new = self.old_and_new()
        for number in self.numbers()[::4]:
            with self.subTest(number=number):
                process = self.build(f"memory:{number}:ENOMEM", "--jobs", "1")
                if process.returncode == 0:
                    break
                self.assert_ended(process, codes)
                # Near the end there is no memory to say what was made.
                in_place = "new files are whole" in process.stderr
                self.assertTrue(self.files() == (new if in_place else old))

    def test_a_build_keeps_the_old_files(self):
        self.build_with_ever_less(PAGE.replace(CODE, ""), (1,))

    def test_a_build_with_code_keeps_the_old_files(self):
        # Qt, which knows the grammars of code, does not survive without memory.
        self.build_with_ever_less(PAGE, (1, -signal.SIGSEGV, -signal.SIGABRT))


if __name__ == "__main__":
    sys.exit(unittest.main())
