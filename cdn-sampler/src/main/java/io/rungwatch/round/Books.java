package io.rungwatch.round;

import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Latency;
import io.rungwatch.sample.Reach;
import io.rungwatch.sample.Recent;
import io.rungwatch.sample.Sample;
import io.rungwatch.sample.Spread;
import io.rungwatch.sample.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the samples of all channels say of each layer. Channels live on several loops, so one of them is let in at a time. */
public final class Books {
    private static final Duration FAST = Reach.FAST.longest();
    private static final Duration SLOW = Reach.SLOW.longest();
    /** Sums of an hour are not made anew for each channel that asks. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    /** Of all channels. */
    private record Sums(
            Instant at,
            Counts fast,
            Counts slow,
            Spread firstByteFast,
            Spread firstByteSlow,
            Spread downloadFast,
            Spread downloadSlow,
            Rates.Setup setup) {
        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(GOOD_FOR));
        }
    }

    private static final class Book {
        final Layer.Kind kind;
        final Window window = Window.ofLayer();
        final Latency firstByte = Latency.ofFirstByte();
        final Latency download = Latency.ofDownload();
        final Latency dns = Latency.ofAnything();
        final Latency connect = Latency.ofAnything();
        final Latency tls = Latency.ofAnything();
        private @Nullable Sums sums;

        Book(Layer.Kind kind) {
            this.kind = kind;
        }

        void add(Taken taken) {
            Sample sample = taken.sample();
            window.add(sample);
            firstByte.add(sample);
            download.add(sample);
            Timing timing = taken.exchange().timing();
            if (!timing.reused() && !sample.spoiled() && taken.answer().isPresent()) {
                dns.add(sample.at(), timing.dns());
                connect.add(sample.at(), timing.connect());
                if (timing.tls() > 0) {
                    tls.add(sample.at(), timing.tls());
                }
            }
        }

        Sums sums(Instant now) {
            Sums known = sums;
            if (known == null || !known.holds(now)) {
                known = new Sums(
                        now,
                        window.counts(Reach.FAST, now),
                        window.counts(Reach.SLOW, now),
                        firstByte.over(FAST, now),
                        firstByte.over(SLOW, now),
                        download.over(FAST, now),
                        download.over(SLOW, now),
                        new Rates.Setup(dns.over(SLOW, now), connect.over(SLOW, now), tls.over(SLOW, now)));
                sums = known;
            }
            return known;
        }
    }

    private final Map<String, Book> books = new HashMap<>();

    synchronized void add(Taken taken) {
        book(taken.layer()).add(taken);
    }

    /** @param channel what is remembered of this layer for the channel that asks */
    synchronized Rates rates(Layer layer, LayerMemory channel, boolean revalidatedIsHit, Instant now) {
        Sums sums = book(layer).sums(now);
        return new Rates(
                layer,
                channel.window.counts(Reach.CHANNEL, now),
                channel.window.counts(Reach.FIRST_TOUCHES, now),
                sums.fast(),
                sums.slow(),
                latencies(sums.firstByteFast(), sums.firstByteSlow(), channel.firstByte),
                latencies(sums.downloadFast(), sums.downloadSlow(), channel.download),
                sums.setup(),
                others(layer, now),
                revalidatedIsHit,
                channel.habits(now));
    }

    private static Rates.Latencies latencies(Spread fast, Spread slow, Recent own) {
        return new Rates.Latencies(fast, slow, own.summary());
    }

    /** What the others of its kind gave in the last hour: nothing where it stands alone. */
    private Counts others(Layer layer, Instant now) {
        Counts sum = new Counts();
        books.forEach((name, other) -> {
            if (!name.equals(layer.name()) && other.kind == layer.kind()) {
                sum.add(other.sums(now).slow());
            }
        });
        return sum;
    }

    private Book book(Layer layer) {
        return books.computeIfAbsent(layer.name(), missing -> new Book(layer.kind()));
    }
}
