package dev.socialhub.cli.outbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code outbox flush}. */
@JsonPropertyOrder({"version", "services"})
record FlushReport(int version, List<One> services) {
    private static final int VERSION = 1;

    FlushReport {
        services = List.copyOf(services);
    }

    static FlushReport of(List<One> services) {
        return new FlushReport(VERSION, services);
    }

    /**
     * One service.
     *
     * @param pending how many events waited when it was asked to send them
     * @param left how many of these are still waiting
     */
    @JsonPropertyOrder({"service", "pending", "left"})
    record One(String service, long pending, long left) {}

    long left() {
        return services.stream().mapToLong(One::left).sum();
    }

    String table() {
        Table table = new Table().text("SERVICE").number("SENT").number("LEFT");
        services.forEach(one ->
                table.row(one.service(), "" + (one.pending() - one.left()), "" + one.left()));
        return table.render();
    }
}
