package io.rungwatch.round;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Sample.Touch;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Sampling.Question;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One look at a standby: its manifest, and where that is wanted one segment at both, all at once. */
final class StandbyLook {
    /** Told whether something was found, once all have answered. */
    interface Over {
        void tell(boolean found, Instant at);
    }

    private final Offer offer;
    private final Where where;
    private final boolean segments;
    private final Desk desk;
    private final Over over;
    private @Nullable Exchange document;
    private Optional<Taken> own = Optional.empty();
    private Optional<Taken> segment = Optional.empty();
    private int left;

    /** @param segments whether one is loaded too */
    StandbyLook(Offer offer, Where where, boolean segments, Desk desk, Over over) {
        this.offer = offer;
        this.where = where;
        this.segments = segments;
        this.desk = desk;
        this.over = over;
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>(3);
        there(offer.document())
                .ifPresent(url ->
                        questions.add(question(Fetch.get(url, Limits.PLAYLIST), exchange -> document = exchange)));
        if (questions.isEmpty()) {
            return questions;
        }
        // The newest may not have reached the other one yet.
        List<Offered> listed = segments ? offer.segments() : List.of();
        Optional<Offered> here =
                listed.isEmpty() ? Optional.empty() : Optional.of(listed.get(Math.max(0, listed.size() - 2)));
        here.ifPresent(one -> there(one.listed().url()).ifPresent(url -> {
            Taker first = Taker.counting(offer, one, Touch.COMPARE, desk.wanted());
            questions.add(question(first.fetch(), exchange -> own = Optional.of(desk.taken(first, exchange, offer))));
            Offer other = offer.at(where);
            Taker second = Taker.counting(other, one.as(at(one.listed(), url)), Touch.COMPARE, desk.wanted());
            questions.add(
                    question(second.fetch(), exchange -> segment = Optional.of(desk.taken(second, exchange, other))));
        }));
        left = questions.size();
        return questions;
    }

    /** The same address at the standby; nothing of what lies on another host. */
    private Optional<Url> there(Url url) {
        Layer layer = offer.where().layer();
        Url base = where.layer().base();
        boolean its = url.host().equals(layer.base().host())
                && url.port() == layer.base().port();
        return its ? Optional.of(new Url(base.scheme(), base.host(), base.port(), url.target())) : Optional.empty();
    }

    private static Listed at(Listed listed, Url url) {
        return new Listed(
                listed.kind(),
                listed.what(),
                listed.number(),
                url,
                listed.duration(),
                listed.bytes(),
                listed.offset(),
                listed.declared());
    }

    private Question question(Fetch fetch, Consumer<Exchange> heard) {
        return new Question(offer, fetch, exchange -> {
            heard.accept(exchange);
            left--;
            if (left == 0 && document != null) {
                Standby seen = seen(document);
                over.tell(
                        desk.judge(seen),
                        exchange.startedAt().plusNanos(exchange.timing().total()));
            }
            return aside(fetch, exchange);
        });
    }

    private Standby seen(Exchange answer) {
        byte[] body = answer instanceof Exchange.Answered answered && answered.status() == 200
                ? answered.body()
                : new byte[0];
        Optional<MediaPlaylist> playlist =
                offer.where().protocol() == Protocol.HLS && Hls.parse(body) instanceof MediaPlaylist found
                        ? Optional.of(found)
                        : Optional.empty();
        boolean manifest =
                playlist.isPresent() || offer.where().protocol() == Protocol.DASH && Dash.parse(body) instanceof Mpd;
        return new Standby(offer, where, answer, manifest, playlist, own, segment);
    }

    /** Of the layer itself it is told like any other answer; of the standby it is no answer of the chain. */
    private PollReport aside(Fetch fetch, Exchange exchange) {
        boolean its = fetch.url().host().equals(where.layer().base().host())
                && fetch.url().port() == where.layer().base().port();
        return desk.aside(its ? where : offer.where(), fetch.url(), exchange, offer.target());
    }
}
