// Every view and every action, on a real probe before a simulated chain.
//   node tour.mjs '{"probe":"http://127.0.0.1:9464","faults":"http://127.0.0.1:9475/faults","token":"…","edge":"http://…/master.m3u8","shots":"target/screens","downloads":"…"}'
import { readdir, readFile } from 'node:fs/promises';
import { Wire, expect, launch, open, run, serious } from './browser.mjs';

const order = JSON.parse(process.argv[2]);
const browser = await launch();
const wire = new Wire(order.probe);
const base = await wire.open();
let page = await open(browser, base);

const shot = name => page.evaluate(() => document.querySelectorAll('.toast').forEach(toast => toast.remove())).then(() => page.screenshot({ path: `${order.shots}/${name}.png` }));

async function clean(where) {
    const found = await serious(page);
    expect(`axe finds nothing serious in ${where}; it found ${found.join('; ')}`, found.length === 0);
}

async function fault(line) {
    const answer = await fetch(order.faults, { method: 'POST', body: line });
    expect(`the simulator takes ${line}: ${await answer.clone().text()}`, answer.ok);
    return (await answer.json()).id;
}

const click = (selector, text) => page.evaluate((within, wanted) => {
    const button = [...document.querySelectorAll(`${within} button`)].find(one => one.textContent.startsWith(wanted) && one.getClientRects().length);
    if (!button) throw new Error(`no button ${wanted} in ${within}`);
    button.click();
}, selector, text);

async function fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
        await page.waitForSelector(`dialog [name=${name}]`);
        await page.$eval(`dialog [name=${name}]`, input => (input.value = ''));
        await page.type(`dialog [name=${name}]`, value);
    }
    await page.click('dialog button.primary');
}

let id = '';
let faults = [];

