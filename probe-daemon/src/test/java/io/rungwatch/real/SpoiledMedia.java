package io.rungwatch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What ffmpeg writes, once more in another folder, and each segment from now on with other bytes: as if the packager had written it so. */
final class SpoiledMedia implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;

    /** What becomes of a segment. */
    interface Spoiling {
        byte[] of(String name, byte[] segment);
    }

    private final Path from;
    private final Path to;
    private final Spoiling spoiling;
    private final Map<Path, String> playlists = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** When this returns, all is there that was; what caches have of it is still the same. */
    SpoiledMedia(Path from, Path to, Spoiling spoiling) throws IOException {
        this.from = from;
        this.to = Files.createDirectories(to);
        this.spoiling = spoiling;
        for (Path segment : named(".ts")) {
            Files.copy(segment, to.resolve(segment.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        copy();
        var unused = clock.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private List<Path> named(String end) throws IOException {
        try (var files = Files.list(from)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private void look() {
        try {
            copy();
        } catch (IOException | RuntimeException e) {
            // A file went while it was looked at: the next look sees the rest.
        }
    }

    /** Nothing is listed before it is there. */
    private void copy() throws IOException {
        for (Path playlist : named(".m3u8")) {
            String text = Files.readString(playlist);
            if (!text.equals(playlists.get(playlist))) {
                for (String name :
                        text.lines().filter(line -> line.endsWith(".ts")).toList()) {
                    spoil(name);
                }
                Path written = Files.writeString(to.resolve("next"), text);
                Files.move(written, to.resolve(playlist.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                playlists.put(playlist, text);
            }
        }
    }

    private void spoil(String name) throws IOException {
        if (Files.notExists(to.resolve(name))) {
            Files.write(to.resolve(name), spoiling.of(name, Files.readAllBytes(from.resolve(name))));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
