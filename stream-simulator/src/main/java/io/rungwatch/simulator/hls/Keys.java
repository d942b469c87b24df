package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Noise;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Protection.Method;
import io.rungwatch.simulator.stream.Rendition;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which key holds when, and the lines that say so. */
public final class Keys {
    private Keys() {}

    /** Text is clear. */
    public static @Nullable String line(Channel channel, Rendition rendition, long index) {
        Protection protection = channel.stream().extras().protection();
        return protection == null || rendition.type() == Rendition.Type.SUBTITLES
                ? null
                : "#EXT-X-KEY:" + attributes(channel, protection, number(channel, protection, index));
    }

    /** For players that fetch the key before the first media playlist. */
    static String sessionLine(Channel channel, Protection protection, long at) {
        long newest = Math.max(0, channel.timeline().newest(channel.renditions().getFirst(), at));
        return "#EXT-X-SESSION-KEY:" + attributes(channel, protection, number(channel, protection, newest));
    }

    private static String attributes(Channel channel, Protection protection, long number) {
        String method = "METHOD=" + protection.method().word();
        return protection.method() == Method.AES_128
                ? method + ",URI=\"/live/" + channel.id() + "/keys/" + number + ".key\",IV=0x%032X".formatted(number)
                : method + ",URI=\"skd://" + channel.id() + "/" + number
                        + "\",KEYFORMAT=\"com.apple.streamingkeydelivery\",KEYFORMATVERSIONS=\"1\"";
    }

    static long number(Channel channel, Protection protection, long index) {
        Duration rotation = protection.rotation();
        long age = channel.timeline().start(index) - channel.timeline().start(0);
        return rotation == null ? 0 : age / rotation.toMillis();
    }

    static Body key(Channel channel, long number) {
        long seed = Noise.seed(channel.id());
        return new Bytes(
                ByteBuffer.allocate(16).putLong(seed).putLong(~seed + number).array());
    }

    /** Least playlist version that the lines need. */
    static int version(Protection protection) {
        return protection.method() == Method.AES_128 ? 2 : 5;
    }
}
