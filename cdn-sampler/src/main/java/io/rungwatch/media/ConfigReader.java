package io.rungwatch.media;

import java.util.Locale;
import java.util.Optional;

/** Reads what a decoder must know beforehand: ISO 14496-15, 5.3.3 and 8.3.3; ISO 14496-1, 7.2.6. */
final class ConfigReader {
    private static final int HEVC_SEQUENCE = 33;
    private static final int MOST_ARRAYS = 16;
    private static final int ES = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;
    private static final int MPEG4_AUDIO = 0x40;
    /** An object type beyond the five bits for it. */
    private static final int ESCAPED = 31;

    private ConfigReader() {}

    static Optional<Sps> video(String format, Fields entry) {
        return switch (format) {
            case "avc1", "avc3" -> BoxSearch.find(entry, "avcC").flatMap(config -> avc(format, config));
            case "hvc1", "hev1" -> BoxSearch.find(entry, "hvcC").flatMap(config -> hevc(format, config));
            case "av01" -> BoxSearch.find(entry, "av1C").map(ConfigReader::av1);
            default -> Optional.of(new Sps(Codec.Named.of(format), Optional.empty()));
        };
    }

    private static Optional<Sps> avc(String format, Fields config) {
        config.skip(1);
        Codec codec = new Codec.Avc(format, config.number(1), config.number(1), config.number(1));
        config.skip(1);
        boolean any = (config.number(1) & 0x1f) > 0;
        byte[] sps = config.part(config.number(2)).copy();
        Optional<Picture> picture = any && sps.length > 1
                ? AvcSps.read(sps, 1, sps.length, format).flatMap(Sps::picture)
                : Optional.empty();
        return Optional.of(new Sps(codec, picture));
    }

    private static Optional<Sps> hevc(String format, Fields config) {
        config.skip(1);
        NalBits general = new NalBits(config.part(12).copy());
        Codec codec = HevcSps.codec(general, format);
        if (general.overrun()) {
            return Optional.empty();
        }
        config.skip(9);
        int arrays = Math.min(config.number(1), MOST_ARRAYS);
        Optional<Picture> picture = Optional.empty();
        for (int i = 0; i < arrays && picture.isEmpty(); i++) {
            picture = array(config, format);
        }
        return Optional.of(new Sps(codec, picture));
    }

    /** All parameter sets of one kind. */
    private static Optional<Picture> array(Fields config, String format) {
        int type = config.number(1) & 0x3f;
        int count = config.number(2);
        Optional<Picture> picture = Optional.empty();
        for (int i = 0; i < count && config.left() > 2; i++) {
            byte[] unit = config.part(config.number(2)).copy();
            if (type == HEVC_SEQUENCE && unit.length > 2 && picture.isEmpty()) {
                picture = HevcSps.read(unit, 2, unit.length, format).flatMap(Sps::picture);
            }
        }
        return picture;
    }

    /** AV1 in ISO BMFF, 2.3.3 and 5. */
    private static Sps av1(Fields config) {
        config.skip(1);
        int level = config.number(1);
        int flags = config.number(1);
        int depth = (flags & 0x40) == 0 ? 8 : (flags & 0x20) == 0 ? 10 : 12;
        String tier = (flags & 0x80) == 0 ? "M" : "H";
        String text = String.format(Locale.ROOT, "av01.%d.%02d%s.%02d", level >> 5, level & 0x1f, tier, depth);
        return new Sps(new Codec.Named(text), Optional.empty());
    }

    static Optional<Codec> audio(String format, Fields entry) {
        return format.equals("mp4a")
                ? BoxSearch.findFull(entry, "esds").flatMap(ConfigReader::mpeg4)
                : Optional.of(Codec.Named.of(format));
    }

    private static Optional<Codec> mpeg4(Fields esds) {
        Optional<Fields> es = descriptor(esds, ES);
        es.ifPresent(ConfigReader::skipStreamHead);
        return es.flatMap(stream -> descriptor(stream, DECODER)).map(ConfigReader::decoder);
    }

    private static void skipStreamHead(Fields es) {
        es.skip(2);
        int flags = es.number(1);
        es.skip((flags & 0x80) != 0 ? 2 : 0);
        es.skip((flags & 0x40) != 0 ? es.number(1) : 0);
        es.skip((flags & 0x20) != 0 ? 2 : 0);
    }

    private static Codec decoder(Fields config) {
        int type = config.number(1);
        config.skip(12);
        return type == MPEG4_AUDIO
                ? new Codec.Aac(descriptor(config, SPECIFIC)
                        .map(ConfigReader::objectType)
                        .orElse(0))
                : new Codec.Named(String.format(Locale.ROOT, "mp4a.%02X", type));
    }

    private static int objectType(Fields specific) {
        int bits = specific.number(2);
        int type = bits >> 11;
        return type == ESCAPED ? 32 + (bits >> 5 & 0x3f) : type;
    }

    /** The next descriptor, if it is this one; seven bits of its length in each byte. */
    private static Optional<Fields> descriptor(Fields fields, int tag) {
        boolean found = fields.number(1) == tag;
        int length = 0;
        int next = 0x80;
        for (int i = 0; i < 4 && (next & 0x80) != 0; i++) {
            next = fields.number(1);
            length = length << 7 | next & 0x7f;
        }
        return found ? Optional.of(fields.part(length)) : Optional.empty();
    }
}
