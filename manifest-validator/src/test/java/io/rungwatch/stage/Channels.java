package io.rungwatch.stage;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.profile.Tier;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles of the made-up channel CH_001, whose manifest is /live/master.m3u8 at every layer. */
public final class Channels {
    public static final Layer PACKAGER = layer("packager", Kind.PACKAGER);
    public static final Layer ORIGIN = layer("origin", Kind.ORIGIN);
    public static final Layer EDGE = layer("edge-hn", Kind.EDGE);

    public static final List<ExpectedRung> LADDER = List.of(
            new ExpectedRung("4K", 15_000_000, 3840, 2160, "hevc"),
            new ExpectedRung("HD", 5_000_000, 1920, 1080, "avc"),
            new ExpectedRung("SD", 2_000_000, 1280, 720, "avc"),
            new ExpectedRung("LD", 500_000, 640, 360, "avc"));

    private Channels() {}

    /** A live channel that expects no ladder in particular. */
    public static ChannelProfile live(Layer... layers) {
        return profile(Mode.LIVE, List.of(), List.of(), SegmentRule.DEFAULT, layers);
    }

    /** A live channel on the ladder of four. */
    public static ChannelProfile laddered(Layer... layers) {
        return profile(Mode.LIVE, LADDER, List.of(), SegmentRule.DEFAULT, layers);
    }

    public static ChannelProfile mode(Mode mode, Layer... layers) {
        return profile(mode, List.of(), List.of(), SegmentRule.DEFAULT, layers);
    }

    public static ChannelProfile profile(
            Mode mode, List<ExpectedRung> ladder, List<ExpectedTrack> audio, SegmentRule segment, Layer... layers) {
        return new ChannelProfile(
                "CH_001",
                "News",
                mode,
                Tier.MID,
                Optional.of("/live/master.m3u8"),
                Optional.empty(),
                List.of(layers),
                segment,
                ladder,
                audio,
                List.of(),
                Expectations.NONE,
                Map.of(),
                List.of());
    }

    /** The same channel, of which more is promised. */
    public static ChannelProfile promised(
            ChannelProfile usual, List<ExpectedTrack> subtitles, Optional<Duration> window) {
        Promises promises = Promises.promises();
        window.ifPresent(promises::window);
        return with(usual, subtitles, promises.made(), usual.checks(), usual.maintenance());
    }

    public static ChannelProfile maintained(ChannelProfile usual, Maintenance window) {
        return with(usual, usual.subtitles(), usual.expect(), usual.checks(), List.of(window));
    }

    public static ChannelProfile set(ChannelProfile usual, String check, CheckSetting setting) {
        return with(usual, usual.subtitles(), usual.expect(), Map.of(check, setting), usual.maintenance());
    }

    public static ChannelProfile with(Map<String, CheckSetting> checks) {
        ChannelProfile usual = live();
        return with(usual, usual.subtitles(), usual.expect(), checks, List.of());
    }

    public static ChannelProfile expecting(ChannelProfile usual, Expectations expect) {
        return with(usual, usual.subtitles(), expect, usual.checks(), usual.maintenance());
    }

    private static ChannelProfile with(
            ChannelProfile usual,
            List<ExpectedTrack> subtitles,
            Expectations expect,
            Map<String, CheckSetting> checks,
            List<Maintenance> maintenance) {
        return new ChannelProfile(
                usual.channel(),
                usual.name(),
                usual.mode(),
                usual.tier(),
                usual.hls(),
                usual.dash(),
                usual.layers(),
                usual.segment(),
                usual.ladder(),
                usual.audio(),
                subtitles,
                expect,
                checks,
                maintenance);
    }

    public static Url url(String text) {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Layer layer(String name, Kind kind) {
        String team = kind == Kind.PACKAGER ? "packager" : "cdn";
        return new Layer(name, kind, team, url("http://" + name + "/"), Optional.empty());
    }
}
