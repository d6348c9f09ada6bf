package dev.socialhub.cli.load;

import dev.socialhub.cli.load.generator.Generator;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.Interruption.Interruptible;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.loadtest.format.GeneratorArguments;
import dev.socialhub.loadtest.format.ProbeOutcome;
import dev.socialhub.loadtest.format.ProbePlanDocument;
import dev.socialhub.loadtest.format.ProgressMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the generator's program run probes: on this machine, and on a platform that runs here. */
final class Calibrate {
    private static final String STEP = "calibrating";
    private static final long WARM_UP_SECONDS = 3;

    private final GeneratorProgram program;
    private final LoadTarget target;
    private final Interruption interruption;

    Calibrate(GeneratorProgram program, LoadTarget target, Interruption interruption) {
        this.program = program;
        this.target = target;
        this.interruption = interruption;
    }

    /**
     * Returns when all probes are over; their process has ended then in any case.
     *
     * @param rate operations a second; null for as many as possible
     * @param folder for files; is made
     * @throws OperatorError (interrupted) if the operator interrupted it; (failed) if the program
     *     failed
     */
    List<ProbeOutcome.Figure> run(
            String run,
            List<String> probes,
            @Nullable Double rate,
            long seconds,
            Path folder,
            ProgressDisplay progress)
            throws InterruptedException {
        boolean here = target.here();
        Map<String, ProbePlanDocument.Database> databases = new HashMap<>();
        Map<String, String> secrets = new HashMap<>(program.secrets(target));
        target.databases()
                .forEach(database -> {
                    databases.put(
                            database.service(),
                            new ProbePlanDocument.Database(database.url(), database.user()));
                    secrets.put(
                            GeneratorArguments.passwordVariable(database.user()),
                            database.password());
                });
        ProbePlanDocument plan =
                new ProbePlanDocument(
                        ProbePlanDocument.VERSION,
                        run,
                        probes,
                        rate,
                        WARM_UP_SECONDS,
                        seconds,
                        here && !target.gateway().isEmpty() ? target.gateway() : null,
                        here ? target.services() : Map.of(),
                        databases,
                        here ? target.kafka() : Map.of(),
                        target.redis().orElse(null),
                        folder.toString());
        try (Generator generator = new Generator(program.calibration(), secrets, plan, folder);
                Interruptible _ = interruption.ending(generator::interrupt)) {
            progress.running(STEP, "starting the probes");
            ProbeOutcome outcome =
                    generator.await(message -> show(message, progress), ProbeOutcome.class);
            progress.done(STEP, "done");
            return outcome.probes();
        }
    }

    private static void show(ProgressMessage message, ProgressDisplay progress) {
        if (message instanceof ProgressMessage.Preparing it) {
            progress.running(STEP, it.done() + " of " + it.of() + " " + it.what());
        }
    }
}
