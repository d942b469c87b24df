package io.rungwatch.stage;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.check.Check;
import io.rungwatch.check.Finding;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.Poll;
import io.rungwatch.watch.PollReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A channel watched over made-up servers that answer at once, under a clock that the test turns. All layers give the same answer by path
 * unless a test says otherwise; the manifest names the rungs HD and SD, whose packager is punctual.
 */
public final class Chain {
    public static final String TIME_SERVER = "time.example";
    public static final String MANIFEST = "/live/master.m3u8";
    public static final String HD = "/live/hd.m3u8";
    public static final String SD = "/live/sd.m3u8";
    public static final String TWO_RUNGS = """
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028,mp4a.40.2"
            hd.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=2000000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2"
            sd.m3u8
            """;

    /** One request as it left, `after` seconds after the first of all. */
    public record Sent(double after, Poll poll) {
        public Fetch fetch() {
            return poll.fetch();
        }

        public Url url() {
            return poll.fetch().url();
        }
    }

    private final ChannelWatch watch;
    private final Map<String, BiFunction<Fetch, Instant, Optional<Exchange>>> servers = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> segments = new ArrayList<>();
    private final List<PollReport> reports = new ArrayList<>();
    private Instant now = LivePlaylist.START;

    public Chain(ChannelProfile profile) {
        this(profile, ManifestChecks.ALL);
    }

    public Chain(ChannelProfile profile, List<? extends Check> checks) {
        try {
            watch = new ChannelWatch(profile, List.copyOf(checks), now);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(e);
        }
        shows(MANIFEST, TWO_RUNGS);
        shows(HD, LivePlaylist::at);
        shows(SD, at -> LivePlaylist.at(at).named("sd_"));
    }

    /** The same text for ever. */
    public Chain shows(String path, String text) {
        return answers(path, (fetch, at) -> ok(fetch.url(), at, text.getBytes(UTF_8)));
    }

    public Chain shows(String path, Function<Instant, LivePlaylist> playlist) {
        return answers(
                path, (fetch, at) -> ok(fetch.url(), at, playlist.apply(at).bytes()));
    }

    public Chain says(String path, int status) {
        return answers(path, (fetch, at) -> status(fetch.url(), at, status));
    }

    public Chain answers(String path, BiFunction<Fetch, Instant, Exchange> server) {
        servers.put(path, (fetch, at) -> Optional.of(server.apply(fetch, at)));
        return this;
    }

    /** Takes the request and says nothing. */
    public Chain hangs(String path) {
        servers.put(path, (fetch, at) -> Optional.empty());
        return this;
    }

    /** Everything that falls due in this time is asked for and answered. */
    public Chain pass(double seconds) {
        Instant end = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        while (!watch.nextDue().isAfter(end)) {
            now = watch.nextDue().isAfter(now) ? watch.nextDue() : now;
            turn();
        }
        now = end;
        return this;
    }

    /** The probe itself sleeps, then does what is due, once. */
    public Chain sleep(double seconds) {
        now = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        turn();
        return this;
    }

    private void turn() {
        for (Poll poll : watch.due(now)) {
            List<Sent> kind = poll.fetch().headersOnly() ? segments : sent;
            kind.add(new Sent(Duration.between(LivePlaylist.START, now).toMillis() / 1000.0, poll));
            servers.getOrDefault(poll.fetch().url().path(), Chain::unnamed)
                    .apply(poll.fetch(), now)
                    .ifPresent(answer -> reports.add(watch.accept(poll, answer)));
        }
    }

    /** All segments are there, and one host tells the time to whoever asks; of other things there are none. */
    private static Optional<Exchange> unnamed(Fetch fetch, Instant at) {
        if (fetch.url().host().equals(TIME_SERVER)) {
            return Optional.of(tellsTheTime(fetch, at, at));
        }
        return Optional.of(
                fetch.headersOnly()
                        ? answered(fetch.url(), at, 200, new byte[0], "Content-Length", "500000")
                        : status(fetch.url(), at, 404));
    }

    /** By date in a header, as whole seconds, or in the body. */
    public static Exchange tellsTheTime(Fetch fetch, Instant at, Instant told) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(told.atOffset(ZoneOffset.UTC));
        return ok(fetch.url(), at, told.toString().getBytes(UTF_8), "Date", date);
    }

    public ChannelWatch watch() {
        return watch;
    }

    public Instant now() {
        return now;
    }

    public List<Sent> sent() {
        return sent;
    }

    public List<Sent> sent(String path) {
        return sent.stream().filter(s -> s.url().path().equals(path)).toList();
    }

    /** Questions for segments, init sections and keys. */
    public List<Sent> segments() {
        return segments;
    }

    /** The seconds between one request and the next. */
    public List<Double> gaps(String path) {
        List<Sent> all = sent(path);
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            gaps.add(Math.round((all.get(i).after() - all.get(i - 1).after()) * 1000) / 1000.0);
        }
        return gaps;
    }

    /** What is asked and found from here on. */
    public Chain forgetThePast() {
        sent.clear();
        segments.clear();
        reports.clear();
        return this;
    }

    public List<PollReport> reports() {
        return reports;
    }

    public List<String> found() {
        return reports.stream()
                .flatMap(report -> report.findings().stream())
                .map(Finding::check)
                .map(check -> check.id())
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> renditions() {
        return watch.places().stream()
                .map(where -> where.rendition().name())
                .distinct()
                .toList();
    }
}
