// Points that appear one by one, the presenter's plan of time, and pictures beside the page:
// node steps.mjs FILE.html. Prints one JSON object, of which tests/e2e/html_deck_test.py makes its
// judgements. The second slide must have points that appear one by one.

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const address = pathToFileURL(process.argv[2]).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
});
const errors = [];

async function open(options = {}) {
    const context = await browser.newContext({viewport: {width: 1280, height: 720}, reducedMotion: 'reduce', ...options});
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address);
    return page;
}

const state = (page) => page.evaluate(() => {
    const slide = document.querySelector('.slide.current');
    const points = [...slide.querySelectorAll('.cells > *')];
    return {
        slide: [...document.querySelectorAll('.slide')].indexOf(slide) + 1,
        shown: points.filter((point) => getComputedStyle(point).visibility === 'visible').length,
        said: document.querySelector('#_said').textContent,
    };
});

async function press(page, ...keys) {
    const seen = [];
    for (const key of keys) {
        await page.keyboard.press(key);
        seen.push(await state(page));
    }
    return seen;
}

const page = await open();
const keys = await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight',
                         'ArrowRight', 'ArrowRight', 'ArrowLeft');
await page.keyboard.press('r');
const read = await page.evaluate(() => [...document.querySelectorAll('.slide .cells > *')]
    .every((point) => getComputedStyle(point).visibility === 'visible'));
await page.keyboard.press('r');
await page.emulateMedia({media: 'print'});
const printed = await page.evaluate(() => [...document.querySelectorAll('.slide .cells > *')]
    .every((point) => getComputedStyle(point).visibility === 'visible'));
// A page is never printed while it appears.
const still = await page.evaluate(() => [...document.querySelectorAll('.current > .sheet')]
    .every((sheet) => getComputedStyle(sheet).animationName === 'none'));
await page.emulateMedia({media: 'screen'});
await page.evaluate(axe).catch(() => null);
const pictures = await page.evaluate(async () => {
    const all = [...document.querySelectorAll('img')];
    await Promise.all(all.map((picture) => picture.decode().catch(() => null)));
    return all.map((picture) => picture.naturalWidth);
});
await page.context().close();

const plain = await open({javaScriptEnabled: false});
const without_script = await plain.locator('.cells .cell p:visible').count();
await plain.context().close();

const show = await open();
const [desk] = await Promise.all([show.waitForEvent('popup'), show.keyboard.press('p')]);
await desk.waitForSelector('#_desk:visible');
await show.keyboard.press('ArrowRight');
await show.keyboard.press('ArrowRight');
await desk.waitForFunction(() => document.querySelectorAll('.slide')[1].matches('.current'));
await desk.waitForFunction(() => document.querySelectorAll('.current .waiting').length === 2);
const presenter = {
    due: await desk.textContent('#_due'),
    booklet: await desk.textContent('#_booklet'),
    pace: await desk.textContent('#_pace'),
};
await show.context().close();
await browser.close();
console.log(JSON.stringify({keys, read, printed, still, pictures, without_script, presenter, errors}));
