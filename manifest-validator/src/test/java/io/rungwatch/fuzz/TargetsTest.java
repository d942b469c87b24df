package io.rungwatch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each target with its seeds and with a fixed number of spoilt ones: nothing is thrown, and nothing takes more memory than its input
 * explains. The long search for new ones is {@code ./test --fuzz}.
 */
class TargetsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Of memory, whatever the input; and for each of its bytes. The seeds, which load the classes, may take what they take. */
    private static final long FIXED = 4 << 20;

    private static final long PER_BYTE = 1000;

    static List<Target> targets() {
        return Target.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Timeout(120)
    void seedsAndSpoiltSeeds(Target target) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path seed : target.seeds()) {
            seeds.add(Files.readAllBytes(seed));
        }
        assertThat(seeds).isNotEmpty();
        seeds.forEach(seed -> run(target, seed, Long.MAX_VALUE));
        Mutator mutator = new Mutator(target.name().hashCode(), Words.of(target.dictionary()));
        for (int i = 0; i < target.runs(); i++) {
            byte[] spoilt = mutator.spoil(seeds.get(i % seeds.size()), seeds.get(i * 7 % seeds.size()));
            run(target, spoilt, FIXED + PER_BYTE * spoilt.length);
        }
    }

    private static void run(Target target, byte[] data, long mostMemory) {
        try {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            target.body().run(data);
            long took = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(took).as("allocated for %s bytes", data.length).isLessThan(mostMemory);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError(
                    "%s: %s%nto keep it: echo %s | base64 -d > src/test/resources/fuzz/%s/what-it-is"
                            .formatted(target, e, Base64.getEncoder().encodeToString(data), target.name()),
                    e);
        }
    }
}
