// Every channel at one look, worst first. A clean night is one green line above a quiet grid.
import { h, Keyed, shape } from './dom.js';
import { board, listen } from './stream.js';
import { RANK, SEVERITIES, count, held, letter, subject, span } from './words.js';
import { calm, hurt, maintained } from './tiles.js';
import { now } from './stream.js';

/** More than this, and each hurt channel has less room. */
const ROOM = 60;
const HEADLINES = 4;
/** What the probe has with itself is no fault of a channel: a headline, and no colour. */
const PROBE = 'probe';
const COLUMNS_KEYS = { ArrowRight: 1, ArrowLeft: -1 };

function noticesOf(team) {
    const byChannel = new Map();
    for (const alert of board.alerts.values()) {
        if (team ? alert.team !== team : alert.team === PROBE) continue;
        for (const channel of alert.channels) {
            const known = byChannel.get(channel);
            if (!known || RANK[alert.severity] > RANK[known.severity]) byChannel.set(channel, alert);
        }
    }
    return byChannel;
}

function worstOf(row, notice, team) {
    let worst = notice ? RANK[notice.severity] : 0;
    if (!team) for (const c of row.letters) worst = Math.max(worst, RANK[letter(c).severity] ?? 0);
    return SEVERITIES.find(severity => RANK[severity] === worst) ?? null;
}

/** What the wall says for these settings: pure, so that it can be tested and timed alone. */
export function sorted(team, words) {
    const notices = noticesOf(team);
    const rows = [];
    for (const row of board.channels.values()) {
        if (words && !`${row.id} ${row.name}`.toLowerCase().includes(words)) continue;
        const notice = notices.get(row.id) ?? null;
        rows.push({ key: row.id, row, notice, worst: worstOf(row, notice, team) });
    }
    const weight = item => item.worst ? RANK[item.worst] * 2 - (item.row.inHand ? 9 : 0) + 10 : 0;
    return rows.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
}

function headline(alert) {
    return h(`a.headline.${alert.severity}`, { href: `#/alerts?id=${alert.id}` }, shape(alert.severity),
        h('span.text', {}, h('b', {}, `${alert.severity.toUpperCase()} `), h('span', {}, `${subject(alert)} `), h('span.at', {}, `at ${alert.layer}`),
            h('span.dim', {}, ` · ${alert.message}${alert.held ? ` · ${held(alert)}` : ''}`)),
        h('span.who', {}, `${alert.team} team · `, h('time', { 'data-since': Date.parse(alert.since) }, span(now() - Date.parse(alert.since)))));
}

