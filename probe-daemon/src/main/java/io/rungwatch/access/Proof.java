package io.rungwatch.access;

/** What somebody shows. */
public sealed interface Proof {

    /** A token that only he knows. */
    record Token(TokenHash hash) implements Proof {}

    /**
     * A client's certificate, signed by whom the probe knows.
     *
     * @param name its common name, or a DNS name in it
     */
    record Certificate(String name) implements Proof {}
}
