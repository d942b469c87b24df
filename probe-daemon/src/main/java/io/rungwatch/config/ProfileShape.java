package io.rungwatch.config;

import io.rungwatch.AllChecks;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a channel profile may say. The reader, the JSON Schema and docs/config.md are made from this. */
final class ProfileShape {
    static final Key<String> HLS = Key.of(
            "hls", Addresses.MANIFEST, "Path of the multivariant playlist below each layer, or a whole address.");
    static final Key<String> DASH =
            Key.of("dash", Addresses.MANIFEST, "Path of the MPD below each layer, or a whole address.");
    static final Section MANIFESTS_SECTION = Section.of("the manifests", HLS, DASH);

    static final Key<Duration> DURATION =
            Key.of("duration", Times.DURATION, "How long a segment should be; the playlist's own median otherwise.");
    static final Key<Double> TOLERANCE = Key.of(
            "tolerance",
            Numbers.PERCENT,
            "How far a segment may stray from it; 15%, at least half a second, otherwise.");
    static final Key<Integer> MINIMUM =
            Key.of("minimum", Numbers.COUNT, 3, "Fewest segments that a live playlist may offer.");
    static final Section SEGMENT_SECTION = Section.of("the segment rule", DURATION, TOLERANCE, MINIMUM);

    static final Key<String> RUNG = Key.required("rung", Texts.NAME, "What people call it: 4K, HD, SD, LD.");
    static final Key<Long> BITRATE =
            Key.required("bitrate", Numbers.BITRATE, "Its BANDWIDTH, bits per second: 500k, 5M.");
    static final Key<Resolution> RESOLUTION =
            Key.required("resolution", Numbers.RESOLUTION, "Width x height: 1920x1080.");
    static final Key<String> VIDEO_CODEC = Key.of(
            "codec",
            new Words<>("a video codec", List.of("avc", "hevc", "av1", "vp9"), word -> word),
            "Family of the video codec; any otherwise.");
    static final ListOf<Got> RUNGS =
            new ListOf<>(Section.of("a rung", RUNG, BITRATE, RESOLUTION, VIDEO_CODEC), "a list of rungs");

    static final Key<String> LANGUAGE = Key.required("language", Texts.LANGUAGE, "Its LANGUAGE: vie, en.");
    static final Key<String> CODEC = Key.of("codec", Texts.CODEC, "Its codec; any otherwise.");
    private static final ListOf<Got> TRACKS = new ListOf<>(Section.of("a track", LANGUAGE, CODEC), "a list of tracks");

    static final Key<Instant> FROM = Key.required("from", Times.INSTANT, "When it begins, with its offset.");
    static final Key<Instant> TO = Key.required("to", Times.INSTANT, "When it is over.");
    static final Key<String> REASON = Key.of("reason", Texts.LINE, "Shown to whoever asks why it is quiet.");
    private static final ListOf<Got> WINDOWS =
            new ListOf<>(Section.of("a maintenance window", FROM, TO, REASON), "a list of maintenance windows");

    static final Map<String, Key<CheckSetting>> EACH_CHECK = eachCheck();

    static final Key<String> CHANNEL =
            Key.required("channel", Texts.CHANNEL, "The channel's id: letters, digits, '_', '-' and '.'.");
    static final Key<String> NAME = Key.of("name", Texts.LINE, "What people call it; the id otherwise.");
    static final Key<Mode> MODE = Key.of(
            "mode",
            new Words<>("a mode", List.of(Mode.LIVE, Mode.EVENT, Mode.VOD), Mode::word),
            Mode.LIVE,
            "Whether the stream is meant to go on (live), to end (event), or to be whole (vod).");
    static final Key<Tier> TIER = Key.of(
            "tier",
            new Words<>("a tier", List.of(Tier.values()), Tier::word),
            Tier.MID,
            "How much it is watched: says what share of first touches a cache should hit (95, 85, 70 %), which cache_hit_ratio_low compares.");
    static final Key<Got> MANIFESTS = Key.of(
            "manifests", MANIFESTS_SECTION, "Where its manifests are. `{channel}` is replaced by the channel's id.");
    static final Key<List<Found<String>>> LAYERS = Key.of(
            "layers",
            new ListOf<>(Texts.NAME, "a list of layers"),
            "At which layers it is watched, upstream first; all that rungwatch.yaml declares otherwise.");
    static final Key<Got> SEGMENT = Key.of("segment", SEGMENT_SECTION, "What its segments should be.");
    static final Key<NameOrRungs.Ladder> LADDER = Key.of(
            "ladder",
            new NameOrRungs(RUNGS),
            "The rungs it must have, or the name of a ladder of rungwatch.yaml; what is offered is not judged otherwise.");
    static final Key<List<Found<Got>>> AUDIO =
            Key.of("audio", TRACKS, "The audio tracks that its manifest must offer.");
    static final Key<List<Found<Got>>> SUBTITLES =
            Key.of("subtitles", TRACKS, "The subtitles that its manifest must offer.");
    static final Key<Got> EXPECT = Key.of(
            "expect", ExpectShape.SECTION, "What the stream was promised to be besides; nothing is missed otherwise.");
    static final Key<Got> CHECKS = Key.of(
            "checks",
            new Section("the checks", List.copyOf(EACH_CHECK.values()), Map.of()),
            "Switch a check or a set of them `on` or `off`, or change a check's `threshold` and `severity`, by its id (docs/checks.md).");
    static final Key<List<Found<Got>>> MAINTENANCE = Key.of("maintenance", WINDOWS, "When nobody is to be woken.");

    static final Section PROFILE = Section.of(
            "a channel profile",
            CHANNEL,
            NAME,
            MODE,
            TIER,
            MANIFESTS,
            LAYERS,
            SEGMENT,
            LADDER,
            AUDIO,
            SUBTITLES,
            EXPECT,
            CHECKS,
            MAINTENANCE);

    static final Section DEFAULTS = PROFILE.without("the defaults", CHANNEL, NAME)
            .refusing("channel", "is each channel's own; write it into its profile")
            .refusing("name", "is each channel's own; write it into its profile");

    private ProfileShape() {}

    private static Map<String, Key<CheckSetting>> eachCheck() {
        Map<String, Key<CheckSetting>> keys = new LinkedHashMap<>();
        for (CheckSet set : CheckSet.values()) {
            keys.put(set.word(), Key.of(set.word(), CheckType.SWITCH, "The whole set. " + set.text()));
        }
        for (var check : AllChecks.LIST) {
            CheckInfo info = check.info();
            keys.put(info.id(), Key.of(info.id(), new CheckType(info), info.summary() + "."));
        }
        return keys;
    }
}
