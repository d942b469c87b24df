package io.rungwatch.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What looks like a credential, by the name it goes by or by its own looks. In doubt it is one: a mask too many costs nobody anything. */
final class SecretWords {
    /** Wherever they stand in a name. */
    private static final List<String> WITHIN = List.of(
            "token",
            "signature",
            "passw",
            "secret",
            "credential",
            "session",
            "hdnts",
            "hdnea",
            "hdntl",
            "jwt",
            "hmac",
            "apikey",
            "auth",
            "cookie");

    /** As a whole part of a name: `key` of `key-pair-id`, not of `keyframe`. */
    private static final Set<String> PARTS =
            Set.of("sig", "sign", "key", "pass", "pwd", "sid", "policy", "md5", "hash", "st", "acl", "user", "login");

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** In any text: a JSON Web Token begins with its braces in base64. */
    static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?");

    private static final int LONG = 20;
    private static final double RANDOM = 3.4;

    private SecretWords() {}

    static boolean isNamed(String name) {
        String lower = CAMEL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
        String joined = lower.replace("-", "").replace("_", "");
        return WITHIN.stream().anyMatch(joined::contains)
                || BETWEEN_PARTS.splitAsStream(lower).anyMatch(PARTS::contains);
    }

    /** Long, of letters and digits, and no letter much more frequent than others. */
    static boolean looksLikeOne(String value) {
        return value.length() >= LONG
                && value.chars().anyMatch(Character::isLetter)
                && value.chars().anyMatch(Character::isDigit)
                && bitsPerLetter(value) > RANDOM;
    }

    private static double bitsPerLetter(String text) {
        double bits = 0;
        for (int letter : text.chars().distinct().toArray()) {
            double share = (double) text.chars().filter(c -> c == letter).count() / text.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
