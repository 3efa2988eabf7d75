// ebook.mjs FOLDER [PICTURES]: opens every document of the unpacked e-book in FOLDER in Chromium, follows every link,
// looks for barriers and for text that does not fit, and prints what it found as JSON. With PICTURES, a folder, it
// leaves screenshots of every document there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const [folder, pictures] = process.argv.slice(2);
const root = join(folder, "EPUB");
const screens = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1180 } };
const switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const found = { documents: 0, links: 0, fonts: 0, faults: [] };

// The XHTML documents of the package in the order of its manifest.
function documents() {
  const manifest = readFileSync(join(root, "package.opf"), "utf8");
  return [...manifest.matchAll(/href="([^"]+)" media-type="application\/xhtml\+xml"/g)].map((match) => match[1]);
}

async function openWith(browser, options) {
  const context = await browser.newContext(options);
  await context.route("**/*", (route) => {
    if (route.request().url().startsWith("file:")) return route.continue();
    found.faults.push(`asks for ${route.request().url()}`);
    return route.abort();
  });
  return context;
}

// The label of a page break is read out by reading systems (EPUB Accessibility Techniques 1.1, 3.2), which axe, made for
// the web, does not know; Ace has rules of its own for it.
const scope = { exclude: [["[role=doc-pagebreak]"]] };
const rules = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] };

// What a reader would see of the address: the element it names stands in the window.
async function follow(page, address) {
  await page.goto(address);
  return page.evaluate((id) => {
    const element = id ? document.getElementById(id) : document.body;
    if (!element) return "no such element";
    const box = element.getBoundingClientRect();
    return box.top >= -1 && box.top <= window.innerHeight ? "" : `lands ${Math.round(box.top)} pixels away`;
  }, decodeURIComponent(new URL(address).hash.slice(1)));
}

async function followLinks(browser, names) {
  const context = await openWith(browser, { viewport: screens.tablet });
  const page = await context.newPage();
  const addresses = new Map();
  for (const name of names) {
    await page.goto(pathToFileURL(join(root, name)).href);
    const links = await page.$$eval("a[href]", (nodes) => nodes.map((node) => node.href));
    for (const link of links) if (link.startsWith("file:") && !addresses.has(link)) addresses.set(link, name);
  }
  for (const [address, name] of addresses) {
    const fault = await follow(page, address).catch((error) => error.message);
    if (fault) found.faults.push(`${name}: link to ${address.slice(pathToFileURL(root).href.length + 1)}: ${fault}`);
  }
  found.links = addresses.size;
  await context.close();
}

async function inspect(page, name, setting) {
  await page.goto(pathToFileURL(join(root, name)).href);
  await page.evaluate(() => document.fonts.ready);
  const seen = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    fonts: [...document.fonts].filter((font) => font.status === "loaded").length,
    broken: [...document.fonts].filter((font) => font.status === "error").map((font) => font.family)
      .concat([...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)),
  }));
  if (seen.overflow > 0) found.faults.push(`${name} (${setting}): ${seen.overflow} pixels too wide`);
  for (const address of seen.broken) found.faults.push(`${name}: ${address} can't be loaded`);
  found.fonts = Math.max(found.fonts, seen.fonts);
  // Axe does not see the ground that a browser gives a dark page by itself.
  if (setting.endsWith("dark")) await page.addStyleTag({ content: "html { background: #121212; }" });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((run) => axe.run(...run), [scope, rules]);
  for (const { id, nodes } of violations)
    found.faults.push(`${name} (${setting}): ${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
  if (pictures) await page.screenshot({ path: join(pictures, `${setting}-${name.replaceAll("/", "-")}.png`), fullPage: true });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: switches });
const names = documents();
found.documents = names.length;
await followLinks(browser, names);
for (const [screen, viewport] of Object.entries(screens))
  for (const colorScheme of ["light", "dark"]) {
    const context = await openWith(browser, { viewport, colorScheme });
    const page = await context.newPage();
    for (const name of names) await inspect(page, name, `${screen}-${colorScheme}`);
    await context.close();
  }
await browser.close();
console.log(JSON.stringify(found));
