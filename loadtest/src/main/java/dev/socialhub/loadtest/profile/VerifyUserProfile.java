package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import java.util.Map;

/**
 * Other gateways ask for the bearer of a token. They run beside ours and ask auth itself, so these
 * requests go to auth's instances in turn, and through the gateway only where these aren't known.
 */
final class VerifyUserProfile implements RunnableProfile {

    private static final String VERIFY_USER = "verify-user";

    @Override
    public String name() {
        return "verify-user";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(VERIFY_USER, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        CallerTurns callers = new CallerTurns(context.testUsers());
        return context.http(
                        context.plan().addresses("auth"),
                        steps ->
                                exec(callers::next)
                                        .exec(
                                                steps.operation(
                                                        VERIFY_USER,
                                                        http ->
                                                                Requests.authenticated(
                                                                        http.get(
                                                                                "/api/v1/auth/verify-user")),
                                                        200)))
                ::run;
    }
}
