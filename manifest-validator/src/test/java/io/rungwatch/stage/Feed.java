package io.rungwatch.stage;

import static io.rungwatch.stage.Answers.ok;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.check.Check;
import io.rungwatch.check.Finding;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.PollReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rendition published segment by segment, each when a test says, and watched by the engine for as long as it lasts. What its check
 * says at the last poll is the situation.
 */
public final class Feed {
    private static final int WINDOW = 6;

    private record Piece(double published, double duration, double dated, String tags) {}

    private record Sleep(double from, double seconds) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Sleep> sleeps = new ArrayList<>();
    private double media;
    private double clock;
    private double dateOffset;
    private boolean dateless;
    private String head = "";

    /** A minute of six second segments, each out the moment it is done. */
    public static Feed live() {
        return new Feed().segments(10);
    }

    public Feed segments(int count) {
        for (int i = 0; i < count; i++) {
            segment(6, "");
        }
        return this;
    }

    /** The encoder takes as long for it as it lasts. */
    public Feed segment(double seconds, String tags) {
        return segment(seconds, seconds, tags);
    }

    /** It takes another time. */
    public Feed segment(double seconds, double taken, String tags) {
        clock += taken;
        pieces.add(new Piece(clock, seconds, media + dateOffset, tags));
        media += seconds;
        return this;
    }

    /** Nothing comes for a while. */
    public Feed pause(double seconds) {
        clock += seconds;
        return this;
    }

    /** The probe does not look for so long from here on, whatever comes. */
    public Feed unseen(double seconds) {
        sleeps.add(new Sleep(clock, seconds));
        return this;
    }

    /** From here on the dates say something later than the media does. */
    public Feed dates(double later) {
        dateOffset += later;
        return this;
    }

    public Feed undated() {
        dateless = true;
        return this;
    }

    public Feed dated() {
        dateless = false;
        return this;
    }

    /** Below the header of every playlist. */
    public Feed head(String lines) {
        head = lines;
        return this;
    }

    /** What this check says of it at the end. */
    public Situation told(Check check, ChannelProfile profile, String name, String expected) {
        Chain chain = new Chain(profile, List.of(check));
        Instant begin = chain.now().minus(seconds(pieces.get(WINDOW - 1).published()));
        chain.answers(
                Chain.HD, (fetch, at) -> ok(fetch.url(), at, text(at, begin).getBytes(UTF_8)));
        double passed = pieces.get(WINDOW - 1).published();
        for (Sleep sleep : sleeps) {
            chain.pass(sleep.from() - passed);
            chain.sleep(sleep.seconds());
            passed = sleep.from() + sleep.seconds();
        }
        chain.pass(clock - passed);
        List<Finding> last = chain.reports().stream()
                .filter(report -> report.url().path().equals(Chain.HD))
                .reduce((a, b) -> b)
                .map(PollReport::findings)
                .orElseThrow();
        return new Situation(name, last, expected);
    }

    private String text(Instant at, Instant begin) {
        double now = Duration.between(begin, at).toNanos() / 1e9;
        int end = 0;
        while (end < pieces.size() && pieces.get(end).published() <= now + 1e-6) {
            end++;
        }
        int from = Math.max(0, end - WINDOW);
        StringBuilder text =
                new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:" + from + "\n");
        text.append(head);
        for (int i = from; i < end; i++) {
            Piece piece = pieces.get(i);
            text.append(piece.tags());
            if (!dateless) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(begin.plus(seconds(piece.dated())))
                        .append('\n');
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,%nhd_%d.ts%n", piece.duration(), i));
        }
        return text.toString();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
