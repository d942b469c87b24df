package io.rungwatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.url.BadUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Any bytes as what the servers of a channel answer, HLS and DASH, two layers, every check on: nothing is thrown, no check breaks, what is
 * told stays short, and the healthy channel beside it is told of exactly as if it were alone.
 */
public final class ChannelFuzz {
    private static final int MOST_POLLS = 48;
    private static final int NEIGHBOUR_SECONDS = 14;
    private static final int MOST_FINDINGS = 300;
    /** Five hundred characters of which each may take two. */
    private static final int LONGEST = 1001;

    private static final Map<String, CheckSetting> ALL_ON = ManifestChecks.ALL.stream()
            .collect(Collectors.toMap(
                    check -> check.info().id(),
                    check -> new CheckSetting(true, Optional.empty(), OptionalDouble.empty())));
    private static final ChannelProfile BOTH = both(Channels.laddered(Channels.PACKAGER, Channels.EDGE));
    private static final String ALONE = told(neighbour().pass(NEIGHBOUR_SECONDS));

    private ChannelFuzz() {}

    /** No input is to blame for the classes being loaded. */
    public static void fuzzerInitialize() throws BadUrl {
        fuzzerTestOneInput(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] data) throws BadUrl {
        Tape tape = new Tape(data);
        ChannelWatch watch = new ChannelWatch(BOTH, List.copyOf(ManifestChecks.ALL), LivePlaylist.START);
        Chain neighbour = neighbour();
        Instant now = LivePlaylist.START;
        for (int polls = 0; polls < MOST_POLLS; ) {
            now = watch.nextDue().isAfter(now) ? watch.nextDue() : now;
            assertThat(now).as("a turn that never comes").isBefore(LivePlaylist.START.plusSeconds(7200));
            for (Poll poll : watch.due(now)) {
                if (polls++ < MOST_POLLS) {
                    check(watch.accept(poll, tape.answer(poll.fetch(), now)));
                }
            }
            assertThat(watch.places()).hasSizeLessThanOrEqualTo(1000);
        }
        assertThat(told(neighbour.pass(NEIGHBOUR_SECONDS))).isEqualTo(ALONE);
    }

    private static void check(PollReport report) {
        assertThat(report.faults()).isEmpty();
        assertThat(report.findings()).hasSizeLessThan(MOST_FINDINGS);
        for (Finding finding : report.findings()) {
            boolean brief = finding.message().length() <= LONGEST
                    && finding.facts().values().stream()
                            .allMatch(fact -> fact.toString().length() <= LONGEST);
            if (!brief || finding.message().isBlank()) {
                throw new AssertionError(finding);
            }
        }
    }

    private static Chain neighbour() {
        return new Chain(Channels.live(Channels.PACKAGER, Channels.EDGE));
    }

    private static String told(Chain chain) {
        return chain.reports().stream()
                .map(report -> report.where() + " " + report.at() + " " + report.findings() + report.faults())
                .collect(Collectors.joining("\n"));
    }

    private static ChannelProfile both(ChannelProfile usual) {
        return new ChannelProfile(
                usual.channel(),
                usual.name(),
                usual.mode(),
                usual.tier(),
                usual.hls(),
                Optional.of("/live/manifest.mpd"),
                usual.layers(),
                usual.segment(),
                usual.ladder(),
                usual.audio(),
                usual.subtitles(),
                usual.expect(),
                ALL_ON,
                List.of());
    }
}
