// The live board: one stream of server-sent events, read with fetch so that it can carry the token.
import { withToken, askForToken } from './token.js';

/** A message comes every second: after three without one, what is shown is old. */
const LATE = 3000;
const LOST = 6000;
const AGAIN = [500, 1000, 2000, 4000];

export const board = { at: null, layers: [], channels: new Map(), alerts: new Map(), untold: 0, refused: [], ready: false };

const listeners = new Set();
let heard = performance.now();
let failures = 0;
let connection = null;

/** fn({over, fresh}) after every message: alerts that ended, alerts that are new. */
export function listen(fn) {
    listeners.add(fn);
    return () => listeners.delete(fn);
}

/** Milliseconds since 1970 by the probe's clock: the one of this screen may be wrong. */
export const now = () => board.at === null ? Date.now() : board.at + (performance.now() - heard);

export const age = () => performance.now() - heard;

export const isLate = () => age() > LATE;

function accept(message) {
    heard = performance.now();
    failures = 0;
    board.at = Date.parse(message.at);
    board.refused = message.refused ?? [];
    if (message.whole) {
        board.channels.clear();
        board.alerts.clear();
    }
    for (const [id, name, tier, layers, letters, alerts, inHand, maintenance] of message.channels ?? []) {
        board.channels.set(id, { id, name, tier, layers, letters, alerts, inHand, maintenance });
    }
    const fresh = (message.alerts ?? []).filter(alert => board.ready && !board.alerts.has(alert.id) && !message.whole);
    for (const alert of message.alerts ?? []) board.alerts.set(alert.id, alert);
    for (const id of message.gone ?? []) board.channels.delete(id);
    for (const id of message.over ?? []) board.alerts.delete(id);
    if (message.layers) board.layers = message.layers;
    board.untold = message.untold ?? board.untold;
    board.ready = true;
    const changed = message.whole || message.channels || message.gone || message.alerts || message.over || message.layers;
    for (const fn of listeners) fn({ changed: Boolean(changed), fresh, over: message.over ?? [], whole: Boolean(message.whole) });
}

async function read(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += value;
        const events = text.split('\n\n');
        text = events.pop();
        for (const event of events) {
            if (event.startsWith('data: ')) accept(JSON.parse(event.slice(6)));
        }
    }
}

async function connect() {
    connection = new AbortController();
    const answer = await fetch('/api/v1/events', withToken({ signal: connection.signal, cache: 'no-store' }));
    if (answer.status === 401) {
        const refused = sessionStorage.getItem('rungwatch.token') !== null;
        await askForToken(refused);
    } else if (answer.ok) {
        await read(answer.body);
    }
}

/** For ever: what ends is begun again, what hangs is cut. */
export async function start() {
    setInterval(() => age() > LOST && connection?.abort(), 1000);
    for (;;) {
        await connect().catch(() => {});
        await new Promise(resolve => setTimeout(resolve, AGAIN[Math.min(failures++, AGAIN.length - 1)]));
    }
}
