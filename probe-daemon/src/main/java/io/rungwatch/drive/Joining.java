package io.rungwatch.drive;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the entries of a HAR file what the probe would have fetched: a redirect and its target are one exchange, and 304 means the
 * body that came before. An entry that ends in no body of its own is nobody's fault but the recording's.
 */
final class Joining {
    /** One entry as it stands in the file; `kept` says whether its body does too. */
    record Entry(Url url, Exchange.Answered answer, boolean kept) {}

    private record Sent(Url from, Exchange.Answered redirect, Instant until) {}

    /** A target that is asked for later than this was asked for on somebody else's account. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Recorded> whole = new ArrayList<>();
    private final List<Url> unseen = new ArrayList<>();
    private final Map<Url, Deque<Sent>> sent = new HashMap<>();
    private final Map<Url, Exchange.Answered> last = new HashMap<>();

    private Joining() {}

    /** Entries in the order of their start, as the file has them where they start together. */
    static HarFile of(List<Entry> entries, List<Recorded> failed, List<Url> manifests) {
        Joining joining = new Joining();
        joining.whole.addAll(failed);
        entries.forEach(joining::add);
        joining.sent.values().forEach(left -> left.forEach(never -> joining.unseen.add(never.from())));
        joining.whole.sort(Comparator.comparing(recorded -> recorded.exchange().startedAt()));
        return new HarFile(joining.whole, joining.unseen, manifests);
    }

    private void add(Entry entry) {
        Sent before = whoWasSentTo(entry);
        Url from = before == null ? entry.url() : before.from();
        Exchange.Answered answer = before == null ? entry.answer() : joined(before.redirect(), entry);
        Url target = target(entry);
        if (target != null) {
            Instant until = entry.answer()
                    .startedAt()
                    .plusNanos(entry.answer().timing().total())
                    .plus(PATIENCE);
            sent.computeIfAbsent(target, url -> new ArrayDeque<>(1)).add(new Sent(from, answer, until));
            return;
        }
        body(entry, answer).ifPresentOrElse(full -> whole.add(new Recorded(from, full)), () -> unseen.add(from));
    }

    private @Nullable Sent whoWasSentTo(Entry entry) {
        Deque<Sent> waiting = sent.getOrDefault(entry.url(), new ArrayDeque<>(0));
        while (!waiting.isEmpty()) {
            Sent first = waiting.remove();
            if (!entry.answer().startedAt().isAfter(first.until())) {
                return first;
            }
            unseen.add(first.from());
        }
        return null;
    }

    private Optional<Exchange.Answered> body(Entry entry, Exchange.Answered answer) {
        if (answer.status() == 0) {
            return Optional.empty();
        }
        if (answer.status() == 304 && answer.body().length == 0) {
            return Optional.ofNullable(last.get(entry.url())).map(before -> unchanged(answer, before));
        }
        if (!entry.kept()) {
            last.remove(entry.url());
            return Optional.empty();
        }
        Exchange.Answered full = answer.status() == 304 ? with(answer, answer.headers(), answer.body()) : answer;
        if (full.status() == 200) {
            last.put(entry.url(), full);
        }
        return Optional.of(full);
    }

    /** What a 304 says of the headers replaces what was known. */
    private static Exchange.Answered unchanged(Exchange.Answered answer, Exchange.Answered before) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < answer.headers().size(); i++) {
            headers.add(answer.headers().name(i));
            headers.add(answer.headers().value(i));
        }
        for (int i = 0; i < before.headers().size(); i++) {
            if (answer.headers().first(before.headers().name(i)).isEmpty()) {
                headers.add(before.headers().name(i));
                headers.add(before.headers().value(i));
            }
        }
        return with(answer, Headers.of(headers.toArray(String[]::new)), before.body());
    }

    private static Exchange.Answered with(Exchange.Answered answer, Headers headers, byte[] body) {
        return new Exchange.Answered(
                answer.startedAt(),
                answer.timing(),
                answer.hops(),
                answer.finalUrl(),
                answer.remoteAddress(),
                200,
                headers,
                body);
    }

    private static Exchange.Answered joined(Exchange.Answered redirect, Entry target) {
        Exchange.Answered answer = target.answer();
        List<Url> hops = new ArrayList<>(redirect.hops());
        hops.add(target.url());
        Timing one = redirect.timing();
        Timing two = answer.timing();
        long until = Duration.between(redirect.startedAt(), answer.startedAt())
                .plusNanos(two.total())
                .toNanos();
        Timing both = new Timing(
                one.dns() + two.dns(),
                one.connect() + two.connect(),
                one.tls() + two.tls(),
                two.firstByte(),
                until,
                one.reused() && two.reused());
        return new Exchange.Answered(
                redirect.startedAt(),
                both,
                List.copyOf(hops),
                answer.finalUrl(),
                answer.remoteAddress(),
                answer.status(),
                answer.headers(),
                answer.body());
    }

    /** A redirect to nowhere is an answer like any other. */
    private static @Nullable Url target(Entry entry) {
        int status = entry.answer().status();
        boolean redirect = status >= 301 && status <= 303 || status == 307 || status == 308;
        Optional<String> location = redirect ? entry.answer().headers().first("Location") : Optional.empty();
        try {
            return location.isEmpty() ? null : entry.url().resolve(location.get());
        } catch (BadUrl e) {
            return null;
        }
    }
}
