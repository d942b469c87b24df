package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.http.Made;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Protection.Method;
import io.rungwatch.simulator.stream.Rendition;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Segments of which nothing can be read without the key. Sample encryption is only what manifests say. */
final class Locks {
    private static final int BLOCK = 16;

    private Locks() {}

    static Body locked(Channel channel, Rendition rendition, long index, Body clear) {
        Protection protection = channel.stream().extras().protection();
        return protection == null || !isLocked(channel, rendition)
                ? clear
                : new Made(
                        length(channel, rendition, clear.length()), () -> encrypted(channel, protection, index, clear));
    }

    static long length(Channel channel, Rendition rendition, long clear) {
        return isLocked(channel, rendition) ? (clear / BLOCK + 1) * BLOCK : clear;
    }

    private static boolean isLocked(Channel channel, Rendition rendition) {
        Protection protection = channel.stream().extras().protection();
        return protection != null
                && protection.method() == Method.AES_128
                && rendition.type() != Rendition.Type.SUBTITLES;
    }

    private static Body encrypted(Channel channel, Protection protection, long index, Body clear) {
        long number = Keys.number(channel, protection, index);
        byte[] start = ByteBuffer.allocate(BLOCK).putLong(8, number).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Keys.key(channel, number).toBytes(), "AES"),
                    new IvParameterSpec(start));
            return new Bytes(cipher.doFinal(clear.toBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
