package io.rungwatch.cache;

import io.rungwatch.cache.source.CloudFrontTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the headers say besides, in a line each: worth a look, no verdict. */
public final class Notes {
    private static final Map<String, String> WORTH_QUOTING = new TreeMap<>(Map.of(
            "Via", "on the way",
            "X-Amz-Cf-Pop", "CloudFront's POP",
            "X-Amz-Cf-Id", "CloudFront's id, for a ticket",
            "CF-Ray", "Cloudflare's id, for a ticket",
            "X-Azure-Ref", "Azure's id, for a ticket",
            "Akamai-Request-ID", "Akamai's id, for a ticket",
            "X-Timer", "Fastly's times"));

    private Notes() {}

    public static List<String> of(Reply reply) {
        List<String> notes = new ArrayList<>();
        Life life = Life.of(reply);
        life.fresh()
                .ifPresent(fresh -> notes.add("declared life: " + fresh.toSeconds() + " s"
                        + (life.mayBeStale().isZero()
                                ? ""
                                : ", then stale for " + life.mayBeStale().toSeconds() + " s more")));
        WORTH_QUOTING.forEach((name, meaning) ->
                reply.value(name).ifPresent(value -> notes.add(meaning + " (" + name + "): " + Shown.text(value))));
        CloudFrontTiming.originFirstByte(reply)
                .ifPresent(millis -> notes.add("first byte from the origin, as CloudFront saw it: " + millis + " ms"));
        media(reply, notes);
        return List.copyOf(notes);
    }

    private static void media(Reply reply, List<String> notes) {
        Cmsd cmsd = Cmsd.of(reply);
        cmsd.origin().ifPresent(name -> notes.add("origin (CMSD-Static): " + name));
        cmsd.heldMillis().ifPresent(millis -> notes.add("held back at the origin (CMSD-Static): " + millis + " ms"));
        cmsd.nodes().stream()
                .filter(Cmsd.Node::duress)
                .forEach(node -> notes.add(node.name() + " is under duress (CMSD-Dynamic)"));
        MediaPackage packager = MediaPackage.of(reply);
        packager.lastUpdated().ifPresent(at -> notes.add("the packager wrote this manifest at " + at));
        reply.answeredAt()
                .flatMap(packager::packagerAge)
                .ifPresent(age -> notes.add("so it is " + age.toSeconds() + " s old at the packager"));
    }
}
