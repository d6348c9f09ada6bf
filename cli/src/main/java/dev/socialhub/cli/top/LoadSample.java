package dev.socialhub.cli.top;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code top}, one for each reading.
 *
 * @param at when, as ISO-8601 to the second
 */
@JsonPropertyOrder({"version", "at", "services"})
record LoadSample(int version, String at, List<ServiceLoad> services) {
    private static final int VERSION = 1;

    LoadSample {
        services = List.copyOf(services);
    }

    static LoadSample of(Instant at, List<ServiceLoad> services) {
        return new LoadSample(VERSION, at.truncatedTo(ChronoUnit.SECONDS).toString(), services);
    }

    String table(Terminal terminal) {
        Table table =
                new Table()
                        .text("NAME")
                        .number("REQ/S")
                        .number("5XX/S")
                        .number("MEAN")
                        .number("P50")
                        .number("P95")
                        .number("MAX")
                        .number("LAG")
                        .number("OUTBOX")
                        .number("HEAP")
                        .number("MEMORY")
                        .number("CPU")
                        .text("", cell -> painted(terminal, cell));
        for (ServiceLoad load : services) {
            table.row(
                    load.name(),
                    number(load.requestsPerSecond()),
                    number(load.errorsPerSecond()),
                    millis(load.meanMillis()),
                    millis(load.p50Millis()),
                    millis(load.p95Millis()),
                    millis(load.maxMillis()),
                    count(load.lag()),
                    count(load.outboxPending()),
                    bytes(load.heapBytes()),
                    bytes(load.memoryBytes()),
                    load.cpuPercent() == null ? "-" : number(load.cpuPercent()) + "%",
                    load.answers() ? "" : "doesn't answer");
        }
        return table.render();
    }

    private static String painted(Terminal terminal, String cell) {
        return cell.isBlank() ? cell : terminal.paint(Colour.BAD, cell);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String millis(@Nullable Double value) {
        return value == null ? "-" : number(value) + " ms";
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : value.toString();
    }

    private static String bytes(@Nullable Long value) {
        return value == null ? "-" : Amounts.bytes(value);
    }
}
