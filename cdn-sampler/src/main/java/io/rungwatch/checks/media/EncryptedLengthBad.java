package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Opaque;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class EncryptedLengthBad implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "encrypted_length_bad", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A segment that is encrypted as a whole has a length that no encryption makes")
            .impact("Its end cannot be decrypted; some players stop.")
            .spec("RFC 8216, 4.3.2.4; RFC 5652, 6.3")
            .action("The segment was cut: look at how it is written and copied.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return Opened.isHidden(current)
                        && current.look() instanceof Opaque opaque
                        && opaque.bytes() % BLOCK != 0
                        && !opaque.maybeEncrypted()
                        && isNoise(opaque)
                ? Told.of(
                                INFO,
                                current,
                                "has " + opaque.bytes() + " bytes, " + opaque.bytes() % BLOCK
                                        + " more than whole blocks of AES")
                        .with("bytes", opaque.bytes())
                        .alone()
                : Finding.NONE;
    }

    private static final int BLOCK = 16;

    private static boolean isNoise(Opaque opaque) {
        return switch (opaque.looksLike()) {
            case BINARY, GZIP, UTF16, IMAGE -> true;
            case EMPTY, HTML, HLS, MPD, XML, JSON, MEDIA, TEXT -> false;
        };
    }
}
