package io.rungwatch.simulator;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A channel of real media, fetched as a player would: what its playlist lists, from the first byte to the last. */
public record RealWorld(Simulator simulator, Channel channel) {
    public static final List<String> RENDITIONS =
            List.of("4K_640K", "HD_400K", "SD_280K", "LD_180K", "audio_vie", "subs_vie");

    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^[^#\n].*");

    public static RealWorld of(StreamSpec stream) {
        return new RealWorld(new Simulator(Presets.world(1, stream)), new Channel(new ChannelSpec("CH_001", stream)));
    }

    /** Ten segments in a playlist. */
    public static StreamSpec stream(int seconds, Container container) {
        return Presets.realMedia(Segmentation.of(Duration.ofSeconds(seconds))
                        .withWindow(10)
                        .withContainer(container))
                .withDash(Dash.by(Addressing.TIME));
    }

    public RealWorld withFault(String line, Instant now) {
        return new RealWorld(simulator.withFault(line, now), channel);
    }

    public Answer get(Instant at, String path) {
        Answer answer =
                simulator.answer(at, "packager", Request.get(path.startsWith("/") ? path : "/live/CH_001/" + path));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " for " + path + " at " + at);
        }
        return answer;
    }

    public List<String> listed(Instant at, String rendition) {
        String playlist = get(at, "CH_001_" + rendition + ".m3u8").text();
        return ROW.matcher(playlist).results().map(MatchResult::group).toList();
    }

    /** Init section, if there is one, and all segments. */
    public byte[] joined(Instant at, String rendition) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MAP.matcher(get(at, "CH_001_" + rendition + ".m3u8").text())
                .results()
                .limit(1)
                .forEach(map -> file.writeBytes(get(at, map.group(1)).body().toBytes()));
        listed(at, rendition).forEach(row -> file.writeBytes(get(at, row).body().toBytes()));
        return file.toByteArray();
    }

    /** The instant at which the 33-bit clock of HLS begins again from zero, some time in 2026. */
    public Instant wrap() {
        long round = (1L << 33) / 90;
        long start = channel.timeline().start(0) - 10_000;
        long target = Instant.parse("2026-11-20T09:00:00Z").toEpochMilli();
        long rounds = (target - start) / round;
        return Instant.ofEpochMilli(start + Math.round(rounds * (double) (1L << 33) / 90));
    }
}
