package io.rungwatch.notify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows by whole lines. Somebody else may move it away: the next line begins a new one under the old name. A symbolic link or
 * a pipe in its place is not written to: it would lead elsewhere, or wait for a reader.
 */
final class LineFile {
    private final Path path;
    private final boolean sync;
    private @Nullable FileChannel channel;
    private @Nullable Object key;

    LineFile(Path path, boolean sync) {
        this.path = path;
        this.sync = sync;
    }

    void append(String line) throws IOException {
        FileChannel open = current();
        long end = open.size();
        try {
            ByteBuffer bytes = ByteBuffer.wrap((begun(open, end) + line + "\n").getBytes(StandardCharsets.UTF_8));
            for (long at = end; bytes.hasRemaining(); ) {
                at += open.write(bytes, at);
            }
            if (sync) {
                open.force(false);
            }
        } catch (IOException e) {
            takeBack(open, end);
            close();
            throw e;
        }
    }

    /** Half a line, of a crash or by somebody else, is not continued. */
    private static String begun(FileChannel open, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && open.read(last, end - 1) == 1 && last.get(0) != '\n' ? "\n" : "";
    }

    private static void takeBack(FileChannel open, long end) {
        try {
            open.truncate(end);
        } catch (IOException e) {
            // Then the next line begins below the half one.
        }
    }

    private FileChannel current() throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen() && Objects.equals(key, keyOnDisk())) {
            return open;
        }
        close();
        return open();
    }

    private FileChannel open() throws IOException {
        Object before = keyOnDisk();
        FileChannel opened = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        channel = opened;
        key = before == null ? keyOnDisk() : before;
        return opened;
    }

    private @Nullable Object keyOnDisk() throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) {
                throw new IOException("no regular file");
            }
            return found.fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // What was told is written; nothing is left to lose.
            }
        }
    }
}
