package io.rungwatch.round;

/** By which two bodies are told apart without keeping either: equal prints of different bodies are one in four thousand million. */
public record Print(long bytes, int crc) {
    public static final Print NONE = new Print(0, 0);

    @Override
    public String toString() {
        return bytes + " bytes, CRC-32C " + String.format("%08x", crc);
    }
}
