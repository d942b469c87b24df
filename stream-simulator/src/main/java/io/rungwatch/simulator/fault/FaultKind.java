package io.rungwatch.simulator.fault;

import static io.rungwatch.simulator.fault.Part.age;
import static io.rungwatch.simulator.fault.Part.choice;
import static io.rungwatch.simulator.fault.Part.count;
import static io.rungwatch.simulator.fault.Part.lingers;
import static io.rungwatch.simulator.fault.Part.needs;
import static io.rungwatch.simulator.fault.Part.object;
import static io.rungwatch.simulator.fault.Part.optionalSpan;
import static io.rungwatch.simulator.fault.Part.renames;
import static io.rungwatch.simulator.fault.Part.share;
import static io.rungwatch.simulator.fault.Part.span;
import static io.rungwatch.simulator.fault.Part.text;
import static io.rungwatch.simulator.fault.Subject.ASSETS;
import static io.rungwatch.simulator.fault.Subject.BY_CLOCK;
import static io.rungwatch.simulator.fault.Subject.DASH;
import static io.rungwatch.simulator.fault.Subject.LADDER;
import static io.rungwatch.simulator.fault.Subject.LADDERS;
import static io.rungwatch.simulator.fault.Subject.LISTS;
import static io.rungwatch.simulator.fault.Subject.MANIFEST;
import static io.rungwatch.simulator.fault.Subject.MEDIA;
import static io.rungwatch.simulator.fault.Subject.REPLY;
import static io.rungwatch.simulator.fault.Subject.SEGMENTS;
import static io.rungwatch.simulator.fault.Subject.STEERING;

import io.rungwatch.simulator.stream.Rendition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All that can go wrong. The table is the documentation: help texts and messages are made from it. */
@SuppressWarnings("ImmutableEnumChecker") // Effects are functions without state.
public enum FaultKind {
    FROZEN_PLAYLIST(
            "media playlists stop advancing; with no rendition= all of them do", MEDIA, time(TimeFaults::frozen)),
    FROZEN_RUNG("one rendition stops advancing, the others go on", MEDIA, time(TimeFaults::frozen), needs("rendition")),
    OUT_OF_SYNC_RUNG(
            "one rendition stalls, then advances again, some segments late for ever",
            MEDIA,
            time(TimeFaults::outOfSync),
            needs("rendition"),
            count("segments", "4")),
    ENDED("EXT-X-ENDLIST appears and nothing follows", MEDIA, all(time(TimeFaults::frozen), media(TimeFaults::ended))),
    FROZEN_MPD("the MPD stops advancing, the playlists go on", DASH, time(TimeFaults::frozen)),
    CONTENT_SHORTAGE(
            "less media than time: segments come too rarely, and none is missing",
            LISTS,
            time(TimeFaults::shortage),
            share("share", "70%")),
    OVERCACHED(
            "this layer keeps a playlist or the MPD for minutes, and its headers say so",
            LISTS,
            all(time(TimeFaults::overcached), reply(ReplyFaults::overcached)),
            needs("layer"),
            span("by", "10m")),
    FOREIGN_CONTENT("another channel's manifests under this one's address", MANIFEST, all(), text("of", "CH_002")),
    OTHER_CONTENT(
            "this layer lists other segments under the same numbers",
            MEDIA,
            media(SegmentFaults::otherContent),
            needs("layer")),
    LAGGING_LAYER(
            "this layer and all below advance, but late; Age tells unless age=hidden",
            MANIFEST,
            time(TimeFaults::late),
            needs("layer"),
            span("by", "30s"),
            age("honest")),
    FROZEN_LAYER(
            "this layer and all below show one instant for ever; Age tells unless age=hidden",
            MANIFEST,
            time(TimeFaults::frozen),
            needs("layer"),
            age("honest")),
    OLDER_COPY(
            "now and then an older copy with the same segments: no fault of the channel",
            LISTS,
            time(TimeFaults::olderCopy),
            span("by", "12s"),
            share("share", "20%"),
            span("slot", "1s"),
            age("hidden")),
    TWIN(
            "a second packager answers by chance: its numbers are others (offset=), or it is segments behind with the same ones (behind=), or it has the same ones at later instants (skew=)",
            LISTS,
            all(time(TimeFaults::twinBehind), media(TimeFaults::twinNumbers)),
            renames(),
            count("offset", "200"),
            count("behind", "0"),
            span("skew", "0ms"),
            span("slot", "1s")),

