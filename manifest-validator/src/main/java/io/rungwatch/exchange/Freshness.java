package io.rungwatch.exchange;

import java.time.Duration;
import java.util.List;

/** How long a shared cache may go on giving out this answer, as its own headers say; a broken header says nothing. */
public final class Freshness {
    private static final long MOST = 365 * 86_400L;

    private Freshness() {}

    /** What is left of the declared life: s-maxage before max-age, less the Age; zero where nothing is declared. */
    public static Duration left(Headers headers) {
        long life = declared(headers).toSeconds();
        return Duration.ofSeconds(Math.max(0, life - age(headers).toSeconds()));
    }

    /** The declared life of the object in a shared cache, stale-while-revalidate included. */
    public static Duration declared(Headers headers) {
        return declared(headers.all("Cache-Control"));
    }

    /** The declared life without the time for which a cache may hand it out while it asks for a newer one. */
    public static Duration fresh(Headers headers) {
        return life(headers.all("Cache-Control"), false);
    }

    /** The same, of the values of all Cache-Control lines. */
    public static Duration declared(List<String> cacheControl) {
        return life(cacheControl, true);
    }

    private static Duration life(List<String> cacheControl, boolean whileRevalidating) {
        long shared = -1;
        long any = -1;
        long stale = 0;
        for (String line : cacheControl) {
            for (Directives said = new Directives(line); said.next(); ) {
                if (said.is("no-store") || said.is("no-cache") || said.is("private")) {
                    return Duration.ZERO;
                } else if (said.begins("s-maxage=")) {
                    shared = seconds(said.behind("s-maxage="));
                } else if (said.begins("max-age=")) {
                    any = seconds(said.behind("max-age="));
                } else if (whileRevalidating && said.begins("stale-while-revalidate=")) {
                    stale = Math.max(0, seconds(said.behind("stale-while-revalidate=")));
                }
            }
        }
        long life = shared >= 0 ? shared : any;
        return Duration.ofSeconds(life < 0 ? 0 : Math.min(MOST, life + stale));
    }

    public static Duration age(Headers headers) {
        return Duration.ofSeconds(
                Math.max(0, headers.first("Age").map(Freshness::seconds).orElse(0L)));
    }

    /** Delta-seconds, quoted or not; −1 for anything else. */
    private static long seconds(String text) {
        String digits = text.replace("\"", "").strip();
        if (digits.isEmpty() || digits.length() > 18) {
            return digits.isEmpty() ? -1 : MOST;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Math.min(MOST, Long.parseLong(digits));
    }
}
