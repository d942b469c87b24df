package io.rungwatch.sampler;

import io.rungwatch.exchange.Timing;

/** Adds up how long a visit spent in each stage. */
final class Stopwatch {
    private final long started;
    private long since;
    private Stage stage = Stage.WAITING;
    private long waited;
    private long dns;
    private long connect;
    private long tls;
    private long firstByte;
    private long held;
    private boolean reused = true;

    Stopwatch(long now) {
        started = now;
        since = now;
    }

    /** @param away for how long nobody looked at the sockets in the stage that is over */
    void enter(Stage next, long now, long away) {
        long took = now - since;
        switch (stage) {
            case WAITING -> waited += took;
            case RESOLVING -> dns += took;
            case CONNECTING -> connect += took;
            case HANDSHAKING -> tls += took;
            case ASKED -> firstByte = took; // of the last hop: the ones before only sent us on
            case READING, OVER -> {}
        }
        held += stage == Stage.ASKED || stage == Stage.READING ? away : 0;
        since = now;
        stage = next;
        reused &= next != Stage.RESOLVING; // where every new connection begins
    }

    Stage stage() {
        return stage;
    }

    Timing timing() {
        return new Timing(waited, dns, connect, tls, firstByte, since - started, held, reused);
    }
}
