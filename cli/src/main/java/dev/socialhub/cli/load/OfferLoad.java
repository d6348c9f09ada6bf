package dev.socialhub.cli.load;

import dev.socialhub.cli.load.generator.Generator;
import dev.socialhub.cli.load.generator.Outcome;
import dev.socialhub.cli.load.generator.Plan;
import dev.socialhub.cli.load.generator.Said;
import dev.socialhub.cli.load.result.MakeRun;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.cli.load.sampling.Observer;
import dev.socialhub.cli.load.sampling.Sampler;
import dev.socialhub.cli.load.sampling.Sampler.Mark;
import dev.socialhub.cli.metrics.Watched;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.Interruption.Interruptible;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Progress;
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
    private final List<Watched> watched;
    private final Interruption interruption;

    /**
     * @param command the generator, without the files that are passed to it
     * @param secrets variables that it needs
     * @param watched the platform's processes
     */
    OfferLoad(
            List<String> command,
            Map<String, String> secrets,
            List<Watched> watched,
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
    Offered offer(Plan plan, Path folder, Progress progress) throws InterruptedException {
        try (Generator generator = new Generator(command, secrets, plan, folder);
                Interruptible _ = interruption.ending(generator::interrupt);
                Observer observer = new Observer(Path.of("/proc"), System::nanoTime);
                Sampler sampler = new Sampler(everybody(generator), observer)) {
            Listening listening = new Listening(sampler, plan, progress);
            Outcome outcome = generator.await(listening);
            return new Offered(outcome, listening.measured(generator));
        }
    }

    private List<Watched> everybody(Generator generator) {
        List<Watched> all = new ArrayList<>(watched);
        all.add(ours(MakeRun.GENERATOR, generator.pid()));
        all.add(ours(TOOL, ProcessHandle.current().pid()));
        return all;
    }

    private static Watched ours(String name, long pid) {
        return new Watched(name, name, Optional.empty(), Optional.of(pid));
    }

    /** Tells the operator, and marks where the measured part begins and ends. */
    private static final class Listening implements Generator.Listener {
        private final Sampler sampler;
        private final GoingText text;
        private final Progress progress;
        private @Nullable Mark begin;
        private @Nullable Mark end;
        private String phase = "preparing";

        Listening(Sampler sampler, Plan plan, Progress progress) {
            this.sampler = sampler;
            this.text = new GoingText(plan);
            this.progress = progress;
            progress.running(phase, "starting the generator");
        }

        @Override
        public void heard(Said said) throws InterruptedException {
            switch (said) {
                case Said.Preparing it ->
                        progress.running(phase, it.done() + " of " + it.of() + " " + it.what());
                case Said.Phase it -> {
                    if (it.phase().equals("warm-up")) {
                        // The cost of creating users says nothing about the load.
                        sampler.forget();
                    } else if (it.phase().equals("measuring")) {
                        begin = sampler.mark();
                    } else if (it.phase().equals("ending")) {
                        end = sampler.mark();
                    }
                    progress.done(phase, "done");
                    phase = it.phase();
                    progress.running(phase, "begun");
                }
                case Said.Going it ->
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
                        "the generator told of no measured part",
                        "see " + generator.log());
            }
            return sampler.between(first, last);
        }
    }
}
