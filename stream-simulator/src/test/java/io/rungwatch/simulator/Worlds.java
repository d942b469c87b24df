package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.MASTER;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.SD;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Channels that between them have all that can be broken. */
final class Worlds {
    static final String MPD = "/live/CH_001/manifest.mpd";
    static final String CLOCK = "/time/CH_001";

    private static final String REAL_HD = "/live/CH_001/CH_001_HD_400K.m3u8";
    private static final Pattern PATCH = Pattern.compile("<PatchLocation[^>]*>([^<]*)<");
    private static final Pattern RUN = Pattern.compile("<S t=\"(\\d+)\" d=\"(\\d+)\" r=\"(\\d+)\"");
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(30));
    private static final StreamSpec PLAIN = Presets.stream(SIX);

    static final Simulator DASH = world(PLAIN.withAds(ADS)
            .withProtection(Protection.of(Protection.Method.AES_128).withRotation(Duration.ofSeconds(30)))
            .withDash(Dash.by(Addressing.NUMBER).withPeriods()));
    static final Simulator ONE_PERIOD =
            world(PLAIN.withDash(Dash.by(Addressing.TIME).withPatches(Duration.ofMinutes(1))));
    static final Simulator LOW = world(
            Presets.lowLatency(Duration.ofSeconds(4), Duration.ofSeconds(1)).withAds(ADS));
    static final Simulator RANGES =
            world(PLAIN.withSegmentation(Segmentation.of(SIX).withContainer(Container.TS_BYTE_RANGES)));
    static final Simulator VOD = world(PLAIN.withProgramme(Programme.vod(NOW, NOW.plus(Duration.ofMinutes(5)))));
    static final Simulator REAL = world(Presets.realMedia(Segmentation.of(SIX)));
    static final Simulator LINKED =
            world(PLAIN.withAds(ADS).with(HlsFeature.PATHWAYS, HlsFeature.STEERING, HlsFeature.INTERSTITIALS));
    static final List<Simulator> ALL =
            List.of(Faulty.ADS, Faulty.CLEAN, DASH, ONE_PERIOD, LOW, RANGES, VOD, REAL, LINKED);

    private Worlds() {}

    private static Simulator world(StreamSpec stream) {
        return new Simulator(Presets.world(2, stream));
    }

    /** What a client of low latency asks next, and all else that a probe asks. */
    static List<String> requests(Simulator clean, Instant at) {
        String text = clean.answer(at, "packager", Request.get(HD)).text();
        String next = HD + "?_HLS_msn=" + Seen.read(text).end();
        List<String> requests = new ArrayList<>(
                List.of(HD, next, HD + "?_HLS_skip=YES", MASTER, MPD, patch(clean, at), CLOCK, segment(clean, at)));
        requests.addAll(List.of("/live/CH_001/steering.json", "/live/CH_001/assets/2.json"));
        requests.addAll(byTime(clean, at));
        return requests;
    }

    /** What the MPD of this moment lists last, and what it will list in half a minute. */
    private static List<String> byTime(Simulator clean, Instant at) {
        return Stream.of(at, at.plusSeconds(25))
                .map(when -> clean.answer(when, "packager", Request.get(MPD)).text())
                .flatMap(mpd -> newest(mpd).stream())
                .map(time -> "/live/CH_001/dash/HD_5M/" + time + ".m4s")
                .toList();
    }

    private static Optional<Long> newest(String mpd) {
        Matcher runs = RUN.matcher(mpd);
        return runs.find()
                ? Optional.of(
                        Long.parseLong(runs.group(1)) + Long.parseLong(runs.group(2)) * Long.parseLong(runs.group(3)))
                : Optional.empty();
    }

    /** The newest where media is real; elsewhere bodies are large, and say nothing. */
    private static String segment(Simulator clean, Instant at) {
        Answer playlist = clean.answer(at, "packager", Request.get(REAL_HD));
        return playlist.status() == 200
                ? "/live/CH_001/" + Seen.read(playlist.text()).last().uri()
                : HD;
    }

    /** Of the MPD of two segments ago; the MPD once more where there are no patches. */
    private static String patch(Simulator clean, Instant at) {
        String text =
                clean.answer(at.minusSeconds(13), "packager", Request.get(MPD)).text();
        Matcher named = PATCH.matcher(text);
        return named.find() ? "/live/CH_001/" + named.group(1) : MPD;
    }

    static List<String> others() {
        return List.of(SD, HD.replace("CH_001", "CH_002"), MPD.replace("CH_001", "CH_002"));
    }
}
