package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Attribute;
import io.rungwatch.hls.Rendition;
import io.rungwatch.profile.ChannelProfile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class RenditionGroupInvalid implements LadderCheck {
    /** What may differ between two groups that offer the same. */
    private static final Set<String> OWN =
            Set.of("URI", "GROUP-ID", "CHANNELS", "BIT-DEPTH", "SAMPLE-RATE", "STABLE-RENDITION-ID", "INSTREAM-ID");

    private static final CheckInfo INFO = LadderCheck.declare(
                    "rendition_group_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .summary(
                    "EXT-X-MEDIA contradicts itself or its group; major for subtitles without a URI, info for a group with fewer members")
            .impact("The wrong language comes on by itself, or the menu shows one twice.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.1, 4.4.6.1.1, 4.4.6.2.1")
            .action("Correct the packager's template at the lines that are named.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        List<Rendition> tracks = ladder.playlist().renditions();
        if (tracks.isEmpty()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        Map<Rendition.Type, Map<String, Map<String, Rendition>>> types = new EnumMap<>(Rendition.Type.class);
        Set<List<Object>> defaults = new HashSet<>();
        for (Rendition track : tracks) {
            alone(track, faults);
            Map<String, Rendition> group = types.computeIfAbsent(track.type(), type -> new LinkedHashMap<>())
                    .computeIfAbsent(track.groupId(), id -> new LinkedHashMap<>());
            if (group.putIfAbsent(track.name(), track) != null) {
                faults.add(
                        track.line(),
                        "name",
                        "the name " + track.name() + " is there twice in group " + track.groupId());
            }
            if (track.isDefault() && !defaults.add(List.of(track.type(), track.groupId()))) {
                faults.add(track.line(), "default", "a second DEFAULT=YES in group " + track.groupId());
            }
        }
        types.values().forEach(groups -> beside(groups.values(), faults));
        return faults.told();
    }

    private static void alone(Rendition track, Faults faults) {
        boolean subtitles = track.type() == Rendition.Type.SUBTITLES;
        boolean captions = track.type() == Rendition.Type.CLOSED_CAPTIONS;
        boolean notChosen = track.attributes().has("AUTOSELECT") && !track.autoselect();
        if (track.isDefault() && notChosen) {
            faults.add(track.line(), "autoselect", "DEFAULT=YES with AUTOSELECT=NO");
        }
        if (track.forced() && !subtitles) {
            faults.add(track.line(), "forced", "FORCED=YES on what is no subtitles");
        }
        if (subtitles && track.uri() == null) {
            faults.add(Severity.MAJOR, track.line(), "uri", "subtitles " + track.name() + " without a URI");
        }
        if (captions && track.uri() != null) {
            faults.add(track.line(), "uri", "closed captions with a URI");
        }
        if (captions && track.instreamId() == null) {
            faults.add(track.line(), "instream_id", "closed captions without INSTREAM-ID");
        }
    }

    /** Groups of one type must have the same members, so that a change of rung is no change of language. */
    private static void beside(Iterable<Map<String, Rendition>> groups, Faults faults) {
        Map<String, Rendition> first = null;
        for (Map<String, Rendition> group : groups) {
            if (first == null) {
                first = group;
                continue;
            }
            for (Rendition track : group.values()) {
                Rendition twin = first.get(track.name());
                if (twin != null && !outward(twin).equals(outward(track))) {
                    faults.add(
                            track.line(),
                            "attributes",
                            track.name() + " has other attributes than in line " + twin.line());
                }
            }
            if (!first.keySet().equals(group.keySet())) {
                Rendition one = group.values().iterator().next();
                faults.add(
                        Severity.INFO,
                        one.line(),
                        "members",
                        "group " + one.groupId() + " has other members than group "
                                + first.values().iterator().next().groupId());
            }
        }
    }

    private static Map<String, String> outward(Rendition track) {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : track.attributes().all()) {
            boolean usual = attribute.value().equals("NO");
            if (!OWN.contains(attribute.name()) && !usual) {
                attributes.put(attribute.name(), attribute.value());
            }
        }
        return attributes;
    }
}
