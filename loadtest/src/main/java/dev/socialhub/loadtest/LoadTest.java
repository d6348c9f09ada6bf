package dev.socialhub.loadtest;

import dev.socialhub.loadtest.calibration.Calibration;
import dev.socialhub.loadtest.format.GeneratorArguments;
import dev.socialhub.loadtest.plan.BadPlan;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.plan.PlanFile;
import dev.socialhub.loadtest.probe.http.NoOpServer;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Runs one profile: {@code java -jar loadtest.jar PLAN OUTCOME}, or probes: {@code calibrate PLAN
 * OUTCOME}; with {@code answer} it is the server that one of them asks. Exits with 0 when the run
 * took place, whatever its figures are; 1 when it couldn't; 2 when it was asked for wrongly. With
 * {@code -Dloadtest.tethered=true} it ends, as on SIGTERM, when its standard input does.
 */
public final class LoadTest {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE =
            "Usage: java -jar loadtest.jar PLAN OUTCOME, or calibrate PLAN OUTCOME";

    private LoadTest() {}

    public static void main(String[] args) {
        PrintStream progressOutput = System.out;
        // Other output, such as that of Gatling, must not mix with the progress lines.
        System.setOut(System.err);
        if (Boolean.getBoolean(GeneratorArguments.TETHERED)) {
            ParentWatch.to(System.in);
        }
        System.exit(run(args, progressOutput));
    }

    private static int run(String[] args, PrintStream progressOutput) {
        try {
            if (args.length == 1 && args[0].equals("answer")) {
                NoOpServer.answer(progressOutput);
            } else if (args.length == 2) {
                load(Path.of(args[0]), Path.of(args[1]), new ProgressReporter(progressOutput));
            } else if (args.length == 3 && args[0].equals(GeneratorArguments.CALIBRATE)) {
                calibrate(Path.of(args[1]), Path.of(args[2]), new ProgressReporter(progressOutput));
            } else {
                System.err.println(USAGE);
                return WRONG_USAGE;
            }
            return 0;
        } catch (BadPlan invalid) {
            System.err.println("The plan is invalid: " + invalid.getMessage());
            return WRONG_USAGE;
        } catch (InvalidPathException invalidPath) {
            System.err.println(USAGE);
            return WRONG_USAGE;
        } catch (RunRefused refused) {
            System.err.println("The run can't take place: " + refused.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("The run was interrupted.");
            return FAILED;
        }
    }

    private static void load(Path file, Path outcome, ProgressReporter reporter)
            throws InterruptedException {
        Plan plan = PlanFile.read(file);
        new GeneratorRun(plan, reporter, System.err::println).run(outcome);
    }

    private static void calibrate(Path file, Path outcome, ProgressReporter reporter)
            throws InterruptedException {
        new Calibration(PlanFile.readProbes(file), reporter).run(outcome);
    }
}
