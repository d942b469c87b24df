package io.rungwatch.duty;

import io.rungwatch.check.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is wrong, as the folds of `alert` have it, in plain values: it is kept over a restart and read by whoever is told. Of a group of
 * channels, `channels` are many, and `protocol`, `renditions` and `facts` are those of its example.
 *
 * @param key the same for the same fault, whenever it is raised: what a flapping alert and one from before a restart are known by
 * @param name what people call the channel; empty of several channels
 * @param protocol HLS or DASH in lower case; empty where neither
 * @param tier of the most watched of the channels; empty where there is none
 * @param headline one line: what is wrong where
 * @param url what to ask for by hand, without its query; empty where nothing can be asked for
 * @param byHand the command to ask for it; empty as well
 * @param members the ids of the channels' own alerts that a group tells
 */
public record Fault(
        String key,
        String check,
        Severity severity,
        String team,
        List<String> channels,
        String name,
        String protocol,
        String tier,
        String layer,
        List<String> renditions,
        String message,
        String headline,
        String url,
        String byHand,
        Map<String, Object> facts,
        List<String> alsoAt,
        List<String> consequences,
        List<String> members,
        String action,
        String runbook,
        Instant since,
        Instant raisedAt) {

    /** The channel, or all of them, as one word. */
    public String channel() {
        return String.join(", ", channels);
    }

    public String rendition() {
        return String.join(", ", renditions);
    }

    /** What one of its channels has of it. */
    Fault only(String channel, String itsTier) {
        return with(List.of(channel), itsTier, members, since, raisedAt);
    }

    /** As it stands, but of an earlier beginning. */
    Fault since(Instant began, Instant raised) {
        return with(channels, tier, members, began, raised);
    }

    Fault with(List<String> itsMembers) {
        return with(channels, tier, itsMembers, since, raisedAt);
    }

    private Fault with(List<String> others, String itsTier, List<String> itsMembers, Instant began, Instant raised) {
        return new Fault(
                key,
                check,
                severity,
                team,
                others,
                name,
                protocol,
                itsTier,
                layer,
                renditions,
                message,
                headline,
                url,
                byHand,
                facts,
                alsoAt,
                consequences,
                itsMembers,
                action,
                runbook,
                began,
                raised);
    }

    /** Nothing that somebody would want to be told again. */
    boolean looksLike(Fault other) {
        return severity == other.severity
                && layer.equals(other.layer)
                && renditions.equals(other.renditions)
                && channels.equals(other.channels);
    }
}
