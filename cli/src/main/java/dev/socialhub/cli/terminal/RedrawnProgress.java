package dev.socialhub.cli.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Steps below each other, redrawn in place ten times a second while any of them runs. */
final class RedrawnProgress implements ProgressDisplay {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int MAX_TEXT_WIDTH = 58;

    private final Terminal terminal;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Thread painter;
    private int drawnLines;
    private int tick;
    private boolean closed;

    RedrawnProgress(Terminal terminal) {
        this.terminal = terminal;
        this.painter = Thread.ofVirtual().name("progress").start(this::paintUntilClosed);
    }

    @Override
    public synchronized void running(String step, String doing) {
        Step known = steps.get(step);
        long since = known == null || known.ended ? System.nanoTime() : known.since;
        steps.put(step, new Step(doing, since, false, false));
        draw();
    }

    @Override
    public synchronized void done(String step, String result) {
        steps.put(step, new Step(result, 0, true, false));
        draw();
    }

    @Override
    public synchronized void failed(String step, String reason) {
        steps.put(step, new Step(reason, 0, true, true));
        draw();
    }

    @Override
    public boolean redraws() {
        return true;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            draw();
        }
        painter.interrupt();
    }

    private void paintUntilClosed() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(Duration.ofMillis(100));
                synchronized (this) {
                    if (!closed && steps.values().stream().anyMatch(step -> !step.ended)) {
                        tick++;
                        draw();
                    }
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        StringBuilder frame = new StringBuilder();
        if (drawnLines > 0) {
            frame.append("\u001b[").append(drawnLines).append('A');
        }
        steps.forEach((name, step) -> frame.append("\r\u001b[2K").append(line(name, step)));
        drawnLines = steps.size();
        terminal.err().print(frame);
        terminal.err().flush();
    }

    private String line(String name, Step step) {
        String mark = mark(step);
        String elapsed =
                step.ended
                        ? ""
                        : "  " + Amounts.duration(Duration.ofNanos(System.nanoTime() - step.since));
        String text = step.text;
        // A line that wraps would make the count of lines to move up wrong.
        if (text.length() > MAX_TEXT_WIDTH) {
            text = text.substring(0, MAX_TEXT_WIDTH - 1) + "…";
        }
        return "%s %-14s %s%s%n".formatted(mark, name, text, terminal.paint(Colour.FAINT, elapsed));
    }

    private String mark(Step step) {
        if (!step.ended) {
            return String.valueOf(SPINNER.charAt(tick % SPINNER.length()));
        }
        return step.failed ? terminal.paint(Colour.BAD, "✗") : terminal.paint(Colour.GOOD, "✔");
    }

    private record Step(String text, long since, boolean ended, boolean failed) {}
}
