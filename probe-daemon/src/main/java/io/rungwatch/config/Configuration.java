package io.rungwatch.config;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the daemon runs: `rungwatch.yaml` and the channel profiles beside it, defaults filled in.
 *
 * @param file that it was read from, absolute
 * @param channelsFolder whose YAML files are the profiles
 * @param listen not resolved when it is a name other than localhost
 * @param token that whoever asks must show; always there when `listen` is not loopback
 * @param publicUrl where people reach the probe, without a slash at its end
 * @param allowPrivate `host` or `host:port` that may be private addresses although they are no layer's host
 * @param sampling how segments are sampled
 * @param alerts who is told of what
 * @param state the folder of what must survive a restart
 * @param store where the history goes; empty where there is none
 * @param channels sorted by id
 */
public record Configuration(
        Path file,
        Path channelsFolder,
        InetSocketAddress listen,
        Optional<String> token,
        Optional<String> publicUrl,
        List<Layer> layers,
        Set<String> allowPrivate,
        SamplingSettings sampling,
        AlertSettings alerts,
        Path state,
        Optional<StoreSettings> store,
        List<ChannelProfile> channels) {

    /** Without the token: this text may end in a log. */
    @Override
    public String toString() {
        return "Configuration[" + file + ", " + channels.size() + " channels, " + layers.size() + " layers]";
    }
}
