package io.rungwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The channels' alerts of one check at one layer, oldest first, and the group that tells them as one. Where there is no group, each is
 * told by itself.
 */
record Crowd(List<Member> members, Optional<Standing> standing) {
    /** Equal alerts within this are one event; and for as long an untold change, or a group too small, is left alone. */
    private static final Duration TOGETHER = Duration.ofSeconds(60);

    private static final int ENOUGH = 5;
    private static final int LEAST = 3;
    private static final double SHARE = 0.30;

    static final Crowd EMPTY = new Crowd(List.of(), Optional.empty());

    /** One alert, and when it came to this layer. */
    record Member(Alert alert, Instant entered) {}

    /** The group now and as it was told last; since when the two differ, and since when it has been too small. */
    record Standing(Group group, Group told, Optional<Instant> differsSince, Optional<Instant> smallSince) {
        static Standing told(Group group, Optional<Instant> smallSince) {
            return new Standing(group, group, Optional.empty(), smallSince);
        }

        Instant due() {
            return Stream.concat(differsSince.stream(), smallSince.stream())
                    .min(Comparator.naturalOrder())
                    .map(since -> since.plus(TOGETHER))
                    .orElse(Instant.MAX);
        }
    }

    /** Five channels, or three in ten where fewer are watched, but never less than three: two may fail by chance. */
    static int least(int watched) {
        return Math.min(ENOUGH, Math.max(LEAST, (int) Math.ceil(SHARE * watched)));
    }

    boolean has(Alert alert) {
        return members.stream().anyMatch(member -> member.alert().id().equals(alert.id()));
    }

    Crowd with(Alert alert, Instant now) {
        List<Member> all = new ArrayList<>(members);
        all.replaceAll(member -> member.alert().id().equals(alert.id()) ? new Member(alert, member.entered()) : member);
        if (!has(alert)) {
            all.add(new Member(alert, now));
        }
        return new Crowd(List.copyOf(all), standing);
    }

    Crowd without(Alert alert) {
        List<Member> left = members.stream()
                .filter(member -> !member.alert().id().equals(alert.id()))
                .toList();
        return new Crowd(left, standing);
    }

    boolean isEmpty() {
        return members.isEmpty() && standing.isEmpty();
    }

    List<Alert> alerts() {
        return alerts(members);
    }

    /** Those that are told by themselves. */
    List<Alert> single() {
        return standing.isPresent() ? List.of() : alerts();
    }

    List<Incident> firing() {
        return standing.isPresent() ? List.of(standing.get().group()) : List.copyOf(alerts());
    }

    /** The group comes together, goes on, or breaks up. */
    Crowd settle(Set<String> watched, Instant now) {
        return standing.map(group -> settle(group, watched, now)).orElseGet(() -> gather(watched, now));
    }

    private Crowd gather(Set<String> watched, Instant now) {
        List<Alert> recent = alerts(members.stream()
                .filter(member -> member.entered().isAfter(now.minus(TOGETHER)))
                .toList());
        if (channels(recent) < least(watched.size())) {
            return this;
        }
        Instant since =
                recent.stream().map(Alert::since).min(Comparator.naturalOrder()).orElse(now);
        Group group = Group.raised(alerts(), since, watched, now);
        return new Crowd(members, Optional.of(Standing.told(group, Optional.empty())));
    }

    private Crowd settle(Standing before, Set<String> watched, Instant now) {
        if (members.isEmpty()) {
            return EMPTY;
        }
        boolean small = channels(alerts()) < least(watched.size());
        Optional<Instant> smallSince = since(small, before.smallSince(), now);
        if (isDue(smallSince, now)) {
            return new Crowd(members, Optional.empty());
        }
        Group group = before.group().now(alerts(), watched);
        Optional<Instant> differsSince = since(!group.looksLike(before.told()), before.differsSince(), now);
        boolean worse = group.severity().compareTo(before.told().severity()) > 0;
        Standing after = worse || isDue(differsSince, now)
                ? Standing.told(group, smallSince)
                : new Standing(group, before.told(), differsSince, smallSince);
        return new Crowd(members, Optional.of(after));
    }

    private static Optional<Instant> since(boolean holds, Optional<Instant> before, Instant now) {
        return holds ? Optional.of(before.orElse(now)) : Optional.empty();
    }

    private static boolean isDue(Optional<Instant> since, Instant now) {
        return since.isPresent() && !now.isBefore(since.get().plus(TOGETHER));
    }

    private static List<Alert> alerts(List<Member> members) {
        return members.stream().map(Member::alert).toList();
    }

    private static int channels(List<Alert> alerts) {
        return Group.names(alerts, Alert::channel).size();
    }
}
