package io.rungwatch.notify;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a message looks like in a chat room: a title, a colour, some facts. The text comes from manifests too: each room quotes it its own way. */
final class Card {
    private static final int NAMES = 10;

    private final Message message;
    private final Links links;

    Card(Message message, Links links) {
        this.message = message;
        this.links = links;
    }

    String title() {
        Notice notice = message.notice();
        String text = notice.fault().severity().name() + " · "
                + notice.fault().words().headline();
        return switch (message.kind()) {
            case RAISED -> text;
            case CHANGED ->
                notice.lapsed()
                        .map(who -> "WORSE THAN " + who.by() + " HAS IN HAND: " + text)
                        .orElse("CHANGED: " + text);
            case ACKNOWLEDGED ->
                notice.acknowledged()
                        .map(who -> "ACKNOWLEDGED by " + who.by() + ": " + text)
                        .orElse("ACKNOWLEDGED: " + text);
            case ESCALATED -> "NOBODY HAS IT IN HAND: " + text;
            case MERGED ->
                "TOLD BY ITS GROUP FROM NOW ON: " + notice.fault().words().headline();
            case CLEARED -> "CLEARED: " + notice.fault().words().headline();
        };
    }

    boolean isBad() {
        return !message.kind().ends();
    }

    Severity severity() {
        return message.notice().fault().severity();
    }

    /** In the order in which they are asked for at night; what there is none of is left out. */
    Map<String, String> facts() {
        Notice notice = message.notice();
        Fault fault = notice.fault();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Says", fault.words().message());
        facts.put("Since", fault.since().truncatedTo(ChronoUnit.SECONDS).toString());
        notice.clearedAt()
                .ifPresent(at ->
                        facts.put("Cleared", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        facts.put("Channels", fault.channels().size() == 1 ? "" : first(fault.channels()));
        facts.put("Layer", fault.layer());
        facts.put("Also at", first(fault.place().alsoAt()));
        facts.put("Explains", first(fault.consequences()));
        facts.put("Owner", fault.team() + " team");
        facts.put("First", isBad() ? fault.what().action() : "");
        facts.put("By hand", isBad() ? fault.words().byHand() : "");
        facts.put("Note", notice.acknowledged().map(who -> who.note()).orElse(""));
        facts.put("Runbook", links.runbook(fault.what().runbook()));
        facts.put("Evidence", isBad() ? links.evidence(notice).orElse("") : "");
        facts.put("Alert", notice.id());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /** Between two characters: half of one is refused by some. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** What fits into so many bytes of JSON: the longest of these that does, or the last. */
    static Map<String, @Nullable Object> fitting(
            int bytes, int[] lengths, IntFunction<Map<String, @Nullable Object>> body) {
        for (int length : lengths) {
            Map<String, @Nullable Object> made = body.apply(length);
            if (Json.write(made).getBytes(StandardCharsets.UTF_8).length <= bytes) {
                return made;
            }
        }
        return body.apply(lengths[lengths.length - 1]);
    }

    private static String first(List<String> all) {
        String names = String.join(", ", all.subList(0, Math.min(NAMES, all.size())));
        return all.size() <= NAMES ? names : names + " and " + (all.size() - NAMES) + " more";
    }
}
