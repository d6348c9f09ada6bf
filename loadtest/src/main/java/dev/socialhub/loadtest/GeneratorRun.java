package dev.socialhub.loadtest;

import dev.socialhub.loadtest.format.GeneratorArguments;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.measure.OutcomeFile;
import dev.socialhub.loadtest.plan.BadPlan;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.GeneratorTokens;
import dev.socialhub.loadtest.profile.ProfileContext;
import dev.socialhub.loadtest.profile.RunnableProfile;
import dev.socialhub.loadtest.profile.RunnableProfiles;
import dev.socialhub.loadtest.profile.Traffic;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.run.StopHook;
import dev.socialhub.loadtest.users.Cleanup;
import dev.socialhub.loadtest.users.TestUsers;
import dev.socialhub.loadtest.users.TokenRenewal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A run from its plan to its outcome: users, preparation, load, findings, cleanup. */
final class GeneratorRun {

    private static final int PASSWORD_BYTES = 15;

    private final Plan plan;
    private final RunnableProfile profile;
    private final ProgressReporter reporter;
    private final Consumer<String> warnings;
    private final Clock clock = Clock.systemUTC();
    private final Api gateway;
    private final TestUsers testUsers;
    private final Cleanup cleanup;

    /**
     * @param warnings receives errors that don't stop the run
     * @throws BadPlan if the profile doesn't exist, or if the plan doesn't suit it
     */
    GeneratorRun(Plan plan, ProgressReporter reporter, Consumer<String> warnings) {
        this.plan = plan;
        this.profile = profile(plan);
        this.reporter = reporter;
        this.warnings = warnings;
        this.gateway = new Api(plan.gateway());
        this.testUsers = new TestUsers(plan.run(), password(), gateway, clock);
        this.cleanup =
                new Cleanup(
                        testUsers,
                        new Api(plan.addresses("auth").getFirst()),
                        GeneratorTokens.under(
                                System.getenv(GeneratorArguments.SERVICE_TOKEN_KEY), clock),
                        warnings);
    }

    private static RunnableProfile profile(Plan plan) {
        RunnableProfile profile =
                RunnableProfiles.named(plan.profile())
                        .orElseThrow(() ->
                                new BadPlan(
                                        "there is no such profile; choose from "
                                                + RunnableProfiles.all().stream()
                                                        .map(RunnableProfile::name)
                                                        .collect(Collectors.joining(", "))));
        int minimum = profile.minUsers(plan);
        if (plan.people() < minimum) {
            throw new BadPlan(
                    "%s at this rate and for this time needs %d users, but it creates %d"
                            .formatted(profile.name(), minimum, plan.people()));
        }
        return profile;
    }

    /** One for all users of this run, which no other program can know. */
    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /**
     * Runs it, and writes what was measured.
     *
     * @throws RunRefused if it couldn't take place
     */
    void run(Path outcome) throws InterruptedException {
        try (StopHook _ = StopHook.run(cleanup::deleteUsers)) {
            measure(outcome);
        }
    }

    private void measure(Path outcome) throws InterruptedException {
        Measurement measurement = new Measurement(plan, profile.operations());
        try (PhaseSchedule schedule =
                        new PhaseSchedule(
                                plan.warmUpSeconds() + profile.searchSeconds(),
                                reporter,
                                measurement::counts,
                                () -> System.exit(1));
                TokenRenewal renewal = new TokenRenewal(testUsers, gateway, clock, warnings)) {
            Files.createDirectories(plan.folder());
            testUsers.signUp(plan.people(), reporter);
            renewal.start();
            Traffic traffic =
                    profile.prepare(
                            new ProfileContext(
                                    plan, gateway, testUsers, reporter, measurement, schedule));
            traffic.run();
            schedule.ended();
            List<Finding> findings = traffic.findings();
            OutcomeFile.write(outcome, measurement.outcome(schedule.frame(), findings));
        } catch (IOException noAnswer) {
            throw new RunRefused(
                    "the platform doesn't answer outside the load (%s): is it up?"
                            .formatted(Api.reason(noAnswer)),
                    noAnswer);
        } finally {
            cleanup.deleteUsers();
        }
    }
}
