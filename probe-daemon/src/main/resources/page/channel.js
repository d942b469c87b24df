// All that is known of one channel: its alerts, its ladder, its segments in time, its last hour, what was asked and answered.
import { h, hidden, Keyed, shape } from './dom.js';
import { api } from './token.js';
import { board, listen, now } from './stream.js';
import { RANK, bitrate, clock, count, letter, millis, percent, seconds } from './words.js';
import { card } from './alerts.js';
import { Chart } from './charts.js';
import { about, at, draw, table } from './segments.js';

const EVERY = 3000;
const HISTORY_EVERY = 20000;
/** A probe that has just begun has no hour to show: at least five minutes. */
const LEAST = 300;
const KINDS = ['video', 'audio', 'subtitles', ''];

/** Renditions that the manifests describe, each with its lanes. */
function rowsOf(channel, protocol) {
    const rows = new Map();
    for (const manifest of channel.manifests.filter(one => one.protocol === protocol)) {
        for (const track of manifest.tracks) {
            const row = rows.get(track.rendition) ?? { title: track.rendition, kind: track.kind, lanes: [] };
            rows.set(track.rendition, row);
            row.lanes.push({ layer: manifest.layer, segments: track.segments, dated: track.dated });
        }
    }
    return [...rows.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function ladder(channel) {
    const { expected, found } = channel.ladder;
    const used = new Set();
    const near = rung => found.filter(one => !used.has(one) && one.resolution === rung.resolution)
        .sort((a, b) => Math.abs(a.bitrate - rung.bitrate) - Math.abs(b.bitrate - rung.bitrate));
    const protocols = [...new Set(found.map(one => one.protocol))].sort().reverse();
    const line = (rung, cells) => h('tr', {}, h('th', { scope: 'row' }, rung ? rung.rung : 'not expected'), h('td', {}, rung ? `${rung.resolution} · ${bitrate(rung.bitrate)} · ${rung.codec}` : '–'), cells);
    const rows = expected.map(rung => line(rung, protocols.map(protocol => {
        const match = near(rung).find(one => one.protocol === protocol);
        if (match) used.add(match);
        return match ? h('td', {}, `${match.resolution ?? '?'} · ${bitrate(match.bitrate)} · ${match.codec}`) : h('td.bad', {}, shape('major'), ' missing');
    })));
    const more = found.filter(one => !used.has(one)).map(one => line(null, protocols.map(protocol =>
        h('td', {}, protocol === one.protocol ? `${one.resolution ?? 'sound only'} · ${bitrate(one.bitrate)} · ${one.codec}` : ''))));
    return h('table.ladder', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Rung'), h('th', { scope: 'col' }, 'Expected'),
        protocols.map(protocol => h('th', { scope: 'col' }, `Found in ${protocol.toUpperCase()}`)))), h('tbody', {}, rows, more));
}

function exchange(fetched) {
    if (!fetched) return h('p.dim', {}, 'Nothing was fetched yet.');
    const timing = fetched.timing;
    const phases = ['dns', 'connect', 'tls', 'firstByte', 'total'].filter(name => timing[name]).map(name => `${name === 'firstByte' ? 'first byte' : name} ${millis(timing[name] * 1000)}`);
    return h('div', {}, h('p', {}, fetched.status ? `${fetched.status} ` : `${fetched.failure}: ${fetched.detail} `, h('span.dim', {}, fetched.url ?? fetched.hops.join(' → '))),
        h('p.dim', {}, [clock(fetched.startedAt), fetched.remote, fetched.bytes === undefined ? null : `${fetched.bytes.toLocaleString('en')} bytes`, ...phases, timing.reused ? 'connection reused' : null].filter(Boolean).join(' · ')),
        fetched.headers ? h('pre', { tabindex: 0, 'aria-label': 'Headers' }, fetched.headers.join('\n')) : null);
}

function finding(one) {
    return h('li', {}, shape(one.severity), ` ${one.check}: ${one.message}`);
}

function polls(lines) {
    return h('ol.polls', {}, lines.map(line => h('li', {}, h('time', {}, clock(line.at)), ` ${line.outcome} ${line.status ?? ''} in ${millis(line.seconds * 1000)} ${line.detail ?? ''}`,
        line.findings.length ? h('ul', {}, line.findings.map(finding)) : null)));
}

