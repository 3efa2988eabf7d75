"""Drawings as drawing programs write them look like they do in a browser. What differs by more is known and reported."""

import base64
import json
import pathlib
import re
import shutil
import tempfile
import unittest

from drawings import gallery
from support import parts, run, triptych

# Of the difference between black and white, the mean over the picture at a quarter of its size.
MOST_DIFFERENT = 0.02

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>?</title><pre id="out">wait</pre><script>
const pairs = PAIRS, width = 100, height = 60;
async function pixels(address) {
    const image = new Image();
    await new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
        image.src = address;
    });
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    const context = canvas.getContext('2d', {willReadFrequently: true});
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
}
(async () => {
    const found = {};
    for (const [name, theirs, ours] of pairs) {
        try {
            const [a, b] = [await pixels(theirs), await pixels(ours)];
            let sum = 0;
            for (let i = 0; i < a.length; ++i) sum += Math.abs(a[i] - b[i]);
            found[name] = sum / (width * height * 3 * 255);
        } catch {
            found[name] = 1;
        }
    }
    document.getElementById('out').textContent = 'done ' + JSON.stringify(found);
})();
</script>"""


def address(kind, data):
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


@unittest.skipUnless(shutil.which("chromium"), "Chromium is not installed")
class Drawings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="triptych-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.drawings = gallery()
        book = cls.folder / "book"
        book.mkdir()
        (book / "triptych.yaml").write_text("title: Gallery\nlanguage: en\n")
        page = ["# Gallery\n"]
        for name, drawing in cls.drawings.items():
            (book / f"{name}.svg").write_text(drawing)
            page.append(f"## Drawing {name}\n\nA sentence.\n\n![{name}]({name}.svg)\n")
        (book / "page.md").write_text("\n".join(page))
        cls.process = triptych("build", book, "-o", cls.folder, "--to", "pptx", "--detail", "full", "--no-cache")

    def ours(self):
        media = parts(next(self.folder.glob("*.pptx")))
        found = {}
        for number, name in enumerate(self.drawings, 1):
            data = next((data for path, data in media.items() if re.fullmatch(rf"ppt/media/\w+?{number}\.png", path)), None)
            self.assertIsNotNone(data, f"{name} is not shown")
            found[name] = data
        return found

    def test_nothing_is_lost_in_silence(self):
        self.assertEqual(self.process.returncode, 0, self.process.stderr)
        self.assertNotIn("unreadable-image", self.process.stderr)
        self.assertNotIn("costly-picture", self.process.stderr)

    def test_they_look_as_in_chromium(self):
        pairs = [[name, address("image/svg+xml", self.drawings[name].encode()), address("image/png", data)]
                 for name, data in self.ours().items()]
        page = self.folder / "compare.html"
        page.write_text(PAGE.replace("PAIRS", json.dumps(pairs)))
        done = run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.folder}/profile",
                   "--virtual-time-budget=120000", "--dump-dom", page)
        found = re.search(r"done (\{.*?\})", done.stdout)
        self.assertIsNotNone(found, done.stderr[-500:])
        for name, difference in json.loads(found[1]).items():
            with self.subTest(drawing=name):
                self.assertLess(difference, MOST_DIFFERENT)


if __name__ == "__main__":
    unittest.main()
