package io.rungwatch.config;

import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What `rungwatch.yaml` may say. */
final class DaemonShape {
    static final Key<String> LAYER = Key.required("layer", Texts.NAME, "Its name, as profiles and alerts say it.");
    static final Key<Layer.Kind> KIND = Key.required(
            "kind",
            new Words<>("a kind of layer", List.of(Layer.Kind.values()), Layer.Kind::word),
            "packager, origin, midcache or edge; several of a kind may exist.");
    static final Key<String> TEAM = Key.required("team", Texts.NAME, "Who is told when the fault starts there.");
    static final Key<Url> BASE = Key.required("base", Addresses.BASE, "http://host or https://host:port.");
    static final Key<Url> BACKUP = Key.of(
            "backup",
            Addresses.BASE,
            "The server that takes over when this one fails: every two minutes it is looked at whether it is ready and has the same, one rendition "
                    + "in its turn; of the lowest video rung a segment is loaded from both.");

    static final Key<List<Found<String>>> ALLOW = Key.of(
            "allow",
            new ListOf<>(Addresses.TARGET, "a list of hosts"),
            "Private hosts, `host` or `host:port`, that manifests and redirects may lead to. Layers' own hosts always may be asked.");

    static final Key<Got> HTTP =
            Key.of("http", HttpShape.SECTION, "What the daemon serves, and to whom (docs/security.md).");
    static final Key<Path> CHANNELS = Key.of(
            "channels",
            Addresses.FOLDER,
            Path.of("channels"),
            "Folder of the channel profiles (`*.yaml`, `*.yml`), beside this file. A saved file takes effect within 2 s.");
    static final Key<List<Found<Got>>> LAYERS = Key.required(
            "layers",
            new ListOf<>(
                    Section.of("a layer", LAYER, KIND, TEAM, BASE, BACKUP).with(SamplingShape.LAYER),
                    "a list of layers"),
            "The delivery chain, upstream first.");
    static final Key<Map<String, List<Found<Got>>>> LADDERS = Key.of(
            "ladders",
            new Named<>(ProfileShape.RUNGS, "a section of ladders"),
            "Ladders by name, for profiles that share one.");
    static final Key<Got> DEFAULTS = Key.of(
            "defaults",
            ProfileShape.DEFAULTS,
            "Anything that a profile may say but `channel` and `name`; it serves where the profile says nothing.");
    static final Key<Got> STORE = Key.of(
            "store",
            StoreShape.SECTION,
            "The history: what was measured, and the log of alerts (docs/store.md). Alerts do not depend on it.");
    static final Key<Path> STATE = Key.of(
            "state",
            Addresses.FOLDER,
            Path.of("state"),
            "Folder, beside this file, of what must survive a restart: alerts on their way, acknowledgements, silences, evidence.");
    static final Key<Got> TARGETS = Key.of("targets", Section.of("the targets", ALLOW), "What may be asked.");

    static final Section DAEMON = Section.of(
            "rungwatch.yaml",
            HTTP,
            CHANNELS,
            LAYERS,
            LADDERS,
            DEFAULTS,
            TARGETS,
            SamplingShape.SAMPLING,
            AlertsShape.ALERTS,
            STATE,
            STORE);

    private DaemonShape() {}
}
