package io.rungwatch.media;

import java.util.Optional;

/**
 * What was seen of one pid.
 *
 * @param transportErrors packets that somebody before us marked as damaged; their content is not looked at
 * @param scrambled packets whose content nobody can look at
 * @param pes empty where no packet of it begins a PES packet
 * @param firstPicture of video
 * @param audio frames of audio
 */
public record Pid(
        int number,
        long packets,
        Continuity continuity,
        long transportErrors,
        long scrambled,
        Optional<Clock> clock,
        Optional<Pes> pes,
        Optional<AccessUnit> firstPicture,
        Optional<AudioRun> audio) {
    /** On the wire, headers and stuffing included. */
    public long bytes() {
        return packets * Framing.PACKET;
    }
}
