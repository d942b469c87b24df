package io.rungwatch.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** docs/config.md, from the same declaration that the files are read by. */
final class ConfigDocs {
    private static final List<Scalar<?>> VALUES = List.of(
            Times.DURATION,
            Times.INSTANT,
            Numbers.BITRATE,
            Numbers.PERCENT,
            Numbers.RESOLUTION,
            Numbers.COUNT,
            Numbers.FACTOR,
            Texts.CHANNEL,
            Texts.NAME,
            Texts.LANGUAGE,
            Texts.CODEC,
            Addresses.BASE,
            Addresses.MANIFEST,
            Addresses.LISTEN,
            Addresses.TARGET,
            Addresses.FOLDER);

    private final StringBuilder text = new StringBuilder();
    private final Set<Section> told = new HashSet<>(Set.of(ProfileShape.DEFAULTS));

    private ConfigDocs() {
        ProfileShape.CHECKS.type().section().ifPresent(told::add);
    }

    static String text() {
        ConfigDocs docs = new ConfigDocs();
        docs.text.append(ConfigIntroduction.TEXT);
        docs.chapter("rungwatch.yaml", DaemonShape.DAEMON);
        docs.notifiers();
        docs.chapter("A channel profile", ProfileShape.PROFILE);
        docs.values();
        return docs.text.toString();
    }

    private void notifiers() {
        text.append("\n## A notifier\n\nWhich of these it is says the key that names its receiver.\n");
        for (NotifierType.Kind kind : NotifierType.KINDS) {
            text.append("\n### alerts.notifiers: ").append(kind.key()).append("\n\n");
            table(kind.settings().keys(), "");
        }
    }

    private void chapter(String title, Section section) {
        text.append("\n## ").append(title).append("\n\n");
        table(section, "");
    }

    private void table(Section section, String path) {
        text.append("| key | value | where it is not said | meaning |\n|---|---|---|---|\n");
        List<Key<?>> below = new ArrayList<>();
        for (Key<?> key : section.keys()) {
            row(key);
            if (key.type().section().filter(told::add).isPresent()) {
                below.add(key);
            }
        }
        for (Key<?> key : below) {
            String name = path.isEmpty() ? key.name() : path + "." + key.name();
            text.append("\n### ").append(name).append("\n\n");
            table(key.type().section().orElseThrow(), name);
        }
    }

    private void row(Key<?> key) {
        String fallback = key.required()
                ? "required"
                : key.writtenFallback().map(ConfigDocs::code).orElse("");
        text.append("| ").append(code(key.name()));
        text.append(" | ").append(value(key.type()));
        text.append(" | ").append(fallback);
        text.append(" | ").append(key.doc()).append(" |\n");
    }

    private void values() {
        text.append("\n## How values are written\n\n| value | how |\n|---|---|\n");
        for (Scalar<?> value : VALUES) {
            text.append("| ").append(bare(value.noun()));
            text.append(" | ").append(value.hint().replaceFirst("^write ", "")).append(" |\n");
        }
    }

    private static String value(Type<?> type) {
        return type instanceof Words<?> words
                ? String.join(", ", words.words().stream().map(ConfigDocs::code).toList())
                : type.section().filter(section -> section.equals(type)).isPresent() ? "section" : bare(type.noun());
    }

    private static String bare(String noun) {
        return noun.replaceFirst("^(a|an|the) ", "");
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
