package io.rungwatch.checks.ways;

import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Ways;
import io.rungwatch.round.WaysCheck;
import java.util.List;

/**
 * Asked once a day, of one segment: each question costs the cache a copy that nobody else will want. Most caches work like that unless they
 * are told otherwise, and it hurts only where players do add something: so it is asked of those who want to know.
 */
public final class CacheKeyFragmented implements WaysCheck {
    private static final int TWICE = 2;
    private static final CheckInfo INFO = WaysCheck.declare("cache_key_fragmented", Severity.MINOR, Owner.CDN)
            .set(CheckSet.AUTHORING)
            .summary("A cache stores a segment anew for each query that means nothing")
            .impact(
                    "Players that add a session to their requests all miss the cache; the origin carries them one by one.")
            .spec("RFC 9111, 2")
            .action("Leave queries that mean nothing out of the cache key, or all of them where paths say everything.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public List<Finding> check(Ways ways, ChannelProfile profile) {
        List<Ruling> keyed = ways.keyed();
        boolean stored = ways.plain().layer().kind().isCache()
                && ways.plain().sample().verdict().fromStore();
        boolean missed = keyed.size() == TWICE && keyed.stream().allMatch(ruling -> ruling.verdict() == Verdict.MISS);
        return stored && missed
                ? Finding.of(
                                INFO,
                                ways.plain().what()
                                        + " is in the cache, and missed with each of two meaningless queries")
                        .alone()
                : Finding.NONE;
    }
}
