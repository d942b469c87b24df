package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.profile.ExpectedRung;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The offered rungs laid beside the expected ones. Two of height, codec family and bitrate must agree for a pair to be the same rung with
 * one thing wrong; with fewer, one rung is missing and another is unexpected.
 */
public record LadderMatch(List<Pair> pairs, List<ExpectedRung> missing, List<OfferedRung> unexpected) {
    /** 1080 or 1088 lines are the same rung; a quarter more or less bitrate keeps the neighbours of a usual ladder apart. */
    public static final int HEIGHT_SLACK = 8;

    private static final double BITRATE_SLACK = 0.25;
    private static final int AGREES = 2;
    private static final int UNKNOWN = 1;

    public record Pair(ExpectedRung expected, OfferedRung offered) {}

    private record Candidate(ExpectedRung expected, OfferedRung offered, int points, double distance) {}

    public static LadderMatch of(List<ExpectedRung> expected, MultivariantPlaylist playlist) {
        return of(expected, OfferedRung.of(playlist));
    }

    public static LadderMatch of(List<ExpectedRung> expected, List<OfferedRung> offered) {
        List<Candidate> candidates = new ArrayList<>();
        for (ExpectedRung rung : expected) {
            for (OfferedRung row : offered) {
                int points = points(rung, row);
                if (row.isVideo() && points >= 2 * AGREES) {
                    candidates.add(new Candidate(rung, row, points, distance(rung, row)));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::points).reversed().thenComparingDouble(Candidate::distance));
        List<ExpectedRung> missing = new ArrayList<>(expected);
        List<OfferedRung> unexpected = new ArrayList<>(offered);
        List<Pair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (missing.contains(candidate.expected()) && unexpected.contains(candidate.offered())) {
                pairs.add(new Pair(candidate.expected(), candidate.offered()));
                missing.remove(candidate.expected());
                unexpected.remove(candidate.offered());
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> expected.indexOf(pair.expected())));
        return new LadderMatch(List.copyOf(pairs), List.copyOf(missing), List.copyOf(unexpected));
    }

    private static int points(ExpectedRung rung, OfferedRung row) {
        int height = row.height() == 0 ? UNKNOWN : Math.abs(row.height() - rung.height()) <= HEIGHT_SLACK ? AGREES : 0;
        String family = row.family();
        int codec = family.isEmpty() || rung.codec().isEmpty() ? UNKNOWN : family.equals(rung.codec()) ? AGREES : 0;
        return height + codec + (distance(rung, row) <= BITRATE_SLACK ? AGREES : 0);
    }

    private static double distance(ExpectedRung rung, OfferedRung row) {
        return Math.abs((double) row.bandwidth() - rung.bitrate()) / rung.bitrate();
    }
}
