// live.mjs ADDRESS PAGE [PICTURE]: looks at a book through `triptych serve` in Chromium while its file PAGE is written, and prints
// as JSON what it saw: how long words take to be in all three panels, findings that come and go, keys, barriers, faults.
import {readFileSync, writeFileSync} from 'node:fs';
import axe from 'axe-core';
import {chromium} from 'playwright-core';

const [address, file, picture] = process.argv.slice(2);
const patience = 120000;  // other tests may hold the machine
const seen = {times: [], errors: [], requests: []};
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
const page = await (await browser.newContext({viewport: {width: 1400, height: 900}, locale: 'fr-FR'})).newPage();
page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
page.on('pageerror', (error) => seen.errors.push(error.message));
page.on('request', (request) => request.url().startsWith(new URL(address).origin) || /^(data|blob):/.test(request.url()) || seen.requests.push(request.url()));

const holds = (word) => page.waitForFunction((text) => {
  const inside = (id) => document.getElementById(id).contentDocument?.body?.textContent ?? '';
  const booklet = [...document.querySelectorAll('#pages img')].map((each) => each.alt).join(' ');
  return [booklet, inside('chapter'), inside('slides')].every((each) => each.includes(text));
}, word, {timeout: patience, polling: 100});
const findings = (count) => page.waitForFunction((n) => document.querySelectorAll('#list a').length === n, count, {timeout: patience});
const settle = () => page.waitForTimeout(300);

await page.goto(address);
await page.waitForSelector('body[data-build="1"]', {timeout: patience});
seen.title = await page.title();
await settle();
const original = readFileSync(file, 'utf8');
for (const word of ['Zibeline', 'Capybara', 'Ornithorynque']) {
  const was = Number(await page.evaluate(() => document.body.dataset.build));
  const begin = performance.now();
  writeFileSync(file, original.replace('Premier', word));
  await page.waitForFunction((was) => document.body.dataset.build > was, was, {timeout: patience});
  seen.times.push(Math.round(performance.now() - begin));
  await holds(word);
  await settle();
}
// What is shown is what a page that is opened now shows.
seen.loads = await page.evaluate(() => performance.getEntriesByType('navigation').length);

writeFileSync(file, `${original}\n[rien](nulle-part.md)\n`);
await findings(1);
seen.finding = await page.locator('#list li').first().innerText();
seen.link = await page.locator('#list a').getAttribute('href');
if (picture) await page.screenshot({path: picture});
await page.evaluate(axe.source);
const {violations} = await page.evaluate(() => axe.run({iframes: false}));
seen.barriers = violations.map((each) => `${each.id}: ${each.nodes[0].html}`);
writeFileSync(file, original);
await findings(0);
await settle();

const shown = () => page.$$eval('#pages img', (all) => all.map((each) => each.dataset.page).join(' '));
await page.selectOption('#page-list', '0');
await page.waitForFunction(() => document.querySelectorAll('#pages img').length === 1, null, {timeout: patience});
await page.focus('#pages');
seen.turned = [await shown()];
for (const key of ['ArrowRight', 'PageDown', 'ArrowLeft']) {
  const before = await shown();
  await page.keyboard.press(key);
  await page.waitForFunction((was) => [...document.querySelectorAll('#pages img')].map((each) => each.dataset.page).join(' ') !== was, before, {timeout: patience});
  seen.turned.push(await shown());
}
seen.focusable = [];
await page.locator('#follow').focus();
for (let i = 0; i < 8; ++i) {
  seen.focusable.push(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
  await page.keyboard.press('Tab');
}
await browser.close();
console.log(JSON.stringify(seen));
