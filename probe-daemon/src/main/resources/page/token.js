// Asking the API. The token is asked for once, when it is needed, and forgotten with the tab.
import { ask, field, h } from './dom.js';

const KEY = 'rungwatch.token';
let asking = null;

const token = () => sessionStorage.getItem(KEY);

export function withToken(options = {}) {
    const headers = { ...options.headers };
    if (token()) headers.Authorization = `Bearer ${token()}`;
    if (options.body) headers['Content-Type'] = 'application/json';
    return { ...options, headers };
}

/** True once there is a token to try; false when whoever was asked has none. Several who ask at once are one question. */
export function askForToken(refused) {
    asking ??= ask('This needs the token', [
        h('p', {}, refused ? 'The probe refused that token.' : 'Changing something, or reading where reading is protected, needs the token of the probe.'),
        field('Token', h('input', { name: 'token', type: 'password', required: true, autocomplete: 'off', spellcheck: 'false' }),
            'Yours, or the content of the file state/token of the probe. It is kept until this tab is closed.'),
    ], 'Use it').then(values => {
        asking = null;
        if (values) sessionStorage.setItem(KEY, values.token.trim());
        return values !== null;
    });
    return asking;
}

/** The answer, whatever its status; asks for the token where it is missing or wrong. */
export async function request(path, options) {
    const answer = await fetch(path, withToken(options));
    if (answer.status !== 401) return answer;
    const refused = token() !== null;
    sessionStorage.removeItem(KEY);
    return await askForToken(refused) ? request(path, options) : answer;
}

/** The JSON of a good answer; of another one, an error that says what the probe says. */
export async function api(path, body, method = body ? 'POST' : 'GET') {
    const answer = await request(path, body ? { method, body: JSON.stringify(body) } : { method });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(json.error ?? `the probe answers ${answer.status}`);
    return json;
}
