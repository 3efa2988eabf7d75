"""Holds every #include of src/ against layers.txt, both ways: an unused permission fails too."""

import collections
import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ.get("TRIPTYCH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
INCLUDE = re.compile(r'^#include "([a-z_]+)/', re.MULTILINE)
# An include within src/: its room, and the inner folder or the file of the room.
PLACE = re.compile(r'^#include "([a-z_]+/[a-z0-9_]+)[./]', re.MULTILINE)


INNER = re.compile(r'^#include "([a-z_]+/[a-z_]+)/', re.MULTILINE)
MODULE = re.compile(r'^#include "([a-z_/]+)\.hpp"', re.MULTILINE)


def all_permissions():
    lines = (ROOT / "layers.txt").read_text().splitlines()
    rows = [line.split(":") for line in lines if line and not line.startswith("#")]
    return {room: set(allowed.split()) for room, allowed in rows}


def permissions():
    return {room: allowed for room, allowed in all_permissions().items() if "/" not in room}


def inner_permissions():
    return {folder: allowed for folder, allowed in all_permissions().items() if "/" in folder}


def modules(room):
    """The modules of a room, a header and its source being one, with those that each includes."""
    found = {}
    for path in (ROOT / "src" / room).rglob("*.[hc]pp"):
        name = str(path.relative_to(ROOT / "src").with_suffix(""))
        found.setdefault(name, set()).update(MODULE.findall(path.read_text()))
    return {name: (uses - {name}) & set(found) for name, uses in found.items()}


def circle(graph):
    """What is left of a graph when all that leads to nothing is taken away, again and again."""
    left = dict(graph)
    while True:
        free = [name for name, uses in left.items() if not uses & set(left)]
        if not free:
            return sorted(left)
        for name in free:
            del left[name]


def uses(room):
    found = set()
    for path in (ROOT / "src" / room).rglob("*.[hc]pp"):
        found.update(INCLUDE.findall(path.read_text()))
    return found - {room}


def places():
    """For each inner folder, and each pair of files beside them, the others of its room that it includes."""
    included = collections.defaultdict(set)
    for path in (ROOT / "src").rglob("*.[hc]pp"):
        place = "/".join(path.relative_to(ROOT / "src").with_suffix("").parts[:2])
        included[place].update(other for other in PLACE.findall(path.read_text())
                               if other != place and other.split("/")[0] == place.split("/")[0])
    return included


def reached(place, included):
    """Every place that `place` includes, or that one of these includes."""
    found, waiting = set(), [place]
    while waiting:
        new = included[waiting.pop()] - found
        found |= new
        waiting += new
    return found


class Layers(unittest.TestCase):
    def test_every_room_is_listed(self):
        rooms = {path.name for path in (ROOT / "src").iterdir() if path.is_dir()}
        self.assertEqual(rooms, set(permissions()))

    def test_includes_are_exactly_the_permissions(self):
        for room, allowed in permissions().items():
            with self.subTest(room=room):
                self.assertEqual(uses(room), allowed)

    def test_folders_of_a_room_include_exactly_the_permissions(self):
        for folder, allowed in inner_permissions().items():
            with self.subTest(folder=folder):
                room = folder.split("/")[0]
                found = set()
                for path in (ROOT / "src" / folder).rglob("*.[hc]pp"):
                    found.update(INNER.findall(path.read_text()))
                found = {name for name in found if name.startswith(room + "/")} - {folder}
                self.assertEqual(found, allowed)

    def test_rooms_that_order_their_folders_list_all_of_them(self):
        for room in {folder.split("/")[0] for folder in inner_permissions()}:
            with self.subTest(room=room):
                folders = {f"{room}/{path.name}" for path in (ROOT / "src" / room).iterdir() if path.is_dir()}
                listed = {folder for folder in inner_permissions() if folder.startswith(room + "/")}
                self.assertEqual(folders, listed)
                self.assertEqual(circle(modules(room)), [])

    def test_targets_link_exactly_the_permissions(self):
        cmake = (ROOT / "src" / "CMakeLists.txt").read_text()
        for room, allowed in permissions().items():
            with self.subTest(room=room):
                if room in ("cli", "client"):
                    continue  # they use public headers only: of the whole library, or of none
                match = re.search(rf"triptych_room\({room}\b([^)]*)\)", cmake)
                words = match.group(1).split()
                rooms = words[words.index("ROOMS") + 1:] if "ROOMS" in words else []
                self.assertEqual({word for word in rooms if word in permissions()}, allowed)

    def test_inner_folders_include_each_other_in_no_circle(self):
        included = places()
        reach = {place: reached(place, included) for place in list(included)}
        circles = {tuple(sorted((place, other))) for place in reach if (ROOT / "src" / place).is_dir()
                   for other in reach[place] if other != place and place in reach.get(other, ())}
        self.assertEqual(circles, set())

    def test_libraries_are_linked_and_only_modules_are_loaded(self):
        for path in sorted((ROOT / "src").rglob("*.[hc]pp")):
            text = path.read_text()
            with self.subTest(path=path.name):
                self.assertNotRegex(text, r'"lib[\w+-]+\.so')
                if path != ROOT / "src/base/modules.cpp":
                    self.assertNotRegex(text, r"\bdlopen\(")

    def test_public_headers_include_only_public_headers(self):
        for path in (ROOT / "include").rglob("*.hpp"):
            with self.subTest(header=path.name):
                self.assertEqual(INCLUDE.findall(path.read_text()), [])


if __name__ == "__main__":
    unittest.main()
