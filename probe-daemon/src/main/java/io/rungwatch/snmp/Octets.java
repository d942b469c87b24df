package io.rungwatch.snmp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.snmp4j.smi.OctetString;

/** Values as octets. */
final class Octets {
    private static final String ELLIPSIS = "…";
    private static final int NANOS_OF_DECISECOND = 100_000_000;

    private Octets() {}

    /** On one line, and cut between two characters where it is longer than a receiver expects. */
    static OctetString text(String text, int most) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (bytes(line).length <= most) {
            return new OctetString(bytes(line));
        }
        int room = most - bytes(ELLIPSIS).length;
        int end = 0;
        for (int at = 0; at < line.length(); ) {
            int next = at + Character.charCount(line.codePointAt(at));
            room -= bytes(line.substring(at, next)).length;
            if (room < 0) {
                break;
            }
            at = next;
            end = at;
        }
        return new OctetString(bytes(line.substring(0, end) + ELLIPSIS));
    }

    static boolean fits(String text, int most) {
        return bytes(text).length <= most;
    }

    /** DateAndTime of RFC 2579, in UTC and saying so. */
    static OctetString time(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        int year = time.getYear();
        return new OctetString(new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) time.getMonthValue(),
            (byte) time.getDayOfMonth(),
            (byte) time.getHour(),
            (byte) time.getMinute(),
            (byte) time.getSecond(),
            (byte) (time.getNano() / NANOS_OF_DECISECOND),
            '+',
            0,
            0
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
