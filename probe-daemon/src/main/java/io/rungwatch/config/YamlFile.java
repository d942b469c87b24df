package io.rungwatch.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file as YAML documents; an empty document is left out. */
final class YamlFile {
    private YamlFile() {}

    /** Empty when it is no YAML, or no YAML for us, which has been told then. */
    static Optional<List<Node>> read(Reading in) {
        return FileText.read(in.file(), in.errors()).flatMap(text -> documents(text, in));
    }

    static Optional<List<Node>> documents(String text, Reading in) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(in.file().toString())
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(FileText.MOST_BYTES)
                .build();
        try {
            if (!YamlGuard.allows(text, settings, in)) {
                return Optional.empty();
            }
            List<Node> documents = new ArrayList<>();
            for (Node document : new Compose(settings).composeAllFromString(text)) {
                if (!Reading.isNothing(document)) {
                    documents.add(document);
                }
            }
            return Optional.of(documents);
        } catch (MarkedYamlEngineException e) {
            in.errors().add(spot(e, in), "not YAML: " + said(e));
        } catch (YamlEngineException e) {
            in.errors().add(Spot.top(in.file()), "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Spot spot(MarkedYamlEngineException e, Reading in) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        return mark.map(in::spot).orElseGet(() -> Spot.top(in.file()));
    }

    private static String said(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB") || problem.contains("'\\t")) {
            return "a tab; indent with blanks";
        }
        String begun = e.getContextMark()
                .map(mark -> " that begins in line " + (mark.getLine() + 1))
                .orElse("");
        return e.getContext() == null ? problem : problem + " " + e.getContext() + begun;
    }
}