export function wall(main, { query }) {
    const search = h('input', { type: 'search', id: 'search', placeholder: 'Channel', 'aria-label': 'Search channels', value: query.get('q') ?? '' });
    const teams = h('select', { id: 'team', 'aria-label': 'Team' });
    const counts = h('ul.counts', { 'aria-label': 'Channels by severity' });
    const screen = h('button.quiet', { type: 'button', 'aria-pressed': 'false' }, 'Wall screen');
    const calmLine = h('p.calmline');
    const headlines = h('div.headlines');
    const hurtList = h('ul.tiles.hurts', { 'aria-label': 'Channels that hurt' });
    const plannedTitle = h('h2');
    const plannedList = h('ul.tiles.planned', { 'aria-label': 'Channels under maintenance' });
    const calmTitle = h('h2');
    const calmList = h('ul.tiles.calms', { 'aria-label': 'Channels that are well' });
    main.append(h('h1.hidden-text', {}, 'Wall'),
        h('div.tools', {}, counts, h('div.filters', {}, search, teams, screen)),
        headlines, calmLine, hurtList, plannedTitle, plannedList, calmTitle, calmList);

    const hurts = new Keyed(hurtList, hurt);
    const plans = new Keyed(plannedList, maintained);
    const calms = new Keyed(calmList, calm);
    const heads = new Keyed(headlines, ({ alert }) => headline(alert));
    let teamsShown = '';

    function showTeams() {
        const names = [...new Set([...board.layers.map(layer => layer.team), ...[...board.alerts.values()].map(alert => alert.team)])].sort();
        if (names.join() === teamsShown) return;
        teamsShown = names.join();
        const chosen = teams.value || query.get('team') || '';
        teams.replaceChildren(h('option', { value: '' }, 'All teams'), ...names.map(name => h('option', { value: name, selected: name === chosen }, `${name} team`)));
    }

    function showCounts(rows, good, planned) {
        const by = severity => rows.filter(item => item.worst === severity).length;
        const chips = SEVERITIES.map(severity => ({ severity, n: by(severity) }));
        const chip = (kind, n, word) => h(`li.chip.${kind}${n ? '' : '.none'}`, {}, shape(kind), h('b', {}, n.toLocaleString('en')), ` ${word}`);
        counts.replaceChildren(...chips.filter(({ severity, n }) => severity !== 'info' || n).map(({ severity, n }) => chip(severity, n, severity)),
            ...(planned.length ? [chip('maintenance', planned.length, 'maintenance')] : []), chip('well', good.length, 'well'));
    }

    function show() {
        if (!board.ready) return;
        showTeams();
        const team = teams.value;
        const words = search.value.trim().toLowerCase();
        const rows = sorted(team, words);
        const bad = rows.filter(item => item.worst);
        const planned = rows.filter(item => !item.worst && item.row.maintenance);
        const good = rows.filter(item => !item.worst && !item.row.maintenance);
        const compact = bad.length > ROOM;
        const unseen = good.filter(item => item.row.letters.startsWith('?')).length;
        showCounts(rows, good, planned);
        const open = [...board.alerts.values()].filter(alert => alert.state === 'firing' && !alert.silence && (!team || alert.team === team))
            .sort((a, b) => RANK[b.severity] - RANK[a.severity] || (a.since < b.since ? -1 : 1));
        const shared = open.filter(alert => alert.channels.length !== 1 || alert.team === PROBE);
        const first = [...shared, ...(compact ? open.filter(alert => !shared.includes(alert)) : [])].slice(0, HEADLINES);
        heads.show(first.map(alert => ({ key: alert.id, shows: JSON.stringify([alert.severity, alert.message, alert.team, alert.held]), alert })));
        calmLine.hidden = bad.length > 0;
        calmLine.className = rows.length ? 'calmline' : 'calmline none';
        calmLine.textContent = !rows.length ? 'No channel is called that.'
            : `Nothing is wrong${team ? ` for the ${team} team` : ''}: ${count(good.length - unseen, 'channel')} at ${count(board.layers.length, 'layer')} ${good.length - unseen === 1 ? 'is' : 'are'} well${planned.length ? `, ${planned.length.toLocaleString('en')} under maintenance` : ''}.`;
        hurtList.classList.toggle('compact', compact);
        hurtList.hidden = !bad.length;
        hurts.show(bad.map(item => ({ ...item, compact, shows: JSON.stringify([item.row.letters, item.row.name, item.row.inHand, item.row.maintenance, item.worst, item.notice?.message, item.notice?.team, item.notice?.held, compact]) })));
        plannedTitle.hidden = plannedList.hidden = !planned.length;
        plannedTitle.textContent = `Under maintenance: ${planned.length.toLocaleString('en')}`;
        plans.show(planned.map(item => ({ ...item, shows: JSON.stringify([item.row.name, item.row.maintenance]) })));
        calmTitle.hidden = !bad.length && !planned.length || !good.length;
        calmTitle.textContent = `Well: ${good.length.toLocaleString('en')}`;
        calmList.hidden = !good.length;
        calmList.dataset.room = rows.length > 250 ? 'small' : rows.length > 80 ? 'middle' : 'large';
        calms.show(good.map((item, i) => ({ ...item, tabbable: i === 0, shows: `${item.row.letters} ${item.row.name} ${i === 0}` })));
    }

    function settings() {
        const set = new URLSearchParams();
        if (search.value) set.set('q', search.value);
        if (teams.value) set.set('team', teams.value);
        history.replaceState(null, '', `#/wall${set.size ? `?${set}` : ''}`);
        show();
    }

    /** The grid is one stop of the Tab key; arrows move within. */
    calmList.addEventListener('keydown', event => {
        const links = [...calmList.querySelectorAll('a')];
        const here = links.indexOf(document.activeElement);
        if (here < 0) return;
        const top = links[here].getBoundingClientRect().top;
        const columns = links.filter(link => link.getBoundingClientRect().top === links[0].getBoundingClientRect().top).length;
        const step = COLUMNS_KEYS[event.key] ?? (event.key === 'ArrowDown' ? columns : event.key === 'ArrowUp' ? -columns : 0);
        const next = links[event.key === 'Home' ? 0 : event.key === 'End' ? links.length - 1 : here + step];
        if ((step || event.key === 'Home' || event.key === 'End') && next && top !== undefined) {
            event.preventDefault();
            next.focus();
        }
    });
    search.addEventListener('input', settings);
    teams.addEventListener('change', settings);
    const big = on => {
        document.documentElement.classList.toggle('screen', on);
        screen.setAttribute('aria-pressed', String(on));
    };
    screen.addEventListener('click', () => {
        big(screen.getAttribute('aria-pressed') !== 'true');
        sessionStorage.setItem('rungwatch.screen', screen.getAttribute('aria-pressed'));
    });
    big(query.has('screen') || sessionStorage.getItem('rungwatch.screen') === 'true');
    show();
    const stop = listen(({ changed }) => changed && show());
    return () => {
        stop();
        document.documentElement.classList.remove('screen');
    };
}
