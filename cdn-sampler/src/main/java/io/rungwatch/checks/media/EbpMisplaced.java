package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Boundary;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Ticks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a segment has its encoder boundary point, and which time that names. */
public final class EbpMisplaced implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ebp_misplaced", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "An encoder boundary point is not where its segment begins, or names another time than those of other rungs")
            .impact("Packagers downstream cut elsewhere: rungs that do not fit together, ads that begin late.")
            .spec("OC-SP-EBP-I01")
            .action(
                    "Compare the segment length of encoder and packager, and the clocks (NTP) of the encoders of this channel.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Optional<Marks> marks =
                Marks.of(step.current(), profile).filter(all -> !all.points().isEmpty());
        List<String> wrong = marks.map(all -> wrong(step, all)).orElse(List.of());
        return wrong.isEmpty()
                ? Finding.NONE
                : Told.of(INFO, step.current(), "has " + String.join(", ", wrong))
                        .with("points", marks.get().points().size())
                        .alone();
    }

    private static List<String> wrong(MediaStep step, Marks marks) {
        List<String> wrong = new ArrayList<>();
        if (marks.points().stream().anyMatch(point -> !point.unitStart())) {
            wrong.add("an encoder boundary point where no picture begins");
        }
        if (marks.points().size() > 1) {
            wrong.add(marks.points().size() + " encoder boundary points in place of one");
        }
        Boundary first = marks.points().getFirst();
        marks.into(first)
                .filter(into -> into != 0)
                .ifPresent(into -> wrong.add(
                        "an encoder boundary point " + Told.seconds(Math.abs(into)) + " from its first picture"));
        spacing(step, marks).ifPresent(wrong::add);
        if (isAlone(step, first)) {
            wrong.add(
                    "an encoder boundary point with another acquisition time than other rungs have for the same picture");
        }
        return wrong;
    }

    /** From the one in the segment before, beside how long that is said to last. */
    private static Optional<String> spacing(MediaStep step, Marks marks) {
        Optional<Portion> before = step.before();
        Optional<Boundary> earlier = before.flatMap(EbpMisplaced::point);
        Boundary point = marks.points().getFirst();
        if (earlier.isEmpty() || earlier.get().pts().isEmpty() || point.pts().isEmpty()) {
            return Optional.empty();
        }
        double listed = Opened.listed(before.get());
        double spacing =
                Marks.apart(point.pts().getAsLong(), earlier.get().pts().getAsLong());
        double frame = marks.timing().map(Pes.Timing::medianStep).orElse(0L) / (double) Ticks.PTS_PER_SECOND;
        return Math.abs(spacing - listed) <= frame + rounding(listed)
                ? Optional.empty()
                : Optional.of("an encoder boundary point " + Told.seconds(spacing)
                        + " behind that of the segment before, which lasts " + Told.seconds(listed));
    }

    private static final double WHOLE = 0.5;
    private static final double MILLISECOND = 0.001;

    /** Playlists have milliseconds, old ones whole seconds only. */
    private static double rounding(double listed) {
        return listed == Math.rint(listed) ? WHOLE : MILLISECOND;
    }

    private static Optional<Boundary> point(Portion portion) {
        return Marks.of(portion).stream()
                .flatMap(marks -> marks.points().stream())
                .findFirst();
    }

    /** Whether more of the other rungs contradict than agree, so that only the one that is off speaks: of two nobody knows which it is. */
    private static boolean isAlone(MediaStep step, Boundary point) {
        if (point.acquired().isEmpty() || point.pts().isEmpty()) {
            return false;
        }
        List<Long> others = step.beside().stream()
                .filter(other ->
                        other.segment().section() == step.current().segment().section())
                .flatMap(other -> point(other).stream())
                .filter(other ->
                        other.pts().equals(point.pts()) && other.acquired().isPresent())
                .map(other -> other.acquired().getAsLong())
                .toList();
        long same = others.stream()
                .filter(other -> Math.abs(other - point.acquired().getAsLong()) <= NTP_MILLISECOND)
                .count();
        return others.size() >= LEAST && others.size() - same > same;
    }

    private static final int LEAST = 2;

    private static final long NTP_MILLISECOND = (1L << Integer.SIZE) / 1000;
}
