package io.rungwatch.alert;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One fault, from raise to clear, however many layers and renditions it shows on. `layer` is the topmost that has it, whose team owns
 * it, and `url` what it serves there; `alsoAt` lists the layers below. `consequences` are the ids of the checks that it silences.
 */
public record Alert(
        String id,
        Finding finding,
        Severity severity,
        String team,
        String channel,
        String name,
        Protocol protocol,
        String layer,
        Url url,
        List<String> renditions,
        List<String> alsoAt,
        List<String> consequences,
        Instant since,
        Instant raisedAt,
        Optional<Instant> clearedAt)
        implements Incident {

    @Override
    public CheckInfo check() {
        return finding.check();
    }

    @Override
    public String message() {
        return finding.message();
    }

    @Override
    public List<String> channels() {
        return List.of(channel);
    }

    /** The renditions as one word: a name, or all the names. */
    public String rendition() {
        return String.join(", ", renditions);
    }

    Alert cleared(Instant at) {
        return new Alert(
                id,
                finding,
                severity,
                team,
                channel,
                name,
                protocol,
                layer,
                url,
                renditions,
                alsoAt,
                consequences,
                since,
                raisedAt,
                Optional.of(at));
    }

    /** The same alert as it stands now: what it is stays, where and how bad it is may move. */
    Alert now(Alert latest) {
        return new Alert(
                id,
                latest.finding,
                latest.severity,
                latest.team,
                channel,
                name,
                protocol,
                latest.layer,
                latest.url,
                latest.renditions,
                latest.alsoAt,
                latest.consequences,
                since,
                raisedAt,
                Optional.empty());
    }

    boolean isSameFault(Alert other) {
        return finding.check().id().equals(other.finding.check().id()) && protocol == other.protocol;
    }

    /** Nothing that somebody would want to be told again; the layers below that join or leave are not. */
    boolean looksLike(Alert other) {
        return severity == other.severity && layer.equals(other.layer) && renditions.equals(other.renditions);
    }
}
