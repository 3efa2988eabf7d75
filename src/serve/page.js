// Shows the three panels and puts what has changed in its place. All that is shown comes from the program beside this page.
const words = {
  fr: {follow: 'Suivre le texte', booklet: 'Livret', ebook: 'Livre numérique', slides: 'Diapositives', findings: 'Constats',
       back: 'Précédent', on: 'Suivant', page: 'Page', chapter: 'Chapitre', pages: 'Pages du livret', copy: 'Copier le chemin',
       gone: 'Le programme ne répond plus.', none: 'Rien à signaler.', error: 'erreur', warning: 'attention', note: 'note',
       built: 'À jour en'},
  en: {follow: 'Follow the text', booklet: 'Booklet', ebook: 'E-book', slides: 'Slides', findings: 'Findings', back: 'Back',
       on: 'On', page: 'Page', chapter: 'Chapter', pages: 'Pages of the booklet', copy: 'Copy the path',
       gone: 'The program does not answer any more.', none: 'Nothing to mend.', error: 'error', warning: 'warning', note: 'note',
       built: 'Up to date in'},
};
const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
const say = words[language];
const at = (id) => document.getElementById(id);
document.documentElement.lang = language;
for (const node of document.querySelectorAll('[data-say]')) node.textContent = say[node.dataset.say];
for (const node of document.querySelectorAll('[data-title]')) node.title = say[node.dataset.title];
for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', say[node.dataset.label]);

/** Read by the window it is for, whose policy then holds for styles in it. */
const parse = (frame, text, type) => new frame.contentWindow.DOMParser().parseFromString(text, type);

/**
 * Sends a frame to a path, or has it load the same again where it stands, and waits until it is there. What is still on its way in
 * is neither compared nor sent off again: a page that is called back before it has begun to come in leaves an empty frame.
 */
const coming = {chapter: Promise.resolve(), slides: Promise.resolve()};
function load(id, path) {
  const frame = at(id);
  coming[id] = new Promise((done) => {
    frame.addEventListener('load', done, {once: true});
    setTimeout(done, 10000);
  });
  if (path === undefined) frame.contentWindow.location.reload();
  else frame.src = path;
  return coming[id];
}

let state = null;  // what was built last
let build = 0;     // its number

// --- the booklet: spreads, of which only the one in view is fetched ------------------------------------------------------------

let spread = 0;  // index of its left page; page 0, the cover, stands alone on the right

const pagesOf = (first) => (first === 0 ? [0] : [first, first + 1]).filter((page) => page < state.pages.length);
const spreadOf = (page) => (page === 0 ? 0 : page % 2 === 1 ? page : page - 1);

let shows = 0;  // what was wished for last is shown, whatever is ready first

/** New pictures come in when they can be shown, so that nothing flashes. */
async function showSpread() {
  const mine = ++shows;
  const pictures = await Promise.all(pagesOf(spread).map(async (page) => {
    const picture = new Image();
    picture.src = `pages/${page}.png?${build}`;
    picture.alt = `${say.page} ${state.pages[page].label || page + 1}. ${state.pages[page].text}`;
    picture.dataset.page = page;
    try { await picture.decode(); } catch { /* its place stays empty */ }
    return picture;
  }));
  if (mine !== shows) return;
  at('pages').replaceChildren(...pictures);
  at('page-list').value = spread;
}

function turn(pages) {
  if (!state) return;
  const last = spreadOf(state.pages.length - 1);
  spread = Math.min(spreadOf(Math.max(spread + pages, 0)), last);
  showSpread();
}

function listPages() {
  const options = [];
  for (let first = 0; first < state.pages.length; first = first === 0 ? 1 : first + 2) {
    const labels = pagesOf(first).map((page) => state.pages[page].label || '–');
    options.push(new Option(`${say.page} ${labels.join(', ')}`, first));
  }
  at('page-list').replaceChildren(...options);
  spread = Math.min(spread, spreadOf(Math.max(state.pages.length - 1, 0)));
}

// --- the e-book: the chapter's body is replaced where it stands ----------------------------------------------------------------

let chapter = '';

function openChapter(path) {
  refreshes += 1;
  chapter = path;
  at('chapter-list').value = path;
  return load('chapter', path);
}

let refreshes = 0;  // of two at once, the later one has the newer text

async function refreshChapter() {
  const mine = ++refreshes;
  await coming.chapter;
  if (!state.documents.some((each) => each.path === chapter)) return openChapter(state.documents[0]?.path ?? 'about:blank');
  const answer = await fetch(chapter);
  const text = await answer.text();
  if (!answer.ok || mine !== refreshes) return;
  const inside = at('chapter').contentDocument;
  const fresh = parse(at('chapter'), text, 'application/xhtml+xml');
  if (!inside?.body || !fresh.body || fresh.head.innerHTML !== inside.head.innerHTML) return load('chapter');
  if (fresh.body.innerHTML !== inside.body.innerHTML) inside.body.replaceWith(inside.importNode(fresh.body, true));
  at('chapter-list').value = chapter;
}

function stepChapter(step) {
  const found = state?.documents.findIndex((each) => each.path === chapter) ?? -1;
  const next = state?.documents[found + step];
  if (next) openChapter(next.path);
}

