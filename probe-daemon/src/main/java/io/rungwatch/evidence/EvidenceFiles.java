package io.rungwatch.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of recordings, one file an alert. Bounded in bytes and age; the oldest go first. Blocks: not for an event loop. */
public final class EvidenceFiles {
    /**
     * How much is kept, and how long.
     *
     * @param file bytes of one
     * @param all bytes of all together
     */
    public record Bounds(long file, long all, Duration age) {
        public static final Bounds USUAL = new Bounds(4 << 20, 200 << 20, Duration.ofDays(30));
    }

    private record Kept(Path file, Instant at, long size) {}

    /** Nothing that leads out of the folder. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private static final String ENDING = ".har";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final Bounds bounds;
    private final InstantSource clock;

    /** @param folder made when it is missing */
    public EvidenceFiles(Path folder, Bounds bounds, InstantSource clock) {
        this.folder = folder;
        this.bounds = bounds;
        this.clock = clock;
    }

    public Bounds bounds() {
        return bounds;
    }

    /** The whole file or none, whenever the machine stops. One that was kept before under this id stays: it saw the beginning. */
    public synchronized void write(String id, byte[] har) throws IOException {
        Path file = file(id).orElseThrow(() -> new IOException("not the id of an alert"));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (har.length > bounds.file()) {
            throw new IOException("evidence of " + har.length + " bytes is larger than it may be");
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, id, UNFINISHED);
        try {
            Files.write(unfinished, har);
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        sweep();
    }

    /** Empty when there is none, or no more. */
    public Optional<byte[]> read(String id) throws IOException {
        Optional<Path> file = file(id).filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
        if (file.isEmpty() || Files.size(file.get()) > bounds.file()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public boolean has(String id) {
        return file(id).filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .isPresent();
    }

    /** What is too old goes, and of the rest the oldest, until the others fit. */
    public synchronized void sweep() throws IOException {
        Instant oldest = clock.instant().minus(bounds.age());
        long total = 0;
        for (Kept kept : newestFirst()) {
            total += kept.size();
            boolean unfinished = kept.file().toString().endsWith(UNFINISHED);
            if (unfinished || kept.at().isBefore(oldest) || total > bounds.all()) {
                Files.deleteIfExists(kept.file());
            }
        }
    }

    private List<Kept> newestFirst() throws IOException {
        List<Kept> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(EvidenceFiles::isOurs).toList()) {
                    BasicFileAttributes about =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    found.add(new Kept(file, about.lastModifiedTime().toInstant(), about.size()));
                }
            }
        }
        found.sort(Comparator.comparing(Kept::at).reversed().thenComparing(Kept::file));
        return found;
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(ENDING) || file.toString().endsWith(UNFINISHED);
    }

    private Optional<Path> file(String id) {
        return ID.matcher(id).matches() ? Optional.of(folder.resolve(id + ENDING)) : Optional.empty();
    }
}
