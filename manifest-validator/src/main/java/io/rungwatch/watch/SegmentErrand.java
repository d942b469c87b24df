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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Now and then asks whether the segments that a rendition lists are there, at all layers; by HEAD, for it is not about what is in them. What is
 * missing is asked for once more half a target duration later: a playlist and its segments do not take the same way through the caches. Where
 * nothing but the clock says that a segment is there, only the topmost layer is asked before it is known: a cache would remember that it was not.
 */
final class SegmentErrand implements Errand {
    /** Of a channel; its renditions take turns. */
    private static final Duration TURN = Duration.ofSeconds(30);

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
    /** When all layers are asked again, and how often they were. */
    private Instant nextOfAll = Instant.MIN;

    private long looksOfAll;

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
        List<Track> readable = round.tracks().filter(SegmentErrand::isReadable).toList();
        if (readable.isEmpty()) {
            turns.nothing(now);
            return;
        }
        Track top = readable.getFirst();
        boolean often = isByClock(top) && !top.layer().layer().kind().isCache();
        boolean all = !often || turns.attentive() || !now.isBefore(nextOfAll);
        List<Look> above = looks(top, now, all);
        if (all) {
            readable.subList(1, readable.size())
                    .reversed()
                    .forEach(track -> looks(track, now, true).forEach(look -> look.askBelow(above, due, into)));
            looksOfAll++;
            nextOfAll = now.plus(Pace.round(pace(), looksOfAll, looksOfAll));
        }
        above.forEach(look -> look.ask(due, into));
        looks++;
        Duration target = watch.targetDuration(round);
        turns.begin(now, target, Pace.round(often ? target : pace(), looks, looks));
    }

    private static boolean isReadable(Track track) {
        return track.document().isPresent() && track.failures == 0;
    }

    private Duration pace() {
        return watch.profile().mode() == Mode.VOD ? Pace.VOD : TURN.multipliedBy(watch.errands());
    }

    /** Where nothing but the clock says that there is something new, only asking shows that there is. */
    private boolean isByClock(Track track) {
        Optional<Mpd> mpd = round.judge() instanceof MpdJudge ? track.mpds().current() : Optional.empty();
        return mpd.flatMap(one -> names.of(one).values().stream().findFirst())
                .filter(named -> Punctuality.isByClock(mpd.get(), named.addressing()))
                .isPresent();
    }

    /** A playlist's own rendition; of an MPD one Representation after the other, and again those where something was found. */
    private List<Look> looks(Track track, Instant now, boolean all) {
        boolean closely = turns.attentive();
        if (track.timeline().current().isPresent()) {
            List<Listed> listed = Listing.of(track.timeline().current().get(), track.base(), closely);
            return List.of(
                    look(track, round.rendition(), track.layer().promises().of(track), listed, null));
        }
        Optional<Mpd> mpd = track.mpds().current();
        Map<Rendition, io.rungwatch.dash.Track> named = mpd.map(names::of).orElse(Map.of());
        suspects.removeIf(suspect -> suspect.track() == track && !named.containsKey(suspect.rendition()));
        // At any layer: what is asked below waits for what is said above.
        Set<Rendition> suspected = all ? suspects.stream().map(Key::rendition).collect(Collectors.toSet()) : Set.of();
        List<Look> wanted = new ArrayList<>();
        int turn = 0;
        for (Map.Entry<Rendition, io.rungwatch.dash.Track> one : named.entrySet()) {
            boolean suspect = suspected.contains(one.getKey());
            long whose = all ? looksOfAll : looks;
            if (turn++ == whose % named.size() || suspect && wanted.size() < MOST_LOOKS) {
                List<Listed> listed = Listing.of(one.getValue(), track.base(), now, closely);
                Addressing addressing = one.getValue().addressing();
                boolean byClock = Punctuality.isByClock(mpd.get(), addressing);
                Look look = look(track, one.getKey(), Promises.of(one.getValue()), listed, byClock ? addressing : null);
                if (!all) {
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
        /** The same at the layers below, which wait for what is said here. */
        private final List<Look> below = new ArrayList<>(0);

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

        /** A segment by the clock only once it is known to be there, which the look above that asks for the same shows. */
        void askBelow(List<Look> above, Instant due, List<Poll> into) {
            if (byClock == null) {
                ask(due, into);
                return;
            }
            above.stream().filter(look -> look.rendition.equals(rendition)).forEach(look -> look.below.add(this));
        }

        private void known(List<Delivery> above, Instant when) {
            missing = new ArrayList<>(missing);
            missing.removeIf(object -> above.stream()
                    .noneMatch(delivery -> delivery.there()
                            && delivery.object().kind() == object.kind()
                            && delivery.object().number() == object.number()));
            at = when;
            if (!missing.isEmpty()) {
                again.add(this);
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
                Instant known = exchange.startedAt().plusNanos(exchange.timing().total());
                below.forEach(look -> look.known(answers, known));
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
            Addressing timed = catalogue.asksForAvailability() ? byClock : null;
            Delivered seen = new Delivered(
                    rendition,
                    timed == null ? answers : punctuality.note(track, rendition, timed, answers),
                    memory.sizes,
                    declared.bandwidth(),
                    declared.averageBandwidth(),
                    declared.alone());
            Verdict found = new Verdict();
            catalogue.judge(seen, found);
            if (timed != null && !answers.isEmpty()) {
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
