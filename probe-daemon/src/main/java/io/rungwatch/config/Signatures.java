package io.rungwatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the files hold, cheaply: a file whose size, time and inode are as before is not read again, unless it was so young when it was
 * read that a second save may bear the same time.
 */
record Signatures(Map<Path, Entry> entries) {
    static final Signatures NONE = new Signatures(Map.of());

    private static final Duration YOUNG = Duration.ofSeconds(3);

    record Entry(String stamp, boolean doubtful, String content) {}

    static Signatures take(Collection<Path> files, Signatures before, Instant now) {
        Map<Path, Entry> entries = new TreeMap<>();
        for (Path file : files) {
            entries.put(file, entry(file, Optional.ofNullable(before.entries.get(file)), now));
        }
        return new Signatures(entries);
    }

    boolean sameContent(Signatures other) {
        return entries.keySet().equals(other.entries.keySet())
                && entries.entrySet().stream()
                        .allMatch(each -> other.contentOf(each.getKey())
                                .equals(Optional.of(each.getValue().content())));
    }

    private Optional<String> contentOf(Path file) {
        return Optional.ofNullable(entries.get(file)).map(Entry::content);
    }

    private static Entry entry(Path file, Optional<Entry> before, Instant now) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
            boolean large = attributes.size() > FileText.MOST_BYTES;
            if (large || !attributes.isRegularFile()) {
                return new Entry(stamp, false, stamp);
            }
            if (before.isPresent()
                    && !before.get().doubtful()
                    && before.get().stamp().equals(stamp)) {
                return before.get();
            }
            boolean young = attributes.lastModifiedTime().toInstant().isAfter(now.minus(YOUNG));
            return new Entry(stamp, young, hash(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new Entry("", true, e.getClass().getSimpleName());
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
