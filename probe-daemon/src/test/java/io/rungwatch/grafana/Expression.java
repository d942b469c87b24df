package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a panel, an annotation or a variable of a committed dashboard asks Prometheus. */
public record Expression(String dashboard, String panel, String text) {

    public static List<Expression> committed() throws IOException {
        List<Expression> all = new ArrayList<>();
        for (Dashboard dashboard : Dashboards.all()) {
            all.addAll(of(Json.read(Files.readAllBytes(Dashboards.file(dashboard)))));
        }
        return all;
    }

    static List<Expression> of(JsonNode dashboard) {
        String uid = dashboard.path("uid").asString();
        List<Expression> all = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                all.add(new Expression(
                        uid, panel.path("title").asString(), target.path("expr").asString()));
            }
        }
        for (JsonNode annotation : dashboard.at("/annotations/list")) {
            all.add(new Expression(
                    uid,
                    annotation.path("name").asString(),
                    annotation.path("expr").asString()));
        }
        for (JsonNode variable : dashboard.at("/templating/list")) {
            String values = variable.path("definition").asString("");
            if (!values.isEmpty()) {
                all.add(new Expression(
                        uid,
                        "$" + variable.path("name").asString(),
                        values.replaceAll("label_values\\((.*), (\\w+)\\)", "group by ($2) ($1)")));
            }
        }
        return all;
    }

    /** As Grafana would ask it, of all channels and layers, over the shortest spans that scrapes of a second can fill. */
    public String filledIn() {
        return text.replace("$__rate_interval", "10s")
                .replace("$__range", "1m")
                .replace("$packager", "packager.*")
                .replace("$origin", "origin.*")
                .replace("$midcache", "midcache.*")
                .replace("channel='$channel'", "channel='CH_003'")
                .replaceAll("\\$\\w+", ".*");
    }
}
