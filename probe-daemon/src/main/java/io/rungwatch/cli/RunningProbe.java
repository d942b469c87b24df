package io.rungwatch.cli;

import io.rungwatch.StateFolder;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The probe that runs, asked over its API: that of the configuration on this machine, or another one. */
final class RunningProbe {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${sys:rungwatch.config:-config/rungwatch.yaml}",
            description = "where the probe's address and state folder are found (default: config/rungwatch.yaml)")
    private Path file = Path.of("");

    @Option(names = "--url", paramLabel = "URL", description = "another probe: https://host:9464")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:RUNGWATCH_TOKEN}",
            description = "what it wants to see (default: $RUNGWATCH_TOKEN, else the file `token` of its state folder)")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "PEM file with the certificate of the probe, or of who signed it (default: what it left in its state folder)")
    private Optional<Path> ca = Optional.empty();

    /** What the JDK says of an answer that is no TLS: unrecognized, or unsupported or unrecognized. */
    private static final String NO_TLS = "recognized SSL message";

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, null);
    }

    JsonNode post(String path, Map<String, ? extends @Nullable Object> body) throws IOException, InterruptedException {
        return ask("POST", path, Json.write(body));
    }

    JsonNode delete(String path) throws IOException, InterruptedException {
        return ask("DELETE", path, null);
    }

    private JsonNode ask(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        Optional<Configuration> configuration = url.isPresent() ? Optional.empty() : Optional.of(configuration());
        URI base = url.orElseGet(() -> configuration.orElseThrow().http().here());
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        token(configuration).ifPresent(word -> request.header("Authorization", "Bearer " + word));
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        Optional<Path> trusted = certificate(configuration);
        if (trusted.isPresent()) {
            builder.sslContext(TrustedProbe.by(trusted.get()));
        }
        try (HttpClient client = builder.build()) {
            return answer(base, client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (SSLException e) {
            if (String.valueOf(e.getMessage()).contains(NO_TLS)) {
                throw new IOException(base + " speaks no TLS; use http://" + base.getRawAuthority(), e);
            }
            throw new IOException(
                    "the certificate of " + base + " is not believed (" + e.getMessage()
                            + "); name it, or who signed it: --ca FILE",
                    e);
        } catch (java.net.ConnectException e) {
            throw new IOException("no probe answers at " + base + "; is it running? (rungwatch run)", e);
        }
    }

    private static JsonNode answer(URI base, HttpResponse<byte[]> answer) throws IOException {
        try {
            JsonNode body = Json.read(answer.body());
            if (answer.statusCode() / 100 == 2) {
                return body;
            }
            throw new IOException(base + " says " + answer.statusCode() + ": "
                    + body.path("error").asString("nothing more"));
        } catch (JacksonException e) {
            throw new IOException(base + " is no Rungwatch: it answers " + answer.statusCode() + " and no JSON", e);
        }
    }

    private Configuration configuration() throws IOException {
        return switch (ConfigLoader.loadWithoutSecrets(file)) {
            case ConfigLoader.Loaded loaded -> loaded.configuration();
            case ConfigLoader.Refused refused ->
                throw new IOException(refused.errors().getFirst() + " (or name the probe: --url http://host:9464)");
        };
    }

    private Optional<Path> certificate(Optional<Configuration> configuration) {
        return ca.or(() -> configuration
                .filter(read -> read.http().tls().isPresent())
                .map(read -> StateFolder.certificate(read.state())));
    }

    /** Given, or the one that the probe made for itself. */
    private Optional<String> token(Optional<Configuration> configuration) {
        if (token.isPresent() && !token.get().isBlank() || configuration.isEmpty()) {
            return token.filter(word -> !word.isBlank());
        }
        try {
            return Optional.of(StateFolder.readToken(configuration.get().state()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
