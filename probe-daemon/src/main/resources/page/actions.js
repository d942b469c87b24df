// What somebody does about an alert. Each is answered when it would survive a restart of the probe.
import { ask, field, h, say, toast } from './dom.js';
import { api, request } from './token.js';
import { some } from './words.js';

const BY = 'rungwatch.by';

/** Remembered on this machine: whoever has the night shift writes it once. */
const by = () => field('Your name', h('input', { name: 'by', required: true, maxlength: 80, value: localStorage.getItem(BY) ?? '', autocomplete: 'name' }));

async function done(text, doing) {
    try {
        await doing();
        toast(text);
    } catch (error) {
        toast(error.message, true);
    }
}

export async function acknowledge(alert) {
    const values = await ask('Acknowledge', [
        h('p', {}, alert.headline),
        by(),
        field('Note', h('input', { name: 'note', maxlength: 200, placeholder: 'called the packager team' }), 'Others read this. It fires on, and is not escalated any more.'),
    ], 'I have it in hand');
    if (!values) return;
    localStorage.setItem(BY, values.by);
    await done('Acknowledged.', () => api(`/api/v1/alerts/${alert.id}/ack`, values));
}

const LENGTHS = [[900, '15 minutes'], [3600, '1 hour'], [14400, '4 hours'], [43200, '12 hours'], [86400, '1 day'], [604800, '1 week']];

/** From narrow to wide; what is chosen at first is the narrowest that covers the alert. */
function covers(alert) {
    const channel = alert.channels.length ? { channel: alert.channels.length === 1 ? alert.channels[0] : alert.channels } : {};
    const which = alert.channels.length > 1 ? `these ${alert.channels.length} channels` : alert.channel ?? 'the probe';
    return [
        [`${alert.check} at ${alert.layer}, of ${which}`, { check: alert.check, layer: alert.layer, ...channel }],
        ...(alert.channels.length ? [[`everything of ${which}`, channel]] : []),
        [`everything at ${alert.layer}`, { layer: alert.layer }],
    ];
}

export async function silence(alert) {
    const choices = covers(alert);
    const values = await ask('Silence', [
        h('fieldset', {}, h('legend', {}, 'What nobody is told of'),
            choices.map(([text], i) => h('label.choice', {}, h('input', { type: 'radio', name: 'what', value: i, checked: i === 0 }), ` ${text}`))),
        field('For', h('select', { name: 'seconds' }, LENGTHS.map(([n, text]) => h('option', { value: n, selected: n === 3600 }, text)))),
        field('Reason', h('input', { name: 'reason', required: true, maxlength: 200, placeholder: 'encoder swap, ticket 4711' })),
        by(),
    ], 'Silence');
    if (!values) return;
    localStorage.setItem(BY, values.by);
    await done('Silenced. It still shows here; nobody is told.', () => api('/api/v1/silences',
        { match: choices[Number(values.what)][1], seconds: Number(values.seconds), reason: values.reason, by: values.by }));
}

export async function unsilence(silence) {
    await done('The silence has ended.', () => api(`/api/v1/silences/${silence.id}`, null, 'DELETE'));
}

export const covered = match => Object.entries(match).map(([key, words]) => `${key}: ${some([words].flat(), 5)}`).join(', ');

export async function evidence(alert) {
    try {
        const answer = await request(`/api/v1/alerts/${alert.id}/evidence.har`);
        if (!answer.ok) throw new Error((await answer.json()).error);
        const url = URL.createObjectURL(await answer.blob());
        h('a', { href: url, download: `${alert.channel ?? alert.check}-${alert.id}.har` }).click();
        setTimeout(() => URL.revokeObjectURL(url), 10000);
        say('The evidence is downloaded');
        toast('Downloaded. Replay it: rungwatch replay FILE.har');
    } catch (error) {
        toast(error.message, true);
    }
}
