package io.rungwatch.checks.ways;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Ways;
import io.rungwatch.round.WaysCheck;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server may ignore Range; then whoever needs a part loads all, and resuming a broken download begins anew. */
public final class RangeBroken implements WaysCheck {
    private static final CheckInfo INFO = WaysCheck.declare("range_broken", Severity.MINOR, Owner.BY_LAYER)
            .summary("A layer does not give the part of a segment that is asked for, or gives another one")
            .impact(
                    "Players that read parts (trick play, resumed downloads, segments in one file) load everything or break.")
            .spec("RFC 9110, 14.2, 15.3.7")
            .action(
                    "curl -r 0-187 there: 206 with the right Content-Range? Look at slicing and at range settings of the cache.");

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final int UNSATISFIABLE = 416;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ways ways, ChannelProfile profile) {
        return wrong(ways.range(), ways.plain().print().bytes())
                .map(wrong -> Finding.of(
                                INFO,
                                ways.plain().what() + ", its first "
                                        + ways.range().wanted() + " bytes asked for: " + wrong)
                        .alone())
                .orElse(Finding.NONE);
    }

    private static Optional<String> wrong(Ways.Range range, long whole) {
        if (range.exchange() instanceof Exchange.Failed failed) {
            return failed.failure() == Failure.TOO_LARGE ? Optional.of("all of it comes") : Optional.empty();
        }
        Exchange.Answered answer = (Exchange.Answered) range.exchange();
        return switch (answer.status()) {
            case 200 -> whole == range.wanted() ? Optional.empty() : Optional.of("all of it comes");
            case 206 -> part(range, answer.headers().first("Content-Range").orElse(""), whole);
            case UNSATISFIABLE -> Optional.of("HTTP 416, as if there were none");
            default -> Optional.empty();
        };
    }

    private static Optional<String> part(Ways.Range range, String said, long whole) {
        Matcher parts = CONTENT_RANGE.matcher(said.strip());
        if (!parts.matches()) {
            return Optional.of(said.isBlank() ? "206 without Content-Range" : "Content-Range \"" + said + "\"");
        }
        boolean right = Long.parseLong(parts.group(1)) == 0
                && Long.parseLong(parts.group(2)) == range.wanted() - 1
                && (parts.group(3).equals("*") || Long.parseLong(parts.group(3)) == whole);
        if (!right) {
            return Optional.of("Content-Range \"" + said + "\", the whole has " + whole + " bytes");
        }
        return range.came().equals(range.expected())
                ? Optional.empty()
                : Optional.of("other bytes than the whole begins with ("
                        + range.came().bytes() + " came)");
    }
}
