package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** All the frames of a rendition, without end, in both wrappings. */
public record Track(String name, Rate rate, Bytes init, Samples samples, Packets packets) {
    private static final Map<String, Track> LOOPS = new ConcurrentHashMap<>();

    static Track of(Channel channel, Rendition rendition) {
        return switch (rendition.type()) {
            case VIDEO -> of(RealMedia.loop(Objects.requireNonNull(rendition.rung())));
            case AUDIO -> of(Objects.requireNonNull(rendition.audio()));
            case SUBTITLES -> captions(channel, Objects.requireNonNull(rendition.language()));
        };
    }

    /** The rung that shows the same in another codec; what is not seen has none. */
    public Track inAnotherCodec() {
        for (Rung rung : RealMedia.LADDER) {
            if (rung.name().equals(name)) {
                return of(RealMedia.inAnotherCodec(rung));
            }
        }
        return this;
    }

    private static Track of(Rung rung) {
        return LOOPS.computeIfAbsent(
                rung.name(),
                name -> loop(name, Rate.of(rung.frameRate()), Codec.of(rung.codec()), UnaryOperator.identity()));
    }

    private static Track of(Audio audio) {
        String loop = RealMedia.loop(audio);
        return LOOPS.computeIfAbsent(
                loop + ' ' + audio.language(),
                name -> loop(
                        loop,
                        Rate.of(audio),
                        Codec.of(audio.codec()),
                        bytes -> Language.spoken(bytes, audio.language())));
    }

    private static Track captions(Channel channel, String language) {
        Captions captions = new Captions(channel.timeline().start(0));
        return new Track("text", Rate.TEXT, new Bytes(CaptionsInit.of(language)), captions, Packets.NONE);
    }

    private static Track loop(String name, Rate rate, Codec codec, UnaryOperator<byte[]> change) {
        Packets packets = Packets.of(change.apply(read(name + ".ts")));
        Bytes init = new Bytes(change.apply(read(name + ".mp4")));
        return new Track(name, rate, init, LoopSamples.of(packets, codec), packets);
    }

    private static byte[] read(String name) {
        try (InputStream file = Track.class.getResourceAsStream("/loops/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
