// Chromium with a page in it, and what every test of the page needs.
import { access, readFile } from 'node:fs/promises';
import net from 'node:net';
import puppeteer from 'puppeteer-core';

const CHROMIUM = '/usr/bin/chromium';
const PATIENCE = 30000;

export async function launch() {
    await access(CHROMIUM).catch(() => {
        console.error('Chromium is missing: ./test --page installs it, or apt-get install chromium');
        process.exit(2);
    });
    return puppeteer.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page that tells of every error, and of everything that it loads from elsewhere. */
export async function open(browser, base, { width = 1600, height = 900, scheme = 'dark' } = {}) {
    const page = await browser.newPage();
    page.wrong = [];
    page.on('pageerror', error => page.wrong.push(error.message));
    page.on('console', message => message.type() === 'error' && !/status of (40[0-9]|429)|ERR_/.test(message.text()) && page.wrong.push(message.text()));
    page.on('request', request => !request.url().startsWith(base) && !/^(blob|data):/.test(request.url()) && page.wrong.push(`asks for ${request.url()}`));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport({ width, height });
    page.setDefaultTimeout(PATIENCE);
    page.until = (fn, ...args) => page.waitForFunction(fn, { polling: 100, timeout: PATIENCE }, ...args);
    /** Until that view, of that channel, is what is shown. */
    page.go = async hash => {
        await page.goto(`${base}/#${hash}`);
        await page.evaluate(wanted => (location.hash = wanted), hash);
        const [, view, subject] = hash.split('?')[0].split('/');
        await page.until((name, channel) => document.querySelector('main').dataset.view === name && (!channel || document.querySelector('main h1')?.textContent === channel), view, subject ?? '');
    };
    page.text = selector => page.$eval(selector, element => element.innerText);
    return page;
}

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe calls serious or worse, in the page as it is now. */
export async function serious(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    return violations.filter(found => ['serious', 'critical'].includes(found.impact))
        .map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}

/** Between browser and probe; can be cut, or hold everything back without a word. */
export class Wire {
    constructor(target) {
        const { hostname, port } = new URL(target);
        this.sockets = new Set();
        this.isCut = false;
        this.server = net.createServer(socket => {
            if (this.isCut) return socket.destroy();
            const upstream = net.connect(Number(port), hostname);
            for (const [one, other] of [[socket, upstream], [upstream, socket]]) {
                one.on('error', () => other.destroy()).on('close', () => other.destroy());
                one.pipe(other);
                this.sockets.add(one);
                one.on('close', () => this.sockets.delete(one));
            }
        });
    }

    async open() {
        await new Promise(resolve => this.server.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${this.server.address().port}`;
    }

    hold() {
        this.sockets.forEach(socket => socket.unpipe().pause());
    }

    cut(on) {
        this.isCut = on;
        if (on) this.sockets.forEach(socket => socket.destroy());
    }

    close() {
        this.cut(true);
        this.server.close();
    }
}

/** Runs the steps one after the other; a line of JSON tells of each. */
export async function run(steps, page) {
    for (const [name, step] of steps) {
        const from = Date.now();
        let error = null;
        try {
            await step();
            const wrong = page().wrong.splice(0);
            if (wrong.length) throw new Error(wrong.join('; '));
        } catch (failure) {
            error = String(failure.stack ?? failure).slice(0, 2000);
            await page().screenshot({ path: `../../../target/failed-${name.replaceAll(' ', '-')}.png` }).catch(() => {});
        }
        console.log(JSON.stringify({ step: name, seconds: (Date.now() - from) / 1000, error }));
        if (error) return;
    }
}

export function expect(what, is) {
    if (!is) throw new Error(`expected: ${what}`);
}
