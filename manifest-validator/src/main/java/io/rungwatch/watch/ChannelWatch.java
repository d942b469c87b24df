package io.rungwatch.watch;

import io.rungwatch.check.Check;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Vantage;
import io.rungwatch.dash.Dash;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Limits;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The watch over one channel: what to fetch next and when, and what each answer means. A state machine that gets the time handed in and
 * does nothing by itself: the daemon, a single check, a replayed recording and a simulated month drive the same one. One thread at a time.
 */
public final class ChannelWatch {
    /** What is asked beside the manifests begins within this. */
    private static final Duration SPREAD = Duration.ofSeconds(30);

    private static final long MOST_HELD = 64L << 20;
    private static final int SMALL = 64 << 10;

    private ChannelProfile profile;
    private final List<LayerWatch> layers = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final List<Where> retired = new ArrayList<>();
    private final PlaylistJudge playlists;
    private final AssetLists assets;
    private final Punctuality punctuality;
    private final List<Check> checks;
    private final Catalogue catalogue;
    private final SamplingErrand sampling;
    private final Sight sight;
    private final Asker manifests = this::manifest;
    private final FirstRound firstRound;
    private final Duration errandsSpread;
    private long held;

    /**
     * @param start first poll at the earliest; the renditions' turns are spread over their intervals from there on
     * @throws BadUrl when the manifest's path and a layer's base do not make a URL
     */
    public ChannelWatch(ChannelProfile profile, List<Check> checks, Instant start) throws BadUrl {
        this(profile, checks, start, Sampling.Factory.NONE, new Sight(), FirstRound.USUAL, SPREAD);
    }

    /**
     * For one of many channels.
     *
     * @param samplings makes what looks into the segments
     * @param sight that of the probe, shared by all channels
     */
    public ChannelWatch(
            ChannelProfile profile, List<Check> checks, Instant start, Sampling.Factory samplings, Sight sight)
            throws BadUrl {
        this(profile, checks, start, samplings, sight, FirstRound.USUAL, SPREAD);
    }

    /** For one of many channels that begin together. */
    public ChannelWatch(
            ChannelProfile profile,
            List<Check> checks,
            Instant start,
            Sampling.Factory samplings,
            Sight sight,
            FirstRound firstRound)
            throws BadUrl {
        this(profile, checks, start, samplings, sight, firstRound, SPREAD);
    }

    private ChannelWatch(
            ChannelProfile profile,
            List<Check> checks,
            Instant start,
            Sampling.Factory samplings,
            Sight sight,
            FirstRound firstRound,
            Duration errandsSpread)
            throws BadUrl {
        this.profile = profile;
        this.sight = sight;
        this.firstRound = firstRound;
        this.errandsSpread = errandsSpread;
        this.checks = checks;
        catalogue = new Catalogue(checks, profile);
        punctuality = new Punctuality(catalogue, new MpdNames(profile.ladder()));
        assets = new AssetLists(catalogue, () -> rounds.stream().flatMap(Round::tracks));
        playlists = new PlaylistJudge(this, catalogue, assets);
        profile.layers().forEach(layer -> layers.add(new LayerWatch(layer, layers.size())));
        if (profile.hls().isEmpty() && profile.dash().isEmpty()) {
            throw new BadUrl("no manifest to watch");
        }
        if (profile.hls().isPresent()) {
            watchHls(profile.hls().get(), start);
        }
        if (profile.dash().isPresent()) {
            watchDash(profile.dash().get(), start);
        }
        sampling = new SamplingErrand(
                this, samplings.of(profile, start.plus(Pace.phase(errandsSpread, seed(Rendition.ENTRY) ^ 1))));
        if (samplings != Sampling.Factory.NONE) {
            errands.add(sampling);
        }
    }

    private void watchHls(String path, Instant start) throws BadUrl {
        Steerings steerings = new Steerings(catalogue);
        Round entry = round(Rendition.ENTRY, new EntryJudge(this, catalogue, steerings), start);
        Instant later = errandsBegin(start);
        if (catalogue.asksForReloads()) {
            errands.add(new ReloadErrand(this, catalogue, later));
        }
        steer(steerings, entry, later);
        if (catalogue.asksForAssets()) {
            errands.add(new LinkErrand(() -> targetDuration(entry), assets, later));
        }
        for (LayerWatch layer : layers) {
            follow(layer, entry, layer.layer().base().resolve(path));
        }
    }

