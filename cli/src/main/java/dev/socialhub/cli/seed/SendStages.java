package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.StepProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends stage after stage, a few batches at a time, and records its progress. */
final class SendStages {
    /** More would only queue: a service writes as fast as its database does. */
    static final int PARALLEL_CALLS = 4;

    private static final int TRIES = 6;

    private final Batches batches;
    private final Checkpoint checkpoint;
    private final ProgressDisplay progress;
    private final Duration pause;

    SendStages(Batches batches, Checkpoint checkpoint, ProgressDisplay progress) {
        this(batches, checkpoint, progress, Duration.ofSeconds(1));
    }

    SendStages(Batches batches, Checkpoint checkpoint, ProgressDisplay progress, Duration pause) {
        this.batches = batches;
        this.checkpoint = checkpoint;
        this.progress = progress;
        this.pause = pause;
    }

    /** Sends one batch to the service that owns its rows. */
    interface Batches {
        JsonNode send(SeedStage stage, Object body);
    }

    /**
     * Sends the rows that aren't stored yet.
     *
     * @throws OperatorError if a batch fails repeatedly; rows that were sent are kept
     */
    List<StageResult> send(List<SeedStage> stages) {
        List<StageResult> results = new ArrayList<>();
        for (SeedStage stage : stages) {
            results.add(send(stage));
        }
        return results;
    }

    /**
     * Whether the platform has the rows that the checkpoint records: the first batch of each stage
     * is sent again, and must add no row. Another platform may have replaced the one that was
     * filled.
     */
    boolean hasRecordedRows(List<SeedStage> stages) {
        for (SeedStage stage : stages) {
            if (checkpoint.batches(stage.name()) > 0 && send(stage, 0).path("added").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    private StageResult send(SeedStage stage) {
        StepProgress stageProgress = new StepProgress(progress, stage.name(), stage.rows());
        ParallelBatches stageBatches = new ParallelBatches(stage, checkpoint, stageProgress);
        try {
            stageBatches.run(number -> send(stage, number));
        } catch (OperatorError failure) {
            stageProgress.fail();
            throw failure;
        } finally {
            checkpoint.save();
        }
        stageProgress.end();
        return stageBatches.result();
    }

    /**
     * The answer to one batch. It can be sent twice, so a restart of the service costs only time.
     */
    private JsonNode send(SeedStage stage, int number) {
        int from = number * stage.batch();
        int to = Math.min(stage.rows(), from + stage.batch());
        Object body = stage.bodies().of(from, to);
        for (int attempt = 1; ; attempt++) {
            try {
                return batches.send(stage, body);
            } catch (OperatorError failure) {
                if (attempt == TRIES || failure.exitCode() != ExitCode.PLATFORM_UNAVAILABLE) {
                    throw failure;
                }
                Polling.pause(pause);
            }
        }
    }
}
