package dev.socialhub.cli.counters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code counters verify} and {@code counters recount}. */
@JsonPropertyOrder({"version", "counters"})
record CountersReport(int version, List<Counted> counters) {
    private static final int VERSION = 1;

    CountersReport {
        counters = List.copyOf(counters);
    }

    static CountersReport of(List<Counted> counters) {
        return new CountersReport(VERSION, counters);
    }

    long wrong() {
        return counters.stream().mapToLong(Counted::wrong).sum();
    }

    long mended() {
        return counters.stream().mapToLong(Counted::mended).sum();
    }

    List<String> examples() {
        return counters.stream().flatMap(one -> one.examples().stream()).toList();
    }

    String table() {
        Table table =
                new Table()
                        .text("SERVICE")
                        .text("COUNTER")
                        .number("CHECKED")
                        .number("WRONG")
                        .number("CORRECTED");
        for (Counted one : counters) {
            table.row(
                    one.service(),
                    one.counter(),
                    "" + one.checked(),
                    "" + one.wrong(),
                    "" + one.mended());
        }
        return table.render();
    }
}
