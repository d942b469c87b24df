package io.rungwatch.check;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Language tags by what they mean: en, eng and en-US are all English, ger and deu are both German. */
public final class Language {
    /** ISO 639-2 knows some languages by two codes; the one for libraries is not the one that Java knows. */
    private static final Map<String, String> LIBRARY = Map.ofEntries(
            Map.entry("alb", "sqi"),
            Map.entry("arm", "hye"),
            Map.entry("baq", "eus"),
            Map.entry("bur", "mya"),
            Map.entry("chi", "zho"),
            Map.entry("cze", "ces"),
            Map.entry("dut", "nld"),
            Map.entry("fre", "fra"),
            Map.entry("geo", "kat"),
            Map.entry("ger", "deu"),
            Map.entry("gre", "ell"),
            Map.entry("ice", "isl"),
            Map.entry("mac", "mkd"),
            Map.entry("mao", "mri"),
            Map.entry("may", "msa"),
            Map.entry("per", "fas"),
            Map.entry("rum", "ron"),
            Map.entry("slo", "slk"),
            Map.entry("tib", "bod"),
            Map.entry("wel", "cym"));

    private Language() {}

    /** Whether who asks for `wanted` is served by `offered`: regions and scripts of one language do not matter. */
    public static boolean serves(String offered, String wanted) {
        return primary(offered).equals(primary(wanted));
    }

    private static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String code = tag.substring(0, end).toLowerCase(Locale.ROOT);
        return switch (code.length()) {
            case 2 -> ofTwoLetters(code);
            case 3 -> LIBRARY.getOrDefault(code, code);
            default -> code;
        };
    }

    private static String ofTwoLetters(String code) {
        try {
            return Locale.of(code).getISO3Language();
        } catch (MissingResourceException e) {
            return code;
        }
    }
}
