package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.Url;
import java.util.List;

public final class RedirectUnexpected implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "redirect_unexpected", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary(
                    "More than one redirect to the manifest, any to a playlist, or one to a foreign host; major from https to http")
            .impact("A slower start, and each reload slower; browsers block what is not secure on a secure page.")
            .spec("Apple HLS authoring 8.18; RFC 9110, 15.4")
            .action("Look at the CDN rule that sends the redirect.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        List<Url> hops = attempt.exchange().hops();
        if (hops.isEmpty() || !attempt.usable()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        boolean secure =
                profile.layers().stream().allMatch(layer -> layer.base().secure());
        for (Url hop : hops) {
            if (secure && !hop.secure()) {
                faults.add(Severity.MAJOR, 0, "insecure", "redirected from https to " + hop);
            }
            secure = hop.secure();
            if (!profile.expect().hosts().isEmpty() && !isOurs(hop, profile)) {
                faults.add(0, "host", "redirected to " + hop.host() + ", which is not in the profile");
            }
        }
        if (attempt.rendition().isEntry() && hops.size() > 1) {
            faults.add(0, "hops", hops.size() + " redirects to the manifest");
        } else if (!attempt.rendition().isEntry()) {
            faults.add(0, "hops", "a playlist that is asked for again and again is redirected to " + hops.getLast());
        }
        return faults.told();
    }

    private static boolean isOurs(Url hop, ChannelProfile profile) {
        return profile.expect().hosts().contains(hop.host())
                || profile.layers().stream()
                        .anyMatch(layer -> layer.base().host().equals(hop.host())
                                || layer.backup()
                                        .map(Url::host)
                                        .filter(hop.host()::equals)
                                        .isPresent());
    }
}
