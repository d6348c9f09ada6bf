package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.users.TestUser;
import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Map;

/** Users log in, which is almost nothing but hashing their passwords. */
final class LoginProfile implements RunnableProfile {

    private static final String LOGIN = "login";

    @Override
    public String name() {
        return "login";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(LOGIN, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        CallerTurns callers = new CallerTurns(context.testUsers());
        return context.http(steps -> exec(callers::next).exec(login(steps, context.testUsers())))
                ::run;
    }

    private static ChainBuilder login(OperationSteps steps, TestUsers testUsers) {
        return steps.operation(
                LOGIN,
                http ->
                        http.post("/api/v1/auth/login")
                                .body(Requests.json(session -> credentials(session, testUsers))),
                200);
    }

    private static Map<String, String> credentials(Session session, TestUsers testUsers) {
        TestUser user = Requests.caller(session);
        return Map.of("identifier", user.username(), "password", testUsers.password());
    }
}
