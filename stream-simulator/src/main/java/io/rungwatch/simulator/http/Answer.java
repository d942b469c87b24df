package io.rungwatch.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a listener has to put on the wire.
 *
 * @param delay to wait before the first byte
 * @param portion TRUNCATE: bytes sent before the close; TRICKLE: bytes sent at a time
 * @param interval TRICKLE: pause between two portions
 */
public record Answer(
        int status,
        List<Header> headers,
        Body body,
        Duration delay,
        Disposition disposition,
        long portion,
        Duration interval) {
    public static Answer of(int status, List<Header> headers, Body body) {
        return new Answer(status, headers, body, Duration.ZERO, Disposition.NORMAL, 0, Duration.ZERO);
    }

    public Answer later(long millis) {
        return new Answer(status, headers, body, delay.plusMillis(millis), disposition, portion, interval);
    }

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public String text() {
        return new String(body.toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
