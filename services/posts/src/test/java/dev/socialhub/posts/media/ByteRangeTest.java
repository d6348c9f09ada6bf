package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        ", 0, 100, false",
        "bytes=0-9, 0, 10, true",
        "bytes=10-, 10, 90, true",
        "bytes=-10, 90, 10, true",
        "bytes=-1000, 0, 100, true",
        "bytes=99-1000, 99, 1, true",
        "bytes=100-, 0, 0, true",
        "bytes=-0, 100, 0, true",
        "bytes=9-8, 0, 100, false",
        "bytes=-, 0, 100, false",
        "'bytes=0-1,3-4', 0, 100, false",
        "items=0-1, 0, 100, false",
        "bytes=0x1-2, 0, 100, false",
        "bytes=99999999999999999999-, 0, 100, false"
    })
    void readsOneRangeOrTheWholeFile(
            @Nullable String header, long from, long length, boolean partial) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, length, partial));
    }
}
