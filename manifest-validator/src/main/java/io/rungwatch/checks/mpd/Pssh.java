package io.rungwatch.checks.mpd;

import io.rungwatch.dash.Protection;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** A protection system specific header, as far as it must agree with the manifest around it. */
final class Pssh {
    private static final int HEADER = 28;
    private static final int TYPE = 0x70737368;

    private Pssh() {}

    /** What is wrong with it; empty for a good one. */
    static Optional<String> trouble(String base64, String scheme, Set<String> kids) {
        if (base64.length() > Protection.LONGEST_PSSH) {
            return Optional.of("is longer than 64 KiB");
        }
        byte[] box;
        try {
            box = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return Optional.of("is not Base64");
        }
        if (box.length < HEADER + 4) {
            return Optional.of("has only " + box.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(box);
        int size = in.getInt(0);
        if (size != box.length) {
            return Optional.of("says " + Integer.toUnsignedString(size) + " bytes and has " + box.length);
        }
        if (in.getInt(4) != TYPE) {
            return Optional.of("is another kind of box");
        }
        String system = "urn:uuid:" + uuid(in, 12);
        if (scheme.startsWith("urn:uuid:") && !scheme.equals(system)) {
            return Optional.of("is for " + system + ", not for " + scheme);
        }
        return in.get(8) == 0 ? Optional.empty() : keys(in, kids);
    }

    private static Optional<String> keys(ByteBuffer in, Set<String> kids) {
        long count = Integer.toUnsignedLong(in.getInt(HEADER));
        if (count * 16 > in.capacity() - HEADER - 4) {
            return Optional.of("says " + count + " keys and ends before them");
        }
        Set<String> listed = new HashSet<>();
        for (int i = 0; i < count; i++) {
            listed.add(uuid(in, HEADER + 4 + i * 16));
        }
        return count == 0 || kids.isEmpty() || kids.stream().anyMatch(listed::contains)
                ? Optional.empty()
                : Optional.of("does not list the default key");
    }

    private static String uuid(ByteBuffer in, int at) {
        return dashed(
                HexFormat.of().toHexDigits(in.getLong(at)) + HexFormat.of().toHexDigits(in.getLong(at + 8)));
    }

    static String dashed(String hex) {
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }
}
