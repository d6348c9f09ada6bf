package dev.socialhub.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void mergesProcessesByTimeAndKeepsTheNewest() throws IOException {
        log("posts", "2026-01-02T10:00:01Z", "one");
        log("posts", "2026-01-02T10:00:03Z", "three");
        log("users", "2026-01-02T10:00:02Z", "two");
        log("users", "2026-01-01T10:00:00Z", "yesterday");
        CapturedTerminal terminal = CapturedTerminal.plain();
        try (LogView view = view(terminal)) {
            view.last(3);
        }
        assertThat(terminal.out())
                .isEqualTo(
                        """
                        10:00:01.000 INFO  posts [r1] one
                        10:00:02.000 INFO  users [r1] two
                        10:00:03.000 INFO  posts [r1] three
                        """);
    }

    @Test
    void showsTheDateOfEntriesThatAreNotOfToday() throws IOException {
        log("users", "2026-01-01T10:00:00Z", "yesterday");
        CapturedTerminal terminal = CapturedTerminal.plain();
        try (LogView view = view(terminal)) {
            view.last(10);
        }
        assertThat(terminal.out())
                .isEqualTo("2026-01-01 10:00:00.000 INFO  users [r1] yesterday\n");
    }

    @Test
    void followsWhatIsAdded() throws IOException {
        log("posts", "2026-01-02T10:00:01Z", "old");
        CapturedTerminal terminal = CapturedTerminal.plain();
        Iterator<Runnable> waits =
                List.<Runnable>of(
                                () -> logUnchecked("users", "2026-01-02T10:00:02Z", "new"),
                                () -> logUnchecked("posts", "2026-01-02T10:00:03Z", "newer"))
                        .iterator();
        try (LogView view = view(terminal)) {
            view.follow(
                    0,
                    () -> {
                        if (!waits.hasNext()) {
                            return false;
                        }
                        waits.next().run();
                        return true;
                    });
        }
        assertThat(terminal.out().lines())
                .containsExactly(
                        "10:00:02.000 INFO  users [r1] new", "10:00:03.000 INFO  posts [r1] newer");
    }

    @Test
    void showsOnlyWhatBelongsToATraceHoweverLongAgoItWas() throws IOException {
        for (String trace : List.of("aa", "bb")) {
            for (String process : List.of("users", "posts")) {
                Files.writeString(
                        folder.resolve(process + ".log"),
                        "{\"timestamp\":1767348000000,\"level\":\"INFO\",\"mdc\":{\"traceId\":\"%s\"},\"message\":\"%s\"}%n"
                                .formatted(trace, trace + " in " + process),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        for (int i = 0; i < 5; i++) {
            log("posts", "2026-01-02T11:00:00Z", "about the trace aa, but not of it");
        }
        CapturedTerminal terminal = CapturedTerminal.plain();
        List<LogSource> sources =
                List.of(
                        LogSource.ofJson("posts", folder.resolve("posts.log")),
                        LogSource.ofJson("users", folder.resolve("users.log")));
        try (LogView view =
                new LogView(sources, terminal.terminal(), CLOCK, 5, Optional.of("aa"))) {
            view.last(3);
        }
        assertThat(terminal.out().lines())
                .containsExactly(
                        "10:00:00.000 INFO  posts aa in posts",
                        "10:00:00.000 INFO  users aa in users");
    }

    @Test
    void loggedControlCharactersDoNotReachTheTerminal() throws IOException {
        log("posts", "2026-01-02T10:00:01Z", "\\u001b]0;owned\\u0007\\nforged line");
        CapturedTerminal terminal = CapturedTerminal.plain();
        try (LogView view = view(terminal)) {
            view.last(1);
        }
        assertThat(terminal.out())
                .isEqualTo("10:00:01.000 INFO  posts [r1] \uFFFD]0;owned\uFFFD\n    forged line\n");
    }

    @Test
    void tailHoldsOnlyWhatWasSaidSinceTheStart() throws IOException {
        log("posts", "2026-01-02T10:00:01Z", "before");
        log("posts", "2026-01-02T10:00:05Z", "after");
        List<String> tail =
                new LogTail("posts", folder.resolve("posts.log"), folder.resolve("posts.out"))
                        .since(Instant.parse("2026-01-02T10:00:04Z"), 10);
        assertThat(tail).hasSize(2);
        assertThat(tail.getFirst()).endsWith("INFO  posts [r1] after");
        assertThat(tail.getLast()).startsWith("log: ").contains("posts.log");
    }

    private LogView view(CapturedTerminal terminal) {
        List<LogSource> sources =
                List.of(
                        LogSource.ofJson("posts", folder.resolve("posts.log")),
                        LogSource.ofJson("users", folder.resolve("users.log")));
        return new LogView(sources, terminal.terminal(), CLOCK, 5);
    }

    private void log(String process, String time, String message) throws IOException {
        Files.writeString(
                folder.resolve(process + ".log"),
                "{\"timestamp\":%d,\"level\":\"INFO\",\"mdc\":{\"requestId\":\"r1\"},\"message\":\"%s\"}%n"
                        .formatted(Instant.parse(time).toEpochMilli(), message),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void logUnchecked(String process, String time, String message) {
        try {
            log(process, time, message);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
