package dev.socialhub.cli.process;

import dev.socialhub.cli.terminal.ProgressDisplay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records the messages that it gets. */
final class RecordedProgress implements ProgressDisplay {
    final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void running(String step, String doing) {
        events.add(step + " " + doing);
    }

    @Override
    public void done(String step, String result) {
        events.add(step + " " + result.replaceAll(" in .*", ""));
    }

    @Override
    public void failed(String step, String reason) {
        events.add(step + " " + reason);
    }

    @Override
    public void close() {}
}
