// Turns the document into a presentation. Without this script it stays a page to scroll.

const root = document.documentElement;
const slides = [...document.querySelectorAll('.slide')];
const part = (name) => document.getElementById('_' + name);
const is_presenter = new URLSearchParams(location.search).has('presenter');
const narrow = matchMedia('(max-width: 699px)');

let current = 0;
let view = 'show'; // show, read, overview, presenter
let typed = ''; // digits of a slide number
let shown = 0; // points of the current slide that have appeared, where they do so one by one
let other = is_presenter ? window.opener : null; // the window of the same deck to keep in step

// Numbers are written in the digits of the deck's language, whatever the browser's is.
const digits = [...(root.dataset.digits ?? '0123456789')];
const own = (text) => String(text).replace(/[0-9]/g, (digit) => digits[digit]);
const digit_of = (key) => (/^[0-9]$/.test(key) ? Number(key) : digits.indexOf(key));
const clamp = (number) => Math.max(0, Math.min(slides.length - 1, number));
const title_of = (slide) => slide.querySelector('.title').textContent;
// A `%` that begins no escape stands for itself.
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
};
const index_at = (hash) => {
    const target = document.getElementById(decoded(hash.slice(1)));
    return slides.indexOf(target?.closest('.slide'));
};

// ---- What is seen

function is_seen(number) {
    if (view === 'show') return number === current;
    if (view === 'presenter') return number === current || number === current + 1;
    return true;
}

// Text of slides out of sight can still be found by the browser's own search.
function show_slides() {
    slides.forEach((slide, number) => {
        slide.classList.toggle('current', number === current);
        slide.classList.toggle('following', number === current + 1);
        if (is_seen(number)) slide.removeAttribute('hidden');
        else slide.setAttribute('hidden', 'until-found');
        for (const part of slide.querySelectorAll('.sheet > :not(.title)'))
            part.inert = view === 'overview' || (view === 'presenter' && number !== current);
    });
}

// ---- Points that appear one by one, where the author wishes it; read and printed whole

const points = '.cells > *, .body > :is(.text, .aside) > :is(ul, ol) > li, .body > .table tbody > tr, ' +
    '.cards > li, .columns > div';
const points_of = (slide) => ('steps' in slide.dataset ? [...slide.querySelectorAll(points)] : []);
// Those that still have to appear are neither seen nor read out.
const waits = () => view === 'show' || view === 'presenter';

function show_points() {
    for (const point of document.querySelectorAll('.waiting')) point.classList.remove('waiting');
    points_of(slides[current]).slice(shown).forEach((point) => point.classList.add('waiting'));
}

// The next point or the last one; false where there is none.
function step(by) {
    const all = waits() ? points_of(slides[current]) : [];
    const next = Math.min(shown, all.length) + by;
    if (next < 0 || next > all.length) return false;
    shown = next;
    show_points();
    if (by > 0) part('said').textContent = all[next - 1].textContent.trim().replace(/\s+/g, ' ');
    tell();
    return true;
}

function show_place() {
    const place = own(`${current + 1} / ${slides.length}`);
    part('count').textContent = place;
    part('place').textContent = place;
    document.title = `${title_of(slides[current])} – ${part('deck').getAttribute('aria-label')}`;
}

function show_notes() {
    const notes = slides[current].querySelector('.notes');
    const copy = notes ? [...notes.cloneNode(true).children].slice(1) : [];
    part('notes').replaceChildren(...copy);
    // A box of the notes would have the name of the same box on the slide.
    for (const box of part('notes').querySelectorAll('[role^=doc-]')) {
        const plain = document.createElement('div');
        plain.className = box.className;
        plain.append(...box.childNodes);
        box.replaceWith(plain);
    }
    part('notes').scrollTop = 0;
}

function announce() {
    const words = part('said').dataset.slide;
    part('said').textContent = words.replace('{n}', own(current + 1))
        .replace('{all}', own(slides.length))
        .replace('{title}', title_of(slides[current]));
}

function scroll_to_current() {
    if (view === 'read' || view === 'overview') slides[current].scrollIntoView({block: 'nearest'});
}

function render() {
    show_slides();
    show_points();
    show_place();
    if (view !== 'presenter') return;
    show_notes();
    show_plan();
}

function set_view(next) {
    view = next;
    root.dataset.view = next;
    part('desk').hidden = next !== 'presenter';
    part('bar').hidden = next === 'presenter';
    if (next === 'overview') add_picks();
    render();
    scroll_to_current();
    if (next === 'overview') slides[current].querySelector('.pick').focus();
}

const usual_view = () => (is_presenter ? 'presenter' : narrow.matches ? 'read' : 'show');

