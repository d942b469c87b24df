package io.rungwatch.grafana;

import java.nio.file.Path;
import java.util.List;

/** All of them, in the order in which one looks at them. */
final class Dashboards {
    static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    static final Path FOLDER = ROOT.resolve("grafana/dashboards");

    private Dashboards() {}

    static List<Dashboard> all() {
        return List.of(
                NocDashboard.make(),
                PackagerDashboard.make(),
                CoreDashboard.make(),
                EdgeDashboard.make(),
                ChannelDashboard.make(),
                ProbeDashboard.make());
    }

    static Path file(Dashboard dashboard) {
        return FOLDER.resolve(dashboard.uid() + ".json");
    }
}
