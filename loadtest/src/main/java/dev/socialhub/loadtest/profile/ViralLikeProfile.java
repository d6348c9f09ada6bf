package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.util.Map;

/**
 * All users like one post, and unlike it when their turn comes again: each request changes a row,
 * and all of them change the count of the same post.
 */
final class ViralLikeProfile implements RunnableProfile {

    private static final String TOGGLE = "toggle-like";

    @Override
    public String name() {
        return "like-viral";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(TOGGLE, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        CallerTurns callers = new CallerTurns(context.testUsers());
        String post = new TestData(context).posts().getFirst().id();
        return context.http(steps -> exec(callers::next).exec(toggle(steps, post)))::run;
    }

    private static ChainBuilder toggle(OperationSteps steps, String post) {
        return steps.operation(
                TOGGLE,
                http -> Requests.authenticated(http.post("/api/v1/posts/" + post + "/like")),
                200);
    }
}
