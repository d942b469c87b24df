package io.rungwatch.store;

import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sums up what polls and samples found, and hands on a row for each channel and layer now and then. Never waits for anybody. */
public final class HistorySink implements Sink {
    private record Channel(String first, Map<String, LayerTally> layers) {}

    private final String probe;
    private final int every;
    private final RowQueue out;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    /** The same tallies once more: a poll finds its own with one look. */
    private final Map<Where, LayerTally> places = new ConcurrentHashMap<>();

    HistorySink(String probe, int every, RowQueue out) {
        this.probe = probe;
        this.every = every;
        this.out = out;
    }

    public void watch(ChannelProfile profile) {
        String first = profile.layers().getFirst().name();
        channels.computeIfAbsent(profile.channel(), missing -> new Channel(first, new ConcurrentHashMap<>()));
    }

    /** After its last poll. */
    public void forgetChannel(String channel) {
        Channel gone = channels.remove(channel);
        if (gone != null) {
            gone.layers().values().forEach(LayerTally::finish);
            places.keySet().removeIf(where -> where.channel().equals(channel));
        }
    }

    @Override
    public void accept(PollReport report) {
        LayerTally tally = places.get(report.where());
        if (tally == null) {
            tally = begin(report.where());
        }
        if (tally != null) {
            tally.accept(report);
        }
    }

    /** Null where its channel has left. */
    private @Nullable LayerTally begin(Where where) {
        Channel channel = channels.get(where.channel());
        if (channel == null) {
            return null;
        }
        String layer = where.layer().name();
        LayerTally tally = channel.layers()
                .computeIfAbsent(layer, missing -> tally(where.channel(), layer, layer.equals(channel.first())));
        places.put(where, tally);
        return tally;
    }

    private LayerTally tally(String channel, String layer, boolean first) {
        return new LayerTally(new Row.Place(probe, channel, layer), first, every, out);
    }

    @Override
    public void forget(Where where) {
        places.remove(where);
    }

    /** The probe ends. */
    void finish() {
        channels.values().forEach(channel -> channel.layers().values().forEach(LayerTally::finish));
    }
}
