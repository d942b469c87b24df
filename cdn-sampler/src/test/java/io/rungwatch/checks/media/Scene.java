package io.rungwatch.checks.media;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Init;
import io.rungwatch.media.Media;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.Mode;
import io.rungwatch.round.InitRead;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import io.rungwatch.round.Print;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One segment beside what its manifest promises, and others around it, said in few words: 4711 of HD, two seconds long, of no date. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final byte[] bytes;
    private Rendition rendition = new Rendition("HD", Rendition.Kind.VIDEO);
    private Promise promise = Promise.NONE;
    private long number = 4711;
    private double lasts = 2;
    private OptionalLong start = OptionalLong.empty();
    private OptionalLong mediaTime = OptionalLong.empty();
    private String encryption = "";
    private boolean independent;
    private boolean ebp;
    private boolean scte35;
    private Optional<Duration> latency = Optional.empty();
    private byte[] init = {};
    private List<Scene> earlier = List.of();
    private List<Scene> beside = List.of();

    private Scene(byte[] bytes) {
        this.bytes = bytes;
    }

    static Scene segment(byte[] bytes) {
        return new Scene(bytes);
    }

    Scene init(byte[] section) {
        init = section;
        return this;
    }

    Scene kind(Rendition.Kind kind) {
        rendition = new Rendition("X", kind);
        return this;
    }

    /** Nothing of it lies elsewhere. */
    Scene codecs(String... codecs) {
        return promise(true, codecs, 0, 0, 0);
    }

    Scene withSoundElsewhere(String... codecs) {
        return promise(false, codecs, 0, 0, 0);
    }

    Scene size(int width, int height) {
        return promise(true, new String[0], width, height, 0);
    }

    Scene rate(double rate) {
        return promise(true, new String[0], 0, 0, rate);
    }

    private Scene promise(boolean alone, String[] codecs, int width, int height, double rate) {
        promise = new Promise(0, 0, alone, List.of(codecs), width, height, rate, "");
        return this;
    }

    Scene number(long other) {
        number = other;
        return this;
    }

    Scene lasts(double seconds) {
        lasts = seconds;
        return this;
    }

    /** Seconds after midnight. */
    Scene date(double seconds) {
        start = OptionalLong.of(Math.round(seconds * 1e9));
        return this;
    }

    /** Milliseconds, as an MPD says them. */
    Scene mediaTime(long millis) {
        mediaTime = OptionalLong.of(millis);
        return this;
    }

    Scene encrypted(String method) {
        encryption = method;
        return this;
    }

    Scene independent() {
        independent = true;
        return this;
    }

    Scene after(Scene... others) {
        earlier = List.of(others);
        return this;
    }

    Scene beside(Scene... others) {
        beside = List.of(others);
        return this;
    }

    /** The profile says that encoders mark where segments begin. */
    Scene marked() {
        ebp = true;
        return this;
    }

    /** The profile says that they carry a stream of SCTE 35. */
    Scene cued() {
        scte35 = true;
        return this;
    }

    /** The profile says that it is live, and so many seconds behind the clock. */
    Scene behind(long seconds) {
        latency = Optional.of(Duration.ofSeconds(seconds));
        return this;
    }

    ChannelProfile profile() {
        ChannelProfile any = ChannelProfile.unknown("CH_001", "/m.m3u8", List.of());
        return new ChannelProfile(
                any.channel(),
                any.name(),
                latency.isPresent() ? Mode.LIVE : any.mode(),
                any.tier(),
                any.hls(),
                any.dash(),
                any.layers(),
                any.segment(),
                any.ladder(),
                any.audio(),
                any.subtitles(),
                new Expectations(
                        Optional.empty(),
                        latency,
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ebp,
                        scte35),
                any.checks(),
                any.maintenance());
    }

    MediaStep step() {
        return new MediaStep(
                portion(),
                earlier.stream().map(Scene::portion).toList(),
                beside.stream().map(Scene::portion).toList());
    }

    private Portion portion() {
        Optional<InitRead> read = init.length == 0
                ? Optional.empty()
                : ((Fragmented) Media.look(init)).init().map(seen -> new InitRead(listedInit(), seen, print(init)));
        Optional<Init> known = read.map(InitRead::init);
        Listed listed = new Listed(
                Listed.Kind.MEDIA,
                "segment " + number,
                number,
                url(number + ""),
                Math.round(lasts * 1e9),
                0,
                Listed.NOWHERE,
                0);
        Offered segment = new Offered(
                listed,
                NOW,
                start,
                mediaTime,
                mediaTime.isPresent() ? 1000 : 0,
                0,
                encryption,
                independent,
                false,
                read.map(InitRead::object));
        return new Portion(
                NOW,
                rendition,
                promise,
                segment,
                known.isPresent() ? Media.look(bytes, known.get()) : Media.look(bytes),
                read,
                print(bytes));
    }

    private static Listed listedInit() {
        return new Listed(Listed.Kind.INIT, "the init section", 0, url("init"), 0, 0, Listed.NOWHERE, 0);
    }

    private static Print print(byte[] bytes) {
        return new Print(bytes.length, Arrays.hashCode(bytes));
    }

    private static Url url(String file) {
        try {
            return Url.parse("http://packager/" + file);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(e);
        }
    }
}
