package io.rungwatch.watch;

import io.rungwatch.check.Delivered;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.Input;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Sizes;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.profile.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Now and then asks whether the segments that a rendition lists are there, at all layers; by HEAD, for it is not about what is in them. What is
 * missing is asked for once more half a target duration later: a playlist and its segments do not take the same way through the caches.
 */
final class SegmentErrand implements Errand {
    /** Of a channel; its renditions take turns. */
    private static final Duration TURN = Duration.ofSeconds(30);

    /** Every so many turns more than the newest is asked for where that is asked for all the time. */
    private static final int THOROUGH = 10;

    /** Of Representations at once. */
    private static final int MOST_LOOKS = 4;

    /** What is remembered of one rendition at one layer. */
    private static final class Memory {
        final Sizes sizes = new Sizes();
        boolean refusesHead;
    }

    private record Key(Track track, Rendition rendition) {}

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final Round round;
    private final MpdNames names;
    private final Punctuality punctuality;
    private final Map<Key, Memory> memories = new HashMap<>();
    /** Where the last look found something. */
    private final Set<Key> suspects = new HashSet<>();

    private final List<Look> again = new ArrayList<>(0);
    private final Turns turns;
    private long looks;

    SegmentErrand(ChannelWatch watch, Catalogue catalogue, Round round, Punctuality punctuality, Instant first) {
        this.watch = watch;
        this.punctuality = punctuality;
        this.catalogue = catalogue;
        this.round = round;
        this.names = new MpdNames(watch.profile().ladder());
        this.turns = new Turns(first);
    }

    @Override
    public boolean endsWith(Round gone) {
        return gone == round;
    }

    @Override
    public Instant due() {
        Instant due = turns.next();
        for (int i = 0; i < again.size(); i++) {
            due = again.get(i).at.isBefore(due) ? again.get(i).at : due;
        }
        return due;
    }

    @Override
    public boolean settled() {
        boolean seen = looks > 0 || round.tracks().noneMatch(SegmentErrand::isReadable);
        return seen && again.isEmpty() && round.tracks().noneMatch(track -> track.asides > 0);
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        for (int i = again.size() - 1; i >= 0; i--) {
            if (!again.get(i).at.isAfter(now)) {
                again.remove(i).askAgain(into);
            }
        }
        if (!turns.next().isAfter(now)) {
            turn(now, into);
        }
    }

    private void turn(Instant now, List<Poll> into) {
        Instant due = turns.next();
        boolean read = false;
        for (int i = round.layers() - 1; i >= 0; i--) {
            Track track = round.track(i);
            if (track != null && isReadable(track)) {
                read = true;
                looks(track, now).forEach(look -> look.ask(due, into));
            }
        }
        if (!read) {
            turns.nothing(now);
            return;
        }
        looks++;
        turns.begin(now, watch.targetDuration(round), Pace.round(pace(), looks, looks));
    }

    private static boolean isReadable(Track track) {
        return track.document().isPresent() && track.failures == 0;
    }

    /** Where nothing but the clock says that there is something new, only asking shows that there is. */
    private Duration pace() {
        if (round.judge() instanceof MpdJudge && round.tracks().anyMatch(SegmentErrand::isByClock)) {
            return watch.targetDuration(round);
        }
        return watch.profile().mode() == Mode.VOD ? Pace.VOD : TURN.multipliedBy(watch.errands());
    }

    private static boolean isByClock(Track track) {
        return track.mpds()
                .current()
                .filter(SegmentErrand::isLive)
                .flatMap(mpd ->
                        mpd.presentation().periods().getLast().tracks().stream().findFirst())
                .filter(named -> isByClock(named.addressing()))
                .isPresent();
    }

    private static boolean isByClock(Addressing addressing) {
        return addressing.mode() == Addressing.Mode.DURATION;
    }

    private static boolean isLive(Mpd mpd) {
        return mpd.dynamic() && mpd.availabilityStart() != null;
    }

    /** A playlist's own rendition; of an MPD one Representation after the other, and again those where something was found. */
    private List<Look> looks(Track track, Instant now) {
        boolean closely = turns.attentive();
        if (track.timeline().current().isPresent()) {
            List<Listed> listed = Listing.of(track.timeline().current().get(), track.base(), closely);
            return List.of(look(track, round.rendition(), Promises.of(track), listed, null));
        }
        Map<Rendition, io.rungwatch.dash.Track> named = track.mpds()
                .current()
                .map(mpd -> names.of(mpd.presentation().periods().getLast()))
                .orElse(Map.of());
        suspects.removeIf(suspect -> suspect.track() == track && !named.containsKey(suspect.rendition()));
        punctuality.keepOnly(track, named.keySet());
        List<Look> wanted = new ArrayList<>();
        int turn = 0;
        for (Map.Entry<Rendition, io.rungwatch.dash.Track> one : named.entrySet()) {
            boolean suspect = suspects.contains(new Key(track, one.getKey()));
            if (turn++ == looks % named.size() || suspect && wanted.size() < MOST_LOOKS) {
                List<Listed> listed = Listing.of(one.getValue(), track.base(), now, closely);
                Addressing addressing = one.getValue().addressing();
                boolean byClock = catalogue.asksForAvailability()
                        && isByClock(addressing)
                        && track.mpds().current().filter(SegmentErrand::isLive).isPresent();
                Look look = look(track, one.getKey(), Promises.of(one.getValue()), listed, byClock ? addressing : null);
                if (byClock && !closely && looks / named.size() % THOROUGH != 0) {
                    look.newestFirst();
                }
                wanted.add(look);
            }
        }
        return wanted;
    }

