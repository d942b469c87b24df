package io.rungwatch.checks;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Availabilities;
import io.rungwatch.check.AvailabilityCheck;
import io.rungwatch.check.Check;
import io.rungwatch.check.ClockCheck;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Steered;
import io.rungwatch.check.SteeringCheck;
import io.rungwatch.check.Step;
import io.rungwatch.check.Timekeeping;
import io.rungwatch.check.Tracks;
import io.rungwatch.check.TracksCheck;
import io.rungwatch.checks.fetch.DeliveryHeadersWrong;
import io.rungwatch.checks.fetch.ManifestOvercached;
import io.rungwatch.checks.fetch.ReferenceInvalid;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.stage.Channels;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MPDs in a row, each judged by all checks of DASH. */
final class MpdPolls {
    static final Url MPD = Channels.url("https://edge.example/live/1.mpd");

    private MpdPolls() {}

    static List<Finding> judge(List<Exchange.Answered> answers, Relation relation, ChannelProfile profile) {
        List<Finding> findings = new ArrayList<>();
        Optional<Mpd> before = Optional.empty();
        for (int i = 0; i < answers.size(); i++) {
            Exchange.Answered answer = answers.get(i);
            Mpd mpd = (Mpd) Dash.parse(answer.body());
            Instant at = answer.startedAt();
            Step<Mpd> step = new Step<>(
                    mpd,
                    before,
                    before.isEmpty() ? Relation.FIRST : relation,
                    at,
                    answers.get(Math.max(0, i - 1)).startedAt(),
                    at,
                    answers.getFirst().startedAt(),
                    Duration.ZERO,
                    0,
                    Optional.empty());
            for (Check check : ManifestChecks.ALL) {
                findings.addAll(judge(check, step, answer, profile));
            }
            before = Optional.of(mpd);
        }
        return findings;
    }

    private static List<Finding> judge(Check check, Step<Mpd> step, Exchange.Answered answer, ChannelProfile profile) {
        if (check instanceof MpdCheck one) {
            return one.check(step.current(), profile, step.at());
        }
        if (check instanceof DocumentCheck document) {
            return document.check(step.current(), profile);
        }
        if (check instanceof PastCheck past) {
            return past.check(step, profile);
        }
        if (check instanceof ClockCheck clock) {
            return clock.check(new Timekeeping(step.current(), step.at(), List.of()), profile);
        }
        if (check instanceof AvailabilityCheck availability) {
            return availability.check(new Availabilities(step.current(), step.at(), List.of()), profile);
        }
        if (check instanceof SteeringCheck steering) {
            return steering.check(new Steered(step.current(), null), profile);
        }
        if (check instanceof TracksCheck tracks) {
            return tracks.check(Tracks.of(step.current().periods().getLast()), profile);
        }
        if (check instanceof ExchangeCheck both
                && (check instanceof ReferenceInvalid
                        || check instanceof DeliveryHeadersWrong
                        || check instanceof ManifestOvercached)) {
            return both.check(attempt(step, answer), profile);
        }
        return check instanceof MpdStepCheck two ? two.check(step, profile) : List.of();
    }

    private static Attempt attempt(Step<Mpd> step, Exchange.Answered answer) {
        return new Attempt(
                Rendition.ENTRY,
                answer,
                true,
                Optional.of(step.current()),
                step.at(),
                0,
                step.at(),
                step.at(),
                Duration.ofSeconds(6),
                List.of(),
                Optional.empty());
    }

    /** As viewers reach it: at a public address. */
    static ChannelProfile seenFromOutside(ChannelProfile profile) {
        Layer edge = new Layer("edge", Layer.Kind.EDGE, "cdn", Channels.url("https://edge.example/"), Optional.empty());
        return profile.at("/live/1.mpd", List.of(edge), profile.channel());
    }
}
