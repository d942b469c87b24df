package io.rungwatch.round;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.hls.ByteRange;
import io.rungwatch.hls.Segment;
import io.rungwatch.round.Standby.Both;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which segments of two servers' lists are the same ones. By their names as far as these tell segments of one list apart, for numbers may be
 * what differs; else by when they were, or where nobody says when, by their numbers.
 *
 * @param pairs oldest first
 * @param byName whether names tell: where these have nothing in common, the lists have not
 */
record Pairing(List<Both> pairs, boolean byName) {
    /** What begins nearer to each other than this part of a segment began together: clocks differ. */
    private static final int NEAR = 4;

    /** What may stand in an address and mean nothing: a folder or a query of each server's own. The most telling one comes first. */
    private enum By {
        PATH_AND_QUERY,
        PATH,
        FILE_AND_QUERY,
        FILE;

        String key(Name name) {
            return switch (this) {
                        case PATH_AND_QUERY -> name.path() + name.query();
                        case PATH -> name.path();
                        case FILE_AND_QUERY -> name.file() + name.query();
                        case FILE -> name.file();
                    }
                    + name.part();
        }

        /** That two servers write other queries, or other folders above their playlists, says nothing. */
        boolean tells(Names<?> here, Names<?> there) {
            return this == FILE || this == PATH && here.below() && there.below();
        }
    }

    /**
     * An address taken apart.
     *
     * @param path below the folder of its playlist; all of it where it lies elsewhere
     * @param part the byte range
     */
    private record Name(String path, String file, String query, String part, boolean below) {
        static Name of(Url url, String folder, long bytes, long offset) {
            String path = url.path();
            boolean below = path.startsWith(folder);
            return new Name(
                    below ? path.substring(folder.length()) : path,
                    path.substring(path.lastIndexOf('/') + 1),
                    "?" + url.query(),
                    bytes == 0 ? "" : " " + bytes + "@" + offset,
                    below);
        }
    }

    private record Names<T>(Map<T, Name> all) {
        boolean below() {
            return all.values().stream().allMatch(Name::below);
        }

        /** Null where two have the same. */
        @Nullable
        Map<String, T> by(By by) {
            Map<String, T> found = new HashMap<>();
            for (Map.Entry<T, Name> each : all.entrySet()) {
                if (found.put(by.key(each.getValue()), each.getKey()) != null) {
                    return null;
                }
            }
            return found;
        }
    }

    /** @param document of the playlist, which has the same path at both */
    static Pairing of(Url document, List<Offered> here, List<Segment> there) {
        Names<Offered> ours = ours(document, here);
        Names<Segment> theirs = theirs(document, there);
        List<Both> best = List.of();
        boolean tells = false;
        for (By by : By.values()) {
            Map<String, Segment> found = theirs.by(by);
            if (found != null && ours.by(by) != null) {
                List<Both> pairs = pairs(ours, found, by);
                best = pairs.size() > best.size() ? pairs : best;
                tells |= by.tells(ours, theirs);
            }
        }
        return tells || !best.isEmpty() ? new Pairing(best, true) : new Pairing(byClock(here, there), false);
    }

    private static Names<Offered> ours(Url document, List<Offered> segments) {
        Map<Offered, Name> names = new LinkedHashMap<>();
        for (Offered each : segments) {
            Listed listed = each.listed();
            names.put(each, Name.of(listed.url(), folder(document), listed.bytes(), listed.offset()));
        }
        return new Names<>(names);
    }

    private static Names<Segment> theirs(Url document, List<Segment> segments) {
        Map<Segment, Name> names = new LinkedHashMap<>();
        for (Segment each : segments) {
            ByteRange part = each.byteRange();
            try {
                Url url = document.resolve(each.uri());
                names.put(
                        each,
                        Name.of(
                                url,
                                folder(document),
                                part == null ? 0 : part.length(),
                                part == null ? 0 : part.offset()));
            } catch (BadUrl unreadable) {
                // Nobody can ask for it: nothing is its like.
            }
        }
        return new Names<>(names);
    }

    private static String folder(Url document) {
        return document.path().substring(0, document.path().lastIndexOf('/') + 1);
    }

    private static List<Both> pairs(Names<Offered> ours, Map<String, Segment> theirs, By by) {
        List<Both> pairs = new ArrayList<>();
        ours.all().forEach((here, name) -> {
            Segment there = theirs.get(by.key(name));
            if (there != null) {
                pairs.add(new Both(here, there));
            }
        });
        return pairs;
    }

    private static List<Both> byClock(List<Offered> here, List<Segment> there) {
        boolean dated = here.stream().allMatch(each -> each.start().isPresent())
                && there.stream().allMatch(each -> each.dating().known());
        BiPredicate<Offered, Segment> same = dated
                ? (ours, theirs) -> Math.abs(ours.start().getAsLong() - theirs.start()) * NEAR
                        < ours.listed().duration()
                : (ours, theirs) -> ours.listed().number() == theirs.number();
        List<Both> pairs = new ArrayList<>();
        for (Offered ours : here) {
            there.stream()
                    .filter(theirs -> same.test(ours, theirs))
                    .findFirst()
                    .ifPresent(theirs -> pairs.add(new Both(ours, theirs)));
        }
        return pairs;
    }
}
