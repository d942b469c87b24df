package io.rungwatch.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which a receiver knows that a body is ours, and that it is not an old one sent again by somebody else. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static Map<String, String> headers(String secret, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return Map.of(
                "X-Rungwatch-Timestamp",
                timestamp,
                "X-Rungwatch-Signature",
                "sha256=" + hex(secret, timestamp + "." + body));
    }

    private static String hex(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
