package dev.socialhub.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Processes derived data page by page, and reports progress. */
final class PageWalk {
    private static final int TRIES = 5;
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(1);

    private final Pages pages;
    private final BiConsumer<DerivedData, JsonNode> reader;
    private final ProgressDisplay progress;
    private final Duration pause;

    /**
     * @param reader is called once for each page
     */
    PageWalk(Pages pages, BiConsumer<DerivedData, JsonNode> reader, ProgressDisplay progress) {
        this(pages, reader, progress, RETRY_INTERVAL);
    }

    PageWalk(
            Pages pages,
            BiConsumer<DerivedData, JsonNode> reader,
            ProgressDisplay progress,
            Duration pause) {
        this.pages = pages;
        this.reader = reader;
        this.progress = progress;
        this.pause = pause;
    }

    /** Has one page processed by the service that stores it. */
    interface Pages {
        /**
         * @param after where the previous page ended; null for the first
         */
        JsonNode page(DerivedData derived, @Nullable String after);
    }

    /**
     * All pages after that cursor.
     *
     * @param resume the command that continues from a cursor that is appended to it
     * @throws OperatorError if a page fails repeatedly; completed pages remain done
     */
    <S extends PageTotals<S>> S through(
            DerivedData derived, S none, @Nullable String after, String resume) {
        String step = derived.toString();
        progress.running(step, "started");
        long begin = System.nanoTime();
        long lastReport = begin;
        S sum = none;
        String cursor = after;
        do {
            JsonNode page = page(derived, cursor, resume);
            sum = sum.plus(page);
            reader.accept(derived, page);
            cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
            if (System.nanoTime() - lastReport > REPORT_INTERVAL.toNanos()) {
                lastReport = System.nanoTime();
                progress.running(step, rate(sum, lastReport - begin));
            }
        } while (cursor != null);
        progress.done(step, rate(sum, System.nanoTime() - begin));
        return sum;
    }

    /** Pages can be processed twice, so a restart of the service costs only time. */
    private JsonNode page(DerivedData derived, @Nullable String after, String resume) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages.page(derived, after);
            } catch (OperatorError failure) {
                if (attempt == TRIES || failure.exitCode() != ExitCode.PLATFORM_UNAVAILABLE) {
                    progress.failed(derived.toString(), "stopped");
                    throw after == null ? failure : resumable(failure, resume + after);
                }
                progress.running(derived.toString(), "retries that page");
                Polling.pause(pause);
            }
        }
    }

    private static OperatorError resumable(OperatorError failure, String command) {
        return new OperatorError(
                failure.exitCode(),
                String.valueOf(failure.getMessage()),
                failure.fix() + "; then continue with `" + command + "`",
                failure);
    }

    private static String rate(PageTotals<?> sum, long nanos) {
        double seconds = Math.max(1e-3, nanos / 1e9);
        return String.format(
                Locale.ROOT,
                "%,d rows, %,d different, %,.0f rows a second",
                sum.checked(),
                sum.different(),
                sum.checked() / seconds);
    }
}
