// Holds slides in HTML against Chromium: node deck.mjs FILE.html SLIDES [light|dark]. Prints one
// JSON object, of which tests/e2e/browser_test.py makes its judgements.

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const file = process.argv[2];
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
});
const errors = [];
const requests = [];

async function open(size, options = {}, at = '') {
    const context = await browser.newContext({
        viewport: {width: size[0], height: size[1]}, reducedMotion: 'reduce', bypassCSP: true,
        ...options,
    });
    await context.route(/^(?!file:|data:)/, (route) => {
        requests.push(route.request().url());
        return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address + at);
    await page.evaluate(() => document.fonts.ready);
    return page;
}

const current = (page) => page.evaluate(() =>
    [...document.querySelectorAll('.slide')].findIndex((slide) => slide.matches('.current')) + 1);
const id_of = (page, number) => page.evaluate((at) => document.querySelectorAll('.slide')[at - 1].id,
                                              number);

async function keys() {
    const page = await open([1280, 720]);
    const seen = {};
    for (const key of ['ArrowRight', 'PageDown', 'ArrowLeft', 'Space', 'End', 'Home']) {
        await page.keyboard.press(key);
        (seen.keys ??= []).push(await current(page));
    }
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    seen.number = await current(page);
    seen.address = new URL(page.url()).hash === '#' + await id_of(page, 3);
    seen.said = await page.textContent('#_said');
    await page.goBack();
    seen.back = await current(page);
    await page.keyboard.press('o');
    seen.overview = await page.locator('.pick:visible').count();
    await page.locator('.pick').nth(1).click();
    seen.picked = await current(page);
    await page.keyboard.press('?');
    seen.help = await page.locator('#_help').isVisible();
    await page.keyboard.press('Escape');
    seen.closed = !(await page.locator('#_help').isVisible());
    seen.only_one = await page.evaluate(() =>
        document.querySelectorAll('.slide:not([hidden])').length);
    await page.context().close();
    return seen;
}

/// What the keyboard reaches on a first slide without links.
async function tabs() {
    const page = await open([1280, 720]);
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
        const bar = document.activeElement.closest('#_bar');
        return bar !== null && bar.checkVisibility({opacityProperty: true, visibilityProperty: true});
    });
    await page.context().close();
    return seen;
}

async function deep_link() {
    const probe = await open([1280, 720]);
    const id = await id_of(probe, 2);
    await probe.context().close();
    const page = await open([1280, 720], {}, '#' + id);
    const seen = await current(page);
    await page.context().close();
    return seen;
}

// An address that no escape is whole in opens the first slide all the same.
async function broken_address() {
    const page = await open([1280, 720], {}, '#%');
    const seen = await current(page);
    await page.context().close();
    return seen;
}

