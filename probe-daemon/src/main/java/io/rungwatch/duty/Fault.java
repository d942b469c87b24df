package io.rungwatch.duty;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rungwatch.check.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is wrong, as the folds of `alert` have it, in plain values: it is kept over a restart and read by whoever is told. Of a group of
 * channels, `channels` are many, and `protocol`, `renditions` and `facts` are those of its example.
 *
 * @param key the same for the same fault, whenever it is raised: what a flapping alert and one from before a restart are known by
 * @param consequences checks that it explains
 * @param members the ids of the channels' own alerts that a group tells
 */
public record Fault(
        String key,
        @JsonUnwrapped What what,
        @JsonUnwrapped Place place,
        @JsonUnwrapped Words words,
        Map<String, Object> facts,
        List<String> consequences,
        List<String> members,
        Instant since,
        Instant raisedAt) {

    /** Which check found it, how bad it is, whose it is, and what to do. */
    public record What(String check, Severity severity, String team, String action, String runbook) {}

    /**
     * Where it is.
     *
     * @param name what people call the channel; empty of several channels
     * @param protocol HLS or DASH in lower case; empty where neither
     * @param tier of the most watched of the channels; empty where there is none
     * @param layer at which it begins
     * @param alsoAt the layers below that have it too
     */
    public record Place(
            List<String> channels,
            String name,
            String protocol,
            String tier,
            String layer,
            List<String> renditions,
            List<String> alsoAt) {

        Place of(List<String> others, String itsTier) {
            return new Place(others, name, protocol, itsTier, layer, renditions, alsoAt);
        }
    }

    /**
     * What people read of it.
     *
     * @param headline one line: what is wrong where
     * @param url what to ask for by hand, without its query; empty where nothing can be asked for
     * @param byHand the command to ask for it; empty as well
     */
    public record Words(String message, String headline, String url, String byHand) {}

    public String check() {
        return what.check();
    }

    public Severity severity() {
        return what.severity();
    }

    public String team() {
        return what.team();
    }

    public List<String> channels() {
        return place.channels();
    }

    /** The channel, or all of them, as one word. */
    public String channel() {
        return String.join(", ", place.channels());
    }

    public String layer() {
        return place.layer();
    }

    public String rendition() {
        return String.join(", ", place.renditions());
    }

    /** What one of its channels has of it. */
    Fault only(String channel, String itsTier) {
        return new Fault(
                key, what, place.of(List.of(channel), itsTier), words, facts, consequences, members, since, raisedAt);
    }

    /** As it stands, but of an earlier beginning. */
    Fault since(Instant began, Instant raised) {
        return new Fault(key, what, place, words, facts, consequences, members, began, raised);
    }

    Fault with(List<String> itsMembers) {
        return new Fault(key, what, place, words, facts, consequences, itsMembers, since, raisedAt);
    }

    /** Nothing that somebody would want to be told again. */
    boolean looksLike(Fault other) {
        return severity() == other.severity()
                && layer().equals(other.layer())
                && place.renditions().equals(other.place.renditions())
                && channels().equals(other.channels());
    }
}
