package io.rungwatch.check;

import io.rungwatch.exchange.Exchange;
import java.util.OptionalLong;

/** What was listed, and what came of asking for it. */
public record Delivery(Listed object, Exchange exchange) {
    private static final int LONGEST_NUMBER = 18;

    /** Whether it is there, whatever is in it. */
    public boolean there() {
        return exchange instanceof Exchange.Answered answer
                && (answer.status() == 200 || answer.status() == 206)
                && size().orElse(1) != 0;
    }

    public boolean isGone() {
        return exchange instanceof Exchange.Answered answer && (answer.status() == 404 || answer.status() == 410);
    }

    /** What stands after "is listed but". */
    public String complaint() {
        return switch (exchange) {
            case Exchange.Failed failed -> "cannot be had: " + failed.failure().text();
            case Exchange.Answered answer ->
                answer.status() == 200 || answer.status() == 206 ? "is empty" : "answers " + answer.status();
        };
    }

    /** The server does not answer this kind of question, which says nothing about the object. */
    public boolean refusesHead() {
        return exchange instanceof Exchange.Answered answer
                && (answer.status() == 400
                        || answer.status() == 403
                        || answer.status() == 405
                        || answer.status() == 501);
    }

    /** Bytes of the whole object, where the answer says so of the object as it is stored. */
    public OptionalLong size() {
        if (!(exchange instanceof Exchange.Answered answer)
                || answer.headers().first("Content-Encoding").isPresent()) {
            return OptionalLong.empty();
        }
        if (answer.status() == 206) {
            String range = answer.headers().first("Content-Range").orElse("");
            return number(range.substring(range.indexOf('/') + 1));
        }
        return number(answer.headers().first("Content-Length").orElse(""));
    }

    private static OptionalLong number(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
