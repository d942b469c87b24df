// In the page: a player for each stream, and a count of all that goes wrong.

/** Not errors by themselves: they are counted, and the test says how many may be. */
const STALLS = ['bufferStalledError', 'bufferNudgeOnStall', 'bufferSeekOverHole'];

/** What hls.js says of its own doing when it turns to another rung: a load given up, a segment fetched that it has of the other. */
const TURNING = ['aborted', 'bufferAppendNoProgress'];

/** Time to find the live edge and to fill the buffer. */
const PATIENCE = 20;

const PLAYERS = {
    hls(video, url, seen) {
        const hls = new Hls({ enableWorker: false });
        hls.on(Hls.Events.ERROR, (event, data) => {
            if (STALLS.includes(data.details)) seen.stalls++;
            else if (TURNING.includes(data.details)) seen.turning++;
            else seen.errors.push(`${data.details} ${data.reason ?? ''} ${data.error ?? ''}`);
        });
        hls.on(Hls.Events.LEVEL_SWITCHED, (event, data) => seen.rungs.add(hls.levels[data.level].height));
        video.addEventListener('playing', () => (hls.subtitleTrack = 0), { once: true });
        hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(error => seen.errors.push(error.message)));
        hls.loadSource(url);
        hls.attachMedia(video);
        return turn => (hls.loadLevel = turn % hls.levels.length);
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
        dash.initialize(video, url, true);
        return turn => {
            const all = dash.getRepresentationsByType('video');
            dash.setRepresentationForTypeById('video', all[turn % all.length].id);
        };
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

async function watch({ player, url }, seconds) {
    const seen = { player, url, errors: [], stalls: 0, turning: 0, rungs: new Set() };
    const video = document.body.appendChild(document.createElement('video'));
    video.muted = true;
    video.width = 320;
    video.addEventListener('error', () => seen.errors.push(`video: ${video.error?.message}`));
    const turnTo = PLAYERS[player](video, url, seen);
    await started(video);
    const from = video.currentTime;
    let turn = 0;
    const turns = setInterval(() => turnTo(++turn), (seconds * 1000) / 6);
    video.addEventListener('waiting', () => seen.stalls++);
    await new Promise(resolve => setTimeout(resolve, seconds * 1000));
    clearInterval(turns);
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
