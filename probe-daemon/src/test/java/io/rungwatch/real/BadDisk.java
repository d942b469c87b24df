package io.rungwatch.real;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Of each segment that nginx stores, the end is lost soon after: as after a full disk, or a crash. */
final class BadDisk implements AutoCloseable {
    private static final int PAUSE_MILLIS = 300;
    private static final int LOST = 1000;
    private static final int HEAD = 1000;

    private final Path cache;
    private final Set<Path> known = new HashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    BadDisk(Path cache) {
        this.cache = cache;
        var unused = clock.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (var files = Files.walk(cache)) {
            List<Path> fresh = files.filter(file -> Files.isRegularFile(file) && known.add(file))
                    .toList();
            for (Path file : fresh) {
                spoil(file);
            }
        } catch (IOException | RuntimeException e) {
            // A file went while it was looked at: the next look sees the rest.
        }
    }

    /** nginx writes the key into the head of its file. */
    private static void spoil(Path file) throws IOException {
        String head;
        try (var in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        if (head.contains(".ts\n")) {
            try (FileChannel stored = FileChannel.open(file, StandardOpenOption.WRITE)) {
                stored.truncate(stored.size() - LOST);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
