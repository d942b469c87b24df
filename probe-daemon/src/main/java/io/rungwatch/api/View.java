package io.rungwatch.api;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Group;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.NotMpd;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import io.rungwatch.evidence.Mask;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.NotHls;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.status.PlaceStatus;
import io.rungwatch.status.PollLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What things look like in JSON: the contract with whoever reads the API. */
public final class View {
    private View() {}

    /** A channel's own alert, and the group that tells it where one does. */
    static Map<String, @Nullable Object> member(Alert alert, Optional<Group> group, Links links) {
        Map<String, @Nullable Object> view = alert(alert);
        view.put("runbook", links.runbook(alert.check().runbook()));
        view.put("group", group.map(Group::id).orElse(null));
        return view;
    }

    private static Map<String, @Nullable Object> alert(Alert alert) {
        return Json.object(
                "id", alert.id(),
                "check", alert.check().id(),
                "severity", alert.severity().word(),
                "team", alert.team(),
                "channel", alert.channel(),
                "name", alert.name(),
                "protocol", alert.protocol().word(),
                "layer", alert.layer(),
                "rendition", alert.rendition(),
                "state", alert.state(),
                "since", alert.since(),
                "raisedAt", alert.raisedAt(),
                "clearedAt", alert.clearedAt(),
                "message", Mask.of(alert.message()),
                "facts", Mask.of(alert.finding().facts()),
                "alsoAt", alert.alsoAt(),
                "consequences", alert.consequences(),
                "action", alert.check().action());
    }

    /** In which it is now. */
    static Optional<Maintenance> maintenance(ChannelProfile profile, Instant now) {
        return profile.maintenance().stream()
                .filter(window -> window.covers(now))
                .max(Comparator.comparing(Maintenance::to));
    }

    static Map<String, @Nullable Object> window(Maintenance window) {
        return Json.object(
                "from", window.from(),
                "until", window.to(),
                "reason", window.reason().isEmpty() ? null : window.reason());
    }

    static Map<String, @Nullable Object> channel(
            ChannelProfile profile, List<Alert> firing, List<Notice> told, int places, Instant now) {
        return Json.object(
                "channel", profile.channel(),
                "name", profile.name(),
                "mode", profile.mode().word(),
                "tier", profile.tier().word(),
                "worst",
                        firing.stream()
                                .map(Alert::severity)
                                .max(Comparator.naturalOrder())
                                .map(s -> s.word()),
                "alerts", firing.size(),
                "told", told(told),
                "maintenance", maintenance(profile, now).map(View::window).orElse(null),
                "layers", profile.layers().stream().map(Layer::name).toList(),
                "watched", places);
    }

    /** As the wall has it: what comes and goes is open although nothing fires. */
    private static Map<String, @Nullable Object> told(List<Notice> told) {
        return Json.object(
                "worst",
                told.stream()
                        .map(notice -> notice.fault().severity())
                        .max(Comparator.naturalOrder())
                        .map(severity -> severity.word()),
                "alerts",
                told.size(),
                "inHand",
                told.stream()
                        .filter(notice -> notice.acknowledged().isPresent()
                                || notice.silence().isPresent())
                        .count(),
                "held",
                told.stream().filter(notice -> notice.held().isPresent()).count());
    }

    static Map<String, @Nullable Object> ladder(ChannelProfile profile) {
        List<Object> rungs = new ArrayList<>();
        profile.ladder()
                .forEach(rung -> rungs.add(Json.object(
                        "rung", rung.rung(),
                        "bitrate", rung.bitrate(),
                        "resolution", rung.width() + "x" + rung.height(),
                        "codec", rung.codec())));
        return Json.object("expected", rungs);
    }

    static Map<String, @Nullable Object> layer(Layer layer) {
        return Json.object(
                "layer", layer.name(),
                "kind", layer.kind().word(),
                "team", layer.team(),
                "base", layer.base().toString());
    }

    static Map<String, @Nullable Object> place(PlaceStatus place, boolean withLines) {
        List<PollLine> lines = place.lines();
        Map<String, @Nullable Object> view = Json.object(
                "rendition", place.where().rendition().name(),
                "kind", place.where().rendition().kind().word(),
                "protocol", place.where().protocol().word(),
                "layer", place.where().layer().name(),
                "last", lines.isEmpty() ? null : line(lines.getFirst()),
                "manifest",
                        place.document()
                                .map(document -> document(document, lines))
                                .orElse(null));
        view.put("tracks", SegmentsView.of(place));
        if (withLines) {
            view.put("fetched", place.exchange().map(View::exchange).orElse(null));
            view.put("polls", lines.stream().map(View::line).toList());
        }
        return view;
    }

