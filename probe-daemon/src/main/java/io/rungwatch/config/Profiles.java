package io.rungwatch.config;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.profile.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A profile from what its file says, what it inherits and what it refers to.
 *
 * @param declared null for a profile on its own, as `check --profile` reads it: the address comes from the command line then
 */
record Profiles(@Nullable Declared declared, Errors errors) {

    /** Best effort when something was wrong, so that all of it is told. */
    Optional<ChannelProfile> profile(Got own) {
        Got got = declared == null ? own : own.over(declared.defaults());
        return own.find(ProfileShape.CHANNEL).map(channel -> profile(channel, got));
    }

    private ChannelProfile profile(String channel, Got got) {
        Optional<Got> manifests = got.find(ProfileShape.MANIFESTS);
        Optional<String> hls = path(manifests, ProfileShape.HLS, channel);
        Optional<String> dash = path(manifests, ProfileShape.DASH, channel);
        if (declared != null) {
            reachable(channel, got);
        }
        return new ChannelProfile(
                channel,
                got.find(ProfileShape.NAME).orElse(channel),
                got.get(ProfileShape.MODE),
                got.get(ProfileShape.TIER),
                hls,
                dash,
                layers(got),
                segment(got.find(ProfileShape.SEGMENT)),
                ladder(got),
                tracks(got.find(ProfileShape.AUDIO)),
                tracks(got.find(ProfileShape.SUBTITLES)),
                got.find(ProfileShape.EXPECT).map(ExpectShape::of).orElse(Expectations.NONE),
                checks(got.find(ProfileShape.CHECKS)),
                maintenance(got.find(ProfileShape.MAINTENANCE)));
    }

    private void reachable(String channel, Got got) {
        Optional<Found<Got>> manifests = got.found(ProfileShape.MANIFESTS);
        boolean none = manifests.isEmpty() && !got.says(ProfileShape.MANIFESTS);
        boolean empty = manifests.isPresent()
                && !manifests.get().value().says(ProfileShape.HLS)
                && !manifests.get().value().says(ProfileShape.DASH);
        if (none || empty) {
            errors.add(
                    manifests.map(Found::spot).orElse(got.spot()),
                    channel + " says no manifest; write manifests: { hls: /…/master.m3u8 } here or below defaults of "
                            + "rungwatch.yaml");
        }
    }

    private static Optional<String> path(Optional<Got> manifests, Key<String> key, String channel) {
        return manifests.flatMap(got -> got.find(key)).map(path -> Addresses.named(path, channel));
    }

    private List<Layer> layers(Got got) {
        if (declared == null) {
            return List.of();
        }
        Optional<Found<List<Found<String>>>> said = got.found(ProfileShape.LAYERS);
        if (said.isEmpty()) {
            return List.copyOf(declared.layers().values());
        }
        List<Found<String>> names = said.get().value();
        if (names.isEmpty()) {
            errors.add(said.get().spot(), "names no layer; remove the key to watch the channel at all of them");
        }
        return LayerNames.chosen(names, declared, errors).stream()
                .map(declared.layers()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static SegmentRule segment(Optional<Got> said) {
        return said.map(got -> new SegmentRule(
                        got.find(ProfileShape.DURATION),
                        got.find(ProfileShape.TOLERANCE).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        got.get(ProfileShape.MINIMUM)))
                .orElse(SegmentRule.DEFAULT);
    }

    private List<ExpectedRung> ladder(Got got) {
        Optional<Found<NameOrRungs.Ladder>> said = got.found(ProfileShape.LADDER);
        if (said.isEmpty()) {
            return List.of();
        }
        return switch (said.get().value()) {
            case NameOrRungs.Written written -> Rungs.of(written.rungs(), errors);
            case NameOrRungs.Called called -> called(called.name(), said.get().spot());
        };
    }

    private List<ExpectedRung> called(String name, Spot spot) {
        if (declared == null) {
            errors.add(
                    spot,
                    "ladder '" + name + "' is a name, and no rungwatch.yaml stands beside the profile's folder to "
                            + "declare it; write its rungs here");
            return List.of();
        }
        List<ExpectedRung> rungs = declared.ladders().get(name);
        if (rungs == null) {
            errors.add(
                    spot,
                    "unknown ladder '" + name + "'; "
                            + Nearest.hint(name, declared.ladders().keySet()));
            return List.of();
        }
        return rungs;
    }

    private static List<ExpectedTrack> tracks(Optional<List<Found<Got>>> said) {
        List<ExpectedTrack> tracks = new ArrayList<>();
        for (Found<Got> row : said.orElse(List.of())) {
            row.value()
                    .find(ProfileShape.LANGUAGE)
                    .map(language -> new ExpectedTrack(
                            language, row.value().find(ProfileShape.CODEC).orElse("")))
                    .ifPresent(tracks::add);
        }
        return List.copyOf(tracks);
    }

    private static Map<String, CheckSetting> checks(Optional<Got> said) {
        Map<String, CheckSetting> checks = new LinkedHashMap<>();
        said.ifPresent(got -> ProfileShape.EACH_CHECK.forEach(
                (id, key) -> got.find(key).ifPresent(setting -> checks.put(id, setting))));
        return Map.copyOf(checks);
    }

    private List<Maintenance> maintenance(Optional<List<Found<Got>>> said) {
        List<Maintenance> windows = new ArrayList<>();
        for (Found<Got> row : said.orElse(List.of())) {
            Optional<Instant> from = row.value().find(ProfileShape.FROM);
            Optional<Found<Instant>> to = row.value().found(ProfileShape.TO);
            if (from.isPresent() && to.isPresent()) {
                if (!to.get().value().isAfter(from.get())) {
                    errors.add(to.get().spot(), "the window is over before it begins; write a 'to' after its 'from'");
                }
                String reason = row.value().find(ProfileShape.REASON).orElse("");
                windows.add(new Maintenance(from.get(), to.get().value(), reason));
            }
        }
        return List.copyOf(windows);
    }
}
