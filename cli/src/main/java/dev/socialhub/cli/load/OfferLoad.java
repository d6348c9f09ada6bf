package dev.socialhub.cli.load;

import dev.socialhub.cli.load.generator.Generator;
import dev.socialhub.cli.load.result.BuildLoadRun;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.cli.load.sampling.Observer;
import dev.socialhub.cli.load.sampling.Sampler;
import dev.socialhub.cli.load.sampling.Sampler.Mark;
import dev.socialhub.cli.metrics.WatchedProcess;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.Interruption.Interruptible;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProgressMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the generator make its load, and measures all processes meanwhile. */
final class OfferLoad {
    private static final String TOOL = "socialhubctl";

    private final List<String> command;
    private final Map<String, String> secrets;
    private final List<WatchedProcess> watched;
    private final Interruption interruption;

    /**
     * @param command the generator, without the files that are passed to it
     * @param secrets variables that it needs
     * @param watched the platform's processes
     */
    OfferLoad(
            List<String> command,
            Map<String, String> secrets,
            List<WatchedProcess> watched,
            Interruption interruption) {
        this.command = List.copyOf(command);
        this.secrets = Map.copyOf(secrets);
        this.watched = List.copyOf(watched);
        this.interruption = interruption;
    }

    /** The generator's results, and what all processes used in the measured part. */
    record Offered(Outcome outcome, Measured measured) {}

    /**
     * Returns when the load is over; the generator has ended then in any case.
     *
     * @param folder for the generator's files; is made
     * @throws OperatorError (interrupted) if the operator interrupted it; (failed) if there was no
     *     measured part
     */
    Offered offer(PlanDocument plan, Path folder, ProgressDisplay progress)
            throws InterruptedException {
        try (Generator generator = new Generator(command, secrets, plan, folder);
                Interruptible _ = interruption.ending(generator::interrupt);
                Observer observer = new Observer(Path.of("/proc"), System::nanoTime);
                Sampler sampler = new Sampler(allProcesses(generator), observer)) {
            Listening listening = new Listening(sampler, plan, progress);
            Outcome outcome = generator.await(listening);
            return new Offered(outcome, listening.measured(generator));
        }
    }

    private List<WatchedProcess> allProcesses(Generator generator) {
        List<WatchedProcess> all = new ArrayList<>(watched);
        all.add(watch(BuildLoadRun.GENERATOR, generator.pid()));
        all.add(watch(TOOL, ProcessHandle.current().pid()));
        return all;
    }

    private static WatchedProcess watch(String name, long pid) {
        return new WatchedProcess(name, name, Optional.empty(), Optional.of(pid));
    }

    /** Tells the operator, and marks where the measured part begins and ends. */
    private static final class Listening implements Generator.Listener {
        private final Sampler sampler;
        private final ProgressLine text;
        private final ProgressDisplay progress;
        private @Nullable Mark begin;
        private @Nullable Mark end;
        private String phase = "preparing";

        Listening(Sampler sampler, PlanDocument plan, ProgressDisplay progress) {
            this.sampler = sampler;
            this.text = new ProgressLine(plan);
            this.progress = progress;
            progress.running(phase, "starting the generator");
        }

        @Override
        public void received(ProgressMessage message) throws InterruptedException {
            switch (message) {
                case ProgressMessage.Preparing it ->
                        progress.running(phase, it.done() + " of " + it.of() + " " + it.what());
                case ProgressMessage.PhaseBegun it -> {
                    switch (it.phase()) {
                        // The cost of creating users says nothing about the load.
                        case WARM_UP -> sampler.forget();
                        case MEASURING -> begin = sampler.mark();
                        case ENDING -> end = sampler.mark();
                    }
                    progress.done(phase, "done");
                    phase = it.phase().text();
                    progress.running(phase, "begun");
                }
                case ProgressMessage.PhaseProgress it ->
                        progress.running(phase, text.of(it, sampler.busiest(), sampler.lag()));
            }
        }

        Measured measured(Generator generator) {
            progress.done(phase, "done");
            Mark first = begin;
            Mark last = end;
            if (first == null || last == null) {
                throw new OperatorError(
                        ExitCode.FAILED,
                        "the generator reported no measured part",
                        "see " + generator.log());
            }
            return sampler.between(first, last);
        }
    }
}
