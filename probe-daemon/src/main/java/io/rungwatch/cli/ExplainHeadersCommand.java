package io.rungwatch.cli;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Judge;
import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.Notes;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which cache gave this answer, and how anybody can tell. */
@Command(
        name = "explain-headers",
        description = "Say what the cache headers of an answer mean: hit or miss, at which hop, and by which header.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the headers say what the cache did",
            "1:a cache made or relays an error, or gave one out of its store",
            "2:could not judge: the headers do not say, or there are none"
        })
public final class ExplainHeadersCommand implements Callable<Integer> {
    private static final int LARGEST = 1 << 20;

    enum Kind {
        TEXT,
        JSON
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|URL",
            defaultValue = "-",
            description = "headers as curl -I, -i or -v prints them, or a URL to ask once (default: standard input)")
    private String from = "-";

    @Option(
            names = "--debug-headers",
            description = "with a URL: send what makes Akamai, Edgecast, Fastly and Traffic Server tell more")
    private boolean debug;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text or json (default: text)")
    private Kind kind = Kind.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, BadUrl {
        Reply reply = from.matches("(?i)https?://.*") ? asked() : pasted();
        Ruling ruling = Judge.rule(reply, LayerRules.NONE);
        Explanation explanation = new Explanation(reply.status(), ruling, Notes.of(reply));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(kind == Kind.JSON ? explanation.json() : explanation.text());
        out.flush();
        return exitCode(ruling);
    }

    private static int exitCode(Ruling ruling) {
        if (ruling.verdict() == Verdict.UNKNOWN) {
            return ExitCode.COULD_NOT_JUDGE;
        }
        return ruling.verdict() == Verdict.ERROR || ruling.flags().contains(Flag.NEGATIVE) ? 1 : 0;
    }

    private Reply asked() throws BadUrl, IOException {
        return switch (OneAnswer.of(Url.parse(from), debug)) {
            case Exchange.Answered answer -> Reply.of(answer);
            case Exchange.Failed failed ->
                throw new IOException(from + ": " + failed.failure().text() + ": " + failed.detail());
        };
    }

    private Reply pasted() throws IOException {
        PastedHeaders pasted = PastedHeaders.read(text());
        if (pasted.isEmpty()) {
            throw new IOException("no headers in " + (from.equals("-") ? "standard input" : from)
                    + "; paste what `curl -sI URL` prints");
        }
        if (pasted.passedOver() > 0) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("lines that are no headers, passed over: " + pasted.passedOver());
        }
        return pasted.reply();
    }

    /** A header is bytes; those that are no ASCII must not stop the rest from being read. */
    private String text() throws IOException {
        if (!from.equals("-") && Files.isDirectory(Path.of(from))) {
            throw new IOException(from + " is a folder; name a file with headers in it, as `curl -sI URL` prints them");
        }
        try (InputStream in = from.equals("-") ? System.in : Files.newInputStream(Path.of(from))) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException(from + ": no such file", e);
        }
    }
}
