package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.seed.SeedReport.Work;
import dev.socialhub.cli.seed.rows.DataSet;
import dev.socialhub.cli.seed.rows.GeneratedRows;
import dev.socialhub.cli.seed.rows.TooManyFollows;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.util.List;

/** Writes a data set to a platform: the rows first, then what is derived from them. */
final class FillPlatform {
    private final Target target;
    private final OpsClient ops;
    private final Terminal terminal;

    FillPlatform(Target target, Terminal terminal) {
        this.target = target;
        this.ops = Operator.of(target);
        this.terminal = terminal;
    }

    /**
     * Does what an earlier run hasn't done; everything, if the platform isn't the one that run
     * filled.
     */
    SeedReport fill(SeedOptions options) {
        Checkpoint checkpoint = options.checkpoint(target, Clock.systemUTC());
        DataSet set = options.dataSet(checkpoint.until());
        GeneratedRows generated = generate(set);
        List<SeedStage> stages = SeedStage.of(generated);
        List<DemoLogin> logins = DemoLogin.of(generated);
        checkpoint.save();
        boolean alreadyThere;
        Work work;
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            SendStages sending = new SendStages(this::send, checkpoint, progress);
            if (!sending.hasRecordedRows(stages)) {
                checkpoint.reset();
            }
            alreadyThere = checkpoint.finished();
            work = alreadyThere ? noWork(stages) : work(sending, stages, checkpoint, progress);
        }
        checkpoint.finish();
        return SeedReport.of(set, work, alreadyThere, target.gateway().url(), logins);
    }

    private Work work(
            SendStages sending,
            List<SeedStage> stages,
            Checkpoint checkpoint,
            ProgressDisplay progress) {
        long begin = System.nanoTime();
        long before = stages.stream().mapToLong(stage -> existingRows(stage, checkpoint)).sum();
        List<StageResult> results = sending.send(stages);
        long sent = System.nanoTime();
        new ReadModels(target, progress).makeAll();
        long all = stages.stream().mapToLong(SeedStage::rows).sum();
        return new Work(
                results, all - before, seconds(sent - begin), seconds(System.nanoTime() - sent));
    }

    private static Work noWork(List<SeedStage> stages) {
        return new Work(
                stages.stream()
                        .map(stage ->
                                new StageResult(stage.name(), stage.service(), stage.rows(), 0, 0))
                        .toList(),
                0,
                0,
                0);
    }

    private JsonNode send(SeedStage stage, Object body) {
        try {
            return ops.post(target.instanceOf(stage.service()), "seed/" + stage.path(), body);
        } catch (OperatorError failure) {
            if (failure.exitCode() != ExitCode.REFUSED) {
                throw failure;
            }
            throw new OperatorError(
                    ExitCode.REFUSED,
                    String.valueOf(failure.getMessage()),
                    "generate other users with another --seed number",
                    failure);
        }
    }

    private static GeneratedRows generate(DataSet set) {
        try {
            return new GeneratedRows(set);
        } catch (TooManyFollows tooMany) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "%,d users can't have %,d follows"
                            .formatted(set.sizes().users(), set.sizes().follows()),
                    "give --follows %d at most, or more --users".formatted(tooMany.maxFollows()),
                    tooMany);
        }
    }

    private static long existingRows(SeedStage stage, Checkpoint checkpoint) {
        return Math.min(stage.rows(), (long) checkpoint.batches(stage.name()) * stage.batch());
    }

    /** Rounded to a tenth, which is precise enough for a reader. */
    private static double seconds(long nanos) {
        return Math.round(nanos / 1e8) / 10.0;
    }
}
