package io.rungwatch.checks.round;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.checks.layers.LayerChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Standby;
import io.rungwatch.round.StandbyCheck;
import io.rungwatch.round.Taken;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The origin lists segments 100 to 111 of six seconds; the standby has the same until something else is said. */
class StandbyChecksTest {
    private static final Instant EPOCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final int NEWEST = 111;
    private static final Url DOCUMENT = new Url("http", "origin", 80, "/live/video.m3u8");

    private record Row(String check, String situation, There there, String expected) {
        @Override
        public String toString() {
            return check + ": " + situation;
        }
    }

    private static Row row(String check, String situation, There there, String expected) {
        return new Row(check, situation, there, expected);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("standby_not_ready", "the same", there(), ""),
                row("standby_not_ready", "newer than what we have seen of the origin", there().newest(113), ""),
                row("standby_not_ready", "three behind are the limit", there().newest(108), ""),
                row("standby_not_ready", "four behind", there().newest(107), "MAJOR it is 4 segments behind origin"),
                row(
                        "standby_not_ready",
                        "so far behind that there is nothing in common",
                        there().newest(81),
                        "MAJOR it is 30 segments behind origin"),
                row(
                        "standby_not_ready",
                        "no answer",
                        there().failed(Failure.CONNECT),
                        "MAJOR its manifest: no connection"),
                row("standby_not_ready", "an address of ours that is none", there().failed(Failure.BAD_URL), ""),
                row("standby_not_ready", "an error", there().status(503), "MAJOR its manifest: HTTP 503"),
                row("standby_not_ready", "it lets only the CDN in", there().status(403), ""),
                row("standby_not_ready", "a page", there().page(), "MAJOR what it gives is no manifest"),
                row(
                        "standby_not_ready",
                        "a segment is missing",
                        there().segment(Given.at("origin").status(404)),
                        "MAJOR segment 4711: HTTP 404, origin gives it"),
                row(
                        "standby_not_ready",
                        "it is missing at both",
                        there().own(Given.at("origin").status(404))
                                .segment(Given.at("origin").status(404)),
                        ""),
                row(
                        "standby_not_ready",
                        "the probe asked late",
                        there().segment(Given.at("origin").status(404).spoiled()),
                        ""),
                row("standby_differs", "the same", there(), ""),
                row("standby_differs", "it is late", there().newest(107), ""),
                row("standby_differs", "it is very late", there().newest(81), ""),
                row(
                        "standby_differs",
                        "other numbers",
                        there().numberedFrom(5),
                        "MAJOR segment 111 of origin is number 16 there"),
                row(
                        "standby_differs",
                        "another discontinuity number",
                        there().dseq(3),
                        "MAJOR segment 111 has discontinuity number 3 there, 0 at origin"),
                row(
                        "standby_differs",
                        "other names at the same time",
                        there().named("b_"),
                        "MAJOR it lists none of the segments that origin lists"),
                row("standby_not_ready", "numbers in the query alone", there().files("segment.ts?n=%d"), ""),
                row(
                        "standby_not_ready",
                        "numbers in the query alone, and late",
                        there().files("segment.ts?n=%d").newest(107),
                        "MAJOR it is 4 segments behind origin"),
                row("standby_not_ready", "a folder for each segment", there().files("%d/seg.m4s"), ""),
                row(
                        "standby_not_ready",
                        "a folder for each segment, and late",
                        there().files("%d/seg.m4s").newest(107),
                        "MAJOR it is 4 segments behind origin"),
                row(
                        "standby_not_ready",
                        "parts of one file",
                        there().files("all.ts").inParts(),
                        ""),
                row(
                        "standby_not_ready",
                        "parts of one file, and late",
                        there().files("all.ts").inParts().newest(107),
                        "MAJOR it is 4 segments behind origin"),
                row("standby_not_ready", "one name for all", there().files("seg.ts"), ""),
                row(
                        "standby_not_ready",
                        "one name for all, and late",
                        there().files("seg.ts").newest(107),
                        "MAJOR it is 4 segments behind origin"),
                row(
                        "standby_not_ready",
                        "one name for all, no times, and late",
                        there().files("seg.ts").undated().newest(107),
                        "MAJOR it is 4 segments behind origin"),
                row(
                        "standby_not_ready",
                        "no times, and so far behind that there is nothing in common",
                        there().undated().newest(81),
                        "MAJOR it is 30 segments behind origin"),
                row("standby_differs", "numbers in the query alone", there().files("segment.ts?n=%d"), ""),
                row(
                        "standby_differs",
                        "numbers in the query alone, and other ones in the playlist",
                        there().files("segment.ts?n=%d").numberedFrom(5),
                        "MAJOR segment 111 of origin is number 16 there"),
                row(
                        "standby_differs",
                        "a token of each server's own beside the number",
                        there().files("segment.ts?n=%d&token=b", "segment.ts?n=%d&token=a"),
                        ""),
                row("standby_differs", "a folder for each segment", there().files("%d/seg.m4s"), ""),
                row(
                        "standby_differs",
                        "a folder for each segment, and other ones",
                        there().files("b_%d/seg.m4s", "%d/seg.m4s"),
                        "MAJOR it lists none of the segments that origin lists"),
                row("standby_differs", "a folder of each server's own", there().files("/b/%d.ts", "/a/%d.ts"), ""),
                row(
                        "standby_differs",
                        "parts of one file",
                        there().files("all.ts").inParts(),
                        ""),
                row("standby_differs", "one name for all", there().files("seg.ts"), ""),
                row(
                        "standby_differs",
                        "one name for all, and other numbers",
                        there().files("seg.ts").numberedFrom(5),
                        "MAJOR segment 111 of origin is number 16 there"),
                row(
                        "standby_differs",
                        "one name for all and no times",
                        there().files("seg.ts").undated().numberedFrom(5),
                        ""),
                row(
                        "standby_differs",
                        "no times, and very late",
                        there().undated().newest(81),
                        ""),
                row("standby_differs", "it is far ahead of what we have seen of the origin", there().newest(140), ""),
                row(
                        "standby_differs",
                        "far ahead, and no times",
                        there().undated().newest(140),
                        ""),
                row(
                        "standby_differs",
                        "one byte fewer",
                        there().segment(Given.at("origin").bytes(2_999_999)),
                        "MAJOR segment 4711: 2999999 bytes there, 3000000 at origin"),
                row(
                        "standby_differs",
                        "as many and other ones",
                        there().segment(Given.at("origin").otherBytes()),
                        "MAJOR segment 4711: 3000000 bytes there, 3000000 at origin, and other ones"),
                row(
                        "standby_differs",
                        "of a packager that is usual",
                        there().own(Given.at("packager"))
                                .segment(Given.at("packager").otherBytes()),
                        "INFO segment 4711: 3000000 bytes there, 3000000 at origin, and other ones"),
                row(
                        "standby_differs",
                        "an error has no bytes",
                        there().segment(Given.at("origin").status(503)),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        StandbyCheck check = LayerChecks.ALL.stream()
                .filter(each -> each.info().id().equals(row.check()))
                .map(StandbyCheck.class::cast)
                .findFirst()
                .orElseThrow();

        List<Finding> found = check.check(row.there().seen(), ChannelProfile.unknown("CH_001", "/m.m3u8", List.of()));

        assertThat(found.stream().map(finding -> finding.severity() + " " + finding.message()))
                .isEqualTo(row.expected().isEmpty() ? List.of() : List.of(row.expected()));
    }

    private static There there() {
        return new There();
    }

    private static final class There {
        private final Taken answer = Given.at("origin").taken();
        private int newest = NEWEST;
        private int firstNumber = NEWEST - 11;
        private int dseq;
        private String file = "%d.ts";
        private String ownFile = "%d.ts?token=1";
        private boolean parts;
        private boolean dated = true;
        private boolean listed = true;
        private Exchange exchange = answer.exchange();
        private Taken own = answer;
        private Taken segment = answer;

        There newest(int number) {
            newest = number;
            firstNumber = number - 11;
            return this;
        }

        There numberedFrom(int number) {
            firstNumber = number;
            return this;
        }

        There dseq(int number) {
            dseq = number;
            return this;
        }

        There named(String before) {
            file = before + "%d.ts";
            return this;
        }

        There files(String both) {
            return files(both, both);
        }

        There files(String here, String origins) {
            file = here;
            ownFile = origins;
            return this;
        }

        There inParts() {
            parts = true;
            return this;
        }

        There undated() {
            dated = false;
            return this;
        }

        There failed(Failure how) {
            listed = false;
            exchange = Given.at("origin").failed(how).taken().exchange();
            return this;
        }

        There status(int code) {
            listed = false;
            exchange = Given.at("origin").status(code).taken().exchange();
            return this;
        }

        There page() {
            listed = false;
            return this;
        }

        There own(Given given) {
            own = given.taken();
            return this;
        }

        There segment(Given given) {
            segment = given.taken();
            return this;
        }

        Standby seen() {
            Offer any = answer.offer();
            List<Offered> segments = new ArrayList<>();
            for (int number = NEWEST - 11; number <= NEWEST; number++) {
                segments.add(offered(number));
            }
            Offer offer = new Offer(any.where(), any.manifest(), DOCUMENT, 1, any.promise(), segments, any.target());
            Optional<MediaPlaylist> playlist = listed ? Optional.of(list()) : Optional.empty();
            return new Standby(
                    offer,
                    any.where(),
                    exchange,
                    playlist.isPresent(),
                    playlist,
                    Optional.of(own),
                    Optional.of(segment));
        }

        private Offered offered(int number) {
            Duration six = Duration.ofSeconds(6);
            String name = ownFile.formatted(number);
            Listed each = new Listed(
                    Listed.Kind.MEDIA,
                    "segment " + number,
                    number,
                    new Url("http", "origin", 80, name.startsWith("/") ? name : "/live/" + name),
                    six.toNanos(),
                    parts ? 1000 : 0,
                    parts ? 1000L * number : Listed.NOWHERE,
                    0);
            Instant start = at(number);
            return new Offered(
                    each,
                    start,
                    dated ? OptionalLong.of(start.getEpochSecond() * 1_000_000_000L) : OptionalLong.empty(),
                    OptionalLong.empty(),
                    0,
                    0,
                    "",
                    true,
                    false,
                    Optional.empty());
        }

        private static Instant at(int number) {
            return EPOCH.plusSeconds(6L * number);
        }

        /** Twelve segments, named and dated by the clock, numbered as it likes. */
        private MediaPlaylist list() {
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:")
                    .append(firstNumber)
                    .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(dseq);
            if (dated) {
                text.append("\n#EXT-X-PROGRAM-DATE-TIME:").append(at(newest - 11));
            }
            for (int number = newest - 11; number <= newest; number++) {
                text.append("\n#EXTINF:6.0,\n");
                if (parts) {
                    text.append("#EXT-X-BYTERANGE:1000@").append(1000L * number).append('\n');
                }
                text.append(file.formatted(number));
            }
            return (MediaPlaylist) Hls.parse(text.append('\n').toString().getBytes(UTF_8));
        }
    }
}
