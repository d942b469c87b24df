package io.rungwatch.cache;

/** Foreign text on its way to a terminal or a page: short, on one line, and without what a terminal would obey. */
public final class Shown {
    private static final int LONGEST = 160;

    private Shown() {}

    public static String text(String foreign) {
        boolean cut = foreign.length() > LONGEST;
        StringBuilder shown = new StringBuilder(cut ? foreign.substring(0, LONGEST) : foreign);
        for (int i = 0; i < shown.length(); i++) {
            if (!isPlain(shown.charAt(i))) {
                shown.setCharAt(i, '?');
            }
        }
        return cut ? shown + "…" : shown.toString();
    }

    /** Above 0x9f letters begin; below it, and among the marks that turn the direction of writing, are orders to the terminal. */
    private static boolean isPlain(char c) {
        boolean order = c < ' ' || (c >= 0x7f && c <= 0x9f);
        boolean invisible = Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
        return !order && !invisible;
    }
}
