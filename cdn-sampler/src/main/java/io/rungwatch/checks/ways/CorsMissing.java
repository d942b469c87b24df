package io.rungwatch.checks.ways;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Ways;
import io.rungwatch.round.WaysCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether web players are meant to be let in, the stream itself does not say: it is a fault where the profile names their site. Without one
 * the probe asks as a stranger, whom a list of allowed sites rightly turns away; that a layer further up lets strangers in is a hint, no more.
 */
public final class CorsMissing implements WaysCheck {
    private static final CheckInfo INFO = WaysCheck.declare("cors_missing", Severity.MAJOR, Owner.BY_LAYER)
            .summary("A layer does not let players of a web page read segments (CORS); "
                    + "minor where it may hand one site's permission to another, "
                    + "info where no webOrigin is named and only a layer above lets players in")
            .impact("Players in browsers stay black; apps and television sets see nothing of it.")
            .spec("WHATWG Fetch, 3.3; RFC 9110, 12.5.5")
            .action(
                    "Send Access-Control-Allow-Origin: * there, or the site's own with Vary: Origin; then purge what was stored.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ways ways, ChannelProfile profile) {
        Ways.Site site = ways.site();
        if (!site.answered()) {
            return Finding.NONE;
        }
        if (site.letsIn()) {
            return isScattered(ways)
                    ? Finding.of(
                                    INFO,
                                    "it answers " + site.origin() + " with that very origin, and without Vary: Origin")
                            .severity(Severity.MINOR)
                            .with("origin", site.origin())
                            .alone()
                    : Finding.NONE;
        }
        if (profile.expect().webOrigin().isPresent()) {
            return Finding.of(INFO, said(site)).with("origin", site.origin()).alone();
        }
        return site.allowing()
                .filter(layer -> site.allowed().isEmpty())
                .map(layer -> Finding.of(INFO, said(site) + ", as " + layer + " does")
                        .severity(Severity.INFO)
                        .with("origin", site.origin())
                        .alone())
                .orElse(Finding.NONE);
    }

    private static String said(Ways.Site site) {
        return site.allowed()
                .map(other -> "it lets in " + other + ", not " + site.origin())
                .orElse("it does not let in " + site.origin());
    }

    /** What is stored with one site's name in it is given to the next one too. At the last cache of the chain as well: it stores it itself. */
    private static boolean isScattered(Ways ways) {
        boolean everybody = ways.site().allowed().filter("*"::equals).isPresent();
        boolean varies = ways.site().exchange() instanceof Exchange.Answered answer
                && answer.headers().all("Vary").stream()
                        .flatMap(line -> Arrays.stream(line.split(",", 40)))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(word -> word.equals("origin") || word.equals("*"));
        return !everybody && !varies && ways.plain().layer().kind() != Layer.Kind.PACKAGER;
    }
}
