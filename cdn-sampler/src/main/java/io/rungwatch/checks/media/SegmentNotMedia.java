package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Opaque;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Locale;

/** Of a segment that is encrypted as a whole, noise is all that can be seen; empty ones are another matter. */
public final class SegmentNotMedia implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "segment_not_media", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("What came as a segment is no media")
            .impact("Playback stops there, or skips it.")
            .spec("RFC 8216, 3; ISO 13818-1, 2.4.3; ISO 14496-12, 4.2")
            .action(
                    "Fetch the segment and look at its first bytes: an error page comes from a server, noise from an encryption that nobody announced.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return current.look() instanceof Opaque opaque && isWrong(current, opaque)
                ? Told.of(INFO, current, "is no media, it begins with " + opaque.beginning())
                        .with("bytes", opaque.bytes())
                        .alone()
                : Finding.NONE;
    }

    private static boolean isWrong(Portion portion, Opaque opaque) {
        return switch (opaque.looksLike()) {
            case EMPTY -> false;
            case TEXT, XML -> portion.rendition().kind() != Kind.SUBTITLES;
            case BINARY, GZIP, UTF16, IMAGE -> !Opened.isHidden(portion) && !isOfAnotherContainer(portion);
            case HTML, HLS, MPD, JSON, MEDIA -> true;
        };
    }

    /** WebM is not looked into. */
    private static boolean isOfAnotherContainer(Portion portion) {
        return portion.promise().codecs().stream()
                .map(codec -> codec.toLowerCase(Locale.ROOT))
                .anyMatch(codec -> codec.startsWith("vp")
                        || codec.startsWith("av01")
                        || codec.startsWith("opus")
                        || codec.startsWith("vorbis"));
    }
}
