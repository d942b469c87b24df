package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spoilt segments, the same in each build; and how much memory a hostile one can make us take. */
class MediaFuzzTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 12_000;
    private static final int LARGE = 16 << 20;
    private static final int CHUNK = 64 << 10;

    @Test
    @Timeout(120)
    void spoiltSegments() {
        List<byte[]> seeds = new ArrayList<>(Seeds.all().values());
        seeds.forEach(MediaFuzzTest::run);
        Spoiler spoiler = new Spoiler(20);
        for (int i = 0; i < RUNS; i++) {
            run(spoiler.spoil(seeds.get(i % seeds.size()), seeds.get(i * 7 % seeds.size())));
        }
    }

    private static void run(byte[] data) {
        try {
            MediaFuzz.fuzzerTestOneInput(data);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new AssertionError(
                    e + "\nto keep it, make a test of: " + Base64.getEncoder().encodeToString(data), e);
        }
    }

    /** Each pid in turn, and sections without end on those that have any. */
    @Test
    void transportStreamOfManyPids() {
        byte[] tables =
                new Packets().tables(0x1b, 300, 0x86, 301, 0x86, 302, 0x0f, 303).bytes();
        byte[] chunk = packets(new Random(7));

        assertThat(allocated(tables, chunk)).isLessThan(CHUNK);
    }

    private static byte[] packets(Random random) {
        byte[] chunk = new byte[CHUNK / 188 * 188];
        random.nextBytes(chunk);
        for (int at = 0; at < chunk.length; at += 188) {
            chunk[at] = 0x47;
            chunk[at + 1] = (byte) (0x41 | chunk[at + 1] & 0x1e);
            chunk[at + 3] = (byte) (0x10 | chunk[at + 3] & 0x0f);
        }
        return chunk;
    }

    @Test
    void boxesOfAllSizes() {
        byte[] head = Samples.join(
                Samples.number(LARGE, 4),
                Samples.text("moof"),
                Samples.box("traf", Samples.box("tfhd", Samples.hex("00020000 00000001"))));
        byte[] chunk = Samples.join(
                Samples.box("traf", Samples.box("trun", Samples.hex("00000f05 ffffffff"), new byte[4000])),
                Samples.box("sidx", new byte[1000]),
                Samples.box("emsg", new byte[3000]));

        assertThat(allocated(head, chunk)).isLessThan(16 * CHUNK);
    }

    @Test
    void oneBoxWithoutEnd() {
        for (String type : List.of("trun", "sidx", "stsd", "emsg", "mdat")) {
            byte[] head = Samples.join(Samples.box("styp"), Samples.number(0x7fff_ffffL, 4), Samples.text(type));
            assertThat(allocated(head, new byte[CHUNK])).as(type).isLessThan(CHUNK);
        }
    }

    /** By a large segment that begins so and goes on like that. */
    private static long allocated(byte[] head, byte[] chunk) {
        Media.look(Samples.join(head, chunk));
        MediaReader reader = Media.reader();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reader.add(head, 0, head.length);
        for (int bytes = 0; bytes < LARGE; bytes += chunk.length) {
            reader.add(chunk, 0, chunk.length);
        }
        reader.look();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
