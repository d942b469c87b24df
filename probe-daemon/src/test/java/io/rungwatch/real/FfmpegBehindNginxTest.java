package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Main;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * Streams that ffmpeg makes and nginx serves, watched live: real manifests, real validators, real compression, and nothing to say. They are
 * watched for longer by {@code -DtestArgs=-Dffmpeg.seconds=600}.
 */
@Tag("debian")
class FfmpegBehindNginxTest {
    private static final int SECONDS = Integer.getInteger("ffmpeg.seconds", 75);
    /** A manifest each, with HLS a playlist for each rung, and one for sound that stands beside. */
    private static final int PLACES = 4 + 5 + 1 + 5 + 1;

    /** What ffmpeg leaves out: without -utc_timing_url players must trust their own clocks to find the live edge. */
    private static final List<String> TRUE =
            List.of("minor utc_timing_invalid of dash manifest: live MPD without UTCTiming (line 2)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fourLiveStreamsAreClean() throws Exception {
        int port = freePort();
        Path media = Files.createDirectory(folder.resolve("media"));
        List<Program> running = new ArrayList<>();
        try {
            running.add(nginx(media, port));
            for (Ffmpeg stream : Ffmpeg.values()) {
                running.add(stream.start(media, "http://127.0.0.1:" + port + "/time"));
            }
            for (Ffmpeg stream : Ffmpeg.values()) {
                await(media, stream);
            }
            JsonNode report = check(urls(port), "--for", SECONDS + "s", "--fail-on", "minor");

            assertThat(aboveInfo(report)).containsExactlyElementsOf(TRUE);
            assertThat(report.path("summary").path("answered").asInt()).isEqualTo(PLACES);
            assertThat(report.path("summary").path("polls").asInt()).isGreaterThan(PLACES * SECONDS / 4);
        } finally {
            for (Program program : running) {
                program.close();
            }
        }
    }

    @Test
    void nginxWithoutTheStreamIsUnavailable() throws Exception {
        int port = freePort();
        Path media = Files.createDirectory(folder.resolve("media"));
        Files.writeString(media.resolve("up"), "up");
        try (Program server = nginx(media, port)) {
            assertThat(server).isNotNull();
            JsonNode report = check(List.of("http://127.0.0.1:" + port + "/master.m3u8"));

            assertThat(report.path("findings").path(0).path("check").asString()).isEqualTo("manifest_unavailable");
        }
    }

    private static List<String> urls(int port) {
        List<String> urls = new ArrayList<>();
        for (Ffmpeg stream : Ffmpeg.values()) {
            for (String manifest : stream.manifests) {
                urls.add("http://127.0.0.1:" + port + "/" + stream.folder() + "/" + manifest);
            }
        }
        return urls;
    }

    private static List<String> aboveInfo(JsonNode report) {
        List<String> told = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            told.add("%s %s of %s %s: %s"
                    .formatted(
                            finding.path("severity").asString(),
                            finding.path("check").asString(),
                            finding.path("channel").asString(),
                            finding.path("rendition").asString(),
                            finding.path("message").asString()));
        }
        told.removeIf(line -> line.startsWith("info "));
        return told;
    }

    private static JsonNode check(List<String> urls, String... options) {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out));
        List<String> arguments = new ArrayList<>(List.of("check", "--format", "json"));
        arguments.addAll(List.of(options));
        arguments.addAll(urls);
        command.execute(arguments.toArray(String[]::new));
        return Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Program nginx(Path media, int port) throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http {
                  access_log off; client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  types { application/vnd.apple.mpegurl m3u8; application/dash+xml mpd; video/mp2t ts; video/mp4 m4s mp4; }
                  gzip on; gzip_types application/vnd.apple.mpegurl application/dash+xml; gzip_min_length 1;
                  server {
                    listen 127.0.0.1:%2$d; root %3$s;
                    location = /time { default_type text/plain; return 200 $time_iso8601; }
                  }
                }
                """.formatted(folder, port, media));
        return Program.start(folder, folder.resolve("nginx.log"), "nginx", "-c", configuration.toString());
    }

    private static void await(Path media, Ffmpeg stream) throws IOException, InterruptedException {
        try (WatchService changes = media.getFileSystem().newWatchService()) {
            media.resolve(stream.folder())
                    .register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!stream.isReady(media)) {
                WatchKey key = Objects.requireNonNull(changes.poll(20, TimeUnit.SECONDS), "ffmpeg writes nothing");
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
