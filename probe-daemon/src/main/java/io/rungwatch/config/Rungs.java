package io.rungwatch.config;

import io.rungwatch.profile.ExpectedRung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rungs of a ladder; two of a name could not be told apart in an alert. */
final class Rungs {
    private Rungs() {}

    static List<ExpectedRung> of(List<Found<Got>> rows, Errors errors) {
        List<ExpectedRung> rungs = new ArrayList<>();
        Map<String, Spot> seen = new HashMap<>();
        for (Found<Got> row : rows) {
            row.value().found(ProfileShape.RUNG).ifPresent(name -> {
                Spot before = seen.putIfAbsent(name.value(), name.spot());
                if (before != null) {
                    errors.add(
                            name.spot(),
                            "rung '" + name.value() + "' stands twice, first in line " + before.line()
                                    + "; rename or remove one");
                }
            });
            rung(row.value()).ifPresent(rungs::add);
        }
        return List.copyOf(rungs);
    }

    private static Optional<ExpectedRung> rung(Got got) {
        String codec = got.find(ProfileShape.VIDEO_CODEC).orElse("");
        return got.find(ProfileShape.RUNG)
                .flatMap(name -> got.find(ProfileShape.BITRATE)
                        .flatMap(bitrate -> got.find(ProfileShape.RESOLUTION)
                                .map(size -> new ExpectedRung(name, bitrate, size.width(), size.height(), codec))));
    }
}
