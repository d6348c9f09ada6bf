package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.LoadRun.ProcessFacts;
import java.util.Comparator;
import java.util.List;

/** A colour for each process, the same in all pictures; the least busy ones share one. */
final class Palette {
    static final String REST = "rest";
    private static final int COLOURS = 7;

    private final List<String> named;

    private Palette(List<String> named) {
        this.named = named;
    }

    static Palette of(LoadRun run) {
        return new Palette(
                run.processes().stream()
                        .filter(process -> process.cores() != null)
                        .sorted(Comparator.comparingDouble(Palette::cores).reversed())
                        .limit(COLOURS)
                        .map(ProcessFacts::name)
                        .toList());
    }

    /** The name of the page's colour for a process. */
    String colour(String process) {
        int at = named.indexOf(process);
        return at < 0 ? REST : "c" + at;
    }

    /** Busiest first. */
    List<String> named() {
        return named;
    }

    private static double cores(ProcessFacts process) {
        return process.cores() == null ? 0 : process.cores();
    }
}
