package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Directives;
import io.rungwatch.simulator.stream.Extras;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Rendition;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operators' plan of paths: `/live/CH_001/CH_001_HD_5M/13970664.ts`, and the same below `/ads/` for ads. */
final class Paths {
    static final String LIVE = "/live/";
    static final String ADS = "/ads/";
    static final String I_FRAMES = "_iframes.m3u8";
    static final String INIT = "init.mp4";
    /** One that a fault put in its place too. */
    private static final Pattern OTHER_INIT = Pattern.compile("init(-\\w+)?\\.mp4");

    private static final Pattern SEGMENT = Pattern.compile("(\\d{1,18})(-b)?(?:\\.p(\\d{1,4}))?\\.(ts|m4s|mp4|vtt)");

    private Paths() {}

    static Address.@Nullable OfHls locate(Map<String, Channel> channels, String asked, String query) {
        String path = Pathways.stripped(asked);
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
        if (!channel.stream().extras().equals(Extras.NONE) && prefix.equals(LIVE)) {
            Address.Document document = Documents.locate(channel, name);
            if (document != null) {
                return document;
            }
        }
        int folder = name.indexOf('/');
        if (folder >= 0) {
            Rendition rendition = channel.byStem(name.substring(0, folder));
            return rendition == null ? null : inside(channel, rendition, name.substring(folder + 1), path);
        }
        return prefix.equals(LIVE) ? playlist(channel, name, query) : null;
    }

    private static Address.@Nullable OfHls playlist(Channel channel, String name, String query) {
        if (name.equals("master.m3u8")) {
            return new Address.Master(channel);
        }
        if (name.endsWith(I_FRAMES) && channel.stream().extras().has(HlsFeature.I_FRAMES)) {
            Rendition rung = channel.byStem(name.substring(0, name.length() - I_FRAMES.length()));
            return rung == null || rung.rung() == null ? null : new Address.KeyFrames(channel, rung);
        }
        Rendition rendition = name.endsWith(".m3u8") ? channel.byStem(name.substring(0, name.length() - 5)) : null;
        return rendition == null ? null : new Address.Media(channel, rendition, directives(channel, query));
    }

    private static Address.@Nullable OfHls inside(Channel channel, Rendition rendition, String name, String path) {
        if (OTHER_INIT.matcher(name).matches() && container(channel).initSection()) {
            return new Address.Init(channel, rendition);
        }
        Matcher matcher = SEGMENT.matcher(name);
        if (!matcher.matches() || !name.endsWith(suffix(channel, rendition))) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        if (matcher.group(3) == null) {
            return new Address.Segment(channel, rendition, number, path);
        }
        return channel.stream().extras().lowLatency() == null
                ? null
                : new Address.Part(channel, rendition, number, Integer.parseInt(matcher.group(3)), path);
    }

    /** Who offers no low latency does not know its words. */
    private static Directives directives(Channel channel, String query) {
        return channel.stream().extras().lowLatency() == null ? Directives.NONE : Directives.of(query);
    }

    /** `15183000.p4.m4s` of `15183000.m4s`. */
    static String part(String uri, int part) {
        int dot = uri.lastIndexOf('.');
        return uri.substring(0, dot) + ".p" + part + uri.substring(dot);
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
