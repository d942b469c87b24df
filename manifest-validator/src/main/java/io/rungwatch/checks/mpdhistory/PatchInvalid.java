package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PatchCheck;
import io.rungwatch.check.Patched;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.Link;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Patch;
import io.rungwatch.dash.Period;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server that has no update yet may say so in several ways, and after its time to live a patch may be gone. */
public final class PatchInvalid implements PatchCheck {
    private static final Set<Integer> NOTHING_NEW = Set.of(204, 410, 425);

    private static final CheckInfo INFO = PatchCheck.declare(
                    "patch_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "The patch that PatchLocation names cannot be had, does not belong to its MPD, or leads to another one")
            .impact("Players that use patches fall back to whole manifests, or break.")
            .spec("ISO/IEC 23009-1, 5.15; RFC 5261")
            .action("At the packager: fetch MPD, patch and MPD again, and compare ids and publish times.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Patched seen, ChannelProfile profile) {
        Mpd mpd = seen.before();
        if (mpd.patchLocations().isEmpty()) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        Link link = mpd.patchLocations().getFirst();
        if (mpd.id() == null || mpd.periods().stream().map(Period::id).anyMatch(id -> id == null)) {
            tally.add(INFO.severity(), link.at(), "an MPD with patches in which MPD or Period has no id");
        }
        switch (seen.answer()) {
            case Exchange.Answered answer -> answered(seen, link, answer, tally);
            case Exchange.Failed failed ->
                unavailable(seen, link, failed.startedAt(), failed.failure().text(), tally);
        }
        return tally.worst();
    }

    private static void answered(Patched seen, Link link, Exchange.Answered answer, Tally tally) {
        if (NOTHING_NEW.contains(answer.status()) || answer.status() == 200 && answer.body().length == 0) {
            return;
        }
        if (answer.status() != 200) {
            unavailable(seen, link, answer.startedAt(), "HTTP " + answer.status(), tally);
            return;
        }
        Optional<Patch> patch = Patch.parse(answer.body());
        if (patch.isEmpty()) {
            tally.add(INFO.severity(), link.at(), "what PatchLocation names is no patch");
        } else {
            belongs(seen, link, patch.get(), tally);
        }
    }

    private static void unavailable(Patched seen, Link link, Instant at, String why, Tally tally) {
        Instant published = seen.before().publishTime();
        Long ttl = link.timeToLive();
        boolean over = published != null && ttl != null && at.isAfter(published.plus(Duration.ofNanos(ttl)));
        if (!over) {
            tally.add(INFO.severity(), link.at(), "the patch cannot be had: " + why);
        }
    }

    private static void belongs(Patched seen, Link link, Patch patch, Tally tally) {
        Mpd mpd = seen.before();
        if (!patch.mpdId().equals(mpd.id())) {
            tally.add(
                    INFO.severity(),
                    link.at(),
                    "the patch is for MPD '" + patch.mpdId() + "', this is '" + mpd.id() + "'");
            return;
        }
        Optional<Instant> from = Mpd.moment(patch.originalPublishTime());
        Optional<Instant> to = Mpd.moment(patch.publishTime());
        if (from.isEmpty() || !from.get().equals(mpd.publishTime())) {
            tally.add(
                    INFO.severity(),
                    link.at(),
                    "the patch is for the MPD of " + patch.originalPublishTime() + ", this is of " + mpd.publishTime());
            return;
        }
        boolean newer = to.isPresent() && to.get().isAfter(from.get());
        if (patch.operations() > 0 && !newer) {
            tally.add(INFO.severity(), link.at(), "the patch changes the MPD, but not its publishTime");
            return;
        }
        byte[] whole = seen.after()
                .filter(after -> to.isPresent() && to.get().equals(after.mpd().publishTime()))
                .map(Patched.Whole::text)
                .orElse(null);
        patch.fault(seen.text(), whole).ifPresent(fault -> tally.add(INFO.severity(), link.at(), "the patch " + fault));
    }
}
