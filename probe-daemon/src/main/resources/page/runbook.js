// What a check means and what to do first, from the probe's own catalogue: it needs no internet.
import { h, toast } from './dom.js';
import { api } from './token.js';

export async function runbook(alert) {
    try {
        const about = await api(`/api/v1/catalogue/${encodeURIComponent(alert.check)}`);
        const rows = [['What is wrong', about.summary], ['What viewers see', about.impact], ['First', about.action],
            ['Confirmed', about.confirmed], ['Owner', about.owner], ['Rests on', about.spec]];
        const dialog = h('dialog.runbook', { 'aria-label': `Runbook of ${about.check}` }, h('h2', {}, about.check),
            h('dl', {}, rows.filter(([, text]) => text).flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])),
            alert.byHand ? [h('p', {}, 'By hand:'), h('pre', { tabindex: 0 }, alert.byHand)] : null,
            h('p.dim', {}, `In full: ${about.runbook}`),
            h('div.buttons', {}, h('button.primary', { type: 'button', onclick: () => dialog.close() }, 'Close')));
        dialog.addEventListener('close', () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
    } catch (error) {
        // What the probe notices of itself is no check of a stream.
        toast(alert.action ? `First: ${alert.action}` : error.message, !alert.action);
    }
}
