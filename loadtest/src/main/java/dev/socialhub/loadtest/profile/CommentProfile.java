package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.util.Map;

/** Users comment on each other's posts, each time under a key. */
final class CommentProfile implements RunnableProfile {

    private static final String COMMENT = "comment";
    private static final String TEXT =
            "A generated comment, as long as most comments are: one sentence, and no more.";

    @Override
    public String name() {
        return COMMENT;
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(COMMENT, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        CallerTurns callers = new CallerTurns(context.testUsers());
        ReadPostProfile.Shelf shelf = new ReadPostProfile.Shelf(new TestData(context).posts());
        CreatePostProfile.Numbers numbers = new CreatePostProfile.Numbers();
        return context.http(steps ->
                exec(callers::next)
                        .exec(shelf::next)
                        .exec(numbers::next)
                        .exec(comment(steps, context.plan().run())))
                ::run;
    }

    private static ChainBuilder comment(OperationSteps steps, String run) {
        return steps.operation(
                COMMENT,
                http ->
                        Requests.authenticated(http.post("/api/v1/posts/#{post}/comments"))
                                .header("Idempotency-Key", "load-" + run + "-#{number}")
                                .body(Requests.json(_ -> Map.of("content", TEXT))),
                201);
    }
}
