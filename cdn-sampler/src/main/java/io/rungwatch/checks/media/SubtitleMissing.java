package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Look;
import io.rungwatch.media.PackedAudio;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/**
 * Text is sparse: a segment without a word in it is as it should be, and what is no WebVTT is told elsewhere. Wrong is only what belongs to
 * another rendition.
 */
public final class SubtitleMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "subtitle_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of subtitles has picture or sound in it and no text")
            .impact("No subtitles; some players stop.")
            .spec("RFC 8216, 3.5; ISO 14496-30")
            .action("Look at what the packager maps to the subtitles' output: their input is gone, or another one.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return current.rendition().kind() == Kind.SUBTITLES && isOther(current, current.look())
                ? Told.of(INFO, current, "has no text, not even announced").alone()
                : Finding.NONE;
    }

    private static boolean isOther(Portion portion, Look look) {
        return look instanceof PackedAudio
                || look instanceof TransportStream && Present.of(portion, Sort.SUBTITLE) == Present.How.ABSENT
                || look instanceof Fragmented && isOther(portion);
    }

    /** There are more ways to announce text in MP4 than are known here. */
    private static boolean isOther(Portion portion) {
        return !Opened.tracks(portion).isEmpty()
                && Opened.tracks(portion).stream()
                        .map(Opened::sort)
                        .allMatch(sort -> sort == Sort.VIDEO || sort == Sort.AUDIO);
    }
}