    private Look look(
            Track track, Rendition rendition, Promise declared, List<Listed> listed, @Nullable Addressing byClock) {
        return new Look(track, rendition, declared, memory(track, rendition), listed, byClock);
    }

    private Memory memory(Track track, Rendition rendition) {
        memories.keySet().removeIf(key -> round.track(key.track().layer().place()) != key.track());
        return memories.computeIfAbsent(new Key(track, rendition), missing -> new Memory());
    }

    /** At one layer, from the first question to the last answer. */
    private final class Look {
        private final Track track;
        private final Rendition rendition;
        private final Promise declared;
        private final Memory memory;
        /** Where nothing but the clock says which segments there are. */
        private final @Nullable Addressing byClock;

        private final List<Delivery> answers = new ArrayList<>();
        private List<Listed> missing;
        private List<Listed> others = List.of();
        private boolean second;
        private int open;
        private Instant at = Instant.MAX;

        Look(
                Track track,
                Rendition rendition,
                Promise declared,
                Memory memory,
                List<Listed> listed,
                @Nullable Addressing byClock) {
            this.track = track;
            this.byClock = byClock;
            this.rendition = rendition;
            this.declared = declared;
            this.memory = memory;
            this.missing = listed;
        }

        void ask(Instant due, List<Poll> into) {
            List<Listed> wanted = missing;
            missing = new ArrayList<>(0);
            open = wanted.size();
            track.asides += open;
            for (Listed object : wanted) {
                track.asked.add(object.url());
                Fetch fetch = memory.refusesHead
                        ? Fetch.firstByte(object.url(), Limits.PLAYLIST)
                        : Fetch.head(object.url(), Limits.PLAYLIST);
                into.add(new Poll(track, (poll, exchange) -> accept(object, poll, exchange), fetch, due));
            }
        }

        /** The others are only asked for when that is not there: what else is not says why. */
        void newestFirst() {
            if (!missing.isEmpty()) {
                others = missing.subList(1, missing.size());
                missing = missing.subList(0, 1);
            }
        }

        /** What has left the playlist since has a right to be gone. */
        void askAgain(List<Poll> into) {
            track.timeline()
                    .current()
                    .ifPresent(playlist -> missing.removeIf(
                            object -> object.kind() == Listed.Kind.MEDIA && playlist.segment(object.number()) == null));
            ask(at, into);
        }

        private PollReport accept(Listed object, Poll poll, Exchange exchange) {
            open--;
            track.asides--;
            Delivery delivery = new Delivery(object, exchange);
            boolean head = poll.fetch().how() == Fetch.How.HEAD;
            if (head && delivery.refusesHead()) {
                memory.refusesHead = true;
                missing.add(object);
                at = exchange.startedAt();
            } else if (delivery.there() || second) {
                answers.add(delivery);
            } else if (!exchange.neverAsked()) {
                missing.add(object);
                at = exchange.startedAt().plus(watch.targetDuration(round).dividedBy(2));
            }
            Verdict verdict = new Verdict();
            if (open == 0 && missing.isEmpty()) {
                judge(verdict);
            } else if (open == 0) {
                missing.addAll(others);
                others = List.of();
                second = !head || !memory.refusesHead;
                again.add(this);
            }
            Duration target = watch.targetDuration(round);
            return Judging.aside(poll, exchange, verdict, target);
        }

        private void judge(Verdict verdict) {
            for (Delivery delivery : answers) {
                measure(delivery);
            }
            Delivered seen = new Delivered(
                    rendition,
                    byClock == null ? answers : punctuality.note(track, rendition, byClock, answers),
                    memory.sizes,
                    declared.bandwidth(),
                    declared.averageBandwidth(),
                    declared.alone());
            Verdict found = new Verdict();
            catalogue.judge(seen, found);
            if (byClock != null && !answers.isEmpty()) {
                punctuality.judge(track, answers.getLast().exchange().startedAt(), verdict);
            }
            found.findings()
                    .forEach(finding ->
                            verdict.add(track.where().rendition().isEntry() ? finding.of(rendition.name()) : finding));
            found.faults().forEach(verdict::add);
            Key here = new Key(track, rendition);
            if (found.findings().isEmpty() && !punctuality.isWrong(track, rendition)) {
                suspects.remove(here);
            } else {
                suspects.add(here);
            }
            // Of another Representation that is well, nothing follows for the one that is not.
            if (suspects.contains(here) || suspects.stream().noneMatch(suspect -> suspect.track() == track)) {
                verdict.judged(Input.DELIVERY);
            }
            if (!found.findings().isEmpty() || !verdict.findings().isEmpty()) {
                turns.found(answers.getLast().exchange().startedAt(), watch.targetDuration(round));
            }
        }

        private void measure(Delivery delivery) {
            Listed object = delivery.object();
            if (object.kind() == Listed.Kind.MEDIA && delivery.there()) {
                long bytes =
                        object.bytes() > 0 ? object.bytes() : delivery.size().orElse(-1);
                if (bytes > 0) {
                    memory.sizes.add(object.number(), bytes, object.duration());
                }
            }
        }
    }
}
