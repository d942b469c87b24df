package io.rungwatch.watch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Availabilities;
import io.rungwatch.check.AvailabilityCheck;
import io.rungwatch.check.Check;
import io.rungwatch.check.ClockCheck;
import io.rungwatch.check.Delivered;
import io.rungwatch.check.DeliveryCheck;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.InterstitialCheck;
import io.rungwatch.check.Interstitials;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.LayersCheck;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.PatchCheck;
import io.rungwatch.check.Patched;
import io.rungwatch.check.ProbeCheck;
import io.rungwatch.check.ProtocolsCheck;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.SampledCheck;
import io.rungwatch.check.Steered;
import io.rungwatch.check.SteeringCheck;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Timekeeping;
import io.rungwatch.check.Tracks;
import io.rungwatch.check.TracksCheck;
import io.rungwatch.check.TrendCheck;
import io.rungwatch.check.Twins;
import io.rungwatch.check.TwinsCheck;
import io.rungwatch.check.Vantage;
import io.rungwatch.check.View;
import io.rungwatch.dash.Mpd;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.past.Past;
import io.rungwatch.past.Trend;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The checks of one channel, sorted by shape, those that its profile switched off left out. A check that throws is our fault and ours
 * alone: it is told as such, and the others still run.
 */
public final class Catalogue {
    private final List<Check> checks;
    private ChannelProfile profile;
    private final List<ProbeCheck> probe = new ArrayList<>();
    private final List<ExchangeCheck> exchange = new ArrayList<>();
    private final List<DocumentCheck> document = new ArrayList<>();
    private final List<LadderCheck> ladder = new ArrayList<>();
    private final List<RungsCheck> rungs = new ArrayList<>();
    private final List<TracksCheck> tracks = new ArrayList<>();
    private final List<StepCheck> step = new ArrayList<>();
    private final List<TwinsCheck> twins = new ArrayList<>();
    private final List<PastCheck> past = new ArrayList<>();
    private final List<TrendCheck> trend = new ArrayList<>();
    private final List<RenditionsCheck> renditions = new ArrayList<>();
    private final List<LayersCheck> layers = new ArrayList<>();
    private final List<ProtocolsCheck> protocols = new ArrayList<>();
    private final List<MpdCheck> mpd = new ArrayList<>();
    private final List<MpdStepCheck> mpdStep = new ArrayList<>();
    private final List<ClockCheck> clock = new ArrayList<>();
    private final List<AvailabilityCheck> availability = new ArrayList<>();
    private final List<DeliveryCheck> delivery = new ArrayList<>();
    private final List<ReloadCheck> reload = new ArrayList<>();
    private final List<PatchCheck> patch = new ArrayList<>();
    private final List<SteeringCheck> steering = new ArrayList<>();
    private final List<InterstitialCheck> interstitials = new ArrayList<>();

    public Catalogue(List<Check> checks, ChannelProfile profile) {
        this.checks = checks;
        this.profile = profile;
        fill();
    }

    /** Judges by another profile from now on; what it asks for beside the manifests must stay the same. */
    void adopt(ChannelProfile other) {
        profile = other;
        all().forEach(List::clear);
        fill();
    }

    private List<List<? extends Check>> all() {
        return List.of(
                probe,
                exchange,
                document,
                ladder,
                rungs,
                tracks,
                step,
                twins,
                past,
                trend,
                renditions,
                layers,
                protocols,
                mpd,
                mpdStep,
                clock,
                availability,
                delivery,
                reload,
                patch,
                steering,
                interstitials);
    }

    private void fill() {
        for (Check check : checks) {
            if (profile.runs(check.info())) {
                add(check);
            }
        }
    }

    private void add(Check check) {
        switch (check) {
            case ProbeCheck c -> probe.add(c);
            case ExchangeCheck c -> exchange.add(c);
            case DocumentCheck c -> document.add(c);
            case LadderCheck c -> ladder.add(c);
            case RungsCheck c -> rungs.add(c);
            case TracksCheck c -> tracks.add(c);
            case StepCheck c -> step.add(c);
            case TwinsCheck c -> twins.add(c);
            case PastCheck c -> past.add(c);
            case TrendCheck c -> trend.add(c);
            case RenditionsCheck c -> renditions.add(c);
            case LayersCheck c -> layers.add(c);
            case ProtocolsCheck c -> protocols.add(c);
            case MpdCheck c -> mpd.add(c);
            case MpdStepCheck c -> mpdStep.add(c);
            case ClockCheck c -> clock.add(c);
            case AvailabilityCheck c -> availability.add(c);
            case DeliveryCheck c -> delivery.add(c);
            case ReloadCheck c -> reload.add(c);
            case PatchCheck c -> patch.add(c);
            case SteeringCheck c -> steering.add(c);
            case InterstitialCheck c -> interstitials.add(c);
            case SampledCheck c -> {} // run by who takes the samples
        }
    }

