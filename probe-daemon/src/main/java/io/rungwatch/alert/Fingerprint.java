package io.rungwatch.alert;

/** The id of an alert: short enough to read out on the phone, the same for the same fault raised at the same instant. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Object... parts) {
        long hash = 0xcbf29ce484222325L;
        for (Object part : parts) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return String.format("%08x", (int) (hash ^ hash >>> 32));
    }
}
