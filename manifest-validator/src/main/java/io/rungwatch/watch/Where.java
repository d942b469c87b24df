package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.profile.Layer;

/** Where in channel and chain a poll looked. One object per watched playlist and layer, made once, so sinks may key on it cheaply. */
public final class Where {
    private final String channel;
    private final Protocol protocol;
    private final Layer layer;
    private final Rendition rendition;

    public Where(String channel, Protocol protocol, Layer layer, Rendition rendition) {
        this.channel = channel;
        this.protocol = protocol;
        this.layer = layer;
        this.rendition = rendition;
    }

    public String channel() {
        return channel;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Layer layer() {
        return layer;
    }

    public Rendition rendition() {
        return rendition;
    }

    @Override
    public String toString() {
        return channel + " " + protocol + " " + rendition.name() + " at " + layer.name();
    }
}