    MISSING_RUNG(
            "the rung's row is gone from the master, its playlist is not",
            LADDER,
            master(LadderFaults::missing),
            needs("rendition")),
    UNEXPECTED_RUNG(
            "the master has a row that no profile knows",
            LADDER,
            master(LadderFaults::unexpected),
            count("bandwidth", "8000000"),
            text("resolution", "1600x900")),
    WRONG_BANDWIDTH(
            "BANDWIDTH is not what the profile says", LADDER, master(LadderFaults::bandwidth), share("factor", "1.8")),
    WRONG_RESOLUTION(
            "RESOLUTION is not what the profile says",
            LADDER,
            master(LadderFaults::resolution),
            text("value", "720x576")),
    WRONG_CODECS(
            "CODECS is not what the profile says",
            LADDER,
            master(LadderFaults::codecs),
            text("value", "av01.0.08M.08,mp4a.40.2")),

    UNDEFINED_GROUP("rungs name an audio group that no row defines", LADDER, words(TextFaults::undefinedGroup)),
    AUDIO_LOST(
            "a sound track, or all of them, is gone from the master and the MPD",
            LADDERS,
            all(
                    master((occasion, playlist) -> LadderFaults.without(occasion, playlist, Rendition.Type.AUDIO)),
                    mpd((occasion, mpd) -> MpdFaults.without(occasion, mpd, Rendition.Type.AUDIO))),
            text("language", "*")),
    SUBTITLES_LOST(
            "subtitles are gone from the master and the MPD",
            LADDERS,
            all(
                    master((occasion, playlist) -> LadderFaults.without(occasion, playlist, Rendition.Type.SUBTITLES)),
                    mpd((occasion, mpd) -> MpdFaults.without(occasion, mpd, Rendition.Type.SUBTITLES))),
            text("language", "*")),

    EMPTY_PLAYLIST("a media playlist with a header and no segment", MEDIA, media(MediaFaults::empty)),
    SHORT_PLAYLIST(
            "fewer rows than three target durations",
            MEDIA,
            media(MediaFaults::shortened),
            lingers(),
            count("segments", "2")),
    NO_TARGET_DURATION("EXT-X-TARGETDURATION is gone", MEDIA, media(MediaFaults::noTargetDuration)),
    WRONG_TARGET_DURATION(
            "EXT-X-TARGETDURATION has another value", MEDIA, media(MediaFaults::targetDuration), count("by", "1")),
    SEQUENCE_GAP(
            "numbers jump ahead, as after a restart with new numbering; time=media takes the dates along",
            MEDIA,
            media(MediaFaults::gap),
            renames(),
            count("by", "1000"),
            choice("time", "wall", "media")),
    SEQUENCE_REGRESSION(
            "numbers begin again from a low one: the packager lost its counter",
            MEDIA,
            media(MediaFaults::regression),
            renames(),
            count("to", "1")),
    WRONG_DISCONTINUITY_SEQUENCE(
            "EXT-X-DISCONTINUITY-SEQUENCE wavers, is off by one, stands still, or is missing",
            MEDIA,
            media(MediaFaults::discontinuitySequence),
            choice("mode", "wavering", "offset", "uncounted", "missing")),
    SWAPPED_SEGMENT(
            "listed segments change their URI under the same number",
            MEDIA,
            media(SegmentFaults::swapped),
            lingers(),
            count("after", "2")),
    OVERLONG_SEGMENT(
            "now and then a segment above the target duration",
            MEDIA,
            media(SegmentFaults::overlong),
            lingers(),
            span("by", "700ms"),
            count("nth", "10")),
    SHORT_SEGMENTS(
            "each new segment is shorter than the profile allows",
            MEDIA,
            media(SegmentFaults::shorter),
            lingers(),
            optionalSpan("by")),
    PDT_JUMP(
            "EXT-X-PROGRAM-DATE-TIME jumps from one segment to the next",
            MEDIA,
            media(SegmentFaults::dateJump),
            lingers(),
            span("by", "1h"),
            choice("direction", "ahead", "back")),
    PDT_DRIFT(
            "EXT-X-PROGRAM-DATE-TIME runs faster than the segments",
            MEDIA,
            media(SegmentFaults::dateDrift),
            lingers(),
            span("per_hour", "3s")),
    PDT_MISSING("one rendition has no dates", MEDIA, media(SegmentFaults::noDates), needs("rendition")),
    SHRUNK_PLAYLIST("the newest rows are taken back", MEDIA, media(MediaFaults::shrunk), count("segments", "2")),
    REWRITTEN_DURATION(
            "listed segments change their duration under the same name",
            MEDIA,
            media(SegmentFaults::rewritten),
            lingers(),
            span("by", "500ms"),
            count("after", "2")),
    REPEATED_SEQUENCE(
            "EXT-X-MEDIA-SEQUENCE stands still while the window slides, or is there twice",
            MEDIA,
            all(media(MediaFaults::stuckSequence), words(TextFaults::repeatedSequence)),
            choice("how", "stuck", "twice")),
    LOW_VERSION("EXT-X-VERSION is below what the lines need", MEDIA, media(MediaFaults::version), count("value", "1")),
    NO_ENDLIST("a finished playlist does not say so", MEDIA, media(MediaFaults::noEnd)),
    LONE_DISCONTINUITY(
            "now and then a discontinuity that no other rendition has",
            MEDIA,
            media(SegmentFaults::discontinuity),
            lingers(),
            needs("rendition"),
            count("nth", "5")),
    GAP_SEGMENTS(
            "now and then a segment is marked EXT-X-GAP; on all rungs without rendition=",
            MEDIA,
            media(SegmentFaults::gaps),
            lingers(),
            count("nth", "5")),
    INIT_CHANGED("another init section without a discontinuity", MEDIA, media(SegmentFaults::initChanged), lingers()),
    OVERLAPPING_RANGE(
            "byte ranges begin within the one before", MEDIA, media(SegmentFaults::overlappingRange), lingers()),

