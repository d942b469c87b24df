// How things are written for people: local time, few digits, the same words everywhere.

export const SEVERITIES = ['critical', 'major', 'minor', 'info'];
export const RANK = { critical: 4, major: 3, minor: 2, info: 1 };

const LETTERS = { 1: 'info', 2: 'minor', 3: 'major', 4: 'critical', a: 'info', b: 'minor', c: 'major', d: 'critical' };

/** One letter of the board: how bad, and whether it begins there. */
export function letter(c) {
    return { severity: LETTERS[c] ?? null, begins: c >= '1' && c <= '4', unseen: c === '?' };
}

export function clock(at) {
    return new Date(at).toLocaleTimeString([], { hour12: false });
}

/** To the minute: for what is planned. */
export const minute = at => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

/** Why an alert stands although nothing is wrong at present. */
export const held = alert => alert.held ? `well since ${clock(alert.held.since)}, kept open until ${minute(alert.held.until)} because it comes and goes` : null;

/** With the day where it is another one. */
export function moment(at, now) {
    const date = new Date(at);
    const today = date.toDateString() === new Date(now).toDateString();
    return today ? clock(at) : date.toLocaleDateString([], { day: '2-digit', month: 'short' }) + ' ' + clock(at);
}

export function span(millis) {
    const seconds = Math.max(0, Math.round(millis / 1000));
    if (seconds < 100) return `${seconds} s`;
    if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
    return seconds < 172800 ? `${(seconds / 3600).toFixed(1)} h` : `${Math.round(seconds / 86400)} d`;
}

export const percent = share => share === null || share === undefined ? '–' : `${(share * 100).toFixed(share > 0.995 && share < 1 ? 2 : 1)} %`;

export const millis = value => value === null || value === undefined ? '–' : value < 10000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;

export const seconds = value => value === null || value === undefined ? '–' : `${value.toFixed(1)} s`;

export function bitrate(bits) {
    return bits >= 1e6 ? `${+(bits / 1e6).toFixed(2)} Mbit/s` : `${Math.round(bits / 1000)} kbit/s`;
}

export const some = (names, most) => names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

export const count = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What and where, in few words: CH_001 · HLS · 1080p_5M, or 12 channels. */
export function subject(alert) {
    if (!alert.channel) return alert.channels.length ? count(alert.channels.length, 'channel') : 'the probe itself';
    const rendition = alert.rendition === 'manifest' ? 'manifest' : alert.rendition;
    return [alert.channel, alert.protocol?.toUpperCase(), rendition].filter(Boolean).join(' · ');
}
