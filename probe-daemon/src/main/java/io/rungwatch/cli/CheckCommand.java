package io.rungwatch.cli;

import io.rungwatch.AllChecks;
import io.rungwatch.Version;
import io.rungwatch.drive.Once;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.report.Look;
import io.rungwatch.report.Seen;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.Sampling;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Look once, or for a while, and judge. */
@Command(
        name = "check",
        description = "Look at manifests once (or for a while) and judge them and every playlist that they name.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:findings",
            "2:could not judge: no manifest answered, or the command line or the profile is wrong"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameters(arity = "1..*", paramLabel = "URL", description = "a multivariant or media playlist")
    private List<String> urls = List.of();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            converter = ProfileFile.class,
            description = "a channel profile: what the stream should be")
    private @Nullable ChannelProfile profile;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Durations.class,
            description = "go on looking for this long, as a player would: 60s, 5m")
    private Duration time = Duration.ZERO;

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "NAME=BASE",
            converter = NamedLayer.class,
            description =
                    "compare these, upstream first: packager=http://…,edge-hn=http://…; the URL's path is asked for at each")
    private List<Layer> layers = List.of();

    @Option(
            names = "--segments",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many segments of each rendition to fetch and look into; 0 for none (default: 1)")
    private int segments;

    @Mixin
    private Output output = new Output();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws BadUrl, InterruptedException {
        if (segments < 0 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--segments must be 0 or more, not " + segments);
        }
        List<ChannelWatch> watches = new ArrayList<>();
        Set<String> named = new HashSet<>();
        InstantSource clock = InstantSource.system();
        Optional<ChannelProfile> expected = Optional.ofNullable(profile);
        for (String text : urls) {
            Url url = parse(text);
            named.add(url.host() + ":" + url.port());
            layers.forEach(
                    layer -> named.add(layer.base().host() + ":" + layer.base().port()));
            watches.add(ChannelWatch.atOnce(
                    profile(expected, url, urls.size() > 1),
                    AllChecks.LIST,
                    clock.instant(),
                    segments > 0
                            ? ChannelSampling.once(AllChecks.LIST, SamplingPlan.DEFAULT, segments)
                            : Sampling.Factory.NONE));
        }
        Look look = new Look();
        Progress progress = new Progress(look);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            ProbeOptions options = ProbeOptions.of(Version.text(), new TargetGuard(named));
            new Once(vertx, options, clock, progress).look(watches, time, time.plus(PATIENCE));
        } finally {
            progress.end();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .print(output.format(CheckCommand::address).write(look));
            spec.commandLine().getOut().flush();
        }
        return look.exitCode(output.failOn);
    }

    private static Url parse(String text) throws BadUrl {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new BadUrl(e.getMessage() + "; a URL to check begins with http:// or https://");
        }
    }

    /** One layer, called after its host: where in the chain it stands, nobody said. */
    private ChannelProfile profile(Optional<ChannelProfile> expected, Url url, boolean several) {
        Layer layer = new Layer(url.host(), Layer.Kind.ORIGIN, "packager", url, Optional.empty());
        ChannelProfile known = expected.orElseGet(() -> ChannelProfile.unknown(name(url), url.toString(), List.of()));
        String channel = several ? name(url) : known.channel();
        return layers.isEmpty()
                ? known.at(url.toString(), List.of(layer), channel)
                : known.at(url.target(), layers, channel);
    }

    /** The last folder of the path says more than "master.m3u8". */
    static String name(Url url) {
        String[] parts = url.path().split("/", -1);
        String name = parts.length > 2 ? parts[parts.length - 2] : parts[parts.length - 1];
        return name.isEmpty() ? url.host() : name;
    }

    private static String address(Seen seen) {
        return seen.where().layer().base().toString();
    }
}
