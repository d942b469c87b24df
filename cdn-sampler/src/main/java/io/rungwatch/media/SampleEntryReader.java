package io.rungwatch.media;

import java.util.Optional;

/** Reads the first entry of stsd: ISO 14496-12, 8.5.2 and 12.1.3, 12.2.3. */
final class SampleEntryReader {
    private static final int HEADER = 8;
    private static final int RESERVED = 8;

    private SampleEntryReader() {}

    /** Behind version and flags. */
    static Optional<SampleEntry> read(Fields stsd, String handler) {
        stsd.skip(4);
        if (stsd.left() < HEADER + RESERVED) {
            return Optional.empty();
        }
        int size = stsd.number(4);
        String format = stsd.code();
        Fields entry = stsd.part(size == 0 ? stsd.left() : size - HEADER);
        entry.skip(RESERVED);
        return Optional.of(
                switch (handler) {
                    case "vide" -> video(format, entry);
                    case "soun" -> audio(format, entry);
                    default ->
                        new SampleEntry(
                                format,
                                0,
                                0,
                                0,
                                0,
                                Optional.of(Codec.Named.of(format)),
                                Optional.empty(),
                                Optional.empty());
                });
    }

    private static SampleEntry video(String format, Fields entry) {
        entry.skip(16);
        int width = entry.number(2);
        int height = entry.number(2);
        entry.skip(50);
        Optional<Encryption> encryption = EncryptionReader.find(entry);
        Optional<Sps> sps = ConfigReader.video(coded(format, encryption), entry);
        return new SampleEntry(format, width, height, 0, 0, sps.map(Sps::codec), sps.flatMap(Sps::picture), encryption);
    }

    private static SampleEntry audio(String format, Fields entry) {
        entry.skip(8);
        int channels = entry.number(2);
        entry.skip(6);
        int rate = entry.number(2);
        entry.skip(2);
        Optional<Encryption> encryption = EncryptionReader.find(entry);
        Optional<Codec> codec = ConfigReader.audio(coded(format, encryption), entry);
        return new SampleEntry(format, 0, 0, channels, rate, codec, Optional.empty(), encryption);
    }

    /** Below the encryption, where there is one that tells. */
    private static String coded(String format, Optional<Encryption> encryption) {
        return encryption
                .map(Encryption::format)
                .filter(name -> !name.isEmpty())
                .orElse(format);
    }
}
