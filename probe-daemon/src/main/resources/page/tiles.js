// A channel as a tile: what it is called, and a mark for each layer, upstream first.
import { h, hidden, shape } from './dom.js';
import { clock, held, letter, minute, moment, span, count } from './words.js';
import { now } from './stream.js';

const soon = at => Date.parse(at) - now() < 72e6 ? minute(at) : moment(at, now());

/** Nobody judges it until then, and why. */
const planned = ({ maintenance }) => `maintenance until ${soon(maintenance.until)}${maintenance.reason ? `: ${maintenance.reason}` : ''}`;

function spoken(row, worst, notice) {
    if (!worst && row.maintenance) return `${row.id} ${row.name}: ${planned(row)}`;
    if (row.letters.startsWith('?')) return `${row.id} ${row.name}: not looked at yet`;
    if (!worst) return `${row.id} ${row.name}: well`;
    const begins = row.layers.filter((layer, i) => letter(row.letters[i]).begins);
    const also = row.layers.filter((layer, i) => letter(row.letters[i]).severity && !letter(row.letters[i]).begins);
    return `${row.id} ${row.name}: ${worst}${begins.length ? `, begins at ${begins.join(', ')}` : ''}${also.length ? `, also at ${also.join(', ')}` : ''}`
        + `${notice ? `, ${notice.message}, ${notice.team} team` : ''}${row.inHand ? `, ${handled(notice)}` : ''}${notice?.held ? `, ${held(notice)}` : ''}`;
}

function cells(row, named) {
    const marks = row.layers.map((layer, i) => {
        const { severity, begins, unseen } = letter(row.letters[i]);
        const title = named ? `${layer}: ${severity ? `${severity}${begins ? ', begins here' : ''}` : 'well'}` : null;
        return h('span.cell', { 'data-s': severity ?? (unseen ? 'unseen' : 'well'), 'data-also': Boolean(severity) && !begins, title }, h('span.mark'));
    });
    return h('span.cells', { 'aria-hidden': 'true' }, marks);
}

/** Where to look first: at packager, and at 3 more. */
function where(row, notice) {
    const begins = notice?.layer ?? row.layers.find((layer, i) => letter(row.letters[i]).begins) ?? '?';
    const more = row.layers.filter((layer, i) => letter(row.letters[i]).severity && layer !== begins).length;
    return h('span', {}, 'at ', h('b', {}, begins), more ? `, and at ${more} more` : '');
}

function what(row, notice) {
    if (!notice) return count(row.alerts, 'alert');
    return notice.channels.length > 1 ? `${notice.check}, as ${count(notice.channels.length - 1, 'other channel')}` : notice.message;
}

/** Nobody looks after what is only silenced. */
const handled = notice => notice?.silence && !notice.acknowledged ? 'silenced' : 'in hand';

/** Of a channel that hurts: where it begins, since when, whose it is. */
export function hurt({ row, worst, notice, compact }) {
    const name = row.name !== row.id && !compact ? h('span.name', {}, row.name) : null;
    const link = h(`a.tile.hurt.${worst}${row.inHand || notice?.held ? '.inhand' : ''}`, { href: `#/channel/${encodeURIComponent(row.id)}` },
        h('span', { 'aria-hidden': 'true', class: 'top' }, shape(worst), h('b', {}, row.id), name,
            notice ? h('time.age', { 'data-since': Date.parse(notice.since) }, span(now() - Date.parse(notice.since))) : null));
    if (!compact) {
        link.append(h('span.what', { 'aria-hidden': 'true' }, what(row, notice)), cells(row, true),
            ...(row.maintenance ? [h('span.plan', { 'aria-hidden': 'true' }, planned(row))] : []),
            h('span.foot', { 'aria-hidden': 'true' }, where(row, notice), notice?.held ? h('span.hand', {}, `well since ${clock(notice.held.since)}`) : row.inHand ? h('span.hand', {}, `${handled(notice) === 'silenced' ? '' : '✓ '}${handled(notice)}`) : h('span', {}, notice ? `${notice.team} team` : '')));
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

/** Not well and not ill: nobody looks. */
export function maintained({ row }) {
    return h('li', {}, h('a.tile.maintained', { href: `#/channel/${encodeURIComponent(row.id)}` },
        h('span', { 'aria-hidden': 'true', class: 'top' }, shape('maintenance'), h('b', {}, row.id), row.name !== row.id ? h('span.name', {}, row.name) : null),
        h('span.plan', { 'aria-hidden': 'true' }, planned(row)), hidden(spoken(row, null, null))));
}
