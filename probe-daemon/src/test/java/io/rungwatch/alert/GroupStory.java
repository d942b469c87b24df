package io.rungwatch.alert;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the channels' alerts as lines, and what the group fold tells of them. {@code 4 +1..3 check@layer} raises the alert on
 * the channels C1 to C3 at second 4, {@code -} clears it, {@code ~} changes it (`check@layer:minor` to another severity,
 * `check@layer>edge-hn` to another layer), {@code x} takes the channels out of the configuration, and a line of seconds alone lets time
 * pass. `check@layer/dash` is the other protocol.
 */
final class GroupStory {
    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, Alert> firing = new LinkedHashMap<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private GroupMemory memory = GroupMemory.EMPTY;

    /** @param watched channels, each at every layer */
    GroupStory(int watched) {
        for (int i = 1; i <= watched; i++) {
            memory = memory.watch(
                    List.of(ChannelProfile.unknown("C" + i, "/live/C" + i + "/master.m3u8", Story.LAYERS)));
        }
    }

    static GroupStory of(int watched, String... lines) {
        GroupStory story = new GroupStory(watched);
        for (String line : lines) {
            story.line(line);
        }
        return story;
    }

    void line(String line) {
        String[] words = line.split(" ", -1);
        Instant at = ZERO.plusMillis(Math.round(Double.parseDouble(words[0]) * 1000));
        if (words.length == 1) {
            apply(words[0], GroupFold.pass(memory, at));
            return;
        }
        String[] range = words[1].substring(1).split("\\.\\.", -1);
        int last = Integer.parseInt(range[range.length - 1]);
        for (int i = Integer.parseInt(range[0]); i <= last; i++) {
            String channel = "C" + i;
            if (words[1].charAt(0) == 'x') {
                leave(channel, words[0], at);
            } else {
                apply(words[0], GroupFold.decide(memory, change(words[1].charAt(0), channel, words[2], at), at));
            }
        }
    }

    private void leave(String channel, String time, Instant at) {
        for (Alert alert : List.copyOf(firing.values())) {
            if (alert.channel().equals(channel)) {
                firing.values().remove(alert);
                apply(time, GroupFold.decide(memory, new Change(Change.Kind.CLEARED, alert.cleared(at)), at));
            }
        }
        memory = memory.forget(channel);
    }

    private Change change(char mark, String channel, String what, Instant at) {
        String[] words = what.split("[@/:>]", -1);
        String key = channel + words[0] + what.contains("/dash");
        Alert before = firing.get(key);
        if (mark == '-' && before != null) {
            firing.remove(key);
            return new Change(Change.Kind.CLEARED, before.cleared(at));
        }
        String layer = what.contains(">") ? words[words.length - 1] : words[1];
        Optional<Severity> severity = what.contains(":")
                ? Optional.of(Severity.valueOf(words[words.length - 1].toUpperCase(Locale.ROOT)))
                : Optional.empty();
        Alert alert = alert(channel, words[0], layer, severity, what.contains("/dash"), at);
        Alert after = before == null ? alert : before.now(alert);
        firing.put(key, after);
        return new Change(before == null ? Change.Kind.RAISED : Change.Kind.CHANGED, after);
    }

    private static Alert alert(
            String channel, String check, String layer, Optional<Severity> severity, boolean dash, Instant at) {
        Finding finding = Finding.of(AllChecks.byId(check).orElseThrow(), "as the story says");
        Protocol protocol = dash ? Protocol.DASH : Protocol.HLS;
        var place = Story.LAYERS.stream()
                .filter(l -> l.name().equals(layer))
                .findFirst()
                .orElseThrow();
        return new Alert(
                Fingerprint.of(channel, check, protocol, at),
                finding,
                severity.orElse(finding.severity()),
                place.team(),
                channel,
                channel,
                protocol,
                layer,
                place.base(),
                List.of("manifest"),
                List.of(),
                List.of(),
                at.minusSeconds(1),
                at,
                Optional.empty());
    }

    private void apply(String time, GroupFold.Decision decision) {
        memory = decision.memory();
        notifications.addAll(decision.notifications());
        decision.notifications().forEach(notification -> told.add(time + " " + told(notification)));
    }

    private static String told(Notification notification) {
        return notification.kind() + " "
                + switch (notification.incident()) {
                    case Alert alert -> alert.channel() + " " + alert.check().id() + "@" + alert.layer();
                    case Group group -> group.severity() + " " + group.message();
                };
    }

    List<String> told() {
        return told;
    }

    List<Notification> notifications() {
        return notifications;
    }

    List<Incident> standing() {
        return memory.firing(alert -> alert);
    }

    List<Alert> firing() {
        return List.copyOf(firing.values());
    }

    GroupMemory memory() {
        return memory;
    }
}
