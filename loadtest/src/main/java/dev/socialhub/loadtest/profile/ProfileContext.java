package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.http.HttpLoad;
import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.ChainBuilder;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** What a profile has to work with. */
public record ProfileContext(
        Plan plan,
        Api gateway,
        TestUsers testUsers,
        ProgressReporter reporter,
        Measurement measurement,
        PhaseSchedule schedule) {

    /** HTTP through the gateway, as clients send it. */
    HttpLoad http(Function<OperationSteps, ChainBuilder> user) {
        return http(List.of(plan.gateway()), user);
    }

    /** HTTP to other addresses. */
    HttpLoad http(List<URI> targets, Function<OperationSteps, ChainBuilder> user) {
        return new HttpLoad(plan, targets, measurement, schedule, user);
    }
}
