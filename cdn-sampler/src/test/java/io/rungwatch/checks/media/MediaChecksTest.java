package io.rungwatch.checks.media;

import static io.rungwatch.checks.media.Scene.segment;
import static io.rungwatch.media.Packets.AUDIO;
import static io.rungwatch.media.Packets.MAP;
import static io.rungwatch.media.Packets.VIDEO;
import static io.rungwatch.media.Samples.box;
import static io.rungwatch.media.Samples.file;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.join;
import static io.rungwatch.media.Samples.number;
import static io.rungwatch.media.Samples.tagged;
import static io.rungwatch.media.Samples.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.checks.layers.LayerChecks;
import io.rungwatch.media.Packets;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each check what makes it speak, what does not, and what lies just at its limit. */
class MediaChecksTest {
    private static final byte[] TS = file("avc-aac.ts");
    private static final byte[] AAC = file("packed.aac");
    private static final double TURN = (1L << 33) / 90_000.0;
    private static final byte[] PICTURE = hex("000001 09f0");
    private static final byte[] CENC = file("cenc.mp4");
    private static final byte[] VIDEO_INIT = file("video-init.mp4");
    private static final byte[] VIDEO_0 = file("video-0.m4s");
    private static final long TIMESCALE = 12_800;
    /** Cues from the beginning of the picture on, for one second. */
    private static final String MAPPED =
            "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:7200,LOCAL:00:00:00.000\n\n00:00.000 --> 00:01.000\nHello\n";

    /** The findings of one check, as `SEVERITY message`. */
    private record Row(String check, String situation, Scene scene, String... expected) {
        @Override
        public String toString() {
            return check + ": " + situation;
        }
    }

