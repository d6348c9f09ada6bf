package dev.socialhub.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static final Instant OTHERWISE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsWhatLogbackWrites() {
        LogEntry entry =
                new JsonLines("posts")
                        .read(
                                """
                                {"sequenceNumber":0,"timestamp":1767225600123,"nanoseconds":0,\
                                "level":"ERROR","threadName":"main","loggerName":"a.B",\
                                "mdc":{"requestId":"r-7","traceId":"t-7","userId":"u"},\
                                "message":"post {} by {} failed","arguments":["p1","ann"],\
                                "throwable":{"className":"java.lang.IllegalStateException",\
                                "message":"outer","stepArray":[{"className":"a.B",\
                                "methodName":"run","fileName":"B.java","lineNumber":42}],\
                                "commonFramesCount":0,"cause":{"className":"java.io.IOException",\
                                "message":"inner","stepArray":[],"commonFramesCount":3}}}\
                                """);
        assertThat(entry)
                .isEqualTo(
                        new LogEntry(
                                Instant.ofEpochMilli(1_767_225_600_123L),
                                "ERROR",
                                "posts",
                                "post p1 by ann failed",
                                "r-7",
                                "t-7",
                                List.of(
                                        "java.lang.IllegalStateException: outer",
                                        "    at a.B.run(B.java:42)",
                                        "Caused by: java.io.IOException: inner",
                                        "    … 3 more")));
    }

    @Test
    void prefersTheFormattedMessage() {
        assertThat(
                        new JsonLines("posts")
                                .read(
                                        "{\"timestamp\":1,\"message\":\"{}\",\"formattedMessage\":\"x\"}")
                                .message())
                .isEqualTo("x");
    }

    @Test
    void showsATornJsonLineAsItStandsAtTheTimeBefore() {
        JsonLines lines = new JsonLines("posts");
        lines.read("{\"timestamp\":5000,\"message\":\"a\"}");
        LogEntry torn = lines.read("{\"timestamp\":60");
        assertThat(torn.time()).isEqualTo(Instant.ofEpochSecond(5));
        assertThat(torn.message()).isEqualTo("{\"timestamp\":60");
    }

    @Test
    void readsTimesOfPostgresRedisAndKafka() {
        PlainLines lines = new PlainLines("x", ZoneId.of("Europe/Berlin"), OTHERWISE);
        assertThat(lines.read("2026-11-21 02:40:35.123 UTC [12] LOG:  ready"))
                .isEqualTo(entry("2026-11-21T02:40:35.123Z", "LOG", "[12] LOG:  ready"));
        assertThat(lines.read("2026-11-21 03:40:35.124 CET [12] FATAL:  no"))
                .isEqualTo(entry("2026-11-21T02:40:35.124Z", "FATAL", "CET [12] FATAL:  no"));
        assertThat(lines.read("[2026-11-21 03:40:36,500] INFO started"))
                .isEqualTo(entry("2026-11-21T02:40:36.500Z", "INFO", "started"));
        assertThat(lines.read("77:M 21 Nov 2026 03:40:37.001 * Ready"))
                .isEqualTo(entry("2026-11-21T02:40:37.001Z", "", "* Ready"));
    }

    @Test
    void aLineWithoutATimeBelongsToTheLineBeforeIt() {
        PlainLines lines = new PlainLines("x", ZoneOffset.UTC, OTHERWISE);
        assertThat(lines.read("boom").time()).isEqualTo(OTHERWISE);
        lines.read("[2026-11-21 03:40:36,500] ERROR failed");
        assertThat(lines.read("\tat a.B.run").time())
                .isEqualTo(Instant.parse("2026-11-21T03:40:36.500Z"));
        assertThat(lines.read("2026-99-99 99:99:99.999 no time").time())
                .isEqualTo(Instant.parse("2026-11-21T03:40:36.500Z"));
    }

    private static LogEntry entry(String time, String level, String message) {
        return LogEntry.plain(Instant.parse(time), level, "x", message);
    }
}
