package io.rungwatch.duty;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything can be read that anybody is told: the log. Written by a thread of its own, in order: whoever decides what is told must not
 * wait for a terminal that nobody reads or a disk that hangs.
 */
public final class NoticeLog implements Duty.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("alert");
    private static final int MOST_WAITING = 10_000;
    private static final Duration LAST_ONES = Duration.ofSeconds(5);

    /** What stands in the log: its text, and whether somebody should look. */
    public record Line(boolean isBad, String text) {}

    private record Job(Message message, Links links) {}

    private final ZoneId zone;
    private final Supplier<Links> links;
    private final Consumer<Line> out;
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("alert-log").daemon().unstarted(this::run);
    private volatile boolean closed;

    /** @param links as they are when something is decided */
    public NoticeLog(ZoneId zone, Supplier<Links> links) {
        this(zone, links, NoticeLog::write);
    }

    NoticeLog(ZoneId zone, Supplier<Links> links, Consumer<Line> out) {
        this.zone = zone;
        this.links = links;
        this.out = out;
        thread.start();
    }

    @Override
    public void decided(DutyMemory before, DutyFold.Decision decision) {
        for (Message message : decision.said()) {
            if (!waiting.offer(new Job(message, links.get()))) {
                leftOut.incrementAndGet();
            }
        }
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Job job = waiting.poll(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS);
                if (job != null) {
                    tell(job);
                }
            }
        } catch (InterruptedException e) {
            waiting.forEach(this::tell);
        }
    }

    private void tell(Job job) {
        long missing = leftOut.getAndSet(0);
        if (missing > 0) {
            out.accept(new Line(true, missing + " lines of the alert log are left out: it is not written fast enough"));
        }
        boolean bad = switch (job.message().kind()) {
            case RAISED, ESCALATED -> !NoticeText.isSilenced(job.message());
            case CHANGED, ACKNOWLEDGED, MERGED, CLEARED -> false;
        };
        out.accept(new Line(bad, new NoticeText(zone, job.links()).of(job.message())));
    }

    private static void write(Line line) {
        if (line.isBad()) {
            LOG.warn("{}", line.text());
        } else {
            LOG.info("{}", line.text());
        }
    }

    /** What was decided is written, if that is a matter of seconds. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(LAST_ONES);
    }
}