    KEY_WITHOUT_URI("EXT-X-KEY names no key", MEDIA, media(KeyFaults::noUri)),
    ENCRYPTION_LOST(
            "new segments are in the clear, and the MPD says so of all that it shows",
            LISTS,
            all(media(KeyFaults::lost), mpd(KeyFaults::lost)),
            lingers()),
    STUCK_KEY("the key is not changed any more", MEDIA, media(KeyFaults::stuck), lingers()),
    ZERO_KID("the MPD's default key is nobody's", DASH, mpd(MpdFaults::noKey)),

    RANGE_BACKWARDS("date ranges end before they begin", MEDIA, media(Markers::endBeforeStart)),
    SPLICE_CRC("SCTE-35 payloads have a wrong check sum", LISTS, all(media(Markers::wrongSum), mpd(Markers::wrongSum))),
    NO_CUE_IN("breaks begin, and nothing says that they end", MEDIA, media(Markers::noReturn), lingers()),
    UNCLOSED_BREAK("breaks go on, row by row, after their planned end", MEDIA, media(Markers::neverClosed), lingers()),

    PARTS_STOP("no new part, only whole segments", MEDIA, media(PartFaults::stopped)),
    NO_PARTS("the playlist is not of low latency any more", MEDIA, media(PartFaults::none)),
    WRONG_PART(
            "a part in the middle is longer than the part target, or much shorter",
            MEDIA,
            media(PartFaults::length),
            lingers(),
            choice("what", "long", "short")),
    SMALL_HOLD_BACK(
            "PART-HOLD-BACK is this many part targets", MEDIA, media(PartFaults::holdBack), share("factor", "1.5")),
    OLD_RENDITION_REPORT(
            "reports of the other renditions are segments behind",
            MEDIA,
            media(PartFaults::reports),
            count("segments", "3")),
    LOSSY_DELTA(
            "a delta update leaves out more rows than it says",
            MEDIA,
            media(PartFaults::lossy),
            count("segments", "1")),
    BLOCKING_IGNORED("a reload that should be held is answered at once", MEDIA, asked(PartFaults::atOnce)),
    QUERY_IGNORED("a cache does not see the _HLS_ query", MEDIA, asked(PartFaults::ignored), needs("layer")),
    UNASKED_SKIP("a delta update for who did not ask for one", MEDIA, asked(PartFaults::skipUnasked)),

