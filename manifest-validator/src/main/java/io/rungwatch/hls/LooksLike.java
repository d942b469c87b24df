package io.rungwatch.hls;

/** What a body is that is not HLS: the difference between a maintenance page, a captive portal and a mixed-up cache key. */
public enum LooksLike {
    EMPTY("an empty body"),
    HTML("an HTML page"),
    HLS("an HLS playlist"),
    MPD("a DASH manifest"),
    XML("XML"),
    JSON("JSON"),
    UTF16("UTF-16 text"),
    GZIP("gzip data that nobody unpacked"),
    IMAGE("an image"),
    MEDIA("a media segment"),
    BINARY("binary data"),
    TEXT("text without #EXTM3U");

    private final String text;

    LooksLike(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
