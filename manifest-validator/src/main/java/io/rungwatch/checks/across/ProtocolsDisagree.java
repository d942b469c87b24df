package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.ProtocolsCheck;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

public final class ProtocolsDisagree implements ProtocolsCheck {
    private static final double FLOOR = 10e9;

    private static final CheckInfo INFO = ProtocolsCheck.declare(
                    "protocols_disagree", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(2, "between the live edges, ten seconds at least"))
            .summary(
                    "HLS and DASH of one channel differ in rungs, languages or how far they are; major when one has ended")
            .impact("Viewers of one family of devices have it worse than the others.")
            .spec("the channel's profile")
            .action("Find the branch of the packager that makes the odd one.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(List<View> hls, List<View> dash, ChannelProfile profile) {
        boolean hlsEnded = hls.stream().allMatch(View::ended);
        boolean dashEnded = dash.stream().allMatch(View::ended);
        if (hlsEnded != dashEnded) {
            return Finding.of(INFO, hlsEnded ? "HLS has ended, DASH goes on" : "DASH has ended, HLS goes on")
                    .severity(Severity.MAJOR)
                    .alone();
        }
        List<Finding> apart = edges(hls, dash, profile);
        return apart.isEmpty() ? offers(hls, dash, profile) : apart;
    }

    private static List<Finding> edges(List<View> hls, List<View> dash, ChannelProfile profile) {
        OptionalLong ours = lag(hls);
        OptionalLong theirs = lag(dash);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Finding.NONE;
        }
        long target = Math.max(target(hls), target(dash));
        long apart = ours.getAsLong() - theirs.getAsLong();
        if (Math.abs(apart) <= Math.max(FLOOR, profile.threshold(INFO) * target) + Math.max(twins(hls), twins(dash))) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        (apart > 0 ? "HLS" : "DASH") + " is " + Times.text(Math.abs(apart))
                                + " behind the other protocol")
                .with("apart_seconds", Times.seconds(apart))
                .alone();
    }

    /** Of the picture that is farthest and does not stand still: that has an alarm of its own. */
    private static OptionalLong lag(List<View> views) {
        return views.stream()
                .filter(view -> view.rendition().kind() == Kind.VIDEO && view.dated() && !view.ended())
                .filter(view -> view.still() < 2 * view.target() + view.held())
                .mapToLong(View::lag)
                .min();
    }

    private static long target(List<View> views) {
        return views.stream().mapToLong(View::target).max().orElse(0);
    }

    private static long twins(List<View> views) {
        return views.stream().mapToLong(View::apart).max().orElse(0);
    }

    /** Rungs by the profile's names, for what is unknown is called by its bitrate, which the protocols count differently. */
    private static List<Finding> offers(List<View> hls, List<View> dash, ChannelProfile profile) {
        Set<String> differ = profile.ladder().stream()
                .map(ExpectedRung::rung)
                .filter(rung -> has(hls, rung) != has(dash, rung))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> hlsSound = sound(hls);
        Set<String> dashSound = sound(dash);
        if (!hlsSound.isEmpty() && !dashSound.isEmpty()) {
            hlsSound.stream().filter(track -> !dashSound.contains(track)).forEach(differ::add);
            dashSound.stream().filter(track -> !hlsSound.contains(track)).forEach(differ::add);
        }
        return differ.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, "only in one of HLS and DASH: " + String.join(", ", differ))
                        .with("differ", String.join(", ", differ))
                        .alone();
    }

    private static boolean has(List<View> views, String rung) {
        return views.stream().anyMatch(view -> view.rendition().name().equals(rung));
    }

    /** In HLS it may be muxed into the rungs, and then nothing can be said. */
    private static Set<String> sound(List<View> views) {
        return views.stream()
                .filter(view -> view.rendition().kind() == Kind.AUDIO)
                .map(view -> view.rendition().name())
                .collect(Collectors.toSet());
    }
}