    private static Map<String, @Nullable Object> line(PollLine line) {
        return Json.object(
                "at",
                line.at(),
                "outcome",
                line.what().text(),
                "status",
                line.status() == 0 ? null : line.status(),
                "seconds",
                line.nanos() / 1e9,
                "detail",
                line.detail().isEmpty() ? null : Mask.of(line.detail()),
                "findings",
                line.findings().stream().map(View::finding).toList());
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return Json.object(
                "check", finding.check().id(),
                "severity", finding.severity().word(),
                "message", Mask.of(finding.message()),
                "facts", Mask.of(finding.facts()));
    }

    private static Map<String, @Nullable Object> document(Document document, List<PollLine> lines) {
        return switch (document) {
            case NotMpd other ->
                Json.object("type", "not an MPD", "looksLike", other.looksLike().text());
            case Mpd mpd ->
                Json.object(
                        "type", mpd.dynamic() ? "live MPD" : "static MPD",
                        "publishTime", mpd.publishTime(),
                        "periods", mpd.periods().size(),
                        "representations", mpd.presentation().tracks().count(),
                        "problems", mpd.problems().size());
            case NotHls other ->
                Json.object(
                        "type", "not a playlist", "looksLike", other.looksLike().text());
            case MultivariantPlaylist playlist ->
                Json.object(
                        "type", "multivariant",
                        "variants", playlist.variants().size(),
                        "renditions", playlist.renditions().size(),
                        "problems", playlist.problems().size());
            case MediaPlaylist playlist ->
                Json.object(
                        "type", "media",
                        "targetDuration", Times.seconds(playlist.effectiveTargetDuration()),
                        "first", SequenceNumbers.text(playlist.firstNumber()),
                        "end", SequenceNumbers.text(playlist.endNumber()),
                        "segments", playlist.segments().size(),
                        "window", Times.seconds(playlist.window()),
                        "ended", playlist.ended(),
                        "lag", lag(playlist, lines),
                        "problems", playlist.problems().size());
            default -> Json.object("type", "unknown");
        };
    }

    private static Optional<Object> lag(MediaPlaylist playlist, List<PollLine> lines) {
        if (playlist.edge().isEmpty() || lines.isEmpty()) {
            return Optional.empty();
        }
        Instant edge = Times.instant(playlist.edge().getAsLong());
        return Optional.of(Duration.between(edge, lines.getFirst().at()).toMillis() / 1e3);
    }

    static Map<String, @Nullable Object> exchange(Exchange exchange) {
        Map<String, @Nullable Object> timing = Json.object(
                "dns", exchange.timing().dns() / 1e9,
                "connect", exchange.timing().connect() / 1e9,
                "tls", exchange.timing().tls() / 1e9,
                "firstByte", exchange.timing().firstByte() / 1e9,
                "total", exchange.timing().total() / 1e9,
                "reused", exchange.timing().reused());
        List<String> hops =
                exchange.hops().stream().map(hop -> Mask.of(hop.toString())).toList();
        return switch (exchange) {
            case Exchange.Failed failed ->
                Json.object(
                        "startedAt", failed.startedAt(),
                        "failure", failed.failure().text(),
                        "detail", Mask.of(failed.detail()),
                        "hops", hops,
                        "timing", timing);
            case Exchange.Answered answer -> {
                List<String> headers = new ArrayList<>();
                for (int i = 0; i < answer.headers().size(); i++) {
                    String name = answer.headers().name(i);
                    headers.add(name + ": " + Mask.of(name, answer.headers().value(i)));
                }
                yield Json.object(
                        "startedAt",
                        answer.startedAt(),
                        "url",
                        Mask.of(answer.finalUrl().toString()),
                        "remote",
                        answer.remoteAddress(),
                        "status",
                        answer.status(),
                        "headers",
                        headers,
                        "bytes",
                        answer.body().length,
                        "hops",
                        hops,
                        "timing",
                        timing);
            }
        };
    }
}
