package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** In one of the streams of sound; where all of them are silent, it is missing. */
public final class AudioPesEmpty implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "audio_pes_empty", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(100, "bytes a second; the thriftiest sound has ten times as many"))
            .summary("A stream of sound in MPEG-TS has packets with hardly anything in them")
            .impact("Silence in that language.")
            .spec("RFC 8216, 3.2; ISO 13818-1, 2.4.3.6")
            .action("Look at the input of the audio encoder, then at what the packager does with this pid.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        double least = profile.threshold(INFO) * Opened.listed(current);
        return Opened.wholeTs(current).stream()
                .filter(ts -> Present.of(current, Sort.AUDIO) == Present.How.THERE)
                .flatMap(ts -> ts.all(Sort.AUDIO))
                .filter(pid -> pid.scrambled() == 0 && pid.continuity().errors() == 0)
                .filter(pid -> pid.pes().filter(pes -> pes.content() < least).isPresent())
                .findFirst()
                .map(pid -> told(current, pid))
                .orElse(Finding.NONE);
    }

    private static List<Finding> told(Portion portion, Pid pid) {
        long bytes = pid.pes().map(Pes::content).orElse(0L);
        return Told.of(
                        INFO,
                        portion,
                        "has " + bytes + " bytes of sound on pid " + pid.number() + ", for "
                                + Told.seconds(Opened.listed(portion)))
                .with("pid", pid.number())
                .with("bytes", bytes)
                .alone();
    }
}
