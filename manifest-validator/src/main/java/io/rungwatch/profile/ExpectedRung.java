package io.rungwatch.profile;

/** One rung that the ladder must have. The codec is a family: avc, hevc, av1, vp9. */
public record ExpectedRung(String rung, long bitrate, int width, int height, String codec) {}
