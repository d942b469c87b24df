package io.rungwatch.profile;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is known of a channel before its first poll. `hls` and `dash` are paths below a layer's base, or whole URLs. */
public record ChannelProfile(
        String channel,
        String name,
        Mode mode,
        Tier tier,
        Optional<String> hls,
        Optional<String> dash,
        List<Layer> layers,
        SegmentRule segment,
        List<ExpectedRung> ladder,
        List<ExpectedTrack> audio,
        List<ExpectedTrack> subtitles,
        Expectations expect,
        Map<String, CheckSetting> checks,
        List<Maintenance> maintenance) {

    /** A channel of which only the address is known, as `check` and `replay` meet it. */
    public static ChannelProfile unknown(String channel, String hls, List<Layer> layers) {
        return new ChannelProfile(
                channel,
                channel,
                Mode.UNKNOWN,
                Tier.MID,
                Optional.of(hls),
                Optional.empty(),
                layers,
                SegmentRule.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                Expectations.NONE,
                Map.of(),
                List.of());
    }

    /** The same expectations of the stream at another address. */
    public ChannelProfile at(String manifest, List<Layer> others, String called) {
        return new ChannelProfile(
                called,
                name,
                mode,
                tier,
                Optional.of(manifest),
                Optional.empty(),
                others,
                segment,
                ladder,
                audio,
                subtitles,
                expect,
                checks,
                maintenance);
    }

    /** Whether this rendition is meant to go on for ever. */
    public boolean expectsMore(View view) {
        return expectsMore(view.ended(), view.slides());
    }

    public boolean expectsMore(MediaPlaylist playlist) {
        return expectsMore(playlist.ended(), playlist.slides());
    }

    private boolean expectsMore(boolean ended, boolean slides) {
        return switch (mode) {
            case LIVE -> true;
            case EVENT -> !ended;
            case VOD -> false;
            case UNKNOWN -> slides;
        };
    }

    /** What is said of the check itself counts, else what is said of its set. */
    public boolean runs(CheckInfo check) {
        CheckSetting own = checks.get(check.id());
        CheckSetting set = own == null ? checks.get(check.set().word()) : own;
        return set == null ? check.set().usual() : set.on();
    }

    /** The limit of a check: the profile's where it says one, else the check's own. */
    public double threshold(CheckInfo check) {
        CheckSetting setting = checks.get(check.id());
        return setting == null
                ? check.threshold().value()
                : setting.threshold().orElse(check.threshold().value());
    }
}
