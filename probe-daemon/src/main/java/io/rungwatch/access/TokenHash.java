package io.rungwatch.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that the probe keeps of a token. One round of SHA-256 is enough for tokens that `rungwatch token` makes: 192 random bits are not
 * guessed, however fast each guess is.
 */
public record TokenHash(String hex) {
    private static final String PREFIX = "sha256:";
    private static final Pattern WRITTEN = Pattern.compile(PREFIX + "[0-9a-fA-F]{64}");
    private static final int RANDOM_BYTES = 24;

    /** A token that nobody has yet. */
    public static String fresh() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public static TokenHash of(String token) {
        return new TokenHash(HexFormat.of().formatHex(digest(token)));
    }

    /** As the configuration has it. */
    public static Optional<TokenHash> read(String written) {
        return WRITTEN.matcher(written).matches()
                ? Optional.of(new TokenHash(written.substring(PREFIX.length()).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    public String written() {
        return PREFIX + hex;
    }

    /** However alike the two are, it takes as long. */
    boolean isOf(byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), digest);
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
