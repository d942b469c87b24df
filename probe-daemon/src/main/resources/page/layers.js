// The chain from the packager to the edges, over all channels; POPs of a kind stand side by side.
import { h, Keyed, shape } from './dom.js';
import { api } from './token.js';
import { board, listen } from './stream.js';
import { RANK, SEVERITIES, count, millis, percent, seconds } from './words.js';

const EVERY = 5000;
const KINDS = [['packager', 'Packager'], ['origin', 'Origin'], ['midcache', 'Midcaches'], ['edge', 'Edges']];

const share = rates => rates && rates.samples ? `${percent(rates.failed / rates.samples)}` : '–';

function figures(layer) {
    const rows = [
        ['hit ratio', percent(layer.fast?.hitRatio), percent(layer.slow?.hitRatio)],
        ['1st byte p95', millis(layer.fast?.firstByteP95), millis(layer.slow?.firstByteP95)],
        ['segment p95', millis(layer.fast?.downloadP95), millis(layer.slow?.downloadP95)],
        ['failed', share(layer.fast), share(layer.slow)],
        ['samples', layer.fast?.samples?.toLocaleString('en') ?? '–', layer.slow?.samples?.toLocaleString('en') ?? '–'],
    ];
    return h('table.figures', {}, h('thead', {}, h('tr', {}, h('td'), h('th', { scope: 'col' }, '5 min'), h('th', { scope: 'col' }, '1 h'))),
        h('tbody', {}, rows.map(([name, fast, slow]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, fast), h('td', {}, slow)))));
}

function begins(layer) {
    const here = [...board.alerts.values()].filter(alert => alert.layer === layer.layer);
    const parts = SEVERITIES.map(severity => [severity, here.filter(alert => alert.severity === severity).length]).filter(([, n]) => n);
    return parts.length ? h('p.begins', {}, 'Begins here: ', parts.flatMap(([severity, n], i) => [i ? ', ' : '', shape(severity), `${n} ${severity}`]))
        : h('p.begins.calm', {}, shape('well'), ' nothing begins here');
}

function pop({ layer }) {
    const worst = [...board.alerts.values()].filter(alert => alert.layer === layer.layer).map(alert => alert.severity).sort((a, b) => RANK[b] - RANK[a])[0];
    return h(`article.pop${worst ? `.${worst}` : ''}`, {}, h('h3', {}, layer.layer), h('p.dim', {}, `${layer.team} team · ${layer.base.replace(/^https?:\/\/|\/$/g, '')}`), begins(layer), figures(layer),
        h('p', {}, 'Lag ', h('b', {}, seconds(layer.lagMedian)), layer.lagWorst === null ? '' : h('span.dim', {}, `, worst ${seconds(layer.lagWorst)} `,
            h('a', { href: `#/channel/${encodeURIComponent(layer.lagWorstChannel)}` }, layer.lagWorstChannel))),
        h('p.dim', {}, count(layer.channels, 'channel')));
}

export function layers(main) {
    const columns = KINDS.map(([kind, title]) => ({ kind, title: h('h2', {}, title), list: h('div.pops') }));
    const trouble = h('p.bad', { role: 'status', hidden: true });
    main.append(h('div.tools', {}, h('h1', {}, 'Layers'), h('p.dim', {}, 'All channels together: what the samples of each layer say.')), trouble,
        h('div.chain', {}, columns.map(column => h('section', {}, column.title, column.list))));
    const lists = columns.map(column => new Keyed(column.list, pop));
    let known = [];
    function show() {
        columns.forEach((column, i) => {
            const here = known.filter(layer => layer.kind === column.kind);
            column.list.parentElement.hidden = !here.length;
            lists[i].show(here.map(layer => ({ key: layer.layer, layer,
                shows: JSON.stringify([layer, [...board.alerts.values()].filter(alert => alert.layer === layer.layer).map(alert => alert.severity)]) })));
        });
    }
    async function load() {
        try {
            known = (await api('/api/v1/layers')).layers;
            trouble.hidden = true;
            show();
        } catch (error) {
            trouble.hidden = false;
            trouble.textContent = error.message;
        }
    }
    load();
    const timer = setInterval(load, EVERY);
    const stop = listen(({ changed }) => changed && show());
    return () => {
        clearInterval(timer);
        stop();
    };
}
