package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.access.Grant;
import io.rungwatch.access.Proof;
import io.rungwatch.access.Role;
import io.rungwatch.access.TokenHash;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.profile.Tier;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What good files mean. */
class ConfigLoadTest {
    private static final String FULL = """
            channel: CH_001
            name: "News: HD # 1"
            mode: event
            tier: tail
            manifests: { hls: "https://elsewhere.example/{channel}.m3u8", dash: /live/CH_001/manifest.mpd }
            layers: [origin, edge-hn]
            segment: { duration: 1.92s, tolerance: 12.5%, minimum: 5 }
            ladder:
              - { rung: 4K, bitrate: 15M, resolution: 3840x2160, codec: hevc }
              - { rung: LD, bitrate: 499.5k, resolution: 640x360 }
            audio: [ { language: vie, codec: ac-3 }, { language: en-GB } ]
            subtitles: []
            expect: { window: 2h, latency: 20s, lowLatency: yes, encrypted: no, systems: [widevine], keyRotation: 1h,
                      clearLead: 30s, adInterval: 15m, adsUnmarked: yes, hosts: [ads.example], pathHint: "a: b",
                      webOrigin: "https://play.example.com", ebp: yes, scte35: yes }
            checks:
              authoring: on
              advertising: off
              playlist_stale: { threshold: 1.5, severity: major }
              segment_exceeds_target_duration: { threshold: 250ms }
              ladder_bandwidth_mismatch: { threshold: 7.5% }
              backend_flip_flop: on
              playlist_ended: off
              media_sequence_gap: { severity: info }
            maintenance: [ { from: 2026-12-01T01:00+07:00, to: 2026-12-01T03:00:00Z, reason: "encoder: swap" } ]
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingThatAProfileMaySay() {
        ChannelProfile profile = only(FULL);
        assertThat(profile.name()).isEqualTo("News: HD # 1");
        assertThat(profile.mode()).isEqualTo(Mode.EVENT);
        assertThat(profile.tier()).isEqualTo(Tier.TAIL);
        assertThat(profile.hls()).contains("https://elsewhere.example/CH_001.m3u8");
        assertThat(profile.dash()).contains("/live/CH_001/manifest.mpd");
        assertThat(profile.layers()).extracting(Layer::name).containsExactly("origin", "edge-hn");
        assertThat(profile.segment())
                .isEqualTo(new SegmentRule(Optional.of(Duration.ofMillis(1920)), OptionalDouble.of(0.125), 5));
        assertThat(profile.ladder())
                .containsExactly(
                        new ExpectedRung("4K", 15_000_000, 3840, 2160, "hevc"),
                        new ExpectedRung("LD", 499_500, 640, 360, ""));
        assertThat(profile.audio()).containsExactly(new ExpectedTrack("vie", "ac-3"), new ExpectedTrack("en-GB", ""));
        assertThat(profile.subtitles()).isEmpty();
        assertThat(profile.expect())
                .isEqualTo(new Expectations(
                        Optional.of(Duration.ofHours(2)),
                        Optional.of(Duration.ofSeconds(20)),
                        true,
                        Optional.of(false),
                        List.of("widevine"),
                        Optional.of(Duration.ofHours(1)),
                        Duration.ofSeconds(30),
                        Optional.of(Duration.ofMinutes(15)),
                        true,
                        List.of("ads.example"),
                        Optional.of("a: b"),
                        Optional.of("https://play.example.com"),
                        true,
                        true));
        assertThat(profile.maintenance())
                .containsExactly(new Maintenance(
                        Instant.parse("2026-11-30T18:00:00Z"), Instant.parse("2026-12-01T03:00:00Z"), "encoder: swap"));
    }

    @Test
    void thresholdsAreInTheUnitOfTheirCheck() {
        assertThat(only(FULL).checks())
                .isEqualTo(Map.of(
                        "playlist_stale", setting(Optional.of(Severity.MAJOR), OptionalDouble.of(1.5)),
                        "segment_exceeds_target_duration", setting(Optional.empty(), OptionalDouble.of(250e6)),
                        "ladder_bandwidth_mismatch", setting(Optional.empty(), OptionalDouble.of(0.075)),
                        "backend_flip_flop", setting(Optional.empty(), OptionalDouble.empty()),
                        "authoring", setting(Optional.empty(), OptionalDouble.empty()),
                        "advertising", CheckSetting.OFF,
                        "playlist_ended", CheckSetting.OFF,
                        "media_sequence_gap", setting(Optional.of(Severity.INFO), OptionalDouble.empty())));
    }

    @Test
    void onlyTheChannelIsAProfile() {
        ChannelProfile profile = only("channel: CH_007\n");
        assertThat(profile.name()).isEqualTo("CH_007");
        assertThat(profile.mode()).isEqualTo(Mode.LIVE);
        assertThat(profile.tier()).isEqualTo(Tier.MID);
        assertThat(profile.hls()).contains("/live/CH_007/master.m3u8");
        assertThat(profile.layers()).extracting(Layer::name).containsExactly("packager", "origin", "edge-hn");
        assertThat(profile.ladder()).isEmpty();
        assertThat(profile.segment().minimum()).isEqualTo(3);
        assertThat(profile.checks()).containsEntry("backend_flip_flop", CheckSetting.OFF);
    }

    @Test
    void defaultsFillUpKeyByKeyWhatTheProfileSays() {
        ChannelProfile profile = only("""
                channel: CH_007
                manifests: { dash: /x.mpd }
                segment: { duration: 4s }
                ladder: hd
                checks: { playlist_stale: { severity: minor } }
                """);
        assertThat(profile.hls()).contains("/live/CH_007/master.m3u8");
        assertThat(profile.dash()).contains("/x.mpd");
        assertThat(profile.segment())
                .isEqualTo(new SegmentRule(Optional.of(Duration.ofSeconds(4)), OptionalDouble.of(0.1), 3));
        assertThat(profile.ladder()).extracting(ExpectedRung::rung).containsExactly("HD", "SD");
        assertThat(profile.checks())
                .containsEntry("backend_flip_flop", CheckSetting.OFF)
                .containsEntry("playlist_stale", setting(Optional.of(Severity.MINOR), OptionalDouble.empty()));
    }

    @Test
    void theDaemon() {
        Configuration loaded = ConfigFolder.in(folder)
                .write("channels/b.yaml", "channel: CH_002\n")
                .write("channels/a.yaml", "channel: CH_003\n---\n---\nchannel: CH_001\n")
                .write("channels/.hidden.yaml", "nonsense")
                .write("channels/notes.txt", "nonsense")
                .loaded();
        assertThat(loaded.channels()).extracting(ChannelProfile::channel).containsExactly("CH_001", "CH_002", "CH_003");
        assertThat(loaded.file()).isEqualTo(folder.resolve("rungwatch.yaml"));
        assertThat(loaded.channelsFolder()).isEqualTo(folder.resolve("channels"));
        assertThat(loaded.allowPrivate()).containsExactlyInAnyOrder("ads.cdn.internal", "10.0.0.7:8080");
        assertThat(loaded.layers().get(1).backup().orElseThrow().toString())
                .isEqualTo("http://origin-02.cdn.internal/");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9464, true",
        "localhost:0, true",
        "'[::1]:80', true",
        "0.0.0.0:9464, false",
        "'[::]:9464', false",
        "10.1.2.3:9464, false",
        "noc.example.net:9464, false",
    })
    void listening(String address, boolean onThisMachineOnly) {
        ConfigFolder config = ConfigFolder.in(folder)
                .write("channels/a.yaml", "channel: CH_001\n")
                .write(
                        "rungwatch.yaml",
                        ConfigFolder.text(ConfigFolder.RESOURCES.resolve("rungwatch.yaml"))
                                .replace("127.0.0.1:9464", "\"" + address + "\""));
        assertThat(config.load() instanceof ConfigLoader.Loaded).isEqualTo(onThisMachineOnly);
    }

    @Test
    void aSecretComesFromTheEnvironmentOrAFile() {
        ConfigFolder config = ConfigFolder.in(folder)
                .write("channels/a.yaml", "channel: CH_001\n")
                .write("secret", "s3cret\n")
                .write(
                        "rungwatch.yaml",
                        ConfigFolder.text(ConfigFolder.RESOURCES.resolve("rungwatch.yaml"))
                                .replace(
                                        "listen: 127.0.0.1:9464",
                                        "listen: 0.0.0.0:9464, plaintext: true, token: \"${file:secret}-${TOKEN}\""));
        Configuration loaded = ConfigExamplesTest.loaded(config.load(Map.of("TOKEN", "more")));
        assertThat(loaded.http().publicUrl())
                .as("nobody said how it is reached")
                .isEmpty();
        assertThat(loaded.http().grants())
                .containsExactly(new Grant("http.token", Role.OPERATE, new Proof.Token(TokenHash.of("s3cret-more"))));
        assertThat(loaded.http().listen()).isEqualTo(new InetSocketAddress("0.0.0.0", 9464));
        assertThat(loaded.toString()).doesNotContain("s3cret");
        assertThat(ConfigLoader.loadWithoutSecrets(config.main())).isInstanceOf(ConfigLoader.Loaded.class);
    }

    @Test
    void whatIsShownIsAProfileThatSaysTheSame() {
        for (String text : List.of(FULL, "channel: CH_007\n", "channel: \"123\"\nname: \"null\"\nladder: hd\n")) {
            ChannelProfile profile = only(text);
            assertThat(only(ProfileText.of(profile))).isEqualTo(profile);
        }
    }

    @Test
    void aProfileOnItsOwn() {
        ConfigFolder alone = new ConfigFolder(folder).write("x/alone.yaml", FULL);
        Path file = folder.resolve("x/alone.yaml");
        assertThat(ConfigLoader.profile(file).layers()).isEmpty();
        alone.write("x/alone.yaml", "channel: CH_001\nladder: hd\n");
        assertThatThrownBy(() -> ConfigLoader.profile(file))
                .hasMessage(file + ":2:9: ladder 'hd' is a name, and no rungwatch.yaml stands beside the profile's "
                        + "folder to declare it; write its rungs here");
        ConfigFolder.in(folder);
        assertThat(ConfigLoader.profile(file).ladder()).hasSize(2);
        alone.write("x/alone.yaml", "channel: CH_001\n---\nchannel: CH_002\n");
        assertThatThrownBy(() -> ConfigLoader.profile(file))
                .hasMessage(file + ":1:1: holds 2 profiles (CH_001 … CH_002); name a file that holds one");
    }

    private ChannelProfile only(String text) {
        return ConfigFolder.in(folder)
                .write("channels/only.yaml", text)
                .loaded()
                .channels()
                .getFirst();
    }

    private static CheckSetting setting(Optional<Severity> severity, OptionalDouble threshold) {
        return new CheckSetting(true, severity, threshold);
    }

    @ParameterizedTest
    @CsvSource({
        "https://rungwatch.noc.example, https://rungwatch.noc.example",
        "https://noc.example/rungwatch/, https://noc.example/rungwatch",
        "http://10.0.0.7:9464/, http://10.0.0.7:9464"
    })
    void howPeopleReachTheProbe(String said, String meant) {
        ConfigFolder config = ConfigFolder.in(folder)
                .write("channels/a.yaml", "channel: CH_001\n")
                .write(
                        "rungwatch.yaml",
                        ConfigFolder.text(ConfigFolder.RESOURCES.resolve("rungwatch.yaml"))
                                .replace("listen: 127.0.0.1:9464", "publicUrl: \"" + said + "\""));

        assertThat(ConfigExamplesTest.loaded(config.load(Map.of())).http().publicUrl())
                .contains(meant);
    }
}
