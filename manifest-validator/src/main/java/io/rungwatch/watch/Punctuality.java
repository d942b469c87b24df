package io.rungwatch.watch;

import io.rungwatch.check.Availabilities;
import io.rungwatch.check.Availabilities.Asked;
import io.rungwatch.check.Availabilities.How;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.Input;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Rendition;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking for segments of which only an MPD's clock says that they are there. */
final class Punctuality {
    private record Key(Track track, Rendition rendition, boolean ahead) {}

    private final Catalogue catalogue;
    private final MpdNames names;
    private final Map<Key, Asked> wrong = new HashMap<>();

    Punctuality(Catalogue catalogue, MpdNames names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    /** Whether nothing but the clock says which segments there are. */
    static boolean isByClock(Mpd mpd, Addressing addressing) {
        return addressing.mode() == Addressing.Mode.DURATION && mpd.dynamic() && mpd.availabilityStart() != null;
    }

    void judge(Track track, Mpd mpd, Instant at, Verdict verdict) {
        verdict.judged(Input.AVAILABILITY);
        forget(track, mpd);
        catalogue.judge(new Availabilities(mpd, at, of(track)), verdict);
    }

    void judge(Track track, Instant at, Verdict verdict) {
        track.mpds().current().ifPresent(mpd -> judge(track, mpd, at, verdict));
    }

    private List<Asked> of(Track track) {
        if (wrong.isEmpty()) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>(1);
        wrong.forEach((key, one) -> {
            if (key.track() == track) {
                asked.add(one);
            }
        });
        asked.sort(Comparator.comparing(Asked::rendition));
        return asked;
    }

    boolean isWrong(Track track, Rendition rendition) {
        return wrong.containsKey(new Key(track, rendition, false));
    }

    /** What is there no more, or is listed by now, is asked for by the clock no more. */
    private void forget(Track track, Mpd mpd) {
        if (!wrong.isEmpty()) {
            Map<Rendition, io.rungwatch.dash.Track> named = names.of(mpd);
            wrong.keySet().removeIf(key -> key.track() == track && !isByClock(mpd, named.get(key.rendition())));
        }
    }

    private static boolean isByClock(Mpd mpd, io.rungwatch.dash.@Nullable Track named) {
        return named != null && isByClock(mpd, named.addressing());
    }

    /** Whoever is asked for what is not due has it. */
    void ahead(Track track, Rendition rendition, Addressing addressing, Delivery delivery) {
        Key key = new Key(track, rendition, true);
        if (delivery.there()) {
            wrong.put(key, asked(How.EARLY, key, addressing, delivery));
        } else {
            wrong.remove(key);
        }
    }

    /**
     * Takes what is late or went too early out of the answers. The newest in a row are late, the last is one that the time-shift buffer does not hold
     * as it says; where not one is there, it is not the clock.
     */
    List<Delivery> note(Track track, Rendition rendition, Addressing addressing, List<Delivery> answers) {
        Key key = new Key(track, rendition, false);
        List<Delivery> media = answers.stream()
                .filter(answer -> answer.object().kind() == Listed.Kind.MEDIA)
                .sorted(Comparator.comparing(
                        (Delivery answer) -> answer.object().number(), Comparator.reverseOrder()))
                .toList();
        int late = 0;
        while (late < media.size() && media.get(late).isGone()) {
            late++;
        }
        boolean gone = late == 0 && media.size() > 1 && media.getLast().isGone();
        if (late == media.size() || late == 0 && !gone) {
            wrong.remove(key);
            return answers;
        }
        List<Delivery> told = gone ? List.of(media.getLast()) : media.subList(0, late);
        wrong.put(key, asked(gone ? How.GONE : How.LATE, key, addressing, told.getFirst()));
        return answers.stream().filter(answer -> !told.contains(answer)).toList();
    }

    private Asked asked(How how, Key key, Addressing addressing, Delivery delivery) {
        long place = delivery.object().number() - addressing.startNumber();
        Instant at = delivery.exchange().startedAt();
        Duration off = addressing
                .availableAt(place)
                .map(due -> Duration.between(due, at).abs())
                .orElse(Duration.ZERO);
        Asked before = wrong.get(key);
        return new Asked(
                how,
                key.rendition().name(),
                delivery.object().number(),
                off,
                Duration.ofNanos(Scale.nanos(addressing.duration(place), addressing.timescale())),
                before == null || before.how() != how ? 1 : before.looks() + 1);
    }
}
