package io.rungwatch.real;

import static io.rungwatch.real.HostileInput.dash;
import static io.rungwatch.real.HostileInput.hls;

import io.rungwatch.real.HostileInput.Answers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The catalogue of hostile inputs, section 5, as far as a server can send them. */
final class HostileInputs {
    private static final int SEGMENT = 2;
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String MASTER = "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    private static final String ROW = "#EXT-X-STREAM-INF:BANDWIDTH=5000000,AVERAGE-BANDWIDTH=4500000,"
            + "RESOLUTION=1920x1080,FRAME-RATE=25.000,CODECS=\"avc1.640028,mp4a.40.2\"\n";
    private static final String BOM = Character.toString(0xfeff);
    private static final String ONE = MASTER + ROW + "hd.m3u8\n";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** No media, and told as such wherever a playlist is good enough to lead to them: so they were loaded. */
    private static final byte[] SEGMENT_BYTES = new byte[1_000_000];

    private HostileInputs() {}

    static List<HostileInput> all() {
        byte[] bomb = gzip("#EXTM3U\n" + " ".repeat(64 << 20));
        return List.of(
                hls(0, "well", "segment_not_media", playlist(HostileInputs::live)),
                hls(1, "one_byte_too_many", "manifest_oversized", manifest(ONE + "#".repeat(4 << 20))),
                hls(1, "endless_chunks", "manifest_oversized", wire -> wire.endless(CHUNKED, chunk())),
                hls(1, "endless_body", "manifest_oversized", wire -> wire.endless(HEAD + "\r\n", "#".repeat(4096))),
                dash(1, "mpd_too_large", "manifest_oversized", manifest(mpd("", " ".repeat(8 << 20)))),
                hls(2, "gzip_bomb", "manifest_oversized", wire -> wire.ok(bomb, "Content-Encoding: gzip")),
                hls(
                        2,
                        "gzip_in_gzip",
                        "manifest_unavailable",
                        wire -> wire.ok(gzip(gzip(ONE)), "Content-Encoding: gzip")),
                hls(2, "no_gzip", "manifest_unavailable", wire -> wire.ok(ONE, "Content-Encoding: gzip")),
                hls(3, "trickle", "manifest_unavailable", wire -> wire.trickle(HEAD + "Content-Length: 900\r\n\r\n")),
                hls(
                        3,
                        "header_of_a_mebibyte",
                        "manifest_unavailable",
                        wire -> wire.raw(HEAD + "ETag: \"" + "x".repeat(1 << 20))),
                hls(
                        3,
                        "ten_thousand_headers",
                        "manifest_unavailable",
                        wire -> wire.raw(HEAD + "A: b\r\n".repeat(10_000) + "\r\n")),
                hls(
                        3,
                        "interim_flood",
                        "manifest_unavailable",
                        wire -> wire.endless("", "HTTP/1.1 100 Continue\r\n\r\n".repeat(100))),
                hls(3, "reset", "manifest_unavailable", Wire::close),
                hls(
                        3,
                        "cut_off",
                        "manifest_truncated",
                        wire -> wire.cut(HEAD + "Content-Length: 900\r\n\r\n#EXTM3U\n")),
                hls(4, "one_line", "manifest_malformed", playlist(() -> live() + "#" + "x".repeat(3 << 20))),
                hls(
                        4,
                        "one_line_of_ten_megabytes",
                        "manifest_oversized",
                        wire -> wire.endless(HEAD + "Content-Length: 10000000\r\n\r\n#EXTM3U\n", "x".repeat(4096))),
                hls(4, "a_million_lines", "manifest_oversized", playlist(() -> live() + "\n".repeat(1_000_000))),
                hls(5, "nul", "manifest_malformed", playlist(() -> live().replace("VERSION:6", "VERSION:\0006"))),
                hls(
                        5,
                        "terminal_control",
                        "manifest_malformed segment_not_media",
                        playlist(() -> live() + "# \33]0;owned\7 " + Character.toString(0x2028) + "\n")),
                hls(
                        6,
                        "overlong_utf8",
                        "manifest_malformed segment_not_media",
                        wire -> latin(wire, live() + "#\300\200\n")),
                hls(6, "utf16", "manifest_wrong_content", wire -> wire.ok(ONE.getBytes(StandardCharsets.UTF_16))),
                hls(7, "two_byte_order_marks", "manifest_malformed", manifest(BOM + BOM + ONE)),
                hls(8, "not_a_number", "manifest_malformed", playlist(() -> live().replace("EXTINF:2", "EXTINF:NaN"))),
                hls(
                        8,
                        "four_hundred_digits",
                        "manifest_malformed",
                        playlist(() -> live().replace("EXTINF:2", "EXTINF:" + "2".repeat(400)))),
                hls(
                        9,
                        "sequence_in_hex",
                        "manifest_malformed",
                        playlist(() -> live().replace("SEQUENCE:", "SEQUENCE:0x"))),
                hls(
                        10,
                        "target_of_zero",
                        "target_duration_missing segment_not_media",
                        playlist(() -> live().replace("TARGETDURATION:2", "TARGETDURATION:0"))),
                hls(
                        11,
                        "range_beyond_numbers",
                        "byte_range_invalid segment_not_media",
                        playlist(() -> live().replace(
                                        "#EXTINF",
                                        "#EXT-X-BYTERANGE:9223372036854775808@9223372036854775808\n#EXTINF"))),
                hls(
                        12,
                        "skips_a_billion",
                        "manifest_wrong_content",
                        playlist(() ->
                                live().replaceFirst("#EXTINF", "#EXT-X-SKIP:SKIPPED-SEGMENTS=1099511627776\n#EXTINF"))),
                hls(13, "open_quote", "manifest_malformed", manifest(ONE.replace("mp4a.40.2\"", "mp4a.40.2"))),
                hls(
                        13,
                        "ten_thousand_attributes",
                        "manifest_malformed",
                        manifest(ONE.replace("FRAME-RATE", "A=1,".repeat(10_000) + "FRAME-RATE"))),
                hls(
                        14,
                        "variables_in_a_circle",
                        "variable_undefined segment_not_media",
                        playlist(() -> live().replace(
                                        "#EXT-X-TARGET", "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"{$b}\"\n#EXT-X-TARGET")
                                .replace("s", "s{$b}"))),
                hls(15, "fifty_thousand_rungs", "manifest_oversized segment_not_media", HostileInputs::rungs),
                hls(
                        16,
                        "lists_itself",
                        "manifest_wrong_content segment_not_media",
                        rendition(ONE + ROW + "./master.m3u8\n")),
                hls(16, "master_for_the_playlist", "manifest_wrong_content", manifest(ONE)),
                hls(17, "files", "reference_invalid segment_not_media", rendition(ONE + ROW + "file:///etc/passwd\n")),
                hls(
                        17,
                        "no_port",
                        "reference_invalid segment_not_media",
                        rendition(ONE + ROW + "http://127.0.0.1:70000/hd.m3u8\n")),
                hls(
                        18,
                        "redirect_loop",
                        "manifest_unavailable",
                        wire -> wire.status(
                                "302 Found",
                                "Location: master.m3u8?" + wire.file().length())),
                hls(
                        18,
                        "redirect_to_a_file",
                        "manifest_unavailable",
                        wire -> wire.status("302 Found", "Location: file:///etc/passwd")),
                hls(18, "redirect_to_nowhere", "manifest_unavailable", wire -> wire.status("302 Found")),
                dash(
                        19,
                        "entity_bomb",
                        "manifest_malformed",
                        manifest("<?xml version='1.0'?><!DOCTYPE MPD [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
                                + mpd("id='&b;'", ""))),
                dash(
                        19,
                        "external_entity",
                        "manifest_malformed",
                        manifest("<!DOCTYPE MPD [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + mpd("", "&a;"))),
                dash(20, "deep", "manifest_malformed", manifest(mpd("", "<a>".repeat(100_000)))),
                dash(20, "fifty_thousand_elements", "manifest_oversized", manifest(mpd("", "<a/>".repeat(60_000)))),
                dash(21, "repeats", "timeline_invalid segment_not_media", HostileInputs::repeats),
                dash(
                        21,
                        "seven_hundred_thousand_s",
                        "manifest_oversized",
                        wire -> mpd(wire, timeline("<S d='2'/>".repeat(700_000)))),
                dash(
                        22,
                        "timescale_of_zero",
                        "manifest_malformed",
                        wire -> mpd(wire, numbered("").replace("timescale='1'", "timescale='0'"))),
                dash(23, "duration_of_nothing", "manifest_malformed", manifest(mpd("minBufferTime='P'", ""))),
                dash(
                        24,
                        "no_such_day",
                        "manifest_malformed",
                        manifest(mpd("availabilityStartTime='2023-02-29T00:00:00Z'", ""))),
                dash(25, "begins_in_the_year_9999", "manifest_empty", HostileInputs::far),
                dash(
                        26,
                        "template_as_wide_as_memory",
                        "segment_addressing_invalid",
                        wire -> mpd(wire, numbered("").replace("$Number$", "$Number%0999999999d$"))),
                dash(27, "ten_thousand_periods", "manifest_oversized", wire -> mpd(wire, periods())),
                dash(
                        28,
                        "pssh_of_garbage",
                        "content_protection_invalid segment_not_media",
                        wire -> mpd(
                                wire,
                                numbered(
                                        "<ContentProtection schemeIdUri='urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed'>"
                                                + "<cenc:pssh xmlns:cenc='urn:mpeg:cenc:2013'>%%%</cenc:pssh></ContentProtection>"))),
                hls(
                        29,
                        "splice_of_half_a_byte",
                        "scte35_payload_invalid segment_not_media",
                        playlist(() -> live().replace(
                                        "#EXT-X-PROGRAM",
                                        "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T00:00:00Z\","
                                                + "PLANNED-DURATION=30,SCTE35-OUT=0xFC3\n#EXT-X-PROGRAM"))),
                hls(30, "deep_steering", "content_steering_invalid segment_not_media", HostileInputs::steering),
                dash(31, "hls_for_dash", "manifest_wrong_content", manifest(ONE)),
                hls(31, "dash_for_hls", "manifest_wrong_content", manifest(mpd("", ""))),
                hls(32, "page", "manifest_wrong_content", manifest("<html>" + "Sorry ".repeat(900) + "</html>")),
                hls(32, "json", "manifest_wrong_content", manifest("{\"error\":\"gone\"}")),
                hls(32, "nothing", "manifest_empty", manifest("")),
                hls(32, "a_header_alone", "manifest_empty", playlist(() -> "#EXTM3U\n#EXT-X-TARGETDURATION:2\n")),
                hls(
                        33,
                        "odd_headers",
                        "segment_not_media",
                        wire -> playlist(HostileInputs::live, "Age: -1", "Date: tomorrow", "ETag: " + "x".repeat(9000))
                                .to(wire)),
                hls(34, "partial", "manifest_unavailable", wire -> wire.status("206 Partial Content")),
                hls(34, "not_modified", "manifest_unavailable", wire -> wire.status("304 Not Modified")),
                hls(34, "status_999", "manifest_unavailable", wire -> wire.status("999 Whatever")),
                hls(
                        35,
                        "fifty_thousand_tags",
                        "manifest_oversized segment_not_media",
                        playlist(() -> live() + "#EXT-X-A\n".repeat(50_000))),
                hls(
                        35,
                        "new_ranges_each_time",
                        "manifest_oversized segment_not_media",
                        playlist(() -> live() + ranges())),
                hls(36, "all_new_each_time", "segment_identity_changed", playlist(HostileInputs::allNew))
                        .mayTell("backend_flip_flop media_sequence_regressed segment_not_media"));
    }

    /** A manifest that says this, at every address of the channel. */
    private static Answers manifest(String text) {
        return wire -> wire.ok(text);
    }

    /** A multivariant playlist that says this, and a rendition that is well. */
    private static Answers rendition(String master) {
        return wire -> answer(wire, master, HostileInputs::live);
    }

    /** A rendition that says this, under a multivariant playlist that is well. */
    private static Answers playlist(Supplier<String> text, String... headers) {
        return wire -> answer(wire, ONE, text, headers);
    }

    private static void answer(Wire wire, String master, Supplier<String> text, String... headers) {
        String file = wire.file();
        if (file.startsWith("master")) {
            wire.ok(master, headers);
        } else if (file.endsWith(".m3u8")) {
            wire.ok(text.get(), headers);
        } else {
            wire.ok(SEGMENT_BYTES);
        }
    }

    private static void latin(Wire wire, String text) {
        if (wire.file().startsWith("hd")) {
            wire.ok(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            answer(wire, ONE, HostileInputs::live);
        }
    }

    private static void rungs(Wire wire) {
        StringBuilder master = new StringBuilder(MASTER);
        if (wire.file().startsWith("master")) {
            for (int i = 0; i < 50_000; i++) {
                master.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                        .append(100_000 + i)
                        .append("\n")
                        .append(i)
                        .append(".m3u8\n");
            }
        }
        answer(wire, master.toString(), HostileInputs::live);
    }

    private static void steering(Wire wire) {
        if (wire.file().startsWith("steer")) {
            wire.ok("[".repeat(10_000), "Content-Type: application/json");
        } else {
            answer(
                    wire,
                    MASTER + "#EXT-X-CONTENT-STEERING:SERVER-URI=\"steer.json\",PATHWAY-ID=\"a\"\n"
                            + ROW.replace("CODECS", "PATHWAY-ID=\"a\",CODECS") + "hd.m3u8\n",
                    HostileInputs::live);
        }
    }

    /** Segments of two seconds, numbered by the clock. */
    private static String live() {
        long newest = Instant.now().getEpochSecond() / SEGMENT - 1;
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:2\n");
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(newest - 5).append('\n');
        text.append("#EXT-X-PROGRAM-DATE-TIME:")
                .append(Instant.ofEpochSecond((newest - 5) * SEGMENT))
                .append('\n');
        for (long number = newest - 5; number <= newest; number++) {
            text.append("#EXTINF:2.000,\ns").append(number).append(".ts\n");
        }
        return text.toString();
    }

    private static String allNew() {
        return Pattern.compile("\ns").matcher(live()).replaceAll(segment -> "\n" + UUID.randomUUID() + "/s");
    }

    private static String ranges() {
        StringBuilder text = new StringBuilder();
        String start = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        for (int i = 0; i < 12_000; i++) {
            text.append("#EXT-X-DATERANGE:ID=\"")
                    .append(start)
                    .append(i)
                    .append("\",START-DATE=\"")
                    .append(start)
                    .append("\"\n");
        }
        return text.toString();
    }

    private static String mpd(String attributes, String inside) {
        return "<MPD xmlns='urn:mpeg:dash:schema:mpd:2011' " + attributes + ">" + inside + "</MPD>";
    }

    /** A live MPD, and what it lists by number. */
    private static void mpd(Wire wire, String periods) {
        if (wire.file().endsWith(".mpd")) {
            wire.ok(live(START, "timeShiftBufferDepth='PT20S'", periods));
        } else if (number(wire.file()) * SEGMENT > elapsed(START)) {
            wire.status("404 Not Found");
        } else {
            wire.ok(SEGMENT_BYTES);
        }
    }

    /** One S for all that was sent since the first films. */
    private static void repeats(Wire wire) {
        Instant start = Instant.parse("1889-01-01T00:00:00Z");
        if (wire.file().endsWith(".mpd")) {
            long first = elapsed(start) / SEGMENT * SEGMENT - SEGMENT * (1L << 31);
            wire.ok(live(start, "", timeline("<S t='" + first + "' d='2' r='2147483647'/>")));
        } else {
            wire.ok(SEGMENT_BYTES);
        }
    }

    private static void far(Wire wire) {
        Instant start = Instant.parse("9999-12-31T23:59:59Z");
        wire.ok(live(start, "timeShiftBufferDepth='PT20S'", numbered("")));
    }

    private static String live(Instant start, String attributes, String periods) {
        Instant now = Instant.now();
        return mpd(
                "type='dynamic' profiles='urn:mpeg:dash:profile:isoff-live:2011' availabilityStartTime='" + start
                        + "' minimumUpdatePeriod='PT2S' minBufferTime='PT2S' publishTime='"
                        + now.truncatedTo(ChronoUnit.SECONDS) + "' " + attributes,
                periods + "<UTCTiming schemeIdUri='urn:mpeg:dash:utc:direct:2014' value='" + now + "'/>");
    }

    private static String periods() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("<Period id='").append(i).append("'/>");
        }
        return text.toString();
    }

    private static long elapsed(Instant since) {
        return Instant.now().getEpochSecond() - since.getEpochSecond();
    }

    private static long number(String file) {
        String name = file.substring(0, Math.max(0, file.indexOf('.')));
        return name.matches("[0-9]{1,18}") ? Long.parseLong(name) : 0;
    }

    private static String numbered(String protection) {
        return period(
                protection,
                "<SegmentTemplate timescale='1' duration='2' media='$Number$.m4s' initialization='i.mp4'/>");
    }

    private static String timeline(String runs) {
        return period(
                "",
                "<SegmentTemplate timescale='1' media='$Time$.m4s' initialization='i.mp4'><SegmentTimeline>" + runs
                        + "</SegmentTimeline></SegmentTemplate>");
    }

    private static String period(String protection, String template) {
        return "<Period id='a' start='PT0S'><AdaptationSet id='1' contentType='video' mimeType='video/mp4' segmentAlignment='true'>"
                + protection + template
                + "<Representation id='v' bandwidth='5000000' codecs='avc1.640028' width='1920' height='1080'/>"
                + "</AdaptationSet></Period>";
    }

    private static String chunk() {
        return "1000\r\n" + "#".repeat(4096) + "\r\n";
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
