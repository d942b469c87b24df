package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Codec;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A level below the declared one does no harm. */
public final class CodecMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "codec_mismatch", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Pictures or sound are of another codec than the manifest says")
            .impact("Devices try what they cannot play, or leave out what they could.")
            .spec("RFC 6381; RFC 8216, 4.3.4.2; ISO 23009-1, 5.3.7")
            .action("Compare the encoder with CODECS of the manifest, and correct whichever is wrong.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return Stream.concat(
                        check(current, Sort.VIDEO, Promised.codecs(current, Sort.VIDEO)),
                        check(
                                current,
                                Sort.AUDIO,
                                Promised.sound(current) ? Promised.codecs(current, Sort.AUDIO) : List.of()))
                .toList();
    }

    private static Stream<Finding> check(Portion portion, Sort sort, List<String> declared) {
        return declared.isEmpty()
                ? Stream.empty()
                : Codecs.of(portion, sort).stream().flatMap(seen -> check(portion, seen, declared));
    }

    private static Stream<Finding> check(Portion portion, Codec seen, List<String> declared) {
        Codecs.Match match = declared.stream()
                .map(codec -> Codecs.match(codec, seen))
                .min(Comparator.naturalOrder())
                .orElse(Codecs.Match.SAME);
        Finding finding = Told.of(
                        INFO, portion, "is " + seen.text() + ", its manifest says " + String.join(", ", declared))
                .with("codec", seen.text());
        return switch (match) {
            case SAME -> Stream.empty();
            case OTHER -> Stream.of(finding.severity(Severity.MINOR));
            case MORE -> Stream.of(finding);
        };
    }
}
