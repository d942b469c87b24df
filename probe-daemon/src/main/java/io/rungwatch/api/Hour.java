package io.rungwatch.api;

import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Rates;
import io.rungwatch.sample.Counts;
import io.rungwatch.status.PlaceStatus;
import io.rungwatch.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last hour of every channel at every layer, in a few numbers: lag, time to first byte, hit ratio. A look every twenty seconds, beside
 * the event loops; nine megabytes for a thousand channels at four layers.
 */
final class Hour {
    static final Duration EVERY = Duration.ofSeconds(20);
    private static final int KEPT = 180;

    /** What is drawn. Not a number where nobody knows. */
    enum Line {
        LAG,
        FIRST_BYTE,
        HIT_RATIO
    }

    private record Key(String channel, String layer) {}

    /**
     * Of one line, oldest first.
     *
     * @param seconds since 1970
     */
    record Points(long[] seconds, float[] values) {}

    private final Status status;
    private final InstantSource clock;
    private final long[] seconds = new long[KEPT];
    private final Map<Key, float[][]> lines = new HashMap<>();
    private int looks;

    Hour(Status status, InstantSource clock) {
        this.status = status;
        this.clock = clock;
    }

    /** Not on an event loop. */
    synchronized void look() {
        int slot = looks++ % KEPT;
        seconds[slot] = clock.instant().getEpochSecond();
        lines.values().forEach(all -> Arrays.stream(all).forEach(line -> line[slot] = Float.NaN));
        Map<Key, float[][]> still = new HashMap<>();
        for (ChannelProfile profile : status.channels()) {
            List<PlaceStatus> places = status.places(profile.channel());
            for (Layer layer : profile.layers()) {
                Key key = new Key(profile.channel(), layer.name());
                float[][] all = lines.getOrDefault(key, nothing());
                still.put(key, all);
                Optional<Rates> rates = status.layer(profile.channel(), layer).rates();
                all[0][slot] = lag(places, layer);
                all[1][slot] = rates.map(Hour::firstByte).orElse(Float.NaN);
                all[2][slot] = rates.map(Hour::hitRatio).orElse(Float.NaN);
            }
        }
        lines.clear();
        lines.putAll(still);
    }

    private static float[][] nothing() {
        float[][] lines = new float[Line.values().length][KEPT];
        Arrays.stream(lines).forEach(line -> Arrays.fill(line, Float.NaN));
        return lines;
    }

    synchronized Points points(String channel, String layer, Line line) {
        float[][] all = lines.get(new Key(channel, layer));
        int count = all == null ? 0 : Math.min(looks, KEPT);
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count && all != null; i++) {
            int slot = (looks - count + i) % KEPT;
            times[i] = seconds[slot];
            values[i] = all[index(line)][slot];
        }
        return new Points(times, values);
    }

    synchronized float lastLag(String channel, String layer) {
        float[][] all = lines.get(new Key(channel, layer));
        return all == null || looks == 0 ? Float.NaN : all[0][(looks - 1) % KEPT];
    }

    private static int index(Line line) {
        return switch (line) {
            case LAG -> 0;
            case FIRST_BYTE -> 1;
            case HIT_RATIO -> 2;
        };
    }

    private static float firstByte(Rates rates) {
        Duration median = rates.firstByte().own().median();
        return median.isZero() ? Float.NaN : median.toNanos() / 1e6f;
    }

    private static float hitRatio(Rates rates) {
        return rates.channel()
                .hits(Counts.Row.FIRST_TOUCH, rates.revalidatedIsHit())
                .filter(seen -> seen.n() > 0)
                .map(seen -> (float) seen.share())
                .orElse(Float.NaN);
    }

    /** In seconds, of the rendition that is furthest behind. */
    private static float lag(List<PlaceStatus> places, Layer layer) {
        float worst = Float.NaN;
        for (PlaceStatus place : places) {
            if (place.where().layer().name().equals(layer.name())) {
                float lag = lag(place);
                worst = Float.isNaN(worst) ? lag : Float.isNaN(lag) ? worst : Math.max(worst, lag);
            }
        }
        return worst;
    }

    private static float lag(PlaceStatus place) {
        Instant asked = place.exchange().map(exchange -> exchange.startedAt()).orElse(Instant.EPOCH);
        Optional<Instant> edge = Optional.empty();
        if (place.document().orElse(null) instanceof MediaPlaylist playlist && !playlist.ended()) {
            edge = playlist.edge().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Times.instant(playlist.edge().getAsLong()));
        } else if (place.document().orElse(null) instanceof Mpd mpd && mpd.dynamic()) {
            edge = mpd.presentation()
                    .tracks()
                    .flatMap(track -> track.addressing().edgeAt(asked).stream())
                    .max(Instant::compareTo);
        }
        return edge.map(at -> Duration.between(at, asked).toMillis() / 1e3f).orElse(Float.NaN);
    }
}
