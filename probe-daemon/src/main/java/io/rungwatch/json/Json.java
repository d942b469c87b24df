package io.rungwatch.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the API, the reports and HAR files need it: objects in the order they were written, bounded reading. */
public final class Json {
    private static final JsonMapper WRITER = JsonMapper.builder().build();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .build();

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private Json() {}

    /** Name, value, name, value …; instants become ISO-8601, empty optionals null. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), plain(namesAndValues[i + 1]));
        }
        return object;
    }

    public static String write(Object value) {
        return WRITER.writeValueAsString(value);
    }

    public static String pretty(Object value) {
        return PRETTY.writeValueAsString(value);
    }

    public static JsonNode read(byte[] text) {
        return READER.readTree(text);
    }

    /** As the contract writes the word of an enum. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What `write` made of an object. */
    public static Map<String, @Nullable Object> fields(String text) {
        return READER.readValue(text, FIELDS);
    }

    /** What `write` made of a record. */
    public static <T> T read(String text, Class<T> type) {
        return READER.readValue(text, type);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Json::plain).orElse(null);
        }
        return value instanceof Instant instant ? instant.toString() : value;
    }
}
