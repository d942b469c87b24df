package io.rungwatch.simulator.stream;

import java.util.List;
import java.util.stream.IntStream;

public record ChannelSpec(String id, StreamSpec stream) {
    public ChannelSpec {
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("a channel id is letters, digits, _ and -: " + id);
        }
    }

    /** CH_001 … CH_NNN. */
    public static List<ChannelSpec> family(int channels, StreamSpec stream) {
        return IntStream.rangeClosed(1, channels)
                .mapToObj(n -> new ChannelSpec("CH_%03d".formatted(n), stream))
                .toList();
    }
}
