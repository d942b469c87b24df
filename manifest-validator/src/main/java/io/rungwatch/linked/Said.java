package io.rungwatch.linked;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server said that a manifest leads its players to.
 *
 * @param document null where it said none
 * @param trouble why it did not; empty where it had none to say, which is its right
 * @param lost whether the answer may have been lost on its way
 */
public record Said<D>(String server, @Nullable D document, String trouble, boolean lost) {
    public static final int LARGEST = JsonText.LARGEST;
    private static final int SERVER_ERRORS = 500;
    /** Ask no more, and: not so often. */
    private static final Set<Integer> LAWFUL = Set.of(410, 429);

    /** Makes a document of a body. */
    public interface Reader<D> {
        D read(byte[] body) throws BadJson;
    }

    public static <D> Said<D> of(String server, Exchange exchange, Reader<D> reader) {
        if (!(exchange instanceof Exchange.Answered answer)) {
            Exchange.Failed failed = (Exchange.Failed) exchange;
            boolean large = failed.failure() == Failure.TOO_LARGE;
            return new Said<>(
                    server,
                    null,
                    large ? "has more than " + (LARGEST >> 10) + " KiB" : "gives no answer: " + failed.detail(),
                    !large);
        }
        if (answer.status() != 200) {
            boolean lawful = LAWFUL.contains(answer.status());
            String trouble = lawful ? "" : "answers with HTTP " + answer.status();
            return new Said<>(server, null, trouble, answer.status() >= SERVER_ERRORS);
        }
        try {
            return new Said<>(server, reader.read(answer.body()), "", false);
        } catch (BadJson e) {
            return new Said<>(server, null, "is not JSON that anybody can use: " + e.getMessage(), false);
        }
    }

    /** Whether there is something to hold against it. */
    public boolean troubled() {
        return !trouble.isEmpty();
    }
}
