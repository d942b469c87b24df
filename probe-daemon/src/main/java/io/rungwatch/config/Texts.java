package io.rungwatch.config;

/** Values that are a word or a line. */
final class Texts {
    /** A channel's id is a metric label, a part of URLs and of the API's paths. */
    static final Scalar<String> CHANNEL = Scalar.text(
            "a channel id", "write letters, digits, '_', '-' and '.', at most 64", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    static final Scalar<String> NAME = Scalar.text(
            "a name", "write letters, digits, '_', '-' and '.', at most 64", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    static final Scalar<String> LINE = Scalar.text(
            "a text",
            "write one line, at most 200 letters",
            "[^\\x00-\\x20\\x7f](?:[^\\x00-\\x1f\\x7f]{0,198}[^\\x00-\\x20\\x7f])?");

    static final Scalar<String> LANGUAGE = Scalar.text(
            "a language", "write its code, for example vie or en-GB", "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");

    static final Scalar<String> CODEC = Scalar.text(
            "a codec", "write it as the manifest does, for example ac-3 or mp4a", "[A-Za-z0-9][A-Za-z0-9.-]*");

    private Texts() {}
}
