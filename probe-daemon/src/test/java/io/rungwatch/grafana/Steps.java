package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From which value on a number has which colour. */
record Steps(List<Map<String, @Nullable Object>> steps) {
    /** For numbers that are neither good nor bad. */
    static final Steps NONE = of("text");

    static final Steps ANY_IS_BAD = of("green", 1, "red");
    static final Steps ANY_IS_A_WARNING = of("green", 1, "orange");

    /** Colour, value, colour, value … colour: the first is that of what is below all values. */
    static Steps of(Object first, Object... valuesAndColours) {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        steps.add(Json.object("color", first, "value", null));
        for (int i = 0; i + 1 < valuesAndColours.length; i += 2) {
            List<Object> step = Arrays.asList(valuesAndColours).subList(i, i + 2);
            steps.add(Json.object("color", step.getLast(), "value", step.getFirst()));
        }
        return new Steps(List.copyOf(steps));
    }

    Map<String, @Nullable Object> json() {
        return Json.object("mode", "absolute", "steps", steps);
    }

    boolean coloured() {
        return !equals(NONE);
    }
}
