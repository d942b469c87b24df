package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Rendition;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operators' plan of paths: `/live/CH_001/CH_001_HD_5M/13970664.ts`, and the same below `/ads/` for ads. */
final class Paths {
    static final String LIVE = "/live/";
    static final String ADS = "/ads/";
    static final String INIT = "init.mp4";
    private static final Pattern SEGMENT = Pattern.compile("(\\d{1,18})(-b)?\\.(ts|m4s|mp4|vtt)");

    private Paths() {}

    static Address.@Nullable OfHls locate(Map<String, Channel> channels, String path) {
        String prefix = path.startsWith(LIVE) ? LIVE : path.startsWith(ADS) ? ADS : null;
        if (prefix == null) {
            return null;
        }
        int slash = path.indexOf('/', prefix.length());
        Channel channel = slash < 0 ? null : channels.get(path.substring(prefix.length(), slash));
        if (channel == null) {
            return null;
        }
        String name = path.substring(slash + 1);
        int folder = name.indexOf('/');
        if (folder >= 0) {
            Rendition rendition = channel.byStem(name.substring(0, folder));
            return rendition == null ? null : inside(channel, rendition, name.substring(folder + 1), path);
        }
        return prefix.equals(LIVE) ? playlist(channel, name) : null;
    }

    private static Address.@Nullable OfHls playlist(Channel channel, String name) {
        if (name.equals("master.m3u8")) {
            return new Address.Master(channel);
        }
        Rendition rendition = name.endsWith(".m3u8") ? channel.byStem(name.substring(0, name.length() - 5)) : null;
        return rendition == null ? null : new Address.Media(channel, rendition);
    }

    private static Address.@Nullable OfHls inside(Channel channel, Rendition rendition, String name, String path) {
        if (name.equals(INIT) && container(channel).initSection()) {
            return new Address.Init(channel, rendition);
        }
        Matcher matcher = SEGMENT.matcher(name);
        return matcher.matches() && name.endsWith(suffix(channel, rendition))
                ? new Address.Segment(channel, rendition, Long.parseLong(matcher.group(1)), path)
                : null;
    }

    static String suffix(Channel channel, Rendition rendition) {
        return rendition.type() == Rendition.Type.SUBTITLES
                ? ".vtt"
                : container(channel).suffix();
    }

    static Container container(Channel channel) {
        return channel.stream().segmentation().container();
    }

    /** As a row of the playlist has it: relative for the programme, absolute for an ad. */
    static String folder(Channel channel, Rendition rendition, boolean ad) {
        return (ad ? ADS + channel.id() + "/" : "") + rendition.stem() + "/";
    }

    static String absolute(Channel channel, String uri) {
        return uri.startsWith("/") ? uri : LIVE + channel.id() + "/" + uri;
    }
}