/** The last segment that each layer gave, and why it is called a hit or a miss. */
function chainItem({ layer }) {
    const sample = layer.sample;
    const rates = layer.rates;
    return h('article.layer', {}, h('h3', {}, layer.layer, h('span.dim', {}, ` ${layer.kind === layer.layer ? '' : `${layer.kind} · `}${layer.team} team`)),
        h('dl.facts', {}, [['hit ratio', percent(rates?.hitRatio)], ['first byte p95', rates?.firstByteP95 ? millis(rates.firstByteP95 * 1000) : '–'],
            ['samples', rates?.samples ?? '–'], ['failed', rates?.failed ?? '–']].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, String(value))))),
        sample ? [h('p', {}, h('b.verdict', {}, sample.verdict), ` ${sample.rendition} segment ${sample.segment} · ${sample.status ?? sample.failure} · first byte ${millis(sample.firstByte * 1000)}`),
            sample.why.length ? h('ul.why', {}, sample.why.map(reason => h('li', {}, reason))) : null,
            h('details', {}, h('summary', {}, 'Headers'), exchange(layer.fetched))] : h('p.dim', {}, 'No segment was sampled yet.'));
}

/** What was found first, then HLS before DASH; else as the probe orders them. */
function byTrouble(a, b) {
    const found = manifest => manifest.last?.findings.length ? 0 : 1;
    return found(a) - found(b) || (a.protocol < b.protocol ? 1 : a.protocol > b.protocol ? -1 : 0);
}

function manifestItem({ manifest }) {
    const last = manifest.last;
    const bad = last?.findings.length ?? 0;
    return h('details', {}, h('summary', {}, h('span.rendition', {}, `${manifest.protocol.toUpperCase()} ${manifest.rendition}`), h('span', {}, manifest.layer),
        h('span.dim', {}, last ? `${last.outcome} ${last.status ?? ''}` : ''), h('span.bad', {}, bad ? count(bad, 'finding') : '')),
        exchange(manifest.fetched), h('h4', {}, 'Last polls'), polls(manifest.polls ?? []));
}

