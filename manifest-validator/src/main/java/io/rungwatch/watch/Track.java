package io.rungwatch.watch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Freshness;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.past.Past;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One manifest at one layer: what we have of it, how its last polls went, and when it wants to be asked apart from its round. */
final class Track {
    private static final int LONGEST_VALIDATOR = 1024;

    private final Where where;
    private final LayerWatch layer;
    private final Round round;
    private final Timeline timeline = new Timeline();
    private final Past past = new Past();
    private final Url configured;
    private Url url;
    private Url base;
    private @Nullable Reading read;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private Duration cacheLife = Duration.ZERO;
    private List<String> cacheControl = List.of();
    private Duration declared = Duration.ZERO;

    /** Findings of the last minutes; they hold until the playlist changes. */
    List<Finding> pastFindings = List.of();
    /** The next poll is the second look that a first sighting asked for. */
    boolean confirming;
    /** The poll under way is that second look. */
    boolean secondLook;
    /** Looks in a row at a playlist that contradicts what we know; from the third on it is believed. */
    int contradicted;

    boolean inFlight;
    /** Questions beside the manifest that are under way. */
    int asides;

    final Asked asked = new Asked();

    boolean looked;
    Instant idleSince = Instant.EPOCH;

    @Nullable
    Instant wanted;

    boolean unconditional;
    int failures;
    /** Of its last answer; 0 where there was none. */
    int status;

    Instant failingSince = Instant.EPOCH;
    Optional<Instant> knownSince = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    /** The least that the live edge ever was behind the clock since the stream is known. */
    private long punctual;

    private List<CheckInfo> lastFound = List.of();
    private int unnamed;
    private final LastThree lags = new LastThree();
    private final Usual usualLag = new Usual();
    private final LastThree drifts = new LastThree();
    private View view;
    private @Nullable MpdPast mpds;

    Track(Where where, LayerWatch layer, Round round, Url url) {
        this.where = where;
        this.layer = layer;
        this.round = round;
        this.url = url;
        this.configured = url;
        this.base = url;
        this.view = new View(where.rendition(), where.layer(), Optional.empty(), 0, View.UNKNOWN, View.UNKNOWN);
    }

    Where where() {
        return where;
    }

    /** Of the newest document that is believed; null before there is one. */
    @Nullable
    Duration targetDuration() {
        return mpds == null ? timeline.targetDuration() : mpds.targetDuration();
    }

    /** Of an MPD's track. */
    MpdPast mpds() {
        if (mpds == null) {
            mpds = new MpdPast(where);
        }
        return mpds;
    }

    /** All playlists of the same layer. */
    LayerWatch layer() {
        return layer;
    }

    /** The same playlist at all layers. */
    Round round() {
        return round;
    }

    /** Of a channel's layers the last on the way down. */
    boolean isWhereViewersAsk() {
        return layer.place() == round.layers() - 1;
    }

    Url url() {
        return url;
    }

    /** Where the last usable answer came from: what the document names is relative to that. */
    Url base() {
        return base;
    }

    Timeline timeline() {
        return timeline;
    }

    Past past() {
        return past;
    }

    View view() {
        return view;
    }

    /** The newest that is believed. */
    Optional<Reading> read() {
        return Optional.ofNullable(read);
    }

    Optional<Document> document() {
        return read().map(known -> known.document);
    }

    int bytes() {
        return read == null ? 0 : read.body.length;
    }

    Duration cacheLife() {
        return cacheLife;
    }

    /** Whether the latest manifest named it; false once three in a row did not. */
    boolean named(boolean now) {
        unnamed = now || where.rendition().isEntry() ? 0 : unnamed + 1;
        return isNamed();
    }

    boolean isNamed() {
        return unnamed < 3;
    }

    /** The latest manifest is the one before it once more. */
    boolean namedAsBefore() {
        return unnamed == 0 || named(false);
    }

    /** Where it was sent to does not answer: back to where it was found first. */
    void movedBack() {
        movedTo(configured);
    }

    /** The same playlist under another address: a new token, another path of the same rung. */
    void movedTo(Url address) {
        if (!url.equals(address)) {
            url = address;
            etag = null;
            lastModified = null;
        }
    }

    /** A look of a moment ago is still a look: no object is asked for twice within half a second, but for a second look. */
    boolean justAsked(Instant due) {
        return due.isBefore(askedAt.plus(Pace.SHORTEST));
    }

