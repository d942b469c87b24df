package io.rungwatch.config;

import io.rungwatch.cache.Pops;
import io.rungwatch.profile.Tier;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What `rungwatch.yaml` may say of sampling: below `sampling`, and of each layer. */
final class SamplingShape {
    private static final Words<Boolean> ON_OFF =
            new Words<>("on or off", List.of(true, false), on -> on ? "on" : "off");
    private static final Words<Boolean> YES_NO =
            new Words<>("yes or no", List.of(true, false), yes -> yes ? "yes" : "no");
    private static final Words<Boolean> HIT_MISS =
            new Words<>("hit or miss", List.of(true, false), hit -> hit ? "hit" : "miss");

    static final Scalar<String> EXPRESSION = Scalar.of(
            "an expression",
            "write a regular expression, at most 200 letters",
            ".{1,200}",
            groups -> {
                try {
                    return Pattern.compile(groups.group()).pattern();
                } catch (PatternSyntaxException e) {
                    throw new Unfit("is no regular expression: " + e.getDescription());
                }
            },
            text -> text);

    private static final Key<SamplingSettings.Segments> SEGMENTS = Key.of(
            "segments",
            new Words<>(
                    "newest, settled or off",
                    List.of(SamplingSettings.Segments.values()),
                    which -> which.name().toLowerCase(Locale.ROOT)),
            SamplingSettings.Segments.NEWEST,
            "Which segments all layers are asked for: the newest but one, or those that every cache has had time for; or none.");
    private static final Key<Duration> INTERVAL = Key.of(
            "interval",
            Times.DURATION,
            Duration.ofSeconds(30),
            "How often each channel has its turn; its renditions take turns in it.");
    private static final Key<Duration> TOP = Key.of("top", Times.DURATION, "Of the most watched channels.");
    private static final Key<Duration> MID = Key.of("mid", Times.DURATION, "Of those between.");
    private static final Key<Duration> TAIL = Key.of("tail", Times.DURATION, "Of those that few watch.");
    private static final Key<Got> TIERS =
            Key.of("tiers", Section.of("the tiers", TOP, MID, TAIL), "Other intervals, by the `tier` of a channel.");
    private static final Key<Integer> SPOT_CHANNELS = Key.of(
            "channels", Numbers.COUNT, SamplingSettings.SpotChecks.USUAL.channels(), "How many are drawn; 0 for none.");
    private static final Key<Duration> SPOT_EVERY =
            Key.of("every", Times.DURATION, SamplingSettings.SpotChecks.USUAL.every(), "How often.");
    private static final Key<Integer> SPOT_SEGMENTS = Key.of(
            "segments",
            Numbers.COUNT,
            SamplingSettings.SpotChecks.USUAL.segments(),
            "How many segments in a row are looked at, of two rungs and the sound.");
    private static final Key<Got> SPOT_CHECK = Key.of(
            "spotCheck",
            Section.of("the spot check", SPOT_CHANNELS, SPOT_EVERY, SPOT_SEGMENTS),
            "Some channels are looked at more closely now and then; in the end it is everybody's turn.");
    private static final Key<Long> TRAFFIC = Key.of(
            "traffic",
            Numbers.BITRATE,
            "What all samples together may load, bits per second; a channel whose turn does not fit waits for its next one.");
    private static final Key<Boolean> MEDIA = Key.of(
            "media", ON_OFF, true, "Whether segments are looked into: timestamps, continuity, codecs, keyframes.");
    private static final Key<Boolean> REVALIDATED = Key.of(
            "revalidated",
            HIT_MISS,
            true,
            "What a copy counts as that the cache served after asking upstream whether it still holds.");

    private static final Key<List<Found<Url>>> REFERENCES = Key.of(
            "references",
            new ListOf<>(Addresses.PAGE, "a list of addresses"),
            "What answers whenever the probe's own network works, asked by HEAD every ten seconds: [http://127.0.0.1:8080/, https://example.com/]. "
                    + "When no layer answers and none of these, the probe is blind and judges nobody; when one of these does, the layers are gone.");

    static final Key<Got> SAMPLING = Key.of(
            "sampling",
            Section.of("the sampling", INTERVAL, SEGMENTS, SPOT_CHECK, TIERS, TRAFFIC, MEDIA, REVALIDATED, REFERENCES),
            "How segments are sampled at all layers.");

