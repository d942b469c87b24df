package io.rungwatch.bench;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.profile.Tier;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A healthy channel under watch with every check on: some minutes old, then polled for each next segment, or again for what it has. */
final class LiveChannel {
    private static final int WARM = 20;
    private static final Headers HEADERS = Headers.of(
            "Content-Type",
            "application/vnd.apple.mpegurl",
            "Content-Encoding",
            "gzip",
            "Cache-Control",
            "max-age=2",
            "ETag",
            "\"a\"",
            "Access-Control-Allow-Origin",
            "*");

    private final String manifest;
    private final Optional<byte[]> entry;
    private final List<Url> urls;
    private final List<byte[]> windows;
    private final IntFunction<Instant> at;
    private ChannelWatch watch;
    private int window;

    /**
     * @param entry what the manifest says when it is not itself what is polled
     * @param rung the body of the poll of that number
     * @param at when that body is new
     */
    LiveChannel(
            String manifest,
            Optional<byte[]> entry,
            List<String> paths,
            int polls,
            IntFunction<byte[]> rung,
            IntFunction<Instant> at) {
        this.manifest = manifest;
        this.entry = entry;
        this.urls = paths.stream().map(LiveChannel::url).toList();
        this.windows = IntStream.range(0, WARM + polls).mapToObj(rung).toList();
        this.at = at;
        this.watch = begin();
    }

    /** From the beginning, up to what is to be measured. */
    void warm() {
        watch = begin();
        for (window = 0; window < WARM; window++) {
            for (Url url : urls) {
                PollReport report = poll(url, windows.get(window), at.apply(window));
                boolean healthy = report.faults().isEmpty()
                        && report.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
                if (!healthy) {
                    throw new IllegalStateException(report.findings() + " " + report.faults());
                }
            }
        }
    }

    /** Each playlist with a new segment; returns what was found, so that nobody can leave it out. */
    int next() {
        int found = 0;
        for (Url url : urls) {
            found += poll(url, windows.get(window), at.apply(window)).findings().size();
        }
        window++;
        return found;
    }

    /** Each playlist as it was, a little later. */
    int again(int round) {
        int found = 0;
        for (Url url : urls) {
            found += poll(url, windows.get(window - 1), at.apply(window - 1).plusMillis(round))
                    .findings()
                    .size();
        }
        return found;
    }

    private ChannelWatch begin() {
        try {
            ChannelWatch fresh = new ChannelWatch(profile(), AllChecks.LIST, at.apply(0));
            Url url = url(manifest);
            entry.ifPresent(body ->
                    fresh.accept(fresh.observed(url, at.apply(0)).orElseThrow(), answer(url, body, at.apply(0))));
            return fresh;
        } catch (BadUrl e) {
            throw new IllegalStateException(e);
        }
    }

    private PollReport poll(Url url, byte[] body, Instant when) {
        return watch.accept(watch.observed(url, when).orElseThrow(), answer(url, body, when));
    }

    private static Exchange.Answered answer(Url url, byte[] body, Instant when) {
        return new Exchange.Answered(when, Timing.NONE, List.of(), url, "192.0.2.1", 200, HEADERS, body);
    }

    private ChannelProfile profile() {
        boolean dash = manifest.endsWith(".mpd");
        return new ChannelProfile(
                "CH_001",
                "News",
                Mode.LIVE,
                Tier.MID,
                dash ? Optional.empty() : Optional.of(manifest),
                dash ? Optional.of(manifest) : Optional.empty(),
                List.of(new Layer("packager", Layer.Kind.PACKAGER, "packager", url("/"), Optional.empty())),
                SegmentRule.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                Expectations.NONE,
                AllChecks.LIST.stream()
                        .collect(Collectors.toMap(
                                check -> check.info().id(),
                                check -> new CheckSetting(true, Optional.empty(), OptionalDouble.empty()))),
                List.of());
    }

    private static Url url(String path) {
        try {
            return Url.parse("http://packager" + path);
        } catch (BadUrl e) {
            throw new IllegalStateException(e);
        }
    }
}