    boolean answersAfter(Instant since) {
        return (status == 200 || status == 304) && idleSince.isAfter(since);
    }

    boolean isBeingAsked() {
        return inFlight || asides > 0;
    }

    Poll poll(Asker asker, Instant due, Limits limits) {
        askedAt = due;
        boolean plain = unconditional || read == null;
        inFlight = true;
        secondLook = confirming;
        confirming = false;
        unconditional = false;
        wanted = null;
        return new Poll(this, asker, Fetch.get(url, plain ? null : etag, plain ? null : lastModified, limits), due);
    }

    /** A 200, or a 304 to something that we have. */
    boolean usable(Exchange exchange) {
        return exchange instanceof Exchange.Answered answer
                && (answer.status() == 200 || answer.status() == 304 && read != null);
    }

    boolean sameBody(Exchange.Answered answer) {
        return read != null && (answer.status() == 304 || Arrays.equals(answer.body(), read.body));
    }

    /** What was found by another profile is no verdict any more. */
    void judgeAgain() {
        round.readings().judgeAgain();
        read().ifPresent(known -> known.findings = null);
    }

    void failed(Instant at) {
        failures++;
        if (failures == 1) {
            failingSince = at;
        }
        view = view.failed(failures);
    }

    void answered(Exchange.Answered answer) {
        failures = 0;
        base = answer.finalUrl();
        if (where.rendition().isEntry()) {
            view = view.answered(answer.startedAt());
        }
        if (knownSince.isEmpty()) {
            knownSince = Optional.of(answer.startedAt());
        }
        boolean cached =
                where.layer().kind().isCache() || answer.headers().first("Age").isPresent();
        cacheLife = cached ? declared(answer.headers().all("Cache-Control")) : Duration.ZERO;
    }

    /** It hardly ever changes: what it means is worked out when it does. */
    private Duration declared(List<String> lines) {
        if (!lines.equals(cacheControl)) {
            cacheControl = lines;
            declared = Freshness.declared(lines);
        }
        return declared;
    }

    void accept(Exchange.Answered answer, Reading accepted) {
        read = accepted;
        Headers headers = answer.headers();
        etag = validator(headers, "ETag");
        lastModified = validator(headers, "Last-Modified");
    }

    void seen(Step<MediaPlaylist> step) {
        past.note(step);
        boolean stranger = step.relation().stranger();
        OptionalLong edge = step.current().edge();
        long drift = Times.nanos(step.at()) - Times.nanos(step.knownSince()) - timeline.advanced();
        punctual = stranger ? drift : Math.min(drift, punctual);
        if (stranger || edge.isEmpty()) {
            lags.clear();
            usualLag.clear();
        }
        if (stranger) {
            drifts.clear();
        }
        if (edge.isPresent()) {
            long lag = Times.nanos(step.at()) - edge.getAsLong();
            lags.add(lag);
            usualLag.add(lag, step.current().effectiveTargetDuration());
        }
        drifts.add(drift - punctual);
        view = view.after(step, lags.least(), usualLag.value(), drifts.least(), url.path());
    }

    /** The earlier of what was wanted before and this. */
    void want(Instant at) {
        if (wanted == null || at.isBefore(wanted)) {
            wanted = at;
        }
    }

    /** Whether these findings hold one that wants a second look and was not there at the last poll. */
    boolean news(List<Finding> findings) {
        boolean news = false;
        for (Finding finding : findings) {
            boolean wants = finding.check().confirm().refetches() && finding.severity() != Severity.INFO;
            news |= wants && !lastFound.contains(finding.check());
        }
        lastFound = findings.isEmpty()
                ? List.of()
                : findings.stream().map(Finding::check).toList();
        return news;
    }

    /** Whether the last poll found the same. */
    boolean foundBefore(List<Finding> findings) {
        return lastFound.equals(findings.stream().map(Finding::check).toList());
    }

    boolean isWanted(Instant now) {
        return wanted != null && !wanted.isAfter(now);
    }

    /** When it was to be asked, but never before the last answer was in: a server that hangs does not make the probe late. */
    Instant dueNow(Instant now) {
        Instant due = wanted == null ? now : wanted;
        return due.isBefore(idleSince) ? idleSince : due;
    }

    private static @Nullable String validator(Headers headers, String name) {
        return headers.first(name)
                .filter(value -> value.length() <= LONGEST_VALIDATOR)
                .orElse(null);
    }
}