    void judge(Vantage vantage, Verdict verdict) {
        run(probe, check -> check.check(vantage, profile), verdict);
    }

    void judge(Attempt attempt, Verdict verdict) {
        run(exchange, check -> check.check(attempt, profile), verdict);
    }

    void judge(MediaPlaylist playlist, Rendition rendition, Verdict verdict) {
        run(document, check -> check.check(playlist, rendition, profile), verdict);
    }

    void judge(LadderMatch match, Verdict verdict) {
        run(rungs, check -> check.check(match, profile), verdict);
    }

    void judge(Tracks offered, Verdict verdict) {
        run(tracks, check -> check.check(offered, profile), verdict);
    }

    void judge(Ladder view, Verdict verdict) {
        run(ladder, check -> check.check(view, profile), verdict);
    }

    void judge(Step<MediaPlaylist> poll, Verdict verdict) {
        run(step, check -> check.check(poll, profile), verdict);
    }

    void judge(Twins answering, Verdict verdict) {
        run(twins, check -> check.check(answering, profile), verdict);
    }

    void judge(Past seen, Rendition rendition, Verdict verdict) {
        run(past, check -> check.check(seen, rendition, profile), verdict);
        judge((Trend) seen, rendition, verdict);
    }

    void judge(Trend seen, Rendition rendition, Verdict verdict) {
        run(trend, check -> check.check(seen, rendition, profile), verdict);
    }

    void judge(View self, List<View> all, Verdict verdict) {
        run(renditions, check -> check.check(self, all, profile), verdict);
    }

    void judge(LayerPair self, List<LayerPair> all, Verdict verdict) {
        run(layers, check -> check.check(self, all, profile), verdict);
    }

    void judge(List<View> hls, List<View> dash, Verdict verdict) {
        run(protocols, check -> check.check(hls, dash, profile), verdict);
    }

    void judge(Mpd manifest, Instant at, Verdict verdict) {
        run(mpd, check -> check.check(manifest, profile, at), verdict);
    }

    void judgeDocument(Mpd manifest, Verdict verdict) {
        run(document, check -> check.check(manifest, profile), verdict);
    }

    void judgePast(Step<Mpd> poll, Verdict verdict) {
        run(past, check -> check.check(poll, profile), verdict);
    }

    void judgeStep(Step<Mpd> poll, Verdict verdict) {
        run(mpdStep, check -> check.check(poll, profile), verdict);
    }

    void judge(Timekeeping seen, Verdict verdict) {
        run(clock, check -> check.check(seen, profile), verdict);
    }

    /** Whether it asks the same questions beside the manifests as another. */
    boolean asksLike(Catalogue other) {
        return asksForTheTime() == other.asksForTheTime()
                && asksForSegments() == other.asksForSegments()
                && asksForReloads() == other.asksForReloads()
                && asksForPatches() == other.asksForPatches()
                && asksForAvailability() == other.asksForAvailability()
                && asksForSteering() == other.asksForSteering()
                && asksForAssets() == other.asksForAssets();
    }

    boolean asksForTheTime() {
        return !clock.isEmpty();
    }

    void judge(Delivered seen, Verdict verdict) {
        run(delivery, check -> check.check(seen, profile), verdict);
    }

    void judge(Reloads seen, Verdict verdict) {
        run(reload, check -> check.check(seen, profile), verdict);
    }

    /** Whether any check wants to know how low-latency playlists are answered. */
    boolean asksForReloads() {
        return !reload.isEmpty();
    }

    void judge(Patched seen, Verdict verdict) {
        run(patch, check -> check.check(seen, profile), verdict);
    }

    boolean asksForPatches() {
        return !patch.isEmpty();
    }

    void judge(Availabilities seen, Verdict verdict) {
        run(availability, check -> check.check(seen, profile), verdict);
    }

    boolean asksForAvailability() {
        return !availability.isEmpty();
    }

    void judge(Steered seen, Verdict verdict) {
        run(steering, check -> check.check(seen, profile), verdict);
    }

    boolean asksForSteering() {
        return !steering.isEmpty();
    }

    void judge(Interstitials seen, Verdict verdict) {
        run(interstitials, check -> check.check(seen, profile), verdict);
    }

    boolean asksForAssets() {
        return !interstitials.isEmpty();
    }

    /** Whether any check wants to know what comes of asking for segments. */
    boolean asksForSegments() {
        return !delivery.isEmpty();
    }

    private <C extends Check> void run(List<C> checks, Function<C, List<Finding>> judge, Verdict verdict) {
        verdict.run(checks, judge, profile);
    }
}