    private void watchDash(String path, Instant start) throws BadUrl {
        Clocks clocks = new Clocks();
        Steerings steerings = new Steerings(catalogue);
        Round mpd = round(Rendition.ENTRY, new MpdJudge(this, catalogue, clocks, steerings, punctuality), start);
        Instant later = errandsBegin(start);
        if (catalogue.asksForPatches()) {
            errands.add(new PatchErrand(this, catalogue, mpd, later));
        }
        steer(steerings, mpd, later);
        if (catalogue.asksForAvailability()) {
            errands.add(new AheadErrand(this, mpd, punctuality, later));
        }
        if (catalogue.asksForTheTime()) {
            errands.add(new ClockErrand(this, catalogue, mpd, clocks, later));
        }
        for (LayerWatch layer : layers) {
            Where where = new Where(profile.channel(), Protocol.DASH, layer.layer(), Rendition.ENTRY);
            Track track = new Track(where, layer, mpd, layer.layer().base().resolve(path));
            layer.followMpd(track);
            mpd.follow(track);
        }
    }

    private Instant errandsBegin(Instant start) {
        return start.plus(Pace.phase(errandsSpread, seed(Rendition.ENTRY)));
    }

    private void steer(Steerings steerings, Round entry, Instant first) {
        steerings.of(entry::tracks);
        if (catalogue.asksForSteering()) {
            errands.add(new LinkErrand(() -> targetDuration(entry), steerings, first));
        }
    }

    /** For somebody who waits: nothing is put off in order to spread the load. */
    public static ChannelWatch atOnce(
            ChannelProfile profile, List<Check> checks, Instant start, Sampling.Factory samplings) throws BadUrl {
        return new ChannelWatch(profile, checks, start, samplings, new Sight(), FirstRound.USUAL, Duration.ZERO);
    }

    /** What is watched stays, and is judged by another profile from now on; false where that would not be the same watch. */
    public boolean adopt(ChannelProfile other) {
        if (!profile.watchesLike(other) || !catalogue.asksLike(new Catalogue(checks, other))) {
            return false;
        }
        profile = other;
        catalogue.adopt(other);
        sampling.adopt(other);
        tracks().forEach(Track::judgeAgain);
        return true;
    }

    private Round round(Rendition rendition, Judge judge, Instant first) {
        Round round = new Round(rendition, judge, profile.layers().size(), seed(rendition), first);
        rounds.add(round);
        if (catalogue.asksForSegments() && !(judge instanceof EntryJudge)) {
            Instant later = first.plus(Pace.phase(errandsSpread, seed(rendition)));
            errands.add(new SegmentErrand(this, catalogue, round, punctuality, later));
        }
        return round;
    }

    /** How many share a channel's turns; the others ask so little that nobody need wait for them. */
    int errands() {
        return (int) errands.stream().filter(errand -> !errand.isLight()).count();
    }

    List<Round> rounds() {
        return rounds;
    }

    public ChannelProfile profile() {
        return profile;
    }

    /** When {@link #due} is worth calling again; never late, at times a little early. */
    public Instant nextDue() {
        Instant next = Instant.MAX;
        for (int i = 0; i < rounds.size(); i++) {
            next = earlier(next, rounds.get(i).due());
        }
        for (int i = 0; i < errands.size(); i++) {
            next = earlier(next, errands.get(i).due());
        }
        return next;
    }

