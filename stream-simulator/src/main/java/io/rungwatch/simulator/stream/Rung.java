package io.rungwatch.simulator.stream;

/** One row of the ladder as the packager declares it. */
public record Rung(String name, long bitrate, int width, int height, String codec, double frameRate) {
    public String resolution() {
        return width + "x" + height;
    }
}