function listChapters() {
  at('chapter-list').replaceChildren(...state.documents.map((each) => new Option(each.title, each.path)));
}

// --- the slides: where as many are left, their contents are replaced -----------------------------------------------------------

async function refreshSlides() {
  await coming.slides;
  const inside = at('slides').contentDocument;
  if (!inside?.getElementById('_deck')) return load('slides', 'slides.html');
  const answer = await fetch('slides.html');
  if (!answer.ok) return;
  const text = await answer.text();
  const style = text.slice(text.indexOf('<style>') + 7, text.indexOf('</style>'));
  // The page knows its own style only: with other letters, and so other fonts, it is another page.
  if (style !== inside.querySelector('style').textContent) return load('slides');
  const fresh = parse(at('slides'), text.replace(`<style>${style}</style>`, () => ''), 'text/html');
  const [now, then] = [fresh, inside].map((page) => [...page.querySelectorAll('#_deck section')]);
  const same = now.length === then.length && now.every((each, i) => each.id === then[i].id);
  if (!same) return load('slides');
  now.forEach((each, i) => {
    const sheet = each.querySelector('.sheet'), old = then[i].querySelector('.sheet');
    if (sheet && old && sheet.outerHTML !== old.outerHTML) old.innerHTML = sheet.innerHTML;
    const notes = each.querySelector('.notes'), oldNotes = then[i].querySelector('.notes');
    if (notes && oldNotes && notes.innerHTML !== oldNotes.innerHTML) oldNotes.innerHTML = notes.innerHTML;
  });
}

// --- findings ------------------------------------------------------------------------------------------------------------------

function row(finding) {
  const item = document.createElement('li');
  const level = document.createElement('span');
  level.className = `level ${finding.severity}`;
  level.textContent = say[finding.severity];
  item.append(level);
  if (finding.place) {
    const link = document.createElement(finding.link ? 'a' : 'code');
    if (finding.link) link.href = finding.link;
    link.textContent = finding.place;
    item.append(link);
  }
  if (finding.path) {
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = say.copy;
    copy.setAttribute('aria-label', `${say.copy} ${finding.place}`);
    copy.addEventListener('click', () => navigator.clipboard.writeText(finding.path));
    item.append(copy);
  }
  const message = document.createElement('span');
  message.textContent = `${finding.message} [${finding.kind}]`;
  item.append(message);
  if (finding.hint) {
    const hint = document.createElement('span');
    hint.className = 'hint';
    hint.textContent = finding.hint;
    item.append(hint);
  }
  return item;
}

function listFindings() {
  const found = state.findings.filter((each) => each.severity !== 'note');
  const notes = state.findings.filter((each) => each.severity === 'note');
  at('count').textContent = `(${found.length})`;
  const empty = document.createElement('li');
  empty.textContent = say.none;
  at('list').replaceChildren(...(found.length + notes.length ? [...found, ...notes].map(row) : [empty]));
}

// --- what is built -------------------------------------------------------------------------------------------------------------

/** Shows what the program has now. False when it could not be asked. */
async function show(number) {
  const answer = await fetch('state.json');
  if (!answer.ok) return false;
  state = await answer.json();
  build = number;
  document.title = state.title || 'triptych';
  at('title').textContent = state.title || 'triptych';
  at('state').textContent = `${say.built} ${state.milliseconds} ms`;
  listPages();
  listChapters();
  listFindings();
  const follows = at('follow').checked;
  if (follows && state.page !== null) spread = spreadOf(state.page);
  const opens = !chapter || (follows && state.chapter && state.chapter !== chapter);
  await Promise.all([
    state.pages.length ? showSpread() : at('pages').replaceChildren(),
    opens ? openChapter((follows && state.chapter) || (state.documents[0]?.path ?? 'about:blank')) : refreshChapter(),
    refreshSlides(),
  ]);
  document.body.dataset.build = build;
  return true;
}

let wished = 0, showing = false;

/** One build after the other, and of those that come meanwhile the newest: two at once would compare with half a page. */
async function take(number) {
  wished = Math.max(wished, number);
  if (showing) return;
  showing = true;
  try {
    while (wished > build && await show(wished));
  } finally {
    showing = false;
  }
}

/** The chapter that is being written is there before pages and slides. */
function showChapter(path) {
  if (!state.documents.some((each) => each.path === path)) return;
  if (at('follow').checked && path !== chapter) openChapter(path);
  else if (path === chapter) refreshChapter();
}

at('pages-back').addEventListener('click', () => turn(-2));
at('pages-on').addEventListener('click', () => turn(2));
at('page-list').addEventListener('change', (event) => { spread = Number(event.target.value); showSpread(); });
at('pages').addEventListener('keydown', (event) => {
  if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-2);
  else if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(2);
  else return;
  event.preventDefault();
});
at('chapter-back').addEventListener('click', () => stepChapter(-1));
at('chapter-on').addEventListener('click', () => stepChapter(1));
at('chapter-list').addEventListener('change', (event) => openChapter(event.target.value));

const events = new EventSource('events');
events.addEventListener('message', (event) => {
  const told = JSON.parse(event.data);
  if (told.chapter && state) showChapter(told.chapter);
  else take(Number(event.lastEventId));
});
events.addEventListener('error', () => { at('state').textContent = say.gone; });
