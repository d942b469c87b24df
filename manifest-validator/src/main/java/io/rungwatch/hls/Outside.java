package io.rungwatch.hls;

import java.util.Map;

/**
 * What EXT-X-DEFINE may ask for and the text itself does not hold: the variables of the multivariant playlist, and the query of the URL that
 * finally answered (after redirects), without its question mark.
 */
public record Outside(Map<String, String> variables, String query) {
    public static final Outside NOTHING = new Outside(Map.of(), "");
}
