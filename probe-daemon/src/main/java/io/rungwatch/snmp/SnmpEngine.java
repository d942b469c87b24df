package io.rungwatch.snmp;

import io.rungwatch.notify.SnmpIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who this probe is in SNMPv3: an id that receivers have in their configuration, and how often it was started, which they hold against
 * replayed packets. Both outlive the process; a probe that forgot them would be ignored. One for the whole process, as its time has to
 * go on while notifiers come and go with the configuration.
 *
 * <p>Where the file cannot be written alerts go out all the same. Receivers would take the next start for a replay of this one then, so each
 * start counts the minutes since the file was written as well: two starts within one minute are within what receivers forgive.
 */
public final class SnmpEngine implements SnmpIdentity {
    private static final String FILE = "snmp-engine";
    private static final Pattern FORM = Pattern.compile("engine ((?:[0-9a-f]{2}){5,32})\nboots ([0-9]{1,10})\n");
    private static final int LARGEST = 200;
    /** RFC 3414: who has been started more often than that needs another id. */
    private static final long MOST_BOOTS = Integer.MAX_VALUE - 1L;

    private static final int OCTETS = 5;
    private static final int RANDOM = 8;

    private final Path file;
    private final State state;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final long started;

    private SnmpEngine(Path file, State state, InstantSource wall, LongSupplier nanos) {
        this.file = file;
        this.state = state;
        this.wall = wall;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    /** @param ofFile whether the file that there is may be replaced by it */
    private record State(byte[] id, int boots, boolean ofFile) {}

    /** Once for each start of the process; {@link #save} before the first packet. */
    public static SnmpEngine start(Path folder, InstantSource wall, LongSupplier nanos) {
        Path file = folder.resolve(FILE);
        return new SnmpEngine(file, Files.exists(file) ? next(file, wall.instant()) : first(true), wall, nanos);
    }

    /** Empty when it is on the disk, else what is wrong and what to do. To be called again until it is. */
    public synchronized Optional<String> save() {
        if (!state.ofFile() && Files.exists(file)) {
            return Optional.of(
                    file + " does not hold an SNMP engine: until the next start the probe has another id; restore the"
                            + " file, or remove it and tell the receivers of traps the engine id "
                            + HexFormat.of().formatHex(state.id()) + " that is written then");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "): notifications go out, but receivers may ignore those after the next start; check the disk,"
                    + " and who may write there");
        }
    }

    @Override
    public byte[] id() {
        return state.id().clone();
    }

    @Override
    public int boots() {
        return state.boots();
    }

    @Override
    public long nanos() {
        return nanos.getAsLong() - started;
    }

    private static State next(Path file, Instant now) {
        try {
            String text = Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher groups = FORM.matcher(text);
            if (!groups.matches()) {
                return first(false);
            }
            Duration since = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            long boots = Long.parseLong(groups.group(2)) + 1 + Math.max(0, since.toMinutes());
            return boots > MOST_BOOTS
                    ? first(true)
                    : new State(HexFormat.of().parseHex(groups.group(1)), (int) boots, true);
        } catch (IOException e) {
            return first(false);
        }
    }

    /** RFC 3411: whose it is, that octets follow, and some that no other probe has. */
    private static State first(boolean ofFile) {
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        byte[] id = ByteBuffer.allocate(Integer.BYTES + 1 + RANDOM)
                .putInt(Integer.MIN_VALUE | Mib.DOCUMENTATION)
                .put((byte) OCTETS)
                .put(random)
                .array();
        return new State(id, 1, ofFile);
    }

    /** Whole and on the disk before the first packet says so. */
    private void write() throws IOException {
        String text = "engine " + HexFormat.of().formatHex(state.id()) + "\nboots " + state.boots() + "\n";
        Path beside = file.resolveSibling(FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setLastModifiedTime(beside, FileTime.from(wall.instant()));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
