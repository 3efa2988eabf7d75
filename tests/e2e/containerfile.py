"""Reads a Containerfile and carries out its steps in a folder made by debootstrap, where no container can be built.

What it does not know it refuses: a step that nobody has tried would be taken for one that works.
"""

import dataclasses
import fnmatch
import pathlib
import re
import shlex
import shutil
import json

RELEASES = {"12": "bookworm", "13": "trixie"}
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# What the slim images of Debian leave out of every package (debuerreotype, `slimify`).
SLIM = "".join(f"path-exclude /usr/share/{name}/*\n" for name in ("doc", "info", "linda", "lintian/overrides", "locale", "man", "groff")) + \
    "path-include /usr/share/doc/*/copyright\npath-include /usr/share/doc/kde/HTML/*/*/copyright\n"


class Unknown(Exception):
    """A step, or a word of one, that this does not know."""


@dataclasses.dataclass
class Step:
    line: int
    name: str
    words: str

    def flags(self):
        """The `--name=value` words at the beginning, and the rest."""
        found, rest = {}, self.words
        while match := re.match(r"--([a-z-]+)=(\S+)\s+", rest):
            found[match[1]] = match[2]
            rest = rest[match.end():]
        return found, rest

    def array(self):
        """The words of the form that no shell reads; None where it is another."""
        return json.loads(self.words) if self.words.startswith("[") else None

    def unknown(self):
        return Unknown(f"line {self.line}: {self.name} {self.words}")


@dataclasses.dataclass
class Stage:
    """A system on its way."""

    root: pathlib.Path
    folder: str = "/"
    user: str = "root"
    environment: dict = dataclasses.field(default_factory=lambda: {"PATH": PATHS})
    entry: list = dataclasses.field(default_factory=list)
    words: list = dataclasses.field(default_factory=list)

    def place(self, path):
        """Where a path of the system is, seen from outside."""
        inside = pathlib.PurePosixPath(self.folder) / path
        return self.root / str(inside).lstrip("/")


def read_steps(text):
    """The steps of a Containerfile, comments left out and lines joined."""
    steps, words, begun = [], "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#") or (not line.strip() and not words):
            continue
        begun = begun or number
        if line.rstrip().endswith("\\"):
            words += line.rstrip()[:-1]
            continue
        name, _, rest = (words + line).strip().partition(" ")
        steps.append(Step(begun, name, rest.strip()))
        words, begun = "", 0
    if words:
        raise Unknown(f"line {begun}: {words}")
    return steps


def ignored(context):
    """Whether a path of the context, from its root, is left out."""
    patterns = (context / ".containerignore").read_text().split()
    if any(set(pattern) & set("!#[]?") for pattern in patterns):
        raise Unknown(f".containerignore: {patterns}")

    def test(path):
        beginnings = ["/".join(path.split("/")[:i + 1]) for i in range(path.count("/") + 1)]
        return any(fnmatch.fnmatchcase(beginning, pattern.removeprefix("**/")) or
                   pattern.startswith("**/") and fnmatch.fnmatchcase(beginning, f"*/{pattern[3:]}")
                   for beginning in beginnings for pattern in patterns)
    return test


class Builder:
    """Carries out the steps, each in its stage. `make_root` gives a new system of a release of Debian, `inside` runs words in one."""

    def __init__(self, context, make_root, inside):
        self.context, self.make_root, self.inside = context, make_root, inside
        self.stages, self.stage = {}, None

    def build(self, text):
        """The last stage."""
        for step in read_steps(text):
            if self.stage is None and step.name != "FROM":
                raise step.unknown()
            act = getattr(self, f"do_{step.name}", None)
            if not act or not step.words or step.words.startswith("<<") or "$" in step.words and step.name != "RUN":
                raise step.unknown()
            act(step)
        return self.stage

    def do_FROM(self, step):
        match = re.fullmatch(r"debian:(\d+)(-slim)?(?: AS ([a-z]+))?", step.words)
        if not match or match[1] not in RELEASES:
            raise step.unknown()
        self.stage = Stage(self.make_root(RELEASES[match[1]]))
        if match[2]:
            (self.stage.root / "etc/dpkg/dpkg.cfg.d/docker").write_text(SLIM)
        self.stages[match[3]] = self.stage

    def do_WORKDIR(self, step):
        self.stage.folder = str(pathlib.PurePosixPath(self.stage.folder) / step.words)
        self.stage.place(".").mkdir(parents=True, exist_ok=True)

    def do_ENV(self, step):
        for word in shlex.split(step.words):
            name, equals, value = word.partition("=")
            if not equals:
                raise step.unknown()
            self.stage.environment[name] = value

    def do_USER(self, step):
        if not re.fullmatch(r"[a-z0-9_-]+", step.words):
            raise step.unknown()
        self.stage.user = step.words

    def do_COPY(self, step):
        flags, rest = step.flags()
        words = rest.split()
        if set(flags) - {"from"} or len(words) < 2 or rest.startswith(("[", "--")):
            raise step.unknown()
        source = self.stages[flags["from"]].root if "from" in flags else self.context
        left_out = (lambda path: False) if "from" in flags else ignored(self.context)
        to = self.stage.place(words[-1])
        for pattern in words[:-1]:
            found = [source] if pattern == "." else sorted(source.glob(pattern.lstrip("/")))
            if not found:
                raise AssertionError(f"line {step.line}: nothing is called {pattern}")
            for path in found:
                self.copy(path, to / path.name if path.is_file() and words[-1].endswith("/") else to, source, left_out)

    def copy(self, path, to, source, left_out):
        if not path.is_dir():
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, to, follow_symlinks=False)
            return
        below = path.relative_to(source)
        shutil.copytree(path, to, symlinks=True, dirs_exist_ok=True,
                        ignore=lambda folder, names: [name for name in names if left_out(
                            str((below / pathlib.Path(folder).relative_to(path) / name)))])

    def do_RUN(self, step):
        if step.words.startswith(("[", "--")):
            raise step.unknown()
        process = self.run("/bin/sh", "-c", step.words)
        if process.returncode != 0:
            raise AssertionError(f"line {step.line}: {step.words}\n{process.stdout[-4000:]}\n{process.stderr[-4000:]}")

    def do_ENTRYPOINT(self, step):
        self.stage.entry = step.array()
        if not self.stage.entry:
            raise step.unknown()
        self.stage.words = []

    def do_CMD(self, step):
        self.stage.words = step.array()
        if not self.stage.words:
            raise step.unknown()

    def run(self, *words, user=None):
        """Words in the stage as it is, as a container would run them."""
        stage = self.stage
        as_user = [] if (user or stage.user) == "root" else ["setpriv", f"--reuid={user or stage.user}", "--clear-groups"]
        return self.inside(stage.root, "env", "-i", f"--chdir={stage.folder}", "HOME=/root" if not as_user else "HOME=/",
                           *(f"{name}={value}" for name, value in stage.environment.items()), *as_user, *words)

    def start(self, *words, user=None):
        """The entry point with these words, or with those that it has of itself."""
        return self.run(*self.stage.entry, *(words or self.stage.words), user=user)
