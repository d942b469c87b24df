package io.rungwatch.simulator.media;

import java.nio.ByteBuffer;

/** The loops say that they speak Vietnamese; a channel may say otherwise, where its bytes say it too. */
final class Language {
    private static final int PMT = 0x1000;

    /** ISO_639_language_descriptor. */
    private static final int DESCRIPTOR = 0x0A;

    /** From the type of mdhd, version 0. */
    private static final int IN_MDHD = 4 + 4 + 4 * 4;

    private Language() {}

    /** Packets or boxes. */
    static byte[] spoken(byte[] file, String language) {
        return file[0] == 0x47 ? inPackets(file, language) : inBoxes(file, language);
    }

    private static byte[] inBoxes(byte[] boxes, String language) {
        ByteBuffer out = ByteBuffer.wrap(boxes);
        int at = 0;
        while (out.getInt(at) != 0x6D646864) {
            at++;
        }
        out.putShort(at + IN_MDHD, (short) CaptionsInit.letters(language));
        return boxes;
    }

    private static byte[] inPackets(byte[] packets, String language) {
        int at = Packets.find(packets, PMT);
        int section = at + 5;
        int end = section + 3 + ((packets[section + 1] & 0x0F) << 8 | packets[section + 2] & 0xFF) - 4;
        int descriptor = section;
        while (packets[descriptor] != DESCRIPTOR || packets[descriptor + 1] != 4) {
            descriptor++;
        }
        System.arraycopy(Boxes.text(language), 0, packets, descriptor + 2, 3);
        ByteBuffer.wrap(packets).putInt(end, crc(packets, section, end));
        return packets;
    }

    /** CRC-32 as MPEG-2 has it: neither reflected nor inverted. */
    private static int crc(byte[] bytes, int from, int to) {
        int crc = -1;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
            }
        }
        return crc;
    }
}