    private static Row row(String check, String situation, Scene scene, String... expected) {
        return new Row(check, situation, scene, expected);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("segment_not_media", "a transport stream", segment(TS)),
                row(
                        "segment_not_media",
                        "a web page",
                        segment(text("<!DOCTYPE html><html><body>Sorry</body></html>")),
                        "CRITICAL segment 4711 is no media, it begins with <!DOCTYPE html><html><body>Sorry</body></html>"),
                row(
                        "segment_not_media",
                        "noise of which nobody said that it is encrypted",
                        segment(noise(1600)),
                        "CRITICAL segment 4711 is no media, it begins with .....4w.Z...9.w...*Y]J.}A....G....K.]......Z.G.........@...."),
                row(
                        "segment_not_media",
                        "noise that is said to be encrypted",
                        segment(noise(1600)).encrypted("AES-128")),
                row(
                        "segment_not_media",
                        "a web page in place of what is encrypted",
                        segment(text("<!DOCTYPE html><html><body>Sorry</body></html>"))
                                .encrypted("AES-128"),
                        "CRITICAL segment 4711 is no media, it begins with <!DOCTYPE html><html><body>Sorry</body></html>"),
                row(
                        "segment_not_media",
                        "WebM is not looked into",
                        segment(noise(1600)).codecs("vp09.00.10.08", "opus")),
                row("segment_not_media", "nothing at all is another matter", segment(new byte[0])),
                row("ts_sync_lost", "in step", segment(TS)),
                row("ts_sync_lost", "packets with a time stamp in front of each", segment(widened(TS))),
                row(
                        "ts_sync_lost",
                        "one bad packet",
                        segment(ts().set(100, 0, 0x46).bytes()),
                        "MAJOR segment 4711 is out of step 1 times, and 188 bytes belong to no packet"),
                row("ts_packet_size_bad", "whole packets", segment(TS)),
                row(
                        "ts_packet_size_bad",
                        "a hundred bytes too few",
                        segment(Arrays.copyOf(TS, TS.length - 100)),
                        "MAJOR segment 4711 ends with 88 bytes that are no packet"),
                row("ts_pat_pmt_missing", "both", segment(TS)),
                row(
                        "ts_pat_pmt_missing",
                        "no map",
                        segment(ts().removeAll(MAP).bytes()),
                        "CRITICAL segment 4711 has no PMT"),
                row(
                        "ts_pat_pmt_missing",
                        "no association",
                        segment(ts().removeAll(0).bytes()),
                        "CRITICAL segment 4711 has no PAT"),
                row(
                        "ts_pat_pmt_missing",
                        "they stand in a section of their own",
                        segment(ts().removeAll(MAP).bytes()).init(VIDEO_INIT)),
                row("ts_crc_error", "all whole", segment(TS)),
                row(
                        "ts_crc_error",
                        "one damaged",
                        segment(ts().flip(ts().place(MAP, 0), 20, 1).bytes()),
                        "MAJOR segment 4711 has 1 damaged tables"),
                row(
                        "ts_program_changed",
                        "the same streams",
                        segment(TS).after(segment(TS).number(4710))),
                row(
                        "ts_program_changed",
                        "sound of another kind",
                        segment(file("ac3.ts")).after(segment(TS).number(4710)),
                        "MAJOR segment 4711 announces other streams than the segment before"),
                row(
                        "ts_program_changed",
                        "not right before",
                        segment(file("ac3.ts")).after(segment(TS).number(4709))),
                row("ts_cc_error", "no break", segment(TS)),
                row(
                        "ts_cc_error",
                        "a packet sent twice",
                        segment(ts().insert(ts().place(AUDIO, 10), ts().get(ts().place(AUDIO, 10)))
                                .bytes())),
                row(
                        "ts_cc_error",
                        "one lost packet",
                        segment(without(1)),
                        "MINOR segment 4711 has 1 breaks of continuity counters"),
                row(
                        "ts_cc_error",
                        "four",
                        segment(without(4)),
                        "MINOR segment 4711 has 4 breaks of continuity counters"),
                row(
                        "ts_cc_error",
                        "five",
                        segment(without(5)),
                        "MAJOR segment 4711 has 5 breaks of continuity counters"),
                row("ts_transport_error", "none", segment(TS)),
                row(
                        "ts_transport_error",
                        "one",
                        segment(ts().flip(ts().place(VIDEO, 5), 1, 0x80).bytes()),
                        "MAJOR segment 4711 has 1 packets that are marked as damaged"),
                row("ts_scrambled", "none", segment(TS)),
                row(
                        "ts_scrambled",
                        "one",
                        segment(ts().flip(ts().place(VIDEO, 5), 3, 0x80).bytes()),
                        "CRITICAL segment 4711 has 1 scrambled packets"),
                row(
                        "ts_scrambled",
                        "as was said",
                        segment(ts().flip(ts().place(VIDEO, 5), 3, 0x80).bytes())
                                .encrypted("SAMPLE-AES")),
                row("null_stuffing_high", "none", segment(TS)),
                row("null_stuffing_high", "a tenth", segment(stuffed(27))),
                row("null_stuffing_high", "more", segment(stuffed(28)), "INFO segment 4711 has 10 % of null packets"),
                row("segment_starts_without_keyframe", "it does", segment(TS).independent()),
                row(
                        "segment_starts_without_keyframe",
                        "it does, in other codecs",
                        segment(file("hevc.ts")).independent()),
                row("segment_starts_without_keyframe", "it does, in fMP4", video(0).independent()),
                row(
                        "segment_starts_without_keyframe",
                        "not, and it was promised",
                        segment(headless()).independent(),
                        "CRITICAL segment 4711 does not begin with a key picture"),
                row(
                        "segment_starts_without_keyframe",
                        "not, and nobody promised it",
                        segment(headless()),
                        "MINOR segment 4711 does not begin with a key picture"),
                row(
                        "segment_starts_without_keyframe",
                        "not, in fMP4",
                        mp4(hex("01010000"), 2000).independent(),
                        "CRITICAL segment 4711 does not begin with a key picture"),
                row(
                        "segment_starts_without_keyframe",
                        "nothing is known of what came before the map",
                        segment(ts().removeAll(MAP).bytes()).independent()),
                row("audio_missing", "it is there", segment(TS).codecs("avc1.64001f", "mp4a.40.2")),
                row(
                        "audio_missing",
                        "announced, without a packet",
                        segment(ts().removeAll(AUDIO).bytes()),
                        "CRITICAL segment 4711 announces sound and has none"),
                row(
                        "audio_missing",
                        "the segment before had it",
                        segment(ts().removeAll(AUDIO).bytes()).after(segment(TS).number(4710)),
                        "MINOR segment 4711 announces sound and has none"),
                row(
                        "audio_missing",
                        "less than a tenth",
                        segment(TS).lasts(21),
                        "CRITICAL segment 4711 announces sound and has none"),
                row("audio_missing", "a tenth", segment(TS).lasts(20)),
                row(
                        "audio_missing",
                        "promised, and not even announced",
                        segment(mute()).codecs("avc1.64001f", "mp4a.40.2"),
                        "CRITICAL segment 4711 has no sound, not even announced"),
                row(
                        "audio_missing",
                        "it lies elsewhere",
                        segment(mute()).withSoundElsewhere("avc1.64001f", "mp4a.40.2")),
                row("audio_missing", "nobody promised any", segment(mute()).codecs("avc1.64001f")),
                row(
                        "audio_missing",
                        "a rendition of sound with a picture only",
                        video(0).kind(Kind.AUDIO),
                        "CRITICAL segment 4711 has no sound, not even announced"),
                row("video_missing", "it is there", segment(TS).codecs("avc1.64001f")),
                row(
                        "video_missing",
                        "announced, without a packet",
                        segment(ts().removeAll(VIDEO).bytes()),
                        "CRITICAL segment 4711 announces picture and has none"),
                row(
                        "video_missing",
                        "sound only, as promised",
                        segment(tagged(0, AAC)).codecs("mp4a.40.2")),
                row(
                        "video_missing",
                        "sound only, and a picture was promised",
                        segment(tagged(0, AAC)).codecs("avc1.64001f", "mp4a.40.2"),
                        "CRITICAL segment 4711 has no picture, not even announced"),
                row("box_truncated", "all fit", video(0)),
                row(
                        "box_truncated",
                        "an end too early",
                        segment(Arrays.copyOf(VIDEO_0, 10_000)).init(VIDEO_INIT),
                        "CRITICAL segment 4711 ends 4842 bytes before its mdat at byte 776 does"),
                row("moof_missing", "one", video(0)),
                row(
                        "moof_missing",
                        "none",
                        segment(box("styp", text("msdh"), number(0, 4))),
                        "CRITICAL segment 4711 has no moof, only styp"),
                row(
                        "moof_missing",
                        "without mdat",
                        segment(Arrays.copyOf(VIDEO_0, 776)).init(VIDEO_INIT),
                        "CRITICAL segment 4711 has 1 moof without mdat"),
                row(
                        "moof_missing",
                        "what is cut is another matter",
                        segment(Arrays.copyOf(VIDEO_0, 10_000)).init(VIDEO_INIT)),
                row("track_id_mismatch", "known", video(0)),
                row("track_id_mismatch", "without an init section nobody knows", segment(VIDEO_0)),
                row(
                        "track_id_mismatch",
                        "another",
                        segment(fragment(2, 50, hex("02000000"), 0, 100)).init(VIDEO_INIT),
                        "CRITICAL segment 4711 is of track 2, the init section has 1"),
                row("mdat_size_mismatch", "as many", mp4(hex("02000000"), 1000)),
                row(
                        "mdat_size_mismatch",
                        "one too few",
                        segment(fragment(1, 50, hex("02000000"), 0, 499)).init(VIDEO_INIT),
                        "CRITICAL segment 4711 lacks 1 bytes of its samples"),
                row("init_changed", "the same", video(0).after(video(-2).number(4710))),
                row(
                        "init_changed",
                        "other bytes under the same address",
                        video(0).after(video(-2).number(4710).init(file("hevc-init.mp4"))),
                        "MAJOR segment 4711 has an init section with other bytes than segment 4710 had, under one address"),
                row("init_changed", "nothing to compare", video(0)),
                row("encryption_mismatch", "clear, as said", video(0)),
                row("encryption_mismatch", "encrypted, as said", segment(CENC).encrypted("cenc")),
                row(
                        "encryption_mismatch",
                        "encrypted, and nobody says so",
                        segment(CENC),
                        "CRITICAL segment 4711 is encrypted, its manifest says nothing of it"),
                row(
                        "encryption_mismatch",
                        "clear, and said to be encrypted",
                        video(0).encrypted("SAMPLE-AES"),
                        "CRITICAL segment 4711 is in the clear, its manifest says SAMPLE-AES"),
                row(
                        "encryption_mismatch",
                        "readable, and said to be encrypted as a whole",
                        segment(TS).encrypted("AES-128"),
                        "CRITICAL segment 4711 is in the clear, its manifest says AES-128"),
                row(
                        "encryption_mismatch",
                        "noise, as said",
                        segment(noise(1600)).encrypted("AES-128")),
                row(
                        "encryption_mismatch",
                        "MPEG-TS may be encrypted in its samples",
                        segment(TS).encrypted("SAMPLE-AES")),
                row("drm_boxes_missing", "not encrypted", video(0)),
                row(
                        "drm_boxes_missing",
                        "ffmpeg leaves senc out",
                        segment(CENC).encrypted("cenc"),
                        "MAJOR segment 4711 has fragments with neither senc nor saiz and saio"),
                row("encrypted_length_bad", "whole blocks", segment(noise(1600)).encrypted("AES-128")),
                row(
                        "encrypted_length_bad",
                        "a byte more",
                        segment(noise(1601)).encrypted("AES-128"),
                        "MAJOR segment 4711 has 1601 bytes, 1 more than whole blocks of AES"),
                row("encrypted_length_bad", "not encrypted", segment(noise(1601))),
                row("vtt_invalid", "empty is fine", vtt("WEBVTT\n")),
                row(
                        "vtt_invalid",
                        "without its first line",
                        segment(text("1\n00:00.000 --> 00:01.000\nHello\n")).kind(Kind.SUBTITLES),
                        "MAJOR segment 4711 does not begin with WEBVTT"),
                row(
                        "vtt_invalid",
                        "a first line that is another word",
                        vtt("WEBVTTX\n"),
                        "MAJOR segment 4711 does not begin with WEBVTT"),
                row(
                        "vtt_invalid",
                        "a time that is none",
                        vtt("WEBVTT\n\n0:00 --> 00:01.000\nHello\n"),
                        "MINOR segment 4711 has 1 lines of times that cannot be read"),
                row(
                        "vtt_invalid",
                        "a cue that ends before it begins",
                        vtt("WEBVTT\n\n00:02.000 --> 00:01.000\nHello\n"),
                        "MINOR segment 4711 has 1 cues that end before they begin"),
                row(
                        "vtt_invalid",
                        "a map that cannot be read",
                        vtt("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:1\n"),
                        "MINOR segment 4711 has an X-TIMESTAMP-MAP that cannot be read"),
                row("vtt_timestamp_map_missing", "there", vtt(MAPPED)),
                row("vtt_timestamp_map_missing", "no cues, no need", vtt("WEBVTT\n")),
                row(
                        "vtt_timestamp_map_missing",
                        "missing",
                        vtt("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"),
                        "MINOR segment 4711 has cues and no X-TIMESTAMP-MAP"),
                row(
                        "vtt_timestamp_map_missing",
                        "DASH has none",
                        vtt("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n").mediaTime(0)),
                row(
                        "vtt_cue_outside",
                        "within",
                        vtt(MAPPED).date(10).beside(segment(TS).date(10))),
                row(
                        "vtt_cue_outside",
                        "a second before",
                        vtt(MAPPED).date(12).beside(segment(TS).date(10))),
                row(
                        "vtt_cue_outside",
                        "more",
                        vtt(MAPPED).date(12.1).beside(segment(TS).date(10)),
                        "MINOR segment 4711 lasts 2.0 s, its cues lie from -2.1 s to -1.1 s of it"),
                row(
                        "vtt_cue_outside",
                        "behind it",
                        vtt(MAPPED).date(6.9).beside(segment(TS).date(10)),
                        "MINOR segment 4711 lasts 2.0 s, its cues lie from 3.1 s to 4.1 s of it"),
                row("vtt_cue_outside", "no picture to compare with", vtt(MAPPED).date(16)),
                row("id3_timestamp_missing", "there", segment(tagged(900_000, AAC))),
                row("id3_timestamp_missing", "missing", segment(AAC), "MAJOR segment 4711 has no ID3 timestamp"),
                row(
                        "id3_timestamp_missing",
                        "too long",
                        segment(tagged(-1, AAC)),
                        "MAJOR segment 4711 has a timestamp of more than 33 bits"),
                row("audio_frame_broken", "whole", segment(tagged(0, AAC))),
                row(
                        "audio_frame_broken",
                        "three bytes missing",
                        segment(tagged(0, join(Arrays.copyOf(AAC, 1000), Arrays.copyOfRange(AAC, 1003, AAC.length)))),
                        "MAJOR segment 4711 has 1 places where a frame of sound should be and is not"),
                row(
                        "audio_frame_broken",
                        "the last one is cut",
                        segment(tagged(0, Arrays.copyOf(AAC, AAC.length - 5))),
                        "MAJOR segment 4711 has 1 places where a frame of sound should be and is not"),
                row("audio_frame_broken", "what a lost packet does is another matter", segment(without(1))),
                row("codec_mismatch", "as said", segment(TS).codecs("avc1.64001f", "mp4a.40.2")),
                row("codec_mismatch", "a level below", segment(TS).codecs("avc1.640028", "mp4a.40.2")),
                row(
                        "codec_mismatch",
                        "a level above",
                        segment(TS).codecs("avc1.64000a", "mp4a.40.2"),
                        "MAJOR segment 4711 is avc1.64001f, its manifest says avc1.64000a"),
                row(
                        "codec_mismatch",
                        "another profile, below",
                        segment(TS).codecs("avc1.6e001f", "mp4a.40.2"),
                        "MINOR segment 4711 is avc1.64001f, its manifest says avc1.6e001f"),
                row(
                        "codec_mismatch",
                        "another family",
                        segment(TS).codecs("hvc1.1.6.L30.90", "ac-3"),
                        "MAJOR segment 4711 is avc1.64001f, its manifest says hvc1.1.6.L30.90",
                        "MAJOR segment 4711 is mp4a.40.2, its manifest says ac-3"),
                row(
                        "codec_mismatch",
                        "another family in fMP4",
                        video(0).codecs("hvc1.1.6.L30.90"),
                        "MAJOR segment 4711 is avc1.64001f, its manifest says hvc1.1.6.L30.90"),
                row("codec_mismatch", "HE-AAC looks like plain AAC", segment(TS).codecs("mp4a.40.5")),
                row(
                        "codec_mismatch",
                        "the other sound lies elsewhere",
                        segment(TS).withSoundElsewhere("avc1.64001f", "ec-3")),
                row("resolution_mismatch", "as said", segment(TS).size(160, 90)),
                row("resolution_mismatch", "to be shown wider", segment(TS).size(240, 90)),
                row(
                        "resolution_mismatch",
                        "larger in the manifest",
                        video(0).size(1920, 1080),
                        "MINOR segment 4711 is 160x90, its manifest says 1920x1080"),
                row("fps_mismatch", "as said", segment(TS).rate(25)),
                row("fps_mismatch", "one percent", segment(TS).rate(25.25)),
                row(
                        "fps_mismatch",
                        "more",
                        segment(TS).rate(25.3),
                        "MINOR segment 4711 has 25.000 pictures a second, its manifest says 25.300"),
                row(
                        "fps_mismatch",
                        "in fMP4",
                        video(0).rate(50),
                        "MINOR segment 4711 has 25.000 pictures a second, its manifest says 50.000"),
                row("segment_duration_mismatch", "as said", segment(TS)),
                row(
                        "segment_duration_mismatch",
                        "a tenth of a second",
                        segment(TS).lasts(2.099)),
                row(
                        "segment_duration_mismatch",
                        "more",
                        segment(TS).lasts(2.12),
                        "MINOR segment 4711 lasts 2.0 s, its manifest says 2.12 s"),
                row(
                        "segment_duration_mismatch",
                        "a fifth",
                        segment(TS).lasts(2.6),
                        "MAJOR segment 4711 lasts 2.0 s, its manifest says 2.6 s"),
                row(
                        "segment_duration_mismatch",
                        "whole seconds may be rounded",
                        segment(fragment(1, 60, hex("02000000"), 0, 600)).init(VIDEO_INIT)),
                row(
                        "segment_duration_mismatch",
                        "by half of one and no more",
                        segment(fragment(1, 63, hex("02000000"), 0, 630)).init(VIDEO_INIT),
                        "MAJOR segment 4711 lasts 2.52 s, its manifest says 2.0 s"),
                row(
                        "segment_duration_mismatch",
                        "in fMP4",
                        video(0).lasts(3),
                        "MAJOR segment 4711 lasts 2.0 s, its manifest says 3.0 s"),
                row(
                        "segment_duration_mismatch",
                        "up to the next it is right",
                        video(3).after(video(0).number(4710).lasts(3))),
                row("media_gap", "one behind the other", video(2).after(video(0).number(4710))),
                row("media_gap", "one frame", video(2.04).after(video(0).number(4710))),
                row(
                        "media_gap",
                        "two frames",
                        video(2.08).after(video(0).number(4710)),
                        "MINOR segment 4711 begins 0.08 s after the end of the segment before, in its picture"),
                row(
                        "media_gap",
                        "two frames too early",
                        video(1.92).after(video(0).number(4710)),
                        "MINOR segment 4711 begins 0.08 s before the end of the segment before, in its picture"),
                row(
                        "media_gap",
                        "more than a tenth of a second",
                        video(2.2).after(video(0).number(4710)),
                        "MAJOR segment 4711 begins 0.2 s after the end of the segment before, in its picture"),
                row(
                        "media_gap",
                        "more than half a second",
                        segment(later(2.6)).after(segment(TS).number(4710)),
                        "CRITICAL segment 4711 begins 0.6 s after the end of the segment before, in its picture"),
                row("media_gap", "another timeline is another matter", video(14).after(video(0).number(4710))),
                row("media_gap", "not the one before", video(4).after(video(0).number(4709))),
                row(
                        "timestamp_reset_undeclared",
                        "one behind the other",
                        segment(later(2)).after(segment(TS).number(4710))),
                row("timestamp_reset_undeclared", "ten seconds", video(12).after(video(0).number(4710))),
                row(
                        "timestamp_reset_undeclared",
                        "more",
                        video(12.1).after(video(0).number(4710)),
                        "CRITICAL segment 4711 has timestamps 10.1 s ahead, and no discontinuity"),
                row(
                        "timestamp_reset_undeclared",
                        "seen by the dates",
                        video(5).date(100).after(video(100).number(4700).date(80)),
                        "CRITICAL segment 4711 has timestamps 115.0 s behind, and no discontinuity"),
                row(
                        "timestamp_reset_undeclared",
                        "the end of 33 bits is none",
                        segment(later(0)).after(segment(later(95_441.7177)).number(4710))),
                row("timestamp_frozen", "one behind the other", video(2).after(video(0).number(4710))),
                row(
                        "timestamp_frozen",
                        "the same time, other bytes",
                        mp4(hex("02000000"), 1000).after(video(0).number(4710)),
                        "CRITICAL segment 4711 has the timestamps of segment 4710"),
                row("timestamp_frozen", "the same bytes", video(0).after(video(0).number(4710))),
                row(
                        "timestamp_map_drift",
                        "together",
                        video(20).date(100).after(video(10).number(4706).date(90))),
                row(
                        "timestamp_map_drift",
                        "a tenth of a second",
                        video(20.099).date(100).after(video(10).number(4706).date(90))),
                row(
                        "timestamp_map_drift",
                        "more",
                        video(20.2).date(100).after(video(10).number(4706).date(90)),
                        "MINOR segment 4711 has timestamps 0.2 s ahead of what its date makes of those of earlier segments"),
                row(
                        "timestamp_map_drift",
                        "much more",
                        video(19).date(100).after(video(10).number(4706).date(90)),
                        "MAJOR segment 4711 has timestamps 1.0 s behind what its date makes of those of earlier segments"),
                row(
                        "timestamp_map_drift",
                        "one of the earlier was wrong",
                        video(20)
                                .date(100)
                                .after(
                                        video(12).number(4706).date(90),
                                        video(8).number(4705).date(88),
                                        video(6).number(4704).date(86))),
                row("timestamp_map_drift", "no dates", video(25).after(video(10).number(4706))),
                row("tfdt_vs_manifest", "as the MPD says", video(20).mediaTime(20_000)),
                row("tfdt_vs_manifest", "a tenth of a second", video(20.099).mediaTime(20_000)),
                row(
                        "tfdt_vs_manifest",
                        "more",
                        video(20.2).mediaTime(20_000),
                        "MINOR segment 4711 begins 0.2 s later than the MPD says"),
                row(
                        "tfdt_vs_manifest",
                        "half a segment",
                        video(19).mediaTime(20_000),
                        "MINOR segment 4711 begins 0.92 s earlier than the MPD says"),
                row(
                        "tfdt_vs_manifest",
                        "more than half a segment",
                        video(18.9).mediaTime(20_000),
                        "CRITICAL segment 4711 begins 1.02 s earlier than the MPD says"),
                row("tfdt_vs_manifest", "a playlist does not say", video(30)),
                row("av_skew_large", "in step", segment(TS)),
                row("av_skew_large", "half a second", segment(skewed(0.5))),
                row(
                        "av_skew_large",
                        "more",
                        segment(skewed(0.7)),
                        "MINOR segment 4711 has sound that begins 0.679 s after the picture"),
                row(
                        "av_skew_large",
                        "more than a second",
                        segment(skewed(-1.2)),
                        "MAJOR segment 4711 has sound that begins 1.221 s before the picture"),
                row(
                        "av_skew_large",
                        "sound that lies elsewhere",
                        segment(tagged(900_000, AAC)).date(10).beside(video(10).date(10))),
                row(
                        "av_skew_large",
                        "sound that lies elsewhere, and early",
                        segment(tagged(900_000, AAC))
                                .date(10)
                                .beside(video(10.6).date(10)),
                        "MINOR segment 4711 has sound that begins 0.6 s before the picture of the same date"),
                row(
                        "rungs_misaligned",
                        "all the same",
                        video(10).date(10).beside(video(10).date(10), video(12).date(12))),
                row(
                        "rungs_misaligned",
                        "two frames",
                        video(10).date(10).beside(video(10.08).date(10))),
                row(
                        "rungs_misaligned",
                        "three frames",
                        video(10.12).date(10).beside(video(10.03).date(10)),
                        "MINOR segment 4711 has timestamps 0.09 s ahead of those of other rungs at the same date"),
                row(
                        "rungs_misaligned",
                        "more than a tenth of a second",
                        video(10).date(10).beside(video(10.2).date(10)),
                        "MAJOR segment 4711 has timestamps 0.2 s behind those of other rungs at the same date"),
                row(
                        "rungs_misaligned",
                        "another timeline",
                        video(30).date(10).beside(video(10).date(10), video(12).date(12)),
                        "CRITICAL segment 4711 has timestamps 20.0 s ahead of those of other rungs at the same date"),
                row(
                        "rungs_misaligned",
                        "another one is off",
                        video(10).date(10).beside(video(10).date(10), video(22).date(12))),
                row("pcr_missing", "there", segment(TS)),
                row(
                        "pcr_missing",
                        "none",
                        segment(new Packets()
                                .tables(0x1b, VIDEO)
                                .pes(VIDEO, new byte[0], 0, hex("00000109f0"))
                                .pes(VIDEO, new byte[0], 3600, hex("00000109f0"))
                                .bytes()),
                        "MINOR segment 4711 has no PCR"),
                row("pcr_interval_large", "often enough", segment(TS)),
                row("pcr_interval_large", "just often enough", clocked(0.1, 0, 0.1, 0.3)),
                row(
                        "pcr_interval_large",
                        "too seldom",
                        clocked(0.1, 0, 0.1, 0.31),
                        "MINOR segment 4711 has no PCR for 0.21 s"),
                row("pcr_interval_large", "pictures are as far apart", clocked(1, 0, 1, 2)),
                row("pcr_discontinuity", "no jump", segment(TS)),
                row("pcr_discontinuity", "a little", clocked(0.1, 0, 0.1, 1.29)),
                row(
                        "pcr_discontinuity",
                        "ahead of its pictures",
                        clocked(0.1, 0, 0.1, 1.31),
                        "MINOR segment 4711 has a PCR that counts 1.01 s more than its media last"),
                row(
                        "pcr_discontinuity",
                        "back",
                        clocked(0.1, 0.2, 0.1, 0.3),
                        "MINOR segment 4711 has a PCR that goes back"),
                row("pcr_discontinuity", "over the turn of its clock", clocked(0.1, TURN - 0.1, 0, 0.1)),
                row(
                        "pcr_discontinuity",
                        "it was said before",
                        segment(new Packets()
                                .tables(0x1b, VIDEO)
                                .pes(VIDEO, clock(0x10, 5), 0, PICTURE)
                                .pes(VIDEO, clock(0x90, 2), 9000, PICTURE)
                                .bytes())),
                row("ts_pat_pmt_late", "in time", segment(TS)),
                row(
                        "ts_pat_pmt_late",
                        "behind another table",
                        segment(join(
                                new Packets()
                                        .section(0x11, hex("42f005 0001 c10000"))
                                        .bytes(),
                                TS))),
                row(
                        "ts_pat_pmt_late",
                        "behind a picture",
                        segment(new Packets()
                                .pes(VIDEO, new byte[0], 0, PICTURE)
                                .tables(0x1b, VIDEO)
                                .bytes()),
                        "MINOR segment 4711 has its PMT 2 packets behind its first media"),
                row(
                        "ts_pat_pmt_late",
                        "it stands in a section of its own too",
                        segment(new Packets()
                                        .pes(VIDEO, new byte[0], 0, PICTURE)
                                        .tables(0x1b, VIDEO)
                                        .bytes())
                                .init(VIDEO_INIT)),
                row("scte35_pid_missing", "nobody promised any", segment(TS)),
                row(
                        "scte35_pid_missing",
                        "there",
                        segment(new Packets().tables(0x1b, VIDEO, 0x86, 500).bytes())
                                .cued()),
                row(
                        "scte35_pid_missing",
                        "sound has none",
                        segment(TS).kind(Kind.AUDIO).cued()),
                row(
                        "scte35_pid_missing",
                        "not announced",
                        segment(TS).cued(),
                        "MINOR segment 4711 announces no stream of SCTE 35"),
                row("prft_latency_high", "no such time", video(0).behind(6)),
                row("prft_latency_high", "nobody says how long it may take", encoded(1000)),
                row("prft_latency_high", "as long as it may take", encoded(13).behind(6)),
                row(
                        "prft_latency_high",
                        "longer",
                        encoded(14).behind(6),
                        "MINOR segment 4711 took 10.0 s or longer from its encoder to its manifest, by the encoder's clock"),
                row("prft_latency_high", "an ad of yesterday", encoded(86_400).behind(6)),
                row(
                        "prft_latency_high",
                        "a clock that is ahead",
                        encoded(-86_400).behind(6)),
                row("audio_pes_empty", "full", segment(TS)),
                row("audio_pes_empty", "a hundred bytes a second", sounding(100)),
                row(
                        "audio_pes_empty",
                        "fewer",
                        sounding(99),
                        "MAJOR segment 4711 has 198 bytes of sound on pid 257, for 2.0 s"),
                row(
                        "audio_pes_empty",
                        "all of it is missing, which is told already",
                        segment(ts().removeAll(AUDIO).bytes())),
                row("subtitle_missing", "nobody speaks", vtt("WEBVTT\n")),
                row("subtitle_missing", "pictures where they belong", video(0)),
                row(
                        "subtitle_missing",
                        "pictures in place of text",
                        video(0).kind(Kind.SUBTITLES),
                        "MAJOR segment 4711 has no text, not even announced"),
                row(
                        "subtitle_missing",
                        "pictures in place of text, in MPEG-TS",
                        segment(TS).kind(Kind.SUBTITLES),
                        "MAJOR segment 4711 has no text, not even announced"),
                row(
                        "subtitle_missing",
                        "sound in place of text",
                        segment(tagged(0, AAC)).kind(Kind.SUBTITLES),
                        "MAJOR segment 4711 has no text, not even announced"),
                row("pts_missing", "there", segment(TS)),
                row(
                        "pts_missing",
                        "the first of the sound has none",
                        segment(untimed()),
                        "MAJOR segment 4711 begins without PTS on pid 257"),
                row("dts_not_monotonic", "ahead", segment(TS)),
                row(
                        "dts_not_monotonic",
                        "back",
                        segment(ts().move(VIDEO, 20, -7200, -7200).bytes()),
                        "MAJOR segment 4711 has decode times that go back, 1 times"),
                row(
                        "dts_not_monotonic",
                        "fragments that overlap",
                        segment(join(
                                        fragment(1, 50, hex("02000000"), 0, 1000),
                                        fragment(1, 50, hex("02000000"), 12_800, 1000)))
                                .init(VIDEO_INIT),
                        "MAJOR segment 4711 has decode times that go back, 1 times"),
                row("sample_count_low", "all of them", segment(TS)),
                row(
                        "sample_count_low",
                        "a jump within",
                        segment(ts().moveAll(VIDEO, 25, 50, 90_000).bytes()),
                        "MAJOR segment 4711 has 2.0 s of picture in 2.96 s"),
                row("sidx_inconsistent", "fits", video(0)),
                row(
                        "sidx_inconsistent",
                        "several",
                        segment(file("chunked-1.m4s")).init(file("chunked-init.mp4"))),
                row(
                        "sidx_inconsistent",
                        "something behind it",
                        segment(join(VIDEO_0, box("free", new byte[10]))).init(VIDEO_INIT),
                        "MINOR segment 4711 has an index of 14766 bytes, there are 14784"),
                row("ebp_missing", "nobody promised any", segment(TS)),
                row("ebp_missing", "none of MP4", video(0).marked()),
                row(
                        "ebp_missing",
                        "one where the segment begins",
                        boundaries(0xc0).marked()),
                row(
                        "ebp_missing",
                        "none",
                        segment(TS).marked(),
                        "MAJOR segment 4711 has no encoder boundary point that begins a segment"),
                row(
                        "ebp_missing",
                        "that of a fragment only",
                        boundaries(0x80).marked(),
                        "MAJOR segment 4711 has no encoder boundary point that begins a segment"),
                row("ebp_misplaced", "nobody promised any", boundaries(0, 0xc0)),
                row("ebp_misplaced", "none", boundaries(0, 0).marked()),
                row(
                        "ebp_misplaced",
                        "one, and one of a fragment",
                        boundaries(0xc0, 0x80).marked()),
                row(
                        "ebp_misplaced",
                        "at the second picture",
                        boundaries(0, 0xc0).marked(),
                        "MAJOR segment 4711 has an encoder boundary point 1.0 s from its first picture"),
                row(
                        "ebp_misplaced",
                        "two",
                        boundaries(0xc0, 0xc0).marked(),
                        "MAJOR segment 4711 has 2 encoder boundary points in place of one"),
                row(
                        "ebp_misplaced",
                        "in the middle of a picture",
                        segment(new Packets()
                                        .tables(0x1b, VIDEO)
                                        .pes(VIDEO, new byte[0], 0, PICTURE)
                                        .packet(VIDEO, false, boundary(0xc0), new byte[9])
                                        .bytes())
                                .marked(),
                        "MAJOR segment 4711 has an encoder boundary point where no picture begins"),
                row(
                        "ebp_misplaced",
                        "a frame later than the segment before lasts",
                        begins(2.001).marked().after(begins(0).number(4710).lasts(1.001))),
                row(
                        "ebp_misplaced",
                        "more than a frame later",
                        begins(2.1).marked().after(begins(0).number(4710).lasts(1.001)),
                        "MAJOR segment 4711 has an encoder boundary point 2.1 s behind that of the segment before, which lasts 1.001 s"),
                row(
                        "ebp_misplaced",
                        "old playlists have whole seconds only",
                        begins(2.4).marked().after(begins(0).number(4710).lasts(1))),
                row(
                        "ebp_misplaced",
                        "the times that other rungs name",
                        acquired(7_000_000).marked().beside(acquired(7_000_000), acquired(9_000_000))),
                row(
                        "ebp_misplaced",
                        "another time than most other rungs name",
                        acquired(19_000_000).marked().beside(acquired(7_000_000), acquired(7_000_000)),
                        "MAJOR segment 4711 has an encoder boundary point with another acquisition time than other rungs have for the same picture"),
                row("emsg_invalid", "none", video(0)),
                row(
                        "emsg_invalid",
                        "with scheme and timescale",
                        segment(join(event("urn:x:y\0", 1000), VIDEO_0)).init(VIDEO_INIT)),
                row(
                        "emsg_invalid",
                        "no timescale",
                        segment(join(event("urn:x:y\0", 0), VIDEO_0)).init(VIDEO_INIT),
                        "MINOR segment 4711 has an event message of urn:x:y without a timescale"),
                row(
                        "emsg_invalid",
                        "no scheme",
                        segment(join(event("\0", 1000), VIDEO_0)).init(VIDEO_INIT),
                        "MINOR segment 4711 has an event message without a scheme"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        List<String> said = check(row.check())
                .check(row.scene().step(), row.scene().profile())
                .stream()
                .map(finding -> finding.severity() + " " + finding.message())
                .toList();

        assertThat(said).containsExactlyElementsOf(Arrays.asList(row.expected()));
    }

    @Test
    void everyCheckHasWhatMakesItSpeakAndWhatDoesNot() {
        Set<String> speaks =
                rows().filter(row -> row.expected().length > 0).map(Row::check).collect(Collectors.toSet());
        Set<String> silent =
                rows().filter(row -> row.expected().length == 0).map(Row::check).collect(Collectors.toSet());
        List<String> ids = checks().map(check -> check.info().id()).toList();

        assertThat(speaks).as("add a row that makes it speak").containsAll(ids);
        assertThat(silent).as("add a row in which it is silent").containsAll(ids);
    }

    @Test
    void whatIsRightIsRightInAllRespects() {
        ChannelProfile profile = ChannelProfile.unknown("CH_001", "/m.m3u8", List.of());
        List<Scene> right = List.of(
                segment(TS).codecs("avc1.64001f", "mp4a.40.2").independent(),
                segment(later(2)),
                segment(file("hevc.ts")).lasts(1),
                segment(file("mpeg2.ts")).lasts(0.4),
                segment(file("ac3.ts")).lasts(1.024),
                segment(file("eac3.ts")).lasts(1.024),
                segment(file("hevc-0.m4s")).lasts(1).init(file("hevc-init.mp4")).independent(),
                segment(file("eac3-0.m4s"))
                        .lasts(1.024)
                        .init(file("eac3-init.mp4"))
                        .kind(Kind.AUDIO),
                video(2).after(video(0).number(4710)).codecs("avc1.64001f").independent(),
                segment(tagged(0, AAC)).lasts(1.024).kind(Kind.AUDIO));

        for (Scene scene : right) {
            assertThat(checks().flatMap(check -> check.check(scene.step(), profile).stream()))
                    .isEmpty();
        }
    }

    private static Stream<MediaCheck> checks() {
        return LayerChecks.ALL.stream().filter(MediaCheck.class::isInstance).map(MediaCheck.class::cast);
    }

    private static MediaCheck check(String id) {
        return checks().filter(check -> check.info().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Packets ts() {
        return Packets.of("avc-aac.ts");
    }

    private static byte[] later(double seconds) {
        long ticks = Math.round(seconds * 90_000);
        return ts().moveAll(VIDEO, 0, 50, ticks)
                .moveAll(AUDIO, 0, starts(), ticks)
                .bytes();
    }

    private static byte[] skewed(double seconds) {
        return ts().moveAll(AUDIO, 0, starts(), Math.round(seconds * 90_000)).bytes();
    }

    /** PES packets of sound. */
    private static int starts() {
        return ts().look().pid(AUDIO).orElseThrow().pes().orElseThrow().starts();
    }

    /** So many packets are lost, each in another place. */
    private static byte[] without(int packets) {
        Packets left = ts();
        for (int i = 0; i < packets; i++) {
            left.remove(left.place(VIDEO, 10 + 5 * i));
        }
        return left.bytes();
    }

    private static byte[] stuffed(int packets) {
        byte[] empty = new byte[188];
        Arrays.fill(empty, (byte) 0xff);
        System.arraycopy(hex("471fff10"), 0, empty, 0, 4);
        byte[] all = TS;
        for (int i = 0; i < packets; i++) {
            all = join(all, empty);
        }
        return all;
    }

    /** As a recorder writes it: four bytes of time in front of each packet. */
    private static byte[] widened(byte[] bytes) {
        byte[] wide = {};
        for (int at = 0; at < bytes.length; at += 188) {
            wide = join(wide, new byte[4], Arrays.copyOfRange(bytes, at, at + 188));
        }
        return wide;
    }

    /** Without its first picture, which is the key. */
    private static byte[] headless() {
        Packets left = ts();
        int begin = left.start(VIDEO, 0);
        for (int i = left.start(VIDEO, 1) - 1; i >= begin; i--) {
            if (i != left.place(MAP, 0) && i != left.place(0, 0)) {
                left.remove(i);
            }
        }
        return left.bytes();
    }

    /** Two pictures, a second apart; flags of 0 for no encoder boundary point. */
    private static Scene boundaries(int first, int second) {
        return segment(new Packets()
                .tables(0x1b, VIDEO)
                .pes(VIDEO, boundary(first), 0, PICTURE)
                .pes(VIDEO, boundary(second), 90_000, PICTURE)
                .bytes());
    }

    private static Scene boundaries(int first) {
        return boundaries(first, 0);
    }

    private static Scene begins(double seconds) {
        long pts = Math.round(seconds * 90_000);
        return segment(new Packets()
                .tables(0x1b, VIDEO)
                .pes(VIDEO, boundary(0xc0), pts, PICTURE)
                .pes(VIDEO, boundary(0), pts + 90_000, PICTURE)
                .bytes());
    }

    /** Pictures at equal distances, each with a clock reference of its own; all in seconds. */
    private static Scene clocked(double step, double... clocks) {
        Packets packets = new Packets().tables(0x1b, VIDEO);
        for (int i = 0; i < clocks.length; i++) {
            packets.pes(VIDEO, clock(0x10, clocks[i]), Math.round(i * step * 90_000), PICTURE);
        }
        return segment(packets.bytes());
    }

    private static byte[] clock(int flags, double seconds) {
        return join(number(flags, 1), number(Math.round(seconds * 90_000) << 15 | 0x7e00, 6));
    }

    /** Its first picture was encoded so many seconds ago. */
    private static Scene encoded(long seconds) {
        long ntp = Scene.NOW.getEpochSecond() - seconds + 2_208_988_800L;
        byte[] time = box("prft", hex("01000018"), number(1, 4), number(ntp << 32, 8), number(0, 8));
        return segment(join(time, VIDEO_0)).init(VIDEO_INIT);
    }

    /** Two packets of sound, of so many bytes each. */
    private static Scene sounding(int bytes) {
        return segment(new Packets()
                .tables(0x0f, AUDIO)
                .pes(AUDIO, new byte[0], 0, new byte[bytes])
                .pes(AUDIO, new byte[0], 90_000, new byte[bytes])
                .bytes());
    }

    private static Scene acquired(long time) {
        byte[] point = join(hex("42 0f df 0d 45425030 c8"), number(time, 8));
        return segment(
                new Packets().tables(0x1b, VIDEO).pes(VIDEO, point, 0, PICTURE).bytes());
    }

    private static byte[] boundary(int flags) {
        return flags == 0 ? new byte[0] : join(hex("42 07 df 05 45425030"), number(flags, 1));
    }

    private static byte[] mute() {
        return new Packets()
                .tables(0x1b, VIDEO)
                .pes(VIDEO, new byte[0], 0, hex("00000109f0"))
                .bytes();
    }

    private static byte[] untimed() {
        Packets packets = ts();
        int place = packets.start(AUDIO, 0);
        byte[] packet = packets.get(place);
        return packets.set(place, 4 + ((packet[3] & 0x20) != 0 ? 1 + packet[4] : 0) + 7, 0)
                .bytes();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static Scene vtt(String text) {
        return segment(text(text)).kind(Kind.SUBTITLES);
    }

    /** Two seconds of a picture that begins at this time. */
    private static Scene video(double begin) {
        byte[] bytes = VIDEO_0.clone();
        int at = new String(bytes, ISO_8859_1).indexOf("tfdt") + 8;
        System.arraycopy(number(Math.round(begin * TIMESCALE), 8), 0, bytes, at, 8);
        return segment(bytes).init(VIDEO_INIT);
    }

    /** By hand: fifty samples, the flags of which are these. */
    private static Scene mp4(byte[] flags, int bytes) {
        return segment(fragment(1, 50, flags, 0, bytes)).init(VIDEO_INIT);
    }

    /** Samples of ten bytes and a twenty-fifth of a second. */
    private static byte[] fragment(int track, int samples, byte[] flags, long time, int bytes) {
        byte[] head = box("mfhd", number(0, 4), number(1, 4));
        byte[] tfhd = box("tfhd", hex("00020038"), number(track, 4), number(TIMESCALE / 25, 4), number(10, 4), flags);
        byte[] tfdt = box("tfdt", hex("01000000"), number(time, 8));
        byte[] trun = box("trun", number(0, 4), number(samples, 4));
        return join(box("moof", head, box("traf", tfhd, tfdt, trun)), box("mdat", new byte[bytes]));
    }

    private static byte[] event(String scheme, long timescale) {
        return box("emsg", number(0, 4), text(scheme + "1\0"), number(timescale, 4), number(0, 12));
    }
}
