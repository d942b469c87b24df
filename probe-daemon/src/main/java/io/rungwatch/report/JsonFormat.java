package io.rungwatch.report;

import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For machines: the contract of `check` and `replay`. */
public final class JsonFormat implements Format {
    @Override
    public String write(Look look) {
        return Json.pretty(Json.object(
                "findings", look.findings().stream().map(JsonFormat::finding).toList(),
                "samples", look.samples().stream().map(SampleView::of).toList(),
                "summary", summary(look)));
    }

    private static Map<String, @Nullable Object> finding(Seen seen) {
        return Json.object(
                "check", seen.finding().check().id(),
                "severity", seen.finding().severity().word(),
                "team", team(seen),
                "channel", seen.where().channel(),
                "protocol", seen.where().protocol().word(),
                "layer", seen.where().layer().name(),
                "rendition", seen.where().rendition().name(),
                "at", seen.first(),
                "last", seen.last(),
                "times", seen.times(),
                "message", seen.finding().message(),
                "facts", seen.finding().facts());
    }

    private static Map<String, @Nullable Object> summary(Look look) {
        Map<String, Object> counts = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), look.count(severity));
        }
        return Json.object(
                "polls", look.polls(),
                "manifests", look.places(),
                "answered", look.answered(),
                "from", look.from(),
                "to", look.to(),
                "findings", counts,
                "notJudged", look.notJudged(),
                "probeFaults",
                        look.faults().stream()
                                .map(f -> f.check() + ": " + f.what())
                                .toList());
    }

    static String team(Seen seen) {
        Owner owner = seen.finding().check().owner();
        return owner == Owner.BY_LAYER ? seen.where().layer().team() : owner.word();
    }
}
