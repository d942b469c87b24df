package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.NOW;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A small probe of its own: what a client that polls for ten minutes would complain about. */
final class Symptoms {
    private static final List<String> RENDITIONS = List.of("4K_15M", "HD_5M", "SD_2M", "LD_500K", "audio_vie");
    private static final long TARGET = 6000;

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, Seen> before = new HashMap<>();
    private final Map<String, Instant> advanced = new HashMap<>();

    static Set<String> of(Simulator simulator, String layer) {
        Symptoms symptoms = new Symptoms();
        for (int second = 0; second < 600; second += 3) {
            symptoms.round(simulator, layer, NOW.plusSeconds(second));
        }
        return symptoms.seen;
    }

    private void round(Simulator simulator, String layer, Instant at) {
        master(simulator, layer, at);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (String rendition : RENDITIONS) {
            Seen now = poll(simulator, layer, at, "/live/CH_001/CH_001_" + rendition + ".m3u8");
            if (now != null && !now.rows().isEmpty()) {
                long lag = Duration.between(now.last().start(), at).toMillis();
                least = Math.min(least, lag);
                most = Math.max(most, lag);
            }
        }
        when(least != Long.MAX_VALUE && most - least > 1.5 * TARGET + 1000 && most < 3_000_000, "out of sync");
    }

    private void master(Simulator simulator, String layer, Instant at) {
        Answer answer = simulator.answer(at, layer, Request.get("/live/CH_001/master.m3u8"));
        String text = usable(answer);
        String clean = Faulty.CLEAN
                .answer(at, layer, Request.get("/live/CH_001/master.m3u8"))
                .text();
        when(text != null && !text.lines().toList().equals(clean.lines().toList()), "ladder");
    }

    private @Nullable Seen poll(Simulator simulator, String layer, Instant at, String path) {
        String text = usable(simulator.answer(at, layer, Request.get(path)));
        if (text == null) {
            return null;
        }
        if (!text.startsWith("#EXTM3U") || text.contains("abc")) {
            seen.add("malformed");
            return null;
        }
        Seen now = Seen.read(text);
        alone(now);
        Seen last = before.put(path, now);
        if (last != null) {
            together(last, now);
        }
        if (last == null || now.end() > last.end()) {
            advanced.put(path, at);
        }
        when(Duration.between(advanced.getOrDefault(path, at), at).toMillis() > 3 * TARGET, "stale");
        return now;
    }

    private @Nullable String usable(Answer answer) {
        when(answer.disposition() != Disposition.NORMAL, answer.disposition().toString());
        when(!answer.delay().isZero(), "slow");
        when(answer.status() != 200, Integer.toString(answer.status()));
        boolean usable = answer.status() == 200 && answer.disposition() == Disposition.NORMAL;
        boolean content = answer.header("Content-Type").orElse("").endsWith("mpegurl")
                && answer.body().length() > 0;
        when(usable && !content, "wrong content");
        return usable && content ? answer.text().replace("\uFEFF", "") : null;
    }

    private void alone(Seen now) {
        when(now.rows().isEmpty(), "empty");
        when(now.targetDuration() == 0, "no target duration");
        when(now.ended(), "ended");
        long limit = now.targetDuration() * 1000L;
        when(!now.rows().isEmpty() && now.windowMillis() < 3 * limit - 500, "too short");
        Seen.Row above = null;
        for (Seen.Row row : now.rows()) {
            when(limit > 0 && row.millis() > limit + 500, "overlong");
            when(row.millis() < TARGET - 900, "short");
            if (above != null) {
                long step = Duration.between(above.start(), row.start()).toMillis() - above.millis();
                when(Math.abs(step) > 1000, "date jump");
            }
            above = row;
        }
    }

    private void together(Seen last, Seen now) {
        when(
                last.targetDuration() > 0 && now.targetDuration() > 0 && now.targetDuration() != last.targetDuration(),
                "target duration changed");
        when(now.first() > last.end() + 1, "gap");
        boolean overlap = now.first() < last.end() && last.first() < now.end();
        when(now.end() < last.end(), overlap ? "older" : "regressed");
        for (Seen.Row row : last.rows()) {
            Seen.Row same = now.numbered(row.number());
            if (same != null) {
                when(!same.uri().equals(row.uri()), "identity");
                when(same.discontinuity() != row.discontinuity(), "discontinuity number");
                when(same.millis() != row.millis() || !same.start().equals(row.start()), "metadata");
            }
        }
    }

    private void when(boolean wrong, String symptom) {
        if (wrong) {
            seen.add(symptom);
        }
    }
}
