package dev.socialhub.cli.projections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.platform.Waiting;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Progress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Goes through a projection page by page, and says how far it is. */
final class PageWalk {
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

    private final Pages pages;
    private final Progress progress;
    private final Duration pause;

    PageWalk(Pages pages, Progress progress) {
        this(pages, progress, BETWEEN_TRIES);
    }

    PageWalk(Pages pages, Progress progress, Duration pause) {
        this.pages = pages;
        this.progress = progress;
        this.pause = pause;
    }

    /** Has one page done by the service that keeps the projection. */
    interface Pages {
        /**
         * @param after where the page before ended; null for the first
         */
        JsonNode page(Projection projection, @Nullable String after);
    }

    /**
     * All pages after that cursor.
     *
     * @param resume the command that goes on from a cursor that is appended to it
     * @throws OperatorError if a page fails again and again; what was done stays done
     */
    Comparison through(Projection projection, @Nullable String after, String resume) {
        String step = projection.toString();
        progress.running(step, "begins");
        long begin = System.nanoTime();
        long told = begin;
        Comparison sum = Comparison.none(projection);
        String cursor = after;
        do {
            JsonNode page = page(projection, cursor, resume);
            sum = sum.plus(page);
            cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
            if (System.nanoTime() - told > BETWEEN_NEWS.toNanos()) {
                told = System.nanoTime();
                progress.running(step, rate(sum, told - begin));
            }
        } while (cursor != null);
        progress.done(step, rate(sum, System.nanoTime() - begin));
        return sum;
    }

    /** Pages can be done twice: a service that restarts costs nothing but time. */
    private JsonNode page(Projection projection, @Nullable String after, String resume) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages.page(projection, after);
            } catch (OperatorError failure) {
                if (attempt == TRIES || failure.exitCode() != ExitCode.PLATFORM_UNAVAILABLE) {
                    progress.failed(projection.toString(), "stopped");
                    throw after == null ? failure : resumable(failure, resume + after);
                }
                progress.running(projection.toString(), "tries that page again");
                Waiting.pause(pause);
            }
        }
    }

    private static OperatorError resumable(OperatorError failure, String command) {
        return new OperatorError(
                failure.exitCode(),
                String.valueOf(failure.getMessage()),
                failure.fix() + "; then go on with `" + command + "`",
                failure);
    }

    private static String rate(Comparison sum, long nanos) {
        double seconds = Math.max(1e-3, nanos / 1e9);
        return String.format(
                Locale.ROOT,
                "%,d rows, %,d different, %,.0f rows a second",
                sum.checked(),
                sum.different(),
                sum.checked() / seconds);
    }
}
