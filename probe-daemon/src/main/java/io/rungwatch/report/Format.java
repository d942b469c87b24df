package io.rungwatch.report;

/** A way to write down what was seen. */
public interface Format {
    String write(Look look);
}
