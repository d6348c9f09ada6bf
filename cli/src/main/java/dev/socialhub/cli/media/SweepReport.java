package dev.socialhub.cli.media;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code media sweep}.
 *
 * @param executed whether they were removed, or only counted
 */
@JsonPropertyOrder({"version", "executed", "services"})
record SweepReport(int version, boolean executed, List<One> services) {
    private static final int VERSION = 1;

    SweepReport {
        services = List.copyOf(services);
    }

    static SweepReport of(boolean executed, List<One> services) {
        return new SweepReport(VERSION, executed, services);
    }

    long total() {
        return services.stream()
                .mapToLong(one -> one.pending() + one.unattached() + one.ofDeletedPosts())
                .sum();
    }

    String table() {
        Table table =
                new Table()
                        .text("SERVICE")
                        .number("INCOMPLETE")
                        .number("UNUSED")
                        .number("OF DELETED POSTS");
        services.forEach(one ->
                table.row(
                        one.service(),
                        "" + one.pending(),
                        "" + one.unattached(),
                        "" + one.ofDeletedPosts()));
        return table.render();
    }

    /**
     * One service.
     *
     * @param pending uploads that were not completed
     * @param unattached uploads that no post was published with
     */
    @JsonPropertyOrder({"service", "pending", "unattached", "ofDeletedPosts"})
    record One(String service, long pending, long unattached, long ofDeletedPosts) {

        /** Parses a service's answer. */
        static One of(String service, JsonNode answer) {
            JsonNode media = answer.path("media");
            return new One(
                    service,
                    media.path("pending").asLong(),
                    media.path("unattached").asLong(),
                    media.path("ofDeletedPosts").asLong());
        }
    }
}
