package io.rungwatch.evidence;

import io.rungwatch.alert.Alert;
import io.rungwatch.drive.Sink;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what the last polls of every place answered, until an alert wants it. */
public final class Recorder implements Sink {
    /** What is older says nothing of what is wrong now. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    private final Map<Where, Tape> tapes = new ConcurrentHashMap<>();
    private final Map<String, Map<Where, Tape>> channels = new ConcurrentHashMap<>();

    @Override
    public void accept(PollReport report) {
        Tape tape = tapes.get(report.where());
        (tape == null ? begin(report.where()) : tape).accept(report);
    }

    private Tape begin(Where where) {
        Tape tape = tapes.computeIfAbsent(where, unseen -> new Tape());
        channels.computeIfAbsent(where.channel(), unseen -> new ConcurrentHashMap<>())
                .put(where, tape);
        return tape;
    }

    @Override
    public void forget(Where where) {
        tapes.remove(where);
        Map<Where, Tape> places = channels.get(where.channel());
        if (places != null) {
            places.remove(where);
        }
    }

    public void forgetChannel(String channel) {
        Map<Where, Tape> places = channels.remove(channel);
        if (places != null) {
            places.keySet().forEach(tapes::remove);
        }
    }

    /**
     * What the alert rests on at its layer: the entry manifest, the renditions that have it, and the others, which they are compared
     * with. Quick: it only takes references. Empty when nothing was seen there.
     */
    public Optional<Recording> capture(Alert alert) {
        List<Where> places = channels.getOrDefault(alert.channel(), Map.of()).keySet().stream()
                .filter(where -> where.protocol() == alert.protocol()
                        && where.layer().name().equals(alert.layer()))
                .sorted(Comparator.comparing((Where where) -> rank(alert, where))
                        .thenComparing(where -> where.rendition().name()))
                .toList();
        List<Shot> shots = new ArrayList<>();
        for (Where where : places) {
            Tape tape = tapes.get(where);
            shots.addAll(tape == null ? List.of() : tape.shots());
        }
        Optional<Shot> entry = shots.stream()
                .filter(shot -> shot.kept() && isEntry(shot.where()))
                .findFirst();
        return shots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recording(alert, entry.map(Shot::url), recent(shots)));
    }

    private static int rank(Alert alert, Where where) {
        return isEntry(where)
                ? 0
                : alert.renditions().contains(where.rendition().name()) ? 1 : 2;
    }

    private static boolean isEntry(Where where) {
        return where.rendition().isEntry();
    }

    /** An entry manifest is old and still holds: without it nobody knows what the others are. */
    private static List<Shot> recent(List<Shot> shots) {
        Instant from = shots.stream()
                .map(Shot::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .minus(RECENT);
        return shots.stream()
                .filter(shot -> isEntry(shot.where()) || !shot.at().isBefore(from))
                .toList();
    }
}
