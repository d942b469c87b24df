// A probe that shows nothing without the token: the page comes up, asks for it once, and is live.
//   node locked.mjs '{"probe":"http://127.0.0.1:9464","token":"…"}'
import { expect, launch, open, run, serious } from './browser.mjs';

const order = JSON.parse(process.argv[2]);
const browser = await launch();
const page = await open(browser, order.probe);

async function answer(token) {
    await page.waitForSelector('dialog [name=token]');
    await page.type('dialog [name=token]', token);
    await page.click('dialog button.primary');
}

try {
    await run([
        ['asks for the token, and again when it is wrong', async () => {
            await page.go('/wall');
            await page.waitForSelector('dialog [name=token]');
            expect('axe is content with the question', (await serious(page)).length === 0);
            await answer('wrong');
            await page.until(() => document.querySelector('dialog')?.textContent.includes('refused'));
            await answer(order.token);
            await page.until(() => document.querySelector('#live').dataset.state === 'live');
            await page.until(() => document.querySelectorAll('.tiles li').length === 1);
        }],
        ['asks no more', async () => {
            await page.go('/channel/CH_001');
            await page.until(() => document.querySelector('pre[aria-label="Effective profile"]').textContent.includes('CH_001'));
            expect('no question', await page.$('dialog') === null);
        }],
    ], () => page);
} finally {
    await browser.close();
}