export function channel(main, { subject }) {
    const marks = h('p.marks');
    const firing = h('div.cards');
    const rungs = h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Ladder' });
    const protocols = h('div.choices', { role: 'group', 'aria-label': 'Protocol' });
    const canvas = h('canvas.segments', { role: 'img', 'aria-label': 'Segments of each rendition at each layer on one time axis; as a table below' });
    const tip = h('p.tip', {}, 'Point at a block.');
    const words = h('details', {}, h('summary', {}, 'As a table'), h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Segments as a table' }));
    const charts = [
        { line: 'hitRatio', chart: new Chart('Hit ratio', value => `${Math.round(value * 100)} %`, 1.02) },
        { line: 'firstByte', chart: new Chart('Time to first byte', millis) },
        { line: 'lag', chart: new Chart('Lag: how far the newest media is behind the clock', seconds) },
    ];
    const chain = h('div.layers');
    const manifests = h('div.manifests');
    const profile = h('pre', { tabindex: 0, 'aria-label': 'Effective profile' });
    const trouble = h('p.bad', { role: 'status', hidden: true });
    main.append(h('div.tools', {}, h('h1', {}, subject), marks), trouble, h('h2.hidden-text', {}, 'Alerts'), firing,
        h('h2', {}, 'Segments in time'), protocols, canvas, tip,
        h('p.legend', {}, h('span.key.block'), ' segment ', h('span.key.disc'), ' discontinuity ', h('span.key.hole'), ' hole or overlap in time ', h('span.key.gap'), ' gap (EXT-X-GAP). A lane that ends early is behind.'),
        words, h('h2', {}, 'Ladder'), rungs,
        h('h2', {}, 'The last hour'), h('div.charts', {}, charts.map(({ chart }) => chart.element)),
        h('h2', {}, 'Layers: the last segment of each'), chain,
        h('h2', {}, 'Manifests: the last exchanges'), manifests,
        h('details', {}, h('summary', {}, 'Effective profile'), profile));
    const cards = new Keyed(firing, row => card(row.alert));
    const chainList = new Keyed(chain, chainItem);
    const manifestList = new Keyed(manifests, manifestItem);
    let known = null;
    let protocol = null;
    let boxes = [];
    let gone = false;

    function showAlerts() {
        const own = [...board.alerts.values()].filter(alert => alert.channels.includes(subject)).sort((a, b) => RANK[b.severity] - RANK[a.severity]);
        cards.show(own.map(alert => ({ key: alert.id, shows: JSON.stringify(alert), alert })));
        const row = board.channels.get(subject);
        if (row) {
            marks.replaceChildren(h('span.dim', {}, `${row.name !== row.id ? `${row.name} · ` : ''}${row.tier} tier · `), ...row.layers.flatMap((layer, i) => {
                const { severity, begins } = letter(row.letters[i]);
                return [i ? ' → ' : '', shape(severity ?? 'well'), begins ? h('b', {}, ` ${layer}`) : ` ${layer}`, severity ? hidden(`: ${severity}${begins ? ', begins here' : ', shows here too'}`) : ''];
            }));
        }
    }

    function showSegments() {
        if (!known) return;
        const rows = rowsOf(known, protocol);
        boxes = draw(canvas, rows, now(), 110);
        if (words.open) words.lastElementChild.replaceChildren(table(rows, now()));
    }

    function choose() {
        const all = [...new Set(known.manifests.filter(one => one.tracks.length).map(one => one.protocol))];
        const hurt = [...board.alerts.values()].find(alert => alert.channels.includes(subject))?.protocol;
        if (!all.includes(protocol)) protocol = all.includes(hurt) ? hurt : all.toSorted().at(-1) ?? 'hls';
        protocols.hidden = all.length < 2;
        protocols.replaceChildren(...all.toSorted().reverse().map(name => h('button.quiet', { type: 'button', 'aria-pressed': String(name === protocol), onclick: () => {
            protocol = name;
            choose();
            showSegments();
        } }, name.toUpperCase())));
    }

    async function load() {
        try {
            known = await api(`/api/v1/channels/${encodeURIComponent(subject)}/debug`);
            if (gone) return;
            trouble.hidden = true;
            choose();
            rungs.replaceChildren(ladder(known));
            chainList.show(known.chain.map(layer => ({ key: layer.layer, shows: JSON.stringify([layer.sample, layer.rates]), layer })));
            manifestList.show(known.manifests.toSorted(byTrouble).map(manifest => ({ key: `${manifest.protocol} ${manifest.rendition} ${manifest.layer}`, shows: JSON.stringify([manifest.fetched, manifest.polls]), manifest })));
            if (profile.textContent !== known.profile) profile.textContent = known.profile;
            showSegments();
        } catch (error) {
            trouble.hidden = false;
            trouble.textContent = error.message;
        }
    }

    async function loadHistory() {
        const history = await api(`/api/v1/channels/${encodeURIComponent(subject)}/history`).catch(() => null);
        if (!history || gone) return;
        const to = Date.parse(history.to) / 1000;
        const first = Math.min(...history.layers.flatMap(layer => charts.map(({ line }) => layer[line][0]?.[0] ?? to)));
        const from = Math.max(Date.parse(history.from) / 1000, Math.min(first, to - LEAST));
        for (const { line, chart } of charts) {
            chart.show(history.layers.map(layer => ({ layer: layer.layer, points: layer[line] })), from, to);
        }
    }

    canvas.addEventListener('pointermove', event => {
        const box = at(boxes, event.offsetX, event.offsetY);
        tip.textContent = box ? about(box) : 'Point at a block.';
    });
    words.addEventListener('toggle', showSegments);
    const resized = new ResizeObserver(() => {
        showSegments();
        charts.forEach(({ chart }) => chart.fit());
    });
    resized.observe(main);
    const timers = [setInterval(load, EVERY), setInterval(loadHistory, HISTORY_EVERY), setInterval(showSegments, 1000)];
    showAlerts();
    load();
    loadHistory();
    const stop = listen(({ changed }) => changed && showAlerts());
    return () => {
        gone = true;
        stop();
        resized.disconnect();
        timers.forEach(clearInterval);
        charts.forEach(({ chart }) => chart.close());
    };
}
