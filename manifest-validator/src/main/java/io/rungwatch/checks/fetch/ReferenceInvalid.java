package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.checks.mpd.MpdReferences;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Reference;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Hosts;
import io.rungwatch.url.Url;
import java.util.List;

public final class ReferenceInvalid implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "reference_invalid", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "A manifest names what nobody can ask for; major where a public one names an address of a private network")
            .impact("Every request to it fails, or players knock at their own machine.")
            .spec("RFC 3986, 3.1, 3.2.1; RFC 1918; draft-pantos-hls-rfc8216bis-22, 4.1; ISO/IEC 23009-1, 5.5, 5.6")
            .action("Look at the origin behind the proxy: it writes its own host name into what it serves.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isPresent() && attempt.document().get() instanceof Mpd mpd) {
            return MpdReferences.check(INFO, mpd, profile);
        }
        if (attempt.document().isEmpty()
                || !(attempt.document().get() instanceof Playlist playlist)
                || playlist.references().isEmpty()
                || !(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        for (Reference reference : playlist.references()) {
            boolean inline =
                    reference.kind() == Reference.Kind.DATA && reference.uri().regionMatches(true, 0, "data:", 0, 5);
            if (!inline) {
                judge(reference, answer.finalUrl(), faults);
            }
        }
        return faults.told();
    }

    private static void judge(Reference reference, Url base, Faults faults) {
        try {
            Url url = base.resolve(reference.uri());
            if (Hosts.isPrivate(url.host()) && !Hosts.isPrivate(base.host())) {
                faults.add(
                        Severity.MAJOR,
                        reference.line(),
                        "private",
                        url.host() + " is of a private network, the manifest comes from " + base.host());
            }
        } catch (BadUrl e) {
            faults.add(reference.line(), "no_url", String.valueOf(e.getMessage()));
        }
    }
}
