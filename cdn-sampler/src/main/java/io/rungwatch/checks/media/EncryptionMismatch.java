package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Encryption;
import io.rungwatch.media.Opaque;
import io.rungwatch.media.SampleEntry;
import io.rungwatch.media.StreamKind;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

public final class EncryptionMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "encryption_mismatch", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment is encrypted and its manifest does not say so, or the other way round")
            .impact("No picture; or content that everybody can watch.")
            .spec("RFC 8216, 4.3.2.4; ISO 23009-1, 5.8.4.1")
            .action("Compare the settings of packager and DRM: who was to encrypt this channel, and since when?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        boolean declared = !Opened.isClear(current);
        boolean seen = isEncrypted(current);
        if (seen == declared || !seen && !isReadable(current)) {
            return Finding.NONE;
        }
        return Told.of(
                        INFO,
                        current,
                        seen
                                ? "is encrypted, its manifest says nothing of it"
                                : "is in the clear, its manifest says "
                                        + current.segment().encryption())
                .alone();
    }

    private static boolean isEncrypted(Portion portion) {
        boolean boxes = entries(portion)
                .anyMatch(entry ->
                        entry.encryption().filter(Encryption::encrypted).isPresent());
        boolean types = Opened.ts(portion).stream()
                .flatMap(ts -> ts.tables().streams())
                .anyMatch(stream -> SAMPLE_AES.contains(stream.streamType()) && stream.kind() != StreamKind.OTHER);
        return boxes || types;
    }

    private static final Set<Integer> SAMPLE_AES = Set.of(0xdb, 0xcf, 0xc1, 0xc2);

    /** Beyond doubt. An entry that only may be encrypted is none that is readable: parts of a stream may be in the clear. */
    private static boolean isReadable(Portion portion) {
        if (Opened.isHidden(portion)) {
            return !(portion.look() instanceof Opaque);
        }
        List<SampleEntry> entries = entries(portion).toList();
        return !entries.isEmpty()
                && entries.stream()
                        .allMatch(entry ->
                                entry.encryption().isEmpty() && !entry.format().startsWith("enc"));
    }

    private static Stream<SampleEntry> entries(Portion portion) {
        return Opened.tracks(portion).stream().flatMap(track -> track.entry().stream());
    }
}
