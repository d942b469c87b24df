package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Players go by what is in a segment; browsers and proxies go by this. */
public final class WrongContentType implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "wrong_content_type", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("The Content-Type of a segment is not one for its format; major where it is that of a web page")
            .impact("Web players and television sets refuse it, or proxies change it.")
            .spec("RFC 8216, 10; ISO/IEC 23009-1, annex C")
            .action(
                    "Set the MIME types of the web server: .ts video/mp2t, .m4s video/iso.segment or video/mp4, .vtt text/vtt.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.MEDIA;
    }

    private static final Set<String> TS = Set.of("video/mp2t");
    private static final Set<String> MP4 =
            Set.of("video/mp4", "audio/mp4", "video/iso.segment", "audio/iso.segment", "application/mp4");
    private static final Set<String> TEXT = Set.of("text/vtt");
    private static final Set<String> SOUND =
            Set.of("audio/aac", "audio/x-aac", "audio/ac3", "audio/eac3", "audio/mpeg");

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        String path = self.segment().listed().url().path();
        Set<String> right = right(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (!self.good() || right.isEmpty()) {
            return Finding.NONE;
        }
        String type = self.header("Content-Type").orElse("");
        String bare = (type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';')))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (right.contains(bare)) {
            return Finding.NONE;
        }
        return Finding.of(INFO, self.what() + " has " + (bare.isEmpty() ? "no Content-Type" : "Content-Type " + bare))
                .severity(bare.equals("text/html") ? Severity.MAJOR : INFO.severity())
                .with("content_type", bare)
                .alone();
    }

    /** By the ending; without one that is known, nothing is expected. */
    private static Set<String> right(String ending) {
        return switch (ending) {
            case "ts" -> TS;
            case "mp4", "m4s", "m4v", "m4a", "cmfv", "cmfa", "cmft" -> MP4;
            case "vtt", "webvtt" -> TEXT;
            case "aac", "ac3", "ec3", "mp3" -> SOUND;
            default -> Set.of();
        };
    }
}
