package io.rungwatch.bench.live;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Rung;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configuration of a daemon that watches a workload: rungwatch.yaml, and a profile for each channel. */
record DaemonFiles(Workload workload, Map<String, URI> layers, Optional<URI> webhook) {

    /** Returns rungwatch.yaml. */
    Path write(Path folder, int port) throws IOException {
        Path channels = Files.createDirectories(folder.resolve("channels"));
        String profiles = workload.channelIds().stream()
                .map(channel -> "channel: " + channel + "\n")
                .collect(Collectors.joining("---\n"));
        Files.writeString(channels.resolve("all.yaml"), profiles);
        return Files.writeString(folder.resolve("rungwatch.yaml"), daemon(port));
    }

    private String daemon(int port) {
        StringBuilder yaml = new StringBuilder("http: { listen: 127.0.0.1:" + port + " }\nlayers:\n");
        layers.forEach((name, base) -> yaml.append(layer(name, base)));
        yaml.append("sampling: { segments: ")
                .append(workload.segments() ? "newest" : "off")
                .append(" }\n");
        webhook.ifPresent(
                url -> yaml.append("alerts:\n  routes: [ { to: [bench] } ]\n  notifiers: { bench: { webhook: \"")
                        .append(url)
                        .append("\" } }\n"));
        yaml.append("ladders:\n  operators:\n");
        Presets.LADDER.forEach(rung -> yaml.append(rung(rung)));
        yaml.append("defaults:\n  ladder: operators\n  manifests: { hls: \"")
                .append(Workload.manifest("{channel}"))
                .append("\" }\n  segment: { duration: ")
                .append(workload.segment().toSeconds())
                .append("s, tolerance: 10%, minimum: 3 }\n");
        if (workload.tracks()) {
            yaml.append("  audio: [ { language: vie } ]\n  subtitles: [ { language: vie } ]\n");
        }
        return yaml.toString();
    }

    private static String layer(String name, URI base) {
        String kind = name.replaceFirst("-.*", "");
        String team = kind.equals("packager") ? "packager" : "cdn";
        return "  - { layer: " + name + ", kind: " + kind + ", team: " + team + ", base: \"" + base + "\" }\n";
    }

    private static String rung(Rung rung) {
        String codec = rung.codec().startsWith("hvc1") ? "hevc" : "avc";
        return "    - { rung: " + rung.name() + ", bitrate: " + rung.bitrate() / 1000 + "k, resolution: " + rung.width()
                + "x" + rung.height() + ", codec: " + codec + " }\n";
    }
}