const steps = [
    ['a clean night looks calm', async () => {
        await page.go('/wall');
        await page.until(channels => document.querySelector('.calmline')?.textContent.includes(`${channels} channels`), order.channels);
        expect('no hurt tile', await page.$$eval('.hurt', all => all.length) === 0);
        expect('live', (await page.text('#live-text')).startsWith('live'));
        await clean('the clean wall');
        await shot('wall-clean');
    }],
    ['what hurts comes first, with a shape and in words', async () => {
        faults = [await fault('frozen_rung channel=CH_003 rendition=HD layer=packager'), await fault('status code=404 channel=CH_008 rendition=LD layer=packager'), await fault('missing_rung channel=CH_006 rendition=4K layer=packager'), await fault('status code=503 channel=CH_012 rendition=SD layer=edge-hn')];
        await page.until(() => document.querySelectorAll('.hurt').length >= 3);
        await page.until(() => [...document.querySelectorAll('.hurt .hidden-text')].some(e => /CH_003.*begins at packager, also at.*edge-hcm/.test(e.textContent)));
        expect('hurt before well', await page.evaluate(() => document.querySelector('.hurts').getBoundingClientRect().top < document.querySelector('.calms').getBoundingClientRect().top));
        expect('counted', (await page.text('.counts')).includes('major'));
        await clean('the wall');
        await shot('wall');
    }],
    ['a fault under many channels is one headline', async () => {
        faults.push(await fault('status code=503 layer=edge-hcm'));
        await page.until(() => document.querySelector('.headline')?.textContent.includes('channels'));
        await page.until(n => document.querySelectorAll('.hurt').length === n, order.channels);
        await clean('the wall in an outage');
        await shot('wall-outage');
        await fetch(`${order.faults}/${faults.pop()}`, { method: 'DELETE' });
        await page.until(() => document.querySelectorAll('.hurt').length === 4);
    }],
    ['search and team filter', async () => {
        await page.type('#search', 'CH_003');
        await page.until(() => document.querySelectorAll('.tiles li').length === 1);
        await page.$eval('#search', input => { input.value = ''; input.dispatchEvent(new Event('input')); });
        await page.select('#team', 'packager');
        await page.until(() => ![...document.querySelectorAll('.hurt')].some(e => e.textContent.includes('CH_012')));
        expect('kept in the address', page.url().includes('team=packager'));
        await page.select('#team', '');
    }],
    ['the keyboard reaches everything', async () => {
        await page.focus('.calms a');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowUp');
        const second = await page.evaluate(() => [...document.querySelectorAll('.calms a')].indexOf(document.activeElement));
        expect(`the second tile has the focus, not ${second}`, second === 1);
        await page.focus('.hurt');
        await page.keyboard.press('Enter');
        await page.until(() => location.hash.startsWith('#/channel/'));
        await page.until(() => document.activeElement.id === 'view');
    }],
    ['alerts', async () => {
        await page.go('/alerts');
        await page.until(() => document.querySelectorAll('article.alert').length >= 3);
        id = await page.evaluate(() => [...document.querySelectorAll('article.alert')].find(e => e.textContent.includes('CH_003')).id);
        const text = await page.text(`#${id}`);
        for (const word of ['begins at', 'packager', 'also at', 'team', 'playlist_stale', 'First:']) expect(word, text.includes(word));
        await clean('the alerts');
        await shot('alerts');
    }],
    ['runbook', async () => {
        await click(`#${id}`, 'Runbook');
        await page.waitForSelector('dialog.runbook');
        expect('what viewers see', (await page.text('dialog.runbook')).includes('What viewers see'));
        await clean('the runbook');
        await page.keyboard.press('Escape');
        await page.until(() => !document.querySelector('dialog'));
    }],
    ['acknowledge, with a wrong token at first', async () => {
        await click(`#${id}`, 'Acknowledge');
        await clean('the dialog');
        await fill({ by: 'Lan', note: 'called the packager team' });
        await fill({ token: 'wrong' });
        await page.until(() => document.querySelector('dialog')?.textContent.includes('refused'));
        await fill({ token: order.token });
        await page.until(alert => document.getElementById(alert)?.textContent.includes('in hand Lan') || document.getElementById(alert)?.innerText.includes('Lan,'), id);
        expect('nobody is asked to acknowledge it again', !(await page.text(`#${id}`)).includes('Acknowledge'));
        expect('the token is not kept beyond the tab', await page.evaluate(token => !Object.values(localStorage).includes(token), order.token));
    }],
    ['silence with a reason, and end it', async () => {
        const other = await page.evaluate(() => [...document.querySelectorAll('article.alert')].find(e => e.textContent.includes('CH_008')).id);
        await click(`#${other}`, 'Silence');
        await fill({ reason: 'encoder swap, ticket 4711' });
        await page.until(alert => document.getElementById(alert)?.innerText.includes('ticket 4711'), other);
        await page.until(() => [...document.querySelectorAll('.past button')].length === 1);
        await shot('alerts-in-hand');
        await click('.past', 'End');
        await page.until(alert => !document.getElementById(alert)?.innerText.includes('ticket 4711'), other);
    }],
    ['evidence', async () => {
        const session = await page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: order.downloads });
        await click(`#${id}`, 'Evidence');
        let files = [];
        for (let i = 0; i < 100 && !files.length; i++) {
            await new Promise(resolve => setTimeout(resolve, 100));
            files = (await readdir(order.downloads)).filter(name => name.endsWith('.har'));
        }
        expect('a HAR file comes down', files.length === 1 && JSON.parse(await readFile(`${order.downloads}/${files[0]}`, 'utf8')).log.entries.length > 0);
    }],
    ['a channel', async () => {
        await page.go('/channel/CH_003');
        await page.until(() => document.querySelectorAll('.ladder tbody tr').length >= 4);
        await page.until(() => [...document.querySelectorAll('.plot canvas')].length === 3);
        const inks = await page.evaluate(() => {
            const canvas = document.querySelector('canvas.segments');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const seen = new Set();
            for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
            return seen.size;
        });
        expect(`segments are drawn (${inks} inks)`, inks > 4);
        await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
        await page.until(() => document.querySelectorAll('table td').length > 50 && document.querySelector('pre[aria-label="Effective profile"]').textContent.includes('channel: CH_003'));
        await page.until(() => [...document.querySelectorAll('pre[aria-label=Headers]')].some(e => /content-type/i.test(e.textContent)));
        await page.until(() => document.querySelector('.why'));
        await clean('a channel');
        await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = false)));
        await shot('channel');
    }],
    ['layers', async () => {
        await page.go('/layers');
        await page.until(() => document.querySelectorAll('.pop').length === 6);
        await page.until(() => [...document.querySelectorAll('.figures td')].some(e => /ms/.test(e.textContent)));
        expect('edges stand side by side', await page.evaluate(() => new Set([...document.querySelectorAll('.chain section:last-child .pop')].map(e => e.getBoundingClientRect().top)).size === 1));
        await clean('the layers');
        await shot('layers');
    }],
    ['check a URL', async () => {
        await page.go('/check');
        await page.type('[name=url]', order.edge);
        await page.click('form.check button');
        await page.until(() => document.querySelector('.running')?.hidden === false);
        await page.until(() => document.querySelector('[aria-label=Result]'));
        expect('manifests were looked at', /[5-9] manifests|1[0-9] manifests/.test(await page.text('[aria-label=Result]')));
        await clean('a check');
        await shot('check');
    }],
    ['a private address that the configuration does not name is not asked', async () => {
        await page.$eval('[name=url]', input => (input.value = 'http://127.0.0.1:1/live/master.m3u8'));
        await page.click('form.check button');
        await page.until(() => document.querySelector('[aria-label=Result]')?.textContent.match(/could not be judged|private|not allowed/i));
    }],
    ['lost, held and live again', async () => {
        await page.go('/wall');
        await page.until(() => document.querySelector('#live').dataset.state === 'live');
        wire.cut(true);
        await page.until(() => /Connection lost.*data is \d+ s old/.test(document.querySelector('#trouble').innerText));
        await clean('the wall without a connection');
        await shot('lost');
        wire.cut(false);
        await page.until(() => document.querySelector('#live').dataset.state === 'live' && document.querySelector('#trouble').innerText === '');
        wire.hold();
        await page.until(() => document.querySelector('#live').dataset.state === 'lost');
        await page.until(() => document.querySelector('#live').dataset.state === 'live');
    }],
    ['a phone, in the light', async () => {
        await page.close();
        page = await open(browser, base, { width: 390, height: 844 });
        await page.go('/wall');
        await page.until(() => document.querySelectorAll('.hurt').length);
        await clean('the wall on a phone');
        await shot('phone');
        for (const view of ['/alerts', '/channel/CH_003', '/layers', '/check']) {
            await page.go(view);
            await page.until(() => document.querySelector('main h1'));
            await new Promise(resolve => setTimeout(resolve, 800));
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(`${view} fits a phone, not ${over} too wide`, over <= 0);
        }
        await page.close();
        page = await open(browser, base, { scheme: 'light' });
        await page.go('/wall');
        await page.until(() => document.querySelectorAll('.hurt').length);
        await clean('the light wall');
        await shot('light');
        await page.go('/channel/CH_003');
        await page.until(() => document.querySelectorAll('.ladder tbody tr').length >= 4);
        await clean('a light channel');
        await page.go('/alerts');
        await page.until(() => document.querySelectorAll('article.alert').length >= 3);
        await clean('light alerts');
    }],
    ['gaps, discontinuities and lag are seen', async () => {
        await page.close();
        page = await open(browser, base, { height: 1000 });
        for (const line of ['gap_segments channel=CH_005 rendition=SD', 'lone_discontinuity channel=CH_005 rendition=LD', 'lagging_layer channel=CH_005 layer=edge-hcm']) faults.push(await fault(line));
        await page.go('/channel/CH_005');
        await page.until(() => document.querySelector('details summary'));
        await page.evaluate(() => (document.querySelector('details').open = true));
        await page.until(() => {
            const rows = [...document.querySelectorAll('[aria-label="Segments as a table"] tbody tr')].map(row => [...row.cells].map(cell => cell.textContent));
            const lag = parseFloat(rows.find(row => row[1] === 'edge-hcm')?.[4]);
            return rows.some(row => row[5] !== '0') && rows.some(row => row[6] !== '0') && lag > 18;
        });
        await page.evaluate(() => {
            document.querySelector('details').open = false;
            document.querySelector('canvas.segments').previousElementSibling.previousElementSibling.scrollIntoView();
        });
        await new Promise(resolve => setTimeout(resolve, 1100));
        await shot('segments');
        await clean('segments');
    }],
    ['the last hour has lines', async () => {
        await page.setViewport({ width: 1600, height: 900 });
        await page.go('/channel/CH_003');
        await page.until(() => document.querySelector('.ladder') && document.querySelectorAll('.plot canvas').length === 3 && !document.querySelector('.chart.nothing'));
        await page.evaluate(() => window.scrollTo(0, document.querySelector('.ladder').getBoundingClientRect().top + scrollY - 80));
        await shot('channel-below');
    }],
    ['a wall screen is dark and large', async () => {
        await page.go('/wall?screen');
        await page.until(() => document.documentElement.classList.contains('screen'));
        await clean('the wall screen');
        await page.go('/wall');
    }],
    ['what is over is listed', async () => {
        for (const one of faults) await fetch(`${order.faults}/${one}`, { method: 'DELETE' });
        await page.go('/alerts');
        await page.until(alert => !document.getElementById(alert), id);
        await page.until(() => document.querySelector('ul[aria-label="Cleared alerts"]').innerText.includes('CH_003'));
    }],
];

try {
    await run(steps, () => page);
} finally {
    wire.close();
    await browser.close();
}
