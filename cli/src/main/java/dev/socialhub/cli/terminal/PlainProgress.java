package dev.socialhub.cli.terminal;

/** One line per change, for pipes and log files. */
final class PlainProgress implements ProgressDisplay {
    private final Terminal terminal;

    PlainProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void running(String step, String doing) {
        terminal.say(step + ": " + doing);
    }

    @Override
    public synchronized void done(String step, String result) {
        terminal.say(step + ": " + result);
    }

    @Override
    public synchronized void failed(String step, String reason) {
        terminal.say(step + ": " + reason);
    }

    @Override
    public void close() {
        terminal.err().flush();
    }
}
