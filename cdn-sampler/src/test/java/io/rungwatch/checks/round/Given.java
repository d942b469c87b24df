package io.rungwatch.checks.round;

import io.rungwatch.cache.Judge;
import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Secured;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Print;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One segment as a layer gave it, said in few words. The kind of the layer is the beginning of its name. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

    private final String layer;
    private final List<String> headers = new ArrayList<>();
    private final List<Url> hops = new ArrayList<>();
    private Rendition rendition = new Rendition("HD", Rendition.Kind.VIDEO);
    private String file = "4711.ts";
    private Promise promise = new Promise(5_000_000, 0, true, List.of(), 0, 0, 0, "");
    private Instant published = NOW.minusSeconds(3);
    private int status = 200;
    private Optional<Failure> failure = Optional.empty();
    private Print print = new Print(3_000_000, 1);
    private boolean spoiled;
    private long firstByte = 1_000_000;
    private int amongst;
    private Optional<Print> earlier = Optional.empty();
    private Optional<Secured> secured = Optional.empty();

    private Given(String layer) {
        this.layer = layer;
    }

    public static Given at(String layer) {
        return new Given(layer);
    }

    public Given status(int code) {
        status = code;
        return this;
    }

    public Given header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    public Given failed(Failure how) {
        failure = Optional.of(how);
        return this;
    }

    public Given bytes(long bytes) {
        print = new Print(bytes, 1);
        return this;
    }

    /** As many bytes, and other ones. */
    public Given otherBytes() {
        print = new Print(print.bytes(), 2);
        return this;
    }

    public Given firstByte(long millis) {
        firstByte = millis * 1_000_000;
        return this;
    }

    public Given spoiled() {
        spoiled = true;
        return this;
    }

    /** It was read before, with other bytes. */
    public Given onceOther() {
        earlier = Optional.of(new Print(print.bytes(), 7));
        return this;
    }

    public Given onceTheSame() {
        earlier = Optional.of(print);
        return this;
    }

    public Given certifiedFor(Duration time) {
        secured = Optional.of(new Secured("TLSv1.3", NOW.plus(time)));
        return this;
    }

    public Given file(String name) {
        file = name;
        return this;
    }

    public Given of(Rendition.Kind kind, long bandwidth) {
        rendition = new Rendition("X", kind);
        promise = new Promise(bandwidth, 0, true, List.of(), 0, 0, 0, "");
        return this;
    }

    public Given listedFor(Duration time) {
        published = NOW.minus(time);
        return this;
    }

    /** Its playlist lists so many, of six seconds each. */
    public Given amongst(int segments) {
        amongst = segments;
        return this;
    }

    public Given through(String host) {
        hops.add(url("http://" + host + "/" + file));
        return this;
    }

    public Taken taken() {
        Layer.Kind kind = Layer.Kind.PACKAGER;
        for (Layer.Kind each : Layer.Kind.values()) {
            kind = layer.startsWith(each.word()) ? each : kind;
        }
        Layer where = new Layer(layer, kind, "cdn", url("http://" + layer), Optional.empty());
        Offer offer = new Offer(
                new Where("CH_001", Protocol.HLS, where, rendition),
                new Where("CH_001", Protocol.HLS, where, Rendition.ENTRY),
                url("http://" + layer + "/hd.m3u8"),
                List.of(Layer.Kind.values()).indexOf(kind),
                promise,
                Collections.nCopies(amongst, segment(where)),
                SIX_SECONDS);
        Exchange exchange = exchange(where);
        Optional<Ruling> ruling = exchange instanceof Exchange.Answered answer
                ? Optional.of(Judge.rule(Reply.of(answer), LayerRules.NONE))
                : Optional.empty();
        Outcome outcome = failure.isPresent() ? Outcome.FAILED : Outcome.of(status, false, false);
        Print seen = outcome == Outcome.GOOD ? print : Print.NONE;
        Verdict verdict = ruling.map(Ruling::verdict).orElse(Verdict.UNKNOWN);
        Sample sample = new Sample(
                NOW,
                Sample.Kind.SEGMENT,
                Sample.Touch.COMPARE,
                true,
                outcome,
                verdict,
                firstByte,
                Sample.own(kind, verdict, firstByte),
                2 * firstByte,
                seen.bytes(),
                true,
                spoiled);
        return new Taken(offer, segment(where), exchange, ruling, sample, seen, earlier, secured, Optional.empty());
    }

    private Offered segment(Layer where) {
        Listed listed = new Listed(
                Listed.Kind.MEDIA,
                "segment 4711",
                4711,
                url(where.base() + file),
                SIX_SECONDS.toNanos(),
                0,
                Listed.NOWHERE,
                0);
        return new Offered(
                listed, published, OptionalLong.empty(), OptionalLong.empty(), 0, 0, "", true, false, Optional.empty());
    }

    private Exchange exchange(Layer where) {
        Timing timing = new Timing(0, 0, 0, 1_000_000, 2_000_000, true);
        if (failure.isPresent()) {
            return new Exchange.Failed(NOW, timing, hops, failure.get(), "as the test says");
        }
        Url last = hops.isEmpty() ? url(where.base() + file) : hops.getLast();
        Headers seen = Headers.of(headers.toArray(String[]::new));
        return new Exchange.Answered(NOW, timing, hops, last, "127.0.0.1:80", status, seen, new byte[0]);
    }

    private static Url url(String text) {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(e);
        }
    }
}
