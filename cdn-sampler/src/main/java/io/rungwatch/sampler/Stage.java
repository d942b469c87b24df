package io.rungwatch.sampler;

/** What a visit is doing. The time spent in each stage is the phase that the operator sees. */
enum Stage {
    WAITING,
    RESOLVING,
    CONNECTING,
    HANDSHAKING,
    ASKED,
    READING,
    OVER
}
