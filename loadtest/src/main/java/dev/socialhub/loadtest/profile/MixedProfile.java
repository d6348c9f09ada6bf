package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An evening's mix: of ten requests six read a post, three look at an author (posts, profile,
 * followed users), and one publishes. The six stand for the home timeline, which doesn't exist yet.
 */
final class MixedProfile implements RunnableProfile {

    private static final String READ = "read-post";
    private static final String POSTS = "author-posts";
    private static final String PROFILE = "profile";
    private static final String FOLLOWING = "following";
    private static final String CREATE = "create-post";

    private static final List<String> ORDER =
            List.of(READ, POSTS, READ, READ, PROFILE, READ, CREATE, READ, FOLLOWING, READ);
    private static final double EACH = 0.1;
    private static final int FOLLOWS = 10;

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public Map<String, Double> operations() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(READ, 6 * EACH);
        parts.put(POSTS, EACH);
        parts.put(PROFILE, EACH);
        parts.put(FOLLOWING, EACH);
        parts.put(CREATE, EACH);
        return parts;
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        TestData testData = new TestData(context);
        ReadPostProfile.Shelf shelf = new ReadPostProfile.Shelf(testData.posts());
        testData.followInCircle(FOLLOWS);
        CallerTurns callers = new CallerTurns(context.testUsers());
        CreatePostProfile.Numbers numbers = new CreatePostProfile.Numbers();
        MixedOperations order = new MixedOperations(ORDER);
        return context.http(steps ->
                exec(callers::next)
                        .exec(shelf::next)
                        .exec(numbers::next)
                        .exec(order.each(chains(steps, context))))
                ::run;
    }

    private static Map<String, ChainBuilder> chains(OperationSteps steps, ProfileContext context) {
        return Map.of(
                READ, ReadPostProfile.read(steps, READ),
                POSTS, get(steps, POSTS, "/api/v1/users/#{author}/posts"),
                PROFILE, get(steps, PROFILE, "/api/v1/users/#{author}"),
                FOLLOWING, get(steps, FOLLOWING, "/api/v1/users/#{author}/following"),
                CREATE, CreatePostProfile.create(steps, CREATE, context.plan().run()));
    }

    private static ChainBuilder get(OperationSteps steps, String operation, String path) {
        return steps.operation(operation, http -> Requests.authenticated(http.get(path)), 200);
    }
}
