// Plays streams side by side in Chromium and tells what its player said.
//   node play.mjs '{"seconds":60,"picture":"/tmp/players.png","streams":[{"player":"hls","url":"http://127.0.0.1:9471/live/CH_001/master.m3u8"}]}'
// Each stream goes through all rungs that Chromium can decode. One line of JSON for each comes out, and a picture of the page in between.
import { access } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const CHROMIUM = '/usr/bin/chromium';
const PLAYERS = ['node_modules/hls.js/dist/hls.js', 'node_modules/dashjs/dist/modern/umd/dash.all.debug.js', 'watch.js'];

const STYLE = `
    body { display: grid; grid-template-columns: repeat(4, 320px); gap: 8px; margin: 8px; font: 12px sans-serif }
    figure { margin: 0 }
    video { width: 320px; height: 180px; background: #888 }
`;

/** How much of the time has passed when the picture is taken. */
const PICTURE = 0.75;

const { seconds, picture, streams } = JSON.parse(process.argv[2]);
await access(CHROMIUM).catch(() => {
    console.error('Chromium is missing: ./test installs it, or apt-get install chromium');
    process.exit(2);
});
const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--mute-audio', '--autoplay-policy=no-user-gesture-required', '--disable-gpu'],
    defaultViewport: { width: 1330, height: 430 },
});
try {
    const page = await browser.newPage();
    await page.addStyleTag({ content: STYLE });
    for (const path of PLAYERS) {
        await page.addScriptTag({ path });
    }
    const watching = page.evaluate((all, time) => window.watchAll(all, time), streams, seconds);
    await new Promise(resolve => setTimeout(resolve, seconds * 1000 * PICTURE));
    await page.screenshot({ path: picture });
    const seen = await watching;
    seen.forEach(one => console.log(JSON.stringify(one)));
} finally {
    await browser.close();
}
