package dev.socialhub.cli.process;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;

/**
 * The only way to launch a process. Once it is closed, nothing is launched any more, so that
 * stopping everything after an interrupt doesn't miss a process that is just being started.
 */
public final class ProcessLauncher {
    private boolean closed;

    synchronized DetachedProcess launch(Launch launch, Path pidFile) {
        if (closed) {
            throw new OperatorError(ExitCode.INTERRUPTED, "interrupted", "");
        }
        return DetachedProcess.start(launch, pidFile);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    public synchronized void close() {
        closed = true;
    }
}
