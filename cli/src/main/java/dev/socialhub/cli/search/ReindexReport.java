package dev.socialhub.cli.search;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code search reindex}.
 *
 * @param executed whether posts were indexed, or only counted
 */
@JsonPropertyOrder({"version", "executed", "services"})
record ReindexReport(int version, boolean executed, List<One> services) {
    private static final int VERSION = 1;

    ReindexReport {
        services = List.copyOf(services);
    }

    static ReindexReport of(boolean executed, List<One> services) {
        return new ReindexReport(VERSION, executed, services);
    }

    long total() {
        return services.stream().mapToLong(One::posts).sum();
    }

    String table() {
        Table table = new Table().text("SERVICE").number("POSTS");
        services.forEach(one -> table.row(one.service(), "" + one.posts()));
        return table.render();
    }

    /** One service, and how many posts it indexed or would index. */
    @JsonPropertyOrder({"service", "posts"})
    record One(String service, long posts) {}
}
