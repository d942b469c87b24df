package io.rungwatch.simulator.stream;

public record Subtitles(String language) {}
