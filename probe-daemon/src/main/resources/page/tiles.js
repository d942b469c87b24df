// A channel as a tile: what it is called, and a mark for each layer, upstream first.
import { h, hidden, shape } from './dom.js';
import { letter, span, count } from './words.js';
import { now } from './stream.js';

function spoken(row, worst, notice) {
    if (row.letters.startsWith('?')) return `${row.id} ${row.name}: not looked at yet`;
    if (!worst) return `${row.id} ${row.name}: well`;
    const begins = row.layers.filter((layer, i) => letter(row.letters[i]).begins);
    const also = row.layers.filter((layer, i) => letter(row.letters[i]).severity && !letter(row.letters[i]).begins);
    return `${row.id} ${row.name}: ${worst}${begins.length ? `, begins at ${begins.join(', ')}` : ''}${also.length ? `, also at ${also.join(', ')}` : ''}`
        + `${notice ? `, ${notice.message}, ${notice.team} team` : ''}${row.inHand ? ', in hand' : ''}`;
}

function cells(row, named) {
    const marks = row.layers.map((layer, i) => {
        const { severity, begins, unseen } = letter(row.letters[i]);
        const mark = h('span.cell', { 'data-s': severity ?? (unseen ? 'unseen' : 'well'), 'data-also': Boolean(severity) && !begins },
            h('span.mark'));
        if (named) mark.append(h('span.layer', {}, layer));
        return mark;
    });
    return h('span.cells', { 'aria-hidden': 'true' }, marks);
}

/** Of a channel that hurts: where it begins, since when, whose it is. */
export function hurt({ row, worst, notice, compact }) {
    const name = row.name !== row.id && !compact ? h('span.name', {}, row.name) : null;
    const link = h(`a.tile.hurt.${worst}${row.inHand ? '.inhand' : ''}`, { href: `#/channel/${encodeURIComponent(row.id)}` },
        h('span', { 'aria-hidden': 'true', class: 'top' }, shape(worst), h('b', {}, row.id), name,
            notice ? h('time.age', { 'data-since': Date.parse(notice.since) }, span(now() - Date.parse(notice.since))) : null));
    if (!compact) {
        link.append(h('span.what', { 'aria-hidden': 'true' }, notice ? notice.message : count(row.alerts, 'alert')), cells(row, true),
            h('span.foot', { 'aria-hidden': 'true' }, notice ? `${notice.team} team` : '', row.inHand ? h('span.hand', {}, '✓ in hand') : null));
    } else {
        link.append(cells(row, false));
    }
    link.append(hidden(spoken(row, worst, notice)));
    return h('li', {}, link);
}

export function calm({ row, tabbable }) {
    return h('li', {}, h('a.tile', { href: `#/channel/${encodeURIComponent(row.id)}`, tabindex: tabbable ? 0 : -1, title: row.name },
        h('span.id', { 'aria-hidden': 'true' }, row.id, row.name !== row.id ? h('span.name', {}, ` ${row.name}`) : null), cells(row, false), hidden(spoken(row, null, null))));
}
