package io.rungwatch.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Any text as a URL, alone and beside a playlist: refused, or clean enough to be written into a request and read again. */
public final class UrlFuzz {
    private UrlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, UTF_8);
        try {
            check(Url.parse(text));
        } catch (BadUrl refused) {
            check(refused);
        }
        try {
            check(Url.parse("http://edge/live/hd/index.m3u8?token=a").resolve(text));
        } catch (BadUrl refused) {
            check(refused);
        }
    }

    private static void check(Url url) throws BadUrl {
        assertThat(url.scheme()).isIn("http", "https");
        assertThat(url.host()).isNotEmpty();
        assertThat(url.port()).isBetween(1, 65_535);
        assertThat(url.target()).startsWith("/").hasSizeLessThanOrEqualTo(Url.MAX_LENGTH);
        for (int i = 0; i < url.target().length(); i++) {
            assertThat(url.target().charAt(i)).isBetween('!', '~');
        }
        if (url.toString().length() <= Url.MAX_LENGTH) {
            assertThat(Url.parse(url.toString())).isEqualTo(url);
        }
    }

    private static void check(BadUrl refused) {
        assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(1000);
    }
}
