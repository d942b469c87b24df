package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.alert.Change;
import io.rungwatch.evidence.Har;
import io.rungwatch.evidence.Recorder;
import io.rungwatch.evidence.Recording;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.report.Look;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A fault, its alert, what is kept of it, and what a replay of that says. */
class EvidenceReplayTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long MOST = 4 << 20;
    private static final StreamSpec HLS = Presets.stream(Duration.ofSeconds(6));
    private static final String MASTER = "/live/CH_001/master.m3u8";

    private final Recorder recorder = new Recorder();
    private final Map<String, Recording> kept = new HashMap<>();

    private void run(StreamSpec stream, String fault, String manifest, Duration before) throws Exception {
        Simulator simulator = new Simulator(Presets.world(1, stream));
        ChannelProfile profile = ChannelProfile.unknown("CH_001", manifest, layers());
        Alerts[] alerts = new Alerts[1];
        SimulatedRun run = new SimulatedRun(simulator, START, new Sink() {
            @Override
            public void accept(PollReport report) {
                recorder.accept(report);
                alerts[0].accept(report);
            }
        });
        alerts[0] = new Alerts(run::now, this::changed, List.of());
        alerts[0].watch(List.of(profile));
        run.add(new ChannelWatch(profile, AllChecks.LIST, START));
        run.runUntil(START.plus(before));
        run.simulator(simulator.withFault(fault, run.now()));
        run.runUntil(run.now().plus(Duration.ofMinutes(4)));
    }

    private void changed(Change change) {
        if (change.kind() == Change.Kind.RAISED) {
            Alert alert = change.alert();
            kept.putIfAbsent(
                    alert.check().id() + "@" + alert.layer(),
                    recorder.capture(alert).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frozen_rung layer=packager rendition=HD | playlist_stale@packager",
                "status layer=packager rendition=HD code=404 | rendition_unavailable@packager",
                "status layer=packager code=404 | manifest_unavailable@packager",
                "sequence_regression layer=packager | media_sequence_regressed@packager",
                "sequence_gap layer=packager | media_sequence_gap@packager",
                "html_200 layer=edge-hn | manifest_wrong_content@edge-hn",
                "html_200 layer=packager rendition=HD | manifest_wrong_content@packager",
                "swapped_segment layer=packager rendition=HD | segment_identity_changed@packager",
                "malformed layer=packager rendition=HD what=extinf | manifest_malformed@packager",
                "ended layer=packager | playlist_ended@packager",
                "truncated_body layer=edge-hn rendition=HD | manifest_truncated@edge-hn",
                "hang layer=midcache-hn rendition=HD | rendition_unavailable@midcache-hn",
                "reset layer=edge-hn rendition=HD | rendition_unavailable@edge-hn",
            })
    void aReplayShowsTheSame(String fault, String alert) throws Exception {
        run(HLS, fault.strip(), MASTER, Duration.ofMinutes(20));
        Recording recording = kept(alert.strip());

        byte[] har = Har.of(recording, MOST);

        assertThat(har.length).isLessThan(400_000);
        assertThat(found(har))
                .as(Json.pretty(Json.read(har)))
                .contains(recording.alert().check().id());
        assertThat(comment(har)).contains("rungwatch replay shows it again").doesNotContain("does not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frozen_mpd layer=packager | playlist_stale@packager",
                "publish_time_regressed layer=packager | publish_time_regressed@packager",
                "no_availability_start layer=packager | mpd_required_missing@packager",
                "truncated_mpd layer=packager | manifest_truncated@packager",
                "status layer=packager code=404 | manifest_unavailable@packager",
            })
    void aReplayShowsTheSameOfAnMpd(String fault, String alert) throws Exception {
        StreamSpec dash = Presets.dash(Duration.ofSeconds(6), Addressing.TIME);
        run(dash, fault.strip(), "/live/CH_001/manifest.mpd", Duration.ofMinutes(20));
        Recording recording = kept(alert.strip());

        assertThat(found(Har.of(recording, MOST)))
                .contains(recording.alert().check().id());
    }

    @Test
    void tokensAreMaskedAndAReplayStillKnowsWhichPlaylistIsWhich() throws Exception {
        String secret = "s3cr3tOfAViewer0";
        run(
                HLS.with(HlsFeature.QUERY_VARIABLES),
                "frozen_rung layer=packager rendition=HD",
                MASTER + "?session=" + secret,
                Duration.ofMinutes(20));

        byte[] har = Har.of(kept("playlist_stale@packager"), MOST);

        assertThat(new String(har, StandardCharsets.UTF_8))
                .doesNotContain(secret)
                .contains("master.m3u8?session=REDACTED-1", ".m3u8?session=REDACTED-1\"");
        assertThat(HarFile.read(har).entries()).hasSizeGreaterThan(10);
        assertThat(found(har)).containsExactly("playlist_stale");
    }

    /** It rests on what the layer above has. */
    @Test
    void whatAReplayDoesNotShowIsSaid() throws Exception {
        run(HLS, "status layer=origin rendition=HD code=404", MASTER, Duration.ofMinutes(20));

        byte[] har = Har.of(kept("error_cached@origin"), MOST);

        assertThat(found(har)).contains("rendition_unavailable").doesNotContain("error_cached");
        assertThat(comment(har)).contains("rungwatch replay does not show it");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaid() throws Exception {
        run(HLS, "frozen_rung layer=packager rendition=HD", MASTER, Duration.ofMinutes(20));
        Recording recording = kept("playlist_stale@packager");

        byte[] har = Har.of(recording, 40_000);

        assertThat(har.length).isLessThanOrEqualTo(40_000);
        assertThat(new String(har, StandardCharsets.UTF_8)).contains("exchanges were left out");
        assertThat(found(har)).contains("playlist_stale");
        assertThat(recording)
                .hasToString("Recording[" + recording.alert().id() + ", " + recording.size() + " exchanges]");
    }

    @Test
    void whatWasWrongFromTheFirstPollOnIsShownToo() throws Exception {
        run(HLS, "status layer=packager code=404", MASTER, Duration.ZERO);

        assertThat(found(Har.of(kept("manifest_unavailable@packager"), MOST))).contains("manifest_unavailable");
    }

    @Test
    void whatLiesInSegmentsIsSaidNotToBeShown() throws Exception {
        run(HLS, "status layer=packager object=segment code=404", MASTER, Duration.ofMinutes(20));

        JsonNode log = Json.read(Har.of(kept("segment_missing@packager"), MOST)).path("log");

        assertThat(log.path("comment").asString())
                .contains("only headers, sizes and times are kept: rungwatch replay does not show it");
        assertThat(log.at("/_rungwatch/check").asString()).isEqualTo("segment_missing");
        assertThat(log.path("entries")
                        .valueStream()
                        .filter(entry -> entry.at("/response/status").asInt() == 404))
                .isNotEmpty()
                .allMatch(entry -> entry.at("/response/content/text").isMissingNode());
    }

    private Recording kept(String alert) {
        return Optional.ofNullable(kept.get(alert))
                .orElseThrow(() -> new AssertionError(alert + " is not among " + kept.keySet()));
    }

    private static String comment(byte[] har) {
        return Json.read(har).at("/log/comment").asString();
    }

    private static List<String> found(byte[] har) throws HarFile.BadHar, BadUrl {
        Look look = new Look();
        new Replay(AllChecks.LIST, EvidenceReplayTest::unknown, look).play(HarFile.read(har));
        return look.findings().stream()
                .map(seen -> seen.finding().check().id())
                .distinct()
                .toList();
    }

    /** As `rungwatch replay` has it. */
    private static ChannelProfile unknown(Url url) {
        Layer layer = new Layer(url.host(), Kind.ORIGIN, "packager", url, Optional.empty());
        return ChannelProfile.unknown("CH", url.toString(), List.of(layer));
    }

    private static List<Layer> layers() throws BadUrl {
        return List.of(
                layer("packager", Kind.PACKAGER),
                layer("origin", Kind.ORIGIN),
                layer("midcache-hn", Kind.MIDCACHE),
                layer("edge-hn", Kind.EDGE));
    }

    private static Layer layer(String name, Kind kind) throws BadUrl {
        String team = kind == Kind.PACKAGER ? "packager" : "cdn";
        return new Layer(name, kind, team, Url.parse("http://" + name + "/"), Optional.empty());
    }
}
