package io.rungwatch.media;

import io.rungwatch.scte35.Scte35;
import io.rungwatch.scte35.Splice;
import java.util.Optional;

/** Reads emsg and prft: ISO 23009-1, 5.10.3.3; ISO 14496-12, 8.16.5. */
final class EventReader {
    private static final String SCTE_35 = "urn:scte:scte35:2013:bin";
    private static final int LONGEST_TEXT = 128;

    private EventReader() {}

    static EventMessage event(Fields box) {
        int version = box.number(1);
        box.skip(3);
        String scheme = version == 0 ? box.string(LONGEST_TEXT) : "";
        String value = version == 0 ? box.string(LONGEST_TEXT) : "";
        long timescale = box.read(4);
        long time = box.read(version == 0 ? 4 : 8);
        long duration = box.read(4);
        long id = box.read(4);
        scheme = version == 0 ? scheme : box.string(LONGEST_TEXT);
        value = version == 0 ? value : box.string(LONGEST_TEXT);
        Optional<Splice> splice =
                scheme.equals(SCTE_35) ? Optional.of(Scte35.read(box.again().copy())) : Optional.empty();
        return new EventMessage(version, scheme, value, timescale, time, duration, id, box.left(), splice);
    }

    static ProducerTime producer(Fields box) {
        int version = box.number(1);
        box.skip(3);
        return new ProducerTime(box.read(4), box.read(8), box.read(version == 0 ? 4 : 8));
    }
}
