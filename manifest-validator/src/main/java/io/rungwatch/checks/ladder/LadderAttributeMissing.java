package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.CodecFamily;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

public final class LadderAttributeMissing implements LadderCheck {
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_attribute_missing", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .set(CheckSet.AUTHORING)
            .summary(
                    "Rows of the ladder lack attributes that players choose by: CODECS and CHANNELS minor, all else info")
            .impact("A slower start, and now and then the wrong pick.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.1–4.4.6.2; Apple HLS authoring 9.1–9.4, 9.11–9.15, 9.19")
            .action("Nothing for tonight: complete the packager's template.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        Faults faults = new Faults(INFO);
        List<Variant> rows = ladder.playlist().variants();
        boolean scored = rows.stream().anyMatch(row -> row.score() != null);
        for (Variant row : rows) {
            row(row, scored, faults);
        }
        for (Variant row : ladder.playlist().iFrameVariants()) {
            absent(row.codecs().isEmpty(), Severity.INFO, row.line(), "CODECS on an I-frame row", faults);
            absent(!row.hasResolution(), Severity.INFO, row.line(), "RESOLUTION on an I-frame row", faults);
        }
        tracks(ladder.playlist().renditions(), faults);
        return faults.told();
    }

    private static void row(Variant row, boolean scored, Faults faults) {
        boolean video = row.codecs().stream().map(CodecFamily::of).anyMatch(CodecFamily::isVideo);
        absent(row.codecs().isEmpty(), Severity.MINOR, row.line(), "CODECS", faults);
        absent(video && !row.hasResolution(), Severity.INFO, row.line(), "RESOLUTION", faults);
        absent(video && row.frameRate().isEmpty(), Severity.INFO, row.line(), "FRAME-RATE", faults);
        absent(row.averageBandwidth().isEmpty(), Severity.INFO, row.line(), "AVERAGE-BANDWIDTH", faults);
        absent(scored && row.score() == null, Severity.INFO, row.line(), "SCORE, which other rows have", faults);
    }

    private static void tracks(List<Rendition> tracks, Faults faults) {
        Map<String, Rendition> twins = new HashMap<>();
        for (Rendition track : tracks) {
            boolean spoken = track.type() != Rendition.Type.VIDEO && track.type() != Rendition.Type.UNKNOWN;
            absent(spoken && track.language() == null, Severity.INFO, track.line(), "LANGUAGE", faults);
            if (track.type() != Rendition.Type.AUDIO) {
                continue;
            }
            Rendition twin = twins.putIfAbsent(track.name(), track);
            boolean unsaid = twin != null && (twin.channels() == null) != (track.channels() == null);
            absent(unsaid, Severity.MINOR, track.line(), "CHANNELS, on one of two renditions of one name", faults);
        }
    }

    private static void absent(boolean missing, Severity severity, int line, String what, Faults faults) {
        if (missing) {
            faults.add(severity, line, what.split("[, ]", 2)[0].toLowerCase(Locale.ROOT), "no " + what);
        }
    }
}
