package io.rungwatch.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads boxes: ISO 14496-12. */
final class FragmentedReader implements MediaReader, BoxWalker.Boxes {
    private static final int MOST_BOXES = 64;
    private static final int MOST_OF_A_KIND = 8;

    private final BoxWalker walker = new BoxWalker(this);
    private final InitReader inits = new InitReader();
    private final FragmentsReader fragments = new FragmentsReader();
    private final Optional<Init> known;
    private final byte[] kept = new byte[BoxType.MOST_KEPT];
    private final List<String> boxes = new ArrayList<>();
    private final List<IndexReader> indexes = new ArrayList<>();
    private final List<EventMessage> messages = new ArrayList<>();
    private final List<ProducerTime> producerTimes = new ArrayList<>();
    private final List<String> systems = new ArrayList<>();
    private Optional<Brands> file = Optional.empty();
    private Optional<Brands> segment = Optional.empty();
    private long bytes;
    private int events;
    private BoxType open = BoxType.OTHER;
    private int length;
    private @Nullable Rows rows;

    /** `init` is the one that belongs to the segment; one in the segment itself takes its place. */
    FragmentedReader(Optional<Init> init) {
        known = init;
    }

    @Override
    public void add(byte[] chunk, int offset, int count) {
        bytes += count;
        walker.add(chunk, offset, offset + count);
    }

    @Override
    public void open(BoxType type, int code, int depth, long end) {
        if (depth == 0 && boxes.size() < MOST_BOXES) {
            boxes.add(Fields.text(code));
        }
        open = type;
        length = 0;
        inits.open(type);
        fragments.open(type);
        rows = switch (type) {
            case TRUN -> fragments.run();
            case SIDX -> index(end);
            default -> null;
        };
    }

    private @Nullable Rows index(long end) {
        if (indexes.size() >= MOST_OF_A_KIND) {
            return null;
        }
        IndexReader index = new IndexReader(end);
        indexes.add(index);
        return IndexReader.rows(index);
    }

    @Override
    public void content(byte[] chunk, int from, int to) {
        if (open == BoxType.MDAT) {
            fragments.media(chunk, from, to);
        } else if (rows != null) {
            rows.add(chunk, from, to);
        } else {
            int taken = Math.min(open.kept - length, to - from);
            System.arraycopy(chunk, from, kept, length, taken);
            length += taken;
        }
    }

    @Override
    public void close(BoxType type, boolean whole) {
        rows = null;
        // Of a box that is cut, fields that are not there would read as zeros.
        if (type.kept > 0 && whole) {
            read(type, new Fields(kept, 0, length));
        }
        inits.close(type);
        fragments.close(type);
    }

    private void read(BoxType type, Fields box) {
        switch (type) {
            case FTYP -> file = Optional.of(file.orElseGet(() -> Brands.read(box)));
            case STYP -> segment = Optional.of(segment.orElseGet(() -> Brands.read(box)));
            case EMSG -> event(box);
            case PRFT -> producer(box);
            case MFHD, TFHD, TFDT, SENC, SAIZ, SAIO ->
                fragments.read(type, box, inits.facts().or(() -> known));
            case PSSH -> system(box);
            default -> inits.read(type, box);
        }
    }

    private void event(Fields box) {
        events++;
        if (messages.size() < MOST_OF_A_KIND) {
            messages.add(EventReader.event(box));
        }
    }

    private void producer(Fields box) {
        if (producerTimes.size() < MOST_OF_A_KIND) {
            producerTimes.add(EventReader.producer(box));
        }
    }

    private void system(Fields box) {
        if (inits.inside()) {
            inits.read(BoxType.PSSH, box);
        } else if (systems.size() < MOST_OF_A_KIND) {
            box.skip(4);
            systems.add(InitReader.system(box));
        }
    }

    @Override
    public Look look() {
        walker.end();
        return new Fragmented(
                bytes,
                List.copyOf(boxes),
                walker.fault(),
                file,
                segment,
                inits.facts(),
                fragments.facts(),
                fragments.tracks(),
                indexes.stream().map(IndexReader::facts).toList(),
                events,
                List.copyOf(messages),
                List.copyOf(producerTimes),
                List.copyOf(systems));
    }
}
