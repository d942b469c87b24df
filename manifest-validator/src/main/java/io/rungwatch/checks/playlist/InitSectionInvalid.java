package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.InitSection;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public final class InitSectionInvalid implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "init_section_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary(
                    "MP4 segments without EXT-X-MAP, or another one without a discontinuity; info where the key changes with it")
            .impact("A black screen from the change on.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.5, 6.2.1; Apple HLS authoring 8.20")
            .action("Was an encoder reconfigured? Look at what the packager wrote before that segment.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        List<Segment> segments = playlist.segments();
        // The EXT-X-MAP of a delta update may be in what was skipped.
        if (segments.isEmpty() || playlist.skip() != null) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        if (segments.getFirst().map() == null && isMp4(segments.getFirst().uri())) {
            faults.add(segments.getFirst().line(), "missing", "an MP4 segment without EXT-X-MAP");
        }
        if (playlist.has(Tag.MAP)) {
            changes(segments, faults);
        }
        for (Problem problem : playlist.problems()) {
            if (problem.kind() == ProblemKind.ATTRIBUTE_MISSING
                    && problem.text().startsWith("EXT-X-MAP: ")) {
                faults.add(problem.line(), "uri", "EXT-X-MAP without a URI");
            }
        }
        return faults.told();
    }

    private static void changes(List<Segment> segments, Faults faults) {
        for (int i = 1; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Segment before = segments.get(i - 1);
            if (!segment.discontinuity() && differ(before.map(), segment.map())) {
                // What rotates keys writes the same section again, under another key.
                boolean rekeyed = !segment.keys().equals(before.keys());
                faults.add(
                        rekeyed ? Severity.INFO : Severity.MAJOR,
                        segment.line(),
                        rekeyed ? "rekeyed" : "changed",
                        "segment " + SequenceNumbers.text(segment.number())
                                + " has another init section than the one before it, and no discontinuity");
            }
        }
    }

    /** A new token is no new section. */
    private static boolean differ(@Nullable InitSection a, @Nullable InitSection b) {
        if (a == null || b == null) {
            return a != null || b != null;
        }
        return a.line() != b.line()
                && !(path(a.uri()).equals(path(b.uri())) && Objects.equals(a.byteRange(), b.byteRange()));
    }

    private static boolean isMp4(String uri) {
        String path = path(uri);
        int dot = path.lastIndexOf('.');
        return dot > 0
                && switch (path.substring(dot + 1)) {
                    case "m4s", "mp4", "cmfv", "cmfa", "cmft" -> true;
                    default -> false;
                };
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
