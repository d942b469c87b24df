package io.rungwatch.cache;

import io.rungwatch.structured.Bare;
import io.rungwatch.structured.Field;
import io.rungwatch.structured.Member;
import io.rungwatch.structured.Params;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Common Media Server Data (CTA-5006). `object` is what the origin says of it, by the keys of the standard; `nodes` are what the servers
 * on the way say of themselves, nearest first.
 */
public record Cmsd(Params object, List<Node> nodes) {
    public record Node(String name, Params params) {
        /** Under duress: it asks not to be asked. */
        public boolean duress() {
            return params.isTrue("du");
        }

        public OptionalLong estimatedKbps() {
            return params.number("etp");
        }

        public OptionalLong roundTripMillis() {
            return params.number("rtt");
        }
    }

    public static Cmsd of(Reply reply) {
        return new Cmsd(object(reply), nodes(reply));
    }

    /** v video, a audio, m manifest and so on. */
    public Optional<String> objectType() {
        return object.word("ot");
    }

    public OptionalLong bitrateKbps() {
        return object.number("br");
    }

    public OptionalLong durationMillis() {
        return object.number("d");
    }

    /** How long the origin held the request back until the object was there. */
    public OptionalLong heldMillis() {
        return object.number("ht");
    }

    public Optional<String> origin() {
        return object.word("n").map(Shown::text);
    }

    private static Params object(Reply reply) {
        Map<String, Bare> values = new HashMap<>();
        reply.value("CMSD-Static")
                .flatMap(text -> Field.dictionary(text).found())
                .orElse(Map.of())
                .forEach((key, member) -> {
                    if (member instanceof Member.Item item) {
                        values.put(key, item.value());
                    }
                });
        return new Params(Map.copyOf(values));
    }

    private static List<Node> nodes(Reply reply) {
        List<Node> nodes = new ArrayList<>();
        reply.value("CMSD-Dynamic")
                .flatMap(text -> Field.list(text).found())
                .orElse(List.of())
                .forEach(member -> {
                    if (member instanceof Member.Item item) {
                        nodes.addFirst(new Node(Shown.text(item.value().text()), item.params()));
                    }
                });
        return List.copyOf(nodes);
    }
}
