package dev.socialhub.cli.logs;

import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** Several log files as one stream, ordered by time. */
final class LogView implements AutoCloseable {
    private final List<LogSource> sources;
    private final Terminal terminal;
    private final LogRenderer renderer;
    private final Predicate<LogEntry> wanted;
    private final boolean filtered;

    /**
     * @param nameWidth of the longest process name
     */
    LogView(List<LogSource> sources, Terminal terminal, Clock clock, int nameWidth) {
        this(sources, terminal, clock, nameWidth, Optional.empty());
    }

    /**
     * @param nameWidth of the longest process name
     * @param traceId of the only trace whose entries are shown
     */
    LogView(
            List<LogSource> sources,
            Terminal terminal,
            Clock clock,
            int nameWidth,
            Optional<String> traceId) {
        this.sources = List.copyOf(sources);
        this.filtered = traceId.isPresent();
        this.wanted = entry -> traceId.map(entry.traceId()::equals).orElse(true);
        this.terminal = terminal;
        this.renderer = new LogRenderer(terminal, clock, nameWidth);
    }

    /**
     * Shows the last entries of all files together.
     *
     * @return whether there were any
     */
    boolean last(int count) {
        List<LogEntry> entries = newest(source -> source.last(read(count)), count);
        show(entries);
        return !entries.isEmpty();
    }

    /**
     * Shows the last entries, then what is added.
     *
     * @param waitForMore waits for some time; returns false to end
     */
    void follow(int count, BooleanSupplier waitForMore) {
        show(newest(source -> source.lastWhole(read(count)), count));
        while (waitForMore.getAsBoolean()) {
            show(newest(LogSource::added, Integer.MAX_VALUE));
        }
    }

    @Override
    public void close() {
        sources.forEach(LogSource::close);
    }

    /** Which of the last entries belong to the trace is known only when all are read. */
    private int read(int count) {
        return filtered && count > 0 ? Integer.MAX_VALUE : count;
    }

    private List<LogEntry> newest(Function<LogSource, List<LogEntry>> read, int count) {
        List<LogEntry> entries =
                sources.stream()
                        .flatMap(source -> read.apply(source).stream().filter(wanted))
                        .sorted(Comparator.comparing(LogEntry::time))
                        .toList();
        return entries.subList(Math.max(0, entries.size() - count), entries.size());
    }

    private void show(List<LogEntry> entries) {
        entries.forEach(entry -> terminal.out().print(renderer.render(entry)));
        terminal.out().flush();
    }
}
