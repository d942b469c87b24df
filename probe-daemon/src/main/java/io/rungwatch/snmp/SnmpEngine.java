package io.rungwatch.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

/**
 * Who this probe is in SNMPv3: an id that receivers have in their configuration, and how often it was started, which they hold against
 * replayed packets. Both outlive the process; a probe that forgot them would be ignored. One for the whole process, as its time has to
 * go on while notifiers come and go with the configuration.
 */
public final class SnmpEngine {
    private static final String FILE = "snmp-engine";
    private static final Pattern FORM = Pattern.compile("engine ([0-9a-f]{10,64})\nboots ([0-9]{1,10})\n");
    private static final int LARGEST = 200;
    /** RFC 3414: who has been started more often than that needs another id. */
    private static final long MOST_BOOTS = Integer.MAX_VALUE - 1L;

    private static final int OCTETS = 5;
    private static final int RANDOM = 8;

    private final byte[] id;
    private final int boots;
    private final LongSupplier nanos;
    private final long started;

    private SnmpEngine(State state, LongSupplier nanos) {
        this.id = state.id();
        this.boots = state.boots();
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    private record State(byte[] id, int boots) {}

    /** Once for each start of the process. */
    public static SnmpEngine start(Path folder, LongSupplier nanos) throws IOException {
        Path file = folder.resolve(FILE);
        State state = Files.exists(file) ? next(file) : first();
        Files.createDirectories(folder);
        write(file, state);
        return new SnmpEngine(state, nanos);
    }

    public OctetString id() {
        return new OctetString(id);
    }

    public int boots() {
        return boots;
    }

    /** Seconds since the start. */
    int time() {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanos());
    }

    public TimeTicks up() {
        return new TimeTicks(TimeUnit.NANOSECONDS.toMillis(nanos()) / 10 & 0xFFFF_FFFFL);
    }

    long nanos() {
        return nanos.getAsLong() - started;
    }

    private static State next(Path file) throws IOException {
        String text = Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher groups = FORM.matcher(text);
        if (!groups.matches()) {
            throw new IOException(
                    file + " does not hold an SNMP engine; restore it, or remove it and tell the receivers"
                            + " of traps the new engine id that it then gets");
        }
        long boots = Long.parseLong(groups.group(2)) + 1;
        return boots > MOST_BOOTS ? first() : new State(HexFormat.of().parseHex(groups.group(1)), (int) boots);
    }

    /** RFC 3411: whose it is, that octets follow, and some that no other probe has. */
    private static State first() {
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        byte[] id = ByteBuffer.allocate(Integer.BYTES + 1 + RANDOM)
                .putInt(Integer.MIN_VALUE | Mib.DOCUMENTATION)
                .put((byte) OCTETS)
                .put(random)
                .array();
        return new State(id, 1);
    }

    /** Whole and on the disk before the first packet says so. */
    private static void write(Path file, State state) throws IOException {
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
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
