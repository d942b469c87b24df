package io.rungwatch.media;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads moov. */
final class InitReader {
    private static final int MOST_TRACKS = 16;
    private static final int MOST_SYSTEMS = 8;

    private final List<Track> tracks = new ArrayList<>();
    private final List<String> systems = new ArrayList<>();
    private final Map<Long, SampleDefaults> defaults = new LinkedHashMap<>();
    private boolean any;
    private boolean inside;
    private long id;
    private long timescale;
    private String handler = "";
    private String language = "";
    private int width;
    private int height;
    private Optional<SampleEntry> entry = Optional.empty();

    void open(BoxType type) {
        any |= type == BoxType.MOOV;
        inside |= type == BoxType.MOOV;
        if (type == BoxType.TRAK) {
            id = 0;
            timescale = 0;
            handler = "";
            language = "";
            width = 0;
            height = 0;
            entry = Optional.empty();
        }
    }

    void close(BoxType type) {
        inside &= type != BoxType.MOOV;
        if (type == BoxType.TRAK && tracks.size() < MOST_TRACKS) {
            tracks.add(new Track(id, handler, timescale, language, width, height, entry, Optional.empty()));
        }
    }

    /** Whether what comes now is of moov. */
    boolean inside() {
        return inside;
    }

    void read(BoxType type, Fields box) {
        int version = box.number(1);
        box.skip(3);
        switch (type) {
            case TKHD -> header(version, box);
            case MDHD -> media(version, box);
            case HDLR -> {
                box.skip(4);
                handler = box.code();
            }
            case STSD -> entry = SampleEntryReader.read(box, handler);
            case TREX -> defaults(box);
            case PSSH -> {
                if (systems.size() < MOST_SYSTEMS) {
                    systems.add(system(box));
                }
            }
            default -> {}
        }
    }

    private void header(int version, Fields box) {
        box.skip(version == 1 ? 16 : 8);
        id = box.read(4);
        box.skip(4 + (version == 1 ? 8 : 4) + 52);
        width = box.number(4) >>> 16;
        height = box.number(4) >>> 16;
    }

    private void media(int version, Fields box) {
        box.skip(version == 1 ? 16 : 8);
        timescale = box.read(4);
        box.skip(version == 1 ? 8 : 4);
        int packed = box.number(2);
        char[] letters = {
            (char) (0x60 + (packed >> 10 & 0x1f)), (char) (0x60 + (packed >> 5 & 0x1f)), (char) (0x60 + (packed & 0x1f))
        };
        language = new String(letters);
    }

    private void defaults(Fields box) {
        long track = box.read(4);
        box.skip(4);
        if (defaults.size() < MOST_TRACKS) {
            defaults.put(track, new SampleDefaults(box.read(4), box.read(4), box.read(4)));
        }
    }

    /** The UUID of pssh, behind version and flags. */
    static String system(Fields box) {
        String hex = HexFormat.of().toHexDigits(box.read(8)) + HexFormat.of().toHexDigits(box.read(8));
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
    }

    /** Empty without moov. Defaults stand behind the tracks that they are of. */
    Optional<Init> facts() {
        return any
                ? Optional.of(new Init(tracks.stream().map(this::complete).toList(), List.copyOf(systems)))
                : Optional.empty();
    }

    private Track complete(Track track) {
        return new Track(
                track.id(),
                track.handler(),
                track.timescale(),
                track.language(),
                track.width(),
                track.height(),
                track.entry(),
                Optional.ofNullable(defaults.get(track.id())));
    }
}
