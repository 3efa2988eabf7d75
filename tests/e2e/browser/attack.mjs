// attack.mjs FILE.html: what a hostile book's slides do in Chromium, on disk and on a site beside a hostile one. Prints one JSON
// object, of which tests/e2e/attack_test.py makes its judgements.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const file = process.argv[2];
const source = readFileSync(file);
const site = 'http://deck.example/slides.html';
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const seen = {errors: [], requests: [], dialogs: [], downloads: 0};

const html = (body) => ({contentType: 'text/html', body: `<!DOCTYPE html><title>x</title>${body}`});

// A context in which deck.example has the slides, and all others a page that keeps what is sent to it.
async function context_of(size = {width: 1280, height: 720}) {
    const context = await browser.newContext({viewport: size, reducedMotion: 'reduce'});
    await context.route(/^(?!file:|data:)/, (route) => {
        const {host, pathname} = new URL(route.request().url());
        if (host === 'deck.example' && pathname === '/slides.html') return route.fulfill({contentType: 'text/html', body: source});
        if (pathname === '/window.html')
            return route.fulfill(html('<script>const heard = []; addEventListener("message", ({data}) => heard.push(data))</script>'));
        seen.requests.push(route.request().url());
        return route.fulfill(html(''));
    });
    context.on('page', watch);
    return context;
}
function watch(page) {
    page.on('pageerror', (error) => seen.errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
    page.on('dialog', (dialog) => (seen.dialogs.push(dialog.message()), dialog.dismiss()));
    page.on('download', () => ++seen.downloads);
}
const current = (page) => page.evaluate(() => [...document.querySelectorAll('.slide')].findIndex((slide) => slide.matches('.current')) + 1);
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 150)));

// Everything is shown once, in every view, and every key is pressed.
async function shown() {
    const context = await context_of();
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    seen.slides = await page.locator('.slide').count();
    for (let at = 1; at < seen.slides; ++at) await page.keyboard.press('PageDown');
    seen.last = await current(page);
    for (const key of ['o', 'Escape', 'r', 'r', 'd', '?', 'Escape', 'Home']) await page.keyboard.press(key);
    seen.pwned = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('pwned')).concat(
        [...document.documentElement.attributes].map(({name}) => name).filter((name) => name.includes('pwned'))));
    seen.active = await page.evaluate(() => {
        const found = document.querySelectorAll('script:not([type=module]), iframe, object, embed, base, form, foreignObject, meta[http-equiv=refresh], [srcdoc], [formaction], svg script, animate, set, use[href^="data:"]');
        const handlers = [...document.querySelectorAll('*')].filter((node) => [...node.attributes].some(({name}) => name.startsWith('on')));
        return [...found, ...handlers].map((node) => node.outerHTML.slice(0, 120));
    });
    seen.scripts = await page.locator('script').count();
    seen.title = await page.title();
    seen.links = await page.$$eval('a', (all) => all.map(({href, rel, target}) => ({href, rel, target})));
    seen.clobbered = await page.evaluate(() => [document.title, document.body, window.opener, document.getElementById('_deck')]
        .map((each) => each === null ? 'null' : each.constructor.name));
    await context.close();
}

// The policy holds: what would be put in is not run.
async function policy() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    seen.policy = await page.evaluate(() => new Promise((done) => {
        const refused = [];
        addEventListener('securitypolicyviolation', ({effectiveDirective}) => refused.push(effectiveDirective));
        const put = (name, change) => document.body.append(Object.assign(document.createElement(name), change));
        put('script', {textContent: 'window.ran = 1'});
        put('script', {src: 'data:text/javascript,window.ran = 2'});
        put('style', {textContent: 'body { color: red }'});
        put('img', {src: 'http://a.example/a.png'});
        put('iframe', {src: 'data:text/html,x'});
        put('object', {data: 'data:text/html,x'});
        put('a', {href: 'javascript:window.ran = 3'});
        document.body.lastChild.click();
        document.body.setAttribute('onclick', 'window.ran = 4');
        document.body.click();
        setTimeout(() => done({ran: window.ran ?? 0, refused: [...new Set(refused)].sort()}), 400);
    }));
    await context.close();
}

