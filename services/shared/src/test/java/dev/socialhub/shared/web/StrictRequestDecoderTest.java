package dev.socialhub.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestDecoderTest {

    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

    /** What came out: targets of requests, the text of bodies, and why reading ended. */
    private record Decoded(List<String> targets, String body, @Nullable Throwable failure) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000012",
                "0000000000000012",
                "80000000",
                "ffffffffffffffff",
                "10000000000000012",
                "",
                " 12",
                "12 ",
                "\t12",
                "12\t",
                "+12",
                "-12",
                "0x12",
                "1_2",
                "1g",
                "12\u000b",
                "12\r",
                ";a",
                "12 ;a",
                "12;a\u0000b",
                "12;a\rb"
            })
    void refusesASizeThatCouldBeReadOtherwise(String size) {
        Decoded decoded =
                decode(chunked(size + "\r\n" + "x".repeat(0x12) + "\r\n0\r\n\r\n" + NEXT));

        assertThat(decoded.failure()).isInstanceOf(AmbiguousLengthException.class);
        assertThat(decoded.targets()).containsExactly("/a");
        assertThat(decoded.body()).isEmpty();
    }

    @Test
    void refusesASizeThatEndsWithoutACarriageReturnOrNotAtAll() {
        assertThat(decode(chunked("2\nab\r\n0\r\n\r\n")).failure())
                .isInstanceOf(AmbiguousLengthException.class);
        assertThat(decode(chunked("2;" + "a".repeat(300))).failure())
                .isInstanceOf(AmbiguousLengthException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2\r\nabX\r\n0\r\n\r\n", "2\r\nab\n0\r\n\r\n", "1\r\nab\r\n0\r\n\r\n"})
    void refusesAChunkThatDoesNotEndWhereItShould(String body) {
        Decoded decoded = decode(chunked(body + NEXT));

        assertThat(decoded.failure()).isNotNull();
        assertThat(decoded.targets()).containsExactly("/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n",
                "00000005\r\nabcde\r\n0\r\n\r\n",
                "2;a=\"b\";c\r\nab\r\n3;d\r\ncde\r\n000;last\r\nX-Trailer: 1\r\n\r\n"
            })
    void readsChunksHoweverTheyArrive(String body) {
        byte[] bytes = (chunked(body) + NEXT).getBytes(StandardCharsets.ISO_8859_1);
        for (int step = 1; step <= bytes.length; step++) {
            Decoded decoded = decode(bytes, step);

            assertThat(decoded.failure()).isNull();
            assertThat(decoded.targets()).containsExactly("/a", "/next");
            assertThat(decoded.body()).isEqualTo("abcde");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5\r\ncontent-length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: "
            })
    void refusesALengthThatIsStatedTwiceOrInAnUnknownWay(String headers) {
        for (String version : List.of("HTTP/1.1", "HTTP/1.0")) {
            Decoded decoded =
                    decode(
                            "POST /a "
                                    + version
                                    + "\r\nHost: a\r\n"
                                    + headers
                                    + "\r\n\r\n0\r\n\r\n");

            assertThat(decoded.failure()).isInstanceOf(AmbiguousLengthException.class);
        }
        assertThat(decode("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n").failure())
                .isInstanceOf(AmbiguousLengthException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 5, 5",
                "Content-Length: 0x5",
                "Content-Length: 5a",
                "Content-Length: 5 5",
                "Content-Length: 99999999999999999999",
                "Content-Length:",
                "Content-Length : 5",
                "X-A: b\r\n Content-Length: 5",
                "X-A: b\r\n\tc",
                "X-A: b\r\n \r\nX-B: c",
                " X-A: b",
                "X-A: b\nX-B: c",
                "X-A: b\rX-B: c",
                "X-A: b\u0000c",
                "X-A",
                ": b",
                "X A: b"
            })
    void refusesHeadersThatCouldBeReadOtherwise(String headers) {
        byte[] bytes =
                ("POST /a HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n" + NEXT)
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (int step : new int[] {1, 7, bytes.length}) {
            Decoded decoded = decode(bytes, step);

            assertThat(decoded.failure()).isNotNull();
            assertThat(decoded.targets()).doesNotContain("/next");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " GET /a HTTP/1.1",
                "\u0000GET /a HTTP/1.1",
                "\nGET /a HTTP/1.1",
                "\rGET /a HTTP/1.1",
                "GET  /a HTTP/1.1",
                "GET /a  HTTP/1.1",
                "GET\t/a HTTP/1.1",
                "GET\r/a HTTP/1.1",
                "GET /a\u000bHTTP/1.1",
                "GET /a HTTP/1.1 ",
                "GET /a b HTTP/1.1",
                "GET /a",
                "GET /a HTTP/1.1\r",
                "GE(T /a HTTP/1.1"
            })
    void refusesRequestLinesThatAreNotDividedBySingleBlanks(String line) {
        Decoded decoded = decode(line + "\r\nHost: a\r\n\r\n" + NEXT);

        assertThat(decoded.failure()).isNotNull();
        assertThat(decoded.targets()).doesNotContain("/next");
    }

    @Test
    void passesOverEmptyLinesBeforeARequest() {
        byte[] bytes = ("\r\n\r\n" + NEXT + "\r\n" + NEXT).getBytes(StandardCharsets.ISO_8859_1);
        for (int step = 1; step <= bytes.length; step++) {
            assertThat(decode(bytes, step).targets()).containsExactly("/next", "/next");
        }
    }

    @Test
    void readsABodyOfAStatedLength() {
        Decoded decoded =
                decode("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 005 \r\n\r\nabcde" + NEXT);

        assertThat(decoded).isEqualTo(new Decoded(List.of("/a", "/next"), "abcde", null));
    }

    @Test
    void tellsWhatIsTooLong() {
        assertThat(decode("GET /" + "a".repeat(2000) + " HTTP/1.1\r\nHost: a\r\n\r\n").failure())
                .isInstanceOf(TooLongHttpLineException.class);
        assertThat(decode("GET /a HTTP/1.1\r\nX: " + "a".repeat(2000) + "\r\n\r\n").failure())
                .isInstanceOf(TooLongHttpHeaderException.class);
    }

    private static String chunked(String body) {
        return "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    }

    private static Decoded decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return decode(bytes, bytes.length);
    }

    /** Reads the bytes as they would arrive in pieces of this size. */
    private static Decoded decode(byte[] bytes, int step) {
        EmbeddedChannel channel = new EmbeddedChannel(new StrictRequestDecoder(1000, 1000));
        for (int at = 0; at < bytes.length; at += step) {
            ByteBuf piece = Unpooled.copiedBuffer(bytes, at, Math.min(step, bytes.length - at));
            channel.writeInbound(piece);
        }
        List<String> targets = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        Throwable failure = null;
        for (HttpObject part = channel.readInbound(); part != null; part = channel.readInbound()) {
            if (part.decoderResult().isFailure()) {
                assertThat(failure).as("one failure ends it").isNull();
                failure = part.decoderResult().cause();
            }
            if (part instanceof HttpRequest request) {
                targets.add(request.uri());
            }
            if (part instanceof HttpContent content) {
                body.append(content.content().toString(StandardCharsets.ISO_8859_1));
                content.release();
            }
        }
        channel.finishAndReleaseAll();
        return new Decoded(targets, body.toString(), failure);
    }
}
