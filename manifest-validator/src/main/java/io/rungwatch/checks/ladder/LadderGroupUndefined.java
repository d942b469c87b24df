package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class LadderGroupUndefined implements LadderCheck {
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_group_undefined", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "A rung names a group that no EXT-X-MEDIA of that type declares; info for a group that no rung names")
            .impact("Video without sound, or a rung that players refuse.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.2")
            .action("Correct the packager's template: group and rung must have the same name, in the same case.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private record Group(Rendition.Type type, String id) {
        String told() {
            return type.name().replace('_', '-') + "=\"" + id + "\"";
        }
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        Map<Group, Integer> declared = new LinkedHashMap<>();
        for (Rendition track : ladder.playlist().renditions()) {
            if (track.type() != Rendition.Type.UNKNOWN) {
                declared.putIfAbsent(new Group(track.type(), track.groupId()), track.line());
            }
        }
        Set<Group> named = new HashSet<>();
        Faults faults = new Faults(INFO);
        for (Variant row : ladder.playlist().variants()) {
            look(row, Rendition.Type.AUDIO, row.audioGroup(), declared, named, faults);
            look(row, Rendition.Type.VIDEO, row.videoGroup(), declared, named, faults);
            look(row, Rendition.Type.SUBTITLES, row.subtitlesGroup(), declared, named, faults);
            look(row, Rendition.Type.CLOSED_CAPTIONS, row.closedCaptionsGroup(), declared, named, faults);
        }
        declared.forEach((group, line) -> {
            if (!named.contains(group)) {
                faults.add(Severity.INFO, line, "unused", "no rung names " + group.told());
            }
        });
        return faults.told();
    }

    /** A variable that nobody defined stands in the name as it is written, and has a check of its own. */
    private static void look(
            Variant row,
            Rendition.Type type,
            @Nullable String id,
            Map<Group, Integer> declared,
            Set<Group> named,
            Faults faults) {
        if (id == null || id.contains("{$")) {
            return;
        }
        Group group = new Group(type, id);
        if (named.add(group) && !declared.containsKey(group)) {
            faults.add(row.line(), "undefined", group.told() + " is not declared by any EXT-X-MEDIA of that type");
        }
    }
}
