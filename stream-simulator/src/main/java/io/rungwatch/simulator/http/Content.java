package io.rungwatch.simulator.http;

import java.util.zip.CRC32C;

/**
 * An object as a layer holds it, before anyone asks for a part of it or says that he has it already.
 *
 * @param modified milliseconds of the epoch
 * @param compressible text that is worth gzip
 * @param status other than 200 where there is no object, and 404 would not be all that there is to say
 */
public record Content(String mediaType, Body body, String etag, long modified, boolean compressible, int status) {
    public Content(String mediaType, Body body, String etag, long modified, boolean compressible) {
        this(mediaType, body, etag, modified, compressible, 200);
    }

    /** Named by its own bytes. */
    public static Content text(String mediaType, String text, long modified) {
        Bytes body = Bytes.of(text);
        CRC32C crc = new CRC32C();
        crc.update(body.read(0, Integer.MAX_VALUE));
        String etag = "\"" + Long.toHexString(crc.getValue()) + "-" + Long.toHexString(body.length()) + "\"";
        return new Content(mediaType, body, etag, modified, true);
    }

    public static Content status(int code) {
        return new Content("", Bytes.EMPTY, "", 0, false, code);
    }
}
