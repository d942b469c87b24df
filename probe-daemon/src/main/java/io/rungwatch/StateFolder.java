package io.rungwatch;

import io.rungwatch.access.TokenHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the probe keeps what must survive a restart. One probe at a time: two would tell everything twice. */
public final class StateFolder implements AutoCloseable {
    private static final String TOKEN = "token";
    private static final String CERTIFICATE = "certificate.pem";

    private final Path folder;
    private final FileChannel channel;

    private StateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes it where it is not there yet. */
    public static StateFolder open(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IOException("another rungwatch is running on the state folder " + folder
                        + "; stop it, or give this one another: state: …");
            }
            return new StateFolder(folder, channel);
        } catch (java.nio.file.FileSystemException e) {
            throw new IOException(
                    "the state folder " + folder + " cannot be used ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); it must be writable for the probe, or name another: state: …",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path journal() {
        return folder.resolve("journal.db");
    }

    Path evidence() {
        return folder.resolve("evidence");
    }

    /**
     * May do everything: made once, for the owner of the probe only, and found by `rungwatch ack` and `rungwatch silence` on the same
     * machine.
     */
    public String token() throws IOException {
        Path file = folder.resolve(TOKEN);
        if (!Files.exists(file)) {
            Path beside = folder.resolve(TOKEN + ".new");
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, TokenHash.fresh() + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return readToken(folder);
    }

    /** By which the commands on this machine know the running probe: that in its configuration may be another by now. */
    void shows(Optional<byte[]> certificate) throws IOException {
        Path file = certificate(folder);
        if (certificate.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), certificate.get())) {
            Path beside = folder.resolve(CERTIFICATE + ".new");
            Files.write(beside, certificate.get());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Of a running probe. */
    public static Path certificate(Path folder) {
        return folder.resolve(CERTIFICATE);
    }

    /** Of a running probe. */
    public static String readToken(Path folder) throws IOException {
        return Files.readString(folder.resolve(TOKEN)).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
