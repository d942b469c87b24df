package io.rungwatch.stage;

import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Channels.url;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Polls at instants of the test's choice through the engine that judges real ones, as a replayed recording does. */
public final class Recording {
    public static final Url MANIFEST = url("http://packager/live/master.m3u8");
    public static final Url PLAYLIST = url("http://packager/live/hd.m3u8");

    private static final byte[] ONE_RUNG = """
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028,mp4a.40.2"
            hd.m3u8
            """.getBytes(UTF_8);

    private final ChannelWatch watch;
    private final List<PollReport> reports = new ArrayList<>();

    private Recording(ChannelProfile profile) {
        try {
            watch = new ChannelWatch(profile, ManifestChecks.ALL, LivePlaylist.START);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of the entry manifest. */
    public static Recording ofManifest(ChannelProfile profile) {
        return new Recording(profile);
    }

    /** Of the one playlist that a manifest names. */
    public static Recording ofPlaylist(ChannelProfile profile) {
        Recording recording = new Recording(profile);
        recording.see(MANIFEST, LivePlaylist.START, ONE_RUNG);
        recording.reports.clear();
        return recording;
    }

    public Recording see(Url url, Instant at, byte[] body) {
        return see(url, ok(url, at, body));
    }

    public Recording see(Url url, Exchange.Answered answer) {
        reports.add(watch.accept(watch.observed(url, answer.startedAt()).orElseThrow(), answer));
        return this;
    }

    /** One poll each target duration of six seconds. */
    public Recording polls(List<LivePlaylist> playlists) {
        for (LivePlaylist playlist : playlists) {
            see(PLAYLIST, LivePlaylist.START.plusSeconds(6L * reports.size()), playlist.bytes());
        }
        return this;
    }

    public List<PollReport> reports() {
        return reports;
    }
}