    private static final Key<Duration> LAYER_INTERVAL = Key.of(
            "sampling",
            Times.DURATION,
            "How often its segments are sampled, where that is not at each turn of a channel. Its standby is looked at no more often either.");
    private static final Key<String> HEADER =
            Key.required("header", Texts.NAME, "The response header that says what its cache did.");
    private static final Key<String> HIT = Key.of("hit", EXPRESSION, "What is found in it after a hit.");
    private static final Key<String> MISS = Key.of("miss", EXPRESSION, "After a miss.");
    private static final Key<String> STALE = Key.of("stale", EXPRESSION, "After a hit on a copy past its life.");
    private static final Key<String> PASS = Key.of("pass", EXPRESSION, "Where the cache was not used.");
    private static final Key<Got> RULE = Key.of(
            "rule",
            Section.of("the rule", HEADER, HIT, MISS, STALE, PASS),
            "For caches whose headers nobody else knows; it counts before all others.");
    private static final Key<String> MEMBER =
            Key.of("member", Texts.LINE, "Its name in Cache-Status, where it is not the last one.");
    private static final Key<Boolean> TRUST_AGE = Key.of(
            "trustAge", YES_NO, false, "Whether an Age above 0 is a hit of this layer where no header says better.");
    private static final Key<List<Found<String>>> POPS = Key.of(
            "pops",
            new ListOf<>(Texts.NAME, "a list of POPs"),
            "Which POPs it should answer from, by how their names begin: [SGN, HAN].");
    private static final Key<String> POP_HEADER = Key.of(
            "popHeader",
            Texts.NAME,
            "The response header that names the POP, where it is not one of CloudFront, Cloudflare or Fastly.");
    private static final Key<Got> CACHE = Key.of(
            "cache",
            Section.of("the cache", RULE, MEMBER, TRUST_AGE, POPS, POP_HEADER),
            "How its cache headers are read.");

    /** Of each layer. */
    static final List<Key<?>> LAYER = List.of(LAYER_INTERVAL, CACHE);

    private SamplingShape() {}

    static SamplingSettings of(Got daemon) {
        Got said = daemon.find(SAMPLING).orElseGet(() -> new Got(daemon.spot()));
        Map<String, SamplingSettings.OfLayer> layers = new HashMap<>();
        for (Found<Got> row : daemon.find(DaemonShape.LAYERS).orElse(List.of())) {
            row.value().find(DaemonShape.LAYER).ifPresent(name -> layers.put(name, layer(row.value())));
        }
        return new SamplingSettings(
                said.get(SEGMENTS),
                tiers(said),
                said.find(TRAFFIC).orElse(0L),
                spotChecks(said.find(SPOT_CHECK).orElseGet(() -> new Got(daemon.spot()))),
                said.get(MEDIA),
                said.get(REVALIDATED),
                Map.copyOf(layers),
                said.find(REFERENCES).orElse(List.of()).stream()
                        .map(Found::value)
                        .toList());
    }

    private static SamplingSettings.SpotChecks spotChecks(Got said) {
        return new SamplingSettings.SpotChecks(said.get(SPOT_CHANNELS), said.get(SPOT_EVERY), said.get(SPOT_SEGMENTS));
    }

    private static Map<Tier, Duration> tiers(Got said) {
        Map<Tier, Duration> tiers = new EnumMap<>(Tier.class);
        Optional<Got> own = said.find(TIERS);
        Map.of(Tier.TOP, TOP, Tier.MID, MID, Tier.TAIL, TAIL)
                .forEach((tier, key) ->
                        tiers.put(tier, own.flatMap(got -> got.find(key)).orElse(said.get(INTERVAL))));
        return Map.copyOf(tiers);
    }

    private static SamplingSettings.OfLayer layer(Got row) {
        Optional<Got> cache = row.find(CACHE);
        return new SamplingSettings.OfLayer(
                row.find(LAYER_INTERVAL),
                cache.flatMap(got -> got.find(RULE)).flatMap(SamplingShape::rule),
                cache.flatMap(got -> got.find(MEMBER)),
                cache.map(got -> got.get(TRUST_AGE)).orElse(false),
                cache.map(SamplingShape::pops).orElse(Pops.ANY));
    }

    private static Pops pops(Got got) {
        List<String> names =
                got.find(POPS).orElse(List.of()).stream().map(Found::value).toList();
        return new Pops(names, got.find(POP_HEADER));
    }

    private static Optional<SamplingSettings.Rule> rule(Got got) {
        return got.find(HEADER)
                .map(header -> new SamplingSettings.Rule(
                        header, got.find(HIT), got.find(MISS), got.find(STALE), got.find(PASS)));
    }
}
