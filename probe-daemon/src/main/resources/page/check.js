// `rungwatch check` from the browser: one URL, looked at once or for a while.
import { field, h, shape, say } from './dom.js';
import { api } from './token.js';
import { SEVERITIES, clock, count, millis } from './words.js';

const EVERY = 700;

function findings(list) {
    if (!list.length) return h('p.calmline', {}, 'Nothing is wrong with it.');
    return h('ul.findings', {}, list.map(one => h(`li.alert.${one.severity}`, {}, h('p', {}, shape(one.severity), h('span.sev', {}, ` ${one.severity} `), h('b', {}, one.check), h('span.dim', {}, ` · ${one.protocol.toUpperCase()} ${one.rendition} · ${one.team} team${one.times > 1 ? ` · seen ${one.times} times` : ''}`)),
        h('p.message', {}, one.message))));
}

function samples(list) {
    const names = ['Rendition', 'Segment', 'Status', 'Bytes', 'First byte', 'Whole', 'Verdict'];
    return list.length ? h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Segments' }, h('table', {}, h('caption', {}, 'Segments that were fetched'), h('thead', {}, h('tr', {}, names.map(name => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, list.map(one => h('tr', {}, [one.rendition, one.segment, one.status ?? one.failure, one.bytes.toLocaleString('en'), millis(one.firstByte * 1000), millis(one.total * 1000), one.verdict].map(cell => h('td', {}, String(cell)))))))) : null;
}

function result({ result: { findings: list, samples: seen, summary } }) {
    const counts = SEVERITIES.filter(severity => summary.findings[severity]).map(severity => `${summary.findings[severity]} ${severity}`).join(', ');
    const unanswered = summary.answered === 0;
    return h('section', { 'aria-label': 'Result' }, h('h2', {}, unanswered ? 'It could not be judged' : 'Result'),
        h('p.dim', {}, `${count(summary.manifests, 'manifest')}, ${summary.answered} answered · ${count(summary.polls, 'poll')} · ${counts || 'no findings'}${summary.from ? ` · ${clock(summary.from)} to ${clock(summary.to)}` : ''}`),
        summary.notJudged.length ? h('ul', {}, summary.notJudged.map(text => h('li', {}, text))) : null,
        unanswered && !list.length ? null : findings(list), samples(seen));
}

export function check(main, { query }) {
    const url = h('input', { name: 'url', type: 'url', required: true, value: query.get('url') ?? '', placeholder: 'https://…/master.m3u8 or manifest.mpd', maxlength: 2000, spellcheck: 'false' });
    const time = h('select', { name: 'seconds' }, [[0, 'once'], [15, 'for 15 s'], [30, 'for 30 s'], [60, 'for 60 s']].map(([n, text]) => h('option', { value: n }, text)));
    const go = h('button.primary', { type: 'submit' }, 'Check');
    const form = h('form.check', {}, field('URL of a manifest', url), field('Look', time), go);
    const bar = h('progress', { max: 1, 'aria-label': 'Progress' });
    const words = h('p', { role: 'status' });
    const running = h('div.running', { hidden: true }, bar, words);
    const shown = h('div');
    main.append(h('div.tools', {}, h('h1', {}, 'Check a URL')),
        h('p.dim', {}, 'The same look that `rungwatch check` takes: the manifest, every playlist that it names, a segment of each. Private addresses are asked only where the configuration names them.'),
        form, running, shown);
    let gone = false;

    async function follow(begun) {
        for (let state = begun; !gone; state = await api(`/api/v1/checks/${begun.id}`)) {
            const { manifests, polls, findings: found, last, seconds } = state.progress;
            words.textContent = `${count(manifests, 'manifest')}, ${count(polls, 'poll')}, ${count(found, 'finding')}${last ? ` · last: ${last}` : ''}`;
            if (seconds) bar.value = Math.min(1, (Date.now() - started) / 1000 / (seconds + 2));
            else bar.removeAttribute('value');
            if (state.state !== 'running') return state;
            await new Promise(resolve => setTimeout(resolve, EVERY));
        }
        return null;
    }

    let started = 0;
    form.addEventListener('submit', async event => {
        event.preventDefault();
        started = Date.now();
        shown.replaceChildren();
        go.disabled = true;
        try {
            const begun = await api('/api/v1/check', { url: url.value.trim(), seconds: Number(time.value) });
            running.hidden = false;
            const state = await follow(begun);
            if (state?.state === 'done') shown.replaceChildren(result(state));
            else if (state) throw new Error(state.error);
            say('The check is done');
        } catch (error) {
            shown.replaceChildren(h('p.bad', { role: 'alert' }, error.message));
        } finally {
            running.hidden = true;
            go.disabled = false;
        }
    });
    return () => (gone = true);
}
