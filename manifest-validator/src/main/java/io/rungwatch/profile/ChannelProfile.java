package io.rungwatch.profile;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import java.util.List;
import java.util.Locale;
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
    public static ChannelProfile unknown(String channel, String manifest, List<Layer> layers) {
        return new ChannelProfile(
                channel,
                channel,
                Mode.UNKNOWN,
                Tier.MID,
                hls(manifest),
                dash(manifest),
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
                hls(manifest),
                dash(manifest),
                others,
                segment,
                ladder,
                audio,
                subtitles,
                expect,
                checks,
                maintenance);
    }

    /** Whether the same documents are asked for by the same names; only what is expected of them may differ. */
    public boolean watchesLike(ChannelProfile other) {
        return channel.equals(other.channel)
                && mode == other.mode
                && hls.equals(other.hls)
                && dash.equals(other.dash)
                && layers.equals(other.layers)
                && ladder.equals(other.ladder);
    }

    private static Optional<String> hls(String manifest) {
        return isMpd(manifest) ? Optional.empty() : Optional.of(manifest);
    }

    private static Optional<String> dash(String manifest) {
        return isMpd(manifest) ? Optional.of(manifest) : Optional.empty();
    }

    /** By what everybody calls theirs: manifest.mpd, manifest(format=mpd-time-csf). */
    private static boolean isMpd(String manifest) {
        String text = manifest.toLowerCase(Locale.ROOT);
        int query = text.indexOf('?');
        return (query < 0 ? text : text.substring(0, query)).endsWith(".mpd") || text.contains("format=mpd");
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
