package io.rungwatch.simulator.server;

import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.fault.FaultKind;
import io.rungwatch.simulator.stream.ChannelSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What is on air, where, and what can be broken. */
final class HelpPage {
    private static final int CHANNELS_SHOWN = 20;

    private HelpPage() {}

    static String of(SimulatorSpec spec, Map<String, URI> layers, URI admin) {
        StringBuilder out = new StringBuilder(4096).append("layers\n");
        layers.forEach((name, base) -> out.append("  %-14s %s%n".formatted(name, base)));
        out.append("\nchannels (").append(spec.channels().size()).append(")\n");
        List<ChannelSpec> shown = spec.channels().stream().limit(CHANNELS_SHOWN).toList();
        shown.forEach(channel -> append(out, channel));
        if (shown.size() < spec.channels().size()) {
            out.append("  … ").append(spec.channels().getLast().id()).append('\n');
        }
        out.append("  /time, and /time/<channel>, which a fault can make wrong\n");
        out.append(
                "\nfaults: kind, then key=value: id channel rendition layer from for|until every, and its own keys\n");
        out.append("  curl -d 'frozen_rung channel=CH_001 rendition=HD from=+20s for=40s every=2m' ")
                .append(admin.resolve("/faults"))
                .append('\n');
        out.append("  curl -X DELETE ").append(admin.resolve("/faults/f1")).append("\n\n");
        for (FaultKind kind : FaultKind.values()) {
            out.append("  %-30s %s%n".formatted(kind.word(), kind.summary()));
            if (!kind.usage().isEmpty()) {
                out.append("  %-30s   %s%n".formatted("", kind.usage()));
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, ChannelSpec channel) {
        out.append("  /live/").append(channel.id()).append("/master.m3u8");
        if (channel.stream().extras().dash() != null) {
            out.append("  manifest.mpd");
        }
        if (channel.stream().extras().lowLatency() != null) {
            out.append("  (low latency)");
        }
        out.append('\n');
    }
}
