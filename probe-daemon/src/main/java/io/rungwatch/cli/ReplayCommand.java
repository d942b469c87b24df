package io.rungwatch.cli;

import io.rungwatch.AllChecks;
import io.rungwatch.drive.HarFile;
import io.rungwatch.drive.Replay;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.report.Look;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judge a recorded session. */
@Command(
        name = "replay",
        description = "Judge a recorded session: a HAR file saved from a browser, or the probe's own evidence.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final long LARGEST = 512L << 20;

    @Parameters(paramLabel = "FILE.har", description = "HAR 1.2, with content")
    private Path file = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            converter = ProfileFile.class,
            description = "a channel profile: what the stream should be")
    private @Nullable ChannelProfile profile;

    @Mixin
    private Output output = new Output();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, BadUrl {
        HarFile recording = read();
        Optional<ChannelProfile> expected = Optional.ofNullable(profile);
        Look look = new Look();
        Replay replay = new Replay(AllChecks.LIST, url -> profile(expected, url), look);
        replay.play(recording);
        if (spec != null) {
            if (replay.channels() == 0) {
                spec.commandLine()
                        .getErr()
                        .println("no playlist among the " + recording.entries().size() + " requests of " + file
                                + ": was it saved with content?");
            }
            if (replay.unseen() > 0) {
                spec.commandLine()
                        .getErr()
                        .println("passed over " + replay.unseen()
                                + " requests for playlists: aborted, blocked, or saved without what came back");
            }
            spec.commandLine()
                    .getOut()
                    .print(output.format(seen -> seen.where().layer().base().toString())
                            .write(look));
            spec.commandLine().getOut().flush();
        }
        return look.exitCode(output.failOn);
    }

    private HarFile read() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + ": larger than " + (LARGEST >> 20) + " MiB, record a shorter session");
            }
            if (Files.isDirectory(file)) {
                throw new IOException(file + " is a folder; name a HAR file in it");
            }
            return HarFile.read(Files.readAllBytes(file));
        } catch (HarFile.BadHar e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        }
    }

    private static ChannelProfile profile(Optional<ChannelProfile> expected, Url url) {
        Layer layer = new Layer(url.host(), Layer.Kind.ORIGIN, "packager", url, Optional.empty());
        ChannelProfile known =
                expected.orElseGet(() -> ChannelProfile.unknown(CheckCommand.name(url), url.toString(), List.of()));
        return known.at(url.toString(), List.of(layer), known.channel());
    }
}
