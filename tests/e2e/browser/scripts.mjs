// scripts.mjs BOOKS: sets pages of e-books in Chromium and prints where their letters stand, as JSON: for each book, for
// each paragraph, [letter, left edge, right edge, "code" or ""], in em. BOOKS is a JSON file with a list of {page, faces}:
// a page of an unpacked e-book, and where the faces are to set it in, first to last, as CSS has it. With "picture", a
// screenshot is left there.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const size = 100; // pixels: widths are read in hundredths of an em
const switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const books = JSON.parse(readFileSync(process.argv[2], "utf8"));

function style(faces, width) {
  const rules = faces.map((source, i) => `@font-face { font-family: "face${i}"; src: ${source}; }`);
  const families = faces.map((_, i) => `"face${i}"`).join(", ");
  return `${rules.join("\n")}
    * { font-family: ${families} !important; letter-spacing: 0 !important; hyphens: none !important; }
    p { font-size: ${size}px !important; font-weight: 400 !important; white-space: nowrap; width: ${width}px; }
    p * { font-size: inherit !important; padding: 0 !important; margin: 0 !important; border: 0 !important; }`;
}

// Every letter of every paragraph, in the order of the text.
function lettersOf(size) {
  return [...document.querySelectorAll("section > p")].map((paragraph) => {
    const letters = [];
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      node.data = node.data.replaceAll(" ", "\u2003"); // with which no letter is kerned
      for (let at = 0; at < node.data.length; ++at) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        letters.push([node.data[at], box.left / size, box.right / size, node.parentNode.closest("code") ? "code" : ""]);
      }
    }
    return letters;
  });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: switches });
const found = [];
try {
  const page = await browser.newPage({ viewport: { width: 5000, height: 1200 } });
  for (const book of books) {
    await page.goto(pathToFileURL(book.page).href);
    await page.addStyleTag({ content: style(book.faces, 4800) });
    await page.evaluate(() => document.fonts.ready);
    found.push(await page.evaluate(lettersOf, size));
    if (book.picture) await page.screenshot({ path: book.picture, clip: { x: 0, y: 0, width: 5000, height: 1200 } });
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));
