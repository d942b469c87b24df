package io.rungwatch.exchange;

/** Why a GET gave no usable answer. The text is what an operator reads after "failed: ". */
public enum Failure {
    DNS("the host name does not resolve"),
    CONNECT("no connection"),
    CONNECT_TIMEOUT("no connection in time"),
    /** Ours: the host was never asked. */
    NO_FREE_CONNECTION("the probe had no connection free for it"),
    TLS("TLS handshake failed"),
    FIRST_BYTE_TIMEOUT("connected, but no answer in time"),
    TOTAL_TIMEOUT("the answer did not end in time"),
    RESET("connection closed in the middle of the answer"),
    TRUNCATED("fewer bytes than Content-Length promised"),
    SILENT("the answer stood still in the middle of its body"),
    TOO_LARGE("more bytes than it may have"),
    HEADERS_TOO_LARGE("more header bytes than an answer may have"),
    BAD_ENCODING("the body does not match its Content-Encoding"),
    BAD_RESPONSE("not a valid HTTP answer"),
    BAD_URL("not a URL that may be fetched"),
    REDIRECT_LOOP("redirects in a circle"),
    TOO_MANY_REDIRECTS("too many redirects"),
    BAD_REDIRECT("redirect to nowhere, or to something that is not HTTP"),
    FORBIDDEN_TARGET("a private or loopback address that is not in the configuration");

    private final String text;

    Failure(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
