package dev.socialhub.cli.logs;

import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Several log files as one stream, ordered by time. */
public final class LogView implements AutoCloseable {
    private final List<LogSource> sources;
    private final Terminal terminal;
    private final LogRenderer renderer;

    /**
     * @param nameWidth of the longest process name
     */
    public LogView(List<LogSource> sources, Terminal terminal, Clock clock, int nameWidth) {
        this.sources = List.copyOf(sources);
        this.terminal = terminal;
        this.renderer = new LogRenderer(terminal, clock, nameWidth);
    }

    /** Shows the last entries of all files together. */
    public void last(int count) {
        show(newest(source -> source.last(count), count));
    }

    /**
     * Shows the last entries, then what is added.
     *
     * @param waitForMore lets some time pass; says false to end
     */
    public void follow(int count, BooleanSupplier waitForMore) {
        show(newest(source -> source.lastWhole(count), count));
        while (waitForMore.getAsBoolean()) {
            show(newest(LogSource::added, Integer.MAX_VALUE));
        }
    }

    @Override
    public void close() {
        sources.forEach(LogSource::close);
    }

    private List<LogEntry> newest(Function<LogSource, List<LogEntry>> read, int count) {
        List<LogEntry> entries =
                sources.stream()
                        .flatMap(source -> read.apply(source).stream())
                        .sorted(Comparator.comparing(LogEntry::time))
                        .toList();
        return entries.subList(Math.max(0, entries.size() - count), entries.size());
    }

    private void show(List<LogEntry> entries) {
        entries.forEach(entry -> terminal.out().print(renderer.render(entry)));
        terminal.out().flush();
    }
}
