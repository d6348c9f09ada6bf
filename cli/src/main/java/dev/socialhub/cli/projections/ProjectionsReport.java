package dev.socialhub.cli.projections;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code projections verify} and {@code projections rebuild}. */
@JsonPropertyOrder({"version", "projections"})
record ProjectionsReport(int version, List<Comparison> projections) {
    private static final int VERSION = 1;

    ProjectionsReport {
        projections = List.copyOf(projections);
    }

    static ProjectionsReport of(List<Comparison> projections) {
        return new ProjectionsReport(VERSION, projections);
    }

    long different() {
        return projections.stream().mapToLong(Comparison::different).sum();
    }

    long mended() {
        return projections.stream().mapToLong(Comparison::mended).sum();
    }

    String table() {
        Table table =
                new Table()
                        .text("SERVICE")
                        .text("PROJECTION")
                        .number("CHECKED")
                        .number("MISSING")
                        .number("BEHIND")
                        .number("WRONG")
                        .number("SURPLUS")
                        .number("REPAIRED");
        for (Comparison one : projections) {
            table.row(
                    one.service(),
                    one.projection(),
                    "" + one.checked(),
                    "" + one.missing(),
                    "" + one.behind(),
                    "" + one.wrong(),
                    "" + one.surplus(),
                    "" + one.mended());
        }
        return table.render();
    }
}
