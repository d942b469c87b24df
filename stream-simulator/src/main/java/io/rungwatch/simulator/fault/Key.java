package io.rungwatch.simulator.fault;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A setting that one kind of fault has beside the common ones; without a default it can be left out. */
sealed interface Key extends Part {
    String name();

    @Nullable
    String byDefault();

    /** The typed value, or a message that says what would have been right. */
    Object parse(String text);

    default String print(Object value) {
        return value instanceof Duration duration ? DurationText.of(duration) : value.toString();
    }

    /** As the help text shows it. */
    default String usage() {
        return name() + "=" + (byDefault() == null ? "…" : byDefault());
    }

    /** No time at all is only what is not said. */
    record Time(String name, @Nullable String byDefault) implements Key {
        private static final String NONE = "0ms";

        @Override
        public Object parse(String text) {
            return text.equals(NONE) && text.equals(byDefault) ? Duration.ZERO : DurationText.positive(name, text);
        }
    }

    record Count(String name, @Nullable String byDefault) implements Key {
        @Override
        public Object parse(String text) {
            if (!text.matches("-?\\d{1,12}")) {
                throw new BadFault(name + "=" + text + " is no whole number of at most twelve digits");
            }
            return Long.valueOf(text);
        }
    }

    record Share(String name, @Nullable String byDefault) implements Key {
        @Override
        public Object parse(String text) {
            try {
                return text.endsWith("%")
                        ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                        : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new BadFault(name + "=" + text + " is no share: write 0.2 or 20%");
            }
        }
    }

    record Text(String name, @Nullable String byDefault) implements Key {
        @Override
        public Object parse(String text) {
            return text;
        }
    }

    record Choice(String name, String byDefault, List<String> words) implements Key {
        @Override
        public Object parse(String text) {
            if (!words.contains(text)) {
                throw new BadFault(name + "=" + text + " is unknown" + Nearest.hint(text, words) + " ("
                        + String.join(", ", words) + ")");
            }
            return text;
        }

        @Override
        public String usage() {
            return name + "=" + String.join("|", words);
        }
    }
}
