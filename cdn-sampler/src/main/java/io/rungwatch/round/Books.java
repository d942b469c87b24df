package io.rungwatch.round;

import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Latency;
import io.rungwatch.sample.Reach;
import io.rungwatch.sample.Recent;
import io.rungwatch.sample.Sample;
import io.rungwatch.sample.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the samples of all channels say of each layer. Channels live on several loops, so one of them is let in at a time. */
public final class Books {
    private static final Duration FAST = Reach.FAST.longest();
    private static final Duration SLOW = Reach.SLOW.longest();

    private static final class Book {
        final Window window = Window.ofLayer();
        final Latency firstByte;
        final Latency download = Latency.ofDownload();

        Book(Layer.Kind kind) {
            firstByte = Latency.ofFirstByte(kind);
        }
    }

    private final Map<String, Book> books = new HashMap<>();

    public synchronized void add(Layer layer, Sample sample) {
        Book book = book(layer);
        book.window.add(sample);
        book.firstByte.add(sample);
        book.download.add(sample);
    }

    /**
     * What the numbers say as of `now`.
     *
     * @param channel what is remembered of this layer for the channel that asks
     */
    synchronized Rates rates(Layer layer, LayerMemory channel, boolean revalidatedIsHit, Instant now) {
        Book book = book(layer);
        return new Rates(
                layer,
                channel.window.counts(Reach.CHANNEL, now),
                book.window.counts(Reach.FAST, now),
                book.window.counts(Reach.SLOW, now),
                latencies(book.firstByte, channel.firstByte, now),
                latencies(book.download, channel.download, now),
                revalidatedIsHit);
    }

    private static Rates.Latencies latencies(Latency latency, Recent own, Instant now) {
        return new Rates.Latencies(latency.over(FAST, now), latency.over(SLOW, now), own.summary());
    }

    private Book book(Layer layer) {
        return books.computeIfAbsent(layer.name(), missing -> new Book(layer.kind()));
    }
}