// Slides of the overview are links, named like the slides.
function add_picks() {
    if (document.querySelector('.pick')) return;
    slides.forEach((slide, number) => {
        const link = document.createElement('a');
        link.className = 'pick';
        link.href = '#' + slide.id;
        link.setAttribute('aria-label', `${own(number + 1)}. ${title_of(slide)}`);
        link.addEventListener('click', (event) => {
            event.preventDefault();
            leave_overview(number);
        });
        slide.append(link);
    });
}

function leave_overview(number) {
    set_view(usual_view());
    go(number);
}

// ---- Going from slide to slide

function remember(how) {
    const address = '#' + slides[current].id;
    if (how === 'none' || location.hash === address) return;
    history[how === 'replace' ? 'replaceState' : 'pushState'](null, '', address);
}

function go(number, how = 'push', points = 0, told = false) {
    const next = clamp(number);
    const moved = next !== current;
    current = next;
    if (moved || points > 0) shown = points;
    remember(how);
    if (moved) {
        render();
        announce();
    } else {
        show_points();
    }
    scroll_to_current();
    if (!told) tell();
}

function follow_address() {
    const number = index_at(location.hash);
    if (number < 0) return;
    if (view === 'overview') set_view(usual_view());
    // What is pointed at on the slide is seen at once.
    go(number, 'none', decoded(location.hash.slice(1)) === slides[number].id ? 0 : Infinity);
}

// ---- The presenter's window: two windows of this file keep in step

// Files on disk have no origin that a window could be told by; what is sent there says nothing of
// where they are.
const is_file = location.protocol === 'file:';
const deck_name = `${slides.length} ${document.title}`;
const send = (message) =>
    other?.postMessage({deck: deck_name, ...message}, is_file ? '*' : location.origin);
const is_from_here = (origin) => (is_file ? origin === 'null' || origin === 'file://' : origin === location.origin);

function tell() {
    send({slide: current, points: Math.min(shown, points_of(slides[current]).length)});
}

// A window that was opened from here, even before this one was loaded again.
const is_ours = (source) => source && (source === other || (!is_presenter && source.opener === window));

function hear({origin, source, data}) {
    if (!is_from_here(origin) || !is_ours(source) || data?.deck !== deck_name) return;
    other = source;
    if (data.asks) tell();
    else if (Number.isInteger(data.slide)) {
        shown = Number.isInteger(data.points) ? data.points : 0;
        go(data.slide, 'replace', shown, true);
    }
}

function present() {
    if (is_presenter) return;
    const address = `${location.href.split(/[?#]/)[0]}?presenter#${slides[current].id}`;
    other = window.open(address, 'triptych-presenter', 'popup,width=1120,height=700');
}

// ---- Clock and time passed

let started = Date.now();
let paused_at = 0; // time passed when the timer was stopped; 0: it runs

const two = (number) => String(number).padStart(2, '0');
const passed = () => paused_at || Date.now() - started;

function show_time() {
    const seconds = Math.floor(passed() / 1000);
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    part('timer').textContent =
        own((hours ? `${hours}:${two(minutes)}` : minutes) + ':' + two(seconds % 60));
    part('clock').textContent = own(new Date().toLocaleTimeString(
        root.lang, {hour: '2-digit', minute: '2-digit', numberingSystem: 'latn'}));
    if (is_planned) show_pace();
}

function pause() {
    if (paused_at) started = Date.now() - paused_at;
    paused_at = paused_at ? 0 : passed();
    document.querySelector('[data-do=pause]').setAttribute('aria-pressed', paused_at > 0);
    show_time();
}

function restart() {
    started = Date.now();
    if (paused_at) paused_at = 1;
    show_time();
}

// ---- The plan of time, where the talk has one: when the slide is due, and how far off we are

const planned = slides.map((slide) => Number(slide.dataset.seconds ?? 0));
const due = planned.map((_, number) => planned.slice(0, number).reduce((a, b) => a + b, 0));
const is_planned = planned.some((seconds) => seconds > 0);
const minutes = (seconds) =>
    own(`${Math.floor(seconds / 60)}:${two(Math.floor(seconds) % 60)}`);

// Nothing is said of what is less than ten seconds off.
function show_pace() {
    const seconds = passed() / 1000;
    const late = seconds - due[current] - planned[current];
    const early = due[current] - seconds;
    const words = late >= 10 ? 'late' : early >= 10 ? 'early' : '';
    part('pace').className = words;
    part('pace').textContent = (part('pace').dataset[words] ?? '')
        .replace('{time}', minutes(Math.max(late, early)));
}

function show_plan() {
    if (is_planned) {
        const total = due.at(-1) + planned.at(-1);
        part('due').textContent =
            `${minutes(due[current])}–${minutes(due[current] + planned[current])} / ${minutes(total)}`;
        show_pace();
    }
    part('booklet').textContent = slides[current].dataset.booklet ?? '';
    part('plan').hidden = !is_planned && !part('booklet').textContent;
}

