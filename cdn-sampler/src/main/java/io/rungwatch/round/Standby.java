package io.rungwatch.round;

import io.rungwatch.check.Offered;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.Where;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server that is to take over when a layer fails, beside that layer: one rendition, asked of both at once.
 *
 * @param offer what the layer lists
 * @param where the standby
 * @param exchange the standby's manifest
 * @param manifest whether it is one
 * @param playlist the same, where it is one of HLS
 * @param own a segment as the layer gives it; empty where it lies elsewhere
 * @param segment the same as the standby gives it
 */
public record Standby(
        Offer offer,
        Where where,
        Exchange exchange,
        boolean manifest,
        Optional<MediaPlaylist> playlist,
        Optional<Taken> own,
        Optional<Taken> segment)
        implements Outcome.Sampled {

    /** One segment as both list it. */
    public record Both(Offered here, Segment there) {}

    /** What both list, oldest first. */
    public List<Both> common() {
        return pairing().pairs();
    }

    /** Whether it lists others for the same time: not only later or earlier ones, as it may that is asked later, or is late. */
    public boolean listsOthers() {
        Pairing pairing = pairing();
        return pairing.byName() && pairing.pairs().isEmpty() && isBeside();
    }

    private Pairing pairing() {
        return Pairing.of(offer.document(), offer.segments(), listed());
    }

    private List<Segment> listed() {
        return playlist.map(MediaPlaylist::segments).orElse(List.of());
    }

    /** Two segments long or more, by the clock or, where there is none, by their numbers. */
    private boolean isBeside() {
        List<Offered> here = offer.segments();
        List<Segment> there = listed();
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        Offered oldest = here.getFirst();
        Offered newest = here.getLast();
        boolean dated = oldest.start().isPresent()
                && newest.start().isPresent()
                && there.getFirst().dating().known()
                && there.getLast().dating().known();
        if (dated) {
            long from = Math.max(oldest.start().getAsLong(), there.getFirst().start());
            long to = Math.min(end(newest), there.getLast().end());
            return (to - from) / 3 > newest.listed().duration() / 2;
        }
        long from = Math.max(oldest.listed().number(), there.getFirst().number());
        return Math.min(newest.listed().number(), there.getLast().number()) > from;
    }

    /**
     * How many segments the layer listed already that come after the standby's newest: by those that both list or, where the standby is so late
     * that there are none, by their times, or their numbers. One fewer than there are at most, for the layer was asked before. Empty where
     * nobody can say.
     */
    public OptionalInt behind() {
        List<Both> common = common();
        List<Offered> here = offer.segments();
        if (!common.isEmpty()) {
            return OptionalInt.of(
                    here.size() - 1 - here.indexOf(common.getLast().here()));
        }
        if (here.isEmpty() || listed().isEmpty()) {
            return OptionalInt.empty();
        }
        long late = late(here.getLast(), listed().getLast());
        return late > 0 ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, late)) : OptionalInt.empty();
    }

    private static long late(Offered newest, Segment there) {
        return newest.start().isPresent() && there.dating().known()
                ? (end(newest) - there.end()) / Math.max(1, newest.listed().duration())
                : newest.listed().number() - there.number();
    }

    private static long end(Offered segment) {
        return segment.start().orElse(0) + segment.listed().duration();
    }

    /** Both gave it, and neither answer was spoiled by the probe. */
    public boolean gaveBoth() {
        return isFair() && own.orElseThrow().good() && segment.orElseThrow().good();
    }

    /** The layer gave it, so the standby should. */
    public boolean isFair() {
        return own.filter(taken -> taken.good() && !taken.sample().spoiled()).isPresent()
                && segment.filter(taken -> !taken.sample().spoiled()).isPresent();
    }
}
