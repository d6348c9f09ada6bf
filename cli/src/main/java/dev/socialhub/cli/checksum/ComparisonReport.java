package dev.socialhub.cli.checksum;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document of {@code checksum --compare}. */
@JsonPropertyOrder({"version", "equal", "differences"})
record ComparisonReport(int version, boolean equal, List<Changed> differences) {
    private static final int VERSION = 1;

    ComparisonReport {
        differences = List.copyOf(differences);
    }

    /**
     * A table or collection that isn't as it was.
     *
     * @param before null for one that wasn't there
     * @param now null for one that no longer exists
     */
    @JsonPropertyOrder({"service", "name", "before", "now"})
    record Changed(String service, String name, @Nullable Held before, @Nullable Held now) {}

    /** What it held. */
    @JsonPropertyOrder({"rows", "digest"})
    record Held(long rows, String digest) {
        static @Nullable Held of(@Nullable TableChecksum part) {
            return part == null ? null : new Held(part.rows(), part.digest());
        }
    }

    /**
     * @param services whose parts are compared
     */
    static ComparisonReport between(
            ChecksumReport before, ChecksumReport now, List<String> services) {
        Map<String, TableChecksum> earlier = byKey(before, services);
        Map<String, TableChecksum> current = byKey(now, services);
        Map<String, TableChecksum> all = new TreeMap<>(earlier);
        all.putAll(current);
        List<Changed> changed = new ArrayList<>();
        all.forEach((key, part) -> {
            Held was = Held.of(earlier.get(key));
            Held is = Held.of(current.get(key));
            if (was == null || !was.equals(is)) {
                changed.add(new Changed(part.service(), part.name(), was, is));
            }
        });
        return new ComparisonReport(VERSION, changed.isEmpty(), changed);
    }

    private static Map<String, TableChecksum> byKey(ChecksumReport report, List<String> services) {
        return report.parts().stream()
                .filter(part -> services.contains(part.service()))
                .collect(
                        Collectors.toMap(
                                TableChecksum::key, Function.identity(), (_, later) -> later));
    }

    String table() {
        if (equal) {
            return "";
        }
        Table table =
                new Table()
                        .text("SERVICE")
                        .text("NAME")
                        .number("ROWS BEFORE")
                        .number("ROWS NOW")
                        .text("DIGEST BEFORE")
                        .text("DIGEST NOW");
        for (Changed one : differences) {
            Held before = one.before();
            Held now = one.now();
            table.row(
                    one.service(),
                    one.name(),
                    before == null ? "-" : "" + before.rows(),
                    now == null ? "-" : "" + now.rows(),
                    before == null ? "-" : before.digest(),
                    now == null ? "-" : now.digest());
        }
        return table.render();
    }
}
