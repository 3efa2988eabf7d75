"""A book that attacks whoever opens its slides in HTML: titles, alternatives, ids, code, formulas, drawings, fonts; windows of others."""

import json
import re
import shutil
import sys
import unittest

from font_fixtures import make
from support import WithBook, node_modules, run, triptych

# Ends of every place that a text may stand in, and what would then run.
EVIL = ("</script></style></title></textarea></svg><script>window.pwned=1</script><img src=x onerror=window.pwned=2>"
        "\"'`-->]]>{{title}}\\\\\u202e\u2066\u2028\x01\u0000<!--<script>${window.pwned=3}")
SVG = ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='90' height='40' onload='window.pwned=4'>"
       "<script>window.pwned=5</script><style>@import url(http://evil.example/a.css);</style><title>%s</title>"
       "<a xlink:href='javascript:window.pwned=6'><text id='_deck' y='20'>]]&gt;&lt;/script&gt;mot</text></a>"
       "<foreignObject width='9' height='9'><iframe xmlns='http://www.w3.org/1999/xhtml' srcdoc='x'/></foreignObject>"
       "<image xlink:href='http://evil.example/a.png' width='9' height='9'/><animate attributeName='href' to='javascript:window.pwned=7'/></svg>")
PAGE = """---
description: EVIL
---
# EVIL

EVIL

## opener

<a id="_deck" name="title" href="javascript:window.pwned=8" onclick="window.pwned=9" style="background:url(http://evil.example/s)">a</a>
[un](http://but.example/1) [deux](<http://but.example/"onmouseover="window.pwned=10>) [trois](javascript:window.pwned=11) [quatre](#EVIL)

![EVIL_ALT](dessin.svg "EVIL_TITLE") ![x](<x" onerror="window.pwned=12.png>)

<h2 id='"><script>window.pwned=13</script>'>_title</h2>

<form id="forms" action="javascript:window.pwned=14"><input name="body" id="location"><button formaction="javascript:window.pwned=15">b</button></form>

```js</script>
EVIL
```

`EVIL`

$$\\text{EVIL_TEX} \\href{javascript:window.pwned=16}{x}$$

| EVIL_CELL | b |
|---|---|
| <iframe src="javascript:window.pwned=17"></iframe> | <svg onload="window.pwned=18"></svg> |

## __proto__

{% hint style="</style><script>window.pwned=19</script>" %}
EVIL
{% endhint %}

## constructor

Mot[^EVIL]

[^EVIL]: EVIL

## \u202eEVIL

<math><mi xlink:href="javascript:window.pwned=20">x</mi></math>
"""
SETTINGS = ["title", "subtitle", "publisher", "rights", "description", "identifier", "version"]


class Attack(WithBook):
    def setUp(self):
        super().setUp()
        make("truetype", self.book / "police.ttf")
        self.write("brand.yaml", "fonts:\n  text:\n    name: %s\n    substitute: %s\n    files:\n      - 400 police.ttf\n" % (
            json.dumps("x</style><script>window.pwned=21</script>\"';}*{"), json.dumps("y</style>\"'")))
        self.write("dessin.svg", SVG % "</svg>")
        page = PAGE.replace("EVIL_ALT", EVIL.replace("]", "").replace("[", "")).replace("EVIL_TITLE", EVIL.replace('"', ""))
        page = page.replace("EVIL_TEX", re.sub(r"[{}\\$]", "", EVIL)).replace("EVIL_CELL", EVIL.replace("|", ""))
        self.write("README.md", page.replace("description: EVIL", "description: " + json.dumps(EVIL)).replace("EVIL", EVIL))
        self.write("triptych.yaml", "language: fr\n" + "".join(f"{name}: {json.dumps(EVIL)}\n" for name in SETTINGS)
                   + f"authors: [{json.dumps(EVIL)}]\nsubjects: [{json.dumps(EVIL)}]\n")

    def test_slides_run_nothing_but_their_own_script(self):
        modules = node_modules()
        if not shutil.which("chromium"):
            self.skipTest("Chromium is not installed")
        process = triptych("build", self.book, "--to", "html", "-o", self.folder / "out")
        self.assertIn(process.returncode, (0, 1), process.stderr)
        page, = (self.folder / "out").glob("*.html")
        self.assertNotIn(b"\0", page.read_bytes())
        verified = triptych("verify", page)
        self.assertEqual(verified.returncode, 0, verified.stdout)
        process = run("node", modules.parent / "attack.mjs", page)
        self.assertEqual(process.returncode, 0, process.stderr)
        seen = json.loads(process.stdout)
        self.assertEqual(seen["pwned"], [])
        self.assertEqual((seen["errors"], seen["requests"], seen["dialogs"], seen["downloads"]), ([], [], [], 0))
        self.assertEqual((seen["active"], seen["scripts"]), ([], 1))
        self.assertGreater(seen["slides"], 3)
        self.assertEqual(seen["last"], seen["slides"])
        self.assertEqual(seen["clobbered"], ["String", "HTMLBodyElement", "null", "HTMLElement"])
        self.assertEqual(seen["hashes"], [1, 2] * (len(seen["hashes"]) // 2))
        for link in seen["links"]:
            self.assertRegex(link["href"], r"^(http://but\.example/|file:///.*#)")
            if link["href"].startswith("http"):
                self.assertIn("noopener", link["rel"])
        self.assertTrue(seen["openers"] and all(seen["openers"]))
        self.assertEqual(seen["policy"], {"ran": 0, "refused": ["frame-src", "img-src", "object-src", "script-src-attr", "script-src-elem", "style-src-elem"]})
        found = seen["windows"]
        for stranger in ("elsewhere", "elsewhere_presenter", "same_site"):
            self.assertEqual(found[stranger], {"slide": 1, "heard": []}, stranger)
        self.assertEqual((found["presenter"], found["after_nonsense"], found["left"]), (2, 2, []))


if __name__ == "__main__":
    sys.exit(unittest.main())
