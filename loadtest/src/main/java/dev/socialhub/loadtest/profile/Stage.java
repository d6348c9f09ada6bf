package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.cast.Cast;
import dev.socialhub.loadtest.http.HttpLoad;
import dev.socialhub.loadtest.http.Steps;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.run.Announcer;
import dev.socialhub.loadtest.run.Course;
import io.gatling.javaapi.core.ChainBuilder;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** What a profile has to work with. */
public record Stage(
        Plan plan,
        Api gateway,
        Cast cast,
        Announcer announcer,
        Measurement measurement,
        Course course) {

    /** HTTP through the gateway, as clients send it. */
    HttpLoad http(Function<Steps, ChainBuilder> user) {
        return http(List.of(plan.gateway()), user);
    }

    /** HTTP to other addresses. */
    HttpLoad http(List<URI> targets, Function<Steps, ChainBuilder> user) {
        return new HttpLoad(plan, targets, measurement, course, user);
    }
}
