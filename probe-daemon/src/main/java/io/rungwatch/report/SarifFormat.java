package io.rungwatch.report;

import io.rungwatch.AllChecks;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SARIF 2.1.0, for code scanning pages. The location is the URL's place in the chain; the line is the manifest's where one is known. */
public final class SarifFormat implements Format {
    private final String version;
    private final Function<Seen, String> address;

    /** @param address the URL of the manifest that a finding is about */
    public SarifFormat(String version, Function<Seen, String> address) {
        this.version = version;
        this.address = address;
    }

    @Override
    public String write(Look look) {
        List<?> rules = AllChecks.LIST.stream().map(check -> rule(check.info())).toList();
        List<?> results = look.findings().stream().map(this::result).toList();
        Map<String, @Nullable Object> driver = Json.object("name", "rungwatch", "version", version, "rules", rules);
        Map<String, @Nullable Object> invocation = Json.object("executionSuccessful", look.answered() > 0);
        return Json.pretty(Json.object(
                "$schema",
                "https://json.schemastore.org/sarif-2.1.0.json",
                "version",
                "2.1.0",
                "runs",
                List.of(Json.object(
                        "tool", Json.object("driver", driver),
                        "invocations", List.of(invocation),
                        "results", results))));
    }

    private static Map<String, @Nullable Object> rule(CheckInfo check) {
        return Json.object(
                "id", check.id(),
                "shortDescription", Json.object("text", check.summary()),
                "fullDescription", Json.object("text", check.impact()),
                "help", Json.object("text", check.action() + " (" + check.spec() + ")"),
                "defaultConfiguration", Json.object("level", level(check.severity())));
    }

    private Map<String, @Nullable Object> result(Seen seen) {
        Object line = seen.finding().facts().get("line");
        Map<String, @Nullable Object> physical =
                Json.object("artifactLocation", Json.object("uri", address.apply(seen)));
        if (line instanceof Integer number) {
            physical.put("region", Json.object("startLine", number));
        }
        String place = seen.where().channel() + "/" + seen.where().layer().name() + "/"
                + seen.where().rendition().name();
        return Json.object(
                "ruleId",
                seen.finding().check().id(),
                "level",
                level(seen.finding().severity()),
                "message",
                Json.object("text", seen.finding().message()),
                "locations",
                List.of(Json.object(
                        "physicalLocation",
                        physical,
                        "logicalLocations",
                        List.of(Json.object("fullyQualifiedName", place)))));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, MAJOR -> "error";
            case MINOR -> "warning";
            case INFO -> "note";
        };
    }
}
