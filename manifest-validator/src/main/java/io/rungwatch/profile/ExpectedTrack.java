package io.rungwatch.profile;

/** One audio or subtitle rendition that must be offered; an empty codec means any. */
public record ExpectedTrack(String language, String codec) {}
