// Elements from plain values. Text is only ever text: what a manifest says cannot become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** h('a.tile.hurt', {href: '#/wall'}, 'text', child, …); attributes that are null, undefined or false are left out. */
export function h(what, attributes = {}, ...children) {
    const [tag, ...classes] = what.split('.');
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(' ');
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

export const hidden = text => h('span.hidden-text', {}, text);

/** Each severity has a shape of its own, so that nobody needs the colour. */
const SHAPES = {
    critical: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z',
    major: 'M8 1.5 15 14H1z',
    minor: 'M8 1.2 14.8 8 8 14.8 1.2 8z',
    info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
    maintenance: 'M5.5 3v10M10.5 3v10',
    well: 'M2.5 8.5 6.5 12.500 13.500 4.500',
};

export function shape(severity) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('class', `shape ${severity}`);
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', SHAPES[severity] ?? SHAPES.info);
    svg.append(path);
    return svg;
}

/** Brings a list's children into the order wanted; what stays where it is, is not touched. */
export function arrange(list, wanted) {
    const keep = new Set(wanted);
    for (const child of [...list.children]) if (!keep.has(child)) child.remove();
    wanted.forEach((element, i) => {
        if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null);
    });
}

/** A list whose items are made again only when what they show has changed; an item that has the focus keeps it. */
export class Keyed {
    constructor(list, make) {
        this.list = list;
        this.make = make;
        this.items = new Map();
    }

    /** rows: [{key, shows, …}]; `shows` is a text that differs when the item would look different. */
    show(rows) {
        const next = new Map();
        for (const row of rows) {
            const known = this.items.get(row.key);
            next.set(row.key, known?.shows === row.shows ? known : { shows: row.shows, element: this.again(known, row) });
        }
        this.items = next;
        arrange(this.list, [...next.values()].map(item => item.element));
    }

    again(known, row) {
        const fresh = this.make(row);
        const focused = known?.element.contains(document.activeElement) ? document.activeElement : null;
        const open = known ? [...known.element.querySelectorAll('details')].map(details => details.open) : [];
        fresh.querySelectorAll('details').forEach((details, i) => (details.open = open[i] ?? details.open));
        if (known) known.element.replaceWith(fresh);
        if (focused) {
            const which = focused.dataset.does ? `[data-does="${focused.dataset.does}"]` : focused.tagName;
            (fresh.matches(which) ? fresh : fresh.querySelector(which))?.focus({ preventScroll: true });
        }
        return fresh;
    }
}

let says = 0;

/** For those who listen instead of look. */
export function say(text) {
    document.getElementById('says').textContent = text;
    clearTimeout(says);
    says = setTimeout(() => (document.getElementById('says').textContent = ''), 8000);
}

/** A short word at the bottom, for what was done or could not be. */
export function toast(text, bad = false) {
    const box = h(bad ? 'div.toast.bad' : 'div.toast', { role: bad ? 'alert' : 'status' }, text);
    document.body.append(box);
    setTimeout(() => box.remove(), bad ? 9000 : 4000);
}

/** A dialog with a form; resolves with its values, or null when it was closed. */
export function ask(title, fields, submit) {
    return new Promise(resolve => {
        const form = h('form', { method: 'dialog' }, h('h2', {}, title), ...fields,
            h('div.buttons', {},
                h('button.quiet', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
                h('button.primary', { type: 'submit' }, submit)));
        const dialog = h('dialog', { 'aria-label': title }, form);
        let values = null;
        form.addEventListener('submit', () => (values = Object.fromEntries(new FormData(form))));
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(values);
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}

export function field(label, control, hint) {
    return h('label.field', {}, h('span', {}, label), control, hint ? h('small', {}, hint) : null);
}
