package io.rungwatch.media;

import io.rungwatch.dash.Scale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads moof, and counts mdat. */
final class FragmentsReader {
    private static final int MOST_TRACKS = 16;

    private final Map<Long, TrackRunReader> tracks = new LinkedHashMap<>();
    private FragmentReader fragment = new FragmentReader();
    private boolean waiting;
    /** By the moof that is or was read; -1 where it does not say so of all its samples. */
    private long needed;

    private int moofs;
    private int mdats;
    private long mdatBytes;
    private long present;
    private long firstSequence = -1;
    private long lastSequence = -1;
    private int backward;
    private int lonely;
    private long shortage;
    private OptionalInt firstByte = OptionalInt.empty();

    void open(BoxType type) {
        switch (type) {
            case MOOF -> {
                lonely += waiting ? 1 : 0;
                waiting = true;
                moofs++;
                needed = 0;
            }
            case TRAF -> fragment = new FragmentReader();
            case MDAT -> present = 0;
            default -> {}
        }
    }

    void read(BoxType type, Fields box, Optional<Init> init) {
        switch (type) {
            case MFHD -> {
                box.skip(4);
                sequence(box.read(4));
            }
            case TFHD -> head(box, init);
            case TFDT -> fragment.time(box);
            case SENC, SAIZ, SAIO -> fragment.present(type);
            default -> {}
        }
    }

    private void sequence(long number) {
        firstSequence = firstSequence < 0 ? number : firstSequence;
        backward += number <= lastSequence ? 1 : 0;
        lastSequence = number;
    }

    private void head(Fields box, Optional<Init> init) {
        int flags = box.number(4) & 0xff_ffff;
        long id = box.read(4);
        Optional<Track> known = init.flatMap(all -> all.track(id));
        fragment.head(id, known.flatMap(Track::defaults).orElse(SampleDefaults.NONE), box, flags);
        if (tracks.size() < MOST_TRACKS) {
            OptionalLong timescale = known.stream()
                    .mapToLong(Track::timescale)
                    .filter(ticks -> ticks > 0)
                    .findFirst();
            tracks.computeIfAbsent(id, number -> new TrackRunReader(number, timescale));
        }
    }

    Rows run() {
        return new Rows(RunReader.HEAD, new RunReader(fragment));
    }

    void media(byte[] bytes, int from, int to) {
        if (firstByte.isEmpty()) {
            firstByte = OptionalInt.of(bytes[from] & 0xff);
        }
        present += to - from;
    }

    void close(BoxType type) {
        if (type == BoxType.TRAF) {
            closeFragment();
        } else if (type == BoxType.MDAT) {
            mdats++;
            mdatBytes += present;
            shortage = waiting ? Math.max(shortage, needed - present) : shortage;
            waiting = false;
        }
    }

    private void closeFragment() {
        TrackRunReader track = tracks.get(fragment.track());
        if (track != null) {
            track.add(fragment);
        }
        needed = needed < 0 || !fragment.sizesKnown() ? -1 : Scale.add(needed, fragment.bytes());
        fragment = new FragmentReader();
    }

    Fragments facts() {
        return new Fragments(
                moofs,
                mdats,
                mdatBytes,
                firstSequence,
                lastSequence,
                backward,
                lonely + (waiting ? 1 : 0),
                shortage,
                firstByte);
    }

    List<TrackRun> tracks() {
        return tracks.values().stream().map(TrackRunReader::facts).toList();
    }
}
