package io.rungwatch.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Response headers as they came: order, spelling and repetitions kept; names compare without case. Thousands of answers are kept at a
 * time, so theirs stand in one text each.
 */
public final class Headers {
    public static final Headers NONE = new Headers("", new int[0]);

    /** Between a name and its value, and between a value and the next name. */
    private static final int GAP = 2;

    private final String text;
    /** Where each name, value, name, value … ends. */
    private final int[] ends;

    private Headers(String text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    /** Name, value, name, value … */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a header name without a value");
        }
        int[] ends = new int[namesAndValues.length];
        int end = -GAP;
        for (int i = 0; i < ends.length; i++) {
            end += GAP + namesAndValues[i].length();
            ends[i] = end;
        }
        return new Headers(String.join("  ", namesAndValues), ends);
    }

    /** As they stand in a plain answer, from the first name to the last value: two bytes between any two of them. */
    public static Headers of(byte[] bytes, int from, int to, int[] ends) {
        return new Headers(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), ends);
    }

    public Optional<String> first(String name) {
        for (int i = 0; i < size(); i++) {
            if (isNamed(i, name)) {
                return Optional.of(value(i));
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (int i = 0; i < size(); i++) {
            if (isNamed(i, name)) {
                values.add(value(i));
            }
        }
        return values;
    }

    public int size() {
        return ends.length / 2;
    }

    public String name(int index) {
        return part(2 * index);
    }

    public String value(int index) {
        return part(2 * index + 1);
    }

    private boolean isNamed(int index, String name) {
        int start = start(2 * index);
        return ends[2 * index] - start == name.length() && text.regionMatches(true, start, name, 0, name.length());
    }

    private String part(int index) {
        return text.substring(start(index), ends[index]);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1] + GAP;
    }
}
