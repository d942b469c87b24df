package io.rungwatch.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    /** RFC 3986, 5.4.1 and 5.4.2; a bare host gets its slash, and the fragment is cut. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
                    g             -> http://a/b/c/g
                    ./g           -> http://a/b/c/g
                    g/            -> http://a/b/c/g/
                    /g            -> http://a/g
                    //g           -> http://g/
                    ?y            -> http://a/b/c/d;p?y
                    g?y           -> http://a/b/c/g?y
                    #s            -> http://a/b/c/d;p?q
                    g#s           -> http://a/b/c/g
                    g?y#s         -> http://a/b/c/g?y
                    ;x            -> http://a/b/c/;x
                    g;x           -> http://a/b/c/g;x
                    g;x?y#s       -> http://a/b/c/g;x?y
                    ``            -> http://a/b/c/d;p?q
                    .             -> http://a/b/c/
                    ./            -> http://a/b/c/
                    ..            -> http://a/b/
                    ../           -> http://a/b/
                    ../g          -> http://a/b/g
                    ../..         -> http://a/
                    ../../        -> http://a/
                    ../../g       -> http://a/g
                    ../../../g    -> http://a/g
                    ../../../../g -> http://a/g
                    /./g          -> http://a/g
                    /../g         -> http://a/g
                    g.            -> http://a/b/c/g.
                    .g            -> http://a/b/c/.g
                    g..           -> http://a/b/c/g..
                    ..g           -> http://a/b/c/..g
                    ./../g        -> http://a/b/g
                    ./g/.         -> http://a/b/c/g/
                    g/./h         -> http://a/b/c/g/h
                    g/../h        -> http://a/b/c/h
                    g;x=1/./y     -> http://a/b/c/g;x=1/y
                    g;x=1/../y    -> http://a/b/c/y
                    g?y/./x       -> http://a/b/c/g?y/./x
                    g?y/../x      -> http://a/b/c/g?y/../x
                    g#s/./x       -> http://a/b/c/g
                    g#s/../x      -> http://a/b/c/g
                    """)
    void resolvesTheExamplesOfTheRfc(String reference, String expected) throws BadUrl {
        assertThat(Url.parse("http://a/b/c/d;p?q").resolve(reference)).hasToString(expected);
    }

    /** Of the RFC's examples these two lead away from http, or nowhere. */
    @ParameterizedTest
    @ValueSource(strings = {"g:h", "http:g"})
    void refusesAnotherSchemeInAReference(String reference) throws BadUrl {
        Url base = Url.parse("http://a/b/c/d;p?q");
        assertThatThrownBy(() -> base.resolve(reference)).isInstanceOf(BadUrl.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "->", ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    HTTP://Edge.Example.COM/Live/A.m3u8      -> http://edge.example.com/Live/A.m3u8
                    http://h                                 -> http://h/
                    http://h?x=1                             -> http://h/?x=1
                    http://h:/a                              -> http://h/a
                    http://h:80/a                            -> http://h/a
                    https://h:443/a                          -> https://h/a
                    https://h:80/a                           -> https://h:80/a
                    http://h:8080/a/../b/./c                 -> http://h:8080/b/c
                    http://h/a b|c{d}"e"<f>^g`h              -> http://h/a%20b%7Cc%7Bd%7D%22e%22%3Cf%3E%5Eg%60h
                    http://h/thể thao.m3u8?kênh=vtv          -> http://h/th%E1%BB%83%20thao.m3u8?k%C3%AAnh=vtv
                    http://h/😀                              -> http://h/%F0%9F%98%80
                    http://h/a%2Fb+c%20d?x=%2f+y             -> http://h/a%2Fb+c%20d?x=%2f+y
                    http://h/100%.ts                         -> http://h/100%.ts
                    http://h/a#top                           -> http://h/a
                    http://h/a;v=1,2:3@4!$&'()*              -> http://h/a;v=1,2:3@4!$&'()*
                    http://[2001:DB8::1]:8080/a              -> http://[2001:db8::1]:8080/a
                    http://[::1]/a                           -> http://[::1]/a
                    http://bücher.example/a                  -> http://xn--bcher-kva.example/a
                    http://edge_1.internal./a                -> http://edge_1.internal./a
                    """)
    void parsesWhatTheWorldSends(String text, String expected) throws BadUrl {
        assertThat(Url.parse(text)).hasToString(expected);
        assertThat(Url.parse(expected)).isEqualTo(Url.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "master.m3u8",
                "/live/master.m3u8",
                "//h/a",
                "file:///etc/passwd",
                "jar:http://h/a!/b",
                "gopher://h/a",
                "javascript:alert(1)",
                "data:text/plain,x",
                "skd://key",
                "http:/a",
                "http:///a",
                "http://:80/a",
                "http://h:0/a",
                "http://h:65536/a",
                "http://h:70000/a",
                "http://h:99999999999999999999/a",
                "http://h:8o/a",
                "http://h:-1/a",
                "http://h h/a",
                "http://h%2f/a",
                "http://h\\a",
                "http://[::1/a",
                "http://[]/a",
                "http://[fe80::1%25eth0]/a",
                "http://[xyz::1]/a",
                "http://h/a\r\nHost: evil",
                "http://h/a\u0000b",
                "http://h/\ta"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> Url.parse(text)).isInstanceOf(BadUrl.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:secret@h/a", "http://secret@h", "https://u:secret@@h:1/?x"})
    void refusesCredentialsAndDoesNotShowThem(String text) {
        assertThatThrownBy(() -> Url.parse(text))
                .isInstanceOf(BadUrl.class)
                .message()
                .contains("***")
                .doesNotContain("secret");
    }

    @Test
    void refusesMoreThanEightKilobytes() throws BadUrl {
        String fits = "http://h/" + "a".repeat(Url.MAX_LENGTH - 9);
        assertThat(Url.parse(fits)).hasToString(fits);
        assertThatThrownBy(() -> Url.parse(fits + "a")).isInstanceOf(BadUrl.class);
        assertThatThrownBy(() -> Url.parse("http://h/" + "|".repeat(4000))).isInstanceOf(BadUrl.class);
        assertThatThrownBy(() -> Url.parse("http://h/").resolve("a".repeat(100_000)))
                .isInstanceOf(BadUrl.class);
    }

    @Test
    void forgivesBlanksAroundAReference() throws BadUrl {
        assertThat(Url.parse(" http://h/a/b.m3u8 ").resolve("\t720p.m3u8 ")).hasToString("http://h/a/720p.m3u8");
    }

    @Test
    void takesATimeInAFileNameForAPathAndNotForAScheme() throws BadUrl {
        assertThat(Url.parse("http://h/a/b.m3u8").resolve("12:30.ts")).hasToString("http://h/a/12:30.ts");
    }

    @Test
    void childrenDoNotInheritTheQuery() throws BadUrl {
        Url base = Url.parse("https://h:8443/live/a.m3u8?token=1&x=/../y");
        assertThat(base.resolve("seg 1.ts")).hasToString("https://h:8443/live/seg%201.ts");
        assertThat(base.resolve("//other/seg.ts")).hasToString("https://other/seg.ts");
        assertThat(base.resolve("http://other/seg.ts").secure()).isFalse();
    }

    @Test
    void tellsItsParts() throws BadUrl {
        Url url = Url.parse("https://[2001:db8::1]/live/a.m3u8?x=1?2");
        assertThat(url.secure()).isTrue();
        assertThat(url.port()).isEqualTo(443);
        assertThat(url.address()).isEqualTo("2001:db8::1");
        assertThat(url.path()).isEqualTo("/live/a.m3u8");
        assertThat(url.query()).isEqualTo("x=1?2");
        assertThat(Url.parse("http://h/a").query()).isEmpty();
    }
}
