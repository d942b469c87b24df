package io.rungwatch.checks.delivery;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Delivered;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.DeliveryCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.List;

/** A cache may be some tens of milliseconds behind the playlist: what is judged here was asked for a second time. */
public final class SegmentMissing implements DeliveryCheck {
    private static final CheckInfo INFO = DeliveryCheck.declare(
                    "segment_missing", Severity.MAJOR, Owner.BY_LAYER, Confirm.AT_ONCE)
            .threshold(Threshold.count(3, "media segments in a row; so many missing ones are critical"))
            .summary(
                    "A segment, an init section or a key is listed and cannot be had; critical without init section or key")
            .impact("A stall or a jump; without its init section or key the rung is black.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1, 6.2.2; DASH-IF timing model, availability window")
            .action(
                    "Ask the layer above for the same object: missing there too, look at the packager's storage; else purge.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Delivered seen, ChannelProfile profile) {
        List<Delivery> missing = new ArrayList<>(0);
        boolean needed = false;
        for (Delivery delivery : seen.answers()) {
            if (isMissing(delivery)) {
                missing.add(delivery);
                needed |= delivery.object().kind() != Listed.Kind.MEDIA;
            }
        }
        if (missing.isEmpty()) {
            return Finding.NONE;
        }
        boolean grave = needed || inARow(missing) >= profile.threshold(INFO);
        return Finding.of(INFO, message(missing))
                .severity(grave ? Severity.CRITICAL : INFO.severity())
                .with("url", missing.getFirst().object().url().toString())
                .with("missing", missing.size())
                .with("asked", seen.answers().size())
                .alone();
    }

    /** Of media what is not there; how else it may fail to come is told by who fetches it. Without the rest nothing plays at all. */
    private static boolean isMissing(Delivery delivery) {
        return !delivery.there() && (delivery.object().kind() != Listed.Kind.MEDIA || delivery.isGone());
    }

    private static String message(List<Delivery> missing) {
        String more = missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more";
        Delivery first = missing.getFirst();
        return first.object().what() + " is listed but " + first.complaint() + more;
    }

    /** The longest run of segments that follow one another. */
    private static int inARow(List<Delivery> missing) {
        long[] numbers = missing.stream()
                .map(Delivery::object)
                .filter(object -> object.kind() == Listed.Kind.MEDIA)
                .mapToLong(Listed::number)
                .sorted()
                .distinct()
                .toArray();
        int longest = 0;
        int run = 0;
        for (int i = 0; i < numbers.length; i++) {
            run = i > 0 && numbers[i] == numbers[i - 1] + 1 ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
