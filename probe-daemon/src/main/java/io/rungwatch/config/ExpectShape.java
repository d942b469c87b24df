package io.rungwatch.config;

import io.rungwatch.profile.Expectations;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a profile may say below `expect`. */
final class ExpectShape {
    private static final Words<Boolean> YES_NO =
            new Words<>("yes or no", List.of(true, false), yes -> yes ? "yes" : "no");
    private static final ListOf<String> LINES = new ListOf<>(Texts.LINE, "a list");

    static final Key<Duration> WINDOW = Key.of("window", Times.DURATION, "How far back viewers may go: 2h.");
    static final Key<Duration> LATENCY =
            Key.of("latency", Times.DURATION, "How far the live edge lies behind the clock by design.");
    static final Key<Boolean> LOW_LATENCY =
            Key.of("lowLatency", YES_NO, false, "Whether parts (HLS) or early chunks (DASH) are a promise.");
    static final Key<Boolean> ENCRYPTED =
            Key.of("encrypted", YES_NO, "yes: nothing may go out in the clear; no: nothing may be locked.");
    static final Key<List<Found<String>>> SYSTEMS =
            Key.of("systems", LINES, "DRM systems that must be there: widevine, playready, fairplay, or a UUID.");
    static final Key<Duration> KEY_ROTATION = Key.of("keyRotation", Times.DURATION, "How often the key changes.");
    static final Key<Duration> CLEAR_LEAD =
            Key.of("clearLead", Times.DURATION, Duration.ZERO, "How long a programme begins in the clear.");
    static final Key<Duration> AD_INTERVAL =
            Key.of("adInterval", Times.DURATION, "The longest time without an ad break.");
    static final Key<Boolean> ADS_UNMARKED = Key.of(
            "adsUnmarked", YES_NO, false, "Whether discontinuities without any marker are the way this channel works.");
    static final Key<List<Found<String>>> HOSTS =
            Key.of("hosts", LINES, "Hosts that media may come from, besides the layer's own.");
    static final Key<String> PATH_HINT =
            Key.of("pathHint", Texts.LINE, "What the paths of the channel's own segments hold: CH_001.");

    static final Key<Url> WEB_ORIGIN = Key.of(
            "webOrigin",
            Addresses.BASE,
            "The site whose pages play it in browsers: https://play.example.com. Every layer must let its players in (CORS).");

    static final Key<Boolean> EBP = Key.of(
            "ebp",
            YES_NO,
            false,
            "Whether encoders mark where segments begin (encoder boundary points, in MPEG-TS): each segment must begin with one.");

    static final Key<Boolean> SCTE35 = Key.of(
            "scte35", YES_NO, false, "Whether segments of MPEG-TS carry ad cues in a stream of their own (SCTE 35).");

    static final Section SECTION = Section.of(
            "what is expected",
            WINDOW,
            LATENCY,
            LOW_LATENCY,
            ENCRYPTED,
            SYSTEMS,
            KEY_ROTATION,
            CLEAR_LEAD,
            AD_INTERVAL,
            ADS_UNMARKED,
            HOSTS,
            PATH_HINT,
            WEB_ORIGIN,
            EBP,
            SCTE35);

    private ExpectShape() {}

    static Expectations of(Got got) {
        return new Expectations(
                got.find(WINDOW),
                got.find(LATENCY),
                got.get(LOW_LATENCY),
                got.find(ENCRYPTED),
                lines(got.find(SYSTEMS)),
                got.find(KEY_ROTATION),
                got.get(CLEAR_LEAD),
                got.find(AD_INTERVAL),
                got.get(ADS_UNMARKED),
                lines(got.find(HOSTS)),
                got.find(PATH_HINT),
                got.find(WEB_ORIGIN).map(Addresses::withoutSlash),
                got.get(EBP),
                got.get(SCTE35));
    }

    /** The other way, only what differs from saying nothing. */
    static List<String> write(Expectations expect) {
        List<String> said = new ArrayList<>();
        expect.window().ifPresent(window -> say(said, WINDOW, window));
        expect.latency().ifPresent(latency -> say(said, LATENCY, latency));
        if (expect.lowLatency()) {
            say(said, LOW_LATENCY, true);
        }
        expect.encrypted().ifPresent(encrypted -> say(said, ENCRYPTED, encrypted));
        say(said, SYSTEMS, expect.systems());
        expect.keyRotation().ifPresent(rotation -> say(said, KEY_ROTATION, rotation));
        if (!expect.clearLead().isZero()) {
            say(said, CLEAR_LEAD, expect.clearLead());
        }
        expect.adInterval().ifPresent(interval -> say(said, AD_INTERVAL, interval));
        if (expect.adsUnmarked()) {
            say(said, ADS_UNMARKED, true);
        }
        say(said, HOSTS, expect.hosts());
        expect.pathHint().ifPresent(hint -> said.add(PATH_HINT.name() + ": " + ProfileText.quoted(hint)));
        expect.webOrigin().ifPresent(site -> said.add(WEB_ORIGIN.name() + ": " + site));
        if (expect.ebp()) {
            say(said, EBP, true);
        }
        if (expect.scte35()) {
            say(said, SCTE35, true);
        }
        return said;
    }

    private static <T> void say(List<String> said, Key<T> key, T value) {
        said.add(key.name() + ": " + key.type().write(value));
    }

    private static void say(List<String> said, Key<List<Found<String>>> key, List<String> values) {
        if (!values.isEmpty()) {
            List<String> quoted = values.stream().map(ProfileText::quoted).toList();
            said.add(key.name() + ": [" + String.join(", ", quoted) + "]");
        }
    }

    private static List<String> lines(Optional<List<Found<String>>> said) {
        return said.orElse(List.of()).stream().map(Found::value).toList();
    }
}
