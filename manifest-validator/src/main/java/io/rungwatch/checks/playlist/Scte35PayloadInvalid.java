package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.dash.Event;
import io.rungwatch.dash.EventStream;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.hls.Cue;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.scte35.Scte35;
import io.rungwatch.scte35.Splice;
import io.rungwatch.scte35.SpliceInfo;
import io.rungwatch.scte35.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

public final class Scte35PayloadInvalid implements DocumentCheck {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final CheckInfo INFO = DocumentCheck.declare(
                    "scte35_payload_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .asEvent()
            .set(CheckSet.ADVERTISING)
            .summary(
                    "An ad marker whose SCTE 35 payload nobody can read, or that contradicts its tag; info for an unknown command")
            .impact("Ads are not inserted.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1.1; SCTE 35, 9.6–9.7; ANSI/SCTE 214-1")
            .action("Look at what the packager makes of the encoder's marker.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        boolean cues = playlist.has(Tag.OATCLS_SCTE35) || playlist.has(Tag.SCTE35) || playlist.has(Tag.CUE_OUT_CONT);
        if (!cues && playlist.dateRanges().isEmpty()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        Map<String, Splice> read = new HashMap<>();
        Map<String, OptionalLong> events = new HashMap<>();
        for (DateRange range : playlist.dateRanges()) {
            range(range, read, events, faults);
        }
        if (cues) {
            for (Segment segment : playlist.segments()) {
                segment.cues().forEach(cue -> cue(cue, read, faults));
            }
            playlist.tail().cues().forEach(cue -> cue(cue, read, faults));
        }
        return faults.told();
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile) {
        Faults faults = new Faults(INFO);
        Map<String, Splice> read = new HashMap<>();
        for (Period period : mpd.periods()) {
            for (EventStream stream : period.eventStreams()) {
                stream.events().forEach(event -> event(event, read, faults));
            }
        }
        return faults.told();
    }

    /** XML may break its Base64 into lines. */
    private static void event(Event event, Map<String, Splice> read, Faults faults) {
        if (event.splice() != null) {
            judge(event.at().line(), BLANKS.matcher(event.splice()).replaceAll(""), read, faults);
        }
    }

    private static void range(
            DateRange range, Map<String, Splice> read, Map<String, OptionalLong> events, Faults faults) {
        String id = range.id() == null ? "" : range.id();
        for (String which : List.of("CMD", "OUT", "IN")) {
            String text = range.scte35(which);
            if (text == null || !(judge(range.line(), text, read, faults) instanceof SpliceInfo info)) {
                continue;
            }
            boolean out = which.equals("OUT");
            // A time_signal says what it means in its segmentation type, which has too many meanings to judge here.
            boolean opposite = !which.equals("CMD")
                    && info.insert()
                            .filter(insert -> !insert.cancelled() && insert.outOfNetwork() != out)
                            .isPresent();
            if (opposite) {
                faults.add(
                        range.line(),
                        "direction",
                        "SCTE35-" + which + " says the opposite: out of network "
                                + info.insert().orElseThrow().outOfNetwork());
            }
            if (!which.equals("CMD") && info.insert().isPresent()) {
                OptionalLong before = events.putIfAbsent(id, info.eventId());
                if (before != null && !before.equals(info.eventId())) {
                    faults.add(range.line(), "event", "SCTE35-OUT and SCTE35-IN of " + id + " are two events");
                }
            }
        }
    }

    private static void cue(Cue cue, Map<String, Splice> read, Faults faults) {
        String text = switch (cue.kind()) {
            case OATCLS_SCTE35 -> cue.value();
            case SCTE35 -> cue.attributes().text("CUE");
            case CONT -> cue.attributes().text("SCTE35");
            case OUT, IN -> null;
        };
        if (text != null && !text.isBlank()) {
            judge(cue.line(), text, read, faults);
        }
    }

    /** Each payload is told of once: packagers repeat them at every segment of a break. */
    private static Splice judge(int line, String text, Map<String, Splice> read, Faults faults) {
        Splice known = read.get(text);
        if (known != null) {
            return known;
        }
        Splice splice = Scte35.read(text);
        read.put(text, splice);
        if (splice instanceof Unreadable wrong) {
            faults.add(
                    line,
                    wrong.reason().name().toLowerCase(Locale.ROOT),
                    "SCTE 35: " + wrong.reason().text() + " (" + wrong.detail() + ")");
        } else if (splice instanceof SpliceInfo info && !info.encrypted() && !info.known()) {
            faults.add(Severity.INFO, line, "command", "SCTE 35: unknown command " + info.commandType());
        }
        return splice;
    }
}
