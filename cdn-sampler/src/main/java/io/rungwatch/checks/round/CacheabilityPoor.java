package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.cache.Life;
import io.rungwatch.cache.Reply;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.exchange.Headers;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever forbids a segment to be stored makes every viewer a request to the origin. */
public final class CacheabilityPoor implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "cacheability_poor", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "The headers of a segment forbid or hinder its caching, or end it while the segment is still listed")
            .impact("None until many watch; then slow starts and a loaded origin.")
            .spec("RFC 9111, 3, 4.1, 5.2; RFC 9110, 8.8")
            .action(
                    "At the origin: max-age of at least the playlist\u2019s window, an ETag or Last-Modified, no Set-Cookie, no Vary on User-Agent or Cookie.");

    private static final String FORBIDS = "Cache-Control says ";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.HEADERS;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        if (!self.good() || self.isPage() || self.layer().kind() == Layer.Kind.PACKAGER) {
            return Finding.NONE;
        }
        List<String> broken = broken(self);
        if (!self.layer().kind().isCache() && broken.stream().noneMatch(text -> text.startsWith(FORBIDS))) {
            shortLived(self).ifPresent(broken::add);
        }
        return broken.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, self.what() + ": " + String.join(", ", broken))
                        .with("broken", broken.size())
                        .alone();
    }

    private static List<String> broken(Taken self) {
        List<String> broken = new ArrayList<>();
        Set<String> directives = words(self, "Cache-Control");
        for (String forbids : List.of("no-store", "private", "no-cache")) {
            if (directives.contains(forbids)) {
                broken.add(FORBIDS + forbids);
            }
        }
        if (self.header("ETag").isEmpty() && self.header("Last-Modified").isEmpty()) {
            broken.add("neither ETag nor Last-Modified");
        }
        if (self.header("Set-Cookie").isPresent()) {
            broken.add("it sets a cookie");
        }
        Set<String> vary = words(self, "Vary");
        for (String scatters : List.of("*", "user-agent", "cookie")) {
            if (vary.contains(scatters)) {
                broken.add("it varies by " + scatters);
            }
        }
        return broken;
    }

    /**
     * Only of origins: many a cache tells what is left of a life, or gives viewers another one. What is told to caches alone is between
     * them. Saying nothing is no life of zero.
     */
    private static Optional<String> shortLived(Taken self) {
        if (self.answer().filter(answer -> tellsCachesApart(answer.headers())).isPresent()) {
            return Optional.empty();
        }
        Duration listed = listed(self);
        return self.answer()
                .flatMap(answer -> Life.of(Reply.of(answer)).fresh())
                .filter(life -> life.compareTo(listed) < 0)
                .map(life -> "it may be kept for " + Times.text(life) + " and is listed for " + Times.text(listed)
                        + " or longer");
    }

    /** RFC 9213 and what there was before it; vendors put their names in front. */
    private static boolean tellsCachesApart(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            if (name.endsWith("-cache-control") || name.equals("surrogate-control") || name.equals("edge-control")) {
                return true;
            }
        }
        return false;
    }

    /** By the newest dozen: whoever rewinds for hours is one of few. */
    private static Duration listed(Taken self) {
        long each = Math.min(
                self.segment().listed().duration(), self.offer().target().toNanos());
        return Duration.ofNanos(each).multipliedBy(self.offer().segments().size());
    }

    private static Set<String> words(Taken self, String header) {
        return Arrays.stream(
                        self.header(header).orElse("").toLowerCase(Locale.ROOT).split(",", 40))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }
}
