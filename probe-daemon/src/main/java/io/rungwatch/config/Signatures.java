package io.rungwatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the files hold, cheaply: a file whose size, time and inode are as before is not read again. Only in the first looks after a change
 * it is: a file system may give two saves within two seconds the same time.
 */
record Signatures(Map<Path, Entry> entries) {
    static final Signatures NONE = new Signatures(Map.of());

    private static final int LOOKS_IN_DOUBT = 10;

    record Entry(String stamp, int looks, String content) {
        boolean settledAs(String other) {
            return looks >= LOOKS_IN_DOUBT && stamp.equals(other);
        }
    }

    static Signatures take(Collection<Path> files, Signatures before) {
        Map<Path, Entry> entries = new TreeMap<>();
        for (Path file : files) {
            entries.put(file, entry(file, Optional.ofNullable(before.entries.get(file))));
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

    private static Entry entry(Path file, Optional<Entry> before) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
            boolean large = attributes.size() > FileText.MOST_BYTES;
            if (large || !attributes.isRegularFile()) {
                return new Entry(stamp, 0, stamp);
            }
            if (before.isPresent() && before.get().settledAs(stamp)) {
                return before.get();
            }
            int looks = before.filter(entry -> entry.stamp().equals(stamp))
                    .map(entry -> entry.looks() + 1)
                    .orElse(0);
            return new Entry(stamp, looks, hash(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new Entry("", 0, e.getClass().getSimpleName());
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
