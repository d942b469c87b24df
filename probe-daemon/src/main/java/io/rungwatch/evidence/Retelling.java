package io.rungwatch.evidence;

import io.rungwatch.AllChecks;
import io.rungwatch.drive.HarFile;
import io.rungwatch.drive.Replay;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a file says of itself is tried before it is said. */
final class Retelling {
    private Retelling() {}

    static boolean shows(byte[] har, String check) {
        AtomicBoolean shown = new AtomicBoolean();
        try {
            new Replay(AllChecks.LIST, Retelling::unknown, report -> {
                        if (report.findings().stream()
                                .anyMatch(finding -> finding.check().id().equals(check))) {
                            shown.set(true);
                        }
                    })
                    .play(HarFile.read(har));
        } catch (HarFile.BadHar | BadUrl e) {
            return false;
        }
        return shown.get();
    }

    /** As `rungwatch replay` takes it where no profile is given. */
    private static ChannelProfile unknown(Url url) {
        Layer layer = new Layer(url.host(), Layer.Kind.ORIGIN, "packager", url, Optional.empty());
        return ChannelProfile.unknown("replay", url.toString(), List.of(layer));
    }
}
