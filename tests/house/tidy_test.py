"""Holds C++ files that changed against .clang-tidy; all files in scripts/audit.

What was found good is noted in build/tidy, by what the file and all it includes hold, and not looked at again.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
BUILD = pathlib.Path(os.environ.get("TRIPTYCH", ROOT / "build/release/triptych")).parent
SEEN = BUILD.parent / "tidy"
# Another version finds other things.
VERSION = "14"
# So many of the changed files are looked at, or `all` files: which ones depends on nothing but the commit.
FILES = os.environ.get("TRIPTYCH_TIDY_FILES", "8")
INCLUDE = re.compile(r'^#include (?:"([^"]+)"|<(triptych/[^>]+)>)', re.MULTILINE)


def tidy_program():
    for name in (f"clang-tidy-{VERSION}", "clang-tidy"):
        program = shutil.which(name)
        if program and f"version {VERSION}." in subprocess.check_output([program, "--version"], text=True):
            return program
    raise unittest.SkipTest(f"clang-tidy {VERSION} is not installed")


def commands():
    """For each source, what of its compiler's options clang-tidy must know."""
    found = {}
    for tree in (BUILD.parent / "asan", BUILD):  # only the first has the fuzz targets
        database = tree / "compile_commands.json"
        for entry in json.loads(database.read_text()) if database.exists() else ():
            given = ["-Wshadow", *options(shlex.split(entry["command"]))]
            for path in compiled(pathlib.Path(entry["file"])):
                if path.is_relative_to(ROOT) and not path.is_relative_to(BUILD.parent):
                    found[path] = given
    return found


def compiled(path):
    """The sources of a batch, or the file itself."""
    if path.parent.name != "Unity":
        return [path]
    return [pathlib.Path(name) for name in re.findall(r'^#include "([^"]+)"', path.read_text(), re.MULTILINE)]


def options(words):
    words = iter(words)
    for word in words:
        if word in ("-I", "-isystem"):
            yield from (word, next(words))
        elif word.startswith(("-D", "-I", "-isystem", "-std=")):
            yield word


class Sources:
    def __init__(self):
        self.commands = commands()
        self.headers, self.digests = {}, {}

    def included(self, path):
        """The files of the project that one includes, as its options say where they are."""
        if path not in self.headers:
            text = path.read_text()
            folders = (path.parent, ROOT / "src", ROOT / "include", ROOT / "tests")
            names = [quoted or public for quoted, public in INCLUDE.findall(text)]
            found = [next((folder / name for folder in folders if (folder / name).is_file()), None) for name in names]
            self.headers[path] = [header.resolve() for header in found if header]
            self.digests[path] = hashlib.sha256(text.encode()).digest()
        return self.headers[path]

    def key(self, path, rules):
        """Stands for all that a verdict on the file depends on."""
        whole, waiting = {path}, [path]
        while waiting:
            new = set(self.included(waiting.pop())) - whole
            whole |= new
            waiting += new
        parts = sorted(str(each).encode() + self.digests[each] for each in whole)
        return hashlib.sha256(rules + "\0".join(self.commands[path]).encode() + b"".join(parts)).hexdigest()

    def chosen(self):
        if FILES == "all":
            return sorted(self.commands)
        changed = [path for name in changed_names() for path in self.standing_for(ROOT / name)]
        return list(dict.fromkeys(changed))[:int(FILES)]

    def standing_for(self, path):
        """The file itself; for a header the source of its name, else one that includes it."""
        if path in self.commands or not path.is_file():
            return [path] if path in self.commands else []
        own = path.with_suffix(".cpp")
        return [own] if own in self.commands else [
            source for source in sorted(self.commands) if path in self.included(source)][:1]


def git(*arguments):
    return subprocess.run(["git", "-C", ROOT, *arguments], text=True, capture_output=True).stdout.strip()


def changed_names():
    """Files that differ from the main branch, or, on it, from the commit before; of a history that is not here none."""
    head = git("rev-parse", "HEAD")
    bases = [git("merge-base", "HEAD", name) for name in ("origin/main", "main")]
    base = next((base for base in bases if base and base != head), git("rev-parse", "--verify", "-q", "HEAD~1"))
    names = git("diff", "--name-only", base or "HEAD").splitlines() if head else []
    return sorted(name for name in names if name.endswith((".cpp", ".hpp")))


class Tidy(unittest.TestCase):
    def test_clang_tidy_finds_nothing(self):
        program, sources = tidy_program(), Sources()
        self.assertTrue(sources.commands, f"{BUILD} has no compile_commands.json")
        rules = (ROOT / ".clang-tidy").read_bytes()
        SEEN.mkdir(exist_ok=True)
        waiting = [(path, SEEN / sources.key(path, rules)) for path in sources.chosen()]
        waiting = [(path, note) for path, note in waiting if not note.exists()]

        def look_at(path, note):
            process = subprocess.run([program, "--quiet", path, "--", "-x", "c++", *sources.commands[path]], text=True,
                                     capture_output=True)
            if process.returncode == 0:
                note.touch()
            return process.stdout if process.returncode else ""

        # One of many tests that run side by side, or alone.
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() if FILES == "all" else 1) as pool:
            said = list(pool.map(look_at, *zip(*waiting))) if waiting else []
        print(f"{len(said)} of {len(sources.commands)} files were looked at")
        found = "".join(said)
        if found:
            self.fail(found)


if __name__ == "__main__":
    unittest.main()
