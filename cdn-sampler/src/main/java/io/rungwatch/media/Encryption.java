package io.rungwatch.media;

/**
 * Common encryption, as an init section announces it.
 *
 * @param format what is encrypted: avc1, mp4a …
 * @param scheme cenc, cbcs …
 * @param complete whether there is a tenc, which tells the rest
 * @param keyId as 32 hexadecimal digits
 */
public record Encryption(String format, String scheme, boolean complete, boolean encrypted, int ivSize, String keyId) {}
