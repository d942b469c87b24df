package io.rungwatch.config;

import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.profile.SegmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The effective profile as YAML that is itself a profile: read again, it says the same whatever the defaults become. */
public final class ProfileText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*");
    private static final Set<String> NOT_PLAIN = Set.of("null", "true", "false", "yes", "no", "on", "off");

    private final StringBuilder text = new StringBuilder();

    private ProfileText() {}

    public static String of(ChannelProfile profile) {
        ProfileText yaml = new ProfileText();
        yaml.line("channel", quoted(profile.channel()));
        yaml.line("name", quoted(profile.name()));
        yaml.line("mode", profile.mode().word());
        yaml.line("tier", profile.tier().word());
        yaml.line("manifests", manifests(profile));
        if (!profile.layers().isEmpty()) {
            List<String> names = profile.layers().stream().map(Layer::name).toList();
            yaml.line(
                    "layers",
                    "["
                            + String.join(
                                    ", ",
                                    names.stream().map(ProfileText::quoted).toList()) + "]");
        }
        yaml.line("segment", segment(profile.segment()));
        yaml.list("ladder", profile.ladder(), ProfileText::rung);
        yaml.list("audio", profile.audio(), ProfileText::track);
        yaml.list("subtitles", profile.subtitles(), ProfileText::track);
        yaml.line("expect", section(ExpectShape.write(profile.expect())));
        yaml.checks(profile);
        yaml.list("maintenance", profile.maintenance(), ProfileText::window);
        return yaml.text.toString();
    }

    private void line(String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private <T> void list(String key, List<T> items, Function<T, String> row) {
        if (items.isEmpty()) {
            line(key, "[]");
            return;
        }
        text.append(key).append(":\n");
        items.forEach(item -> text.append("  - ").append(row.apply(item)).append('\n'));
    }

    private void checks(ChannelProfile profile) {
        if (profile.checks().isEmpty()) {
            line("checks", "{}");
            return;
        }
        text.append("checks:\n");
        new TreeMap<>(profile.checks()).forEach((id, setting) -> {
            Key<CheckSetting> key = ProfileShape.EACH_CHECK.get(id);
            if (key != null) {
                text.append("  ")
                        .append(id)
                        .append(": ")
                        .append(key.type().write(setting))
                        .append('\n');
            }
        });
    }

    private static String manifests(ChannelProfile profile) {
        List<String> said = new ArrayList<>();
        profile.hls().ifPresent(path -> said.add("hls: " + quoted(path)));
        profile.dash().ifPresent(path -> said.add("dash: " + quoted(path)));
        return section(said);
    }

    private static String segment(SegmentRule rule) {
        List<String> said = new ArrayList<>();
        rule.duration().ifPresent(duration -> said.add("duration: " + Times.write(duration)));
        rule.tolerance().ifPresent(tolerance -> said.add("tolerance: " + Numbers.PERCENT.write(tolerance)));
        said.add("minimum: " + rule.minimum());
        return section(said);
    }

    private static String rung(ExpectedRung rung) {
        List<String> said = new ArrayList<>(List.of(
                "rung: " + quoted(rung.rung()),
                "bitrate: " + Numbers.BITRATE.write(rung.bitrate()),
                "resolution: " + new Resolution(rung.width(), rung.height())));
        if (!rung.codec().isEmpty()) {
            said.add("codec: " + rung.codec());
        }
        return section(said);
    }

    private static String track(ExpectedTrack track) {
        String language = "language: " + quoted(track.language());
        return section(
                track.codec().isEmpty() ? List.of(language) : List.of(language, "codec: " + quoted(track.codec())));
    }

    private static String window(Maintenance window) {
        List<String> said = new ArrayList<>(List.of("from: " + window.from(), "to: " + window.to()));
        if (!window.reason().isEmpty()) {
            said.add("reason: " + quoted(window.reason()));
        }
        return section(said);
    }

    private static String section(List<String> said) {
        return said.isEmpty() ? "{}" : "{ " + String.join(", ", said) + " }";
    }

    /** A JSON string is a YAML string. */
    static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !NOT_PLAIN.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : Json.write(value);
    }
}
