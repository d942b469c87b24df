package io.rungwatch.checks.media;

import io.rungwatch.media.AccessUnit;
import io.rungwatch.media.Picture;
import io.rungwatch.media.Pid;
import io.rungwatch.media.SampleEntry;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Track;
import io.rungwatch.round.Portion;
import java.util.Optional;

/** What is shown in a segment. */
final class Pictures {
    private Pictures() {}

    static Optional<Picture> of(Portion portion) {
        return Opened.ts(portion)
                .flatMap(ts -> ts.first(Sort.VIDEO))
                .flatMap(Pid::firstPicture)
                .flatMap(AccessUnit::picture)
                .or(() -> Opened.tracks(portion, Sort.VIDEO)
                        .findFirst()
                        .flatMap(Track::entry)
                        .flatMap(SampleEntry::picture));
    }
}
