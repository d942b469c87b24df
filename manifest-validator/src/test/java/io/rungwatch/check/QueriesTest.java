package io.rungwatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            302 from http://cdn/a?token=S3CRET back to http://cdn/a?token=S3CRET | 302 from http://cdn/a?… back to http://cdn/a?…
            segment hd_1.ts?sig=a%3Db&x=1, and one more                           | segment hd_1.ts?…, and one more
            Location "https://cdn/a?hdnts=exp=1~hmac=2" is none                   | Location "https://cdn/a?…" is none
            https://time.example/?iso tells no time                              | https://time.example/?iso tells no time
            hd_1.ts?t={$tok} (line 9)                                            | hd_1.ts?t={$tok} (line 9)
            is it there?                                                         | is it there?
            """)
    void tokensAreNotShown(String said, String shown) {
        assertThat(Queries.hidden(said)).isEqualTo(shown);
    }
}