    NO_AVAILABILITY_START("the MPD has no availabilityStartTime", DASH, mpd(MpdFaults::noStart)),
    AVAILABILITY_START_CHANGED("availabilityStartTime moves", DASH, mpd(MpdFaults::startChanged), span("by", "3s")),
    PUBLISH_TIME_FROZEN("the MPD changes, its publishTime does not", DASH, mpd(MpdFaults::publishTimeFrozen)),
    PUBLISH_TIME_REGRESSED("publishTime goes back", DASH, mpd(MpdFaults::publishTimeRegressed), span("by", "30s")),
    WRONG_CLOCK("what UTCTiming names is wrong", DASH, mpd(MpdFaults::clock), span("by", "7h")),
    WRONG_BASE_URL(
            "BaseURL is an address that nobody can reach",
            DASH,
            mpd(MpdFaults::baseUrl),
            text("url", "http://localhost/dash/")),
    LONG_UPDATE_PERIOD("minimumUpdatePeriod is far too long", DASH, mpd(MpdFaults::updatePeriod), span("value", "10m")),
    TRUNCATED_MPD("the MPD ends in the middle", DASH, words(TextFaults::cutShort), share("share", "60%")),
    FOREIGN_PATCH("the patch of the MPD is another one's", DASH, words(TextFaults::foreignPatch)),
    STATIC_MPD("the MPD of a live channel says static", DASH, mpd(MpdFaults::notLive)),
    PERIOD_INSERTED(
            "now and then a Period appears in what was told already",
            DASH,
            mpd(MpdFaults::inserted),
            lingers(),
            count("nth", "8")),
    PERIOD_GAP("a Period ends before the next begins", DASH, mpd(MpdFaults::periodGap), lingers(), span("by", "2s")),
    PERIOD_OVERLAP(
            "a Period ends after the next began", DASH, mpd(MpdFaults::periodOverlap), lingers(), span("by", "2s")),
    DUPLICATE_REPRESENTATION("two representations have one id", DASH, mpd(MpdFaults::duplicate)),
    TIMELINE_GAP(
            "now and then a segment ends before the next begins",
            DASH,
            mpd(TimelineFaults::gap),
            lingers(),
            span("by", "2s"),
            count("nth", "5")),
    TIMELINE_OVERLAP(
            "now and then a segment ends after the next began",
            DASH,
            mpd(TimelineFaults::overlap),
            lingers(),
            span("by", "2s"),
            count("nth", "5")),
    ZERO_SEGMENT(
            "now and then a segment without duration", DASH, mpd(TimelineFaults::zero), lingers(), count("nth", "5")),
    WRONG_START_NUMBER(
            "the head goes and startNumber stays: the same number is other media",
            DASH,
            mpd(TimelineFaults::startNumber)),
    WRONG_OFFSET(
            "presentationTimeOffset of the sound is wrong",
            DASH,
            mpd(TimelineFaults::audioOffset),
            span("by", "500ms")),

    LATE_SEGMENTS(
            "segments of DASH are there later than its clock says",
            BY_CLOCK,
            due((occasion, at) -> at - occasion.fault().millis("by")),
            span("by", "20s")),
    EARLY_SEGMENTS(
            "segments of DASH are there before its clock says",
            BY_CLOCK,
            due((occasion, at) -> at + occasion.fault().millis("by")),
            span("by", "30s")),

    MALFORMED(
            "a line that no parser can read",
            MANIFEST,
            words(TextFaults::malformed),
            choice("what", "extinf", "header", "attributes", "target_duration", "media_sequence")),
    COSMETIC(
            "line ends or a byte order mark that careful parsers forgive",
            MANIFEST,
            words(TextFaults::cosmetic),
            choice("style", "mixed", "crlf", "bom", "blank")),

    WRONG_STEERING(
            "the steering manifest says what no player can use",
            STEERING,
            words(LinkedFaults::steering),
            choice("what", "pathways", "version", "ttl", "cut")),
    WRONG_ASSETS(
            "lists of assets say what no player can use",
            ASSETS,
            words(LinkedFaults::assets),
            choice("what", "duration", "uri", "assets", "cut")),

