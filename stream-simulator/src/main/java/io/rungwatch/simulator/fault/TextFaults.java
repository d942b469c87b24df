package io.rungwatch.simulator.fault;

/** Faults of the text itself. */
final class TextFaults {
    private TextFaults() {}

    static String malformed(Occasion occasion, String text) {
        return switch (occasion.fault().word("what")) {
            case "header" -> text.substring("#EXTM3U\n".length());
            case "attributes" -> text.replaceAll("(?m)^(#EXT-X-STREAM-INF:.*CODECS=\"[^\"]*)\"", "$1");
            case "target_duration" -> text.replaceAll("#EXT-X-TARGETDURATION:\\d+", "#EXT-X-TARGETDURATION:six");
            case "media_sequence" -> text.replaceAll("#EXT-X-MEDIA-SEQUENCE:\\d+", "#EXT-X-MEDIA-SEQUENCE:-1");
            default -> brokenExtinf(text);
        };
    }

    /** The newest row says no number; a playlist without rows loses a BANDWIDTH instead. */
    private static String brokenExtinf(String text) {
        int at = text.lastIndexOf("#EXTINF:");
        return at < 0
                ? text.replaceFirst("BANDWIDTH=\\d+,", "BANDWIDTH=,")
                : text.substring(0, at) + "#EXTINF:abc," + text.substring(text.indexOf('\n', at));
    }

    static String undefinedGroup(Occasion occasion, String text) {
        return text.replaceAll("(?m)^(#EXT-X-STREAM-INF:.*AUDIO=\")[^\"]*", "$1nowhere");
    }

    static String repeatedSequence(Occasion occasion, String text) {
        return occasion.fault().word("how").equals("twice")
                ? text.replaceAll("(?m)^(#EXT-X-MEDIA-SEQUENCE:\\d+)$", "$1\n$1")
                : text;
    }

    /** The MPD itself has no such attribute. */
    static String foreignPatch(Occasion occasion, String text) {
        return text.replaceFirst("mpdId=\"[^\"]*\"", "mpdId=\"somebody-else\"");
    }

    static String cutShort(Occasion occasion, String text) {
        double share = Math.clamp(occasion.fault().share("share"), 0, 1);
        return text.substring(0, (int) (text.length() * share));
    }

    static String cosmetic(Occasion occasion, String text) {
        return switch (occasion.fault().word("style")) {
            case "crlf" -> text.replace("\n", "\r\n");
            case "bom" -> '\uFEFF' + text;
            case "blank" -> text.replace("#EXTINF", "\n#EXTINF");
            default -> mixed(text);
        };
    }

    private static String mixed(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        boolean windows = false;
        for (String line : text.split("\n", -1)) {
            if (!out.isEmpty()) {
                out.append(windows ? "\r\n" : "\n");
                windows = !windows;
            }
            out.append(line);
        }
        return out.toString();
    }
}
