package io.rungwatch.simulator.fault;

/** Faults of the JSON that manifests lead their players to. */
final class LinkedFaults {
    private LinkedFaults() {}

    static String steering(Occasion occasion, String text) {
        return switch (occasion.fault().word("what")) {
            case "version" -> text.replace("\"VERSION\": 1", "\"VERSION\": 2");
            case "ttl" -> text.replaceFirst("\"TTL\": \\d+, ", "");
            case "cut" -> half(text);
            default -> text.replaceAll("CDN-", "CDN-X");
        };
    }

    static String assets(Occasion occasion, String text) {
        return switch (occasion.fault().word("what")) {
            case "uri" -> text.replace("\"URI\"", "\"URL\"");
            case "assets" -> text.replace("\"ASSETS\"", "\"ADS\"");
            case "cut" -> half(text);
            default -> text.replaceAll(", \"DURATION\": [0-9.]+", "");
        };
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }
}
