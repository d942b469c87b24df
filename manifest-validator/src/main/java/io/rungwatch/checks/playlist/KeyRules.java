package io.rungwatch.checks.playlist;

import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Key;
import java.util.List;
import java.util.Set;

/** What can be wrong about one key. Players pass over what is of a system that they do not know, and so does this. */
final class KeyRules {
    private static final Set<String> METHODS = Set.of("AES-128", "SAMPLE-AES", "SAMPLE-AES-CTR", "AES-256-GCM");
    private static final String FAIRPLAY = "com.apple.streamingkeydelivery";
    private static final int IV_DIGITS = 32;

    private KeyRules() {}

    /** `together` are the keys of which a player picks one. */
    static void judge(Key key, List<Key> together, Faults faults) {
        boolean known = key.keyFormat().equals("identity") || key.keyFormat().equals(FAIRPLAY);
        if (!known && together.stream().anyMatch(other -> !other.keyFormat().equals(key.keyFormat()))) {
            return;
        }
        if (key.method().isEmpty() || known && !METHODS.contains(key.method())) {
            faults.add(
                    key.line(), "method", key.method().isEmpty() ? "a key without METHOD" : "METHOD=" + key.method());
        }
        if (key.uri() == null || key.uri().isBlank()) {
            faults.add(key.line(), "uri", "METHOD=" + key.method() + " without a URI");
        }
        if (key.keyFormat().equals(FAIRPLAY)
                && METHODS.contains(key.method())
                && !key.method().equals("SAMPLE-AES")) {
            faults.add(key.line(), "fairplay", "FairPlay with METHOD=" + key.method());
        }
        if (!areVersions(key.keyFormatVersions())) {
            faults.add(key.line(), "versions", "KEYFORMATVERSIONS=" + key.keyFormatVersions());
        }
        String iv = key.iv();
        if (iv != null) {
            iv(key, iv, faults);
        }
    }

    /** Players fill a short one up with zeros. */
    private static void iv(Key key, String iv, Faults faults) {
        if (key.method().equals("SAMPLE-AES-CTR") || key.method().equals("AES-256-GCM")) {
            faults.add(key.line(), "iv_not_allowed", "IV with METHOD=" + key.method());
            return;
        }
        boolean hex = iv.length() > 2 && (iv.startsWith("0x") || iv.startsWith("0X"));
        for (int i = 2; hex && i < iv.length(); i++) {
            hex = Character.digit(iv.charAt(i), 16) >= 0;
        }
        int digits = iv.length() - 2;
        if (!hex || digits > IV_DIGITS) {
            faults.add(key.line(), "iv", "IV is not 128 bits of hexadecimal");
        } else if (digits < IV_DIGITS) {
            faults.add(Severity.MINOR, key.line(), "iv_short", "IV has " + digits + " digits instead of " + IV_DIGITS);
        }
    }

    /** Numbers with slashes between them: 1, or 1/2/5. */
    private static boolean areVersions(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' ? !digit : c < '0' || c > '9') {
                return false;
            }
            digit = c != '/';
        }
        return digit;
    }
}
