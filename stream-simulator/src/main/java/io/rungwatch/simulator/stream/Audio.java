package io.rungwatch.simulator.stream;

public record Audio(String language, String codec, int channels, long bitrate) {}
