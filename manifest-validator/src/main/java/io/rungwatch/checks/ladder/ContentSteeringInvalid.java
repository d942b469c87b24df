package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.checks.Repeated;
import io.rungwatch.hls.ContentSteering;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ContentSteeringInvalid implements LadderCheck {
    private static final CheckInfo INFO = LadderCheck.declare(
                    "content_steering_invalid", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary("EXT-X-CONTENT-STEERING twice, without a server, or beginning at a pathway that no rung is on")
            .impact("Players refuse to be steered and stay where they are, even on a dead CDN.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.6; Apple HLS authoring 9.18")
            .action("Compare PATHWAY-ID of the tag with those of the rungs; fetch the steering manifest.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        MultivariantPlaylist playlist = ladder.playlist();
        ContentSteering steering = playlist.contentSteering();
        if (steering == null) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        String server = steering.serverUri();
        if (server == null || server.isBlank()) {
            faults.add(steering.line(), "server", "EXT-X-CONTENT-STEERING without SERVER-URI");
        }
        String pathway = steering.pathwayId();
        if (pathway != null
                && playlist.variants().stream().noneMatch(row -> row.pathwayId().equals(pathway))) {
            faults.add(steering.line(), "pathway", "no rung is on pathway " + pathway);
        }
        for (Problem problem : Repeated.of(playlist, Tag.CONTENT_STEERING)) {
            faults.add(problem.line(), "repeated", "a second EXT-X-CONTENT-STEERING");
        }
        return faults.told();
    }
}