// ---- Looks

function change_colours() {
    const dark = root.dataset.colours
        ? root.dataset.colours === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.colours = dark ? 'light' : 'dark';
    for (const source of document.querySelectorAll('source[data-ground]'))
        source.media = dark ? 'not all' : 'all';
}

function full_screen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.();
}

function help() {
    if (part('help').open) part('help').close();
    else part('help').showModal();
}

function toggle_view(which) {
    if (is_presenter) return;
    set_view(view !== which ? which : which === 'read' ? 'show' : usual_view());
}

// The bar comes with the pointer or the focus and goes when both rest.
let resting;
function wake_bar() {
    root.classList.add('awake');
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove('awake'), 2500);
}

// ---- Commands, from keys, buttons and fingers

const commands = {
    next: () => step(1) || go(current + 1),
    previous: () => step(-1) || go(current - 1, 'push', Infinity),
    first: () => go(0),
    last: () => go(slides.length - 1),
    overview: () => toggle_view('overview'),
    read: () => toggle_view('read'),
    present,
    pause,
    restart,
    help,
    full: full_screen,
    colours: change_colours,
    number: () => go(Number(typed) - 1),
    leave: () => view === 'overview' && set_view(usual_view()),
};

const keys = {
    ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next',
    ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous',
    Home: 'first', End: 'last', Escape: 'leave',
    o: 'overview', r: 'read', p: 'present', s: 'present', f: 'full', d: 'colours', '?': 'help',
};
// Where the page scrolls, keys that scroll are the browser's.
const scrolling = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' ', 'Home', 'End'];

function command_of(event) {
    if (event.key === ' ' && event.shiftKey) return 'previous';
    if (event.key === 'Enter') return typed ? 'number' : '';
    return keys[event.key] ?? keys[event.key.toLowerCase()];
}

function is_for_the_browser(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || part('help').open) return true;
    const scrolls = view === 'read' || view === 'overview';
    if (scrolls && scrolling.includes(event.key)) return true;
    return [' ', 'Enter'].includes(event.key) && !typed &&
        event.target.closest?.('a, button, summary, input');
}

function press(event) {
    if (is_for_the_browser(event)) return;
    if (digit_of(event.key) >= 0) {
        typed += digit_of(event.key);
        return;
    }
    const command = command_of(event);
    if (command) {
        event.preventDefault();
        commands[command]();
    }
    typed = '';
}

let touched; // where a single finger came down
function touch(event) {
    touched = event.touches.length === 1 ? event.touches[0] : null;
}
function lift(event) {
    if (!touched || view !== 'show') return;
    const across = event.changedTouches[0].clientX - touched.clientX;
    const down = event.changedTouches[0].clientY - touched.clientY;
    if (Math.abs(across) > 40 && Math.abs(across) > 2 * Math.abs(down))
        commands[across < 0 ? 'next' : 'previous']();
}

// In the text to scroll, the slide in the middle of the window is the current one.
function follow_scrolling() {
    const seen = new IntersectionObserver((entries) => {
        for (const {isIntersecting, target} of entries) {
            if (!isIntersecting || view !== 'read') continue;
            current = slides.indexOf(target);
            render();
        }
    }, {rootMargin: '-50% 0px -50% 0px'});
    slides.forEach((slide) => seen.observe(slide));
}

function listen() {
    document.addEventListener('keydown', press);
    document.addEventListener('click', (event) => {
        const command = event.target.closest('[data-do]')?.dataset.do;
        if (command) commands[command]();
    });
    document.addEventListener('touchstart', touch, {passive: true});
    document.addEventListener('touchend', lift);
    document.addEventListener('beforematch', (event) =>
        go(slides.indexOf(event.target.closest('.slide')), 'push', Infinity));
    for (const kind of ['pointermove', 'touchstart', 'focusin', 'scroll'])
        document.addEventListener(kind, wake_bar, {passive: true});
    window.addEventListener('popstate', follow_address);
    window.addEventListener('hashchange', follow_address);
    window.addEventListener('message', hear);
    narrow.addEventListener('change', () => set_view(usual_view()));
    part('print_notes').addEventListener('change', ({target}) => {
        root.classList.toggle('with-notes', target.checked);
        for (const notes of document.querySelectorAll('.notes')) notes.open = target.checked;
    });
}

function start() {
    current = Math.max(0, index_at(location.hash));
    set_view(usual_view());
    listen();
    follow_scrolling();
    if (!is_presenter) return;
    show_time();
    setInterval(show_time, 500);
    send({asks: true});
}

start();
