package io.rungwatch.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The word that was probably meant. */
public final class Nearest {
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** `did you mean 'x'?` where something is near enough, else what there is. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> "did you mean '" + near + "'?").orElseGet(() -> listed(known));
    }

    public static Optional<String> to(String word, Collection<String> known) {
        int limit = Math.max(1, Math.min(3, word.length() / 2));
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= limit);
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "none is declared";
        }
        Stream<String> shown = known.stream().limit(MOST_LISTED);
        return "known here: " + String.join(", ", shown.toList()) + (known.size() > MOST_LISTED ? ", …" : "");
    }

    /** Letters to change, add, drop or swap with their neighbour; case does not count. */
    static int distance(String one, String two) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = two.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
