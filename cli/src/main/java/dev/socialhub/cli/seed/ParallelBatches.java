package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.StepProgress;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The batches of one stage, several at a time; the first failure stops all. */
final class ParallelBatches {
    private final SeedStage stage;
    private final Checkpoint checkpoint;
    private final StepProgress progress;
    private final int count;
    private final BitSet done = new BitSet();
    private int next;
    private long added;
    private long leftOut;
    private @Nullable RuntimeException failure;

    ParallelBatches(SeedStage stage, Checkpoint checkpoint, StepProgress progress) {
        this.stage = stage;
        this.checkpoint = checkpoint;
        this.progress = progress;
        this.count = Math.ceilDiv(stage.rows(), stage.batch());
        this.next = Math.min(count, checkpoint.batches(stage.name()));
        done.set(0, next);
        progress.resume(Math.min(stage.rows(), (long) next * stage.batch()));
    }

    /**
     * Runs until all batches are done, or one has failed and those under way have ended.
     *
     * @param send writes the batch of a number
     */
    void run(IntFunction<JsonNode> send) {
        Thread[] threads =
                IntStream.range(0, SendStages.PARALLEL_CALLS)
                        .mapToObj(_ -> Thread.ofVirtual().unstarted(() -> sendBatches(send)))
                        .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", interrupted);
        }
        RuntimeException first = failure();
        if (first != null) {
            throw first;
        }
    }

    StageResult result() {
        return new StageResult(stage.name(), stage.service(), stage.rows(), added, leftOut);
    }

    private void sendBatches(IntFunction<JsonNode> send) {
        for (int number = take(); number < count; number = take()) {
            try {
                arrived(number, send.apply(number));
            } catch (RuntimeException failed) {
                stop(failed);
            }
        }
    }

    private synchronized int take() {
        return failure == null ? next++ : count;
    }

    private synchronized void arrived(int number, JsonNode answer) {
        added += answer.path("added").asLong();
        leftOut += answer.path("leftOut").asLong();
        done.set(number);
        checkpoint.recordStored(stage.name(), done.nextClearBit(0));
        int from = number * stage.batch();
        progress.add(Math.min(stage.rows(), from + stage.batch()) - from);
    }

    private synchronized void stop(RuntimeException failed) {
        if (failure == null) {
            failure = failed;
        }
    }

    private synchronized @Nullable RuntimeException failure() {
        return failure;
    }
}
