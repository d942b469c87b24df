package io.rungwatch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Live streams that ffmpeg packages, three rungs and sound each, segments of two seconds. */
enum Ffmpeg {
    /** HLS, transport stream, sound within. */
    TS(
            hls("mpegts"),
            List.of("-map", "[v0]", "-map", "1:a", "-map", "[v1]", "-map", "1:a", "-map", "[v2]", "-map", "1:a"),
            List.of("-hls_segment_filename", "v%v_%05d.ts", "-var_stream_map", "v:0,a:0 v:1,a:1 v:2,a:2", "v%v.m3u8"),
            "v2.m3u8",
            "master.m3u8"),
    /** HLS, fragmented MP4, sound beside the picture. */
    FMP4(
            hls("fmp4"),
            maps(),
            List.of(
                    "-hls_fmp4_init_filename",
                    "init_%v.mp4",
                    "-hls_segment_filename",
                    "s%v_%05d.m4s",
                    "-var_stream_map",
                    "v:0,agroup:aud v:1,agroup:aud v:2,agroup:aud a:0,agroup:aud,language:en,default:yes",
                    "s%v.m3u8"),
            "s3.m3u8",
            "master.m3u8"),
    /** DASH with a timeline. */
    DASH(dash(1), maps(), List.of("manifest.mpd"), "manifest.mpd", "manifest.mpd"),
    /** DASH by number and HLS over the same files. */
    CMAF(
            dash(0),
            maps(),
            List.of(
                    "-dash_segment_type",
                    "mp4",
                    "-hls_playlist",
                    "1",
                    "-hls_master_name",
                    "master.m3u8",
                    "manifest.mpd"),
            "media_3.m3u8",
            "master.m3u8",
            "manifest.mpd");

    private final List<String> format;
    private final List<String> maps;
    private final List<String> output;
    private final String last;
    final List<String> manifests;

    /** @param last the playlist that is written last of all */
    Ffmpeg(List<String> format, List<String> maps, List<String> output, String last, String... manifests) {
        this.format = format;
        this.maps = maps;
        this.output = output;
        this.last = last;
        this.manifests = List.of(manifests);
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param clock where players may ask for the time */
    Program start(Path media, String clock) throws IOException {
        Path folder = Files.createDirectory(media.resolve(folder()));
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-re"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
        arguments.addAll(List.of(
                "-filter_complex", "[0:v]split=3[a][b][c];[a]scale=128:72[v0];[b]scale=192:108[v1];[c]null[v2]"));
        arguments.addAll(maps);
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", "20", "-keyint_min", "20", "-sc_threshold", "0"));
        arguments.addAll(List.of("-threads", "1", "-c:a", "aac", "-b:a", "48k", "-ac", "1"));
        arguments.addAll(List.of("-b:v:0", "60k", "-b:v:1", "120k", "-b:v:2", "240k"));
        arguments.addAll(format);
        if (this == CMAF) {
            arguments.addAll(List.of("-utc_timing_url", clock));
        }
        arguments.addAll(output);
        return Program.start(
                folder, media.resolveSibling(folder() + ".log"), "ffmpeg", arguments.toArray(String[]::new));
    }

    /** More than three target durations are listed: what comes before is start-up. */
    boolean isReady(Path media) throws IOException {
        Path playlist = media.resolve(folder()).resolve(last);
        if (!Files.exists(playlist)) {
            return false;
        }
        String text = Files.readString(playlist);
        // Of a manifest with a timeline the segments count themselves.
        return text.split("#EXTINF", -1).length > 4
                || Files.exists(media.resolve(folder()).resolve("c3-00005.m4s"));
    }

    private static List<String> maps() {
        return List.of("-map", "[v0]", "-map", "[v1]", "-map", "[v2]", "-map", "1:a");
    }

    private static List<String> hls(String segments) {
        return List.of(
                "-f",
                "hls",
                "-hls_time",
                "2",
                "-hls_list_size",
                "6",
                "-hls_delete_threshold",
                "3",
                "-hls_flags",
                "delete_segments+program_date_time+independent_segments+temp_file",
                "-master_pl_name",
                "master.m3u8",
                "-hls_segment_type",
                segments);
    }

    private static List<String> dash(int timeline) {
        return List.of(
                "-f",
                "dash",
                "-seg_duration",
                "2",
                "-window_size",
                "6",
                "-extra_window_size",
                "3",
                "-use_template",
                "1",
                "-use_timeline",
                String.valueOf(timeline),
                "-adaptation_sets",
                "id=0,streams=v id=1,streams=a",
                "-init_seg_name",
                "i$RepresentationID$.m4s",
                "-media_seg_name",
                "c$RepresentationID$-$Number%05d$.m4s");
    }
}
