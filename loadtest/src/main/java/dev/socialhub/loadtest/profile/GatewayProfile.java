package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import java.util.Map;

/**
 * The cheapest request that the gateway checks a token for and forwards: what it costs beyond that
 * is the gateway's own.
 */
final class GatewayProfile implements RunnableProfile {

    private static final String PROXIED = "proxied-request";

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(PROXIED, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        CallerTurns callers = new CallerTurns(context.testUsers());
        return context.http(steps ->
                exec(callers::next)
                        .exec(
                                steps.operation(
                                        PROXIED,
                                        http ->
                                                Requests.authenticated(
                                                        http.get("/api/v1/auth/verify-user")),
                                        200)))
                ::run;
    }
}
