package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Users read each other's posts, one at a time. */
final class ReadPostProfile implements RunnableProfile {

    private static final String READ = "read-post";

    @Override
    public String name() {
        return "read-post";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(READ, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        CallerTurns readers = new CallerTurns(context.testUsers());
        Shelf shelf = new Shelf(new TestData(context).posts());
        return context.http(steps -> exec(readers::next).exec(shelf::next).exec(read(steps, READ)))
                ::run;
    }

    static ChainBuilder read(OperationSteps steps, String operation) {
        return steps.operation(
                operation, http -> Requests.authenticated(http.get("/api/v1/posts/#{post}")), 200);
    }

    /** Posts, each as often as the others. */
    static final class Shelf {

        /** A step that doesn't keep pace with the readers, which come in turn as well. */
        private static final long STEP = 7;

        private final List<TestData.Post> posts;
        private final AtomicLong next = new AtomicLong();

        Shelf(List<TestData.Post> posts) {
            this.posts = List.copyOf(posts);
        }

        Session next(Session session) {
            long number = next.getAndIncrement();
            TestData.Post post =
                    posts.get(Math.floorMod(number * STEP + number / posts.size(), posts.size()));
            return session.set("post", post.id()).set("author", post.author().id());
        }
    }
}
