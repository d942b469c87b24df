package io.rungwatch.config;

import io.rungwatch.access.HttpSettings;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the daemon runs: `rungwatch.yaml` and the channel profiles beside it, defaults filled in.
 *
 * @param file that it was read from, absolute
 * @param channelsFolder whose YAML files are the profiles
 * @param http where and by whom it is asked
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
        HttpSettings http,
        List<Layer> layers,
        Set<String> allowPrivate,
        SamplingSettings sampling,
        AlertSettings alerts,
        Path state,
        Optional<StoreSettings> store,
        List<ChannelProfile> channels) {

    /** Without what may be secret: this text may end in a log. */
    @Override
    public String toString() {
        return "Configuration[" + file + ", " + channels.size() + " channels, " + layers.size() + " layers]";
    }
}
