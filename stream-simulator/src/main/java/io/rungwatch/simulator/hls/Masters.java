package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.hls.MasterPlaylist.Track;
import io.rungwatch.simulator.hls.MasterPlaylist.Variant;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Extras;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The clean multivariant playlist of a channel. */
final class Masters {
    private static final long HOUR = 3_600_000;

    private Masters() {}

    static MasterPlaylist of(Channel channel, long at) {
        List<Track> tracks = new ArrayList<>();
        List<Variant> variants = new ArrayList<>();
        boolean firstAudio = true;
        for (Rendition rendition : channel.renditions()) {
            String uri = rendition.stem() + ".m3u8";
            if (rendition.rung() != null) {
                variants.add(variant(channel, rendition, rendition.rung(), uri));
            } else {
                boolean audio = rendition.type() == Rendition.Type.AUDIO;
                tracks.add(new Track(rendition, audio ? "audio" : "subs", audio && firstAudio, uri, null));
                firstAudio &= !audio;
            }
        }
        MasterPlaylist plain = new MasterPlaylist(head(channel, at), tracks, variants, keyFrames(channel));
        MasterPlaylist rows = channel.stream().extras().has(HlsFeature.PATHWAYS) ? twice(channel, plain) : plain;
        boolean switches = channel.stream().extras().has(HlsFeature.CDN_SWITCH);
        return switches && at / HOUR % 2 == 1 ? switched(channel, rows) : rows;
    }

    private static Variant variant(Channel channel, Rendition rendition, Rung rung, String uri) {
        StringBuilder codecs = new StringBuilder(rung.codec());
        channel.stream().audio().stream()
                .map(Audio::codec)
                .distinct()
                .forEach(codec -> codecs.append(',').append(codec));
        return new Variant(
                rendition, rung.bitrate(), codecs.toString(), rung.resolution(), rung.frameRate(), uri, null);
    }

    private static List<String> head(Channel channel, long at) {
        List<String> lines = new ArrayList<>();
        Extras extras = channel.stream().extras();
        Protection protection = extras.protection();
        int version = Variables.version(extras);
        if (version > 0) {
            lines.add("#EXT-X-VERSION:" + version);
        }
        lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
        lines.addAll(Variables.master(channel));
        if (extras.has(HlsFeature.STEERING)) {
            lines.add("#EXT-X-CONTENT-STEERING:SERVER-URI=\"/live/" + channel.id() + "/steering.json\",PATHWAY-ID=\""
                    + Pathways.FIRST + "\"");
        }
        if (protection != null) {
            lines.add(Keys.sessionLine(channel, protection, at));
        }
        return lines;
    }

    private static List<String> keyFrames(Channel channel) {
        if (!channel.stream().extras().has(HlsFeature.I_FRAMES)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Rendition rendition : channel.renditions()) {
            Rung rung = rendition.rung();
            if (rung != null) {
                lines.add("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=" + rung.bitrate() / 10 + ",CODECS=\"" + rung.codec()
                        + "\",RESOLUTION=" + rung.resolution() + ",URI=\"" + rendition.stem() + Paths.I_FRAMES
                        + "\"");
            }
        }
        return lines;
    }

    private static MasterPlaylist switched(Channel channel, MasterPlaylist rows) {
        return rows.withTracks(rows.tracks().stream()
                        .map(track -> track.withUri(onSecond(channel, track.uri())))
                        .toList())
                .withVariants(rows.variants().stream()
                        .map(variant -> variant.withUri(onSecond(channel, variant.uri())))
                        .toList());
    }

    private static String onSecond(Channel channel, String uri) {
        return uri.startsWith("/") ? uri : folderOnSecond(channel) + uri;
    }

    private static String folderOnSecond(Channel channel) {
        return Pathways.PREFIX + "/live/" + channel.id() + "/";
    }

    private static MasterPlaylist twice(Channel channel, MasterPlaylist plain) {
        String other = folderOnSecond(channel);
        return plain.withTracks(Stream.concat(
                                plain.tracks().stream().map(track -> track.on(Pathways.FIRST, "")),
                                plain.tracks().stream().map(track -> track.on(Pathways.SECOND, other)))
                        .toList())
                .withVariants(Stream.concat(
                                plain.variants().stream().map(variant -> variant.on(Pathways.FIRST, "")),
                                plain.variants().stream().map(variant -> variant.on(Pathways.SECOND, other)))
                        .toList());
    }
}
