package io.rungwatch;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/**
 * Holds what a probe that runs for months takes near what it needs. The serial collector is the cheapest for a poll, but lets the old
 * generation grow to the limit before it looks through it: with a quarter of a big machine as the limit, 300 MiB of channels would come
 * to hold gigabytes. Looked through whenever it has grown by a quarter, it costs some tenths of a second every few minutes.
 */
final class Memory {
    /** Small heaps are not worth a pause. */
    private static final long SLACK = 32L << 20;

    private final Optional<MemoryPoolMXBean> old;
    private final Runnable collect;

    Memory(Runnable collect) {
        this.collect = collect;
        old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findFirst();
    }

    /** Other collectors have no such pool and see to it by themselves. */
    void tidy() {
        old.ifPresent(pool -> {
            MemoryUsage alive = pool.getCollectionUsage();
            if (grown(pool.getUsage().getUsed(), alive == null ? 0 : alive.getUsed())) {
                collect.run();
            }
        });
    }

    static boolean grown(long used, long alive) {
        return used > alive + alive / 4 + SLACK;
    }
}
