package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Rendition;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** `/live/CH_001/manifest.mpd`, `/live/CH_001/dash/HD_5M/15183000.m4s`, and ads below `/ads/`. */
final class DashPaths {
    static final String FOLDER = "dash/";
    static final String PATCH = "manifest.mpp";
    static final String INIT_TEMPLATE = "$RepresentationID$/init.mp4";
    static final String BY_TIME = "$RepresentationID$/$Time$.m4s";
    static final String BY_NUMBER = "$RepresentationID$/$Number$.m4s";
    static final String LIVE = "/live/";
    /** The second name of all that is there. */
    static final String SECOND = "/cdn-b";

    private static final String ADS = "/ads/";
    private static final String CLOCK = "/time/";
    private static final String SUFFIX = ".m4s";

    private DashPaths() {}

    static String clock(Channel channel) {
        return CLOCK + channel.id();
    }

    static String ads(Channel channel) {
        return ADS + channel.id() + "/" + FOLDER;
    }

    static Address.@Nullable OfDash locate(Map<String, Channel> channels, String asked, String query) {
        String path = asked.startsWith(SECOND + "/") ? asked.substring(SECOND.length()) : asked;
        if (path.startsWith(CLOCK)) {
            Channel channel = channels.get(path.substring(CLOCK.length()));
            return channel == null ? null : new Address.Clock(channel);
        }
        String prefix = path.startsWith(LIVE) ? LIVE : path.startsWith(ADS) ? ADS : null;
        int slash = prefix == null ? -1 : path.indexOf('/', prefix.length());
        if (prefix == null || slash < 0) {
            return null;
        }
        Channel channel = channels.get(path.substring(prefix.length(), slash));
        Dash dash = channel == null ? null : channel.stream().extras().dash();
        if (channel == null || dash == null) {
            return null;
        }
        String name = path.substring(slash + 1);
        return name.startsWith(FOLDER)
                ? media(channel, dash, name.substring(FOLDER.length()), prefix.equals(ADS))
                : manifest(channel, dash, name, query);
    }

    private static Address.@Nullable OfDash manifest(Channel channel, Dash dash, String name, String query) {
        if (name.equals("manifest.mpd")) {
            return new Address.Mpd(channel);
        }
        Long since = name.equals(PATCH) && dash.patches() != null ? publishTime(query) : null;
        return since == null ? null : new Address.MpdPatch(channel, since);
    }

    private static @Nullable Long publishTime(String query) {
        if (!query.startsWith("publishTime=")) {
            return null;
        }
        try {
            return Instant.parse(query.substring(12).replace("%3A", ":").replace("%3a", ":"))
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Address.@Nullable OfDash media(Channel channel, Dash dash, String name, boolean ad) {
        int slash = name.indexOf('/');
        Rendition rendition = slash < 0 ? null : channel.byStem(channel.id() + "_" + name.substring(0, slash));
        if (rendition == null) {
            return null;
        }
        String file = name.substring(slash + 1);
        if (file.equals("init.mp4")) {
            return new Address.DashInit(channel, rendition);
        }
        long index = file.matches("\\d{1,18}\\.m4s") ? index(channel, dash, rendition, file) : -1;
        boolean here = index >= 0
                && ad == (channel.hasPeriods() && channel.timeline().breaks().isAd(index));
        return here ? new Address.DashSegment(channel, rendition, index) : null;
    }

    private static long index(Channel channel, Dash dash, Rendition rendition, String file) {
        long number = Long.parseLong(file.substring(0, file.length() - SUFFIX.length()));
        return dash.addressing() == Dash.Addressing.TIME ? Ticks.of(rendition).index(channel, number) : number;
    }
}
