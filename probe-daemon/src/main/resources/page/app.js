// Which view is shown, whether the data is live, and the theme.
import { h, say } from './dom.js';
import { age, board, isLate, listen, now, start } from './stream.js';
import { RANK, clock, count, span, subject } from './words.js';
import { wall } from './wall.js';
import { alerts } from './alerts.js';
import { channel } from './channel.js';
import { layers } from './layers.js';
import { check } from './check.js';

const at = id => document.getElementById(id);
const VIEWS = { wall, alerts, channel, layers, check };

let leave = () => {};
let shown = '';

/** #/channel/CH_001?protocol=dash → the view, its subject and its settings. */
function address() {
    const [path, query] = location.hash.slice(1).split('?');
    const [, view, subject] = path.split('/');
    return { view: VIEWS[view] ? view : 'wall', subject: decodeURIComponent(subject ?? ''), query: new URLSearchParams(query) };
}

function show() {
    const { view, subject, query } = address();
    const place = `${view}/${subject}`;
    if (place === shown) return;
    const first = shown === '';
    shown = place;
    leave();
    const main = at('view');
    main.replaceChildren();
    main.dataset.view = view;
    leave = VIEWS[view](main, { subject, query }) ?? (() => {});
    const title = main.querySelector('h1')?.textContent ?? 'Wall';
    document.title = `${title} · Rungwatch`;
    for (const link of at('views').children) {
        if (link.getAttribute('href') === `#/${view}`) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    }
    if (!first) {
        main.focus({ preventScroll: true });
        window.scrollTo(0, 0);
    }
}

function liveness() {
    const late = !board.ready || isLate();
    const live = at('live');
    live.dataset.state = !board.ready ? 'wait' : late ? 'lost' : 'live';
    document.documentElement.classList.toggle('stale', board.ready && late);
    at('live-text').textContent = !board.ready ? 'connecting …' : late ? 'not live' : `live · ${clock(now())}`;
    trouble(late);
    for (const time of document.querySelectorAll('[data-since]')) {
        const text = span(now() - time.dataset.since);
        if (time.textContent !== text) time.textContent = text;
    }
}

let told = '';

/** What makes the page itself untrue, in one line above everything. Screen readers hear it once, not every second. */
function trouble(late) {
    const lost = late && (board.ready || age() > 5000);
    const what = lost ? 'lost' : board.refused.length ? `refused ${board.refused[0]}` : '';
    const box = at('trouble');
    if (what !== told) {
        told = what;
        box.replaceChildren(...lost
            ? [h('div.band.bad', {}, h('strong', {}, 'Connection lost'), board.ready ? ', data is ' : ' ', h('span.old', { 'aria-hidden': 'true' }), h('span', {}, ' The page goes on trying.'))]
            : what ? [h('div.band', {}, h('strong', {}, 'The configuration on disk is broken'), ', the one before is in force: ', board.refused[0])] : []);
    }
    const old = box.querySelector('.old');
    if (old) old.textContent = board.ready ? `${Math.round(age() / 1000)} s old.` : 'to the probe.';
}

function counted() {
    const open = [...board.alerts.values()].filter(alert => alert.state === 'firing' && !alert.silence);
    at('open').hidden = open.length === 0;
    at('open').textContent = open.length;
    const worst = open.reduce((most, alert) => Math.max(most, RANK[alert.severity]), 0);
    at('open').dataset.worst = worst;
    at('open').setAttribute('aria-label', count(open.length, 'alert'));
}

listen(({ fresh, changed }) => {
    if (changed) counted();
    if (fresh.length) {
        const worst = fresh.toSorted((a, b) => RANK[b.severity] - RANK[a.severity])[0];
        say(`${count(fresh.length, 'new alert')}: ${worst.severity}, ${subject(worst)} at ${worst.layer}`);
    }
    liveness();
});

const THEMES = ['auto', 'dark', 'light'];

function theme(wanted) {
    localStorage.setItem('rungwatch.theme', wanted);
    if (wanted === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = wanted;
    at('theme').textContent = `Theme: ${wanted}`;
}

at('theme').addEventListener('click', () => theme(THEMES[(THEMES.indexOf(localStorage.getItem('rungwatch.theme') ?? 'auto') + 1) % 3]));
at('skip').addEventListener('click', () => at('view').focus());
theme(localStorage.getItem('rungwatch.theme') ?? 'auto');
addEventListener('hashchange', show);
setInterval(liveness, 1000);
show();
start();
