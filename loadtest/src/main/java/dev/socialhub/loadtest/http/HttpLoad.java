package dev.socialhub.loadtest.http;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.Arrivals;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.RunRefused;
import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Offers HTTP requests: each arrival is a Gatling user that does what the profile says, or, at high
 * rates, one of many users that take turns, since making users is what costs Gatling most.
 */
public final class HttpLoad {

    private static final double MAX_NEW_USERS = 1_000;

    /** Enough for a second in which nothing is answered. */
    private static final int MAX_TAKING_TURNS = 5_000;

    /** For what still runs when the last has arrived. */
    private static final Duration GRACE = Duration.ofSeconds(90);

    private final Plan plan;
    private final List<URI> targets;
    private final Measurement measurement;
    private final PhaseSchedule schedule;
    private final Function<OperationSteps, ChainBuilder> user;

    /**
     * @param targets where requests go; one of them for each user, in turn
     * @param user what a user does, called once for the warm-up and once for the measured part
     */
    public HttpLoad(
            Plan plan,
            List<URI> targets,
            Measurement measurement,
            PhaseSchedule schedule,
            Function<OperationSteps, ChainBuilder> user) {
        this.plan = plan;
        this.targets = List.copyOf(targets);
        this.measurement = measurement;
        this.schedule = schedule;
        this.user = user;
    }

    /**
     * Offers the whole load, and returns when all operations have ended.
     *
     * @throws RunRefused if Gatling doesn't
     */
    public void run() {
        LoadSimulation.next(this);
        int code =
                Gatling$.MODULE$.fromArgs(
                        new String[] {
                            "-s", LoadSimulation.class.getName(), "-rf", plan.folder().toString()
                        });
        schedule.ended();
        if (code != 0) {
            throw new RunRefused("Gatling ended with code " + code + ": its output above says why");
        }
    }

    HttpProtocolBuilder protocol() {
        return http.baseUrls(targets.stream().map(URI::toString).toList())
                .acceptHeader("application/json")
                .contentTypeHeader("application/json")
                .userAgentHeader("socialhub-loadtest")
                // A connection for each arrival would measure the kernel's handshakes.
                .shareConnections()
                .disableFollowRedirect()
                .disableAutoReferer()
                .disableCaching();
    }

    List<PopulationBuilder> populations() {
        List<PopulationBuilder> populations = new ArrayList<>();
        if (plan.offered(plan.warmUpSeconds()) > 0) {
            populations.add(population(Phase.WARM_UP, 0, plan.warmUpSeconds(), () -> {}));
        }
        populations.add(
                population(Phase.MEASURING, plan.warmUpSeconds(), plan.seconds(), schedule::ended));
        return populations;
    }

    Duration longest() {
        return GRACE.plusSeconds(plan.warmUpSeconds() + plan.seconds());
    }

    private PopulationBuilder population(
            Phase phase, int after, int seconds, Runnable whenAllEnded) {
        Arrivals arrivals =
                new Arrivals(plan.rate(), seconds, (plan.run() + phase.text()).hashCode());
        ArrivalTurns turns = new ArrivalTurns(phase, arrivals, schedule, measurement, whenAllEnded);
        ChainBuilder turn = user.apply(new OperationSteps(phase, measurement, schedule));
        List<OpenInjectionStep> steps = new ArrayList<>();
        if (after > 0) {
            steps.add(nothingFor(Duration.ofSeconds(after)));
        }
        ScenarioBuilder scenario = scenario(phase.text());
        if (plan.rate() <= MAX_NEW_USERS) {
            steps.add(constantUsersPerSec(plan.rate()).during(Duration.ofSeconds(seconds)));
            return scenario.exec(turns.once(turn)).injectOpen(steps);
        }
        steps.add(atOnceUsers((int) Math.min(plan.rate(), MAX_TAKING_TURNS)));
        return scenario.exec(exec(turns.repeat(turn))).injectOpen(steps);
    }
}
