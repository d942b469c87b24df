// Plays streams side by side in Chromium and tells what its player said.
//   node play.mjs '{"seconds":60,"streams":[{"player":"hls","url":"http://127.0.0.1:9471/live/CH_001/master.m3u8"}]}'
// Each stream goes through all rungs that Chromium can decode. One line of JSON for each comes out.
import { access } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const CHROMIUM = '/usr/bin/chromium';
const PLAYERS = ['node_modules/hls.js/dist/hls.js', 'node_modules/dashjs/dist/modern/umd/dash.all.debug.js', 'watch.js'];

const { seconds, streams } = JSON.parse(process.argv[2]);
await access(CHROMIUM).catch(() => {
    console.error('Chromium is missing: ./test installs it, or apt-get install chromium');
    process.exit(2);
});
const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--mute-audio', '--autoplay-policy=no-user-gesture-required', '--disable-gpu'],
});
try {
    const page = await browser.newPage();
    for (const path of PLAYERS) {
        await page.addScriptTag({ path });
    }
    const seen = await page.evaluate((all, time) => window.watchAll(all, time), streams, seconds);
    seen.forEach(one => console.log(JSON.stringify(one)));
} finally {
    await browser.close();
}
