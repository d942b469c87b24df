package io.rungwatch.simulator.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How media is encrypted. Of sample encryption and of DASH only what the manifests say is true: the bytes are clear.
 *
 * @param rotation a new key once in this time; null is one key for ever
 */
public record Protection(Method method, @Nullable Duration rotation) {
    public enum Method {
        AES_128("AES-128"),
        SAMPLE_AES("SAMPLE-AES");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Protection of(Method method) {
        return new Protection(method, null);
    }

    public Protection withRotation(Duration every) {
        return new Protection(method, every);
    }
}