    CONTINUITY_ERRORS(
            "packets of MPEG-TS are lost within each segment",
            SEGMENTS,
            cut(FrameFaults::lostPackets),
            lingers(),
            count("packets", "5")),
    PTS_JUMP(
            "timestamps jump from one segment to the next without a discontinuity",
            SEGMENTS,
            cut(FrameFaults::jump),
            lingers(),
            span("by", "10s"),
            choice("direction", "ahead", "back")),
    FROZEN_TIMESTAMPS(
            "each new segment has the timestamps of the one before", SEGMENTS, cut(FrameFaults::frozen), lingers()),
    MISSING_AUDIO(
            "segments of sound, or of what rendition= names, announce frames and have none",
            SEGMENTS,
            cut(FrameFaults::missing),
            lingers()),
    NO_KEYFRAME("segments begin between two key frames", SEGMENTS, cut(FrameFaults::betweenKeys), lingers()),
    WRONG_CODEC(
            "the picture is of another codec than CODECS says", SEGMENTS, track(FrameFaults::otherCodec), lingers()),
    TRUNCATED_SEGMENT(
            "segments end in the middle, and their Content-Length is that of what is left",
            SEGMENTS,
            bytes(ByteFaults::truncated),
            lingers(),
            share("share", "60%")),
    CORRUPTED_SEGMENT(
            "bytes of the segment are others, here and there",
            SEGMENTS,
            cut(FrameFaults::corrupted),
            lingers(),
            count("places", "20")),
    STATUS("the server answers with this status", REPLY, reply(ReplyFaults::status), count("code", "404"), object()),
    ERROR_CACHED(
            "a cache keeps an error that the layer above does not have",
            REPLY,
            reply(ReplyFaults::errorKept),
            needs("layer"),
            count("code", "404"),
            object()),
    HTML_200("a web page with status 200 where a playlist should be", REPLY, reply(ReplyFaults::html), object()),
    EMPTY_BODY("status 200 and not one byte", REPLY, reply(ReplyFaults::empty), object()),
    HANG("the request is accepted and never answered", REPLY, reply(ReplyFaults::hang), object()),
    RESET("the connection is reset; caches below answer 502", REPLY, reply(ReplyFaults::reset), object()),
    SLOW("the first byte comes late", REPLY, reply(ReplyFaults::slow), span("delay", "3s"), object()),
    TRICKLE(
            "a few bytes at a time",
            REPLY,
            reply(ReplyFaults::trickle),
            count("bytes", "16"),
            span("pause", "1s"),
            object()),
    TRUNCATED_BODY(
            "fewer bytes than Content-Length says, then the connection closes",
            REPLY,
            reply(ReplyFaults::truncated),
            share("share", "50%"),
            object()),
    NO_RANGE(
            "Range is ignored: all of it comes",
            REPLY,
            reply(ReplyFaults::withoutRanges),
            choice("object", "segment", "manifest", "any")),
    NO_CORS(
            "no Access-Control-Allow-Origin: players of web pages are not let in",
            REPLY,
            reply(ReplyFaults::withoutCors),
            object()),
    REDIRECT("one redirect, then the usual answer: nothing is wrong", REPLY, reply(ReplyFaults::redirect), object()),
    REDIRECT_LOOP("redirects without end", REPLY, reply(ReplyFaults::redirectLoop), object());

    private static final Map<String, FaultKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FaultKind::word, kind -> kind));

    private final String summary;
    private final Subject subject;
    private final Effect effect;
    private final List<Part> parts;
    private final List<Key> keys;

    FaultKind(String summary, Subject subject, Effect effect, Part... parts) {
        this.summary = summary;
        this.subject = subject;
        this.effect = effect;
        this.parts = List.of(parts);
        keys = this.parts.stream()
                .filter(Key.class::isInstance)
                .map(Key.class::cast)
                .toList();
    }

    static FaultKind of(String word) {
        FaultKind kind = BY_WORD.get(word);
        if (kind == null) {
            throw new BadFault("no fault is called " + word + Nearest.hint(word, BY_WORD.keySet()) + " (known: "
                    + BY_WORD.keySet().stream().sorted().collect(Collectors.joining(", ")) + ")");
        }
        return kind;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a viewer or a probe sees. */
    public String summary() {
        return summary;
    }

    /** The keys of its own, each with its default. */
    public String usage() {
        return keys.stream().map(Key::usage).collect(Collectors.joining(" "));
    }

    /** Common keys that must be given. */
    public List<String> required() {
        return parts.stream()
                .filter(Part.Needs.class::isInstance)
                .map(part -> ((Part.Needs) part).key())
                .toList();
    }

    List<Key> keys() {
        return keys;
    }

    Subject subject() {
        return subject;
    }

    Effect effect() {
        return effect;
    }

    /** Does what was published during the fault show it afterwards? */
    boolean isLingering() {
        return parts.contains(new Part.Lingers());
    }

    boolean isRenaming() {
        return parts.contains(new Part.Renames());
    }

    private static Effect all(Effect... effects) {
        return new Effects(List.of(effects));
    }

    private static Effect mpd(Effect.OnMpd effect) {
        return effect;
    }

    private static Effect asked(Effect.OnDirectives effect) {
        return effect;
    }

    private static Effect due(Effect.OnDue effect) {
        return effect;
    }

    private static Effect time(Effect.OnTime effect) {
        return effect;
    }

    private static Effect master(Effect.OnMaster effect) {
        return effect;
    }

    private static Effect media(Effect.OnMedia effect) {
        return effect;
    }

    private static Effect words(Effect.OnText effect) {
        return effect;
    }

    private static Effect cut(Effect.OnCut effect) {
        return effect;
    }

    private static Effect track(Effect.OnTrack effect) {
        return effect;
    }

    private static Effect bytes(Effect.OnBody effect) {
        return effect;
    }

    private static Effect reply(Effect.OnReply effect) {
        return effect;
    }
}
