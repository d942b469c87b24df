package io.rungwatch.media;

import java.util.List;
import java.util.Optional;

/**
 * One stream of a program map.
 *
 * @param registration format_identifier of its registration descriptor
 * @param descriptors their tags
 */
public record ProgramStream(
        int pid, int streamType, Optional<String> language, Optional<String> registration, List<Integer> descriptors) {
    private static final int PRIVATE = 0x06;

    public StreamKind kind() {
        StreamKind kind = StreamKind.of(streamType);
        return kind == StreamKind.OTHER && streamType == PRIVATE ? described() : kind;
    }

    private StreamKind described() {
        return descriptors.stream()
                .flatMap(tag -> StreamKind.ofDescriptor(tag).stream())
                .findFirst()
                .or(() -> registration.flatMap(StreamKind::ofRegistration))
                .orElse(StreamKind.OTHER);
    }
}
