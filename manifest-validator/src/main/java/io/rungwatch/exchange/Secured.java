package io.rungwatch.exchange;

import java.time.Instant;

/** How a connection is secured: by which version of TLS, and until when the first of the server's certificates is good. */
public record Secured(String version, Instant notAfter) {}
