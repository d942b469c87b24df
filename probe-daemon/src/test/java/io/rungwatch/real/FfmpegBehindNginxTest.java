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

/** A stream that ffmpeg makes and nginx serves, watched live: real playlists, real validators, real compression, and nothing to say. */
@Tag("debian")
class FfmpegBehindNginxTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLiveStreamWithTwoRungsIsClean() throws Exception {
        int port = freePort();
        Path media = Files.createDirectory(folder.resolve("media"));
        try (Program encoder = encoder(media);
                Program server = nginx(media, port)) {
            awaitSegments(media, encoder, server);

            JsonNode report = check("http://127.0.0.1:" + port + "/master.m3u8", "--for", "9s", "--fail-on", "minor");

            assertThat(report.path("summary").path("answered").asInt()).isEqualTo(3);
            assertThat(report.path("summary").path("polls").asInt()).isGreaterThan(8);
            assertThat(report.path("findings").findValuesAsString("severity")).allMatch("info"::equals);
        }
    }

    @Test
    void nginxWithoutTheStreamIsUnavailable() throws Exception {
        int port = freePort();
        Path media = Files.createDirectory(folder.resolve("media"));
        Files.writeString(media.resolve("up"), "up");
        try (Program server = nginx(media, port)) {
            assertThat(server).isNotNull();
            JsonNode report = check("http://127.0.0.1:" + port + "/master.m3u8");

            assertThat(report.path("findings").path(0).path("check").asString()).isEqualTo("manifest_unavailable");
        }
    }

    private static JsonNode check(String url, String... options) {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out));
        String[] arguments = new String[options.length + 4];
        arguments[0] = "check";
        arguments[1] = url;
        arguments[2] = "--format";
        arguments[3] = "json";
        System.arraycopy(options, 0, arguments, 4, options.length);
        command.execute(arguments);
        return Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Program encoder(Path media) throws IOException {
        String options = "-hide_banner -re -f lavfi -i testsrc=size=320x180:rate=25 -f lavfi -i sine=frequency=440 "
                + "-map 0:v -map 1:a -map 0:v -map 1:a -c:v libx264 -preset ultrafast -g 50 -keyint_min 50 "
                + "-sc_threshold 0 -b:v:0 300k -b:v:1 120k -c:a aac -b:a 64k -f hls -hls_time 2 -hls_list_size 6 "
                + "-hls_flags delete_segments+program_date_time+temp_file -master_pl_name master.m3u8 "
                + "-hls_segment_filename " + media + "/%v_%d.ts " + media + "/%v.m3u8";
        List<String> arguments = new ArrayList<>(List.of(options.split(" ", -1)));
        arguments.addAll(arguments.size() - 1, List.of("-var_stream_map", "v:0,a:0 v:1,a:1"));
        return Program.start(folder.resolve("ffmpeg.log"), "ffmpeg", arguments.toArray(String[]::new));
    }

    private Program nginx(Path media, int port) throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http {
                  access_log off; client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  types { application/vnd.apple.mpegurl m3u8; video/mp2t ts; }
                  gzip on; gzip_types application/vnd.apple.mpegurl; gzip_min_length 1;
                  server { listen 127.0.0.1:%2$d; root %3$s; }
                }
                """.formatted(folder, port, media));
        return Program.start(folder.resolve("nginx.log"), "nginx", "-c", configuration.toString());
    }

    /** Both playlists list more than three target durations: what comes before is start-up. */
    private static void awaitSegments(Path media, Program... running) throws IOException, InterruptedException {
        assertThat(running).doesNotContainNull();
        try (WatchService changes = media.getFileSystem().newWatchService()) {
            media.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!ready(media.resolve("0.m3u8")) || !ready(media.resolve("1.m3u8"))) {
                WatchKey key = Objects.requireNonNull(changes.poll(20, TimeUnit.SECONDS), "ffmpeg writes nothing");
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static boolean ready(Path playlist) throws IOException {
        return Files.exists(playlist)
                && Files.readAllLines(playlist).stream()
                                .filter(line -> line.startsWith("#EXTINF"))
                                .toList()
                                .size()
                        >= 4;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
