package io.rungwatch;

import com.sun.management.UnixOperatingSystemMXBean;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether the probe may still open files. When it may not, it asks nobody whom it has no connection to, and can neither tell nor keep
 * anything: that must be told before it is so.
 */
final class OpenFiles {
    private static final int PERCENT = 90;

    private final UnixOperatingSystemMXBean system;
    private final Consumer<Optional<String>> told;
    private boolean scarce;

    /** @param told what is wrong; empty when it is well again */
    OpenFiles(UnixOperatingSystemMXBean system, Consumer<Optional<String>> told) {
        this.system = system;
        this.told = told;
    }

    void look() {
        long most = system.getMaxFileDescriptorCount();
        Optional<Long> open = open();
        boolean now = open.isEmpty() || open.get() * 100 > most * PERCENT;
        if (now != scarce) {
            scarce = now;
            String count = open.map(String::valueOf).orElse("all");
            told.accept(
                    now ? Optional.of(count + " of " + most + " files and connections are open") : Optional.empty());
        }
    }

    /** They are counted in a folder, which is a file to be opened too. */
    private Optional<Long> open() {
        try {
            return Optional.of(system.getOpenFileDescriptorCount()).filter(count -> count >= 0);
        } catch (InternalError e) {
            return Optional.empty();
        }
    }
}
