package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.Link;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Hosts;
import io.rungwatch.url.Url;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be said of the addresses of an MPD without asking for them. */
public final class MpdReferences {
    private static final Set<String> ACTUATE = Set.of("onLoad", "onRequest");

    private MpdReferences() {}

    /** On behalf of this check, which judges both protocols. */
    public static List<Finding> check(CheckInfo info, Mpd mpd, ChannelProfile profile) {
        Tally tally = new Tally(info);
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
                    .map(layer -> layer.base().host())
                    .anyMatch(host -> Hosts.isPrivate(host) && Hosts.isLoopback(host) == Hosts.isLoopback(url.host()));
            if (Hosts.isPrivate(url.host()) && !ours) {
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
