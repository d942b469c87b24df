package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.View;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class PlaylistEnded implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "playlist_ended", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A live channel says EXT-X-ENDLIST; major when only some of its renditions do")
            .impact("Players end the programme.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.4")
            .action("Restart the output; was the end planned?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (!ended(self, profile)) {
            return Finding.NONE;
        }
        boolean every = all.stream()
                .filter(view -> view.rendition().kind() == Kind.VIDEO)
                .allMatch(view -> ended(view, profile));
        Severity severity = every ? Severity.CRITICAL : Severity.MAJOR;
        if (self.step().isEmpty()) {
            return Finding.of(INFO, "a live manifest became static")
                    .severity(severity)
                    .alone();
        }
        String last = SequenceNumbers.text(self.step().get().current().endNumber() - 1);
        return Finding.of(INFO, "a live playlist ended (EXT-X-ENDLIST) after segment " + last)
                .severity(severity)
                .with("last_segment", last)
                .alone();
    }

    private static boolean ended(View view, ChannelProfile profile) {
        return view.ended() && profile.expectsMore(view);
    }
}
