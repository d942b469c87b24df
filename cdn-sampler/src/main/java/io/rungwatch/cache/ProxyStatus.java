package io.rungwatch.cache;

import io.rungwatch.structured.Bare;
import io.rungwatch.structured.Field;
import io.rungwatch.structured.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The errors of RFC 9209, nearest proxy first. */
final class ProxyStatus {
    private static final String HEADER = "Proxy-Status";

    private ProxyStatus() {}

    static List<ProxyFault> faults(Reply reply) {
        List<ProxyFault> faults = new ArrayList<>();
        for (Member member : members(reply)) {
            if (member instanceof Member.Item item) {
                item.params().get("error").map(Bare::text).ifPresent(error -> faults.add(fault(item, error)));
            }
        }
        Collections.reverse(faults);
        return List.copyOf(faults);
    }

    private static ProxyFault fault(Member.Item item, String error) {
        return new ProxyFault(
                Shown.text(item.value().text()),
                Shown.text(error),
                ProxyError.of(error),
                Shown.text(item.params().word("details").orElse("")));
    }

    private static List<Member> members(Reply reply) {
        return reply.value(HEADER).flatMap(text -> Field.list(text).found()).orElse(List.of());
    }
}
