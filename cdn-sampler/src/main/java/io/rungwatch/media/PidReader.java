package io.rungwatch.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the packets of one pid. */
final class PidReader {
    private final int number;
    private final ContinuityReader continuity = new ContinuityReader();
    private @Nullable ClockReader clock;
    private @Nullable SectionReader sections;
    private @Nullable PesReader pes;
    private @Nullable Elementary content;
    private long packets;
    private long errors;
    private long scrambled;

    PidReader(int number) {
        this.number = number;
    }

    void sections(SectionReader reader) {
        sections = reader;
    }

    boolean hasSections() {
        return sections != null;
    }

    /** What the program map says that it is. Said again, nothing new. */
    void kind(StreamKind kind) {
        if (content == null) {
            content = kind.units()
                    .<Elementary>map(PictureReader::new)
                    .or(() -> kind.frames().map(FrameChain::streamed))
                    .orElse(null);
            connect();
        }
    }

    private void connect() {
        if (pes != null && content != null) {
            pes.content(content);
        }
    }

    /** False for a packet that is damaged, or sent a second time: it says nothing. */
    boolean take(Packet packet) {
        packets++;
        if (packet.error) {
            errors++;
            continuity.doubt();
            return false;
        }
        boolean fresh = continuity.take(packet);
        if (continuity.lost()) {
            lost();
        }
        if (fresh && packet.pcr >= 0) {
            clock = clock == null ? new ClockReader() : clock;
            clock.take(packet.pcr, packet.discontinuity);
        }
        scrambled += packet.scrambled ? 1 : 0;
        if (fresh && packet.hasPayload && !packet.scrambled) {
            payload(packet);
        }
        return fresh;
    }

    private void payload(Packet packet) {
        if (sections != null) {
            sections.add(packet);
            return;
        }
        if (pes == null && packet.starts) {
            pes = new PesReader();
            connect();
        }
        if (pes != null) {
            pes.add(packet);
        }
    }

    private void lost() {
        if (sections != null) {
            sections.lost();
        }
        if (pes != null) {
            pes.lost();
        }
    }

    int pesStarts() {
        return pes == null ? 0 : pes.starts();
    }

    long lastPts() {
        return pes == null ? -1 : pes.lastPts();
    }

    Pid facts() {
        return new Pid(
                number,
                packets,
                continuity.facts(),
                errors,
                scrambled,
                Optional.ofNullable(clock).flatMap(ClockReader::facts),
                Optional.ofNullable(pes).flatMap(PesReader::facts),
                content instanceof PictureReader pictures ? pictures.facts() : Optional.empty(),
                content instanceof FrameChain frames ? frames.facts() : Optional.empty());
    }
}