// Addresses that lead nowhere, or to parts of the page, open the first slide all the same.
async function hashes() {
    const context = await context_of();
    const page = await context.newPage();
    seen.hashes = [];
    for (const hash of ['#%', '#%00', '#%E0%A4%A', '#__proto__', '#constructor', '#_deck', '#_title', '#"><img src=x onerror=alert(1)>',
                        '#javascript:alert(1)', '#' + 'a'.repeat(500000), '#' + '%'.repeat(20000), '#' + '%25'.repeat(20000), '#\u202Ex']) {
        await page.goto('about:blank');
        await page.goto(pathToFileURL(file).href + hash);
        seen.hashes.push(await current(page));
        await page.keyboard.press('ArrowRight');
        seen.hashes.push(await current(page));
    }
    await context.close();
}

// Windows: the presenter's own leads; those of others, from elsewhere or from the same site, do not.
async function windows() {
    const context = await context_of();
    const page = await context.newPage();
    const turn = {slide: 1, points: 0};
    // What the deck calls itself to its other window: the title as it was before it followed the slides.
    const name = async (deck) => deck.evaluate((text) =>
        `${document.querySelectorAll('.slide').length} ${new DOMParser().parseFromString(text, 'text/html').title}`, source.toString());
    const result = {};
    const open_from = async (opener, address) => {
        await page.goto(opener);
        const [deck] = await Promise.all([page.waitForEvent('popup'), page.evaluate((to) => { window.deck = window.open(to); }, address)]);
        await deck.waitForSelector('.slide.current');
        const message = {...turn, deck: await name(deck)};
        await page.evaluate((data) => window.deck.postMessage(data, '*'), message);
        await settle(deck);
        const found = {slide: await current(deck), heard: await page.evaluate(() => heard)};
        await deck.close();
        return found;
    };
    result.elsewhere = await open_from('http://evil.example/window.html', site);
    result.elsewhere_presenter = await open_from('http://evil.example/window.html', site + '?presenter');
    result.same_site = await open_from('http://deck.example/window.html', site);

    await page.goto(site);
    const [desk] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')]);
    await desk.waitForSelector('#_desk:visible');
    await desk.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelectorAll('.slide')[1].matches('.current'));
    result.presenter = await current(page);
    const deck = await name(page);
    await desk.evaluate((named) => {
        for (const data of [null, 0, '', [], {}, {deck: named}, {deck: named, slide: NaN}, {deck: named, slide: 1e99}, {deck: named, slide: -7},
                            {deck: named, slide: '3'}, {deck: named, slide: {}}, {deck: named, slide: 1, points: -1e9}, {deck: named, asks: {}}, {deck: 'x', slide: 0}])
            window.opener.postMessage(data, '*');
    }, deck);
    await settle(page);
    result.after_nonsense = await current(page);
    // The presenter's window now belongs to another site: it is told nothing.
    await Promise.all([desk.waitForURL('http://evil.example/window.html'), desk.evaluate(() => { location.href = 'http://evil.example/window.html'; })]);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    result.left = await desk.evaluate(() => heard);
    await context.close();
    seen.windows = result;
}

// Pages that links open don't get hold of the window.
async function openers() {
    const context = await context_of();
    const page = await context.newPage();
    await page.goto(site);
    seen.openers = [];
    const links = await page.locator('a[href^="http"]').count();
    for (let at = 0; at < Math.min(links, 3); ++at) {
        const [opened] = await Promise.all([context.waitForEvent('page'),
            page.locator('a[href^="http"]').nth(at).evaluate((link) => Object.assign(link, {target: `window${Math.random()}`}).click())]);
        await opened.waitForLoadState();
        seen.openers.push(await opened.evaluate(() => window.opener === null && document.referrer.split('/').length < 5));
        await opened.close();
    }
    seen.requests = seen.requests.filter((url) => !url.startsWith('http://but.example/'));
    await context.close();
}

await shown();
await hashes();
await windows();
await openers();
await policy();
await browser.close();
console.log(JSON.stringify(seen));
