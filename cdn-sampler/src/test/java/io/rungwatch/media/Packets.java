package io.rungwatch.media;

import io.rungwatch.scte35.Crc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transport stream to be damaged, or made by hand. */
public final class Packets {
    public static final int VIDEO = 256;
    public static final int AUDIO = 257;
    public static final int MAP = 4096;
    private static final int SIZE = 188;

    private final List<byte[]> packets = new ArrayList<>();
    private final Map<Integer, Integer> counters = new HashMap<>();

    public static Packets of(String name) {
        byte[] file = Samples.file(name);
        Packets all = new Packets();
        for (int at = 0; at < file.length; at += SIZE) {
            all.packets.add(Arrays.copyOfRange(file, at, at + SIZE));
        }
        return all;
    }

    /** Where the n-th packet of a pid is, counted from 0. */
    public int place(int pid, int n) {
        int left = n;
        for (int i = 0; i < packets.size(); i++) {
            if (pid(i) == pid && left-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no packet " + n + " of pid " + pid);
    }

    /** Where the n-th PES packet of a pid begins. */
    public int start(int pid, int n) {
        int left = n;
        for (int i = 0; i < packets.size(); i++) {
            if (pid(i) == pid && (packets.get(i)[1] & 0x40) != 0 && left-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no start " + n + " of pid " + pid);
    }

    private int pid(int place) {
        return (packets.get(place)[1] & 0x1f) << 8 | packets.get(place)[2] & 0xff;
    }

    public byte[] get(int place) {
        return packets.get(place);
    }

    public Packets remove(int place) {
        packets.remove(place);
        return this;
    }

    public Packets removeAll(int pid) {
        for (int i = packets.size() - 1; i >= 0; i--) {
            if (pid(i) == pid) {
                packets.remove(i);
            }
        }
        return this;
    }

    public Packets insert(int place, byte[] packet) {
        packets.add(place, packet.clone());
        return this;
    }

    public Packets set(int place, int at, int value) {
        packets.get(place)[at] = (byte) value;
        return this;
    }

    public Packets flip(int place, int at, int bits) {
        packets.get(place)[at] ^= (byte) bits;
        return this;
    }

    /** Moves the time stamps of the n-th PES packet. */
    public Packets move(int pid, int n, long pts, long dts) {
        byte[] packet = packets.get(start(pid, n));
        int pes = 4 + ((packet[3] & 0x20) != 0 ? 1 + (packet[4] & 0xff) : 0);
        add(packet, pes + 9, pts);
        if ((packet[pes + 7] & 0x40) != 0) {
            add(packet, pes + 14, dts);
        }
        return this;
    }

    public Packets moveAll(int pid, int from, int to, long ticks) {
        for (int n = from; n < to; n++) {
            move(pid, n, ticks, ticks);
        }
        return this;
    }

    private static void add(byte[] packet, int at, long ticks) {
        long old = (packet[at] & 0xeL) << 29
                | (packet[at + 1] & 0xffL) << 22
                | (packet[at + 2] & 0xfeL) << 14
                | (packet[at + 3] & 0xffL) << 7
                | (packet[at + 4] & 0xfeL) >> 1;
        System.arraycopy(stamp(packet[at] >> 4, old + ticks), 0, packet, at, 5);
    }

    private static byte[] stamp(int mark, long ticks) {
        return new byte[] {
            (byte) (mark << 4 | (int) (ticks >> 29) & 0xe | 1),
            (byte) (ticks >> 22),
            (byte) ((ticks >> 14) | 1),
            (byte) (ticks >> 7),
            (byte) (ticks << 1 | 1)
        };
    }

    /** One packet, its rest filled up in the adaptation field; that begins with its flags. */
    public Packets packet(int pid, boolean starts, byte[] adaptation, byte[] payload) {
        int stuffing = SIZE - 4 - 1 - adaptation.length - payload.length;
        int counter = counters.merge(pid, 1, Integer::sum) - 1 & 0xf;
        byte[] filled = new byte[stuffing];
        Arrays.fill(filled, (byte) 0xff);
        if (adaptation.length == 0 && stuffing > 0) {
            filled[0] = 0;
        }
        packets.add(Samples.join(
                new byte[] {0x47, (byte) ((starts ? 0x40 : 0) | pid >> 8), (byte) pid, (byte) (0x30 | counter)},
                Samples.number(adaptation.length + stuffing, 1),
                adaptation,
                filled,
                payload));
        return this;
    }

    public Packets section(int pid, byte[] section) {
        return packet(pid, true, new byte[0], Samples.join(new byte[1], section));
    }

    /** With the checksum that belongs to it. */
    public static byte[] checked(byte[] section) {
        return Samples.join(section, Samples.number(Crc.of(section, 0, section.length), 4));
    }

    /** Association and map of one program; of streams their types and pids by turns. */
    public Packets tables(int... streams) {
        byte[] map = Samples.hex("02b000 0001 c10000 e100 f000");
        for (int i = 0; i < streams.length; i += 2) {
            map = Samples.join(
                    map,
                    Samples.number(streams[i], 1),
                    Samples.number(0xe000 | streams[i + 1], 2),
                    Samples.number(0xf000, 2));
        }
        map[2] = (byte) (map.length - 3 + 4);
        return section(0, checked(Samples.hex("00b00d 0001 c10000 0001 f000"))).section(MAP, checked(map));
    }

    public Packets pes(int pid, byte[] adaptation, long pts, byte[] content) {
        byte[] head = Samples.join(Samples.hex("000001e0 0000 8080 05"), stamp(2, pts), content);
        return packet(pid, true, adaptation, head);
    }

    public byte[] bytes() {
        return Samples.join(packets.toArray(byte[][]::new));
    }

    public TransportStream look() {
        return Samples.ts(bytes());
    }
}
