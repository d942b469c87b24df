package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Steered;
import io.rungwatch.check.SteeringCheck;
import io.rungwatch.checks.Faults;
import io.rungwatch.checks.Repeated;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.BaseUrl;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.dash.Steering;
import io.rungwatch.hls.ContentSteering;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.Tag;
import io.rungwatch.hls.Variant;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class ContentSteeringInvalid implements SteeringCheck {
    private static final CheckInfo INFO = SteeringCheck.declare(
                    "content_steering_invalid", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary("Players cannot be steered: by what the manifest says of it, or by what the steering server says;"
                    + " major where it names no CDN that the manifest has")
            .impact("Players refuse to be steered and stay where they are, even on a dead CDN.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.6, 7; Apple HLS authoring 9.18; ETSI TS 103 998")
            .action("Fetch the steering manifest; compare its priorities with the pathways of the rungs.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Steered seen, ChannelProfile profile) {
        Faults faults = new Faults(INFO);
        if (seen.manifest() instanceof MultivariantPlaylist playlist && playlist.contentSteering() != null) {
            ContentSteering steering = playlist.contentSteering();
            Set<String> pathways =
                    playlist.variants().stream().map(Variant::pathwayId).collect(Collectors.toSet());
            tag(playlist, steering, pathways, faults);
            SteeringRules.judge(seen.said(), steering.line(), pathways, faults);
        } else if (seen.manifest() instanceof Mpd mpd && mpd.steering() != null) {
            int line = mpd.steering().at().line();
            Set<String> locations = serviceLocations(mpd);
            element(mpd.steering(), line, locations, faults);
            SteeringRules.judge(seen.said(), line, locations, faults);
        }
        return faults.told();
    }

    private static void tag(
            MultivariantPlaylist playlist, ContentSteering steering, Set<String> pathways, Faults faults) {
        String server = steering.serverUri();
        if (server == null || server.isBlank()) {
            faults.add(steering.line(), "server", "EXT-X-CONTENT-STEERING without SERVER-URI");
        }
        String pathway = steering.pathwayId();
        if (pathway != null && !pathways.contains(pathway)) {
            faults.add(steering.line(), "pathway", "no rung is on pathway " + pathway);
        }
        for (Problem problem : Repeated.of(playlist, Tag.CONTENT_STEERING)) {
            faults.add(problem.line(), "repeated", "a second EXT-X-CONTENT-STEERING");
        }
    }

    private static void element(Steering steering, int line, Set<String> locations, Faults faults) {
        if (steering.url().isBlank()) {
            faults.add(line, "server", "ContentSteering without an address");
        }
        String wanted = steering.defaultServiceLocation();
        if (wanted != null && Stream.of(wanted.split("\\s+", -1)).noneMatch(locations::contains)) {
            faults.add(line, "pathway", "no BaseURL has serviceLocation " + wanted);
        }
    }

    private static Set<String> serviceLocations(Mpd mpd) {
        Set<String> found = new HashSet<>();
        add(mpd.baseUrls(), found);
        for (Period period : mpd.periods()) {
            add(period.baseUrls(), found);
            for (AdaptationSet set : period.sets()) {
                add(set.baseUrls(), found);
                set.representations().forEach(representation -> add(representation.baseUrls(), found));
            }
        }
        return found;
    }

    private static void add(List<BaseUrl> urls, Set<String> into) {
        for (BaseUrl url : urls) {
            if (url.serviceLocation() != null) {
                into.add(url.serviceLocation());
            }
        }
    }
}
