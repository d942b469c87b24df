package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamKindTest {
    @ParameterizedTest
    @CsvSource({
        "0x1b, AVC,           VIDEO",
        "0xdb, AVC,           VIDEO",
        "0x24, HEVC,          VIDEO",
        "0x0f, AAC,           AUDIO",
        "0xcf, AAC,           AUDIO",
        "0x81, AC3,           AUDIO",
        "0xc2, EAC3,          AUDIO",
        "0x86, SCTE35,        DATA",
        "0x15, ID3,           DATA",
        "0x06, OTHER,         DATA",
        "0x99, OTHER,         DATA",
    })
    void byStreamType(String type, StreamKind kind, StreamKind.Sort sort) {
        assertThat(stream(Integer.decode(type), Optional.empty()).kind()).isEqualTo(kind);
        assertThat(kind.sort()).isEqualTo(sort);
    }

    @Test
    void privateStreamsByDescriptor() {
        assertThat(stream(0x06, Optional.empty(), 0x0a, 0x59).kind()).isEqualTo(StreamKind.DVB_SUBTITLES);
        assertThat(stream(0x06, Optional.empty(), 0x56).kind()).isEqualTo(StreamKind.TELETEXT);
        assertThat(stream(0x06, Optional.empty(), 0x6a).kind()).isEqualTo(StreamKind.AC3);
        assertThat(stream(0x06, Optional.of("EAC3")).kind()).isEqualTo(StreamKind.EAC3);
        assertThat(stream(0x99, Optional.empty(), 0x6a).kind()).isEqualTo(StreamKind.OTHER);
    }

    private static ProgramStream stream(int type, Optional<String> registration, Integer... descriptors) {
        return new ProgramStream(256, type, Optional.empty(), registration, List.of(descriptors));
    }
}
