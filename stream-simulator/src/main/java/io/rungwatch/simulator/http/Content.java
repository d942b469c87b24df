package io.rungwatch.simulator.http;

/**
 * An object as a layer holds it, before anyone asks for a part of it or says that he has it already.
 *
 * @param modified milliseconds of the epoch
 * @param compressible text that is worth gzip
 */
public record Content(String mediaType, Body body, String etag, long modified, boolean compressible) {}
