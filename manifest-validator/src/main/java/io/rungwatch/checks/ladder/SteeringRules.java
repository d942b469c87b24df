package io.rungwatch.checks.ladder;

import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.linked.Said;
import io.rungwatch.linked.SteeringManifest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a steering server may say. Of pathways that a manifest does not have it may speak: other manifests have them. */
final class SteeringRules {
    private static final double VERSION = 1;
    /** In seconds: how soon players may be made to ask again, and how late a dead CDN may be left. */
    private static final double SHORTEST = 10;

    private static final double LONGEST = 3600;

    private SteeringRules() {}

    static void judge(@Nullable Said<SteeringManifest> said, int line, Set<String> known, Faults faults) {
        if (said == null) {
            return;
        }
        if (said.troubled()) {
            faults.add(line, "steering_manifest", "the steering manifest " + said.server() + " " + said.trouble());
        }
        SteeringManifest manifest = said.document();
        if (manifest != null) {
            header(manifest, line, faults);
            Set<String> all = clones(manifest, line, known, faults);
            priority(manifest, line, all, faults);
        }
    }

    private static void header(SteeringManifest manifest, int line, Faults faults) {
        if (manifest.version().isEmpty()) {
            faults.add(line, "version", "a steering manifest without VERSION");
        } else if (manifest.version().getAsDouble() != VERSION) {
            faults.add(
                    line,
                    "version",
                    "a steering manifest of VERSION " + text(manifest.version().getAsDouble()));
        }
        if (manifest.ttl().isEmpty()) {
            faults.add(line, "ttl", "a steering manifest without TTL");
            return;
        }
        double ttl = manifest.ttl().getAsDouble();
        if (ttl < SHORTEST || ttl > LONGEST) {
            faults.add(Severity.INFO, line, "ttl", "a steering manifest with a TTL of " + text(ttl) + " s");
        }
    }

    private static void priority(SteeringManifest manifest, int line, Set<String> known, Faults faults) {
        List<String> priority = manifest.priority();
        if (priority == null || priority.isEmpty()) {
            faults.add(line, "priority", "a steering manifest that prefers no pathway");
            return;
        }
        if (new HashSet<>(priority).size() < priority.size()) {
            faults.add(line, "priority", "a steering manifest that names a pathway twice");
        }
        if (priority.stream().noneMatch(known::contains)) {
            faults.add(
                    Severity.MAJOR,
                    line,
                    "unknown_pathways",
                    "the manifest has none of the pathways that the steering manifest prefers: " + shown(priority));
        }
    }

    /** What there is with them. */
    private static Set<String> clones(SteeringManifest manifest, int line, Set<String> known, Faults faults) {
        Set<String> all = new HashSet<>(known);
        for (SteeringManifest.Clone clone : manifest.clones()) {
            if (clone.base() == null || clone.id() == null || !clone.hasReplacement()) {
                faults.add(line, "clone", "a pathway clone without BASE-ID, ID or URI-REPLACEMENT");
            } else if (!all.add(clone.id())) {
                faults.add(line, "clone", "a pathway clone under the name of another pathway: " + cut(clone.id()));
            }
        }
        return all;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : "" + number;
    }

    private static String shown(List<String> priority) {
        return String.join(
                ", ", priority.stream().limit(4).map(SteeringRules::cut).toList());
    }

    private static String cut(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "…";
    }
}