async function presenter() {
    const page = await open([1280, 720]);
    const [desk] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')]);
    await desk.waitForSelector('#_desk:visible');
    await page.keyboard.press('ArrowRight');
    await desk.waitForFunction(() => document.querySelectorAll('.slide')[1].matches('.current'));
    const notes = (await desk.textContent('#_notes')).trim().length;
    const clock = await desk.textContent('#_clock');
    await desk.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelectorAll('.slide')[2].matches('.current'));
    const following = await desk.locator('.following').isVisible();
    await desk.evaluate(axe);
    const {violations} = await desk.evaluate(() => axe.run());
    const barriers = violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`);
    await page.context().close();
    return {notes, clock, following, barriers};
}

/// Touches as a finger makes them, from right to left.
async function swipe() {
    const page = await open([1024, 600], {hasTouch: true});
    const client = await page.context().newCDPSession(page);
    const touch = (type, points) => client.send('Input.dispatchTouchEvent', {type, touchPoints: points});
    await touch('touchStart', [{x: 800, y: 300}]);
    await touch('touchMove', [{x: 500, y: 305}]);
    await touch('touchEnd', []);
    await page.waitForFunction(() => document.querySelectorAll('.slide')[1].matches('.current'));
    const seen = await current(page);
    await page.context().close();
    return seen;
}

const count_pages = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

/// Pages of the printed deck, counted in the PDF's page tree: without notes, and with them.
async function print() {
    const page = await open([1280, 720]);
    const options = {preferCSSPageSize: true, printBackground: true};
    const slides = count_pages(await page.pdf(options));
    await page.keyboard.press('?');
    await page.check('#_print_notes');
    await page.keyboard.press('Escape');
    const notes = await page.locator('.notes').count();
    const all = count_pages(await page.pdf(options));
    await page.context().close();
    return {slides, notes, all};
}

/// What is seen of progress, motion and colours.
async function looks() {
    const page = await open([1280, 720], {reducedMotion: 'no-preference', colorScheme: 'light'});
    const style = (selector, name) => page.evaluate(([what, key]) =>
        getComputedStyle(document.querySelector(what))[key], [selector, name]);
    // How far each slide's bar goes; those that open something have none.
    const done = await page.evaluate(() => [...document.querySelectorAll('section.slide')].flatMap((slide, at) => {
        const bar = slide.querySelector('.ornaments path[style*="--p-progress"]');
        const width = bar?.getAttribute('d').match(/L(\S+) /)[1];
        return bar ? [[at + 1, width / bar.ownerSVGElement.viewBox.baseVal.width]] : [];
    }));
    const seen = {moves: await style('.current > .sheet', 'animationName'), done};
    await page.keyboard.press('End');
    seen.light = await style('html', 'colorScheme');
    await page.keyboard.press('d');
    seen.dark = await style('html', 'colorScheme');
    await page.emulateMedia({reducedMotion: 'reduce'});
    seen.rests = await style('.current > .sheet', 'animationName');
    await page.context().close();
    return seen;
}

/// The ground of every slide, and what is read first on it.
async function slides() {
    const page = await open([1280, 720], {colorScheme: 'light'});
    const seen = await page.evaluate(() => [...document.querySelectorAll('.slide')].map((slide) => {
        const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
        do texts.nextNode(); while (texts.currentNode.data?.trim() === '');
        return {
            ground: getComputedStyle(slide.querySelector('.sheet')).backgroundColor.match(/\d+/g).map(Number),
            title_first: slide.querySelector('.title').contains(texts.currentNode),
        };
    }));
    await page.context().close();
    return seen;
}

async function barriers(colorScheme, size) {
    const page = await open(size, {colorScheme});
    await page.evaluate(axe);
    const found = [];
    for (const view of [[], ['ArrowRight'], ['r'], ['o']]) {
        for (const key of view) await page.keyboard.press(key);
        const {violations} = await page.evaluate(() => axe.run());
        for (const {id, nodes} of violations)
            found.push(`${view}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)}`);
    }
    await page.context().close();
    return found;
}

/// Letters that leave their slide, in every slide of the page to scroll.
async function outside(size) {
    const page = await open(size);
    if (size[0] >= 700) await page.keyboard.press('r');
    const found = await page.evaluate(() => {
        const outside = [];
        for (const slide of document.querySelectorAll('.slide')) {
            const sheet = slide.querySelector('.sheet');
            const box = sheet.getBoundingClientRect();
            const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const text = texts.currentNode;
                if (text.parentElement.closest('math, .numeral, .table, .unseen') || !text.data.trim()) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                for (const line of range.getClientRects())
                    if (line.bottom > box.bottom + 1 || line.right > box.right + 1 ||
                        line.left < box.left - 1 || line.top < box.top - 1)
                        outside.push(`${slide.id}: ${text.data.trim().slice(0, 60)}`);
            }
        }
        return [...new Set(outside)];
    });
    await page.context().close();
    return found;
}

/// The document as it is without its script.
async function without_script() {
    const page = await open([1280, 720], {javaScriptEnabled: false});
    const seen = await page.locator('.slide').count();
    const headings = await page.locator('.slide h2:visible').count();
    await page.context().close();
    return {seen, headings};
}

const result = {
    keys: await keys(),
    tabs: await tabs(),
    deep_link: await deep_link(),
    broken_address: await broken_address(),
    presenter: await presenter(),
    swipe: await swipe(),
    print: await print(),
    looks: await looks(),
    slides: await slides(),
    light: await barriers('light', [1280, 720]),
    dark: await barriers('dark', [1280, 720]),
    phone: await barriers('light', [390, 844]),
    outside: {
        small: await outside([1280, 720]),
        large: await outside([1920, 1080]),
        phone: await outside([390, 844]),
    },
    without_script: await without_script(),
};
await browser.close();
console.log(JSON.stringify({...result, errors, requests}));
