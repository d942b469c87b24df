package io.rungwatch.checks.mpd;

import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.BaseUrl;
import io.rungwatch.dash.Link;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.dash.Place;
import io.rungwatch.dash.TimeSource;
import io.rungwatch.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One address in a manifest and the element that has it. */
record Reference(String element, String url, Place at) {
    /** What relative references are tried against. */
    static final Url ANYWHERE = new Url("http", "manifest.example", 80, "/");

    static List<Reference> of(Mpd mpd) {
        List<Reference> found = new ArrayList<>();
        bases(mpd.baseUrls(), found);
        links(mpd.locations(), found);
        links(mpd.patchLocations(), found);
        links(remotes(mpd), found);
        for (Period period : mpd.periods()) {
            bases(period.baseUrls(), found);
            for (AdaptationSet set : period.sets()) {
                bases(set.baseUrls(), found);
                set.representations().forEach(representation -> bases(representation.baseUrls(), found));
            }
        }
        for (TimeSource source : mpd.timeSources()) {
            source.servers()
                    .forEach(url -> found.add(
                            new Reference("UTCTiming", url, source.descriptor().at())));
        }
        return found;
    }

    static List<Link> remotes(Mpd mpd) {
        List<Link> found = new ArrayList<>(0);
        for (Period period : mpd.periods()) {
            if (period.link() != null) {
                found.add(period.link());
            }
            period.sets().stream()
                    .map(AdaptationSet::link)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return found;
    }

    /** Text that stands for itself, and the one name that stands for nothing. */
    boolean allowed() {
        return url.regionMatches(true, 0, "data:", 0, 5) || url.equals(Link.NOTHING_THERE);
    }

    private static void bases(List<BaseUrl> urls, List<Reference> found) {
        urls.forEach(url -> found.add(new Reference("BaseURL", url.text(), url.at())));
    }

    private static void links(List<Link> links, List<Reference> found) {
        for (Link link : links) {
            boolean remote = link.element().equals("Period") || link.element().equals("AdaptationSet");
            String element = remote ? link.element() + "@xlink:href" : link.element();
            found.add(new Reference(element, link.url(), link.at()));
        }
    }
}
