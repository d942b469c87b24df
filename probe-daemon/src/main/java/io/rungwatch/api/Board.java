package io.rungwatch.api;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Notice;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.status.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All channels at one instant, so small that two of them are compared every second. Of a channel's layers each is one letter: `.` well,
 * `1` to `4` where an alert begins (info to critical), `a` to `d` where it shows too, `?` not looked at yet. What the probe has with itself
 * is no fault of a channel.
 */
record Board(Instant at, Map<String, Row> rows, Map<String, Notice> alerts, int untold) {
    /** More than anybody reads; the worst come first. */
    private static final int MOST_ALERTS = 500;

    private static final char WELL = '.';

    /**
     * @param alerts of this channel, whether a group tells them or not
     * @param inHand whether somebody has acknowledged or silenced all that is told of it
     * @param maintenance in which it is: nobody judges it
     */
    record Row(ChannelProfile profile, String layers, int alerts, boolean inHand, Optional<Maintenance> maintenance) {}

    /** Where it is read from. */
    static final class Reader {
        private final Status status;
        private final Alerts alerts;
        private final Duty duty;
        private final InstantSource clock;
        /** Channels that were looked at once: asking is dear, and the answer stays. */
        private final Set<String> looked = new HashSet<>();

        Reader(Status status, Alerts alerts, Duty duty, InstantSource clock) {
            this.status = status;
            this.alerts = alerts;
            this.duty = duty;
            this.clock = clock;
        }

        synchronized Board read() {
            Map<String, Notice> told = new LinkedHashMap<>();
            Map<String, Boolean> inHand = new HashMap<>();
            int untold = 0;
            for (Notice notice : duty.open()) {
                boolean handled =
                        notice.acknowledged().isPresent() || notice.silence().isPresent();
                notice.fault().channels().forEach(id -> inHand.merge(id, handled, Boolean::logicalAnd));
                if (told.size() < MOST_ALERTS) {
                    told.put(notice.id(), notice);
                } else {
                    untold++;
                }
            }
            Map<String, List<Alert>> firing = new HashMap<>();
            alerts.firingOfChannels().stream()
                    .filter(alert -> alert.check().owner() != Owner.PROBE)
                    .forEach(alert -> firing.merge(alert.channel(), List.of(alert), Reader::joined));
            Map<String, Row> rows = new LinkedHashMap<>();
            Instant now = clock.instant();
            for (ChannelProfile profile : status.channels()) {
                String id = profile.channel();
                List<Alert> own = firing.getOrDefault(id, List.of());
                rows.put(
                        id,
                        new Row(
                                profile,
                                layers(profile, own),
                                own.size(),
                                inHand.getOrDefault(id, false),
                                View.maintenance(profile, now)));
            }
            looked.retainAll(rows.keySet());
            return new Board(now, rows, told, untold);
        }

        private static List<Alert> joined(List<Alert> some, List<Alert> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        private String layers(ChannelProfile profile, List<Alert> firing) {
            char[] letters = new char[profile.layers().size()];
            Arrays.fill(letters, firing.isEmpty() && !isLookedAt(profile) ? '?' : WELL);
            for (int i = 0; i < letters.length; i++) {
                String layer = profile.layers().get(i).name();
                for (Alert alert : firing) {
                    letters[i] = worse(letters[i], letter(alert, layer));
                }
            }
            return new String(letters);
        }

        private boolean isLookedAt(ChannelProfile profile) {
            if (looked.contains(profile.channel())) {
                return true;
            }
            boolean now = !status.places(profile.channel()).isEmpty();
            if (now) {
                looked.add(profile.channel());
            }
            return now;
        }
    }

    private static char letter(Alert alert, String layer) {
        int rank = rank(alert.severity());
        if (alert.layer().equals(layer)) {
            return (char) ('0' + rank);
        }
        return alert.alsoAt().contains(layer) ? (char) ('a' + rank - 1) : WELL;
    }

    /** By severity; where two are equally bad, the place where it begins counts. */
    private static char worse(char some, char other) {
        return weight(other) > weight(some) ? other : some;
    }

    private static int weight(char letter) {
        return letter >= 'a' && letter <= 'd'
                ? 2 * (letter - 'a' + 1)
                : letter >= '1' && letter <= '4' ? 2 * (letter - '0') + 1 : 0;
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case MINOR -> 2;
            case MAJOR -> 3;
            case CRITICAL -> 4;
        };
    }

    /** All layers that any channel has, upstream first. */
    List<Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        rows.values().forEach(row -> row.profile().layers().forEach(layer -> layers.putIfAbsent(layer.name(), layer)));
        return layers.values().stream()
                .sorted(Comparator.comparing(Layer::kind))
                .toList();
    }
}
