"""The book while it is written: `serve` and `watch`."""

import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import time
import unittest
import urllib.parse
import zlib

from support import INJECT, TRIPTYCH, WithBook, node_modules, parts, run, triptych

PAGE = "# Bonjour\n\n## Un\n\nPremier paragraphe du livre.\n\n## Deux\n\n" + "Encore une phrase, et une autre. " * 300 + "\n"


class Live(WithBook):
    def setUp(self):
        super().setUp()
        self.write("README.md", PAGE)
        self.write("SUMMARY.md", "* [Bonjour](README.md)\n")
        self.write("triptych.yaml", "title: Essai\n")

    def start(self, *words, **options):
        process = subprocess.Popen([TRIPTYCH, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
        process.stdout.close()
        process.stderr.close()

    def serve(self, *words):
        process = self.start("serve", self.book, *words)
        address = process.stdout.readline().strip()
        self.assertTrue(address.startswith("http://127.0.0.1:"), process.poll())
        return process, urllib.parse.urlsplit(address)

    def ask(self, address, name="", method="GET", **headers):
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        connection.request(method, address.path + name, headers={key.replace("_", "-"): value for key, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def state(self, address):
        return json.loads(self.ask(address, "state.json")[1])

    def wait(self, condition):
        """Whether it comes true within a minute."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.05)
        return False

    def shown(self, address):
        return " ".join(page["text"] for page in self.state(address)["pages"])


class Serve(Live):
    def test_the_panels_are_those_of_the_build(self):
        process, address = self.serve()
        state = self.state(address)
        self.assertEqual((state["title"], state["findings"]), ("Essai", []))
        answer, picture = self.ask(address, "pages/1.png")
        self.assertEqual((answer.status, answer.getheader("Content-Type"), picture[:4]), (200, "image/png", b"\x89PNG"))
        triptych("build", self.book, "-o", self.folder / "out", "--to", "booklet,epub,html")
        pages = int(run("pdfinfo", self.folder / "out/essai-booklet.pdf").stdout.split("Pages:")[1].split()[0])
        self.assertEqual(len(state["pages"]), pages)
        self.assertIn("Premier paragraphe du livre.", " ".join(page["text"] for page in state["pages"]))
        slides = self.ask(address, "slides.html")[1].decode()
        self.assertIn("Premier paragraphe", slides)
        self.assertEqual(slides.count("<section"), (self.folder / "out/essai-slides.html").read_text().count("<section"))
        for document in state["documents"]:
            answer, body = self.ask(address, document["path"])
            self.assertEqual((answer.status, answer.getheader("Content-Type")), (200, "application/xhtml+xml"))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), 0)

    def test_an_edit_is_told_with_its_place(self):
        self.write("suite.md", "# Suite\n\nLa fin.\n")
        self.write("SUMMARY.md", "* [Bonjour](README.md)\n* [Suite](suite.md)\n")
        process, address = self.serve()
        stream = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        stream.request("GET", address.path + "events")
        answer = stream.getresponse()
        self.assertEqual(answer.getheader("Content-Type"), "text/event-stream")

        numbers, chapters = [], []

        def wait_for_build():
            while True:
                line = answer.readline().decode()
                self.assertTrue(line)
                if line.startswith("id: "):
                    numbers.append(int(line[4:]))
                elif line.startswith("data: "):
                    told = json.loads(line[6:])
                    if "took" in told:
                        return
                    chapters.append(told["chapter"])

        wait_for_build()
        self.assertEqual(numbers, [1])
        self.write("suite.md", "# Suite\n\nLa fin. [rien](nulle-part.md)\n")
        wait_for_build()
        # The chapter comes before the rest, unless that is there as soon.
        self.assertEqual(chapters, ["ebook/EPUB/text/suite.xhtml"] * len(chapters))
        self.assertIn(len(chapters), (0, 1))
        state = self.state(address)
        self.assertIn("La fin.", state["pages"][state["page"]]["text"])
        self.assertTrue(state["chapter"].endswith("suite.xhtml"), state["chapter"])
        finding, = state["findings"]
        self.assertEqual(finding["kind"], "broken-link")
        self.assertEqual(finding["link"], f"vscode://file{self.book}/suite.md:3:9")
        # Settings are read again, too.
        self.write("triptych.yaml", "title: Autre\n")
        wait_for_build()
        self.assertEqual(numbers, sorted(set(numbers)))
        self.assertEqual(self.state(address)["title"], "Autre")
        stream.close()

    def test_after_any_edits_what_is_shown_is_what_a_cold_build_makes(self):
        """Of all panels the very bytes, page pictures aside, which no build makes; TRIPTYCH_EDITS says how many edits."""
        self.write("guide/un.md", "# Un\n\nUn texte. {% hint style=\"info\" %}\nÀ savoir.\n{% endhint %}\n")
        self.write("SUMMARY.md", "* [Bonjour](README.md)\n* [Un](guide/un.md)\n")
        process, address = self.serve()
        chance = random.Random(19)
        for number in range(int(os.environ.get("TRIPTYCH_EDITS", "12"))):
            self.edit(chance, number)
            out = self.folder / "cold"
            shutil.rmtree(out, ignore_errors=True)
            cold = triptych("build", self.book, "-o", out, "--to", "booklet,epub,html", "--no-cache")
            self.assertEqual(cold.returncode, 0, cold.stderr)
            # An edit of two files may be seen as two.
            end = time.monotonic() + 60
            while (differing := self.differences(address, out)) and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual(differing, [], f"edit {number}")

    def differences(self, address, out):
        """What is shown otherwise than it was built."""
        slides, = out.glob("*.html")
        found = [] if self.ask(address, "slides.html")[1] == slides.read_bytes() else ["slides"]
        ebook, = out.glob("*.epub")
        for name, expected in parts(ebook).items():
            if name.startswith("EPUB/text/") and "cover" not in name:
                # In the preview no document names the pages of the booklet.
                expected = re.sub(rb'<span [^>]*role="doc-pagebreak"[^>]*/>', b"", expected)
                found += [] if self.ask(address, "ebook/" + name)[1] == expected else [name]
        booklet, = out.glob("*-booklet.pdf")
        pages = run("pdfinfo", booklet).stdout.split("Pages:")[1].split()[0]
        return found + ([] if len(self.state(address)["pages"]) == int(pages) else ["booklet"])

    def edit(self, chance, number):
        """One of the things that authors do."""
        page = chance.choice(["README.md", "guide/un.md"])
        text = (self.book / page).read_text()
        kind = chance.randrange(7)
        if kind == 0:
            self.write(page, text + f"\nUn paragraphe de plus, le {number}.\n")
        elif kind == 1:
            self.write(page, text.replace("texte", f"texte{number}", 1))
        elif kind == 2:
            self.write(page, re.sub(r"^# .*", f"# Titre {number}", text, count=1))
        elif kind == 3:
            self.write(f"page-{number}.md", f"# Page {number}\n\nΩ et [un](guide/un.md).\n")
            self.write("SUMMARY.md", (self.book / "SUMMARY.md").read_text() + f"* [Page {number}](page-{number}.md)\n")
        elif kind == 4:
            self.write("triptych.yaml", f"title: Essai {number}\nfigures: numbered\n")
        elif kind == 5:
            lines = (self.book / "SUMMARY.md").read_text().splitlines()
            chance.shuffle(lines)
            self.write("SUMMARY.md", "\n".join(lines) + "\n")
        else:
            self.write(page, text + f"\n## Section {number}\n\n* un\n* deux\n\n" + "Une phrase. " * chance.randrange(200) + "\n")

    def test_only_this_computer_and_who_knows_the_address_may_look(self):
        process, address = self.serve("--allow-host", "tunnel.example")
        here = f"127.0.0.1:{address.port}"
        for status, headers in ((200, {}), (421, {"Host": "evil.example"}), (421, {"Host": f"evil.example:{address.port}"}),
                                (200, {"Host": f"localhost:{address.port}"}), (200, {"Host": "tunnel.example"}),
                                (403, {"Origin": "http://evil.example"}), (200, {"Origin": f"http://{here}"}),
                                (403, {"Sec_Fetch_Site": "cross-site"}), (421, {"Host": "evil.example", "X_Forwarded_Host": here})):
            with self.subTest(headers=headers):
                self.assertEqual(self.ask(address, "state.json", **headers)[0].status, status)
        self.assertEqual(self.ask(address, "state.json", method="POST")[0].status, 405)
        bare = address._replace(path="/")
        for name in ("", "state.json", "x" * 32 + "/state.json"):
            self.assertEqual(self.ask(bare, name)[0].status, 404)
        for name in ("../../etc/passwd", "%2e%2e%2f%2e%2e%2fetc/passwd", "ebook/../../README.md", "README.md", "/etc/passwd"):
            self.assertEqual(self.ask(address, name)[0].status, 404, name)
        sockets = run("ss", "-ltnH", f"sport = :{address.port}").stdout if shutil.which("ss") else "127.0.0.1"
        self.assertIn("127.0.0.1", sockets)
        self.assertNotIn("0.0.0.0:" + str(address.port), sockets)

    def test_a_browser_is_opened_at_the_address_and_can_be_interrupted(self):
        opener, seen = self.folder / "bin/xdg-open", self.folder / "seen"
        opener.parent.mkdir()
        opener.write_text(f'#!/bin/sh\necho "$1 $(grep SigBlk /proc/self/status)" > {seen}.part && mv {seen}.part {seen}\n')
        opener.chmod(0o755)
        process = self.start("serve", self.book, "--open", env={**os.environ, "PATH": f"{opener.parent}:{os.environ['PATH']}"})
        address = process.stdout.readline().strip()
        for _ in range(1200):
            if seen.exists():
                break
            time.sleep(0.05)
        opened, _, blocked = seen.read_text().split()
        self.assertEqual((opened, int(blocked, 16)), (address, 0))

    def test_scaled_pictures_are_kept_for_the_next_look(self):
        rows = b"".join(b"\0" + bytes((x * y) % 251 for x in range(3000)) for y in range(2000))
        chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        self.write("image.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 3000, 2000, 8, 0, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
        self.write("README.md", PAGE + "\n![Une page](image.png)\n")
        self.serve("--cache", self.folder / "kept")
        self.assertTrue([path for path in (self.folder / "kept").rglob("*") if path.is_file()])

    def test_many_streams_do_not_stop_the_rest(self):
        process, address = self.serve()
        streams = []
        for _ in range(20):
            stream = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
            stream.request("GET", address.path + "events")
            streams.append(stream)
        statuses = [stream.getresponse().status for stream in streams]
        self.assertEqual((statuses.count(200), statuses.count(503)), (8, 12))
        self.assertEqual(self.ask(address, "state.json")[0].status, 200)
        for stream in streams:
            stream.close()

    def test_a_book_that_can_not_be_read_is_shown_when_it_can(self):
        self.write(".gitbook.yaml", "root: ../elsewhere\n")
        process, address = self.serve()
        self.assertTrue(self.state(address)["findings"])
        (self.book / ".gitbook.yaml").unlink()
        for _ in range(600):
            if self.state(address)["pages"]:
                break
            time.sleep(0.1)
        self.assertTrue(self.state(address)["pages"])

    def test_a_book_that_is_removed_and_made_anew_is_shown_again(self):
        here = ["serve", "."]
        process = self.start(*here, cwd=self.book)
        address = urllib.parse.urlsplit(process.stdout.readline().strip())
        for number, vanish in enumerate((lambda: shutil.rmtree(self.book), lambda: self.book.rename(self.folder / "aside"))):
            vanish()
            time.sleep(0.4)
            # What was shown last stays.
            self.assertEqual(self.ask(address, "state.json")[0].status, 200)
            self.write("README.md", f"# Retour\n\nDe retour, {number}.\n")
            self.assertTrue(self.wait(lambda: f"De retour, {number}." in self.shown(address)))
            self.write("README.md", f"# Retour\n\nUn mot de plus, {number}.\n")
            self.assertTrue(self.wait(lambda: f"Un mot de plus, {number}." in self.shown(address)))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), 0)
        self.assertIn("error: there is no file or folder '.'", process.stderr.read())

    def test_files_of_other_systems_are_shown(self):
        process, address = self.serve()
        self.write("README.md", b"\xef\xbb\xbf# Bonjour\r\n\r\nUne ligne d\xe2\x80\x99ailleurs.\r\n")
        self.assertTrue(self.wait(lambda: "Une ligne d’ailleurs." in self.shown(address)))
        self.write("README.md", b"# Bonjour\n\nUn caf\xe9 crois\xe9.\n")
        self.assertTrue(self.wait(lambda: "invalid-utf8" in [each["kind"] for each in self.state(address)["findings"]]))

    def test_two_may_show_the_same_book_but_not_at_one_port(self):
        _, address = self.serve()
        _, other = self.serve()
        self.write("README.md", "# Bonjour\n\nVu de partout.\n")
        for each in (address, other):
            self.assertTrue(self.wait(lambda: "Vu de partout." in self.shown(each)))
        process = triptych("serve", self.book, "--port", address.port)
        self.assertEqual((process.returncode, process.stdout), (2, ""))
        self.assertEqual(process.stderr, f"triptych: error: nothing can listen on 127.0.0.1:{address.port}\n"
                                         "hint: leave --port out for one that is free\n")

    def test_thousands_of_saves_end_with_the_last(self):
        process, address = self.serve()
        for number in range(10_000):
            self.write("README.md", f"# Bonjour\n\nEnregistré {number} fois.\n")
        self.assertTrue(self.wait(lambda: "Enregistré 9999 fois." in self.shown(address)))

    def test_where_no_folder_can_be_watched_files_are_looked_at(self):
        for faults in ("watch:1:ENOSPC", "watch:2:ENOSPC"):  # at once, and of a folder that is made later
            with self.subTest(faults=faults):
                environment = {**os.environ, "LD_PRELOAD": INJECT, "TRIPTYCH_FAULT": faults}
                process = self.start("serve", self.book, env=environment)
                address = urllib.parse.urlsplit(process.stdout.readline().strip())
                self.write(f"nouveau-{faults[6]}/page.md", "# Nouveau\n")
                time.sleep(0.5)
                self.write(f"nouveau-{faults[6]}/page.md", "# Nouveau\n\nUne page de plus.\n")
                self.write("SUMMARY.md", f"* [Bonjour](README.md)\n* [Nouveau](nouveau-{faults[6]}/page.md)\n")
                self.assertTrue(self.wait(lambda: "Une page de plus." in self.shown(address)))
                process.send_signal(signal.SIGTERM)
                process.wait(timeout=60)
                self.assertEqual(process.stderr.read().count("files are looked at twice a second"), 1)

    def test_each_look_is_told_on_one_line(self):
        process, address = self.serve()
        self.write("README.md", PAGE + "\n[rien](nulle-part.md)\n")
        self.assertTrue(self.wait(lambda: self.state(address)["findings"]))
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        lines = process.stderr.read().splitlines()
        self.assertEqual(lines.pop(1), "open this address in a browser; Ctrl+C ends it")
        for line, (beginning, totals) in zip(lines, (("shown in", "0 errors, 0 warnings, 0 notes"), ("shown again in", "0 errors, 1 warning, 0 notes")), strict=True):
            self.assertRegex(line, rf"^{beginning} \d+ ms: {totals}$")

    def test_in_a_browser(self):
        modules = node_modules()
        if not shutil.which("chromium"):
            self.skipTest("Chromium is not installed")
        process, address = self.serve()
        pictures = [os.environ["TRIPTYCH_PICTURE"]] if "TRIPTYCH_PICTURE" in os.environ else []
        browser = run("node", modules.parent / "live.mjs", address.geturl(), self.book / "README.md", *pictures)
        self.assertEqual(browser.returncode, 0, browser.stderr)
        seen = json.loads(browser.stdout)
        print(f"words are in all three panels after {seen['times']} ms", file=sys.stderr)
        self.assertEqual((seen["errors"], seen["requests"], seen["barriers"]), ([], [], []))
        self.assertEqual(seen["title"], "Essai")
        self.assertIn("broken-link", seen["finding"])
        self.assertTrue(seen["link"].startswith("vscode://file/"), seen["link"])
        self.assertEqual(seen["turned"], ["0", "1 2", "3 4", "1 2"])
        self.assertEqual(seen["focusable"][:5], ["follow", "pages-back", "page-list", "pages-on", "pages"])


def takes(process, number):
    """Whether a signal does not simply end the process: it is caught, or blocked and waited for."""
    masks = re.findall(r"^Sig(?:Cgt|Blk):\s*(\w+)$", pathlib.Path(f"/proc/{process.pid}/status").read_text(), re.MULTILINE)
    return any(int(mask, 16) >> (number - 1) & 1 for mask in masks)


class Watch(Live):
    def changed(self, path, before):
        return self.wait(lambda: path.exists() and path.stat().st_mtime_ns != before)

    def test_it_builds_again_when_the_book_changes_and_not_for_its_own_files(self):
        # Its files may lie in the book, be the book's neighbours, or lie above it.
        for out in (self.book / "out", self.book, self.folder):
            with self.subTest(out=out):
                process = self.start("watch", self.book, "-o", out, "--to", "epub,html", "--html-folder")
                ebook = out / "essai.epub"
                self.assertTrue(self.wait(ebook.exists))
                time.sleep(0.5)
                before = ebook.stat().st_mtime_ns
                self.write("README.md", PAGE.replace("Premier", f"Second dans {out.name},"))
                self.assertTrue(self.changed(ebook, before))
                time.sleep(0.5)
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.wait(timeout=60), 0)
                self.assertEqual(process.stdout.read().count("essai.epub"), 2)

    def test_what_can_not_be_written_is_written_when_it_can(self):
        out = self.folder / "out"
        out.write_text("no folder")
        process = self.start("watch", self.book, "-o", out, "--to", "epub")
        self.assertIn("error[unwritable-output]", process.stderr.readline())
        out.unlink()
        time.sleep(0.2)
        self.write("README.md", PAGE.replace("Premier", "Second"))
        self.assertTrue(self.wait((out / "essai.epub").exists))
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=60), 0)

    def test_an_interrupted_build_ends_at_once_and_leaves_nothing(self):
        self.write("README.md", "".join(f"# Chapitre {i}\n\n{PAGE}" for i in range(200)))
        begin = time.monotonic()
        triptych("build", self.book, "-o", self.folder / "whole")
        whole = time.monotonic() - begin
        for words in (("watch", self.book, "-o", self.folder / "out"), ("serve", self.book)):
            process = self.start(*words)
            self.assertTrue(self.wait(lambda: takes(process, signal.SIGINT)))
            time.sleep(whole / 4)
            begin = time.monotonic()
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(timeout=60), 0)
            self.assertLess(time.monotonic() - begin, whole)
            self.assertFalse((self.folder / "out").exists())


if __name__ == "__main__":
    unittest.main()
