package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users like each other's posts, each pair of a user and a post once: each request changes rows,
 * commits once and sends an event.
 */
final class LikeProfile implements RunnableProfile {

    private static final String LIKE = "like";

    @Override
    public String name() {
        return LIKE;
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(LIKE, 1.0);
    }

    /** Each user publishes one post. */
    @Override
    public int minUsers(Plan plan) {
        return (int) Math.ceil(Math.sqrt((double) plan.offeredTotal()));
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        Pairs pairs = new Pairs(context.testUsers(), new TestData(context).posts());
        return context.http(steps -> exec(pairs::next).exec(like(steps, LIKE)))::run;
    }

    /** A like of the post in the session. */
    static ChainBuilder like(OperationSteps steps, String operation) {
        return steps.operation(
                operation,
                http -> Requests.authenticated(http.put("/api/v1/posts/#{post}/like")),
                200);
    }

    /** Every pair of a user and a post once; neighbours in time share neither. */
    private static final class Pairs {

        private final TestUsers testUsers;
        private final List<TestData.Post> posts;
        private final AtomicLong next = new AtomicLong();

        Pairs(TestUsers testUsers, List<TestData.Post> posts) {
            this.testUsers = testUsers;
            this.posts = posts;
        }

        Session next(Session session) {
            long number = next.getAndIncrement();
            int size = posts.size();
            return session.set(Requests.CALLER, testUsers.user(number))
                    .set("post", posts.get((int) ((number + number / size) % size)).id());
        }
    }
}
