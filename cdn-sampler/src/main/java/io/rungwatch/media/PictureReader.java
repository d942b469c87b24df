package io.rungwatch.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the units of the first picture, and then at nothing any more. */
final class PictureReader implements Elementary {
    /** Of a parameter set: its size and timing stand in front, lists of scales may make it longer. */
    private static final int KEPT = 256;

    private static final int MOST_UNITS = 32;

    private final VideoUnits kind;
    private final byte[] unit = new byte[KEPT];
    private final List<Integer> units = new ArrayList<>();
    private final List<Integer> messages = new ArrayList<>();
    private int length;
    private int zeros;
    private boolean inside;
    private boolean over;
    private int pes = -1;
    private boolean keyframe;
    private Optional<Sps> sequence = Optional.empty();

    PictureReader(VideoUnits kind) {
        this.kind = kind;
    }

    @Override
    public void begin(int number) {
        if (pes < 0) {
            pes = number;
        } else if (number != pes) {
            close();
        }
    }

    @Override
    public void add(byte[] bytes, int from, int to) {
        for (int i = from; i < to && pes >= 0 && !over; i++) {
            next(bytes[i]);
        }
    }

    private void next(byte value) {
        if (zeros >= 2 && value == 1) {
            endUnit();
            inside = true;
            length = 0;
        } else if (inside) {
            keep(value);
        }
        zeros = value == 0 ? zeros + 1 : 0;
    }

    private void keep(byte value) {
        if (length < KEPT) {
            unit[length++] = value;
        }
        if (length == kind.header) {
            classify();
        }
    }

    private void classify() {
        int type = kind.type(unit);
        if (units.size() < MOST_UNITS) {
            units.add(type);
        }
        if (kind.isPicture(type)) {
            keyframe = kind.isKeyframe(unit);
            over = true;
        }
    }

    private void endUnit() {
        if (!inside || length < kind.header) {
            return;
        }
        int type = kind.type(unit);
        if (kind.isSequence(type) && sequence.isEmpty()) {
            sequence = kind.sequence(unit, length);
        } else if (kind.isMessage(type)) {
            Messages.read(unit, kind.header, length, messages);
        }
    }

    private void close() {
        if (!over) {
            endUnit();
        }
        over = true;
    }

    @Override
    public void lost() {
        over = over || pes >= 0;
    }

    Optional<AccessUnit> facts() {
        close();
        return pes < 0
                ? Optional.empty()
                : Optional.of(new AccessUnit(
                        pes,
                        List.copyOf(units),
                        List.copyOf(messages),
                        keyframe,
                        sequence.map(Sps::codec),
                        sequence.flatMap(Sps::picture)));
    }
}
