package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.Link;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be said of an address without asking for it. */
public final class ReferenceInvalid implements MpdCheck {
    private static final Set<String> ACTUATE = Set.of("onLoad", "onRequest");

    private static final CheckInfo INFO = MpdCheck.declare(
                    "reference_invalid", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("The MPD names an address that players cannot use; major for private and loopback ones")
            .impact("Everything is 404, or players ask their own machine.")
            .spec("ISO/IEC 23009-1, 5.5, 5.6")
            .action("An origin behind a proxy writes its own host name: set its public address.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        for (Problem problem : mpd.problems(ProblemKind.TOO_MANY_BASE_URLS)) {
            tally.add(Severity.MINOR, problem.line(), problem.kind().text());
        }
        Set<String> seen = new HashSet<>();
        for (Reference reference : Reference.of(mpd)) {
            if (seen.add(reference.element() + reference.url())) {
                judge(reference, profile, tally);
            }
        }
        for (Link link : Reference.remotes(mpd)) {
            if (link.actuate() != null && !ACTUATE.contains(link.actuate())) {
                tally.add(Severity.MINOR, link.at(), "xlink:actuate " + link.actuate() + " is unknown");
            }
        }
        return tally.worst();
    }

    private static void judge(Reference reference, ChannelProfile profile, Tally tally) {
        if (reference.allowed()) {
            return;
        }
        try {
            Url url = Reference.ANYWHERE.resolve(reference.url());
            boolean ours = profile.layers().stream()
                    .anyMatch(layer -> PrivateHosts.kind(layer.base().address()) == PrivateHosts.kind(url.address()));
            if (PrivateHosts.kind(url.address()) != PrivateHosts.Kind.PUBLIC && !ours) {
                tally.add(
                        Severity.MAJOR,
                        reference.at(),
                        reference.element() + " points to " + url.host() + ", which viewers cannot reach");
            }
        } catch (BadUrl e) {
            tally.add(Severity.MINOR, reference.at(), reference.element() + ": " + e.getMessage());
        }
    }
}
