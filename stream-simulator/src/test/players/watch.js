// In the page: a player for each stream, and a count of all that goes wrong.

/** Not errors by themselves: what counts is how long the picture stands. */
const STALLS = ['bufferStalledError', 'bufferNudgeOnStall', 'bufferSeekOverHole'];

/** What hls.js says of its own doing when it turns to another rung: a load given up, a segment fetched that it has of the other. */
const TURNING = ['aborted', 'bufferAppendNoProgress'];

/** Of parts that come at once hls.js may append one while it appends another (its issue 7321), and does so again: bytes that are wrong fail otherwise. */
const ahead = data => data.details === 'bufferAppendError' && !data.fatal && data.error?.name === 'InvalidStateError';

/** Time to find the live edge and to fill the buffer. */
const PATIENCE = 20;

/** How often the clocks of the players are read, in milliseconds. */
const TICK = 100;

const PLAYERS = {
    hls(video, url, seen) {
        const hls = new Hls({ enableWorker: false });
        hls.on(Hls.Events.ERROR, (event, data) => {
            if (STALLS.includes(data.details) || ahead(data)) seen.stalls++;
            else if (TURNING.includes(data.details)) seen.turning++;
            else seen.errors.push(`${data.details} ${data.reason ?? ''} ${data.error ?? ''}`);
        });
        hls.on(Hls.Events.LEVEL_SWITCHED, (event, data) => seen.rungs.add(hls.levels[data.level].height));
        video.addEventListener('playing', () => (hls.subtitleTrack = 0), { once: true });
        hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(error => seen.errors.push(error.message)));
        hls.loadSource(url);
        hls.attachMedia(video);
        let turns = 0;
        return () => (hls.loadLevel = ++turns % hls.levels.length);
    },
    dash(video, url, seen) {
        const dash = dashjs.MediaPlayer().create();
        const events = dashjs.MediaPlayer.events;
        dash.updateSettings({
            debug: { logLevel: dashjs.Debug.LOG_LEVEL_NONE },
            streaming: { abr: { autoSwitchBitrate: { video: false } }, text: { defaultEnabled: true } },
        });
        dash.on(events.ERROR, event => seen.errors.push(JSON.stringify(event.error?.message ?? event.error)));
        dash.on(events.PLAYBACK_ERROR, event => seen.errors.push(JSON.stringify(event.error)));
        dash.on(events.QUALITY_CHANGE_RENDERED, event => {
            if (event.mediaType === 'video') seen.rungs.add(event.newRepresentation.height);
        });
        let turns = 0;
        let due = false;
        let several = false;
        const turn = () => {
            const all = dash.getRepresentationsByType('video');
            dash.setRepresentationForTypeById('video', all[++turns % all.length].id);
            due = false;
        };
        dash.on(events.MANIFEST_LOADED, event => (several ||= event.data?.Period?.length > 1));
        dash.on(events.PERIOD_SWITCH_COMPLETED, () => {
            seen.periods++;
            if (due) turn();
        });
        dash.initialize(video, url, true);
        // A turn while the next Period is being loaded makes dash.js 5.2.1 forget that one (StreamController
        // _onQualityChanged deactivates it). When it is not loaded again before it is due, it is begun without a time to
        // load from (only startPreloading sets one), asks for segments at zero for ever, and stands still.
        return () => (several ? (due = true) : turn());
    },
};

function started(video) {
    return new Promise(resolve => {
        video.addEventListener('playing', resolve, { once: true });
        setTimeout(resolve, PATIENCE * 1000);
    });
}

function cues(video) {
    return [...video.textTracks].reduce((sum, track) => sum + (track.cues?.length ?? 0), 0);
}

/** With its name and its clock below it, for those who look at the page. */
function screen(player, url) {
    const figure = document.body.appendChild(document.createElement('figure'));
    const video = figure.appendChild(document.createElement('video'));
    const caption = figure.appendChild(document.createElement('figcaption'));
    video.muted = true;
    video.addEventListener('timeupdate', () => {
        caption.textContent = `${player} ${new URL(url).pathname} ${video.videoHeight}p ${video.currentTime.toFixed(1)} s`;
    });
    return video;
}

/** Notes the longest time for which the picture stood. While the page itself was busy, it went on. */
function standstill(video, seen) {
    let at = video.currentTime;
    let since = performance.now();
    return setInterval(() => {
        const passed = (performance.now() - since) / 1000;
        const played = video.currentTime - at;
        seen.stood = Math.max(seen.stood, passed - played);
        if (played !== 0) {
            at = video.currentTime;
            since = performance.now();
        }
    }, TICK);
}

async function watch({ player, url }, seconds) {
    const seen = { player, url, errors: [], stalls: 0, stood: 0, turning: 0, periods: 0, rungs: new Set() };
    const video = screen(player, url);
    video.addEventListener('error', () => seen.errors.push(`video: ${video.error?.message}`));
    const turn = PLAYERS[player](video, url, seen);
    await started(video);
    const from = video.currentTime;
    const standing = standstill(video, seen);
    seen.periods = 0;
    const turns = setInterval(turn, (seconds * 1000) / 6);
    video.addEventListener('waiting', () => seen.stalls++);
    await new Promise(resolve => setTimeout(resolve, seconds * 1000));
    clearInterval(turns);
    clearInterval(standing);
    const pictures = video.getVideoPlaybackQuality();
    return {
        ...seen,
        rungs: [...seen.rungs].sort((a, b) => a - b),
        advanced: video.currentTime - from,
        pictures: pictures.totalVideoFrames,
        dropped: pictures.droppedVideoFrames,
        sound: video.webkitAudioDecodedByteCount,
        cues: cues(video),
    };
}

window.watchAll = (streams, seconds) => Promise.all(streams.map(stream => watch(stream, seconds)));
