package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/** EXT-X-DEFINE: exactly one of NAME, IMPORT and QUERYPARAM says where the value comes from. */
final class DefineTag {
    private static final int MAX_VARIABLES = 1_000;

    private DefineTag() {}

    static void define(Reading reading) {
        Attributes attributes = reading.attributesAsWritten();
        Define.Kind kind = kind(attributes);
        String name = kind == null ? null : attributes.text(kind.name());
        if (kind == null || name == null || name.isEmpty() || reading.defines.size() >= MAX_VARIABLES) {
            reading.line.problem(ProblemKind.DEFINE);
            return;
        }
        String value = switch (kind) {
            case NAME -> attributes.text("VALUE");
            case IMPORT -> reading.outside.variables().get(name);
            case QUERYPARAM -> parameter(reading.outside.query(), name);
        };
        reading.defines = reading.with(reading.defines, new Define(reading.line.line(), kind, name, value));
        if (value == null) {
            reading.line.problem(kind == Define.Kind.NAME ? ProblemKind.DEFINE : ProblemKind.VARIABLE_UNDEFINED);
        } else if (reading.variables.values().putIfAbsent(name, value) != null) {
            reading.line.problem(ProblemKind.DEFINE);
        }
    }

    private static Define.@Nullable Kind kind(Attributes attributes) {
        Define.Kind found = null;
        for (Define.Kind kind : Define.Kind.values()) {
            if (attributes.has(kind.name())) {
                if (found != null) {
                    return null;
                }
                found = kind;
            }
        }
        return found;
    }

    private static @Nullable String parameter(String query, String name) {
        for (int from = 0; from <= query.length(); ) {
            int to = query.indexOf('&', from);
            to = to < 0 ? query.length() : to;
            int equals = query.indexOf('=', from);
            if (equals >= from && equals < to && query.substring(from, equals).equals(name)) {
                return decoded(query.substring(equals + 1, to));
            }
            from = to + 1;
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            // A plus is a plus in a URL; only forms mean a space by it.
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
