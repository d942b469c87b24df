// What fires, what somebody has in hand, what is over; and what can be done about it.
import { h, Keyed, shape } from './dom.js';
import { api } from './token.js';
import { board, listen, now } from './stream.js';
import { RANK, clock, count, held, moment, some, span, subject } from './words.js';
import { acknowledge, covered, evidence, silence, unsilence } from './actions.js';
import { runbook } from './runbook.js';

const MOST_OVER = 60;

const fact = (name, value) => value ? h('div', {}, h('dt', {}, name), h('dd', {}, value)) : null;

function button(does, text, act, kind = 'quiet') {
    return h(`button.${kind}`, { type: 'button', 'data-does': does, onclick: act }, text);
}

function silenced(alert) {
    return alert.silence ? `until ${moment(alert.silence.until, now())} by ${alert.silence.by}: ${alert.silence.reason}` : null;
}

export function card(alert) {
    const group = alert.channels.length > 1;
    const link = channel => h('a', { href: `#/channel/${encodeURIComponent(channel)}` }, channel);
    return h(`article.alert.${alert.severity}`, { id: `alert-${alert.id}`, 'aria-label': `${alert.severity}: ${alert.headline}`, tabindex: -1 },
        h('h3', {}, shape(alert.severity), h('span.sev', {}, alert.severity), ' ',
            alert.channel ? h('a', { href: `#/channel/${encodeURIComponent(alert.channel)}` }, subject(alert)) : subject(alert),
            ' ', h('span.at', {}, `at ${alert.layer}`),
            h('span.since', {}, h('time', { 'data-since': Date.parse(alert.since) }, span(now() - Date.parse(alert.since))))),
        h('p.message', {}, alert.message),
        alert.held ? h('p.held', {}, held(alert)) : null,
        group ? h('p.channels', {}, alert.channels.slice(0, 24).flatMap(channel => [link(channel), ' ']),
            alert.channels.length > 24 ? `and ${alert.channels.length - 24} more` : '') : null,
        group && alert.facts.example ? h('p.dim', {}, `Such as ${alert.facts.example}`) : null,
        alert.action ? h('p.first', {}, h('b', {}, 'First: '), alert.action) : null,
        h('dl.facts', {},
            fact('begins at', alert.layer), fact('also at', alert.alsoAt.join(', ')),
            fact('team', alert.team), fact('since', moment(alert.since, now())), fact('check', alert.check),
            fact('explains', some(alert.consequences, 6)), fact('came back', alert.flaps ? count(alert.flaps, 'time') : null),
            fact('escalated to', alert.escalatedTo.join(', ')),
            fact('in hand', alert.acknowledged ? `${alert.acknowledged.by}, ${clock(alert.acknowledged.at)}${alert.acknowledged.note ? `: ${alert.acknowledged.note}` : ''}` : null),
            fact('silenced', silenced(alert))),
        h('div.buttons', {},
            alert.acknowledged ? null : button('ack', 'Acknowledge', () => acknowledge(alert), 'primary'),
            alert.silence ? null : button('silence', 'Silence …', () => silence(alert)),
            button('runbook', 'Runbook', () => runbook(alert)),
            button('evidence', 'Evidence', () => evidence(alert))));
}

function past(alert) {
    return h('li', {}, shape(alert.severity), h('time', {}, moment(alert.clearedAt, now())), ' ',
        h('span', {}, `${subject(alert)} at ${alert.layer}: ${alert.message}`), ' ',
        h('span.dim', {}, `${alert.check} · ${alert.team} team · lasted ${span(Date.parse(alert.clearedAt) - Date.parse(alert.since))}`));
}

export function alerts(main, { query }) {
    const teams = h('select', { 'aria-label': 'Team' });
    const firing = { title: h('h2'), list: h('div.cards') };
    const kept = { title: h('h2'), list: h('div.cards') };
    const over = h('ul.past', { 'aria-label': 'Cleared alerts' });
    const silences = h('ul.past', { 'aria-label': 'Silences' });
    const silencesTitle = h('h2', {}, 'Silences');
    main.append(h('div.tools', {}, h('h1', {}, 'Alerts'), h('div.filters', {}, teams)), firing.title, firing.list, kept.title, kept.list,
        silencesTitle, silences, h('h2', {}, 'Cleared'), over);
    const lists = [new Keyed(firing.list, row => card(row.alert)), new Keyed(kept.list, row => card(row.alert))];
    let names = '';
    let wanted = query.get('id');

    function show() {
        if (!board.ready) return;
        const known = [...new Set([...board.layers.map(layer => layer.team), ...[...board.alerts.values()].map(alert => alert.team)])].sort();
        if (known.join() !== names) {
            names = known.join();
            const chosen = teams.value;
            teams.replaceChildren(h('option', { value: '' }, 'All teams'), ...known.map(name => h('option', { value: name, selected: name === chosen }, `${name} team`)));
        }
        const all = [...board.alerts.values()].filter(alert => !teams.value || alert.team === teams.value)
            .sort((a, b) => RANK[b.severity] - RANK[a.severity] || (a.since < b.since ? -1 : 1));
        const waits = all.filter(alert => !alert.acknowledged && !alert.silence);
        const inHand = all.filter(alert => alert.acknowledged || alert.silence);
        const rows = some => some.map(alert => ({ key: alert.id, shows: JSON.stringify(alert), alert }));
        firing.title.textContent = waits.length ? `Firing: ${waits.length}` : 'Nothing fires that nobody has in hand.';
        firing.title.className = waits.length ? '' : 'calmline';
        lists[0].show(rows(waits));
        kept.title.hidden = !inHand.length;
        kept.title.textContent = `Acknowledged or silenced: ${inHand.length}`;
        lists[1].show(rows(inHand));
        const target = wanted && document.getElementById(`alert-${wanted}`);
        if (target) {
            wanted = null;
            target.scrollIntoView({ block: 'center' });
            target.focus({ preventScroll: true });
        }
    }

    async function showOver() {
        const { alerts: list } = await api('/api/v1/alerts?state=cleared').catch(() => ({ alerts: [] }));
        over.replaceChildren(...(list.length ? list.slice(0, MOST_OVER).map(past) : [h('li.dim', {}, 'Nothing yet.')]));
    }

    async function showSilences() {
        const { silences: list } = await api('/api/v1/silences').catch(() => ({ silences: [] }));
        silencesTitle.hidden = silences.hidden = !list.length;
        silences.replaceChildren(...list.map(silence => h('li', {}, `${covered(silence.match)} `,
            h('span.dim', {}, `until ${moment(silence.until, now())} by ${silence.by}: ${silence.reason} `),
            h('button.quiet.small', { type: 'button', onclick: () => unsilence(silence).then(showSilences) }, 'End'))));
    }

    teams.addEventListener('change', show);
    show();
    showOver();
    showSilences();
    return listen(({ changed, over: ended, whole }) => {
        if (!changed) return;
        show();
        showSilences();
        if (ended.length || whole) showOver();
    });
}