    /** What to ask for now. Within a rendition the packager comes last, so "edge behind" is never an artefact of our own order. */
    public List<Poll> due(Instant now) {
        List<Poll> polls = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (!rounds.get(i).due().isAfter(now)) {
                due(rounds.get(i), now, polls);
            }
        }
        for (int i = 0; i < errands.size(); i++) {
            if (!errands.get(i).due().isAfter(now)) {
                errands.get(i).ask(now, polls);
            }
        }
        return polls;
    }

    private void due(Round round, Instant now, List<Poll> polls) {
        boolean turn = !round.next().isAfter(now);
        Instant due = turn ? round.next() : now;
        round.wantsNothing();
        Duration target = targetDuration(round);
        Limits limits = limits(round, target);
        for (int i = round.layers() - 1; i >= 0; i--) {
            Track track = round.track(i);
            if (track == null || track.inFlight) {
                continue;
            }
            if (turn && !track.justAsked(due) || track.isWanted(now)) {
                polls.add(track.poll(manifests, turn ? due : track.dueNow(now), limits));
            } else if (track.wanted != null) {
                round.wants(track.wanted);
            }
        }
        if (turn) {
            round.begin(now, round.judge().interval(round, target));
        }
    }

    /** What the answer means. Where the probe asked too late or is not let in, it is the story itself and nothing is judged. */
    public PollReport accept(Poll poll, Exchange exchange) {
        sight.saw(poll.fetch().url().host(), exchange);
        PollReport seen = poll.answered(exchange);
        if (!poll.track().isNamed()) {
            retire(poll.track().layer(), Track::isNamed);
        }
        Maintenance window = planned(seen.at());
        if (window != null) {
            return NotJudging.planned(seen, window);
        }
        if (sight.isNameless(exchange)) {
            return NotJudging.nameless(seen);
        }
        if (sight.wonders(seen.at())) {
            return NotJudging.wondering(seen);
        }
        Verdict own = new Verdict();
        catalogue.judge(vantage(poll, seen), own);
        return NotJudging.own(seen, own);
    }

    private @Nullable Maintenance planned(Instant at) {
        for (Maintenance window : profile.maintenance()) {
            if (window.covers(at)) {
                return window;
            }
        }
        return null;
    }

    private PollReport unlessPlanned(PollReport seen) {
        Maintenance window = planned(seen.at());
        return window == null ? seen : NotJudging.planned(seen, window);
    }

    /** What the samplers found once all layers had answered; each is told once. */
    public List<PollReport> takeSampled() {
        List<PollReport> judged = sampling.takeJudged();
        return judged.isEmpty() || !sees(judged.getFirst().at())
                ? List.of()
                : judged.stream().map(this::unlessPlanned).toList();
    }

    /** Whether this is no answer of the layer's, for all the probe knows. */
    boolean sees(Exchange exchange) {
        return sees(exchange.startedAt()) && !sight.isNameless(exchange);
    }

    /** Whether any host answers the probe, as far as it can tell. */
    boolean sees(Instant at) {
        return sight.blind(at) == 0 && !sight.wonders(at);
    }

    private Vantage vantage(Poll poll, PollReport seen) {
        boolean blind = seen.outcome() instanceof Outcome.Unreachable && !isLetIn(poll.track().failingSince);
        return new Vantage(
                seen.where().rendition(),
                Duration.between(poll.due(), seen.at()),
                !(seen.outcome().exchange() instanceof Exchange.Failed failed
                        && failed.failure() == Failure.NO_FREE_CONNECTION),
                seen.targetDuration(),
                blind ? poll.track().round().statuses() : List.of(),
                sight.blind(seen.at()));
    }

    /** Who gets one document of the channel is not shut out: it is the others that are missing. */
    private boolean isLetIn(Instant since) {
        return tracks().anyMatch(track -> track.answersAfter(since));
    }

    private PollReport manifest(Poll poll, Exchange exchange) {
        Track track = poll.track();
        track.status = exchange instanceof Exchange.Answered answer ? answer.status() : 0;
        track.inFlight = false;
        track.looked = true;
        track.idleSince = exchange.startedAt().plusNanos(exchange.timing().total());
        held -= track.bytes() + track.round().readings().rejected();
        PollReport report = track.round().judge().accept(track, exchange);
        held += track.bytes() + track.round().readings().rejected();
        if (track.wanted != null) {
            track.round().wants(track.wanted);
        }
        return report;
    }

    /** A poll that somebody else made: a recording's. Empty where the URL is none of this channel's. */
    public Optional<Poll> observed(Url url, Instant at) {
        Track nearly = null;
        for (LayerWatch layer : layers) {
            for (Track track : layer.tracks()) {
                if (track.url().equals(url)) {
                    return Optional.of(track.poll(manifests, at, Limits.PLAYLIST));
                } else if (sameButQuery(track.url(), url)) {
                    nearly = track;
                }
            }
        }
        return Optional.ofNullable(nearly).map(track -> track.poll(manifests, at, Limits.PLAYLIST));
    }

    /** Whether everything has been looked at, first sightings twice: what a single check waits for. */
    public boolean settled() {
        return tracks().allMatch(track -> track.looked && !track.inFlight && !track.confirming)
                && errands.stream().allMatch(Errand::settled);
    }

    /** Everything watched at present. */
    public List<Where> places() {
        return tracks().map(Track::where).toList();
    }

    private Stream<Track> tracks() {
        return layers.stream().flatMap(layer -> layer.tracks().stream());
    }

    /** Places that are no longer watched; each is told once. */
    public List<Where> takeRetired() {
        if (retired.isEmpty()) {
            return List.of();
        }
        List<Where> gone = List.copyOf(retired);
        retired.clear();
        return gone;
    }

    // What the judges need to know and may change.

    void retired(List<Where> gone) {
        retired.addAll(gone);
    }

    List<LayerWatch> layers() {
        return layers;
    }

    /** A playlist failed: perhaps the manifest knows more; at most once in its own pace. */
    void askForManifest(LayerWatch layer, Instant at) {
        Track entry = layer.track(Rendition.ENTRY);
        if (entry != null && !entry.round().attentive()) {
            entry.want(at);
            entry.round().wants(at);
        }
    }

    /** This layer's manifest names these playlists; one that three manifests in a row no longer name is watched no more. */
    void follow(LayerWatch layer, Map<Rendition, Url> named, Instant at) {
        followNew(layer, named, at);
        named.forEach((rendition, url) -> {
            Track known = layer.track(rendition);
            if (known != null) {
                known.movedTo(url);
            }
        });
        retire(layer, track -> track.named(named.containsKey(track.where().rendition())));
    }

    /** These are watched too from now on; nothing is said of those that are watched already. */
    void followNew(LayerWatch layer, Map<Rendition, Url> named, Instant at) {
        named.forEach((rendition, url) -> {
            if (layer.track(rendition) == null) {
                follow(layer, round(rendition, firstRound.at(at, seed(rendition))), url);
            }
        });
    }

    private void follow(LayerWatch layer, Round round, Url url) {
        Where where = new Where(profile.channel(), Protocol.HLS, layer.layer(), round.rendition());
        Track track = new Track(where, layer, round, url);
        layer.follow(track);
        round.follow(track);
    }

    /** All layers take their turn together: whoever names a rendition first begins its round. */
    private Round round(Rendition rendition, Instant first) {
        for (Round round : rounds) {
            if (round.rendition().equals(rendition)) {
                return round;
            }
        }
        return round(rendition, playlists, first);
    }

    /** The manifest names what it named before; what it had stopped to name, it stops to name once more. */
    void followAsBefore(LayerWatch layer) {
        retire(layer, Track::namedAsBefore);
    }

    private void retire(LayerWatch layer, Predicate<Track> stays) {
        // One that is still being asked stays until it has answered: nobody reports from a place that was left.
        for (Track gone : layer.leave(track -> !stays.test(track) && !track.isBeingAsked())) {
            retired.add(gone.where());
            held -= gone.bytes();
            gone.round().leave(gone);
            if (!gone.round().isFollowed()) {
                held -= gone.round().readings().rejected();
                rounds.remove(gone.round());
                errands.removeIf(errand -> errand.endsWith(gone.round()));
            }
        }
    }

    /** In the playlist's own target durations; the entry manifest counts in those of its rungs. */
    Duration targetDuration(Round round) {
        Duration own = round.targetDuration();
        if (own != null || !round.rendition().isEntry()) {
            return own == null ? Pace.UNKNOWN_TARGET : own;
        }
        for (LayerWatch layer : layers) {
            Duration known = layer.targetDuration();
            if (known != null) {
                return known;
            }
        }
        return Pace.UNKNOWN_TARGET;
    }

    /** A channel may fill its own share of the memory, not its neighbours': when it has, only small playlists are read. */
    private Limits limits(Round round, Duration target) {
        Limits whole = round.judge() instanceof MpdJudge ? Limits.PLAYLIST.withBytes(Dash.LARGEST) : Limits.PLAYLIST;
        Limits usual = held > MOST_HELD ? Limits.PLAYLIST.withBytes(SMALL) : whole;
        return target.compareTo(Limits.PLAYLIST.total()) > 0 ? usual.withTotal(target) : usual;
    }

    private long seed(Rendition rendition) {
        return profile.channel().hashCode() * 31L + rendition.name().hashCode();
    }

    private static boolean sameButQuery(Url a, Url b) {
        return a.host().equals(b.host()) && a.port() == b.port() && a.path().equals(b.path());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
