// A thousand channels: how long the page is busy with them. The probe is played by a few lines here, so that only the page is measured.
//   node thousand.mjs '{"page":"src/main/resources/page","shots":"target/screens"}'
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { expect, launch, open, run, serious } from './browser.mjs';

const order = JSON.parse(process.argv[2]);
const LAYERS = ['packager', 'origin', 'midcache-hn', 'edge-hn'];
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' };
const id = i => `CH_${String(i).padStart(4, '0')}`;
const row = (i, letters = '....') => [id(i), `Channel ${i}`, 'mid', LAYERS, letters, letters === '....' ? 0 : 1, false];
const at = () => new Date().toISOString();

function alert(i, check = 'playlist_stale') {
    return { id: `a${i}`, check, severity: 'major', team: 'packager', channel: id(i), channels: [id(i)], name: '', protocol: 'hls', layer: 'packager', rendition: 'HD', state: 'firing',
        since: at(), raisedAt: at(), clearedAt: null, message: 'no new segment for 14 s, 2.3 × its target duration', headline: `${id(i)} stands still`, facts: {}, alsoAt: ['origin'], consequences: [], members: [],
        flaps: 0, acknowledged: null, escalatedTo: [], action: 'Look at its ingest.', byHand: null, runbook: '', evidence: '', silence: null };
}

let streams = [];
const tell = message => streams.forEach(stream => stream.write(`data: ${JSON.stringify({ at: at(), ...message })}\n\n`));
setInterval(() => tell({}), 1000).unref();
const whole = () => ({ whole: true, layers: LAYERS.map(layer => ({ layer, kind: layer.split('-')[0], team: layer === 'packager' ? 'packager' : 'cdn', base: 'http://x/' })), channels: Array.from({ length: 1000 }, (_, i) => row(i)), alerts: [], untold: 0 });

const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    if (pathname === '/api/v1/events') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        streams.push(response);
        response.on('close', () => (streams = streams.filter(stream => stream !== response)));
        response.write(`data: ${JSON.stringify({ at: at(), ...whole() })}\n\n`);
        return;
    }
    const name = pathname === '/' ? 'index.html' : pathname.replace('/page/', '');
    const bytes = await readFile(path.join(order.page, name)).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': TYPES[path.extname(name)] ?? 'application/json' });
    response.end(bytes ?? '{}');
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
const page = await open(browser, base, { width: 1920, height: 1080 });
const pause = millis => new Promise(resolve => setTimeout(resolve, millis));
const figures = {};

/** The longest the page was busy without a pause while this went on. */
async function busy(name, doing) {
    await page.evaluate(() => {
        window.longest = 0;
        window.observer = new PerformanceObserver(list => list.getEntries().forEach(entry => (window.longest = Math.max(window.longest, entry.duration))));
        window.observer.observe({ entryTypes: ['longtask'] });
    });
    await doing();
    await pause(500);
    figures[name] = await page.evaluate(() => {
        window.observer.disconnect();
        return Math.round(window.longest);
    });
    return figures[name];
}

/** So slow would be felt on any machine; a quiet one needs a tenth of it. */
const FELT = 1000;

await run([
    ['a thousand channels are there', async () => {
        await page.go('/wall');
        await page.until(() => document.querySelectorAll('.calms li').length === 1000);
        expect('all fit one screen', await page.evaluate(() => document.querySelector('.calms').getBoundingClientRect().bottom <= innerHeight));
        expect('axe is content', (await serious(page)).length === 0);
        await page.screenshot({ path: `${order.shots}/wall-1000.png` });
    }],
    ['twenty change every second', async () => {
        const longest = await busy('twenty of a thousand change', async () => {
            for (let round = 0; round < 5; round++) {
                const some = Array.from({ length: 20 }, (_, i) => round * 20 + i);
                tell({ channels: some.map(i => row(i, '3c..')), alerts: some.map(i => alert(i)) });
                await pause(1000);
            }
        });
        expect(`no pause that is felt, ${longest} ms`, longest < FELT);
        expect('shown', await page.$$eval('.hurt', all => all.length) === 100);
    }],
    ['all thousand hurt at once, and are well again', async () => {
        const longest = await busy('all thousand change', async () => {
            tell({ channels: Array.from({ length: 1000 }, (_, i) => row(i, '4ddd')) });
            await page.until(() => document.querySelectorAll('.hurt.critical').length === 1000);
            tell(whole());
            await page.until(() => document.querySelectorAll('.calms li').length === 1000);
        });
        expect(`no pause that is felt, ${longest} ms`, longest < 3 * FELT);
    }],
    ['typing into the search', async () => {
        const longest = await busy('a letter typed', async () => {
            await page.type('#search', 'CH_099');
            await page.until(() => document.querySelectorAll('.calms li').length === 10);
        });
        expect(`no pause that is felt, ${longest} ms`, longest < FELT);
    }],
    ['what is under maintenance is not well, and what comes and goes says that it is', async () => {
        await page.evaluate(() => { const search = document.querySelector('#search'); search.value = ''; search.dispatchEvent(new Event('input')); });
        const soon = new Date(Date.now() + 600000).toISOString();
        tell({ channels: [[...row(7), { from: at(), until: soon, reason: 'encoder swap' }]], alerts: [{ ...alert(8), held: { since: at(), until: soon } }] });
        await page.until(() => document.querySelectorAll('.maintained').length === 1);
        expect('until when and why', /maintenance until \d\d:\d\d: encoder swap/.test(await page.text('.maintained')));
        expect('it is not counted as well', /^998 well/.test((await page.text('.chip.well')).trim()));
        expect('well since', /well since \d\d:\d\d:\d\d/.test(await page.text('.hurt')));
        expect('nothing else on the tile', !(await page.text('.hurt')).includes('null'));
        expect('axe is content', (await serious(page)).length === 0);
        await page.go('/alerts');
        await page.until(() => document.querySelector('.alert .held')?.textContent.includes('because it comes and goes'));
    }],
], () => page);
console.log(JSON.stringify({ step: `longest pauses in ms: ${JSON.stringify(figures)}`, seconds: 0, error: null }));
server.closeAllConnections();
server.close();
await browser.close();
