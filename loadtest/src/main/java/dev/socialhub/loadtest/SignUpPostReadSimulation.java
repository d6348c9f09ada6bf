package dev.socialhub.loadtest;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a newcomer does: sign up, publish a post, read it. Offered at a fixed rate of arrivals, so a
 * slow platform can't slow its own load down.
 */
public final class SignUpPostReadSimulation extends Simulation {

    /** Set apart from those of earlier runs against the same platform. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final AtomicLong NEWCOMERS = new AtomicLong();

    private final LoadSettings settings = LoadSettings.fromSystemProperties();

    private final HttpProtocolBuilder protocol =
            http.baseUrl(settings.target())
                    .acceptHeader("application/json")
                    .contentTypeHeader("application/json")
                    .disableCaching();

    private final ScenarioBuilder newcomer =
            scenario("newcomer")
                    .exec(session -> session.set("username", nextUsername()))
                    .exec(
                            http("sign up")
                                    .post("/api/v1/auth/signup")
                                    .body(
                                            StringBody(
                                                    """
                                                    {"name": "Load Tester", "username": "#{username}",\
                                                     "email": "#{username}@example.com",\
                                                     "password": "SecurePass123!"}\
                                                    """))
                                    .check(status().is(201), jmesPath("token").saveAs("token")))
                    .exitHereIfFailed()
                    .exec(
                            http("publish post")
                                    .post("/api/v1/posts")
                                    .header("Authorization", "Bearer #{token}")
                                    .header("Idempotency-Key", "#{username}-1")
                                    .body(
                                            StringBody(
                                                    """
                                                    {"content": "Hello from #{username}",\
                                                     "visibility": "public"}\
                                                    """))
                                    .check(status().is(201), jmesPath("id").saveAs("postId")))
                    .exitHereIfFailed()
                    .exec(
                            http("read post")
                                    .get("/api/v1/posts/#{postId}")
                                    .header("Authorization", "Bearer #{token}")
                                    .check(
                                            status().is(200),
                                            jmesPath("content").isEL("Hello from #{username}")));

    {
        setUp(
                        newcomer.injectOpen(
                                constantUsersPerSec(settings.usersPerSecond())
                                        .during(settings.duration())))
                .protocols(protocol)
                // A percentile alone passes when nothing answers at all.
                .assertions(
                        global().successfulRequests().percent().is(100.0),
                        details("read post").successfulRequests().count().gt(0L));
    }

    private static String nextUsername() {
        return String.format(Locale.ROOT, "load_%s_%d", RUN, NEWCOMERS.incrementAndGet());
    }
}
