package io.rungwatch.round;

import io.rungwatch.check.Offered;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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

    /** What both list, oldest first: by the names of files, for numbers may be what differs. */
    public List<Both> common() {
        Map<String, Segment> there = new HashMap<>();
        playlist.ifPresent(list -> list.segments().forEach(each -> there.put(name(each.uri()), each)));
        List<Both> common = new ArrayList<>();
        for (Offered here : offer.segments()) {
            Segment other = there.get(name(here.listed().url().target()));
            if (other != null) {
                common.add(new Both(here, other));
            }
        }
        return common;
    }

    /**
     * How many segments the layer listed already that come after the standby's newest: by their names, or, where the standby is so late that
     * they have none in common, by their times. Empty where nobody can say.
     */
    public OptionalInt behind() {
        List<Both> common = common();
        List<Offered> here = offer.segments();
        return common.isEmpty()
                ? byTime()
                : OptionalInt.of(here.size() - 1 - here.indexOf(common.getLast().here()));
    }

    private OptionalInt byTime() {
        OptionalLong edge = playlist.map(MediaPlaylist::edge).orElse(OptionalLong.empty());
        if (edge.isEmpty() || offer.segments().isEmpty()) {
            return OptionalInt.empty();
        }
        Offered newest = offer.segments().getLast();
        long length = Math.max(1, newest.listed().duration());
        if (newest.start().isEmpty()) {
            return OptionalInt.empty();
        }
        long late = newest.start().getAsLong() + length - edge.getAsLong();
        return late > 0 ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, late / length)) : OptionalInt.empty();
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

    private static String name(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
