package io.rungwatch.simulator.hls;

/** Two names for one thing: what is on the second pathway is what is on the first. */
final class Pathways {
    static final String FIRST = "CDN-A";
    static final String SECOND = "CDN-B";
    static final String PREFIX = "/cdn-b";

    private Pathways() {}

    static String stripped(String path) {
        return path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
    }

    static String steering() {
        return """
                {"VERSION": 1, "TTL": 300, "PATHWAY-PRIORITY": ["%s", "%s"]}
                """.formatted(FIRST, SECOND);
    }
}
