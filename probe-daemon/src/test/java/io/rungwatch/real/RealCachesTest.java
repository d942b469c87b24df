package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a fault in real caches is one alert, and it names the right layer. */
@Tag("debian")
class RealCachesTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration PATIENTLY = Duration.ofMinutes(4);

    private static final List<Watchable> OF_PLAYLISTS = List.of(
            Watchable.of(CacheFault.NONE, 1),
            Watchable.of(CacheFault.HUNG_ORIGIN, 1, "manifest_unavailable@origin")
                    .passing("manifest_overcached@mid", "rendition_unavailable@origin"),
            Watchable.of(CacheFault.FROZEN_RUNG, 1, "playlist_stale@origin"),
            Watchable.of(CacheFault.MID_TTL_TOO_LONG, 1, "manifest_overcached@mid")
                    .passing("manifest_unavailable@mid"),
            Watchable.of(CacheFault.UPSTREAM_DEAD, 2, "manifest_unavailable@edge1"),
            Watchable.of(CacheFault.NEGATIVE_CACHING, 1, "error_cached@edge1").passing("rendition_unavailable@origin"));

    private static final List<Watchable> OF_SEGMENTS = List.of(
            Watchable.of(CacheFault.NONE, 1).closely(),
            Watchable.of(CacheFault.HUNG_SEGMENTS, 1, "request_timeout@origin")
                    .closely()
                    .passing("origin_down@origin"),
            Watchable.of(CacheFault.SEGMENTS_UPSTREAM_DEAD, 1, "edge_cannot_reach_origin@edge1"),
            Watchable.of(CacheFault.NEGATIVE_SEGMENTS, 1, "negative_caching@edge1")
                    .closely()
                    .passing("http_error_rate@mid", "negative_caching@mid"),
            Watchable.of(CacheFault.TRUNCATED, 1, "content_length_mismatch@edge1"),
            Watchable.of(CacheFault.HTML_FOR_MEDIA, 1, "segment_not_media@origin")
                    .passing("wrong_content_type@origin"),
            Watchable.of(CacheFault.LOST_PACKETS, 1, "ts_cc_error@origin"),
            // Of the first rung that is read after it, all that is known is that the others were not so far a moment
            // before.
            Watchable.of(CacheFault.PTS_JUMP, 1, "timestamp_reset_undeclared@origin")
                    .passing("rungs_misaligned@origin"),
            Watchable.of(CacheFault.SILENT_RUNG, 1, "audio_missing@origin"));

    /** What only many samples prove. */
    private static final List<Watchable> OF_RATES = List.of(
            Watchable.of(CacheFault.BYPASS, 1, "cache_bypassed@edge1").closely(),
            Watchable.of(CacheFault.SLOW_EDGE, 1, "download_slow@edge1")
                    .closely()
                    .passing("http_error_rate@edge1", "layer_behind@edge1"),
            Watchable.of(CacheFault.SLOW_ORIGIN, 1, "latency_high@origin")
                    .closely()
                    .passing("first_byte_slow@origin"),
            Watchable.of(CacheFault.BAD_POP, 3, "edge_cannot_reach_origin@edge2")
                    .closely()
                    .passing("http_server_errors@edge2"),
            Watchable.of(CacheFault.WRONG_HOST, 1, "cache_hit_ratio_low@mid").closely(),
            Watchable.of(CacheFault.KEY_OF_ITS_OWN, 1, "object_not_cached@edge1")
                    .closely());

    private static final List<Watchable> OF_THE_PROBE =
            List.of(Watchable.of(CacheFault.BUSY_PROBE, 1, "probe_overloaded@origin")
                    .closely()
                    .passing("probe_overloaded@mid", "probe_overloaded@edge1"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachFaultOfPlaylistsIsToldWhereItIs() throws Exception {
        try (CacheBench bench = new CacheBench(folder, OF_PLAYLISTS)) {
            bench.strike();
            bench.judge(LONGEST);
        }
    }

    @Test
    void eachFaultOfSegmentsIsToldWhereItIs() throws Exception {
        try (CacheBench bench = new CacheBench(folder, OF_SEGMENTS)) {
            bench.strike();
            bench.judge(LONGEST);

            assertThat(bench.begins(CacheFault.HUNG_SEGMENTS))
                    .as("those below live on what they have")
                    .anyMatch(begins -> begins.contains("good only out of store"));
        }
    }

    /** What it measures then is its own slowness: that is what it tells, and of the caches nothing. */
    @Test
    void whoseProcessorIsTakenAwayBlamesNobody() throws Exception {
        KilledProbe probe = new KilledProbe(folder);
        try (CacheBench bench = new CacheBench(folder, OF_THE_PROBE, at -> {
            probe.start();
            return probe;
        })) {
            try (Stutter stutter = new Stutter(probe)) {
                bench.judge(PATIENTLY);
            }
        }
    }

    /** Not in every build: how soon rates are proven hangs on how busy the machine is. ./test --caches */
    @Test
    @Tag("caches")
    void ratesAreToldWhereTheyAre() throws Exception {
        try (CacheBench bench = new CacheBench(folder, OF_RATES)) {
            bench.strike();
            bench.judge(PATIENTLY);
        }
    }
}
