package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.platform.Waiting;
import dev.socialhub.cli.target.Endpoint;
import dev.socialhub.cli.target.Target;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Progress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes what services derive from the rows: counters of their own rows, and copies of others'.
 * Which there are the services say themselves.
 */
final class ReadModels {
    private static final int PAGE = 5_000;
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final long BETWEEN_NEWS = Duration.ofSeconds(1).toNanos();

    private final Target target;
    private final OpsClient ops;
    private final Progress progress;

    ReadModels(Target target, OpsClient ops, Progress progress) {
        this.target = target;
        this.ops = ops;
        this.progress = progress;
    }

    /** Goes through all of them; may run at any time, and twice. */
    void makeAll() {
        make("counters", "recount");
        make("projections", "rebuild");
    }

    private void make(String kind, String verb) {
        for (Endpoint service : ops.offering(target, kind, List.of())) {
            for (JsonNode name : ops.get(service, kind).path(kind)) {
                walk(service.service(), "%s/%s/%s".formatted(kind, name.asText(), verb));
            }
        }
    }

    private void walk(String service, String path) {
        String step = service + "/" + path.split("/", -1)[1];
        progress.running(step, "begins");
        long begin = System.nanoTime();
        long told = begin;
        long rows = 0;
        String cursor = null;
        do {
            JsonNode page = page(service, step, path, cursor);
            rows += page.path("checked").asLong();
            cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
            if (System.nanoTime() - told > BETWEEN_NEWS) {
                told = System.nanoTime();
                progress.running(step, rate(rows, told - begin));
            }
        } while (cursor != null);
        progress.done(step, rate(rows, System.nanoTime() - begin));
    }

    private JsonNode page(String service, String step, String path, @Nullable String cursor) {
        String page = path + "?limit=" + PAGE;
        if (cursor != null) {
            page += "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return ops.post(target.instanceOf(service), page);
            } catch (OperatorError failure) {
                if (attempt == TRIES || failure.exitCode() != ExitCode.PLATFORM_UNAVAILABLE) {
                    progress.failed(step, "stopped");
                    throw failure;
                }
                Waiting.pause(BETWEEN_TRIES);
            }
        }
    }

    private static String rate(long rows, long nanos) {
        return String.format(
                Locale.ROOT, "%,d rows, %,.0f/s", rows, rows / Math.max(1e-3, nanos / 1e9));
    }
}
