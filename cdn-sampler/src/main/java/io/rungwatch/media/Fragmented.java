package io.rungwatch.media;

import java.util.List;
import java.util.Optional;

/**
 * Fragmented MP4: an init section, a media segment, or both in one.
 *
 * @param boxes the outermost ones in their order, the first of them
 * @param fault the first place where boxes do not fit
 * @param file ftyp
 * @param segment styp
 * @param init the one in here, not one that was known before
 * @param events how many emsg there are; `messages` are the first of them
 * @param protectionSystems system ids of pssh outside of moov, where keys change
 */
public record Fragmented(
        long bytes,
        List<String> boxes,
        Optional<BoxFault> fault,
        Optional<Brands> file,
        Optional<Brands> segment,
        Optional<Init> init,
        Fragments fragments,
        List<TrackRun> tracks,
        List<SegmentIndex> indexes,
        int events,
        List<EventMessage> messages,
        List<ProducerTime> producerTimes,
        List<String> protectionSystems)
        implements Look {}
