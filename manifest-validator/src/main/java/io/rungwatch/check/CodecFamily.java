package io.rungwatch.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** RFC 6381 strings by what people call them: avc1.640028 and avc3.640028 are both avc. */
public final class CodecFamily {
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("avc1", "avc"),
            Map.entry("avc3", "avc"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev1", "hevc"),
            Map.entry("dvh1", "hevc"),
            Map.entry("dvhe", "hevc"),
            Map.entry("av01", "av1"),
            Map.entry("vp09", "vp9"),
            Map.entry("vp9", "vp9"),
            Map.entry("vvc1", "vvc"),
            Map.entry("vvi1", "vvc"),
            Map.entry("mp4a", "aac"),
            Map.entry("ac-3", "ac-3"),
            Map.entry("ec-3", "ec-3"),
            Map.entry("ac-4", "ac-4"),
            Map.entry("fLaC", "flac"),
            Map.entry("Opus", "opus"));
    private static final Set<String> VIDEO = Set.of("avc", "hevc", "av1", "vp9", "vvc");

    private CodecFamily() {}

    /** What profiles may name. */
    public static Set<String> video() {
        return VIDEO;
    }

    /** Itself, in lower case, where nobody gave it a name. */
    public static String of(String codec) {
        int dot = codec.indexOf('.');
        String sample = dot < 0 ? codec : codec.substring(0, dot);
        String known = FAMILIES.get(sample);
        String lower = sample.toLowerCase(Locale.ROOT);
        return known != null ? known : FAMILIES.getOrDefault(lower, lower);
    }

    public static boolean isVideo(String family) {
        return VIDEO.contains(family);
    }

    public static boolean isAudio(String family) {
        return FAMILIES.containsValue(family) && !VIDEO.contains(family);
    }
}
