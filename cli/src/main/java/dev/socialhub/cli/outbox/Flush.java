package dev.socialhub.cli.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ProgressDisplay;

/** The events that were waiting in one service's outbox when it was asked to send them. */
final class Flush {
    private final OpsClient ops;
    private final Endpoint service;
    private final ProgressDisplay progress;
    private final long last;
    private final long pending;
    private long left;

    private Flush(
            OpsClient ops, Endpoint service, ProgressDisplay progress, long last, long pending) {
        this.ops = ops;
        this.service = service;
        this.progress = progress;
        this.last = last;
        this.pending = pending;
        this.left = pending;
    }

    /** Makes the service's relay check the outbox at once. */
    static Flush begin(OpsClient ops, Endpoint service, ProgressDisplay progress) {
        JsonNode answer = ops.post(service, "outbox/flush");
        Flush flush =
                new Flush(
                        ops,
                        service,
                        progress,
                        answer.path("last").asLong(),
                        answer.path("pending").asLong());
        flush.showProgress();
        return flush;
    }

    /** Whether all of them have been sent; makes the relay check again if they haven't. */
    boolean isDone() {
        if (left > 0) {
            long before = left;
            left = ops.get(service, "outbox/flush/" + last).path("pending").asLong();
            if (left != before) {
                showProgress();
            }
        }
        return left == 0;
    }

    /** The error when they aren't sent in time. */
    void giveUp() {
        if (left > 0) {
            progress.failed(service.service(), left + " of " + pending + " still unsent");
        }
    }

    FlushReport.One report() {
        return new FlushReport.One(service.service(), pending, left);
    }

    private void showProgress() {
        if (left == 0) {
            progress.done(service.service(), pending == 0 ? "nothing to send" : pending + " sent");
        } else {
            progress.running(service.service(), left + " of " + pending + " unsent");
        }
    }
}
