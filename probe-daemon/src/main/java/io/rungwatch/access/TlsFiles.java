package io.rungwatch.access;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the probe shows, and whom it believes. PEM, absolute paths.
 *
 * @param clients those who sign the certificates of clients
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clients) {}
